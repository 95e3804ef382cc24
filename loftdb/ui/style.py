"""The view's style sheet stands on every page once, however the program was started."""

import streamlit as st

from loftdb.view.style import STYLE


def show() -> None:
    """Send the style sheet; it takes no room in the page."""
    st.html(f"<style>{STYLE}</style>")
