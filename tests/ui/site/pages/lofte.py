"""A page to ask for directly; its button counts taps."""

import streamlit as st

from loftdb.ui.frame import actor, guard

guard()

st.title("Löfte")
st.write(f"Hemligt för {actor().name}")
if st.button("Tryck", key="tap"):
    st.write("Tryckt")
