"""The parts that sentences are made of: figures with their nouns, goals with what was promised, days."""

from datetime import date

from loftdb.core.model import Comparator
from loftdb.core.periods import Interval, Period, covers_all_but_a_month
from loftdb.view.figures import Figures
from loftdb.view.formats import duration, noun, number, prose_date
from loftdb.view.texts.targets import NEUTER, amount_phrase, interval_phrase, interval_words

_HOUR_NOUNS = ("timme", "timmar", "tim", "minut", "minuter")
_COUNTING = ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def opening(facts: Figures) -> list[str]:
    """Return actual of goal, and what was promised where the goal was reckoned from it."""
    return [so_far(facts), *reckoned(facts)]


def so_far(facts: Figures) -> str:
    """Write ``55 av minst 80 trafikkontroller.``"""
    return f"{capital(actual(facts))} av {goal_with_noun(facts)}."


def awaited(facts: Figures) -> str:
    """Write ``Till och med 31 oktober väntades 66``."""
    return f"Till och med {day(facts, facts.judged_through)} väntades {write(facts, facts.expected_floor or 0)}"


def actual(facts: Figures) -> str:
    """Write the actual: ``55``, ``ca 15`` or ``minst 55``."""
    prefix = "minst " if facts.at_least else "ca " if facts.estimated else ""
    return f"{prefix}{write(facts, facts.actual)}"


def actual_with_noun(facts: Figures) -> str:
    """Write ``ca 15 besök``."""
    return f"{actual(facts)}{noun_after(facts, facts.actual)}"


def goal(facts: Figures, plain: bool = False) -> str:
    """Write the goal as an amount; "minst" is left out when ``plain``, or after an actual that is "minst" itself."""
    comparator = facts.comparator or Comparator.AT_LEAST
    if comparator is Comparator.AT_LEAST and (plain or facts.at_least):
        comparator = Comparator.EXACTLY
    if facts.target_original is not None:
        comparator = Comparator.EXACTLY if comparator is Comparator.RANGE else comparator
    return amount_phrase(comparator, facts.target or 0, facts.value_max, facts.minutes)


def goal_with_noun(facts: Figures) -> str:
    """Write ``minst 80 trafikkontroller``."""
    return f"{goal(facts)}{noun_after(facts, facts.target or 0)}"


def noun_after(facts: Figures, count: int) -> str:
    """Return a space and the noun that follows the count; nothing where the count is hours."""
    if facts.minutes:
        return "" if facts.plural in _HOUR_NOUNS else f" {facts.plural}"
    return f" {noun(count, facts.singular, facts.plural)}"


def promised(facts: Figures) -> str | None:
    """Write what the text promises: ``minst 80 per år``."""
    value = facts.value if facts.value is not None else facts.target
    if value is None:
        return None
    amount = amount_phrase(facts.comparator or Comparator.AT_LEAST, value, facts.value_max, facts.minutes)
    return f"{'i snitt ' if facts.average else ''}{amount} {interval_phrase(interval(facts), facts.every)}"


def reckoned(facts: Figures) -> list[str]:
    """Show the promised number beside a goal that was reckoned from it (5.3, 5.14, averages)."""
    if facts.average:
        return [f"Mål {write(facts, facts.target or 0)} ({promised(facts)})."]
    if facts.target_original is None:
        return []
    return [f"Mål {write(facts, facts.target or 0)} ({recomputed(facts)})."]


def recomputed(facts: Figures) -> str:
    """Write ``80 per år, omräknat till 184 av 365 dagar``, or that it was changed on the way."""
    promised = f"{write(facts, facts.target_original or 0)} {interval_phrase(interval(facts), facts.every)}"
    if facts.year is not None and not covers_all_but_a_month(Period.through(facts.start, facts.last), 12):
        return f"{promised}, omräknat till {facts.days_total} av {Period.year(facts.year).days} dagar"
    return f"från början {promised}, ändrat och omräknat efter dagar"


def the_interval(facts: Figures) -> str:
    """Write ``Året`` or ``Perioden``: what the row is about; a target's own time where it ended before the year."""
    if facts.year is None or facts.start.year < facts.year:
        return "Perioden"
    return "Året" if facts.last == date(facts.year, 12, 31) and not facts.is_dropped else "Tiden med detta mål"


def begins(facts: Figures) -> str:
    """Write ``Året börjar 1 januari 2025``; the first week, month or window where these are judged."""
    what = "Året" if facts.year and facts.start == date(facts.year, 1, 1) else "Perioden"
    if facts.is_held and facts.year:
        what = f"{'Det' if is_neuter(facts) else 'Den'} första {_unit(facts)[2]}"
    return f"{what} börjar {prose_date(facts.start)}"


def reckoned_from(facts: Figures) -> str:
    """Write ``, räknat från 31 augusti`` where what is left is reckoned from a day that has passed; else nothing."""
    return f", räknat från {day(facts, facts.judged_through)}" if facts.is_judged_earlier else ""


def interval(facts: Figures) -> Interval:
    """Return the target's interval; without a target the row's own."""
    return facts.interval or (Interval.TERM if facts.year is None else Interval.YEAR)


def write(facts: Figures, count: int) -> str:
    """Write a count, or minutes as hours."""
    return duration(count) if facts.minutes else number(count)


def day(facts: Figures, on: date) -> str:
    """Write a date, without the row's own year while that is the year of the judgement."""
    return prose_date(on, facts.spoken_year)


def capital(text: str) -> str:
    """Begin with a capital."""
    return text[:1].upper() + text[1:]


def unit(facts: Figures) -> tuple[str, str]:
    """Return the singular and plural of what is held: the interval, or a window of several."""
    singular, plural, _ = _unit(facts)
    return singular, plural


def _unit(facts: Figures) -> tuple[str, str, str]:
    return interval_words(interval(facts) if facts.every == 1 else Interval.TERM)


def length(facts: Figures) -> str:
    """Write `` om tre veckor`` for windows of several intervals."""
    if facts.every == 1:
        return ""
    length = _COUNTING[facts.every - 2] if facts.every - 2 < len(_COUNTING) else str(facts.every)
    return f" om {length} {interval_words(interval(facts))[1]}"


def is_neuter(facts: Figures) -> bool:
    """Tell whether what is held is neuter: ``ett kvartal``."""
    return facts.every == 1 and facts.interval in NEUTER
