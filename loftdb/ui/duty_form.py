"""Marking a follow-up as done, and taking that back: what is refused stays in its fields, a double tap saves once.

The fields are named by the version that the person has read, so that the form of an earlier one is gone.
"""

from collections.abc import Callable

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.duties import Done, Owed, mark_done, undo
from loftdb.core.duties import DutyState, needs_minutes
from loftdb.core.errors import ConcurrentChange
from loftdb.core.periods import FIRST_TYPED, LAST_TYPED
from loftdb.ui.html import draw
from loftdb.ui.receipts import Receipt, leave, submission, take
from loftdb.ui.refusals import telling
from loftdb.view import duties as view
from loftdb.view.texts import duties as words
from loftdb.view.texts.errors import error_text


def owed(state: DutyState) -> Owed:
    """Return the occasion as it was read."""
    return Owed(state.agreement.id, state.duty.id, state.occasion.key, state.version)


def duty_form(context: Context, state: DutyState) -> None:
    """Draw the receipt of what was saved last, and the form or, where it is done, the way back."""
    _tell(state)
    with st.container(key="duty"):
        if state.mark:
            _undo(context, state)
        else:
            _mark(context, state)


def _tell(state: DutyState) -> None:
    """Show the receipt for as long as a double tap lasts; else that somebody else has said something meanwhile."""
    seen, receipt = f"duty-seen-{state.duty.id}-{state.occasion.key}", take(_place(state))
    if receipt:
        st.success(receipt.sentence)
    elif st.session_state.get(seen, state.version) != state.version:
        st.warning(error_text(ConcurrentChange("duty", state.duty.title)))
    st.session_state[seen] = state.version


def _mark(context: Context, state: DutyState) -> None:
    prefix = _prefix(state)
    with st.form(prefix, enter_to_submit=False):
        draw(view.form_heading())
        on = st.date_input(
            words.ON, context.today, FIRST_TYPED, LAST_TYPED, format="YYYY-MM-DD", key=f"{prefix}-on", width=220
        )
        paragraph, case = _minutes(prefix) if needs_minutes(state.duty) else ("", "")
        answer = st.container()
        if st.form_submit_button(words.SAVE, type="primary"):
            done = Done(owed(state), on, paragraph, case)
            with answer:
                _try(state, words.SAVED, lambda key: mark_done(context, done, key))


def _minutes(prefix: str) -> tuple[str, str]:
    """Ask where kommunstyrelsen dealt with it."""
    with st.container(horizontal=True):
        paragraph = st.text_input(
            words.PARAGRAPH, key=f"{prefix}-paragraph", placeholder=words.PARAGRAPH_LIKE, width=220
        )
        case = st.text_input(words.CASE, key=f"{prefix}-case", placeholder=words.CASE_LIKE, width=220)
    return paragraph, case


def _undo(context: Context, state: DutyState) -> None:
    if st.button(words.UNDO, key=f"{_prefix(state)}-undo"):
        _try(state, words.UNDONE, lambda key: undo(context, owed(state), key))


def _try(state: DutyState, sentence: str, save: Callable[[str], None]) -> None:
    """Save once, and run the page again with a receipt; say what was refused."""
    with telling():
        save(submission(f"{_prefix(state)}-key"))
        leave(_place(state), Receipt(sentence))
        st.rerun()


def _place(state: DutyState) -> tuple[str, str, str]:
    return "duty", state.duty.id, state.occasion.key


def _prefix(state: DutyState) -> str:
    return f"duty-{state.duty.id}-{state.occasion.key}-{state.version}"
