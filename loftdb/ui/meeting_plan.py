"""Planning a meeting, changing it before it is sent, and what the council is called; a double tap saves once."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from loftdb.actions import meetings
from loftdb.actions.context import Context
from loftdb.actions.meetings import Draft
from loftdb.actions.progress import Scope, agreements
from loftdb.core.meetings.records import Meeting
from loftdb.core.model import Agreement, Municipality
from loftdb.core.periods import FIRST_TYPED, LAST_TYPED
from loftdb.ui.meeting_saving import save
from loftdb.view.formats import prose_date
from loftdb.view.markup import literal
from loftdb.view.texts import meeting as words


def plan_form(context: Context, place: Municipality, planned: int, *, is_open: bool) -> None:
    """Draw the form of a new meeting; ``planned``: how many there are, so that each form is another."""
    with st.expander(words.PLAN, expanded=is_open):
        name = f"mote-plan-{place.code}-{planned}"
        with st.form(name, enter_to_submit=False, border=False):
            draft = _fields(context, str(place.code), name, None, _in_force(context, place))
            answer = st.container()
            if st.form_submit_button(words.SAVE_PLAN, type="primary"):
                with answer:
                    _plan(context, place, draft, name)


def _plan(context: Context, place: Municipality, draft: Draft, name: str) -> None:
    sentence = words.PLANNED.format(day=prose_date(draft.day))
    save(name, lambda key: meetings.plan(context, str(place.code), draft, key), sentence)


def change_form(context: Context, meeting: Meeting) -> None:
    """Draw the form that changes a meeting that is not sent yet."""
    name = f"mote-change-{meeting.id}-{meeting.version}"
    with st.form(name, enter_to_submit=False, border=False):
        st.markdown(f"**{words.CHANGE}**")
        draft = _fields(context, str(meeting.municipality), name, meeting.day, meeting.agreements)
        answer = st.container()
        if st.form_submit_button(words.SAVE_CHANGE):
            with answer:
                save(name, lambda key: meetings.change(context, meeting.id, meeting.version, draft, key), words.CHANGED)


def council_form(context: Context, place: Municipality) -> None:
    """Draw the setting of the council's name."""
    council = meetings.council(context, str(place.code))
    name = f"mote-council-{place.code}-{council.version}"
    with st.expander(f"{words.COUNCIL}: {literal(council.name)}"), st.form(name, enter_to_submit=False, border=False):
        called = st.text_input(words.COUNCIL_NAME, council.name, key=f"{name}-name", width=400)
        st.caption(words.COUNCIL_HELP)
        answer = st.container()
        if st.form_submit_button(words.SAVE_NAME):
            with answer:
                save(
                    name,
                    lambda key: meetings.name_council(context, str(place.code), called, council.version, key),
                    words.NAMED,
                )


def _fields(context: Context, code: str, name: str, day: date | None, ticked: Sequence[str]) -> Draft:
    own = agreements(context, Scope(code))
    on = st.date_input(
        words.DAY, day or context.today, FIRST_TYPED, LAST_TYPED, format="YYYY-MM-DD", key=f"{name}-day", width=220
    )
    st.markdown(words.AGREEMENTS)
    chosen = [each.id for each in own if st.checkbox(_title(each), each.id in ticked, key=f"{name}-{each.id}")]
    return Draft(on, tuple(chosen))


def _title(agreement: Agreement) -> str:
    return literal(agreement.title)


def _in_force(context: Context, place: Municipality) -> list[str]:
    return [each.id for each in agreements(context, Scope(str(place.code))) if context.today in each.period]
