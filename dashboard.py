"""The frame around every page: navigation, the actor, and what stands above all pages."""

import streamlit as st

from loftdb.core.access import Actor
from loftdb.ui.frame import frame


def set_up() -> Actor:
    """Draw what stands above every page and return who is using the program."""
    # Here: the banner of the demo, and its role switch.
    return Actor("lokal användare")


frame(
    [
        st.Page("pages/oversikt.py", title="Översikt", default=True),
        st.Page("pages/registrera.py", title="Registrera", url_path="registrera"),
        st.Page("pages/manadsblad.py", title="Månadsblad", url_path="manadsblad"),
        st.Page("pages/lofte.py", title="Löfte", url_path="lofte"),
        st.Page("pages/aktiviteter.py", title="Aktiviteter", url_path="aktiviteter"),
        st.Page("pages/hjalp.py", title="Hjälp", url_path="hjalp"),
    ],
    set_up,
)
