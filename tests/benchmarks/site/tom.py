"""A page with nothing on it but its title."""

import streamlit as st

from loftdb.ui.frame import guard

guard()
st.title("Tom sida")
