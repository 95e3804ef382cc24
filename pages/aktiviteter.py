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
# No st.stop() here: after it Streamlit keeps the state of fields that the browser has forgotten.
if not (asked and one_activity(asking, asked)):
    st.title(words.TITLE, anchor=False)
    if reference(asking).agreements:
        activity_list(asking, log_filters(asking))
    else:
        st.info(words.NOTHING_TO_READ)
