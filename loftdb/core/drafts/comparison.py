"""A draft beside an agreement that is in the program: what it likely is to it, and what differs in each promise."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from loftdb.core.drafts import words
from loftdb.core.drafts.draft import Draft, DraftPromise, DraftTarget, Relation
from loftdb.core.drafts.pairing import paired
from loftdb.core.model import Agreement, Measure, Promise, Target
from loftdb.core.periods import add_months
from loftdb.core.reading.source import folded

ADJOINING_MONTHS = 12
"""An agreement that ended this long before the new one begins may be the one that it replaces."""


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
        ("function", old.function, function_after(old, new)),
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


def function_after(old: Promise, new: DraftPromise) -> str:
    """Return the *Ansvarig funktion* that a new version has: what a person set in the draft, else what stands now."""
    return " ".join(new.function.split()) if "function" in new.by_hand else old.function


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
