"""A municipality's year on *Uppföljningar*: its wheel and list, its calendar file, its *underlag*."""

from collections.abc import Sequence

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.council_years import calendar_file, council_year, default_year, years_of
from loftdb.core.duties import DutyStage, DutyState
from loftdb.core.model import Municipality
from loftdb.ui.address import Address
from loftdb.ui.duties import duty_link
from loftdb.ui.html import draw
from loftdb.view import calendar_events
from loftdb.view import council_year as view
from loftdb.view.formats import sorting_key
from loftdb.view.texts import duties as words


def municipality(address: Address, places: Sequence[Municipality]) -> Municipality | None:
    """Let the visitor choose a municipality, or all (null)."""
    named = {each.name: each for each in sorted(places, key=lambda each: sorting_key(each.name))}
    options = [words.EVERYWHERE, *named]

    def draw_choice(key: str, first: str) -> str:
        return st.selectbox(words.MUNICIPALITY, options, options.index(first), key=key, width=280)

    return named.get(address.choose("kommun", options, words.EVERYWHERE, draw_choice, words.MUNICIPALITY))


def first_in_need(found: Sequence[DutyState], places: Sequence[Municipality]) -> Municipality:
    """Return the municipality whose follow-up comes next, else the first in Swedish order."""
    left = [each.agreement.home for each in found if each.stage is not DutyStage.DONE]
    return next((each for each in left if each in places), min(places, key=lambda each: sorting_key(each.name)))


def year_panel(context: Context, address: Address, place: Municipality, is_chosen: bool) -> None:
    """Draw a year of the municipality; ``is_chosen``: by the visitor, who needs not be told how."""
    head = st.container()
    with st.container(key="year-choice"):
        chosen = _year(address, context, place)
    shown = council_year(context, str(place.code), chosen)
    with head:
        draw(view.heading(shown, "" if is_chosen else words.OTHER_MUNICIPALITY))
    draw(view.year(shown, context.today, duty_link))
    with st.container(key="year-tools"):
        st.download_button(
            words.CALENDAR,
            lambda: calendar_file(context, str(place.code)),
            calendar_events.file_name(place, context.database.clock is not None),
            "text/calendar",
            on_click="ignore",
        )
        st.caption(words.CALENDAR_HELP.format(municipality=place.name))


def _year(address: Address, context: Context, place: Municipality) -> int:
    """Let the visitor choose a year of the municipality's agreements."""
    listed = years_of(context, str(place.code))
    options, nearest = [str(each) for each in listed], str(default_year(listed, context.today))

    def draw_choice(key: str, first: str) -> str | None:
        return st.segmented_control(words.YEAR, options, default=first, required=True, key=key)

    return int(address.choose("ar", options, nearest, draw_choice, words.YEAR))
