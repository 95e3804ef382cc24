"""Saying which function answers for a promise: coordinators on *Löfte*; refused text stays, a double tap saves once.

The field is named by what the person has read, so that a save over somebody else's is refused.
"""

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.functions import Naming, may_name, name_function
from loftdb.core.access import Actor
from loftdb.core.model import Promise
from loftdb.ui.html import draw
from loftdb.ui.links import href
from loftdb.ui.receipts import Receipt, leave, submission, take
from loftdb.ui.refusals import telling
from loftdb.ui.session import context_of
from loftdb.view import functions as view
from loftdb.view.receipts import announced
from loftdb.view.texts import functions as words

ASKED = "funktion"
"""The address parameter that opens the form."""


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
        _form(context.actor, promise)
    else:
        with st.expander(words.CHANGE if promise.function else words.SET):
            _form(context.actor, promise)


@st.fragment
def _form(who: Actor, promise: Promise) -> None:
    """Draw the field; a fragment keeps what was read, so that nothing is lost where somebody else was first."""
    prefix = f"function-{promise.id}-{promise.function}"
    with st.form(prefix, border=False):
        function = st.text_input(words.NAME, promise.function, key=f"{prefix}-text", placeholder=words.LIKE)
        st.caption(words.HELP)
        answer = st.container()
        if st.form_submit_button(words.SAVE, type="primary"):
            with answer:
                _save(context_of(who), Naming(promise.id, function, promise.function), f"{prefix}-key")


def _save(context: Context, naming: Naming, name: str) -> None:
    with telling():
        warnings = name_function(context, naming, submission(name))
        sentence = words.SAVED if naming.function.strip() else words.TAKEN_BACK
        leave(_place(naming.promise), Receipt(sentence, warnings))
        del st.session_state[name]
        st.query_params.pop(ASKED, None)
        st.rerun()


def _receipt(promise: Promise) -> None:
    receipt = take(_place(promise.id)) or Receipt("")
    draw(announced(receipt.sentence, receipt.warnings))


def _place(promise: str) -> tuple[str, str]:
    return "function", promise
