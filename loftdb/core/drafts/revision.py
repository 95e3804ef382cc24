"""A new version of an agreement, as the versions to add: what is the same gets none, what is gone stays readable."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from loftdb.core.drafts import words
from loftdb.core.drafts.adoption import Interpreted, duties, measure, promise, promise_id, rule
from loftdb.core.drafts.comparison import (
    Change,
    ChangeKind,
    as_target,
    compare,
    function_after,
    same_rule,
    says_other,
)
from loftdb.core.drafts.draft import Draft, DraftPromise, DraftTarget
from loftdb.core.model import Agreement, Duty, ListItem, Measure, Promise, Target
from loftdb.core.model.limits import SENTENCE
from loftdb.core.periods import Interval
from loftdb.core.privacy import without_contacts


@dataclass(frozen=True)
class Revision:
    """What a new version adds to an agreement, all in force from ``valid_from``."""

    agreement: Agreement
    """With its new own fields and its old promises."""
    valid_from: date
    whole: bool
    """Whether the agreement's own fields change."""
    changed: tuple[Promise, ...] = ()
    """With new own fields or list items, and the measures they had; dropped ones know from when."""
    added: tuple[Promise, ...] = ()
    renamed: tuple[tuple[Promise, Measure], ...] = ()
    """Measures that are called something else."""
    measures: tuple[tuple[Promise, Measure], ...] = ()
    """Measures that are new to a promise that is not."""
    targets: tuple[tuple[int, Target], ...] = ()
    """New target versions by measure number; value null drops the measure (*Avfört*)."""
    duties: tuple[Duty, ...] = ()
    """New follow-ups."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all changes."""
        parts = (self.changed, self.added, self.renamed, self.measures, self.targets, self.duties)
        return not self.whole and not any(parts)

    @property
    def dropped(self) -> tuple[Promise, ...]:
        """The promises that it drops."""
        return tuple(each for each in self.changed if each.dropped_from == self.valid_from)

    @property
    def restored(self) -> tuple[Promise, ...]:
        """The promises that were dropped before it and are in force again."""
        gone = {each.id for each in self.agreement.promises if each.dropped_from is not None}
        return tuple(each for each in self.changed if each.dropped_from is None and each.id in gone)


def revision(old: Agreement, draft: Draft, valid_from: date, interpreted: Interpreted) -> Revision:
    """Return what the draft changes in the agreement from a day. ValueError for a draft with issues."""
    own, changes = _own(old, draft), compare(old, draft)
    steps = _Steps(old, draft, valid_from, interpreted)
    pairs = [(each.old, each.new) for each in changes if each.kind is ChangeKind.CHANGED and each.old and each.new]
    gone = [each.old for each in changes if each.kind is ChangeKind.REMOVED and each.old]
    new_forms = [(before, steps.promise(before, after)) for before, after in pairs]
    return Revision(
        agreement=own,
        valid_from=valid_from,
        whole=own != old,
        changed=(
            *(after for before, after in new_forms if after != before),
            *(replace(each, dropped_from=valid_from) for each in gone),
        ),
        added=tuple(steps.added(changes)),
        renamed=tuple(each for before, after in pairs for each in steps.renamed(before, after)),
        measures=tuple(each for before, after in pairs for each in steps.new_measures(before, after)),
        targets=(
            *(each for before, after in pairs for each in steps.targets(before, after)),
            *(steps.end(each) for one in gone for each in one.measures if not _is_over(each)),
        ),
        duties=_new_duties(old, draft),
    )


def filled(old: Agreement, draft: Draft) -> tuple[Promise, ...]:
    """Return the agreement's promises that the draft gives another exact wording, with it and nothing else new."""
    found = []
    for each in compare(old, draft):
        wording = without_contacts(each.new.wording).strip() if each.new else ""
        if each.old and wording and each.old.wording != wording:
            found.append(replace(each.old, wording=wording))
    return tuple(found)


@dataclass(frozen=True)
class _Steps:
    """Makes the versions of one promise at a time."""

    old: Agreement
    draft: Draft
    since: date
    interpreted: Interpreted

    def promise(self, before: Promise, new: DraftPromise) -> Promise:
        """Return the promise's own fields in their new form, with the measures it had."""
        made = promise(new, self.draft, before.id, before.position, self.since, self.interpreted)
        return replace(
            made,
            summary=_summary(before, new, made),
            items=_items(before, made),
            measures=before.measures,
            predecessor=before.predecessor,
            function=function_after(before, new),
        )

    def added(self, changes: Sequence[Change]) -> Iterator[Promise]:
        """Yield the promises that the agreement did not have, after its last."""
        taken = {each.id for each in self.old.promises}
        position = max((each.position for each in self.old.promises), default=0)
        for each in changes:
            if each.new is not None and each.old is None:
                position += 1
                id_ = promise_id(each.new, self.old.id, taken)
                taken.add(id_)
                yield promise(each.new, self.draft, id_, position, self.since, self.interpreted)

    def renamed(self, before: Promise, new: DraftPromise) -> Iterator[tuple[Promise, Measure]]:
        """Yield the measures whose unit has another name."""
        for old, target in _matched(before.measures, new.counted):
            if old and target and (old.singular, old.plural) != (target.singular.strip(), target.plural.strip()):
                yield before, replace(old, singular=target.singular.strip(), plural=target.plural.strip())

    def new_measures(self, before: Promise, new: DraftPromise) -> Iterator[tuple[Promise, Measure]]:
        """Yield the measures that the promise did not have, with ids that are free."""
        taken = {each.id for each in before.measures}
        for old, target in _matched(before.measures, new.counted):
            if target and not old:
                key = words.slug(target.plural, 40) or target.key
                id_ = words.free(f"{before.id}:{key}" if taken else before.id, taken)
                taken.add(id_)
                yield before, measure(target, id_, self.since, self.interpreted)

    def targets(self, before: Promise, new: DraftPromise) -> Iterator[tuple[int, Target]]:
        """Yield the target versions of the measures that it had."""
        for old, target in _matched(before.measures, new.counted):
            if old is None or (target is not None and same_rule(as_target(old), target)):
                continue
            if target is not None and target.value is not None:
                yield old.number, rule(target, self.since, self.interpreted)
            elif not _is_over(old):
                yield self.end(old)

    def end(self, old: Measure) -> tuple[int, Target]:
        """Return the version that drops a measure."""
        interval = old.targets[-1].interval if old.targets else Interval.YEAR
        return old.number, Target(self.since, None, interval)


def _own(old: Agreement, draft: Draft) -> Agreement:
    if draft.period is None:
        raise ValueError("a draft with issues cannot be put in force")
    return replace(
        old,
        title=draft.title.strip(),
        period=draft.period,
        district=draft.district.strip(),
        municipalities=draft.municipalities,
        problem_areas=words.told(draft.problem_areas),
        source=draft.source.strip(),
    )


def _summary(before: Promise, new: DraftPromise, made: Promise) -> str:
    """Return the sentence that stands for it: what a person sets, else the wording's own where that says other."""
    if "summary" in new.by_hand and new.summary.strip():
        return new.summary.strip()
    told = words.first_sentence(made.wording or "", SENTENCE)
    return told if told and says_other(before, new) else before.summary


def _items(before: Promise, made: Promise) -> tuple[ListItem, ...]:
    """Return the new list, with the keys that its items had."""
    keys = {each.name: each.key for each in before.items}
    taken = set(keys.values())
    found = []
    for each in made.items:
        key = keys.get(each.name) or words.free(each.key, taken)
        taken.add(key)
        found.append(ListItem(key, each.name))
    return tuple(found)


def _matched(
    measures: Sequence[Measure], targets: Sequence[DraftTarget]
) -> list[tuple[Measure | None, DraftTarget | None]]:
    """Return which measure is which target: by the name of the unit, else in order; null for what has none."""
    rest = list(measures)
    found: list[tuple[Measure | None, DraftTarget | None]] = []
    for target in sorted(targets, key=lambda each: each.plural not in {one.plural for one in measures}):
        own = [each for each in rest if each.plural == target.plural] or [
            each for each in rest if each.minutes == target.minutes
        ]
        old = own[0] if own else None
        rest = [each for each in rest if each is not old]
        found.append((old, target))
    return [*found, *((each, None) for each in rest)]


def _is_over(old: Measure) -> bool:
    return old.dropped_from is not None


def _new_duties(old: Agreement, draft: Draft) -> tuple[Duty, ...]:
    """Return the draft's follow-ups that the agreement has none like, by title."""
    known = {each.title.casefold() for each in old.duties}
    made = duties(draft, old.id, {each.id for each in old.duties})
    return tuple(each for each in made if each.title.casefold() not in known)
