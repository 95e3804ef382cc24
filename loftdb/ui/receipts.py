"""What was just saved waits in the session until its place is drawn: once, and once more for a double tap.

The second tap of a double tap is a run of its own, which would else take the receipt away before anybody has read it.
"""

import secrets
from collections.abc import Hashable
from dataclasses import dataclass, replace
from math import inf
from time import monotonic

import streamlit as st

from loftdb.core.errors import Issue

_SLOT, _RUNS = "receipt", 2
_TAPS_APART = 10.0
"""Seconds after which a second run is no double tap: whoever comes back to the page has read the receipt."""


@dataclass(frozen=True)
class Receipt:
    """What to say of it; ``about`` is what the place needs to tell more."""

    sentence: str
    warnings: tuple[Issue, ...] = ()
    about: object = None


@dataclass(frozen=True)
class _Left:
    place: Hashable
    receipt: Receipt
    drawn: int = 0
    drawn_at: float = inf


def submission(name: str) -> str:
    """Return the key of a form's save, the same for as long as the name is: a double tap saves once."""
    key: str = st.session_state.setdefault(name, secrets.token_hex())
    return key


def leave(place: Hashable, receipt: Receipt) -> None:
    """Leave a receipt for a place on the page that runs next; an earlier one that nobody has drawn is gone."""
    st.session_state[_SLOT] = _Left(place, receipt)


def is_left(place: Hashable) -> bool:
    """Tell whether a receipt waits for the place, or is drawn there in this run."""
    left = st.session_state.get(_SLOT)
    return isinstance(left, _Left) and left.place == place


def take(*places: Hashable) -> Receipt | None:
    """Return the receipt that waits for one of the places; null: none does."""
    left = st.session_state.get(_SLOT)
    if not isinstance(left, _Left) or left.place not in places:
        return None
    if left.drawn == _RUNS or monotonic() - left.drawn_at > _TAPS_APART:
        del st.session_state[_SLOT]
        return None
    st.session_state[_SLOT] = replace(left, drawn=left.drawn + 1, drawn_at=monotonic())
    return left.receipt
