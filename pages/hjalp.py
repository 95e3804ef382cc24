"""Hjälp: what each läge means and how it is computed, from the thresholds in force."""

import streamlit as st

from loftdb.actions.register import reference
from loftdb.ui.frame import guard
from loftdb.ui.session import context
from loftdb.view import guide

guard()

parts = guide.sections(reference(context()).thresholds)
with st.container(key="help"):
    st.title(guide.TITLE, anchor=False)
    st.markdown(guide.contents(parts))
    for part in parts:
        st.header(part.title, anchor=part.key)
        st.markdown(part.text)
