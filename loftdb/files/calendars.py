"""Calendar entries as an iCalendar file (RFC 5545): the same entries at the same moment are the same bytes.

Whole days have no time zone in the format; the file names Stockholm's for programs that ask.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from icalendar import Calendar, Event

from loftdb.core.council_years import CalendarEvent
from loftdb.core.moments import STOCKHOLM

PRODUCER = "-//loftdb//loftdb//SV"


def calendar_bytes(name: str, events: Iterable[CalendarEvent], moment: datetime) -> bytes:
    """Return the file; ``moment`` (naive UTC) is when it was made."""
    calendar = Calendar()
    for key, value in (
        ("prodid", PRODUCER), ("version", "2.0"), ("calscale", "GREGORIAN"), ("method", "PUBLISH"),
        ("name", name), ("x-wr-calname", name), ("x-wr-timezone", STOCKHOLM.key),
    ):  # fmt: skip
        calendar.add(key, value)
    for event in events:
        calendar.add_component(_event(event, moment.replace(tzinfo=UTC)))
    return bytes(calendar.to_ical())


def _event(event: CalendarEvent, moment: datetime) -> Event:
    """Return the entry; it takes no time from anybody (*transparent*), and its end is the day after its last."""
    entry = Event()
    for key, value in (
        ("uid", event.uid), ("dtstamp", moment), ("sequence", event.sequence),
        ("dtstart", event.days.start), ("dtend", event.days.end), ("transp", "TRANSPARENT"),
        ("status", "CANCELLED" if event.is_cancelled else "CONFIRMED"),
        ("summary", event.summary), ("location", event.place), ("description", event.description),
    ):  # fmt: skip
        if value != "":
            entry.add(key, value)
    return entry
