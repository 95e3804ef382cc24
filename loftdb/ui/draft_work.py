"""The draft that somebody works on: what is typed is in it before anything else happens, so that no tap loses a word.

Fields are drawn from the draft and read back into it at the next run or tap. A step that would do more the second
time carries the turn that it was offered in, and a double tap does it once.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import streamlit as st

from loftdb.core import drafts
from loftdb.core.access import Actor
from loftdb.core.drafts import Draft
from loftdb.core.errors import Issue
from loftdb.view.texts import new_agreement as words

FACTS = "about"
"""What ``open`` is while the agreement's own facts are edited; no promise has this key."""
REMEMBERED = 30
SHAPING = {"kind", "comparator", "recurrence"}
"""The fields that decide which others there are."""


@dataclass(frozen=True)
class Field:
    """Where a widget's value belongs: a promise or duty of the draft, a target of the promise, or the draft itself."""

    name: str
    owner: str | None = None
    target: str | None = None
    parse: Callable[[Any], object] = lambda value: value
    turn: int | None = None
    """Which time the field is there, of one that can be emptied."""


@dataclass(frozen=True)
class Work:
    """One draft on the page, and what came of the last step."""

    who: Actor
    number: int
    draft: Draft
    id: int | None = None
    version: int = 0
    is_saved: bool = False
    submission: str = field(default_factory=secrets.token_hex)
    earlier: tuple[Draft, ...] = ()
    """What *Ångra* goes back to, the latest last."""
    open: str | None = None
    """The promise that is being edited, or ``FACTS``; one at a time."""
    opened: int = 0
    """The turn in which that was opened: opened anew it has new fields, since a slow browser has emptied the old."""
    shaped: int = 0
    """How many times somebody has chosen which fields there are, since what comes back has new fields too."""
    is_splitting: bool = False
    turn: int = 0
    seen: str | None = None
    """The promise that the page shows next."""
    said: str = ""
    issues: tuple[Issue, ...] = ()
    trouble: str = ""
    adopted: str | None = None
    """The agreement's id, once it is in force."""
    fields: dict[str, Field] = field(default_factory=dict)
    """The widgets on the page, by key."""

    def key(self, *name: object) -> str:
        """Return the key of a widget of this draft."""
        return "-".join(("nytt", self.who.name, str(self.number), *map(str, name)))

    def hold(self, where: Field, value: object) -> str:
        """Let a field that is on the page hold what the draft says, and return its key; a new one begins with it."""
        key = self.key(self.opened, where.owner, where.target, where.name, where.turn)
        if st.session_state.get(key, value) != value:
            st.session_state[key] = value
        self.fields[key] = where
        return key


Step = Callable[..., Work]
Kind = Literal["primary", "secondary", "tertiary"]


def current(who: Actor) -> Work | None:
    """Return the draft that the person works on with everything that is typed in it; null: none is open."""
    found: Work | None = st.session_state.get(_place(who))
    if found is None or found.adopted:
        return found
    draft, is_shaped = found.draft, False
    for key, where in found.fields.items():
        if key in st.session_state:
            before, draft = draft, _typed(draft, where, st.session_state[key])
            is_shaped |= where.name in SHAPING and draft != before
    if draft != found.draft:
        found = edited(_reshaped(found) if is_shaped else found, draft, said="")
        keep(found)
    return found


def _reshaped(work: Work) -> Work:
    """Return the work with new fields in the place of those that can be emptied, all of them read."""
    kept = {key: where for key, where in work.fields.items() if where.turn is None}
    return replace(work, shaped=work.shaped + 1, fields=kept)


def keep(work: Work) -> None:
    """Remember where the person is."""
    st.session_state[_place(work.who)] = work


def leave(who: Actor) -> None:
    """Close the draft that is open."""
    st.session_state.pop(_place(who), None)


def begin(who: Actor, draft: Draft, draft_id: int | None = None, version: int = 0) -> None:
    """Open a draft: a new one, or one that is saved."""
    number = st.session_state.get("nytt-number", 0) + 1
    st.session_state["nytt-number"] = number
    keep(Work(who, number, draft, draft_id, version, is_saved=draft_id is not None))


def do(who: Actor, number: int, turn: int | None, step: Step, *args: Any) -> None:
    """Take a step with the draft, unless another is open by now, or it is already taken (``turn`` null: may repeat)."""
    work = current(who)
    if work is None or work.adopted or work.number != number or turn not in (None, work.turn):
        return
    fresh = replace(work, turn=work.turn + 1, said="", issues=(), trouble="", seen=None, fields={})
    with suppress(KeyError, IndexError):  # of a page that is out of date
        keep(step(fresh, *args))


def edited(work: Work, draft: Draft, **changes: Any) -> Work:
    """Return the work with another draft, which *Ångra* takes back."""
    if draft == work.draft:
        return replace(work, **changes)
    earlier = (*work.earlier, work.draft)[-REMEMBERED:]
    return replace(work, draft=draft, earlier=earlier, is_saved=False, **changes)


def step_button(work: Work, label: str, step: Step, *args: Any, about: str = "", kind: Kind = "secondary") -> None:
    """Draw a button that takes a step; ``about`` is said with its label by ear, and not seen.

    A second tap must say the same again: then quick taps on several buttons all count.
    """
    _button(work, words.by_ear(about, label), kind, (work.who, work.number, None, step, *args))


def once_button(work: Work, label: str, step: Step, *args: Any, about: str = "", kind: Kind = "tertiary") -> None:
    """Draw a button that takes a step which would do more the second time: a double tap takes it once."""
    _button(work, words.by_ear(about, label), kind, (work.who, work.number, work.turn, step, *args))


def _button(work: Work, label: str, kind: Kind, args: tuple[Any, ...]) -> None:
    named = (getattr(each, "__name__", each) for each in args[3:])
    st.button(label, key=work.key(*named), type=kind, on_click=do, args=args, wrap=True)


def _typed(draft: Draft, where: Field, value: Any) -> Draft:
    """Return the draft with what a field holds; what says the same as before changes nothing."""
    said = where.parse(value)
    if where.target is not None and where.owner is not None:
        if getattr(draft.promise(where.owner).target(where.target), where.name) == said:
            return draft
        return drafts.change_target(draft, where.owner, where.target, **{where.name: said})
    return _typed_whole(draft, where, said)


def _typed_whole(draft: Draft, where: Field, said: object) -> Draft:
    if where.owner is None:
        same = getattr(draft, where.name) == said
        return draft if same else drafts.change(draft, **{where.name: said})
    duty = next((each for each in draft.duties if each.key == where.owner), None)
    if duty is not None:
        same = getattr(duty, where.name) == said
        return draft if same else drafts.change_duty(draft, where.owner, **{where.name: said})
    same = getattr(draft.promise(where.owner), where.name) == said
    return draft if same else drafts.change_promise(draft, where.owner, **{where.name: said})


def _place(who: Actor) -> str:
    return f"nytt-{who.name}"
