"""The fields of *Registrera*: at most eight, the usual ones above the button on a phone, the others folded.

No field has limits of its own: a browser keeps a value outside them to itself, and the one before it would be saved.
"""

from datetime import date
from typing import Any

import streamlit as st

from loftdb.actions.choices import loggable
from loftdb.actions.context import Context
from loftdb.actions.progress import standings
from loftdb.core.access import Actor
from loftdb.core.entries import Counted
from loftdb.core.model import ActivityState, Reason
from loftdb.core.periods import FIRST_TYPED, LAST_TYPED
from loftdb.core.progress import records
from loftdb.ui.links import promise_link
from loftdb.ui.logging_instance import OTHER, Instance, chosen, current, save, undo
from loftdb.ui.session import context_of
from loftdb.view import receipts
from loftdb.view.markup import Html
from loftdb.view.texts import logging_form as words
from loftdb.view.texts.issues import issue_text
from loftdb.view.texts.labels import label

STATES = (ActivityState.DONE, ActivityState.PLANNED, ActivityState.CANCELLED)


@st.fragment
def logging_form(who: Actor, asked: int | None = None) -> None:
    """Draw the form; ``asked`` is the measure that the address chooses. A tap runs this alone, not the whole page."""
    context = context_of(who)
    known, form = loggable(context), current(context, asked)
    number = _promise(form, known, context.today)
    is_sensitive = number is not None and known[number][1].sensitive
    with st.container(key="registrera_when", horizontal=True, gap="small"):
        _count(form, "count", words.COUNT)
        _day(form, context.today)
    st.caption(words.day_words(form.value("day"), is_sensitive))
    _complain(form, "count", "date")
    with st.expander(words.MORE_SENSITIVE if is_sensitive else words.MORE, expanded=_is_wrong_inside(form)):
        _more(form, known, number, is_sensitive)
    st.button(words.SAVE, key="save", type="primary", width="stretch", on_click=save,
              args=(who, form.number))  # fmt: skip
    _outcome(context, form, known)


def _promise(form: Instance, known: Counted, today: date) -> int | None:
    """Let the person choose a promise: by chip, or in the searchable list of all."""

    def named(number: int) -> str:
        return words.OTHER if number == OTHER else words.promise_choice(*known[number], today)

    chips, first = [*form.chips, OTHER], form.first("promise")
    st.pills(words.PROMISE, chips, default=first if first in chips else None, format_func=named,
             key=form.key("promise"), required=True)  # fmt: skip
    if form.value("promise") == OTHER:
        st.selectbox(words.OTHER_PROMISE, list(known), _place(list(known), form.first("other")), named,
                     key=form.key("other"), placeholder=words.SEARCH)  # fmt: skip
    _complain(form, "shares")
    return chosen(form)


def _count(form: Instance, name: str, text: str) -> None:
    """Draw a whole number, which is 0 when it is emptied: what it begins with is no answer then."""
    st.session_state.setdefault(form.key(name), form.first(name, 1))
    st.number_input(text, step=1, key=form.key(name), on_change="ignore", persist_state="page")


def _day(form: Instance, today: date) -> None:
    """Draw a day, today at first; only one that begins empty to Streamlit says that it is emptied."""
    st.session_state.setdefault(form.key("day"), form.first("day", today))
    st.date_input(
        words.DAY, None, FIRST_TYPED, LAST_TYPED, format="YYYY-MM-DD", key=form.key("day"), persist_state="page"
    )


def _more(form: Instance, known: Counted, number: int | None, is_sensitive: bool) -> None:
    if not is_sensitive:
        st.text_input(words.PLACE, form.first("place", ""), key=form.key("place"), on_change="ignore")
    _complain(form, "place")
    _state(form)
    if not is_sensitive:
        _also(form, known, number)
        st.text_area(words.NOTE, form.first("note", ""), key=form.key("note"), on_change="ignore", height=80)
        st.caption(words.NO_PERSONS)
    _complain(form, "note")


def _state(form: Instance) -> None:
    state = st.segmented_control(
        words.STATE, STATES, default=form.first("state", STATES[0]), format_func=label, key=form.key("state"),
        required=True, width="stretch",
    )  # fmt: skip
    _complain(form, "state")
    if state is ActivityState.CANCELLED:
        st.selectbox(words.REASON, list(Reason), _place(list(Reason), form.first("reason")), label,
                     key=form.key("reason"), placeholder=words.CHOOSE_REASON, on_change="ignore")  # fmt: skip
    _complain(form, "reason")


def _also(form: Instance, known: Counted, number: int | None) -> None:
    """Let the activity count toward more promises of the same municipality, each with its own number (5.12)."""
    if number is None:
        return
    home = known[number][1].home
    others = [
        each for each, (_, promise, _) in known.items()
        if each != number and promise.home == home and not promise.sensitive
    ]  # fmt: skip
    before = [each for each in form.first(f"also-{number}", []) if each in others]
    also = st.multiselect(words.ALSO, others, before, lambda each: known[each][1].title,
                          key=form.key(f"also-{number}"), placeholder=words.NO_ALSO)  # fmt: skip
    for each in also:
        _count(form, f"count-{each}", words.count_of(known[each][2]))


def _outcome(context: Context, form: Instance, known: Counted) -> None:
    """Say what came of the last tap, in regions that screen readers follow."""
    with st.container(key="receipt_trouble"):
        if form.issues or form.trouble:
            st.error(form.trouble or words.not_saved(is_next=form.activity is not None))
        for issue in form.stray():
            st.error(issue_text(issue))
        if form.tapped_twice:
            st.info(words.ALREADY_SAVED)
    done = form.activity
    with st.container(key="receipt", gap="xsmall"):
        said = receipts.saved(done, known, form.warnings) if done else Html("")
        st.markdown(receipts.live(said), unsafe_allow_html=True)
        if form.stands:
            st.button(words.UNDO, key="undo", on_click=undo, args=(context.actor, form.number))
        rows = Html("")
        if done:
            moved = standings(context, [share.measure for share in done.entry.shares], done.entry.days)
            rows = receipts.standings(records(moved), promise_link, context.today)
        st.markdown(receipts.live(rows), unsafe_allow_html=True)


def _place(options: list[Any], first: Any) -> int | None:
    """Return where what a field begins with is among its options, null where it is not."""
    return options.index(first) if first in options else None


def _is_wrong_inside(form: Instance) -> bool:
    return bool(form.complaints("place", "state", "reason", "note"))


def _complain(form: Instance, *names: str) -> None:
    """Say beside a field what is wrong with it."""
    for issue in form.complaints(*names):
        st.error(issue_text(issue))
