"""The follow-ups that the agreement demands, as a table, and those that the board itself is owed."""

from collections.abc import Iterator

from loftdb.core.documents import Table
from loftdb.core.duties import DutyStage, DutyState, needs_minutes
from loftdb.core.memo import Memo
from loftdb.view.duties import duty_name, window_text
from loftdb.view.formats import prose_date
from loftdb.view.texts.labels import label
from loftdb.view.texts.papers import DUTIES_HEADER

TITLE = "Uppföljningar enligt medborgarlöftet"


def duties_table(memo: Memo) -> Iterator[Table]:
    """Yield the duties of all the agreements as one table; nothing where none is owed."""
    states = [state for part in memo.parts for state in part.duties]
    if states:
        rows = tuple(
            (duty_name(each), each.duty.to_whom, window_text(each.occasion.window), _stage(each)) for each in states
        )
        yield Table(DUTIES_HEADER, rows, widths=(4, 4, 3, 3))


def owed_to_board(memo: Memo) -> list[DutyState]:
    """Return what is owed to kommunstyrelsen and not done, from the day it is to be prepared."""
    states = (state for part in memo.parts for state in part.duties if needs_minutes(state.duty))
    return [each for each in states if each.stage not in (DutyStage.DONE, DutyStage.UPCOMING)]


def _stage(state: DutyState) -> str:
    mark = state.mark
    if mark is None or mark.on is None:
        return label(state.stage)
    said = (f"{label(state.stage)} {prose_date(mark.on)}", mark.paragraph, mark.case)
    return ", ".join(part for part in said if part)
