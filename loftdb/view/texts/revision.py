"""The words of changing a promise during the term."""

from datetime import date

from loftdb.core.amendments import Kind
from loftdb.core.model import Measure, Target
from loftdb.view.formats import prose_date
from loftdb.view.texts.targets import target_phrase

CHANGE = "Ändra löftet"
LEAD = "Det som gällde före ändringen står kvar och kan alltid läsas. Vad ändringen innebär visas innan du sparar."
KIND = "Vad ska ändras?"
_KINDS = {
    Kind.TARGET: "Målet",
    Kind.WORDING: "Ordalydelsen",
    Kind.DROPPED: "Löftet avförs",
    Kind.PROLONGED: "Hela medborgarlöftet förlängs",
}
MEASURE, COMPARATOR, VALUE, VALUE_MAX, PER = "Vad räknas?", "Jämförelse", "Antal", "Högsta antal", "Period"
MINUTES, MINUTES_MAX = "Minuter", "Högsta antal minuter"
WORDING, SUMMARY = "Så ska det stå i medborgarlöftet", "Sammanfattning, en mening med egna ord"
SINCE, LAST, DECIDED_FROM = "Gäller från", "Förlängs till och med", "Beslutet gäller från"
EFFECT, NOTHING_YET = "Om du sparar", "Ändra något, så visas här vad det innebär."
DECISION, DECISION_LIKE = "Beslut", "BRÅ 2024-10-15, § 6"
REASON, REASON_HELP = "Skäl", "Det visas på löftets sida. Skriv funktioner, aldrig namn."
SAVE = "Spara ändringen"
NO_NUMBERS = "Mål, utfall och läge påverkas inte."
UNCHANGED = "Det som är bedömt hittills påverkas inte."
GOAL, EXPECTED, ACTUAL, STANDING, NO_GOAL = "Mål", "Förväntat", "Utfall", "Läge", "inget"
WHOLE, RECOMPUTED, ADDED, GONE = "Hela perioden", "Omräknat efter dagar", "läggs till", "bedöms inte längre"
OTHERS = "Någon annan har ändrat medborgarlöftet efter att du öppnade sidan. Nu visas det som gäller, och det du skrev "
OTHERS += "står kvar. Se efter om din ändring fortfarande stämmer, och spara igen."
_SAVED = {
    Kind.TARGET: "Ändringen är sparad. Mål, förväntat och läge är omräknade.",
    Kind.WORDING: "Den nya ordalydelsen är sparad. Den gamla står kvar nedan.",
    Kind.DROPPED: "Löftet är avfört.",
    Kind.PROLONGED: "Medborgarlöftet är förlängt.",
}
EXPLAIN = "Ett avfört löfte ska förklaras innan det publiceras."


def kind_name(kind: Kind) -> str:
    """Name what can be changed."""
    return _KINDS[kind]


def saved(kind: Kind) -> str:
    """Say that a change is saved."""
    return _SAVED[kind]


def value_name(measure: Measure) -> str:
    """Name the number; hours are kept as minutes."""
    return MINUTES if measure.minutes else VALUE


def most_name(measure: Measure) -> str:
    """Name the upper end of a range."""
    return MINUTES_MAX if measure.minutes else VALUE_MAX


def new_target(target: Target, measure: Measure, since: date) -> str:
    """Write ``Från och med 1 juli 2024 gäller minst 60 per år.``"""
    return f"Från och med {prose_date(since)} gäller {target_phrase(target, measure.minutes)}."


def dropped(since: date) -> str:
    """Say what becomes of a promise that is dropped."""
    return f"Löftet avförs från och med {prose_date(since)}. Det som har gjorts dessförinnan står kvar. {EXPLAIN}"


def prolonged(count: int, last: date) -> str:
    """Say what becomes of the promises of an agreement that goes on."""
    return f"Medborgarlöftets {count} löften gäller till och med {prose_date(last)}."
