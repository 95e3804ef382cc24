"""A target in words: *Mål*, in the domain's one form, n per interval (section 4)."""

from loftdb.core.model import Comparator, Target
from loftdb.core.periods import Interval
from loftdb.view.formats import duration, number

DROPPED = "Avfört"

_ORDINALS = ("tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte")
NEUTER = (Interval.QUARTER, Interval.HALF_YEAR, Interval.YEAR)
_WORDS = {  # singular, plural, definite singular
    Interval.WEEK: ("vecka", "veckor", "veckan"),
    Interval.MONTH: ("månad", "månader", "månaden"),
    Interval.QUARTER: ("kvartal", "kvartal", "kvartalet"),
    Interval.HALF_YEAR: ("halvår", "halvår", "halvåret"),
    Interval.SCHOOL_TERM: ("skoltermin", "skolterminer", "skolterminen"),
    Interval.YEAR: ("år", "år", "året"),
    Interval.TERM: ("period", "perioder", "perioden"),
}


def interval_words(interval: Interval) -> tuple[str, str, str]:
    """Return singular, plural and definite singular: ``vecka, veckor, veckan``."""
    return _WORDS[interval]


def interval_phrase(interval: Interval, every: int = 1) -> str:
    """Write ``per år``, ``varannan vecka``, ``vart tredje år`` or ``under hela perioden``."""
    if interval is Interval.TERM:
        return "under hela perioden"
    name = _WORDS[interval][0]
    if every == 1:
        return f"per {name}"
    neuter = interval in NEUTER
    if every == 2:
        return f"{'vartannat' if neuter else 'varannan'} {name}"
    return f"{'vart' if neuter else 'var'} {_ordinal(every)} {name}"


def _ordinal(every: int) -> str:
    return _ORDINALS[every - 3] if every <= 12 else f"{every}:e"


def amount_phrase(comparator: Comparator, value: int, value_max: int | None = None, minutes: bool = False) -> str:
    """Write ``minst 80``, ``högst 3``, ``2–4`` or, for minutes, ``minst 1 tim 30 min``."""
    write = duration if minutes else number
    if comparator is Comparator.RANGE and value_max is not None:
        return f"{write(value)}–{write(value_max)}"
    prefix = {Comparator.AT_LEAST: "minst ", Comparator.AT_MOST: "högst "}.get(comparator, "")
    return f"{prefix}{write(value)}"


def target_phrase(target: Target, minutes: bool = False) -> str:
    """Write ``minst 80 per år``, ``i snitt 2 per vecka``, ``minst 1 var tredje vecka``; *Avfört* without a value."""
    if target.value is None:
        return DROPPED
    amount = amount_phrase(target.comparator, target.value, target.value_max, minutes)
    average = "i snitt " if target.average else ""
    return f"{average}{amount} {interval_phrase(target.interval, target.every)}"
