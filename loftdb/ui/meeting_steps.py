"""From promise to promise and back to the start view, by button or key; the order is the agenda's."""

import streamlit as st

from loftdb.core.meetings.agenda import Agenda, Item
from loftdb.core.meetings.records import Meeting, Stage
from loftdb.ui.html import draw
from loftdb.ui.meeting_head import switch
from loftdb.view import meeting_head as view
from loftdb.view.markup import literal
from loftdb.view.texts import meeting as words
from loftdb.view.texts.labels import label

PROMISE = "lofte"
"""The address parameter of the promise."""


def asked_item(agenda: Agenda) -> Item | None:
    """Return the promise that the address asks for; null where it asks for none, or for none of the meeting's."""
    asked = st.query_params.get(PROMISE)
    found = next((item for item in agenda.items if item.promise.id == asked), None)
    if asked and not found:
        st.warning(words.NO_PROMISE.format(asked=literal(asked)))
    return found


def begin(meeting: Meeting, agenda: Agenda, *, is_live: bool) -> None:
    """Draw the way to the first promise, which is the main one while the meeting is held, and the switch."""
    with st.container(key="mote-begin", horizontal=True, width="content"):
        if agenda.items:
            kind = "primary" if meeting.stage is Stage.HELD else "secondary"
            _way(words.BEGIN, "next", agenda.items[0], "Right", kind=kind)
        switch(meeting, is_live=is_live)


def steps(meeting: Meeting, agenda: Agenda, item: Item, *, is_live: bool) -> None:
    """Draw the ways from a promise, where among the others it is, and the switch."""
    at = agenda.items.index(item)
    before = agenda.items[at - 1] if at else None
    after = agenda.items[at + 1] if at + 1 < len(agenda.items) else None
    with st.container(key="mote-bar", horizontal=True, vertical_alignment="center"):
        _way(words.BACK, "back", None, "Home")
        draw(view.place(at + 1, len(agenda.items), label(item.group)))
        _way(words.PREVIOUS, "previous", before, "Left", is_off=before is None)
        _way(words.FOLLOWING, "next", after, "Right", is_off=after is None)
        switch(meeting, is_live=is_live)


def _way(  # noqa: PLR0913 - what it says, where it leads, how it looks
    name: str, key: str, to: Item | None, shortcut: str, *, is_off: bool = False, kind: str = "secondary"
) -> None:
    st.button(
        name,
        key=f"mote-{key}",
        type="primary" if kind == "primary" else "secondary",
        shortcut=shortcut,
        disabled=is_off,
        on_click=_go,
        args=(to,),
        width="content",
    )


def _go(to: Item | None) -> None:
    if to is None:
        st.query_params.pop(PROMISE, None)
    else:
        st.query_params[PROMISE] = to.promise.id
