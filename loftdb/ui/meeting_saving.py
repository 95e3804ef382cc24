"""What a button of *BRÅ-möte* saves: once, told of in a live region that stands there before, refused in a sentence."""

from collections.abc import Callable

import streamlit as st

from loftdb.ui.html import draw
from loftdb.ui.receipts import Receipt, leave, submission, take
from loftdb.ui.refusals import telling
from loftdb.view.receipts import announced
from loftdb.view.texts import meeting as words


def receipt() -> None:
    """Draw what was saved last on this page."""
    left = take(_place())
    draw(announced(left.sentence if left else ""))


def _place() -> tuple[str, str | None]:
    return "meeting", st.query_params.get("mote")


def save(name: str, act: Callable[[str], object], sentence: str) -> None:
    """Do it with a key of its own for what ``name`` names, and run the page again; say what was refused."""
    with telling():
        with st.spinner(words.WORKING):
            act(submission(f"{name}-key"))
        leave(_place(), Receipt(sentence))
        st.rerun()
