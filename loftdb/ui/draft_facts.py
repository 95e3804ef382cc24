"""What the agreement says of itself, and the follow-ups that it promises: read at a glance, edited in place."""

from collections.abc import Sequence

import streamlit as st

from loftdb.core import drafts
from loftdb.core.drafts import Draft, DraftDuty
from loftdb.core.model import DutyRecurrence, Municipality
from loftdb.core.municipalities import MUNICIPALITIES
from loftdb.ui.draft_fields import Fields
from loftdb.ui.draft_steps import apply, edit
from loftdb.ui.draft_work import FACTS, Work, once_button, step_button
from loftdb.ui.html import draw
from loftdb.view import draft_facts as drawn
from loftdb.view.draft import goto
from loftdb.view.formats import sorting_key
from loftdb.view.texts import new_agreement as words
from loftdb.view.texts.labels import label


def facts(work: Work) -> None:
    """Draw the facts, or their fields while they are edited."""
    turn = work.turn if work.seen == FACTS else None
    with st.container(border=True, key=work.key("facts")):
        if work.open != FACTS:
            draw(drawn.facts(work.draft, turn))
            step_button(work, words.EDIT, edit, FACTS, about=words.FACTS, kind="tertiary")
            return
        draw(goto(turn, words.FACTS))
        _fields(work.draft, Fields(work, work.draft))
        st.markdown(f"**{words.DUTIES}**")
        for duty in work.draft.duties:
            _duty(work, duty)
        once_button(work, words.ADD_DUTY, apply, drafts.add_duty)
        step_button(work, words.CLOSE, edit, None, about=words.FACTS, kind="primary")


def _fields(draft: Draft, fields: Fields) -> None:
    fields.text("title", words.AGREEMENT_TITLE)
    municipalities(draft, fields)
    if draft.unknown_municipalities:
        fields.lines("unknown_municipalities", words.UNKNOWN_PLACES)
    days(fields)
    fields.text("district", words.DISTRICT)
    fields.lines("problem_areas", words.PROBLEMS)
    fields.text("source", words.SOURCE, height=68)
    st.caption(words.SOURCE_HINT)


def municipalities(draft: Draft, fields: Fields) -> None:
    """Draw the choice of municipalities."""
    codes = [each.code for each in draft.municipalities]
    st.multiselect(words.MUNICIPALITIES, sorted(MUNICIPALITIES, key=lambda code: sorting_key(MUNICIPALITIES[code])),
                   codes, MUNICIPALITIES.__getitem__, key=fields.key("municipalities", codes, _places),
                   placeholder=words.FIND_MUNICIPALITY)  # fmt: skip


def days(fields: Fields) -> None:
    """Draw the first and the last day."""
    with st.container(horizontal=True, gap="small"):
        fields.day("first", words.FIRST)
        fields.day("last", words.LAST)


def _duty(work: Work, duty: DraftDuty) -> None:
    with st.container(border=True, key=work.key("duty", duty.key), gap="xsmall"):
        if duty.dropped:
            draw(drawn.dropped_duty(duty))
            step_button(work, words.RESTORE, apply_drop, duty.key, False, about=duty.title, kind="tertiary")
            return
        fields = Fields(work, duty, duty.key)
        fields.text("title", words.DUTY_TITLE)
        fields.text("to_whom", words.TO_WHOM)
        fields.one("recurrence", words.RECURRENCE, list(DutyRecurrence), label)
        if duty.recurrence is not DutyRecurrence.PER_MEETING:
            with st.container(horizontal=True, gap="small"):
                fields.day("first", words.WINDOW_FIRST)
                fields.day("last", words.WINDOW_LAST)
        step_button(work, words.DROP, apply_drop, duty.key, True, about=duty.title, kind="tertiary")


def apply_drop(work: Work, key: str, dropped: bool) -> Work:
    """Take a follow-up out, or put it back."""
    return apply(work, drafts.change_duty, key, dropped=dropped)


def _places(codes: Sequence[int]) -> tuple[Municipality, ...]:
    return tuple(Municipality(code, MUNICIPALITIES[code]) for code in codes)
