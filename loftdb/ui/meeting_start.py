"""The start view of a meeting: the state, what changed, what waits, and every promise as a way to it."""

from dataclasses import replace

from loftdb.actions import deviations, meetings
from loftdb.actions.context import Context
from loftdb.actions.register import find_promise, measures
from loftdb.core.errors import NotFound
from loftdb.core.meetings.agenda import Agenda
from loftdb.core.meetings.records import Meeting
from loftdb.core.meetings.shown import OwedDuty, Unexplained
from loftdb.ui.deviation_form import write_link
from loftdb.ui.html import draw
from loftdb.ui.links import href, meeting_link
from loftdb.ui.meeting_head import SWITCHED
from loftdb.view import meeting_head as head
from loftdb.view import meeting_since as since
from loftdb.view import meeting_start as view
from loftdb.view.change_rows import change_rows
from loftdb.view.meeting_ways import Ways


def meeting_start(context: Context, meeting: Meeting, agenda: Agenda, *, is_live: bool) -> None:
    """Draw what the council sees first, and every promise."""
    ways = Ways(
        lambda promise: meeting_link(meeting.id, promise, is_live=is_live),
        lambda lack: _deviation_link(context, lack),
        _duty_link,
    )
    draw(view.state(agenda, ways))
    draw(since.since_and_due(agenda, ways))
    if meeting.stage in SWITCHED:
        _since_sent(context, meeting, agenda)
    draw(view.promises(agenda, ways))
    draw(view.beside(agenda))


def _since_sent(context: Context, meeting: Meeting, agenda: Agenda) -> None:
    """Draw what was known only after the figures were frozen; a year that a longer period adds was not in them."""
    told = [promise for _, promise in agenda.shown.promises()]
    titles = {measure.id: promise.title for promise in told for measure in promise.measures}
    titles |= {promise.id: promise.title for promise in told}
    titles |= {agreement.id: agreement.title for agreement in agenda.shown.agreements}
    titles |= {duty.duty: duty.title for duty in agenda.shown.duties}
    found = meetings.since_sent(context, meeting)
    found = replace(found, rows=tuple(row for row in found.rows if row.before and row.after))
    draw(head.since_sent(change_rows(found, measures(context), titles)))


def _deviation_link(context: Context, lack: Unexplained) -> str | None:
    try:
        _, promise = find_promise(context, lack.promise)
    except NotFound:
        return None
    return write_link(lack.promise, lack.year) if deviations.may_write(context, promise) else None


def _duty_link(duty: OwedDuty) -> str:
    asked = f"{duty.duty}:{duty.occasion}" if duty.occasion else duty.duty
    return href("uppfoljningar", uppfoljning=asked)
