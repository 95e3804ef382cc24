"""A frame with two pages, to try frame and server without a database."""

import streamlit as st

from loftdb.core.access import Actor
from loftdb.ui.frame import frame


def set_up() -> Actor:
    """Stand above every page."""
    st.caption("Ramen")
    return Actor("Anna")


frame(
    [
        st.Page("pages/start.py", title="Start", default=True),
        st.Page("pages/lofte.py", title="Löfte", url_path="lofte", icon=":material/check:"),
    ],
    set_up,
)
