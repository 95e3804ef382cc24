"""Saying which function answers for a promise: coordinators on *Löfte*; refused text stays, a double tap saves once.

The field is named by what the person has read, so that a save over somebody else's is refused.
"""

import secrets

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.functions import Naming, may_name, name_function
from loftdb.core.errors import LoftdbError, Refused
from loftdb.core.model import Promise
from loftdb.ui.html import draw
from loftdb.ui.links import href
from loftdb.view import functions as view
from loftdb.view.texts import functions as words
from loftdb.view.texts.errors import error_text
from loftdb.view.texts.issues import issue_text

ASKED, SAID = "funktion", "function-said"
"""The address parameter that opens the form, and where a receipt waits: promise, sentence, warnings and runs."""

RUNS = 2
"""Runs that show a receipt: the second tap of a double tap is a run of its own."""


def function_link(context: Context, promise: Promise) -> str | None:
    """Return the address where the function that answers for the promise is said; null: not by this actor."""
    return href("lofte", lofte=promise.id, **{ASKED: 1}) if may_name(context, promise) else None


def function_form(context: Context, promise: Promise) -> None:
    """Draw the form for those who may; nothing for others."""
    if not may_name(context, promise):
        return
    with st.container(key="receipt-function"):
        _receipt(promise)
    if ASKED in st.query_params:
        draw(view.form_heading())
        _form(context, promise)
    else:
        with st.expander(words.CHANGE if promise.function else words.SET):
            _form(context, promise)


def _form(context: Context, promise: Promise) -> None:
    prefix = f"function-{promise.id}-{promise.function}"
    with st.form(prefix, border=False):
        function = st.text_input(words.NAME, promise.function, key=f"{prefix}-text", placeholder=words.LIKE)
        st.caption(words.HELP)
        answer = st.container()
        if st.form_submit_button(words.SAVE, type="primary"):
            with answer:
                _save(context, Naming(promise.id, function, promise.function), f"{prefix}-key")


def _save(context: Context, naming: Naming, name: str) -> None:
    submission = st.session_state.setdefault(name, secrets.token_hex())
    try:
        warnings = name_function(context, naming, submission)
    except Refused as error:
        for issue in error.issues:
            st.error(issue_text(issue))
    except LoftdbError as error:
        st.error(error_text(error))
    else:
        sentence = words.SAVED if naming.function.strip() else words.TAKEN_BACK
        st.session_state[SAID] = (naming.promise, sentence, warnings, RUNS)
        del st.session_state[name]
        st.query_params.pop(ASKED, None)
        st.rerun()


def _receipt(promise: Promise) -> None:
    about, sentence, warnings, runs = st.session_state.pop(SAID, (None, "", (), 0))
    is_own = about == promise.id
    draw(view.receipt(sentence if is_own else "", warnings))
    if is_own and runs > 1:
        st.session_state[SAID] = (about, sentence, warnings, runs - 1)
