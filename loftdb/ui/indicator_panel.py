"""Entering figures from elsewhere under *Översikt*: a new value, or one that was entered before, mended or taken back.

One token names the fields and the submission: what is refused stays, a double tap saves once, and after a save the
fields are empty again. The receipt takes the focus that the saved form has lost.
"""

from collections.abc import Callable, Sequence

import streamlit as st

from loftdb.actions import indicators
from loftdb.actions.context import Context
from loftdb.core.access import Actor
from loftdb.core.errors import Issue, LoftdbError, Refused
from loftdb.core.meetings.records import IndicatorValue
from loftdb.core.meetings.typed import Typed, reading_of
from loftdb.core.model import Agreement
from loftdb.ui.html import draw
from loftdb.ui.receipts import Receipt, leave, submission, take
from loftdb.ui.session import context_of
from loftdb.view import indicators as view
from loftdb.view.receipts import announced
from loftdb.view.texts import indicators as words
from loftdb.view.texts.errors import error_text

FORM, PLACE = "indicator-form", "indicator"
"""Where the token of the form lies, and the place of its receipt."""


def indicator_panel(context: Context, agreement: Agreement) -> None:
    """Draw the form for those who may enter values of the agreement; nothing for others."""
    if not indicators.may_enter(context, agreement):
        return
    with st.container(key="indicators"):
        with st.container(key="receipt-indicators"):
            _receipt()
        with st.expander(words.ENTER, key=f"indicators-{agreement.id}"):
            _form(context.actor, agreement)


@st.fragment
def _form(who: Actor, agreement: Agreement) -> None:
    context = context_of(who)
    token = submission(FORM)
    value = _read(_which(indicators.indicators(context, agreement.id), token), token)
    with st.form(f"indicator-{token}-{value.id if value else 0}", enter_to_submit=False, border=False):
        typed = _fields(agreement, value, f"{token}-{value.id if value else 0}")
        answer = st.container()
        with st.container(horizontal=True):
            saves = st.form_submit_button(words.SAVE_MENDED if value else words.SAVE, type="primary")
            withdraws = st.form_submit_button(words.WITHDRAW) if value else False
        with answer:
            if saves:
                _try(words.MENDED if value else words.SAVED, lambda: _save(context, agreement, value, typed, token))
            elif withdraws and value:
                _try(view.withdrawn_text(value), lambda: _withdraw(context, value, token))


def _which(values: Sequence[IndicatorValue], token: str) -> IndicatorValue | None:
    """Let the visitor pick one of the values to mend, or (null) a new one."""
    if not values:
        return None
    named = {0: words.NEW, **{each.id: view.named(each) for each in reversed(values)}}
    chosen = st.selectbox(words.WHICH, list(named), format_func=named.__getitem__, key=f"indicator-which-{token}")
    return next((each for each in values if each.id == chosen), None)


def _read(value: IndicatorValue | None, token: str) -> IndicatorValue | None:
    """Return the value as it was when this form was begun, so that a save knows what was read."""
    if value is None:
        return None
    read: IndicatorValue = st.session_state.setdefault(f"{token}-{value.id}-read", value)
    return read


def _fields(agreement: Agreement, value: IndicatorValue | None, prefix: str) -> Typed:
    before = view.typed(value)
    name = st.text_input(words.NAME, before.name, key=f"{prefix}-name", placeholder=words.NAME_LIKE)
    with st.container(horizontal=True):
        number = st.text_input(
            words.VALUE, before.value, key=f"{prefix}-value", placeholder=words.VALUE_LIKE, width=160
        )
        unit = st.text_input(words.UNIT, before.unit, key=f"{prefix}-unit", placeholder=words.UNIT_LIKE, width=200)
        when = st.text_input(words.WHEN, before.when, key=f"{prefix}-when", placeholder=words.WHEN_LIKE, width=240)
    source = st.text_input(words.SOURCE, before.source, key=f"{prefix}-source", placeholder=words.SOURCE_LIKE)
    st.caption(words.NO_PERSONS)
    return Typed(name, unit, number, when, source, _area(agreement, before.problem_area, prefix))


def _area(agreement: Agreement, before: str | None, prefix: str) -> str | None:
    """Ask what it is about, where the agreement ranks problem areas; null: the whole agreement."""
    offered = [words.WHOLE, *agreement.problem_areas]
    if len(offered) == 1:
        return None
    place = offered.index(before) if before in offered else 0
    chosen = st.selectbox(words.AREA, offered, place, key=f"{prefix}-area")
    return None if chosen == words.WHOLE else chosen


def _save(
    context: Context, agreement: Agreement, value: IndicatorValue | None, typed: Typed, token: str
) -> tuple[Issue, ...]:
    reading = reading_of(agreement.id, typed)
    if value is None:
        return indicators.enter(context, reading, token)
    return indicators.mend(context, value.id, value.version, reading, token)


def _withdraw(context: Context, value: IndicatorValue, token: str) -> tuple[Issue, ...]:
    indicators.withdraw(context, value.id, value.version, token)
    return ()


def _try(sentence: str, save: Callable[[], tuple[Issue, ...]]) -> None:
    """Save once, and run the page again with a receipt and an empty form; say what was refused."""
    try:
        warnings = save()
    except Refused as error:
        for text in view.refusals(error.issues):
            st.error(text)
    except LoftdbError as error:
        st.error(error_text(error))
    else:
        leave(PLACE, Receipt(sentence, warnings))
        del st.session_state[FORM]
        st.rerun()


def _receipt() -> None:
    receipt = take(PLACE) or Receipt("")
    draw(announced(receipt.sentence, receipt.warnings, view.refusal))
