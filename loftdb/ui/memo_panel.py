"""*Underlag till tjänsteskrivelse*: made when it is asked for, shown until something else is chosen."""

from datetime import date

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.memo_files import MemoFiles, memo_files
from loftdb.actions.progress import Scope, agreements
from loftdb.core.access import Actor
from loftdb.core.model import Municipality
from loftdb.core.periods import Period, months_ended
from loftdb.ui.html import draw
from loftdb.ui.refusals import telling
from loftdb.ui.session import context_of
from loftdb.view.formats import prose_date
from loftdb.view.memo.paste import pasted
from loftdb.view.overview import AS_KNOWN, JUDGED_THROUGH
from loftdb.view.texts import duties as words

MADE = "memo-made"
"""Where what was made last lies: what it was made of, and the files."""


@st.fragment
def memo_panel(who: Actor, place: Municipality) -> None:
    """Draw the choice of day, the button, and what was made."""
    context = context_of(who)
    with st.container(key="memo"):
        st.header(f"{words.MEMO}, {place.name}", anchor=False)
        st.markdown(words.MEMO_LEAD)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            on = _day(context, place)
            is_asked = st.button(words.MEMO_MAKE, type="primary")
        database = context.database
        question = (who, place.code, on, database.ledger_version, database.reference_version)
        if is_asked:
            with telling(), st.spinner(words.MEMO_WORKING, show_time=True):
                st.session_state[MADE] = (question, memo_files(context, str(place.code), Scope(on=on)))
        asked, made = st.session_state.get(MADE, (None, None))
        if made and asked == question:
            _show(made)


def _day(context: Context, place: Municipality) -> date | None:
    """Let the visitor pick the day to judge through; null: what is signed off, else today (5.7)."""
    spans = [each.period for each in agreements(context, Scope(municipality=str(place.code)))]
    whole = Period(min(each.start for each in spans), max(each.end for each in spans))
    offered = {"": AS_KNOWN, **{day.isoformat(): prose_date(day) for day in months_ended(whole, context.today)}}
    chosen = st.selectbox(
        JUDGED_THROUGH, list(offered), format_func=offered.__getitem__, key=f"memo-day-{place.code}", width=280
    )
    return date.fromisoformat(chosen) if chosen else None


def _show(made: MemoFiles) -> None:
    """Draw the files: the PDF to take away, the text to copy."""
    with st.container(key="memo-made"):
        st.success(words.MEMO_READY)
        st.download_button(words.MEMO_PDF, made.pdf, made.name, "application/pdf", on_click="ignore")
        draw(pasted(made.text))
