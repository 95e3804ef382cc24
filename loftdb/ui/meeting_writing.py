"""What is written in a meeting is saved once, and never lost: not when it is refused, nor when somebody else was first.

A form remembers the version that the person has read for as long as its fields are on the screen. Its button keeps its
place, so that the focus stays there; a second tap finds nothing more to save.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from loftdb.actions.minutes import Warnings, Write
from loftdb.core.errors import ConcurrentChange, LoftdbError, Refused
from loftdb.ui.html import draw
from loftdb.view.markup import joined, tag
from loftdb.view.receipts import live
from loftdb.view.texts import meeting_item as words
from loftdb.view.texts.errors import error_text
from loftdb.view.texts.issues import issue_text

TEXT = "text"
"""The field that every form has."""

_SAID, _KEPT, _NOTHING = "mote-written", "mote-kept", ("", "", (), 0)

RUNS = 2
"""Runs that show a receipt: the second tap of a double tap is a run of its own."""


@dataclass(frozen=True)
class Form:
    """One form as it is being filled in; ``seen`` is the version that the person has read, 0 for none."""

    place: str
    seen: int
    turn: int

    def key(self, field: str) -> str:
        """Return the key of a field; another filling-in has other fields."""
        return f"{self.place}-{self.seen}-{self.turn}-{field}"

    def first(self, field: str, value: Any) -> Any:
        """Return what a field begins with: what the person wrote when somebody else was first, else the value."""
        place, written = st.session_state.get(_KEPT, ("", {}))
        return written.get(field, value) if place == self.place else value

    @property
    def write(self) -> Write:
        """How what is filled in is saved: as it was read, and once."""
        return Write(self.seen, st.session_state.setdefault(self.key("submission"), secrets.token_hex()))


def form_of(place: str, version: int) -> Form:
    """Return the form at a place, under way or new, about something that now has a version."""
    turn = st.session_state.setdefault(f"{place}-turn", 0)
    under_way = Form(place, st.session_state.get(f"{place}-seen", version), turn)
    form = under_way if under_way.key(TEXT) in st.session_state else Form(place, version, turn)
    st.session_state[f"{place}-seen"] = form.seen
    return form


def save(form: Form, written: Mapping[str, Any], act: Callable[[], Warnings], sentence: str) -> None:
    """Save, and run the page again with a receipt; say here what was refused.

    Where somebody else was first, the form comes back about what they wrote, with what the person wrote in it.
    """
    try:
        warnings = act()
    except Refused as error:
        for issue in error.issues:
            st.error(words.refused(issue.field, issue_text(issue)))
    except ConcurrentChange:
        _keep(form, written)
    except LoftdbError as error:
        st.error(error_text(error))
    else:
        st.session_state.pop(_KEPT, None)
        st.session_state[_SAID] = (form.place, sentence, warnings, RUNS)
        _turn(form)


def is_pressed(place: str) -> bool:
    """Tell whether the form at the place is being saved, which somebody else may have made needless meanwhile."""
    return bool(st.session_state.get(f"{place}-save"))


def is_said(place: str) -> bool:
    """Tell whether the receipt of what was just saved there is still to be read."""
    return bool(st.session_state.get(_SAID, ("",))[0] == place)


def receipt(*places: str) -> None:
    """Say, in a region that is there before, what was just saved at a place, or that somebody else was first."""
    said, sentence, warnings, runs = st.session_state.get(_SAID, _NOTHING)
    is_here = said in places and runs > 0
    if said in places:
        st.session_state[_SAID] = (said, sentence, warnings, runs - 1) if is_here else _NOTHING
    draw(live(tag("p", sentence, class_="loft-said") if is_here else joined()))
    for warning in warnings if is_here else ():
        st.warning(issue_text(warning))
    place, written = st.session_state.get(_KEPT, ("", {}))
    if place in places:
        st.warning(words.changed_meanwhile(written.get(TEXT, "")))


def _keep(form: Form, written: Mapping[str, Any]) -> None:
    """Keep what was written for the form about what somebody else wrote; of a mere button there is nothing to keep."""
    if written:
        st.session_state[_KEPT] = (form.place, dict(written))
    else:
        st.session_state[_SAID] = (form.place, words.CHANGED_FIRST, (), RUNS)
    _turn(form)


def _turn(form: Form) -> None:
    st.session_state[f"{form.place}-turn"] = form.turn + 1
    st.rerun()
