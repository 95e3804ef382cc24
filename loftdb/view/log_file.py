"""The columns of the log as a file, in Swedish; never who logged."""

from collections.abc import Iterator
from datetime import date, datetime

from loftdb.core.entries import Counted
from loftdb.core.model import Activity, ActivityKind, Precision
from loftdb.view.texts.activities import home_name
from loftdb.view.texts.labels import label

_HEADINGS = (
    "Aktivitet", "Första dag", "Sista dag", "Kommun", "Löfte", "Löftets id", "Antal", "Enhet", "Precision", "Status",
    "Orsak", "Plats", "Kommentar", "Källa", "Slag", "Registrerad", "Rättad", "Registrerad i efterhand",
)  # fmt: skip
DEMO_HEADING = "Exempeldata. Börja på riktigt: loftdb init data/loft.duckdb, loftdb serve --database data/loft.duckdb"
INVENTED = "Påhittad uppgift"
_YES, _NO = "ja", "nej"

Value = str | int | date | None


def headings(is_demo: bool) -> tuple[str, ...]:
    """Return the columns' headings; a demo's file has one more, that says so."""
    return (*_HEADINGS, DEMO_HEADING) if is_demo else _HEADINGS


def lines(
    activity: Activity, counted: Counted, registered: datetime, late: bool, is_demo: bool
) -> Iterator[tuple[Value, ...]]:
    """Yield one line for each promise that the activity counts toward and the reader may read; times are Swedish."""
    entry = activity.entry
    for share in entry.shares:
        if share.measure not in counted:
            continue
        agreement, promise, measure = counted[share.measure]
        line = (
            activity.id, entry.days.start, entry.days.last,
            home_name(agreement, promise), promise.title, promise.id, share.count,
            "minuter" if measure.minutes else measure.plural,
            "" if entry.precision is Precision.EXACT else label(entry.precision), label(entry.state),
            label(entry.reason) if entry.reason else "", entry.place, entry.note, entry.source,
            "" if entry.kind is ActivityKind.SINGLE else label(entry.kind), registered,
            _YES if activity.version > 1 else _NO, _YES if late else _NO,
        )  # fmt: skip
        yield (*line, INVENTED) if is_demo else line
