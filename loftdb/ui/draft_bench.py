"""*Nytt medborgarlöfte* in one fragment: a tap runs this alone, and nothing of it needs the page around it."""

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.drafts import likely_districts
from loftdb.actions.register import find_agreement
from loftdb.core.access import Actor
from loftdb.core.drafts import Relation
from loftdb.core.errors import NotFound
from loftdb.ui.draft_cards import cards
from loftdb.ui.draft_end import end
from loftdb.ui.draft_facts import facts
from loftdb.ui.draft_questions import first_asked, open_questions, questions
from loftdb.ui.draft_relation import comparison, relation
from loftdb.ui.draft_source import source
from loftdb.ui.draft_steps import save, undo
from loftdb.ui.draft_work import Work, current, leave, once_button, step_button
from loftdb.ui.html import draw
from loftdb.ui.links import href
from loftdb.ui.session import context_of
from loftdb.view import draft as drawn
from loftdb.view import reading, receipts
from loftdb.view.markup import Html
from loftdb.view.texts import new_agreement as words
from loftdb.view.texts.issues import issue_text


@st.fragment
def new_agreement(who: Actor) -> None:
    """Draw the way in, the draft that is open, or what has just been adopted."""
    context = context_of(who)
    work = current(who)
    if work is None:
        st.markdown(words.LEAD)
        source(context)
    elif work.adopted:
        _adopted(context, work)
    else:
        _bench(context, work)


def _bench(context: Context, work: Work) -> None:
    """Draw the text beside the proposal; on a phone it is folded above it."""
    asked = 0 if work.draft.relation is Relation.FILL else open_questions(work.draft)
    _head(work, asked)
    beside, main = st.columns([5, 6], gap="large") if work.draft.text else (None, st.container())
    if beside is not None:
        with beside, st.container(key="nytt_text"):
            here = drawn.positions(work.draft).get(work.open or first_asked(work.draft) or "")
            draw(reading.source(work.draft.text, drawn.places(work.draft), drawn.doubts(work.draft), here))
    with main, st.container(key="nytt_main"):
        relation(context, work)
        if work.draft.relation is not Relation.FILL:
            draw(drawn.section(words.QUESTIONS if asked else words.NO_QUESTIONS))
            questions(work, likely_districts(context, work.draft))
        comparison(context, work)
        if work.draft.relation is not Relation.FILL:
            draw(drawn.section(words.PROMISES))
            cards(work)
            facts(work)
        end(context, work)
    _bar(work)


def _head(work: Work, asked: int) -> None:
    """Say how far it has come, and what the last tap did."""
    with st.container(key="nytt_head", horizontal=True, vertical_alignment="center", gap="small"):
        draw(drawn.head(work.draft, asked, work.is_saved))
        _way_out(work)


def _way_out(work: Work) -> None:
    """Lead back to the start; what is not saved is never left behind by a slip of the finger."""
    if work.is_saved:
        st.button(words.ANOTHER, key=work.key("leave"), type="tertiary", on_click=leave, args=(work.who,))
        return
    with st.popover(words.ANOTHER, type="tertiary", key=work.key("leaving")):
        st.markdown(words.REALLY_LEAVE)
        step_button(work, words.SAVE_FIRST, save, "first")
        st.button(words.LEAVE, key=work.key("leave"), on_click=leave, args=(work.who,))


def _bar(work: Work) -> None:
    """Say at the foot of the window what the last tap did, with the way back and the way to keep it."""
    with st.container(key="nytt_bar", gap="xsmall"):
        for text in (work.trouble, *map(issue_text, work.issues)):
            if text:
                st.error(text)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(drawn.said(work.said), unsafe_allow_html=True)
            if work.earlier:
                once_button(work, words.UNDO, undo)
            step_button(work, words.SAVE, save)


def _adopted(context: Context, work: Work) -> None:
    """Say what is in force, and where to go."""
    try:
        agreement = find_agreement(context, work.adopted or "")
    except NotFound:
        st.markdown(receipts.live(Html("")), unsafe_allow_html=True)
        return
    counted = next((each for each in agreement.promises if each.measures), None)
    log = href("registrera", lofte=counted.id) if counted else None
    with st.container(key="receipt_adopted"):
        said = drawn.adopted(agreement, work.draft, href("oversikt", kommun=agreement.home.name), log)
        st.markdown(receipts.live(said), unsafe_allow_html=True)
    st.button(words.ANOTHER, key=work.key("leave"), on_click=leave, args=(work.who,))
