"""Fields that hold what a part of the draft says; what is typed is in the draft as soon as the field is left.

A field that can be emptied begins empty to Streamlit, so the state says what it holds (CONTRIBUTING, "late").
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from loftdb.core.drafts import Draft, DraftDuty, DraftPromise, DraftTarget
from loftdb.core.periods import FIRST_TYPED, LAST_TYPED
from loftdb.ui.draft_work import Field, Work

Parse = Callable[[Any], object]


@dataclass(frozen=True)
class Fields:
    """The fields of one part of the draft: the draft itself, a promise, a promise's target or a duty."""

    work: Work
    part: Draft | DraftPromise | DraftTarget | DraftDuty
    owner: str | None = None
    target: str | None = None

    def said(self, name: str) -> Any:
        """Return what the part says."""
        return getattr(self.part, name)

    def key(self, name: str, shown: Any = None, parse: Parse = lambda value: value, turn: int | None = None) -> str:
        """Return the key of a field that shows what the part says (``shown`` null: as it is)."""
        value = self.said(name) if shown is None else shown
        return self.work.hold(Field(name, self.owner, self.target, parse, turn), value)

    def empty(self, name: str, shown: Any = None, parse: Parse = lambda value: value) -> dict[str, Any]:
        """Return the key of a field that can be emptied, and what keeps what it shows until the browser has it."""
        key = self.key(name, shown, parse, self.work.shaped)
        st.session_state.setdefault(key, self.said(name) if shown is None else shown)
        return {"key": key, "persist_state": "page"}

    def text(self, name: str, label: str, height: int | None = None, **more: Any) -> None:
        """Draw a field of text, on one line or (``height`` in pixels) several."""
        key = self.key(name, parse=str.strip)
        if height:
            st.text_area(label, self.said(name), height=height, key=key, **more)
        else:
            st.text_input(label, self.said(name), key=key, **more)

    def lines(self, name: str, label: str) -> None:
        """Draw a field with something on each line."""
        text = "\n".join(self.said(name))
        st.text_area(label, text, height=88, key=self.key(name, text, _lines))

    def day(self, name: str, label: str) -> None:
        """Draw a field for a date that may be empty."""
        st.date_input(label, None, FIRST_TYPED, LAST_TYPED, format="YYYY-MM-DD", width=200, **self.empty(name))

    def one(self, name: str, label: str, options: Sequence[Any], named: Callable[[Any], str], **more: Any) -> None:
        """Draw few choices, of which one may be taken."""
        st.segmented_control(label, options, default=self.said(name), format_func=named, key=self.key(name), **more)

    def tick(self, name: str, label: str) -> None:
        """Draw a box to tick."""
        st.checkbox(label, self.said(name), key=self.key(name))

    def several(self, name: str, label: str, options: Sequence[Any], named: Callable[[Any], str]) -> None:
        """Draw choices of which any may be taken; they are kept in the order of the options."""

        def ordered(chosen: Sequence[Any]) -> tuple[Any, ...]:
            return tuple(each for each in options if each in chosen)

        said = list(ordered(self.said(name)))
        st.pills(label, options, selection_mode="multi", default=said, format_func=named,
                 key=self.key(name, said, ordered))  # fmt: skip


def _lines(typed: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in typed.splitlines() if line.strip())
