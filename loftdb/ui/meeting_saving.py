"""What a button of *BRÅ-möte* saves: once, told of in a live region that stands there before, refused in a sentence."""

import secrets
from collections.abc import Callable

import streamlit as st

from loftdb.core.errors import LoftdbError, Refused
from loftdb.ui.html import draw
from loftdb.view import receipts
from loftdb.view.markup import joined, tag
from loftdb.view.texts import meeting as words
from loftdb.view.texts.errors import error_text
from loftdb.view.texts.issues import issue_text

SAID = "mote-said"
"""Where the receipt of what was just saved waits: the meeting (null: the list), the sentence, and the runs left."""

RUNS = 2
"""The second tap of a double tap is a run of its own."""


def receipt() -> None:
    """Draw what was saved last on this page."""
    place, sentence, runs = st.session_state.get(SAID, (None, "", 0))
    is_here = runs > 0 and place == st.query_params.get("mote")
    st.session_state[SAID] = (place, sentence, runs - 1 if is_here else 0)
    draw(receipts.live(tag("p", sentence, class_="loft-said") if is_here else joined()))


def save(name: str, act: Callable[[str], object], sentence: str) -> None:
    """Do it with a key of its own for what ``name`` names, and run the page again; say what was refused."""
    submission = st.session_state.setdefault(f"{name}-key", secrets.token_hex())
    try:
        with st.spinner(words.WORKING):
            act(submission)
    except Refused as error:
        for issue in error.issues:
            st.error(issue_text(issue))
    except LoftdbError as error:
        st.error(error_text(error))
    else:
        st.session_state[SAID] = (st.query_params.get("mote"), sentence, RUNS)
        st.rerun()
