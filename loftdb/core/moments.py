"""Moments are naive UTC in the store and Stockholm's time to people; a bare date means the end of that day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def utc(local: datetime) -> datetime:
    """Return a moment as naive UTC; a naive one is Stockholm's time."""
    aware = local if local.tzinfo else local.replace(tzinfo=STOCKHOLM)
    return aware.astimezone(UTC).replace(tzinfo=None)


def local(moment: datetime) -> datetime:
    """Return a naive UTC moment as Stockholm's time."""
    return moment.replace(tzinfo=UTC).astimezone(STOCKHOLM)


def local_day(moment: datetime) -> date:
    """Return the day in Stockholm at a naive UTC moment."""
    return local(moment).date()


def end_of_day(day: date) -> datetime:
    """Return the last microsecond of a day in Stockholm, as naive UTC."""
    return utc(datetime.combine(day + timedelta(days=1), time())) - timedelta(microseconds=1)
