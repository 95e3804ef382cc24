"""*Uppföljningar*: all of them as a list, or the one that the address asks for."""

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.duties import duties, history, may_mark
from loftdb.actions.progress import Scope, agreements
from loftdb.core.duties import DutyState, needs_minutes
from loftdb.core.model import DutyRecurrence, Municipality
from loftdb.ui.duty_form import duty_form, owed
from loftdb.ui.html import draw
from loftdb.ui.links import href
from loftdb.ui.memo_panel import memo_panel
from loftdb.view import duties as view
from loftdb.view.markup import literal
from loftdb.view.texts import duties as words

ASKED = "uppfoljning"
"""The address parameter of one occasion."""


def duty_link(state: DutyState) -> str:
    """Return the address of one occasion; it keeps the municipality and year that the list is about."""
    kept = {name: st.query_params.get(name) for name in ("kommun", "ar")}
    return href("uppfoljningar", **{ASKED: _name(state), **kept})


def one_duty(context: Context, asked: str) -> bool:
    """Draw the occasion that the address asks for; false where there is none, which is said."""
    state = next((each for each in duties(context) if _name(each) == asked), None)
    if state is None:
        st.warning(words.NOT_FOUND.format(asked=literal(asked)))
        return False
    back = href("uppfoljningar", **{name: st.query_params.get(name) for name in ("kommun", "ar")})
    st.set_page_config(page_title=f"{view.duty_name(state)}, {state.agreement.home.name}")
    draw(view.head(state, context.today, back))
    if may_mark(context, state.agreement):
        duty_form(context, state)
    elif state.mark is None:
        st.caption(words.READ_ONLY)
    draw(view.history(history(context, owed(state))))
    if needs_minutes(state.duty):
        memo_panel(context.actor, state.agreement.home)
    return True


def duty_list(context: Context, municipality: Municipality | None) -> tuple[DutyState, ...]:
    """Draw the follow-ups of a municipality (null: of all), and return them."""
    scope = Scope(municipality=str(municipality.code) if municipality else None)
    found = duties(context, scope)
    draw(view.duty_list(found, duty_link, context.today) if found else None)
    per_meeting = [
        (agreement, duty)
        for agreement in agreements(context, scope)
        for duty in agreement.duties
        if duty.recurrence is DutyRecurrence.PER_MEETING and context.today in agreement.period
    ]
    if not found and not per_meeting:
        st.info(words.NONE_IN.format(municipality=municipality.name) if municipality else words.NONE)
    draw(view.meeting_duties(per_meeting))
    return found


def _name(state: DutyState) -> str:
    """Name an occasion in an address."""
    return f"{state.duty.id}:{state.occasion.key}" if state.occasion.key else state.duty.id
