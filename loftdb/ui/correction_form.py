"""The fields of a correction, filled in with what the activity says; the same kind of entry comes out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Literal

import streamlit as st

from loftdb.actions.choices import loggable
from loftdb.actions.context import Context
from loftdb.core.entries import Counted
from loftdb.core.errors import Issue
from loftdb.core.model import Activity, ActivityKind, ActivityState, Entry, Precision, Reason, Share
from loftdb.core.periods import FIRST_TYPED, LAST_TYPED, Period, month, week_start
from loftdb.ui.logging_form import STATES
from loftdb.view.formats import week_of
from loftdb.view.texts import activities as words
from loftdb.view.texts import logging_form
from loftdb.view.texts.issues import issue_text
from loftdb.view.texts.labels import label


def correction_form(context: Context, activity: Activity, key: str, issues: Sequence[Issue]) -> None:
    """Draw the fields of the version that was read, each with what is wrong with it.

    ``key`` is this filling-in's own, so that another one begins with what the version says.
    """
    form, entry = _Fields(key, issues), activity.entry
    known = loggable(context)
    sensitive = any(known[share.measure][1].sensitive for share in entry.shares if share.measure in known)
    _days(form, entry)
    _shares(form, activity, known, sensitive)
    if entry.kind is not ActivityKind.ANNUAL:
        _state(form, entry)
    form.choice(words.PRECISION, list(Precision), "precision", entry.precision)
    if entry.kind is ActivityKind.ANNUAL:
        st.text_input(words.SOURCE, entry.source, key=form.key("source"))
        form.complain("source")
    if not sensitive:
        _words(form, entry)


def entry_of(context: Context, activity: Activity, key: str) -> Entry:
    """Return what the fields say; a cleared day is an empty period, which is refused."""
    form, entry = _Fields(key), activity.entry
    chosen: list[int] = form.value("measures", [share.measure for share in entry.shares])
    state = ActivityState(form.value("state", entry.state))
    return replace(
        entry,
        days=_period(form, context.today, entry),
        shares=tuple(Share(number, form.value(f"count-{number}", 1) or 0) for number in chosen),
        weeks=tuple(sorted(form.value("weeks", entry.weeks))),
        state=state,
        reason=form.value("reason") if state is ActivityState.CANCELLED else None,
        precision=Precision(form.value("precision", entry.precision)),
        place=form.value("place", entry.place),
        note=form.value("note", entry.note),
        source=form.value("source", entry.source),
    )


class _Fields:
    """The keys of the fields, which begin with what the version says, and what is wrong with them."""

    def __init__(self, key: str, issues: Sequence[Issue] = ()) -> None:
        self._start = f"rattning-{key}"
        self._issues = issues

    def complain(self, *names: str) -> None:
        """Say beside a field what is wrong with it."""
        for issue in self._issues:
            if issue.field in names:
                st.error(issue_text(issue))

    def key(self, name: str) -> str:
        """Return the key of a field's widget."""
        return f"{self._start}-{name}"

    def value(self, name: str, default: Any = None) -> Any:
        """Return what the field holds, the default where it is not drawn."""
        return st.session_state.get(self.key(name), default)

    def number(self, text: str, name: str, value: int) -> None:
        """Draw a whole number, which is 0 when it is emptied: what it begins with is no answer then."""
        st.session_state.setdefault(self.key(name), value)
        st.number_input(text, step=1, key=self.key(name), persist_state="page")

    def day(self, text: str, name: str, value: date, width: int | Literal["stretch"] = "stretch") -> None:
        """Draw a day without limits of its own: the browser would keep a day outside them to itself.

        Only a day that begins empty to Streamlit says that it is emptied, so the state says what it begins with.
        """
        st.session_state.setdefault(self.key(name), value)
        st.date_input(text, None, FIRST_TYPED, LAST_TYPED, format="YYYY-MM-DD", key=self.key(name), width=width,
                      persist_state="page")  # fmt: skip

    def choice(self, text: str, options: list[Any], name: str, value: Any) -> Any:
        """Draw one of few options, all of them in sight."""
        return st.segmented_control(text, options, default=value, format_func=label, key=self.key(name), required=True)


def _days(form: _Fields, entry: Entry) -> None:
    first, last = entry.days.start, entry.days.last
    if entry.kind is ActivityKind.ANNUAL:
        form.number(words.YEAR, "year", first.year)
    elif entry.kind is ActivityKind.SINGLE:
        form.day(words.DATE, "day", first)
    else:
        with st.container(horizontal=True):
            form.day(words.FIRST_DAY, "first", first, 200)
            form.day(words.LAST_DAY, "last", last, 200)
        if entry.weeks:
            _weeks(form, entry)
    form.complain("date")


def _weeks(form: _Fields, entry: Entry) -> None:
    whole, first = month(entry.days.start), week_start(month(entry.days.start).start)
    mondays = [first + timedelta(weeks=number) for number in range(6)]
    offered = sorted({*entry.weeks, *(monday for monday in mondays if monday < whole.end)})
    st.multiselect(words.WEEKS, offered, list(entry.weeks), week_of, key=form.key("weeks"))
    form.complain("weeks")


def _period(form: _Fields, today: date, entry: Entry) -> Period:
    if entry.kind is ActivityKind.ANNUAL:
        return _year(form.value("year", entry.days.start.year), today)
    if entry.kind is ActivityKind.SINGLE:
        day = form.value("day", entry.days.start)
        return Period.through(day, day) if day else Period(today, today)
    first, last = form.value("first", entry.days.start), form.value("last", entry.days.last)
    return Period.through(first, last) if first and last else Period(today, today)


def _year(typed: int | None, today: date) -> Period:
    """Return the typed year; an empty field, or a number that no calendar has, is an empty period."""
    if typed is None or not FIRST_TYPED.year <= typed < LAST_TYPED.year:
        return Period(today, today)
    return Period.year(typed)


def _shares(form: _Fields, activity: Activity, known: Counted, sensitive: bool) -> None:
    """Let the activity count toward other promises of the same municipality, each with its own number (5.12)."""
    counts = {share.measure: share.count for share in activity.entry.shares}
    offered = [
        number for number, (_, promise, _) in known.items()
        if number in counts or (promise.home == activity.municipality and promise.sensitive == sensitive)
    ]  # fmt: skip
    chosen = st.multiselect(
        words.PROMISES, offered, [number for number in counts if number in known],
        lambda number: known[number][1].title, key=form.key("measures"),
    )  # fmt: skip
    for number in chosen:
        form.number(logging_form.count_of(known[number][2]), f"count-{number}", counts.get(number, 1))
    form.complain("shares", "count")


def _state(form: _Fields, entry: Entry) -> None:
    state = form.choice(logging_form.STATE, list(STATES), "state", entry.state)
    if state is ActivityState.CANCELLED:
        reasons = list(Reason)
        st.selectbox(
            logging_form.REASON, reasons, reasons.index(entry.reason) if entry.reason else None, label,
            key=form.key("reason"), placeholder=logging_form.CHOOSE_REASON,
        )  # fmt: skip
    form.complain("state", "reason")


def _words(form: _Fields, entry: Entry) -> None:
    st.text_input(logging_form.PLACE, entry.place, key=form.key("place"))
    form.complain("place")
    st.text_area(logging_form.NOTE, entry.note, height=80, key=form.key("note"))
    st.caption(logging_form.NO_PERSONS)
    form.complain("note")
