"""One meeting: its start view, or one promise of it; the agenda is made once in a run."""

import streamlit as st

from loftdb.actions import meetings
from loftdb.actions.context import Context
from loftdb.core.errors import NotFound
from loftdb.core.meetings.records import Meeting
from loftdb.ui.meeting_head import is_live, meeting_head
from loftdb.ui.meeting_start import meeting_start
from loftdb.view.texts import meeting as words


def one_meeting(context: Context, asked: str) -> bool:
    """Draw the meeting that the address asks for; false where there is none, which is said."""
    found = _found(context, asked)
    if found is None:
        st.warning(words.NOT_FOUND.format(asked=asked))
        return False
    live = is_live(found)
    agenda = meetings.agenda(context, found, is_live=live)
    with st.container(key="mote"):
        meeting_head(found, agenda)
        meeting_start(found, agenda, is_live=live)
    return True


def _found(context: Context, asked: str) -> Meeting | None:
    try:
        return meetings.meeting(context, int(asked))
    except (ValueError, NotFound):
        return None
