"""The form that says something of a promise: what is refused stays in its fields, and a double tap saves once.

Its fields are named by the version that the person has read, and begin with what it says, so that ticking one more
item keeps the words: once a word is saved the old form is gone.
"""

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.promise import PromiseView
from loftdb.actions.status import Word, update
from loftdb.core.access import Actor
from loftdb.core.model import Promise, Status, StatusUpdate
from loftdb.core.periods import FIRST_TYPED, LAST_TYPED
from loftdb.ui.deviation_form import promise_deviation
from loftdb.ui.html import draw
from loftdb.ui.receipts import Receipt, leave, submission, take
from loftdb.ui.refusals import telling
from loftdb.ui.session import context_of
from loftdb.view import worded
from loftdb.view.texts.functions import NO_PERSONS
from loftdb.view.texts.issues import issue_text
from loftdb.view.texts.labels import label


def said(context: Context, view: PromiseView) -> None:
    """Draw what people have said of the promise, with the form where the actor may say more."""
    draw(worded.latest(view.promise, view.agreement, view.updates, context.today))
    if view.may_update:
        status_form(context, view)
    promise_deviation(context, view)
    draw(worded.history(view.promise, view.updates))


def status_form(context: Context, view: PromiseView) -> None:
    """Draw the form, save what it says, and show the receipt of what was said last."""
    draw(worded.form_heading())
    with st.container(key="word"):
        _form(context.actor, view.promise, view.updates[-1] if view.updates else None)


@st.fragment
def _form(who: Actor, promise: Promise, last: StatusUpdate | None) -> None:
    """Draw the fields; a fragment keeps what was read, so that nothing is lost where somebody else was first."""
    context, prefix = context_of(who), f"word-{promise.id}-{last.version if last else 0}"
    with st.form(prefix, enter_to_submit=False):
        word = _fields(context, promise, last, prefix)
        answer = st.container()
        with answer:
            _show_receipt(promise)
        if st.form_submit_button(worded.SAVE, type="primary"):
            with answer:
                _save(context, word)


def _fields(context: Context, promise: Promise, last: StatusUpdate | None, prefix: str) -> Word:
    status = st.pills(
        worded.STATUS, list(Status), format_func=label, default=last.status if last else None, key=f"{prefix}-status"
    )
    covered = _ticked(promise, last, prefix)
    done = st.text_area(worded.DONE, worded.done_before(promise, last), key=f"{prefix}-done", height=96)
    st.caption(NO_PERSONS)
    next_step = st.text_area(worded.NEXT, last.next_step if last else "", key=f"{prefix}-next", height=68)
    on = st.date_input(
        worded.DATE, context.today, FIRST_TYPED, LAST_TYPED, format="YYYY-MM-DD", key=f"{prefix}-on", width=200
    )
    return Word(promise.id, on, status, done, next_step, covered, last.version if last else 0)


def _ticked(promise: Promise, last: StatusUpdate | None, prefix: str) -> frozenset[str]:
    if not promise.items:
        return frozenset()
    before = set(last.covered) if last else set()
    st.markdown(f"**{worded.COVERED}**")
    with st.container(horizontal=True):
        ticks = {
            item.key: st.checkbox(item.name, value=item.key in before, key=f"{prefix}-{item.key}", width="content")
            for item in promise.items
        }
    return frozenset(key for key, is_ticked in ticks.items() if is_ticked)


def _save(context: Context, word: Word) -> None:
    with telling():
        warnings = update(context, word, submission(f"word-{word.promise}-{word.seen}-key"))
        leave(_place(word.promise), Receipt(worded.SAVED, warnings))
        st.rerun()


def _show_receipt(promise: Promise) -> None:
    receipt = take(_place(promise.id))
    if receipt is None:
        return
    st.success(receipt.sentence)
    for warning in receipt.warnings:
        st.warning(issue_text(warning))


def _place(promise: str) -> tuple[str, str]:
    return "word", promise
