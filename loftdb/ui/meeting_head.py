"""The head of a meeting, and whether its figures are those that were sent or those of now."""

import streamlit as st

from loftdb.core.meetings.agenda import Agenda
from loftdb.core.meetings.records import Meeting, Stage
from loftdb.ui.html import draw
from loftdb.ui.links import LIVE, href
from loftdb.view import meeting_head as view
from loftdb.view.texts import meeting as words

SWITCHED = (Stage.SENT, Stage.HELD)
"""The stages in which what was sent and what is known now are told apart."""

KEY = "F2"
"""Of the switch: a letter would be taken from those who steer by voice (WCAG 2.1.4), and in fields it does nothing."""


def is_live(meeting: Meeting) -> bool:
    """Tell whether the address asks for the figures of now, and the meeting has others to leave."""
    return meeting.stage in SWITCHED and st.query_params.get("visa") == LIVE


def meeting_head(meeting: Meeting, agenda: Agenda) -> None:
    """Draw the head."""
    rows = [row for item in agenda.items for row in item.rows]
    draw(view.head(meeting, agenda.shown, rows, href("mote", kommun=agenda.shown.municipality.name)))


def switch(meeting: Meeting, *, is_live: bool) -> None:
    """Draw the two ways to see the figures; the key goes to the one that is not shown."""
    if meeting.stage not in SWITCHED:
        return
    with st.container(key="mote-switch", horizontal=True, gap=None):
        _choice(words.FROZEN, is_live=False, is_shown=not is_live)
        _choice(words.LIVE, is_live=True, is_shown=is_live)


def _choice(name: str, *, is_live: bool, is_shown: bool) -> None:
    st.button(
        f"{name} *{words.SHOWN}*" if is_shown else name,
        key=f"mote-switch-{is_live}",
        type="primary" if is_shown else "secondary",
        shortcut=None if is_shown else KEY,
        on_click=_show,
        args=(is_live,),
        width="content",
    )


def _show(is_live: bool) -> None:
    if is_live:
        st.query_params["visa"] = LIVE
    else:
        st.query_params.pop("visa", None)
