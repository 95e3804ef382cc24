"""Addresses inside the program: every one keeps who the visitor of the demo is."""

from datetime import date
from urllib.parse import urlencode

import streamlit as st

from loftdb.ui.session import ROLE

HOME = "oversikt"
"""The page that answers at the bare address."""

LIVE = "nu"
"""What ``visa`` says where a meeting shows the figures of now instead of the frozen ones."""


def href(page: str, **params: str | int | date | None) -> str:
    """Return the address of a page with its parameters, those that are null left out.

    Markup gives such a link the class ``loft-link``: ``static/links.js`` then changes page without loading anew.
    """
    asked = {ROLE: st.query_params.get(ROLE), **params}
    query = urlencode({name: value for name, value in asked.items() if value not in (None, "")})
    return f"./{'' if page == HOME else page}{'?' if query else ''}{query}"


def promise_link(promise_id: str, year: int | None) -> str:
    """Return the address of a promise in a year (null: the page chooses), judged through the day that this page is."""
    return href("lofte", lofte=promise_id, ar=year, till=st.query_params.get("till"))


def meeting_link(number: int, promise_id: str | None = None, *, is_live: bool = False) -> str:
    """Return the address of a meeting, or of one promise in it; ``is_live``: with the figures of now."""
    return href("mote", mote=number, lofte=promise_id, visa=LIVE if is_live else None)
