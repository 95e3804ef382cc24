"""The head of a meeting, and whether its figures are those that were sent or those of now."""

import streamlit as st

from loftdb.core.meetings.agenda import Agenda
from loftdb.core.meetings.records import Meeting, Stage
from loftdb.ui.html import draw
from loftdb.ui.links import LIVE, href
from loftdb.view import meeting_head as view

SWITCHED = (Stage.SENT, Stage.HELD)
"""The stages in which what was sent and what is known now are told apart."""


def is_live(meeting: Meeting) -> bool:
    """Tell whether the address asks for the figures of now, and the meeting has others to leave."""
    return meeting.stage in SWITCHED and st.query_params.get("visa") == LIVE


def meeting_head(meeting: Meeting, agenda: Agenda) -> None:
    """Draw the head."""
    rows = [row for item in agenda.items for row in item.rows]
    draw(view.head(meeting, agenda.shown, rows, href("mote", kommun=agenda.shown.municipality.name)))
