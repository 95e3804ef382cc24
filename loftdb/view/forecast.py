"""Forecasts in words: the likely final number, and the chance by one fixed scale (``CHANCES``) with its per cent."""

from loftdb.view import phrases
from loftdb.view.figures import Figures, Row, figures
from loftdb.view.formats import number, percent

CHANCES = (
    (4, "mycket liten chans"),
    (24, "liten chans"),
    (44, "ganska liten chans"),
    (55, "ungefär jämna chanser"),
    (75, "ganska stor chans"),
    (95, "stor chans"),
    (100, "mycket stor chans"),
)
"""Through how many whole per cent each word holds; the help page prints the same."""


def forecast_text(row: Row) -> str:
    """Write ``I nuvarande takt 62–74 av 80; liten chans (7 %) att nå 80.``; empty where nothing is left to forecast."""
    facts = figures(row)
    if facts.probability is None or facts.low is None or facts.high is None:
        return ""
    span, chance = range_text(facts.low, facts.high), chance_text(facts.probability)
    if facts.is_held:
        return _held(facts, span, chance)
    goal = number(facts.target or 0)
    if facts.is_limit:
        return f"I nuvarande takt {span}; {chance} att stanna på högst {goal}."
    return f"I nuvarande takt {span} av {goal}; {chance} att nå {goal}."


def _held(facts: Figures, span: str, chance: str) -> str:
    """Tell of intervals; that one is missed already has been said."""
    intervals = f"{number(facts.intervals or 0)} {phrases.unit(facts)[1]}"
    kept = f"; {chance} att hålla alla" if facts.probability else ""
    return f"I nuvarande takt hålls {span} av {intervals}{kept}."


def chance_text(probability: float) -> str:
    """Write ``liten chans (7 %)``; what is not settled is never 0 or 100 per cent."""
    whole = int(probability * 100 + 0.5)
    words = next(words for through, words in CHANCES if whole <= through)
    told = f"under {percent(1)}" if whole < 1 else f"över {percent(99)}" if whole > 99 else percent(whole)
    return f"{words} ({told})"


def range_text(low: int, high: int) -> str:
    """Write ``62–74``, or the one number that both ends are."""
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def chances_table() -> str:
    """Return the scale as a Markdown table."""
    firsts = (0, *(through + 1 for through, _ in CHANCES))
    rows = (
        f"| {percent_range(first, through)} | {words} |"
        for first, (through, words) in zip(firsts, CHANCES, strict=False)
    )
    return "\n".join(("| Sannolikhet | Ord |", "|---|---|", *rows))


def percent_range(first: int, through: int) -> str:
    """Write ``5–24 %``."""
    return f"{first}–{percent(through)}"
