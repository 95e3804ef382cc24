"""The words of *Aktiviteter*."""

from collections.abc import Sequence
from datetime import date, datetime

from loftdb.core.entries import Counted
from loftdb.core.model import Activity, ActivityKind, Agreement, Entry, Measure, Precision, Promise
from loftdb.core.moments import local
from loftdb.core.periods import Period, month
from loftdb.view.formats import (
    counted,
    duration,
    listed,
    month_name,
    noun,
    number,
    prose_date,
    table_date,
    week_name,
    weekday_date,
)
from loftdb.view.texts.labels import label

TITLE = "Aktiviteter"
MUNICIPALITY, PROMISE, TIME, STATE, SEARCH = "Kommun", "Löfte", "Tid", "Status", "Sök i plats och kommentar"
ALL_MUNICIPALITIES, ALL_PROMISES, ALL_TIME, ALL_STATES = "Alla kommuner", "Alla löften", "Hela tiden", "Alla"
STANDING = "Alla utom strukna"
DOWNLOAD = "Ladda ner som CSV"
FILE_NAME, DEMO_FILE_NAME = "aktiviteter.csv", "aktiviteter-exempeldata.csv"
HEADINGS = ("När", "Löfte", "Antal", "Status", "Plats och kommentar")
NOTHING_TO_READ = (
    "Den här rollen får inte läsa aktiviteter. Byt roll högst upp på sidan, eller be en administratör om läsrätt."
)
EMPTY = "Inget är registrerat än."
EMPTY_LINK = "Registrera den första aktiviteten"
NO_MATCH = "Ingen aktivitet stämmer med valen."
NO_MATCH_LINK = "Visa alla aktiviteter"
BACK = "Till listan"
PREVIOUS, NEXT = "Föregående", "Nästa"
PAGER = "Sidor"

CORRECTED, LATE, REDACTED = "Rättad", "Registrerad i efterhand", "Texten är maskerad"
ANNUAL = label(ActivityKind.ANNUAL)

CORRECT, WITHDRAW, BRING_BACK = "Rätta", "Stryk", "Ta tillbaka"
SAVE, CANCEL = "Spara rättelsen", "Avbryt"
CONFIRM = "Ja, stryk aktiviteten"
ASK_WITHDRAW = "Ska aktiviteten strykas? Den räknas inte längre, men finns kvar i historiken och kan tas tillbaka."
WITHDRAWN = "Aktiviteten är struken och räknas inte."
REDACT, CONFIRM_REDACT = "Maskera texten", "Ja, maskera texten"
ASK_REDACT = (
    "Ska texten maskeras? Plats, kommentar och källa tas bort ur alla versioner och går inte att få tillbaka. "
    "Datum och antal står kvar."
)
SAVED, TAKEN_AWAY, BROUGHT_BACK = "Rättelsen är sparad.", "Aktiviteten är struken.", "Aktiviteten räknas igen."
CHANGED_MEANWHILE = (
    "Någon annan har ändrat aktiviteten efter att du öppnade den. Inget av ditt är sparat. "
    "Se vad som ändrades i historiken, och rätta sedan om det behövs."
)
MASKED = "Texten är maskerad i alla versioner."
NOT_SAVED = "Inget är sparat än. Rätta det som är markerat och spara igen."
READ_ONLY = "Din roll får läsa men inte rätta den här aktiviteten."
HISTORY = "Historik"
REGISTERED, BACK_AGAIN, NOTHING, PRECISION_NAME = "Registrerad", "Tillbakatagen", "inget", "Precision"
DATE, FIRST_DAY, LAST_DAY, YEAR = "Datum", "Första dag", "Sista dag", "År"
WEEKS = "Veckor"
PROMISES = "Löften som aktiviteten räknas till"
PRECISION = "Hur säkert är antalet?"
SOURCE = "Källa"

_FACTS = {
    "promise": "Löfte",
    "state": "Status",
    "weeks": "Veckor",
    "place": "Plats",
    "note": "Kommentar",
    "source": "Källa",
}


def fact(name: str) -> str:
    """Name a fact of an activity."""
    return _FACTS[name]


def home_name(agreement: Agreement, promise: Promise) -> str:
    """Name the municipality whose log the promise belongs to."""
    return next((each.name for each in agreement.municipalities if each.code == promise.home), str(promise.home))


def promise_choice(agreement: Agreement, promise: Promise) -> str:
    """Write ``Trafikkontroller · Strömstad 2023–2024``: titles alone are shared between agreements."""
    first, last = agreement.period.start.year, agreement.period.last.year
    return f"{promise.title} · {home_name(agreement, promise)} {first}" + (f"–{last}" if last > first else "")


def period_name(period: Period) -> str:
    """Write a year or a month to choose: ``2024``, ``oktober 2024``."""
    return month_name(period.start) if period == month(period.start) else str(period.start.year)


def total(count: int, first: int, last: int) -> str:
    """Write how many match and which of them are shown."""
    whole = counted(count, "aktivitet", "aktiviteter")
    return (
        f"{whole}, senaste först." if last - first + 1 == count else f"Visar {first}–{last} av {whole}, senaste först."
    )


def page_of(page: int, pages: int) -> str:
    """Write which page of the list is shown."""
    return f"Sida {page} av {pages}"


def when(entry: Entry) -> str:
    """Write when an entry happened, for a table: a day, weeks, a whole month, days of a month, or a year."""
    days = entry.days
    if entry.kind is ActivityKind.ANNUAL:
        return str(days.start.year)
    if entry.kind is ActivityKind.SINGLE:
        return table_date(days.start)
    if entry.weeks:
        return _weeks(entry.weeks)
    if days == month(days.start):
        return month_name(days.start)
    return f"{table_date(days.start)} – {table_date(days.last)}"


def when_in_words(entry: Entry) -> str:
    """Write when an entry happened, for prose: ``fredag 15 mars 2024, v. 11``."""
    if entry.kind is not ActivityKind.SINGLE:
        first, last = entry.days.start, entry.days.last
        if entry.days == month(first) or entry.kind is ActivityKind.ANNUAL:
            return when(entry)
        return (
            f"{first.day}–{prose_date(last)}"
            if first.month == last.month
            else f"{prose_date(first)} – {prose_date(last)}"
        )
    return weekday_date(entry.days.start)


def _weeks(mondays: Sequence[date]) -> str:
    years = {monday.isocalendar().year for monday in mondays}
    if len(years) > 1:
        return listed(week_name(monday) for monday in mondays)
    names = [week_name(monday, monday.isocalendar().year) for monday in mondays]
    return f"{listed(names)} {years.pop()}"


def amount(count: int, measure: Measure, precision: Precision) -> str:
    """Write how many: ``3``, ``ca 15``, ``minst 55``, minutes as hours."""
    prefix = {Precision.ESTIMATED: "ca ", Precision.AT_LEAST: "minst "}.get(precision, "")
    return f"{prefix}{duration(count) if measure.minutes else number(count)}"


def what(activity: Activity, known: Counted) -> str:
    """Write what was done: ``1 fotpatrull och 2 skolbesök``."""
    entry = activity.entry
    return listed(
        _counted(share.count, known[share.measure][2], entry.precision)
        for share in entry.shares
        if share.measure in known
    )


def _counted(count: int, measure: Measure, precision: Precision) -> str:
    name = measure.plural if measure.minutes else noun(count, measure.singular, measure.plural)
    return f"{amount(count, measure, precision)} {name}"


def state(entry: Entry) -> str:
    """Write ``Genomförd``, or ``Inställd: Sjukdom``."""
    return f"{label(entry.state)}: {label(entry.reason)}" if entry.reason else label(entry.state)


def moment(at: datetime) -> str:
    """Write a naive UTC moment as ``16 mars 2024 kl. 09.12``, Swedish time."""
    here = local(at)
    return f"{prose_date(here.date())} kl. {here:%H.%M}"


def not_found(asked: str) -> str:
    """Tell that there is no such activity, at least not for this reader."""
    return f"Aktivitet ”{asked}” finns inte, eller så får din roll inte läsa den."
