"""A council's meetings: the next one, earlier ones, and for the coordinator a way to plan."""

from collections.abc import Sequence

import streamlit as st

from loftdb.actions import meetings
from loftdb.actions.context import Context
from loftdb.actions.register import municipalities
from loftdb.core.meetings.records import Meeting
from loftdb.core.model import Municipality
from loftdb.ui.address import Address
from loftdb.ui.html import draw
from loftdb.ui.links import meeting_link
from loftdb.view import meeting_list as view
from loftdb.view.formats import sorting_key
from loftdb.view.texts import meeting as words


def meeting_list(context: Context, address: Address) -> None:
    """Draw the choice of municipality and its council's meetings."""
    places = municipalities(context)
    st.title(words.TITLE, anchor=False)
    with st.container(key="filters"):
        place = _municipality(context, address, places)
    address.write()
    every = meetings.meetings(context, str(place.code))
    draw(view.meetings(every, lambda each: meeting_link(each.id)) if every else None)
    if not every:
        st.info(words.NO_MEETINGS)


def _municipality(context: Context, address: Address, places: Sequence[Municipality]) -> Municipality:
    """Let the visitor choose a municipality; at first one whose council has a meeting that is not over."""
    named = {each.name: each for each in sorted(places, key=lambda each: sorting_key(each.name))}

    def draw_choice(key: str) -> str:
        return st.selectbox(words.MUNICIPALITY, list(named), key=key, width=280)

    return named[address.choose("kommun", list(named), _first(context, named), draw_choice, words.MUNICIPALITY)]


def _first(context: Context, named: dict[str, Municipality]) -> str:
    ahead = {name: _ahead(meetings.meetings(context, str(each.code))) for name, each in named.items()}
    soonest = min((found.day, name) for name, found in ahead.items() if found) if any(ahead.values()) else None
    return soonest[1] if soonest else next(iter(named))


def _ahead(every: Sequence[Meeting]) -> Meeting | None:
    """Return the first meeting that is not over."""
    return next((each for each in every if each.is_open), None)
