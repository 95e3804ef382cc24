"""One meeting: its start view, or one promise of it; the agenda is made once in a run."""

import streamlit as st

from loftdb.actions import meetings
from loftdb.actions.context import Context
from loftdb.core.errors import NotFound
from loftdb.core.meetings.agenda import Agenda
from loftdb.core.meetings.records import Meeting
from loftdb.ui.meeting_decisions import meeting_decisions
from loftdb.ui.meeting_head import is_live, meeting_head
from loftdb.ui.meeting_item import meeting_item
from loftdb.ui.meeting_papers import meeting_papers
from loftdb.ui.meeting_saving import receipt
from loftdb.ui.meeting_stage import first_steps, freezing, last_steps
from loftdb.ui.meeting_start import meeting_start
from loftdb.ui.meeting_steps import asked_item, begin, steps
from loftdb.view.markup import literal
from loftdb.view.texts import meeting as words


def one_meeting(context: Context, asked: str) -> bool:
    """Draw the meeting that the address asks for; false where there is none, which is said."""
    found = _found(context, asked)
    if found is None:
        st.warning(words.NOT_FOUND.format(asked=literal(asked)))
        return False
    live = is_live(found)
    agenda = meetings.agenda(context, found, is_live=live)
    name = words.meeting_name(agenda.shown.council, agenda.shown.municipality.name)
    st.set_page_config(page_title=f"{name}, {words.day_title(found.day).lower()}")
    with st.container(key="mote"):
        item = asked_item(agenda)
        if item:
            steps(found, agenda, item, is_live=live)
            meeting_item(context, found, agenda, item)
        else:
            _start(context, found, agenda, is_live=live)
    return True


def _start(context: Context, meeting: Meeting, agenda: Agenda, *, is_live: bool) -> None:
    with st.container(key="mote-top", horizontal=True, vertical_alignment="bottom"):
        meeting_head(meeting, agenda)
        with st.container(key="mote-actions", width="content"):
            first_steps(context, meeting, agenda)
            begin(meeting, agenda, is_live=is_live)
    receipt()
    freezing(context, meeting, agenda)
    meeting_start(context, meeting, agenda, is_live=is_live)
    meeting_decisions(context, meeting, None)
    last_steps(context, meeting)
    meeting_papers(context, meeting)


def _found(context: Context, asked: str) -> Meeting | None:
    try:
        return meetings.meeting(context, int(asked))
    except (ValueError, NotFound):
        return None
