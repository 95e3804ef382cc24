"""Edits give a new draft and leave the old one as it was; what a person has set, nothing else changes again.

An unknown key is a KeyError: only a page that is out of date can ask for one.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from itertools import count
from typing import Any

from loftdb.core.drafts import words
from loftdb.core.drafts.content import from_plain
from loftdb.core.drafts.draft import Draft, DraftDuty, DraftPromise, DraftTarget, Question
from loftdb.core.drafts.questions import settled_by
from loftdb.core.model import PromiseKind
from loftdb.core.privacy import blackened, without_contacts

Edit = Callable[[DraftPromise], DraftPromise]


def change(draft: Draft, **fields: Any) -> Draft:
    """Set fields of the draft itself."""
    return replace(draft, **fields)


def cleaned(draft: Draft) -> Draft:
    """Return the draft as it is kept: names and contact details are left out of the exact words (5.23)."""
    promises = (replace(each, wording=without_contacts(each.wording)) for each in draft.promises)
    return replace(draft, text=blackened(draft.text), promises=tuple(promises))


def change_promise(draft: Draft, key: str, **fields: Any) -> Draft:
    """Set fields of a promise; what they answer is settled."""
    return _edited(draft, key, lambda each: settled_by(_by_hand(replace(each, **fields), *fields), fields))


def change_target(draft: Draft, key: str, target: str, **fields: Any) -> Draft:
    """Set fields of a target; what they answer is settled."""
    return _edited(draft, key, lambda each: settled_by(_retargeted(each, target, **fields), fields, target))


def add_target(draft: Draft, key: str) -> Draft:
    """Give a promise one more counted unit, without a name or number yet; it is then counted."""
    return _edited(draft, key, _with_target)


def remove_target(draft: Draft, key: str, target: str) -> Draft:
    """Take a counted unit from a promise, with its questions; without any left it is followed by status and text."""
    return _edited(draft, key, lambda each: _without_target(each, target))


def choose(draft: Draft, key: str | None, place: int, choice: int) -> Draft:
    """Answer a question (of the draft where ``key`` is null) by one of its choices; it can be chosen anew."""
    if key is None:
        return settle(draft, None, place)
    return _edited(draft, key, lambda each: _chosen(each, place, choice))


def settle(draft: Draft, key: str | None, place: int) -> Draft:
    """Say that what a question is about is right as it stands."""
    if key is None:
        return replace(draft, questions=_answered(draft.questions, place, None))
    return _edited(draft, key, lambda each: replace(each, questions=_answered(each.questions, place, None)))


def drop(draft: Draft, key: str) -> Draft:
    """Leave a promise out; it can be restored."""
    return _edited(draft, key, lambda each: replace(each, dropped=True))


def restore(draft: Draft, key: str) -> Draft:
    """Bring a promise that was left out back in its place, under a name that no other has taken meanwhile."""
    taken = [each.title for each in draft.kept if each.key != key]
    return _edited(draft, key, lambda each: replace(each, dropped=False, title=words.unlike(each.title, taken)))


def add(draft: Draft, after: str | None = None) -> Draft:
    """Add an empty promise after another, or last."""
    place = _place(draft, after) + 1 if after else len(draft.promises)
    return _with_promise(draft, place, DraftPromise(free_key(draft)))


def move(draft: Draft, key: str, to: int) -> Draft:
    """Move a promise to a place, from 0, among all."""
    moved = draft.promise(key)
    rest = tuple(each for each in draft.promises if each.key != key)
    return _with_promise(replace(draft, promises=rest), to, moved)


def change_duty(draft: Draft, key: str, **fields: Any) -> Draft:
    """Set fields of a duty (``dropped`` too)."""
    if key not in {each.key for each in draft.duties}:
        raise KeyError(key)
    changed = (replace(each, **fields) if each.key == key else each for each in draft.duties)
    return replace(draft, duties=tuple(changed))


def add_duty(draft: Draft) -> Draft:
    """Add an empty duty."""
    return replace(draft, duties=(*draft.duties, DraftDuty(_free("d", [each.key for each in draft.duties]))))


def free_key(draft: Draft) -> str:
    """Return a key that no promise of the draft has."""
    return _free("p", [each.key for each in draft.promises])


def free_target_key(promise: DraftPromise) -> str:
    """Return a key that no target of the promise has."""
    return _free("t", [each.key for each in promise.targets])


def _free(letter: str, taken: list[str]) -> str:
    return next(key for key in (f"{letter}{number}" for number in count(1)) if key not in taken)


def _edited(draft: Draft, key: str, edit: Edit) -> Draft:
    place = _place(draft, key)
    promises = list(draft.promises)
    promises[place] = edit(promises[place])
    return replace(draft, promises=tuple(promises))


def _place(draft: Draft, key: str) -> int:
    return {each.key: place for place, each in enumerate(draft.promises)}[key]


def _with_promise(draft: Draft, place: int, promise: DraftPromise) -> Draft:
    promises = list(draft.promises)
    promises.insert(max(place, 0), promise)
    return replace(draft, promises=tuple(promises))


def _by_hand(promise: DraftPromise, *fields: str) -> DraftPromise:
    return replace(promise, by_hand=tuple(dict.fromkeys((*promise.by_hand, *fields))))


def _retargeted(promise: DraftPromise, key: str, **fields: Any) -> DraftPromise:
    promise.target(key)
    changed = (replace(each, **fields) if each.key == key else each for each in promise.targets)
    return _by_hand(replace(promise, targets=tuple(changed)), "targets")


def _with_target(promise: DraftPromise) -> DraftPromise:
    kind = PromiseKind.COUNT if promise.kind is PromiseKind.QUALITY else promise.kind
    targets = (*promise.targets, DraftTarget(free_target_key(promise), "", ""))
    return _by_hand(replace(promise, targets=targets, kind=kind), "targets", "kind")


def _without_target(promise: DraftPromise, key: str) -> DraftPromise:
    promise.target(key)
    targets = tuple(each for each in promise.targets if each.key != key)
    questions = tuple(each for each in promise.questions if each.target != key)
    kind = PromiseKind.QUALITY if promise.kind is PromiseKind.COUNT and not targets else promise.kind
    return _by_hand(replace(promise, targets=targets, questions=questions, kind=kind), "targets", "kind")


def _chosen(promise: DraftPromise, place: int, choice: int) -> DraftPromise:
    question = promise.questions[place]
    own = {each.name for each in fields(DraftTarget)} if question.target else set()
    taken = question.choices[choice]
    of_target = {name: from_plain(DraftTarget, name, value) for name, value in taken.sets if name in own}
    of_promise = {name: from_plain(DraftPromise, name, value) for name, value in taken.sets if name not in own}
    changed = _by_hand(replace(promise, **of_promise), *of_promise)
    if question.target:
        changed = _retargeted(changed, question.target, **of_target)
    return replace(changed, questions=_answered(changed.questions, place, choice))


def _answered(questions: tuple[Question, ...], place: int, choice: int | None) -> tuple[Question, ...]:
    found = list(questions)
    found[place] = replace(found[place], answer=choice, settled=True)
    return tuple(found)
