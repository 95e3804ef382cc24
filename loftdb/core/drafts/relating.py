"""A draft takes over from the agreement it is related to what its text cannot say; what a person has set stands."""

from collections.abc import Container
from dataclasses import replace

from loftdb.core.drafts import words
from loftdb.core.drafts.comparison import as_target, says_other
from loftdb.core.drafts.draft import Draft, DraftPromise, DraftTarget, Relation
from loftdb.core.drafts.pairing import paired
from loftdb.core.model import Agreement, Promise, PromiseKind
from loftdb.core.model.limits import SENTENCE
from loftdb.core.reading.source import folded


def relate(draft: Draft, relation: Relation, agreement: Agreement | None = None) -> Draft:
    """Say what the draft is to an agreement (null with ``OTHER``); paired promises take over what they had there."""
    related = agreement.id if agreement and relation is not Relation.OTHER else None
    promises = draft.promises
    if related != draft.related:
        promises = tuple(replace(each, follows=None) for each in promises)
    changed = replace(draft, relation=relation, related=related, promises=promises)
    if agreement is not None and not draft.district:
        changed = replace(changed, district=agreement.district)
    if agreement is None or relation in (Relation.OTHER, Relation.FILL):
        return changed
    return _inheriting(changed, agreement)


def pair(draft: Draft, key: str, promise_id: str, agreement: Agreement) -> Draft:
    """Say that a promise of the draft is this one of the agreement; whatever else was paired with it is not."""
    chosen = replace(draft.promise(key), follows=promise_id)
    others = (replace(each, follows="") if each.follows == promise_id else each for each in draft.promises)
    changed = replace(draft, promises=tuple(chosen if each.key == key else each for each in others))
    return changed if draft.relation is Relation.FILL else _inheriting(changed, agreement, key)


def unpair(draft: Draft, key: str) -> Draft:
    """Say that a promise of the draft is none of the agreement's."""
    alone = replace(draft.promise(key), follows="")
    return replace(draft, promises=tuple(alone if each.key == key else each for each in draft.promises))


def _inheriting(draft: Draft, agreement: Agreement, only: str | None = None) -> Draft:
    pairs, known = paired(agreement, draft), {each.id: each for each in agreement.promises}
    promises = (
        _inherited(each, known[pairs[each.key][0]]) if each.key in pairs and only in (None, each.key) else each
        for each in draft.promises
    )
    return _told_apart(replace(draft, promises=tuple(promises)), set(pairs))


def _told_apart(draft: Draft, inherited: Container[str]) -> Draft:
    """Give the program's own titles a number where another has them: those set by hand and inherited ones stand."""
    titles: dict[str, str] = {}
    for each in sorted(draft.kept, key=lambda one: ("title" not in one.by_hand, one.key not in inherited)):
        is_free = "title" in each.by_hand or not each.title
        titles[each.key] = each.title if is_free else words.unlike(each.title, titles.values())
    promises = (replace(each, title=titles.get(each.key, each.title)) for each in draft.promises)
    return replace(draft, promises=tuple(promises))


def _inherited(new: DraftPromise, old: Promise) -> DraftPromise:
    """Return the promise with the old one's: all of it where the words are the same, else what no text says."""
    if not new.wording or (old.wording and folded(old.wording) == folded(new.wording)):
        taken = _taken_over(new, old)
        return replace(taken, questions=tuple(replace(each, settled=True) for each in new.questions))
    plain = {
        "title": old.title,
        "occasion": old.occasion or "",
        "summary": "" if says_other(old, new) else old.summary,
        "sensitive": old.sensitive,
        "function": old.function,
        "municipalities": old.municipalities,
        "items": tuple(each.name for each in old.items),
        "targets": _named(new, old),
    }
    kind = _kind(new, old)
    return _unless_set(new, plain | {"kind": kind, "announced": old.announced and kind is not PromiseKind.QUALITY})


def _taken_over(new: DraftPromise, old: Promise) -> DraftPromise:
    fields = {
        "wording": old.wording or "",
        "heading": old.heading,
        "title": old.title,
        "summary": words.own_summary(old.summary, old.wording, SENTENCE),
        "parties": old.parties,
        "third_parties": old.third_parties,
        "conditional": old.conditional or "",
        "function": old.function,
        "sensitive": old.sensitive,
        "announced": old.announced,
        "kind": old.kind,
        "occasion": old.occasion or "",
        "targets": _own_targets(new, old),
        "items": tuple(each.name for each in old.items),
        "municipalities": old.municipalities,
    }
    return _unless_set(new, fields)


def _unless_set(promise: DraftPromise, fields: dict[str, object]) -> DraftPromise:
    free = {name: value for name, value in fields.items() if name not in promise.by_hand}
    return replace(promise, **free)  # type: ignore[arg-type]


def _kind(new: DraftPromise, old: Promise) -> PromiseKind:
    """Return how it is followed: as before, unless the new text has a number where there was none to count."""
    return PromiseKind.COUNT if new.targets and old.kind is PromiseKind.QUALITY else old.kind


def _own_targets(new: DraftPromise, old: Promise) -> tuple[DraftTarget, ...]:
    """Return the old measures as targets, standing where the new text's numbers do."""
    targets = tuple(map(as_target, old.measures))
    if len(targets) != len(new.targets):
        return targets
    return tuple(
        replace(each, key=place.key, span=place.span, said=place.said)
        for each, place in zip(targets, new.targets, strict=True)
    )


def _named(new: DraftPromise, old: Promise) -> tuple[DraftTarget, ...]:
    """Return the new text's numbers by the old units' names; what is only counted goes on being counted."""
    before = tuple(map(as_target, old.measures))
    if not new.targets:
        return tuple(each for each in before if each.value is None)
    if len(before) != len(new.targets):
        return new.targets
    return tuple(
        replace(each, singular=named.singular, plural=named.plural) if each.minutes == named.minutes else each
        for each, named in zip(new.targets, before, strict=True)
    )
