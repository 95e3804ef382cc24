"""What is done to one activity (corrected, withdrawn, brought back, redacted): to what was read, or not at all."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.logging import bring_back, correct, may_correct, may_redact, redact, withdraw
from loftdb.core.access import Actor
from loftdb.core.errors import ConcurrentChange, Issue, LoftdbError, Refused
from loftdb.core.model import Activity, ActivityState
from loftdb.ui.correction_form import correction_form, entry_of
from loftdb.ui.session import context_of
from loftdb.view.markup import Html, escaped
from loftdb.view.receipts import live
from loftdb.view.texts import activities as words
from loftdb.view.texts.errors import error_text
from loftdb.view.texts.issues import issue_text

_PLACE = "rattning"


class Kind(Enum):
    """What is being done to an activity."""

    CORRECTING = auto()
    WITHDRAWING = auto()
    REDACTING = auto()


@dataclass(frozen=True)
class Change:
    """A change under way of the version that was read, saved at most once, and what came of the last attempt."""

    activity: Activity
    kind: Kind
    submission: str = field(default_factory=secrets.token_hex)
    issues: tuple[Issue, ...] = ()
    trouble: str = ""


@dataclass(frozen=True)
class Outcome:
    """What was done to an activity, to be said once."""

    activity: int
    sentences: tuple[str, ...]
    is_done: bool = True


def correction(context: Context, now: Activity) -> None:
    """Draw what may be done to the activity, and what came of the last attempt."""
    change = _under_way(now)
    _say_outcome(now)
    if change is None or not _may(context, change):
        _offer(context, now)
    elif change.kind is Kind.CORRECTING:
        _correct(context, change)
    elif change.kind is Kind.WITHDRAWING:
        _confirm(context, change, words.ASK_WITHDRAW, words.CONFIRM, _withdraw)
    else:
        _confirm(context, change, words.ASK_REDACT, words.CONFIRM_REDACT, _redact)


def is_correcting(now: Activity) -> bool:
    """Tell whether the activity's facts are being changed, so that the form shows them."""
    change = _under_way(now)
    return change is not None and change.kind is Kind.CORRECTING


def _may(context: Context, change: Change) -> bool:
    return (may_redact if change.kind is Kind.REDACTING else may_correct)(context, change.activity)


def _offer(context: Context, now: Activity) -> None:
    """Draw a button for each thing that the actor may do."""
    may, is_withdrawn = may_correct(context, now), now.entry.state is ActivityState.WITHDRAWN
    if not may:
        st.caption(words.READ_ONLY)
    elif is_withdrawn:
        st.info(words.WITHDRAWN)
    with st.container(horizontal=True):
        if may and is_withdrawn:
            st.button(words.BRING_BACK, on_click=_bring_back, args=(context.actor, Change(now, Kind.CORRECTING)))
        elif may:
            st.button(words.CORRECT, on_click=_begin, args=(Change(now, Kind.CORRECTING),), type="primary")
            st.button(words.WITHDRAW, on_click=_begin, args=(Change(now, Kind.WITHDRAWING),))
        if may_redact(context, now):
            st.button(words.REDACT, on_click=_begin, args=(Change(now, Kind.REDACTING),))


def _correct(context: Context, change: Change) -> None:
    with st.container(key="correction", border=True):
        correction_form(context, change.activity, change.submission, change.issues)
        if change.trouble or change.issues:
            st.error(change.trouble or words.NOT_SAVED)
        with st.container(horizontal=True):
            st.button(words.SAVE, type="primary", on_click=_save, args=(context.actor, change))
            st.button(words.CANCEL, on_click=_end)


def _confirm(context: Context, change: Change, question: str, yes: str, act: Callable[[Actor, Change], None]) -> None:
    with st.container(key="correction", border=True):
        if change.trouble:
            st.error(change.trouble)
        st.markdown(question)
        with st.container(horizontal=True):
            st.button(yes, type="primary", on_click=act, args=(context.actor, change))
            st.button(words.CANCEL, on_click=_end)


def _under_way(now: Activity) -> Change | None:
    found: Change | None = st.session_state.get(_PLACE)
    return found if found and found.activity.id == now.id else None


def _say_outcome(now: Activity) -> None:
    """Say what was done, in a region that screen readers follow; it is there, empty, before anything is done."""
    outcome: Outcome | None = st.session_state.get(f"{_PLACE}-outcome")
    said = outcome.sentences if outcome and outcome.activity == now.id else ()
    if outcome and said and not outcome.is_done:
        st.warning(" ".join(said))
        return
    st.markdown(live(escaped(" ".join(said)) if said else Html("")), unsafe_allow_html=True)


def _begin(change: Change) -> None:
    st.session_state[_PLACE] = change
    st.session_state.pop(f"{_PLACE}-outcome", None)


def _end() -> None:
    st.session_state.pop(_PLACE, None)


def _save(who: Actor, change: Change) -> None:
    context = context_of(who)

    def act() -> tuple[str, ...]:
        entry = entry_of(context, change.activity, change.submission)
        saved = correct(context, change.activity.id, change.activity.version, entry, change.submission)
        return (words.SAVED, *map(issue_text, saved.warnings))

    _attempt(change, act)


def _withdraw(who: Actor, change: Change) -> None:
    def act() -> tuple[str, ...]:
        withdraw(context_of(who), change.activity.id, change.activity.version, change.submission)
        return (words.TAKEN_AWAY,)

    _attempt(change, act)


def _redact(who: Actor, change: Change) -> None:
    def act() -> tuple[str, ...]:
        redact(context_of(who), change.activity.id)
        return (words.MASKED,)

    _attempt(change, act)


def _bring_back(who: Actor, change: Change) -> None:
    def act() -> tuple[str, ...]:
        bring_back(context_of(who), change.activity.id, change.activity.version, change.submission)
        return (words.BROUGHT_BACK,)

    _attempt(change, act)


def _attempt(change: Change, act: Callable[[], tuple[str, ...]]) -> None:
    """Do it, and remember what to say; a refusal keeps the form as it is filled in."""
    try:
        said = act()
    except Refused as error:
        st.session_state[_PLACE] = replace(change, issues=error.issues, trouble="")
    except ConcurrentChange:
        _end()
        st.session_state[f"{_PLACE}-outcome"] = Outcome(change.activity.id, (words.CHANGED_MEANWHILE,), is_done=False)
    except LoftdbError as error:
        st.session_state[_PLACE] = replace(change, issues=(), trouble=error_text(error))
    else:
        _end()
        st.session_state[f"{_PLACE}-outcome"] = Outcome(change.activity.id, said)
