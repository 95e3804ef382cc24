"""A meeting's documents to take away: what is stored, byte for byte, and a draft while it is still open."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

import streamlit as st

from loftdb.actions import meetings
from loftdb.actions.context import Context
from loftdb.actions.meeting_files import File, NotesFiles, notes_draft, state_draft
from loftdb.core.access import Actor
from loftdb.core.errors import LoftdbError
from loftdb.core.meetings.records import FROZEN, DocumentKind, FrozenDocument, Meeting, Stage
from loftdb.ui.html import draw
from loftdb.ui.session import context_of
from loftdb.view.meeting_papers import panel as view
from loftdb.view.memo.paste import pasted
from loftdb.view.texts import meeting_papers as words
from loftdb.view.texts.errors import error_text

MADE = "meeting-papers-made"
"""Where the draft that was made last lies: what it was made of, and the files."""


def meeting_papers(context: Context, meeting: Meeting) -> None:
    """Draw the documents that are stored and, while the meeting is open, the way to a draft."""
    _papers(context.actor, meeting.id)


@st.fragment
def _papers(who: Actor, number: int) -> None:
    context = context_of(who)
    found = meetings.meeting(context, number)
    stored = meetings.documents(context, found)
    with st.container(key="meeting-papers"):
        draw(view.heading(found.stage))
        for document in view.latest(stored):
            with st.container(horizontal=True, vertical_alignment="center"):
                _download(context, document, words.FETCH[document.kind], view.is_first(document, found.stage))
                draw(view.saved_line(document))
        if found.stage is Stage.CLOSED:
            _text(context, view.latest(stored))
        elif found.is_open:
            _draft(context, found)
        if earlier := view.earlier(stored):
            with st.expander(words.EARLIER):
                for document in earlier:
                    _download(context, document, view.dated_name(document))


def _download(context: Context, document: FrozenDocument, name: str, is_first: bool = False) -> None:
    """Draw the button of a stored document; its bytes are read when it is tapped."""
    key = f"papers-{document.meeting}-{document.kind}-{document.number}"
    content = partial(meetings.document_bytes, context, document)
    kind: Literal["primary", "secondary"] = "primary" if is_first else "secondary"
    st.download_button(name, content, document.name, document.media_type, key=key, on_click="ignore", type=kind)


def _text(context: Context, found: Sequence[FrozenDocument]) -> None:
    for document in found:
        if document.kind is DocumentKind.NOTES_TEXT:
            with st.expander(words.NOTES_TEXT):
                draw(pasted(meetings.document_bytes(context, document).decode()))


def _draft(context: Context, found: Meeting) -> None:
    """Draw the button that makes a draft, and what it made as long as nothing has changed."""
    database = context.database
    question = (context.actor, found, database.ledger_version, database.reference_version)
    is_frozen = found.stage in FROZEN
    if st.button(words.PREVIEW_NOTES if is_frozen else words.PREVIEW_STATE, key="papers-draft"):
        with st.spinner(words.WORKING, show_time=True):
            _make(context, found, question, is_frozen)
    asked, made = st.session_state.get(MADE, (None, None))
    if asked == question:
        _show(made)


def _make(context: Context, found: Meeting, question: object, is_frozen: bool) -> None:
    try:
        made = notes_draft(context, found) if is_frozen else state_draft(context, found)
    except LoftdbError as error:
        st.error(error_text(error))
    else:
        st.session_state[MADE] = (question, made)


def _show(made: File | NotesFiles) -> None:
    file = made.pdf if isinstance(made, NotesFiles) else made
    st.success(words.READY)
    st.download_button(
        words.FETCH_DRAFT, file.content, file.name, "application/pdf", key="papers-draft-pdf", on_click="ignore"
    )
    if isinstance(made, NotesFiles):
        draw(pasted(made.text))
