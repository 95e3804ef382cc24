"""Each filling-in of *Månadsblad* is saved whole or not at all, and keeps what was typed until it is.

It remembers what each field held when it was drawn, so that what somebody else logs meanwhile is noticed.
"""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import streamlit as st

from loftdb.actions.reporting import Report, report
from loftdb.actions.sheet import Filled
from loftdb.core.access import Actor
from loftdb.core.errors import ConcurrentChange, Issue, LoftdbError, Refused
from loftdb.core.model import Party, Reason
from loftdb.core.sheets import FilledCount, FilledWeek, SheetLine, WeekBox, WeekState
from loftdb.ui.session import context_of
from loftdb.view.texts import sheet_form as words
from loftdb.view.texts.errors import error_text

Week = tuple[int, date]
"""A measure's week, by number and Monday."""


@dataclass(frozen=True)
class Instance:
    """One filling-in of a month for a party."""

    who: str
    party: Party
    month: date
    number: int = 1
    submission: str = field(default_factory=secrets.token_hex)
    counts: dict[int, int] = field(default_factory=dict)
    """What was logged of each measure on the page when its field was drawn."""
    weeks: dict[Week, tuple[WeekState, Reason | None]] = field(default_factory=dict)
    on_page: set[int] = field(default_factory=set)
    """The measures that are on the page: what a municipality that is left out holds is not saved."""
    turns: dict[int, int] = field(default_factory=dict)
    """How many times each measure has come to the page."""
    issues: tuple[Issue, ...] = ()
    trouble: str = ""
    is_overtaken: bool = False
    """Whether somebody logged meanwhile, so that untouched fields are to show the new numbers."""
    report: Report | None = None

    def show(self, lines: Iterable[SheetLine]) -> None:
        """Note which lines are on the page. One that comes back has new fields: a slow browser has emptied the old."""
        shown = {line.measure.number for line in lines}
        for number in shown - self.on_page:
            self.turns[number] = self.turns.get(number, 0) + 1
        self.on_page.clear()
        self.on_page.update(shown)

    def key(self, measure: int, name: object = "count") -> str:
        """Return the key of a field's widget."""
        return f"blad-{self.who}-{self.party}-{self.month}-{self.number}-{measure}-{self.turns.get(measure)}-{name}"

    def count_key(self, line: SheetLine) -> str:
        """Return the key of a number's field, which begins with what is logged."""
        number = line.measure.number
        if self._begin(self.key(number), self.counts.get(number), line.logged):
            self.counts[number] = line.logged
        return self.key(number)

    def week_keys(self, line: SheetLine, box: WeekBox) -> tuple[str, str]:
        """Return the keys of a week's box and of its reason, which begin with what is known."""
        week = (line.measure.number, box.monday)
        held, reason = self.key(*week), self.key(line.measure.number, f"{box.monday}-reason")
        state, why = self.weeks.get(week, (box.state, box.reason))
        self._begin(held, state is WeekState.HELD, box.state is WeekState.HELD)
        if self._begin(reason, why, box.reason):
            self.weeks[week] = (box.state, box.reason)
        return held, reason

    def _begin(self, key: str, seen: object, now: object) -> bool:
        """Let a new field, and an untouched one that was overtaken, hold what is known now; tell whether that is read.

        The state says so, since a field can be emptied only if it begins empty to Streamlit (CONTRIBUTING, "late").
        """
        is_new = key not in st.session_state
        if is_new or (self.is_overtaken and st.session_state[key] == seen):
            st.session_state[key] = now
        return is_new or self.is_overtaken

    def complaints(self, line: SheetLine) -> list[Issue]:
        """Return what is wrong with a line."""
        return [issue for issue in self.issues if issue.field == str(line.measure.number)]


def current(who: Actor, party: Party, month: date) -> Instance:
    """Return the instance that the person is filling in for the month."""
    place = _place(who)
    found: Instance | None = st.session_state.get(place)
    if found is None or (found.party, found.month) != (party, month):
        found = Instance(who.name, party, month, found.number + 1 if found else 1)
        st.session_state[place] = found
    return found


def refreshed(who: Actor, form: Instance) -> None:
    """Note that every field shows what is logged now."""
    if form.is_overtaken:
        st.session_state[_place(who)] = replace(form, is_overtaken=False)


def save(who: Actor, number: int, sign: frozenset[int]) -> None:
    """Save the instance, and sign the month for the municipalities, unless that is already done.

    A late second tap finds the next instance, with nothing to save: what the first one changed stays told.
    """
    form: Instance = st.session_state[_place(who)]
    if form.number != number:
        return
    try:
        filled = _filled(form, sign)
        if form.report and not _says_something(filled):
            return
        moved = report(context_of(who), filled, form.submission)
    except Refused as error:
        after = replace(form, issues=error.issues, trouble=words.NOT_SAVED, report=None)
    except ConcurrentChange as error:
        trouble = words.conflict(str(error.name))
        after = replace(form, issues=(), trouble=trouble, is_overtaken=True, report=None)
    except LoftdbError as error:
        after = replace(form, issues=(), trouble=error_text(error), report=None)
    else:
        after = Instance(form.who, form.party, form.month, form.number + 1, report=moved)
    st.session_state[_place(who)] = after


def _says_something(filled: Filled) -> bool:
    return bool(filled.sign or filled.weeks or any(each.total != each.seen for each in filled.counts))


def _filled(form: Instance, sign: frozenset[int]) -> Filled:
    """Return what the fields say; an empty number leaves what is logged. Refused (``week_held_and_cancelled``)."""
    counts = tuple(
        FilledCount(number, _first(st.session_state.get(form.key(number)), seen), seen)
        for number, seen in form.counts.items()
        if number in form.on_page
    )
    return Filled(form.party, form.month, counts, tuple(_filled_weeks(form)), sign)


def _filled_weeks(form: Instance) -> Iterator[FilledWeek]:
    """Yield the weeks that were changed."""
    wrong = []
    for (number, monday), (state, seen) in form.weeks.items():
        if number not in form.on_page:
            continue
        held = bool(st.session_state.get(form.key(number, monday), state is WeekState.HELD))
        reason: Reason | None = st.session_state.get(form.key(number, f"{monday}-reason"), seen)
        if held and reason:
            wrong.append(Issue("week_held_and_cancelled", str(number), {"week": monday}))
        said = WeekState.HELD if held else WeekState.CANCELLED if reason else WeekState.OPEN
        if (said, reason) != (state, seen) and state is not WeekState.UPCOMING:
            yield FilledWeek(number, monday, said, reason)
    if wrong:
        raise Refused(*wrong)


def _first(typed: Any, otherwise: int) -> int:
    return otherwise if typed is None else int(typed)


def _place(who: Actor) -> str:
    return f"blad-{who.name}"
