"""The one way in for the view's HTML; st.html would strip its SVG."""

import streamlit as st

from loftdb.view.markup import Html


def draw(html: Html | None) -> None:
    """Draw HTML of the view, where there is any."""
    if html:
        st.markdown(html, unsafe_allow_html=True)
