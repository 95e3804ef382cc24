"""Decisions at a meeting: those carried from earlier ones, those made here, and the form for a new one."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from loftdb.actions import meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.minutes import Warnings
from loftdb.core.meetings.records import Decision, Meeting
from loftdb.core.meetings.rules import Assignment
from loftdb.core.model import Agreement, Promise
from loftdb.core.periods import FIRST_TYPED, LAST_TYPED
from loftdb.ui.html import draw
from loftdb.ui.meeting_writing import TEXT, Form, fold, form_of, is_pressed, is_said, is_unsaved, keep, receipt, save
from loftdb.view import meeting_decisions as view
from loftdb.view.texts import meeting_item as words
from loftdb.view.texts.functions import NO_PERSONS


def meeting_decisions(context: Context, meeting: Meeting, promise: str | None) -> None:
    """Draw the decisions on a promise, or (null) of the meeting as a whole, and the form for a new one.

    With the meeting's own stand those on a promise that it does not go through: nowhere else can they be *Klart*.
    """
    every, made = minutes.carried(context, meeting), minutes.decisions(context, meeting)
    others = {} if promise else {each[1].id: each for each in minutes.elsewhere(context, meeting, (*every, *made))}
    carried, here = ([each for each in some if each.promise in {promise, *others}] for some in (every, made))
    place = f"mote-decide-{meeting.id}-{promise or ''}"
    with st.container(key=f"mote-decisions-{promise or 'all'}"):
        draw(view.heading(promise is not None))
        for title, some in ((words.EARLIER, carried), (words.MADE_HERE, here)):
            _listed(context, meeting, title, some, others)
        if not carried and not here:
            draw(view.nothing())
        receipt(place, *(_place(kind, each) for each in (*carried, *here) for kind in _KINDS), f"{place}-withdrawn")
        if meeting.is_open and meetings.may_hold(context, meeting.municipality):
            with fold(words.NEW_DECISION, place):
                _new(context, meeting, promise, form_of(place, 0))


_KINDS = ("done", "change", "undo")


def _place(kind: str, made: Decision) -> str:
    return f"mote-{kind}-{made.id}"


def _listed(
    context: Context,
    meeting: Meeting,
    title: str,
    made: Sequence[Decision],
    others: Mapping[str, tuple[Agreement, Promise]],
) -> None:
    if made:
        draw(view.part(title))
    may = meetings.may_hold(context, meeting.municipality)
    for each in made:
        made_on = None if each.meeting == meeting.id else meetings.meeting(context, each.meeting).day
        draw(view.decision(each, meeting.day, made_on, others.get(each.promise or "")))
        if may and each.action:
            _steps(context, meeting, each)


def _steps(context: Context, meeting: Meeting, made: Decision) -> None:
    """Draw what may become of a decision: done or not, and while its meeting is open, changed or taken back.

    Folded in place, and no popovers: the keyboard reaches their fields only after everything else on the page.
    """
    if made.is_open or is_pressed(_place("done", made)):
        with _folded("done", made, words.DONE):
            _done(context, made, form_of(_place("done", made), made.version))
    else:
        _undo(context, made)
    if made.meeting == meeting.id and meeting.is_open:
        with _folded("change", made, words.CHANGE):
            _change(context, made, form_of(_place("change", made), made.version))


def _folded(kind: str, made: Decision, name: str) -> DeltaGenerator:
    """Return a fold for a version of a decision, open where something in it is not saved."""
    unsaved = is_unsaved(_place(kind, made))
    key = f"mote-fold-{kind}-{made.id}-{made.version}"
    return st.expander(words.unsaved(name, unsaved), unsaved, key=key, type="compact")


def _new(context: Context, meeting: Meeting, promise: str | None, form: Form) -> None:
    """Ask for a new decision; empty fields after one was saved are the second tap of a double tap."""

    def decide(said: Assignment) -> Warnings:
        return minutes.decide(context, meeting.id, said, form.write).warnings

    _fields(form, Assignment(promise, "", "", None), words.SAVE_DECISION, words.DECISION_SAVED, decide)


def _change(context: Context, made: Decision, form: Form) -> None:
    before = Assignment(made.promise, made.action, made.function, made.due)

    def change(said: Assignment) -> Warnings:
        return minutes.change_decision(context, made.id, said, form.write).warnings

    _fields(form, before, words.SAVE_CHANGE, words.CHANGED, change)
    if st.button(words.WITHDRAW, key=f"mote-withdraw-{made.id}"):
        save(
            Form(f"mote-decide-{made.meeting}-{made.promise or ''}-withdrawn", made.version, 0),
            lambda: _nothing(minutes.withdraw_decision(context, made.id, form.write)), words.WITHDRAWN,
        )  # fmt: skip


def _fields(form: Form, before: Assignment, name: str, sentence: str, act: Callable[[Assignment], Warnings]) -> None:
    """Ask for *Åtgärd · Ansvarig funktion · Klart senast*, and save what differs from what was there."""
    action = st.text_area(
        words.ACTION, form.first(TEXT, before.action), **form.field(TEXT), height=80, placeholder=words.ACTION_LIKE
    )
    function = st.text_input(
        words.FUNCTION, form.first("function", before.function), **form.field("function"),
        placeholder=words.FUNCTION_LIKE,
    )  # fmt: skip
    due = st.date_input(
        words.DUE, form.first("due", before.due), FIRST_TYPED, LAST_TYPED, format="YYYY-MM-DD",
        **form.field("due"), width=220,
    )  # fmt: skip
    st.caption(NO_PERSONS)
    said, answer = Assignment(before.promise, action, function, due), st.container()
    is_new = keep(form, _facts(said), _facts(before))
    is_saved = st.button(name, type="primary", key=f"{form.place}-save")
    if is_saved and (is_new or not (before.action or is_said(form.place))):
        with answer:
            save(form, lambda: act(said), sentence)


def _facts(said: Assignment) -> dict[str, Any]:
    return {TEXT: said.action, "function": said.function, "due": said.due}


def _done(context: Context, made: Decision, form: Form) -> None:
    on = st.date_input(
        words.DONE_ON, form.first("on", context.today), FIRST_TYPED, LAST_TYPED, format="YYYY-MM-DD",
        **form.field("on"), width=220,
    )  # fmt: skip
    note = st.text_area(words.DONE_NOTE, form.first(TEXT, made.note), **form.field(TEXT), height=80)
    keep(form, {"on": on, TEXT: note}, {"on": context.today, TEXT: made.note})
    answer = st.container()
    if st.button(words.SAVE_DONE, type="primary", key=f"{form.place}-save"):
        with answer:
            save(
                form, lambda: minutes.mark_done(context, made.id, on or date.max, note, form.write).warnings,
                words.DONE_SAVED,
            )  # fmt: skip


def _undo(context: Context, made: Decision) -> None:
    form = Form(_place("undo", made), made.version, 0)
    if st.button(words.UNDO, key=f"mote-undo-{made.id}-{made.version}"):
        save(form, lambda: _nothing(minutes.undo_done(context, made.id, form.write)), words.UNDONE)


def _nothing(_: Decision) -> Warnings:
    return ()
