"""Aktiviteter: the log, to search, correct and download."""

import streamlit as st

from loftdb.actions.register import reference
from loftdb.ui.activity_list import activity_list, one_activity
from loftdb.ui.frame import guard
from loftdb.ui.log_filters import log_filters
from loftdb.ui.session import context
from loftdb.view.texts import activities as words

guard()

asking = context()
asked = st.query_params.get("aktivitet")
if asked and one_activity(asking, asked):
    st.stop()
st.title(words.TITLE, anchor=False)
if not reference(asking).agreements:
    st.info(words.NOTHING_TO_READ)
    st.stop()
activity_list(asking, log_filters(asking))
