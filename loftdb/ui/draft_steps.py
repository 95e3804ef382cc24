"""The steps that a person takes with a draft; each gives the work as it is after it, and none loses the one before."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from loftdb.actions import drafts as stored
from loftdb.core import drafts
from loftdb.core.access import Actor
from loftdb.core.drafts import Draft, Relation
from loftdb.core.errors import LoftdbError, Refused
from loftdb.core.model import Agreement
from loftdb.ui.draft_work import Work, do, edited
from loftdb.ui.session import context_of
from loftdb.view.texts import new_agreement as words
from loftdb.view.texts.errors import error_text


def choose(work: Work, key: str | None, place: int, choice: int, said: str) -> Work:
    """Answer a question."""
    return edited(work, drafts.choose(work.draft, key, place, choice), said=said)


def settle(work: Work, key: str | None, place: int, said: str) -> Work:
    """Say that what a question asks about is right as it stands."""
    return edited(work, drafts.settle(work.draft, key, place), said=said)


def say_occasion(work: Work, key: str, text: str, said: str) -> Work:
    """Say what counts as an occasion of a promise."""
    return edited(work, drafts.change_promise(work.draft, key, occasion=text), said=said)


def say_district(work: Work, name: str, said: str) -> Work:
    """Say which local police district the municipality belongs to."""
    return edited(work, drafts.change(work.draft, district=name), said=said)


def say_each(work: Work, said: str) -> Work:
    """Say that each occasion counts by itself, of every promise of which nothing else is said."""
    draft = work.draft
    for promise in draft.kept:
        if promise.counted and not promise.occasion:
            draft = drafts.change_promise(draft, promise.key, occasion=words.occasions(promise.counted[0])[0])
    return edited(work, draft, said=said)


def edit(work: Work, key: str | None, _place: object = None) -> Work:
    """Open a promise, or close the one that is open; ``_place`` tells apart the buttons that lead to one promise."""
    opened = work.opened if key == work.open else work.turn
    return replace(work, open=key, opened=opened, is_splitting=False, seen=key or work.open)


def drop(work: Work, key: str, said: str) -> Work:
    """Take a promise out of the draft."""
    return edited(work, drafts.drop(work.draft, key), open=None, said=said)


def restore(work: Work, key: str) -> Work:
    """Put a promise back."""
    return edited(work, drafts.restore(work.draft, key), seen=key)


def add(work: Work) -> Work:
    """Add a promise last and open it."""
    draft = drafts.add(work.draft, work.draft.promises[-1].key if work.draft.promises else None)
    added = draft.promises[-1].key
    return edited(work, draft, open=added, opened=work.turn, seen=added, is_splitting=False)


def offer_split(work: Work) -> Work:
    """Ask where to split the open promise, or stop asking."""
    return replace(work, is_splitting=not work.is_splitting, seen=work.open)


def split(work: Work, key: str, at: int, said: str) -> Work:
    """Make two promises of one."""
    return edited(work, drafts.split(work.draft, key, at), open=None, is_splitting=False, seen=key, said=said)


def merge(work: Work, first: str, second: str, said: str) -> Work:
    """Make one promise of two."""
    return edited(work, drafts.merge(work.draft, first, second), open=None, seen=first, said=said)


def apply(work: Work, edit_: Callable[..., Draft], *args: Any, **fields: Any) -> Work:
    """Edit the draft by one of the core's edits; the open editor stays."""
    return edited(work, edit_(work.draft, *args, **fields))


def undo(work: Work) -> Work:
    """Go back to what the draft was before the last step."""
    if not work.earlier:
        return work
    return replace(work, draft=work.earlier[-1], earlier=work.earlier[:-1], is_saved=False, open=None)


def save(work: Work, _place: object = None) -> Work:
    """Keep the draft, to be found again after a restart; ``_place`` tells the buttons apart."""
    return kept(work, words.SAVED)


def kept(work: Work, said: str = "") -> Work:
    """Return the work with its draft saved, or with why it cannot be."""
    if work.is_saved and work.id is not None:
        return replace(work, said=said)
    try:
        saved = stored.save(context_of(work.who), work.draft, work.id, work.version, work.submission)
    except Refused as error:
        return replace(work, issues=error.issues, trouble=words.NOT_SAVED)
    except LoftdbError as error:
        return replace(work, trouble=error_text(error))
    return replace(
        work, id=saved.id, version=saved.version, is_saved=True, submission=secrets.token_hex(), said=said
    )  # fmt: skip


def adopt(work: Work, adoption: drafts.Adoption) -> Work:
    """Put the draft in force."""
    saved = kept(work)
    if saved.trouble or saved.id is None:
        return saved
    try:
        agreement = stored.adopt(context_of(work.who), saved.id, saved.version, adoption, saved.submission)
    except Refused:  # everything that is wrong stands above the button
        return replace(saved, trouble=words.NOT_ADOPTED)
    except LoftdbError as error:
        return replace(saved, trouble=error_text(error))
    return replace(saved, adopted=agreement)


def relate(work: Work, relation: Relation, agreement: Agreement | None, said: str) -> Work:
    """Say what the draft is to an agreement that is there already."""
    return edited(work, drafts.relate(work.draft, relation, agreement), said=said)


def pair(who: Actor, number: int, key: str, widget: str, agreement: Agreement) -> None:
    """Pair a promise with the one that its widget holds, or with none."""
    chosen: str | None = st.session_state[widget]

    def paired(work: Work) -> Work:
        if chosen is None:
            return edited(work, drafts.unpair(work.draft, key))
        return edited(work, drafts.pair(work.draft, key, chosen, agreement))

    do(who, number, None, paired)
