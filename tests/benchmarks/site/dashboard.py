"""The frame of the real site around two of its pages, one of them empty."""

from pathlib import Path

import streamlit as st

from loftdb.ui.frame import frame
from loftdb.ui.session import set_up

PAGES = Path(__file__).parents[3] / "pages"

frame(
    [
        st.Page(PAGES / "oversikt.py", title="Översikt", default=True),
        st.Page(Path(__file__).with_name("tom.py"), title="Tom", url_path="tom"),
    ],
    set_up,
)
