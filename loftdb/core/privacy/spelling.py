"""Spelled one way: what looks alike is alike, so that no pattern need know every dash, space and hidden character."""

import re
import unicodedata

_UNSEEN = ("Cf", "Cc", "Mn", "Me")
"""Unicode's categories of formats (soft hyphen, zero width), controls and loose marks."""

_MINUS = "\N{MINUS SIGN}"
_KEPT = "\t\n"
_SPACES = re.compile(r"[^\S\n]+")
_LONGEST = 200_000
"""Characters that are looked at; 100 times as many as are refused for their number. One sign can spell eighteen."""


def evened(text: str) -> str:
    """Return the text in compatibility form, with one kind of dash, single spaces and nothing unseen; lines stay."""
    even = unicodedata.normalize("NFKC", _SPACES.sub(" ", text))[:_LONGEST]
    return _SPACES.sub(" ", "".join(map(_evened, even)))


def _evened(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Pd" or character == _MINUS:
        return "-"
    return "" if category in _UNSEEN and character not in _KEPT else character
