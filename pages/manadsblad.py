"""Månadsblad: a month for several municipalities on one sheet, saved and signed at once."""

import streamlit as st

from loftdb.actions.reporting import reporting
from loftdb.actions.sheet import sheets
from loftdb.ui.frame import guard
from loftdb.ui.session import context
from loftdb.ui.sheet_choices import by_name, choose
from loftdb.ui.sheet_form import sheet_form
from loftdb.view.texts import sheet_form as words

guard()

asking = context()
with st.container(key="manadsblad_title"):
    st.title(words.TITLE)
places = reporting(asking)
if not places:
    st.info(words.NOTHING_TO_REPORT)
    st.stop()
chosen = choose(asking, places)
found = by_name(sheets(asking, chosen.codes, chosen.party, chosen.month))
if not chosen.codes:
    st.info(words.NO_MUNICIPALITY)
elif not found:
    st.info(words.NOTHING_THIS_MONTH)
else:
    st.caption(words.HOW)
    with st.container(key="manadsblad"):
        sheet_form(asking, found)
