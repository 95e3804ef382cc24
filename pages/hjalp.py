"""Hjälp: what each läge means and how it is computed, from the thresholds in force."""

import streamlit as st

from loftdb.actions.register import reference
from loftdb.ui.frame import guard
from loftdb.ui.session import context
from loftdb.view.guide import help_text

guard()

with st.container(key="help"):
    st.markdown(help_text(reference(context()).thresholds))
