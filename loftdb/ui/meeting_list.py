"""A council's meetings: the next one, earlier ones, and for the coordinator a way to plan."""

from collections.abc import Mapping, Sequence

import streamlit as st

from loftdb.actions import meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.register import municipalities
from loftdb.core.meetings.records import Meeting, Stage
from loftdb.core.model import Municipality
from loftdb.ui.address import Address
from loftdb.ui.handover_panel import handover_panel
from loftdb.ui.html import draw
from loftdb.ui.links import meeting_link
from loftdb.ui.meeting_plan import council_form, plan_form
from loftdb.ui.meeting_saving import receipt
from loftdb.view import meeting_list as view
from loftdb.view.formats import sorting_key
from loftdb.view.texts import meeting as words


def meeting_list(context: Context, address: Address) -> None:
    """Draw the choice of municipality and its council's meetings."""
    st.title(words.TITLE, anchor=False)
    st.markdown(words.LEAD)
    with st.container(key="filters"):
        place = _municipality(context, address)
    address.write()
    every = meetings.meetings(context, str(place.code))
    ahead = [each for each in every if each.is_open]
    with st.container(key="mote-list"):
        receipt()
        if ahead:
            _next(context, place, ahead[0])
        _planning(context, place, every, is_first=not ahead)
        _rows(context, words.LATER, ahead[1:])
        _rows(context, words.EARLIER, [each for each in reversed(every) if not each.is_open])
    handover_panel(context.actor, place)


def _next(context: Context, place: Municipality, meeting: Meeting) -> None:
    name = words.meeting_name(meetings.council(context, str(place.code)).name, place.name)
    may = meetings.may_hold(context, place.code)
    with st.container(key="mote-card"):
        draw(view.next_meeting(meeting, name, context.today))
        st.button(
            words.OPEN[meeting.stage] if may else words.READ, key="mote-open", type="primary", on_click=_open,
            args=(meeting.id,),
        )  # fmt: skip


def _open(number: int) -> None:
    st.query_params["mote"] = str(number)


def _planning(context: Context, place: Municipality, every: Sequence[Meeting], *, is_first: bool) -> None:
    if meetings.may_hold(context, place.code):
        if is_first:
            st.info(words.PLAN_FIRST)
        plan_form(context, place, len(every), is_open=is_first)
        council_form(context, place)
    elif not every:
        st.info(words.NO_MEETINGS)
    else:
        st.caption(words.READ_ONLY)


def _rows(context: Context, name: str, every: Sequence[Meeting]) -> None:
    draw(view.rows(name, every, _said(context, every), lambda each: meeting_link(each.id)))


def _said(context: Context, every: Sequence[Meeting]) -> Mapping[int, str]:
    """Return how many decisions each meeting made, and how many of them are still to be done."""
    made = {each.id: minutes.decisions(context, each) for each in every if each.stage is not Stage.CANCELLED}
    return {
        number: words.decisions_label(len(found), sum(each.is_open for each in found)) for number, found in made.items()
    }


def _municipality(context: Context, address: Address) -> Municipality:
    """Let the visitor choose a municipality; at first the one whose council meets next."""
    named = {each.name: each for each in sorted(municipalities(context), key=lambda each: sorting_key(each.name))}

    def draw_choice(key: str, first: str) -> str:
        return st.selectbox(words.MUNICIPALITY, list(named), list(named).index(first), key=key, width=280)

    return named[address.choose("kommun", list(named), _first(context, named), draw_choice, words.MUNICIPALITY)]


def _first(context: Context, named: Mapping[str, Municipality]) -> str:
    """Return the municipality whose open meeting comes first, else that of the latest meeting, else the first."""
    every = {name: meetings.meetings(context, str(each.code)) for name, each in named.items()}
    ahead = sorted((each.day, name) for name, found in every.items() for each in found if each.is_open)
    held = sorted(((each.day, name) for name, found in every.items() for each in found), reverse=True)
    return next((name for _, name in [*ahead, *held]), next(iter(named)))
