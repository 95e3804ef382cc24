"""What is left to answer, each with the way there, and then the draft in force."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

import streamlit as st

from loftdb.actions import drafts as stored
from loftdb.actions.context import Context
from loftdb.core import drafts
from loftdb.core.drafts import Draft, Relation
from loftdb.core.errors import Issue
from loftdb.core.model import Agreement
from loftdb.core.periods import FIRST_TYPED, LAST_TYPED
from loftdb.ui.draft_steps import adopt, edit
from loftdb.ui.draft_work import FACTS, Work, step_button
from loftdb.ui.html import draw
from loftdb.view import draft as drawn
from loftdb.view.texts import new_agreement as words
from loftdb.view.texts.issues import issue_text


def end(context: Context, work: Work) -> None:
    """Draw the decision's fields, what is still lacking, and the button."""
    draw(drawn.section(words.FINISH))
    adoption = _adoption(context, work)
    left = stored.problems(context, work.draft, adoption)
    _left(work, left)
    step_button(work, words.ADOPT, adopt, adoption, kind="primary")


def _adoption(context: Context, work: Work) -> drafts.Adoption:
    """Draw what the decision needs, by what the draft is."""
    relation, related = work.draft.relation, stored.related_agreement(context, work.draft)
    followed, valid_from, reason, shorten = None, None, "", False
    with st.container(horizontal=True, gap="small"):
        on = _day(work, "on", words.ADOPTED_ON, context.today)
        if relation is Relation.REVISION:
            valid_from = _day(work, "valid_from", words.VALID_FROM, context.today)
        elif relation is not Relation.FILL:
            followed = _day(work, "followed", words.FOLLOWED_FROM, stored.default_followed_from(context, work.draft))
    if followed:
        st.caption(words.FOLLOWED_HINT)
    decision = _text(work, "decision", words.DECISION)
    if relation is Relation.REVISION:
        reason = _text(work, "reason", words.REASON)
    if relation is Relation.SUCCESSOR and _overlaps(work.draft, related):
        shorten = st.checkbox(words.SHORTEN, key=work.key("end", "shorten"))
    return drafts.Adoption(on or context.today, decision, followed, valid_from, reason, shorten)


def _overlaps(draft: Draft, related: Agreement | None) -> bool:
    """Tell whether the agreement that the draft follows has not ended when it begins."""
    return bool(related and draft.period and (draft.period & related.period).days)


def _day(work: Work, name: str, text: str, proposed: date) -> date | None:
    """Draw a date, which follows what is proposed until somebody picks another, and again when it is emptied."""
    key, before = work.key("end", name), work.key("end", name, "proposed")
    held = st.session_state.get(key)
    if held != proposed and held in (None, st.session_state.get(before)):
        st.session_state[key] = proposed
    st.session_state[before] = proposed
    return st.date_input(text, None, FIRST_TYPED, LAST_TYPED, format="YYYY-MM-DD", width=200, key=key,
                         persist_state="page")  # fmt: skip


def _text(work: Work, name: str, text: str) -> str:
    return st.text_input(text, key=work.key("end", name))


def _left(work: Work, left: Sequence[Issue]) -> None:
    """Say what is missing, with a button to each place that is not here."""
    if not left:
        st.success(words.READY)
        return
    draw(drawn.left(len(left)))
    numbers = drawn.positions(work.draft)
    with st.container(key=work.key("left"), gap="xsmall"):
        for number, issue in enumerate(left):
            key = place(work.draft, issue)
            if key is None:
                st.markdown(issue_text(issue))
            else:
                text = words.lacking(numbers, issue)
                step_button(work, text, edit, key, f"left{number}", kind="tertiary")


def place(draft: Draft, issue: Issue) -> str | None:
    """Return what to open to mend an issue: a promise's key or the facts; null: its field is here already."""
    first, *rest = (issue.field or "").split(".")
    if first == "promises" and rest:
        return rest[0]
    is_fact = first in {each.name for each in fields(draft)} - {"relation", "promises"}
    return FACTS if is_fact else None
