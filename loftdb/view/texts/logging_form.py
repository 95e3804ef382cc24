"""The words of *Registrera*."""

from datetime import date

from loftdb.core.model import Agreement, Measure, Promise
from loftdb.view.formats import listed, month_name, weekday_date

TITLE = "Registrera"
NOTHING_TO_LOG = (
    "Din roll får inte registrera aktiviteter. Registrerare och samordnare får det. "
    "Be en administratör om rollen, eller läs läget på Översikt."
)
PROMISE = "Löfte"
OTHER = "Annat löfte …"
OTHER_PROMISE = "Annat löfte"
SEARCH = "Sök på kommun eller löfte"
COUNT = "Antal"
DAY = "Datum"
MORE = "Plats, fler löften, planerad eller inställd"
MORE_SENSITIVE = "Planerad eller inställd"
PLACE = "Plats"
STATE = "Blev det av?"
REASON = "Varför ställdes det in?"
CHOOSE_REASON = "Välj orsak"
ALSO = "Räkna även till"
NO_ALSO = "Fler löften i samma kommun"
NOTE = "Kommentar"
NO_PERSONS = "Skriv inga namn, personnummer, telefonnummer eller registreringsnummer."
SAVE = "Spara"
UNDO = "Ångra"
SENSITIVE = "Känsligt löfte: bara månaden och antalet sparas, ingen dag, plats eller kommentar."
ALREADY_SAVED = "Aktiviteten är sparad. Välj ett löfte för att registrera nästa."
MANY_AT_ONCE = "Flera på en gång, till exempel 12 i mars? Fyll i månadsbladet."
NOT_THIS = "Din roll får inte registrera till det löftet. Välj ett annat."
TOLD_IN_WORDS = "Löftet följs med status och text. Uppdatera det på löftets sida."


def promise_choice(agreement: Agreement, promise: Promise, measure: Measure, today: date) -> str:
    """Write ``Hammarö · Lokalt poliskontor``, with the counted unit and an ended agreement's years where needed."""
    home = next((each.name for each in agreement.municipalities if each.code == promise.home), str(promise.home))
    unit = f": {measure.plural}" if len(promise.measures) > 1 else ""
    return f"{home} · {promise.title}{unit}{years_unless_running(agreement, today)}"


def years_unless_running(agreement: Agreement, today: date) -> str:
    """Write `` (2021)`` for an agreement that does not run today; nothing for one that does."""
    if today in agreement.period:
        return ""
    first, last = agreement.period.start.year, agreement.period.last.year
    return f" ({first})" if first == last else f" ({first}–{last})"


def not_saved(is_next: bool) -> str:
    """Say that what was typed is not saved; ``is_next``: something else was saved just before."""
    return f"{'Det här' if is_next else 'Inget'} är {'inte ' if is_next else ''}sparat än. Rätta det som är markerat."


def count_of(measure: Measure) -> str:
    """Write the label of an amount: ``Antal trafikkontroller``, or minutes where these are counted."""
    return f"Minuter, {measure.plural}" if measure.minutes else f"Antal {measure.plural}"


def day_words(day: date | None, sensitive: bool) -> str:
    """Write ``tisdag 15 oktober, v. 42``; of a sensitive promise only the month is kept, and that is said."""
    if sensitive:
        return SENSITIVE
    return weekday_date(day, day.year).capitalize() if day else ""


def saved_on(days: tuple[date, date], sensitive: bool) -> str:
    """Write when something saved happened: its day with weekday and week, or its month."""
    return month_name(days[1]) if sensitive or days[0] != days[1] else weekday_date(days[0])


def amounts(parts: list[str]) -> str:
    """Write ``1 fotpatrull och 2 skolbesök``."""
    return listed(parts)
