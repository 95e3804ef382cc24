"""The third sentence to say of a promise: why it went otherwise, what is decided, or what the council is to ask.

The first that there is: the reason told to the public, a decision that is due, a reason still to be written, another
decision, and last what came since the meeting before.
"""

from loftdb.core.changes import RowChange
from loftdb.core.meetings.agenda import Item
from loftdb.core.meetings.shown import Shown
from loftdb.core.model import LAGGING, Standing, Status
from loftdb.core.periods import nearest_year
from loftdb.view import meeting_phrases as spoken
from loftdb.view.figures import Figures
from loftdb.view.texts import meeting_item as words
from loftdb.view.texts.labels import label


def why(item: Item, shown: Shown, row: Figures | None) -> str:
    """Return the third sentence; ``row``: the number that is told, null for a promise told in words."""
    decisions = _decision(item, shown, is_due=True), _decision(item, shown, is_due=False)
    reasons = (
        _explained(item, shown, row),
        decisions[0],
        words.unexplained(spoken.asked(item.promise)) if _unexplained(item, row) else "",
        decisions[1],
        words.STANDS if item.promise.dropped_from and item.promise.dropped_from <= shown.day else "",
        _of_number(item, shown, row) if row else _of_word(item, shown),
    )
    return next(reason for reason in reasons if reason)


def _explained(item: Item, shown: Shown, row: Figures | None) -> str:
    """Return the first sentence of what is written to the public of just this time, where it went otherwise."""
    if row is not None and row.state not in LAGGING and not item.promise.dropped_from:
        return ""
    years = (row.year,) if row else (nearest_year(item.agreement.period, shown.day), None)
    subjects = {row.measure} if row else {item.promise.id}
    own = (each for each in item.explanations if each.subject in subjects and each.year in years)
    return next((spoken.first_sentence(each.public) for each in own), "")


def _unexplained(item: Item, row: Figures | None) -> bool:
    return any(row is None or (each.subject, each.year) == (row.measure, row.year) for each in item.unexplained)


def _decision(item: Item, shown: Shown, *, is_due: bool) -> str:
    found = next((each for each in item.decisions if each.is_due(shown.day) is is_due), None)
    if found is None:
        return ""
    name = None if item.promise.sensitive else spoken.first_sentence(found.action).removesuffix(".")
    function = spoken.small(" ".join(found.function.split()).rstrip(".!? "))
    return words.decision(name or None, spoken.day(found.due, shown.day.year), found.due < shown.day, function)


def _of_number(item: Item, shown: Shown, row: Figures) -> str:
    if row.state in (Standing.BEHIND, Standing.SLIGHTLY_BEHIND):
        return words.question(spoken.asked(item.promise))
    is_begun = row.is_begun and row.state is not Standing.NOT_STARTED
    if item.promise.conditional and not row.actual and not row.is_unknown and is_begun:
        return words.NO_NEED
    since = _since(shown, row)
    if since:
        return since
    if item.promise.conditional:
        return f"Löftet är villkorat: {spoken.small(spoken.first_sentence(item.promise.conditional))}"
    return words.NOT_WEIGHED if row.state is Standing.NO_TARGET and not row.is_unknown else words.NO_DECISION


def _since(shown: Shown, row: Figures) -> str:
    """Tell what the meeting before did not know: a number that has grown, a läge that is another."""
    change = next((each for each in shown.since.rows if (each.measure, each.year) == (row.number, row.year)), None)
    parts = list(_moved(change, row)) if change else []
    return (
        f"Sedan mötet {spoken.day(shown.previous, shown.day.year)} har {' och '.join(parts)}."
        if parts and shown.previous
        else ""
    )


def _moved(change: RowChange, row: Figures) -> list[str]:
    before, after = change.before, change.after
    if before is None or after is None:
        return []
    added = after.actual - before.actual
    parts = [f"{spoken.amount(row, added)} tillkommit"] if added > 0 and not row.is_held else []
    if change.is_moved:
        was, is_ = (label(each.state).lower() for each in (before, after))
        parts.append(f"läget gått från ”{was}” till ”{is_}”")
    return parts


def _of_word(item: Item, shown: Shown) -> str:
    said = item.word.said if item.word else None
    if item.word is None or shown.day not in item.agreement.period:
        return words.NO_DECISION
    if said and said.status is Status.DONE:
        return words.FINISHED
    step = spoken.first_sentence(said.next_step) if said else ""
    return f"Nästa steg: {step}" if step else words.how_goes_it(spoken.asked(item.promise))
