"""Where a draft comes from: a text, a file, or what was saved; what cannot be read stays in its field, with why."""

from dataclasses import dataclass

import streamlit as st

from loftdb.actions import drafts as stored
from loftdb.actions.context import Context
from loftdb.actions.reading import read_file, read_text
from loftdb.core import drafts
from loftdb.core.access import Actor
from loftdb.core.errors import LoftdbError
from loftdb.core.moments import local_day
from loftdb.core.reading.result import Reading
from loftdb.ui.draft_work import begin
from loftdb.ui.html import draw
from loftdb.ui.session import context_of
from loftdb.view.draft import section
from loftdb.view.formats import prose_date
from loftdb.view.texts import new_agreement as words
from loftdb.view.texts.errors import error_text

_MEGABYTES = 10
_READ = "nytt-read"
"""Where a text with several agreements waits for the choice."""
_TROUBLE = "nytt-trouble"
"""Why a saved draft could not be opened or deleted, to be said once."""


@dataclass(frozen=True)
class Source:
    """What was read, and from what."""

    reading: Reading
    name: str


def source(context: Context) -> None:
    """Draw the ways in, and read what is given."""
    found: Source | None = st.session_state.get(_READ)
    if found is not None:
        _which(context, found)
        return
    if trouble := st.session_state.pop(_TROUBLE, ""):
        st.error(trouble)
    pasted, file = _fields()
    answer = st.container()  # above the button, where a thumb has it in sight
    if st.button(words.READ, type="primary", key="nytt-read-button"):
        with answer:
            _read(context, pasted, file)
    _saved(context)


def _fields() -> tuple[str, tuple[str, bytes] | None]:
    pasted = st.text_area(words.PASTE, key="nytt-paste", height=240, placeholder=words.PASTE_HERE, on_change="ignore")
    uploaded = st.file_uploader(words.UPLOAD, words.FILE_KINDS, key="nytt-file", max_upload_size=_MEGABYTES)
    return pasted or "", (uploaded.name, uploaded.getvalue()) if uploaded else None


def _read(context: Context, pasted: str, file: tuple[str, bytes] | None) -> None:
    """Read, and go on: to the draft, or to the choice between several."""
    if bool(pasted.strip()) == bool(file):
        st.error(words.BOTH if file else words.NOTHING_TO_READ)
        return
    try:
        with st.spinner(words.READING):
            reading = read_file(context, *file) if file else read_text(context, pasted)
    except LoftdbError as error:
        st.error(error_text(error))
        return
    if not reading.plans:
        st.error(words.NO_AGREEMENT)
        return
    found = Source(reading, file[0] if file else words.PASTED)
    if len(reading.plans) > 1:
        st.session_state[_READ] = found
    else:
        _propose(context.actor, found, 0)
    st.rerun()


def _which(context: Context, found: Source) -> None:
    """Ask which of several agreements is meant."""
    draw(section(words.WHICH))
    for number, plan in enumerate(found.reading.plans):
        st.button(words.plan_choice(plan), key=f"nytt-plan-{number}", on_click=_propose,
                  args=(context.actor, found, number))  # fmt: skip
    st.button(words.ANOTHER, key="nytt-plan-none", type="tertiary", on_click=_forget)


def _forget() -> None:
    st.session_state.pop(_READ, None)


def _propose(who: Actor, found: Source, plan: int) -> None:
    _forget()
    begin(who, drafts.propose(found.reading, plan))


def _saved(context: Context) -> None:
    """List what was saved, to go on with or to delete."""
    kept = stored.drafts(context)
    if not kept:
        return
    draw(section(words.DRAFTS))
    for each in kept:
        with st.container(border=True, key=f"nytt-saved-{each.id}", gap="xsmall"):
            title = each.draft.title or words.TITLE
            st.markdown(f"**{title}**")
            st.caption(words.saved_line(each.draft, prose_date(local_day(each.registered_at))))
            with st.container(horizontal=True, gap="small"):
                st.button(words.by_ear(title, words.CONTINUE), key=f"nytt-go-{each.id}", type="primary",
                          on_click=_go_on, args=(context.actor, each.id))  # fmt: skip
                st.button(words.by_ear(title, words.DELETE_DRAFT), key=f"nytt-delete-{each.id}", type="tertiary",
                          on_click=_delete, args=(context.actor, each.id, each.version))  # fmt: skip


def _go_on(who: Actor, number: int) -> None:
    try:
        saved = stored.load(context_of(who), number)
    except LoftdbError as error:
        st.session_state[_TROUBLE] = error_text(error)
    else:
        begin(who, saved.draft, saved.id, saved.version)


def _delete(who: Actor, number: int, seen: int) -> None:
    try:
        stored.discard(context_of(who), number, seen)
    except LoftdbError as error:
        st.session_state[_TROUBLE] = error_text(error)
