"""The start view of a meeting."""

from loftdb.core.meetings.agenda import Agenda
from loftdb.core.meetings.records import Meeting
from loftdb.ui.html import draw
from loftdb.ui.links import meeting_link
from loftdb.view import meeting_start as view


def meeting_start(meeting: Meeting, agenda: Agenda, *, is_live: bool) -> None:
    """Draw what the council sees first, and every promise as a way to it."""
    draw(view.state(agenda))
    draw(view.promises(agenda, lambda item: meeting_link(meeting.id, item.promise.id, is_live=is_live)))
