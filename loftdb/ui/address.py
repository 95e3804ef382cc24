"""Choices that stand in the address, so that what is seen can be shared and the browser's back button undoes them.

Streamlit's own binding clears a parameter when a link leads to another page with the same one, and leaves defaults out.
"""

from collections.abc import Callable, Sequence

import streamlit as st

from loftdb.view.markup import literal
from loftdb.view.overview import not_here

Draw = Callable[[str, str], str | None]
"""Draws the widget with the key that it is given and what it begins with, and returns what is chosen."""


def asked_page() -> int:
    """Return the page of a list that the address asks for, the first where it asks for none."""
    asked = st.query_params.get("sida", "1")
    return max(int(asked), 1) if asked.isdecimal() and len(asked) < 7 else 1


class Address:
    """The choices of the page that runs; those made by hand reach the address together, by ``write``."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._changes: dict[str, str] = {}

    @property
    def is_changed(self) -> bool:
        """Whether something was chosen by hand in this run."""
        return bool(self._changes)

    def choose(self, parameter: str, options: Sequence[str] | None, default: str, draw: Draw, name: str) -> str:
        """Return what is chosen: by hand, else by the address, else when the visitor last was here, else the default.

        ``options`` null: any text. ``name`` names the choice in the sentence about an address that asks for something
        that is not an option.
        """
        key, state = f"{self._page}-{parameter}", st.session_state
        asked, (seen, before) = st.query_params.get(parameter), state.get(f"{key}-before", (None, None))
        is_led = key not in state or asked != seen
        wanted = (asked or (before if key not in state else None)) if is_led else state[key]
        first = wanted if wanted is not None and (options is None or wanted in options) else default
        if is_led:
            _tell_unless_known(asked, options, first, name)
        if state.get(key, first) != first:
            state[key] = first
        chosen = draw(key, first) or default
        if not is_led and chosen != before:
            self._changes[parameter] = asked = chosen
        state[f"{key}-before"] = (asked, chosen)
        return chosen

    def write(self, **reset: str) -> None:
        """Write what was chosen by hand to the address, as one step for the back button.

        ``reset``: what other parameters in the address go back to then, such as the page of a list.
        """
        if self._changes:
            again = {name: value for name, value in reset.items() if name in st.query_params}
            st.query_params.update({**self._changes, **again})
            self._changes = {}


def _tell_unless_known(asked: str | None, options: Sequence[str] | None, shown: str, name: str) -> None:
    if asked and options is not None and asked not in options:
        st.warning(literal(not_here(asked, shown, name)))
