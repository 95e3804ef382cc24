"""Fields that hold what a part of the draft says; what is typed is in the draft as soon as the field is left."""

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

    def key(self, name: str, shown: Any = None, parse: Parse = lambda value: value) -> str:
        """Return the key of a field that shows what the part says (``shown`` null: as it is)."""
        value = self.said(name) if shown is None else shown
        return self.work.begin(Field(name, self.owner, self.target, parse), value)

    def text(self, name: str, label: str, height: int | None = None) -> None:
        """Draw a field of text, on one line or (``height`` in pixels) several."""
        key = self.key(name, parse=str.strip)
        if height:
            st.text_area(label, key=key, height=height)
        else:
            st.text_input(label, key=key)

    def lines(self, name: str, label: str) -> None:
        """Draw a field with something on each line."""
        key = self.key(name, "\n".join(self.said(name)), _lines)
        st.text_area(label, key=key, height=88)

    def day(self, name: str, label: str) -> None:
        """Draw a field for a date that may be empty."""
        st.date_input(label, value=None, min_value=FIRST_TYPED, max_value=LAST_TYPED, format="YYYY-MM-DD",
                      width=200, key=self.key(name))  # fmt: skip

    def several(self, name: str, label: str, options: Sequence[Any], named: Callable[[Any], str]) -> None:
        """Draw choices of which any may be taken; they are kept in the order of the options."""

        def ordered(chosen: Sequence[Any]) -> tuple[Any, ...]:
            return tuple(each for each in options if each in chosen)

        key = self.key(name, list(self.said(name)), ordered)
        st.pills(label, options, selection_mode="multi", format_func=named, key=key)


def _lines(typed: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in typed.splitlines() if line.strip())
