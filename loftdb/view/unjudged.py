"""Why a row has no judgement, in words that accuse nobody: no target, or nobody can know (5.6, 5.8)."""

from collections.abc import Callable

from loftdb.core.model import Standing
from loftdb.core.periods import Interval
from loftdb.view import phrases
from loftdb.view.figures import Figures
from loftdb.view.texts.labels import label
from loftdb.view.texts.targets import interval_phrase


def no_target(facts: Figures) -> list[str]:
    """Return the count so far and that nothing is promised in numbers."""
    through = min(facts.judged_through, facts.last)
    why = _not_by_year(facts) or f"{label(Standing.NO_TARGET)}."
    if facts.is_unknown:
        return [_unknown(facts), why]
    return [f"{phrases.capital(phrases.actual_with_noun(facts))} till och med {phrases.day(facts, through)}.", why]


def _unknown(facts: Figures) -> str:
    if facts.is_before_followed and facts.followed_from:
        return f"Löftet följs här från {phrases.day(facts, facts.followed_from)}, och tiden före det är inte känd."
    if not facts.is_begun:
        return f"{phrases.begins(facts)}."
    through = phrases.day(facts, min(facts.judged_through, facts.last))
    return f"Uppgift saknas: inga {facts.plural} är registrerade, och tiden till och med {through} är inte avstämd."


def cannot_judge(facts: Figures) -> list[str]:
    """Return the first reason that holds, and what is logged."""
    why = next((text for reason in _REASONS if (text := reason(facts))), "Uppgifterna räcker inte för en bedömning.")
    logged = f"Registrerat: {phrases.actual_with_noun(facts)}." if facts.actual and not _is_lower_bound(facts) else ""
    return [why, logged]


def _before_followed(facts: Figures) -> str:
    start = facts.followed_from
    if start is None or start <= facts.last:
        return ""
    return f"Löftet följs här från {phrases.day(facts, start)}, och tiden före det bedöms inte."


def _no_interval(facts: Figures) -> str:
    has_any = facts.intervals or (facts.target is not None and not facts.is_held)
    if facts.interval is None or not facts.interval.is_short or has_any:
        return ""
    none = "Inget" if phrases.is_neuter(facts) else "Ingen"
    unit = f"{none} {phrases.unit(facts)[0]}{phrases.length(facts)}"
    return f"{unit} räknas till {facts.year or 'perioden'}, så det finns inget att bedöma."


def _lower_bound(facts: Figures) -> str:
    if not _is_lower_bound(facts):
        return ""
    is_over = facts.judged_through >= facts.last
    unknown = "hur mycket som saknas" if not is_over else "om gränsen hölls" if facts.is_limit else "om målet nåddes"
    figure = phrases.so_far(facts).removesuffix(".")
    return f"{figure}; det publicerade talet är en undre gräns, så det går inte att säga {unknown}."


def _is_lower_bound(facts: Figures) -> bool:
    return facts.at_least and facts.target is not None and not facts.is_held


def _judged_too_early(facts: Figures) -> str:
    through, start = facts.judged_through, facts.followed_from
    if start is None or through >= start:
        return ""
    told, first = phrases.day(facts, through), phrases.day(facts, start)
    return f"Läget gäller till och med {told}, men löftet följs här först från {first}."


def _followed_inside(facts: Figures) -> str:
    start = facts.followed_from
    if start is None or start <= facts.start:
        return ""
    return f"Följs här från {phrases.day(facts, start)}; vad som hände dessförinnan är inte känt."


def _not_by_year(facts: Figures) -> str:
    promised = phrases.promised(facts)
    if promised is None or facts.year is None or facts.target is not None:
        return ""
    is_in_windows = facts.every > 1 and facts.interval is Interval.YEAR
    how = interval_phrase(Interval.YEAR, facts.every) if is_in_windows else "inte år för år"
    return f"Målet, {promised}, bedöms {how}."


_REASONS: tuple[Callable[[Figures], str], ...] = (
    _before_followed,
    _no_interval,
    _not_by_year,
    _lower_bound,
    _judged_too_early,
    _followed_inside,
)
