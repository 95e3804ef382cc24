"""Månadsblad: a month for several municipalities on one sheet."""

import streamlit as st

from loftdb.ui.frame import guard

guard()

st.title("Månadsblad")
