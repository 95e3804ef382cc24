"""*Överlämning* under the council's meetings: made when it is asked for, shown until something it tells of changes."""

import streamlit as st

from loftdb.actions.handover_files import HandoverFiles, handover_files
from loftdb.core.access import Actor
from loftdb.core.model import Municipality
from loftdb.ui.html import draw
from loftdb.ui.refusals import telling
from loftdb.ui.session import context_of
from loftdb.view.memo.paste import pasted
from loftdb.view.texts import handover as words

MADE = "handover-made"
"""Where what was made last lies: what it was made of, and the files."""


@st.fragment
def handover_panel(who: Actor, place: Municipality) -> None:
    """Draw what it is for, the button, and what was made."""
    context = context_of(who)
    database = context.database
    question = (who, place.code, context.today, database.ledger_version, database.reference_version)
    with st.container(key="handover"):
        st.header(f"{words.TITLE}, {place.name}", anchor=False)
        st.markdown(words.LEAD)
        if st.button(words.MAKE, key="handover-make"):
            with telling(), st.spinner(words.WORKING, show_time=True):
                st.session_state[MADE] = (question, handover_files(context, str(place.code)))
        asked, made = st.session_state.get(MADE, (None, None))
        if made and asked == question:
            _show(made)


def _show(made: HandoverFiles) -> None:
    """Draw the files: the PDF to take away, the text to copy."""
    with st.container(key="handover-made"):
        st.success(words.READY)
        st.download_button(words.PDF, made.pdf, made.name, "application/pdf", on_click="ignore")
        draw(pasted(made.text))
