"""The arithmetic of a row that is judged by held intervals: held of completed, missed, longest gap, what is left."""

from loftdb.core.model import Standing
from loftdb.view import phrases
from loftdb.view.figures import Figures
from loftdb.view.formats import counted, number


def held_parts(facts: Figures) -> list[str]:
    """Return the sentences of a row with completed, running or coming intervals; what has nothing to say is empty."""
    if facts.state is Standing.NOT_STARTED:
        return [f"{phrases.begins(facts)}.", f"Mål: {phrases.promised(facts)}."]
    return [_held_share(facts), _missed(facts), _running(facts), _ahead(facts)]


def _held_share(facts: Figures) -> str:
    singular, plural = phrases.unit(facts)
    if not facts.completed:
        return f"Inget {singular} är avslutat än." if phrases.is_neuter(facts) else f"Ingen {singular} är avslutad än."
    name = f"{phrases.capital(plural)}{phrases.length(facts)}"
    limit = f", {phrases.promised(facts)}" if facts.is_limit else ""
    return f"{name} då löftet hölls{limit}: {number(facts.held or 0)} av {number(facts.completed)}."


def _missed(facts: Figures) -> str:
    missed = (facts.completed or 0) - (facts.held or 0)
    if not missed:
        return ""
    verb = missed_word(facts, missed)
    gap = facts.longest_gap or 0
    longest = f" Längsta uppehållet är {counted(gap, *phrases.unit(facts))}." if gap > 1 else ""
    is_over = facts.completed == facts.intervals
    lost = "" if is_over else f"; alla {phrases.unit(facts)[1]} kan inte längre hållas"
    return f"{counted(missed, *phrases.unit(facts))} {verb}{lost}.{longest}"


def _running(facts: Figures) -> str:
    """Explain a row that lags although every completed interval was held: the running one does (section 4)."""
    lags = facts.state in (Standing.SLIGHTLY_BEHIND, Standing.BEHIND)
    if not lags or facts.held != facts.completed:
        return ""
    running = f"{'det' if phrases.is_neuter(facts) else 'den'} {phrases.unit(facts)[0]} som pågår"
    return f"Gränsen är redan passerad i {running}." if facts.is_limit else f"{phrases.capital(running)} ligger efter."


def _ahead(facts: Figures) -> str:
    left = (facts.intervals or 0) - (facts.completed or 0)
    if left:
        return f"{counted(left, *phrases.unit(facts))} återstår{phrases.reckoned_from(facts)}."
    return f"Löftet hölls alla {phrases.unit(facts)[1]}." if facts.state is Standing.REACHED else ""


def missed_word(facts: Figures, missed: int) -> str:
    """Return the form of *missad* that follows so many intervals: ``1 kvartal missat``, ``3 veckor missade``."""
    return "missade" if missed > 1 else "missat" if phrases.is_neuter(facts) else "missad"
