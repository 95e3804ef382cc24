"""*Löfte*, the occasions behind its figures: when, how many, where and in which state; never who."""

from collections.abc import Sequence

from loftdb.core.model import Activity, ActivityKind, ActivityState, Precision, Promise
from loftdb.core.periods import month
from loftdb.view.formats import duration, listed, month_name, number, table_date
from loftdb.view.markup import Html, tag
from loftdb.view.results import block, blocks
from loftdb.view.tables import table
from loftdb.view.texts.labels import label

TITLE = "Aktiviteter"
NO_ACTIVITIES = "Inget är registrerat för den här tiden."
_UNFOLDED = 12


def occasions(promise: Promise, logged: Sequence[Activity], year: int | None, most: int) -> Html:
    """Return the promise's log of a year (null: all), newest first, all but the latest folded; never who."""
    shown = [
        each
        for each in logged
        if each.entry.state is not ActivityState.WITHDRAWN and year in (None, each.entry.days.last.year)
    ]
    if not shown:
        return blocks(block(TITLE, tag("p", NO_ACTIVITIES)))
    first, rest = shown[:_UNFOLDED], shown[_UNFOLDED:]
    note = f"De {number(most)} senaste visas; alla finns under Aktiviteter." if len(logged) >= most else None
    return blocks(
        block(
            TITLE,
            _log(promise, first, "De senaste" if rest else "Den senaste först"),
            _folded(promise, rest) if rest else None,
            tag("p", note, class_="loft-small") if note else None,
        )
    )


def _folded(promise: Promise, rest: Sequence[Activity]) -> Html:
    return tag("details", tag("summary", f"Visa {number(len(rest))} till"), _log(promise, rest, "Tidigare"))


def _log(promise: Promise, shown: Sequence[Activity], caption: str) -> Html:
    lines = [
        (_when(promise, each), _amount(promise, each), each.entry.place or each.entry.source or "–", _state(each))
        for each in shown
    ]
    return table(("Datum", "Antal", "Plats eller källa", "Status"), lines, caption)


def _when(promise: Promise, activity: Activity) -> str:
    """Write the day, or the days of a month; the month of a sensitive promise, the year of an annual figure."""
    days = activity.entry.days
    if activity.entry.kind is ActivityKind.ANNUAL:
        return f"{days.start.year}, årsuppgift"
    if promise.sensitive:
        return month_name(days.start)
    if days == month(days.start):
        return table_date(days.start)[:7]
    return table_date(days.start) + (f"–{days.last.day:02}" if days.days > 1 else "")


def _amount(promise: Promise, activity: Activity) -> str:
    known = {measure.number: measure for measure in promise.measures}
    own = [share for share in activity.entry.shares if share.measure in known]
    several = len(promise.measures) > 1
    prefix = {Precision.ESTIMATED: "ca ", Precision.AT_LEAST: "minst "}.get(activity.entry.precision, "")
    return listed(
        f"{prefix}{duration(share.count) if known[share.measure].minutes else number(share.count)}"
        + (f" {known[share.measure].plural}" if several else "")
        for share in own
    )


def _state(activity: Activity) -> str:
    reason = f": {label(activity.entry.reason).lower()}" if activity.entry.reason else ""
    corrected = ", rättad" if activity.version > 1 else ""
    return f"{label(activity.entry.state)}{reason}{corrected}"
