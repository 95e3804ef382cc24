"""Each filling-in of *Registrera* is saved at most once, and keeps what was typed until it is.

Every widget's key carries the number of the instance, so that a new one begins empty.
"""

import secrets
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import streamlit as st

from loftdb.actions.choices import suggested
from loftdb.actions.context import Context
from loftdb.actions.logging import log, withdraw
from loftdb.core.access import Actor
from loftdb.core.errors import Issue, LoftdbError, Refused
from loftdb.core.model import Activity, ActivityKind, ActivityState, Entry, Share
from loftdb.core.periods import Period
from loftdb.ui.session import context_of
from loftdb.view.texts.errors import error_text

CHIPS = 5
OTHER = 0
"""The chip that opens the whole list; no measure has this number."""


FIELDS = ("shares", "count", "date", "place", "state", "reason", "note")
"""The fields that issues name, each with its complaint beside it."""


@dataclass(frozen=True)
class Instance:
    """One filling-in, and what came of it or of the one before."""

    who: str
    number: int
    began: date
    """The day that the date field began with."""
    chips: tuple[int, ...]
    asked: int | None = None
    """The measure that the address chose when it began."""
    submission: str = field(default_factory=secrets.token_hex)
    issues: tuple[Issue, ...] = ()
    trouble: str = ""
    """Why it could not be saved, where no field is to blame."""
    tapped_twice: bool = False
    """Whether the button was tapped again with nothing chosen since the last saving."""
    activity: Activity | None = None
    """What was saved, or withdrawn, last."""
    warnings: tuple[Issue, ...] = ()
    draft: tuple[tuple[str, Any], ...] = ()
    """What was typed to save it, to come back after *Ångra*."""
    begins: tuple[tuple[str, Any], ...] = ()
    """What fields begin with that is not usual: what the address chose, or what came back."""
    is_drawn: bool = False
    """Whether it has been on the page, which is left again where its fields hold nothing."""

    @property
    def stands(self) -> bool:
        """Whether what was saved last has not been taken back."""
        return self.activity is not None and self.activity.entry.state is not ActivityState.WITHDRAWN

    def key(self, name: str) -> str:
        """Return the key of a field's widget."""
        return f"registrera-{self.who}-{self.number}-{name}"

    def value(self, name: str, default: Any = None) -> Any:
        """Return what the field holds, the default where it is not on the page."""
        return st.session_state.get(self.key(name), default)

    def first(self, name: str, usual: Any = None) -> Any:
        """Return what the field begins with."""
        return dict(self.begins).get(name, usual)

    def stray(self) -> list[Issue]:
        """Return what is wrong with no field on the page."""
        return [issue for issue in self.issues if issue.field not in FIELDS]

    def complaints(self, *names: str) -> list[Issue]:
        """Return what is wrong with the fields."""
        return [issue for issue in self.issues if issue.field in names]


def current(context: Context, asked: int | None = None) -> Instance:
    """Return the instance that the person is filling in, a first one with ``asked`` chosen.

    A page left open over midnight follows: a date that nobody chose is today. Whoever left the page comes back to
    empty fields: what came back once by *Ångra* would be saved from under the fold, unseen.
    """
    found: Instance | None = st.session_state.get(_place(context.actor))
    if found is None or (asked and asked != found.asked):
        found = replace(_next(context, found, asked), begins=(("promise", asked),))
    elif found.is_drawn and found.key("promise") not in st.session_state:
        found = replace(found, begins=())
    found = _keep(context, replace(found, is_drawn=True))
    if found.began != context.today and found.value("day") == found.began:
        st.session_state[found.key("day")] = context.today
        found = _keep(context, replace(found, began=context.today))
    return found


def chosen(form: Instance) -> int | None:
    """Return the measure that is chosen, by chip or in the whole list."""
    chip: int | None = form.value("promise")
    return form.value("other") if chip == OTHER else chip


def save(who: Actor, number: int) -> None:
    """Save the instance unless that is already done: a second tap finds the next one in its place."""
    context = context_of(who)
    form = current(context)
    if form.number != number:
        return
    if form.stands and chosen(form) is None:
        _keep(context, replace(form, tapped_twice=True))
        return
    try:
        logged = log(context, entry_of(form, context.today), form.submission)
    except Refused as error:
        _keep(context, replace(form, issues=error.issues, trouble="", tapped_twice=False))
    except LoftdbError as error:
        _keep(context, replace(form, issues=(), trouble=error_text(error), tapped_twice=False))
    else:
        after = replace(_next(context, form), activity=logged.activity, warnings=logged.warnings)
        _keep(context, replace(after, draft=_draft(form)))


def undo(who: Actor, number: int) -> None:
    """Withdraw what was saved last and bring back what was typed, unless something else has been begun."""
    context = context_of(who)
    form = current(context)
    if form.number != number or form.activity is None or not form.stands:
        return
    try:
        withdrawn = withdraw(context, form.activity.id, form.activity.version)
    except LoftdbError as error:
        _keep(context, replace(form, trouble=error_text(error)))
        return
    kept = _draft(form) if chosen(form) else form.draft
    _keep(context, replace(_next(context, form), chips=form.chips, activity=withdrawn, begins=kept))


def entry_of(form: Instance, today: date) -> Entry:
    """Return what the fields say; a cleared date is an empty period."""
    first = chosen(form)
    numbers = [first, *form.value(f"also-{first}", [])] if first else []
    day: date | None = form.value("day")
    state = ActivityState(form.value("state", ActivityState.DONE))
    return Entry(
        ActivityKind.SINGLE, state, Period.through(day, day) if day else Period(today, today),
        tuple(Share(number, form.value("count" if number == first else f"count-{number}") or 0) for number in numbers),
        place=form.value("place", ""), note=form.value("note", ""),
        reason=form.value("reason") if state is ActivityState.CANCELLED else None,
    )  # fmt: skip


def _next(context: Context, before: Instance | None, asked: int | None = None) -> Instance:
    """Return a new instance, with what the address asks for among the chips."""
    asked = asked or (before.asked if before else None)
    offered = suggested(context, CHIPS)
    chips = list(dict.fromkeys([asked, *offered] if asked else offered))[:CHIPS]
    number = before.number + 1 if before else 1
    return Instance(context.actor.name, number, context.today, tuple(sorted(chips)), asked)


def _draft(form: Instance) -> tuple[tuple[str, Any], ...]:
    start = form.key("")
    return tuple(
        (str(key).removeprefix(start), value) for key, value in st.session_state.items() if str(key).startswith(start)
    )


def _keep(context: Context, form: Instance) -> Instance:
    st.session_state[_place(context.actor)] = form
    return form


def _place(who: Actor) -> str:
    return f"registrera-{who.name}"
