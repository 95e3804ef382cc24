"""What is written in a meeting is saved once, and never lost: not when it is refused, nor when somebody else was first.

What is typed but not saved is kept as a draft when somebody goes on to the next promise, with the version that was read
when it was begun. What is saved is folded again and the receipt has the focus; a second tap finds nothing more to save.
These are no forms of Streamlit's: what is typed in such a form is unknown until it is submitted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from loftdb.actions.minutes import Warnings, Write
from loftdb.core.errors import ConcurrentChange, LoftdbError, Refused
from loftdb.ui import receipts
from loftdb.ui.html import draw
from loftdb.ui.receipts import Receipt
from loftdb.view.markup import literal
from loftdb.view.receipts import announced
from loftdb.view.texts import meeting_item as words
from loftdb.view.texts.errors import error_text
from loftdb.view.texts.issues import issue_text

TEXT = "text"
"""The field that every form has."""

_LATE = "mote-late"


@dataclass(frozen=True)
class Form:
    """One form as it is being filled in; ``seen`` is the version that the person has read, 0 for none."""

    place: str
    seen: int
    turn: int

    def key(self, field: str) -> str:
        """Return the key of a field; another filling-in has other fields."""
        return f"{self.place}-{self.seen}-{self.turn}-{field}"

    def field(self, name: str) -> dict[str, Any]:
        """Return a field's key, and what notes a change before anything else of the run that it comes with."""
        key = self.key(name)
        return {"key": key, "on_change": _note, "args": (self.place, name, key)}

    def first(self, field: str, value: Any) -> Any:
        """Return what a field begins with: what the person has written without saving it, else the value."""
        return st.session_state.get(_draft(self.place), {}).get(field, value)

    @property
    def write(self) -> Write:
        """How what is filled in is saved: as it was read, and once."""
        return Write(self.seen, receipts.submission(self.key("submission")))


def form_of(place: str, version: int) -> Form:
    """Return the form at a place, under way or new, about something that now has a version."""
    turn = st.session_state.setdefault(f"{place}-turn", 0)
    under_way = Form(place, st.session_state.get(f"{place}-seen", version), turn)
    is_under_way = under_way.key(TEXT) in st.session_state or is_unsaved(place)
    form = under_way if is_under_way else Form(place, version, turn)
    st.session_state[f"{place}-seen"] = form.seen
    return form


def keep(form: Form, written: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    """Keep what is written as a draft, and tell whether it differs from what was there before."""
    if written == before:
        st.session_state.pop(_draft(form.place), None)
        return False
    st.session_state[_draft(form.place)] = dict(written)
    return True


def is_unsaved(place: str) -> bool:
    """Tell whether something is written there that is not saved."""
    return _draft(place) in st.session_state


def fold(name: str, *places: str) -> DeltaGenerator:
    """Return a fold for forms: another after each save, so folded again; open where something is not saved."""
    unsaved, turns = any(map(is_unsaved, places)), sum(st.session_state.get(f"{place}-turn", 0) for place in places)
    return st.expander(words.unsaved(name, unsaved), unsaved, key=f"{places[0]}-fold-{turns}")


def _note(place: str, name: str, key: str) -> None:
    st.session_state[_draft(place)] = {**st.session_state.get(_draft(place), {}), name: st.session_state[key]}


def _draft(place: str) -> str:
    return f"{place}-draft"


def save(form: Form, act: Callable[[], Warnings], sentence: str) -> None:
    """Save, and run the page again with a receipt; say here what was refused.

    Where somebody else was first, the fields come back about what they wrote, with what the person wrote in them.
    """
    try:
        warnings = act()
    except Refused as error:
        for issue in error.issues:
            st.error(words.refused(issue.field, issue_text(issue)))
    except ConcurrentChange:
        st.session_state.pop(f"{form.place}-seen", None)
        st.session_state[_LATE] = form.place
        _turn(form)
    except LoftdbError as error:
        st.error(error_text(error))
    else:
        st.session_state.pop(_draft(form.place), None)
        st.session_state.pop(_LATE, None)
        receipts.leave(form.place, Receipt(sentence, tuple(warnings)))
        _turn(form)


def is_pressed(place: str) -> bool:
    """Tell whether the form at the place is being saved, which somebody else may have made needless meanwhile."""
    return bool(st.session_state.get(f"{place}-save"))


def is_said(place: str) -> bool:
    """Tell whether the receipt of what was just saved there is still to be read."""
    return receipts.is_left(place)


def receipt(*places: str) -> None:
    """Say, in a region that is there before, what was just saved at a place, or that somebody else was first."""
    left = receipts.take(*places)
    draw(announced(left.sentence if left else ""))
    for warning in left.warnings if left else ():
        st.warning(issue_text(warning))
    late = st.session_state.get(_LATE)
    if late in places:
        written = st.session_state.get(_draft(late), {}).get(TEXT)
        st.warning(words.changed_meanwhile(literal(written)) if written else words.CHANGED_FIRST)
        if not written:
            del st.session_state[_LATE]


def _turn(form: Form) -> None:
    st.session_state[f"{form.place}-turn"] = form.turn + 1
    st.rerun()
