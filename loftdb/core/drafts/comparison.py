"""A draft beside an agreement that is in the program: which promise is which, and what differs.

Promises are paired by hand, else by their ids, else by their words: the share of stems that they have in common, rare
ones weighing more, with a little for their place. The best pair is taken first, and none below a third.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from loftdb.core.drafts import words
from loftdb.core.drafts.draft import Draft, DraftPromise, DraftTarget, Relation
from loftdb.core.model import Agreement, Measure, Promise, Target
from loftdb.core.periods import add_months
from loftdb.core.reading.source import folded

LEAST_LIKENESS = 30
"""Per cent: promises that are less alike are not paired by themselves."""
LEAST_BETWEEN = 20
"""Per cent: the same where the promises beside them are paired with each other."""
PLACE_SHARE = 20
"""Per cent of the likeness that the place in the text decides."""
_STEM, _SHORTEST = 6, 4
"""Letters of a word that are compared, and letters of the shortest word that is."""
ADJOINING_MONTHS = 12
"""An agreement that ended this long before the new one begins may be the one that it replaces."""

_WORD = re.compile(r"[^\W\d_]+|\d+")


class ChangeKind(StrEnum):
    """What became of a promise."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    NEW = "new"
    REMOVED = "removed"


@dataclass(frozen=True)
class Difference:
    """A field that differs; of the targets, the list of them: ``DraftTarget`` each."""

    field: str
    before: object
    after: object


@dataclass(frozen=True)
class Change:
    """One promise, before and after; ``likeness`` in per cent, 100 where a person or an id paired them."""

    kind: ChangeKind
    old: Promise | None
    new: DraftPromise | None
    differences: tuple[Difference, ...] = ()
    likeness: int = 100
    by_hand: bool = False


@dataclass(frozen=True)
class Overlap:
    """An agreement of the same home municipality whose days meet the draft's, with what the draft likely is to it."""

    agreement: Agreement
    proposed: Relation


def overlaps(draft: Draft, agreements: Iterable[Agreement]) -> tuple[Overlap, ...]:
    """Return the agreements that the draft may be a version, a successor or the text of; the latest first."""
    found = (_overlap(draft, each) for each in agreements)
    return tuple(sorted(filter(None, found), key=lambda each: each.agreement.period, reverse=True))


def _overlap(draft: Draft, agreement: Agreement) -> Overlap | None:
    period, own = draft.period, agreement.period
    if period is None or not draft.municipalities or draft.municipalities[0].code != agreement.home.code:
        return None
    if (period & own).days:
        is_unread = period == own and all(each.wording is None for each in agreement.promises)
        starts_later = period.start > own.start and period.end > own.end
        likely = Relation.SUCCESSOR if starts_later else Relation.REVISION
        return Overlap(agreement, Relation.FILL if is_unread else likely)
    follows = own.end <= period.start <= add_months(own.end, ADJOINING_MONTHS)
    return Overlap(agreement, Relation.SUCCESSOR) if follows else None


def compare(old: Agreement, draft: Draft) -> tuple[Change, ...]:
    """Return every promise of both: the draft's in its order, then those of the agreement that are removed."""
    pairs = paired(old, draft)
    promises = {each.id: each for each in old.promises}
    found = [_change(each, promises, pairs) for each in draft.kept]
    gone = [
        each for each in old.promises if each.dropped_from is None and each.id not in {p for p, _ in pairs.values()}
    ]
    return (*found, *(Change(ChangeKind.REMOVED, each, None) for each in gone))


def _change(new: DraftPromise, promises: Mapping[str, Promise], pairs: Mapping[str, tuple[str, int]]) -> Change:
    by_hand = new.follows is not None
    if new.key not in pairs:
        return Change(ChangeKind.NEW, None, new, by_hand=by_hand)
    old_id, likeness = pairs[new.key]
    differences = tuple(differing(promises[old_id], new))
    kind = ChangeKind.CHANGED if differences else ChangeKind.UNCHANGED
    return Change(kind, promises[old_id], new, differences, likeness, by_hand)


def paired(old: Agreement, draft: Draft) -> dict[str, tuple[str, int]]:
    """Return the id of the old promise for each draft promise that has one, by key, with their likeness in per cent."""
    known = {each.id: each for each in old.promises}
    found = {each.key: (each.follows, 100) for each in draft.kept if each.follows in known and each.follows}
    taken = {promise for promise, _ in found.values()}
    free_new = [(place, each) for place, each in enumerate(draft.kept) if each.follows is None]
    free_old = [(place, each) for place, each in enumerate(old.promises) if each.id not in taken]
    ranked = _ranked(free_old, free_new)
    for least in (LEAST_LIKENESS, LEAST_BETWEEN):
        beside = _beside(old, draft, found) if least == LEAST_BETWEEN else None
        for likeness, key, promise in ranked:
            is_likely = likeness >= least and (beside is None or (promise, key) in beside)
            if is_likely and key not in found and promise not in taken:
                found[key] = (promise, likeness)
                taken.add(promise)
    return found


def _beside(old: Agreement, draft: Draft, found: Mapping[str, tuple[str, int]]) -> set[tuple[str, str]]:
    """Return the pairs whose neighbours, before or after, are paired with each other."""
    before, after = [each.id for each in old.promises], [each.key for each in draft.kept]
    pairs = {(promise, key) for key, (promise, _) in found.items()}
    near = {(0, 0), *((before.index(one), after.index(other)) for one, other in pairs)}
    near = {(one + step, other + step) for one, other in near for step in (-1, 0, 1)}
    return {(before[one], after[other]) for one, other in near if 0 <= one < len(before) and 0 <= other < len(after)}


def _ranked(old: list[tuple[int, Promise]], new: list[tuple[int, DraftPromise]]) -> list[tuple[int, str, str]]:
    """Return every possible pair with its likeness, the most alike first."""
    before = {each.id: _stems(_old_text(each)) for _, each in old}
    after = {each.key: _stems(_new_text(each)) for _, each in new}
    weights = _weights([*before.values(), *after.values()])
    longest = max([place for place, _ in (*old, *new)], default=0) or 1
    found = [
        (_likeness(before[one.id], after[other.key], weights, abs(place - at) / longest), other.key, one.id)
        for place, one in old
        for at, other in new
    ]
    return sorted(found, key=lambda each: -each[0])


def _likeness(one: Collection[str], other: Collection[str], weights: Mapping[str, float], apart: float) -> int:
    whole = sum(weights[each] for each in one) + sum(weights[each] for each in other)
    common = sum(weights[each] for each in set(one) & set(other))
    share = 2 * common / whole if whole else 0.0
    return round((100 - PLACE_SHARE) * share + PLACE_SHARE * (1 - apart) * (share > 0))


def _weights(texts: list[set[str]]) -> dict[str, float]:
    """Return the weight of each stem: one by how many promises hold it."""
    return {stem: 1 / times for stem, times in Counter(stem for text in texts for stem in text).items()}


def _stems(text: str) -> set[str]:
    found = _WORD.findall(folded(text))
    return {word[:_STEM] for word in found if word.isdigit() or len(word) >= _SHORTEST}


def _old_text(promise: Promise) -> str:
    units = (f"{each.plural} {_number(each)}" for each in promise.measures)
    return " ".join((promise.wording or promise.summary, promise.title, promise.heading, *units))


def _new_text(promise: DraftPromise) -> str:
    units = (f"{each.plural} {each.value or ''}" for each in promise.targets)
    return " ".join((promise.wording or promise.summary, promise.title, promise.heading, *units))


def _number(measure: Measure) -> str:
    return str(measure.targets[-1].value or "") if measure.targets else ""


def differing(old: Promise, new: DraftPromise) -> Iterator[Difference]:
    """Yield the fields of a paired promise that differ; spaces and case do not, in the wording."""
    if folded(old.wording or "") != folded(new.wording):
        yield Difference("wording", old.wording, new.wording)
    for name, before, after in (
        ("title", old.title, new.title),
        ("heading", old.heading, new.heading),
        ("parties", frozenset(old.parties), frozenset(new.parties)),
        ("third_parties", frozenset(old.third_parties), frozenset(words.told(new.third_parties))),
        ("conditional", old.conditional or "", new.conditional),
        ("occasion", old.occasion or "", new.occasion if new.counted else ""),
        ("kind", old.kind, new.kind),
        ("municipalities", old.municipalities, new.municipalities or old.municipalities[:1]),
        ("items", tuple(each.name for each in old.items), words.told(new.items)),
        ("sensitive", old.sensitive, new.sensitive),
        ("announced", old.announced, new.announced),
    ):
        if before != after:
            yield Difference(name, _listed(before), _listed(after))
    if new.summary and new.summary != old.summary:
        yield Difference("summary", old.summary, new.summary)
    before_targets, after_targets = tuple(map(as_target, old.measures)), new.counted
    if sorted(map(_unit, before_targets)) != sorted(map(_unit, after_targets)) or not all(
        map(same_rule, _by_unit(before_targets), _by_unit(after_targets))
    ):
        yield Difference("targets", before_targets, after_targets)
    if old.dropped_from is not None:
        yield Difference("dropped", old.dropped_from, None)


def says_other(old: Promise, new: DraftPromise) -> bool:
    """Tell whether the new words or numbers may be other than the old summary tells."""
    differences = {each.field: each.before for each in differing(old, new)}
    return "targets" in differences or differences.get("wording") is not None


def _listed(value: object) -> object:
    return tuple(sorted(map(str, value))) if isinstance(value, frozenset) else value


def as_target(measure: Measure) -> DraftTarget:
    """Return a measure of an agreement as a draft's target, by its last version."""
    _, _, key = measure.id.rpartition("/")[2].partition(":")
    target = measure.targets[-1] if measure.targets else None
    named = DraftTarget(key or "t1", measure.singular, measure.plural, minutes=measure.minutes)
    return _with_rule(named, target) if target and target.value is not None else named


def _with_rule(named: DraftTarget, target: Target) -> DraftTarget:
    reading = target.interpretation
    return replace(
        named,
        value=target.value,
        comparator=target.comparator,
        value_max=target.value_max,
        interval=target.interval,
        every=target.every,
        average=target.average,
        other=reading.other_interval if reading else None,
        reading=reading.text if reading else "",
        agreed=reading.agreed if reading else None,
    )


def same_rule(one: DraftTarget, other: DraftTarget) -> bool:
    """Tell whether two targets ask for the same number; two without one always do."""
    return _rule(one) == _rule(other)


def _rule(target: DraftTarget) -> tuple[object, ...] | None:
    if target.value is None:
        return None
    return target.value, target.comparator, target.value_max, target.interval, target.every, target.average


def _unit(target: DraftTarget) -> tuple[str, str, bool]:
    return target.plural, target.singular, target.minutes


def _by_unit(targets: Iterable[DraftTarget]) -> list[DraftTarget]:
    return sorted(targets, key=_unit)


def compare_whole(old: Agreement, draft: Draft) -> tuple[Difference, ...]:
    """Return what differs in the agreement itself."""
    pairs = (
        ("title", old.title, draft.title),
        ("period", old.period, draft.period),
        ("district", old.district, draft.district),
        ("municipalities", old.municipalities, draft.municipalities),
        ("problem_areas", old.problem_areas, words.told(draft.problem_areas)),
        ("source", old.source, draft.source),
    )
    return tuple(Difference(name, before, after) for name, before, after in pairs if before != after)
