"""One change of an agreement during its term: a target, a wording, its end, or a promise dropped (5.14).

The old stays: what a change adds is in force from a day, with the decision and the reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from loftdb.core import privacy
from loftdb.core.drafts import Revision
from loftdb.core.entries import MOST
from loftdb.core.errors import Issue
from loftdb.core.model import Agreement, Comparator, Measure, Promise, SeasonKind, Standing, Target
from loftdb.core.periods import DAY, MEANT, Interval, Period


class Kind(StrEnum):
    """What can be changed."""

    TARGET = "target"
    WORDING = "wording"
    DROPPED = "dropped"
    PROLONGED = "prolonged"


@dataclass(frozen=True)
class Ground:
    """From when a change holds, and by what right."""

    valid_from: date
    decision: str
    reason: str


@dataclass(frozen=True)
class NewTarget:
    """Another target of a measure; of ``target`` its day, decision and reason are not used."""

    promise: str
    measure: int
    target: Target


@dataclass(frozen=True)
class NewWording:
    """Another wording of a promise, and the sentence that tells it (null: as it was)."""

    promise: str
    wording: str
    summary: str | None = None


@dataclass(frozen=True)
class Dropped:
    """A promise that no longer holds: *Avfört*."""

    promise: str


@dataclass(frozen=True)
class Prolonged:
    """An agreement that goes on: *Förlängt till*."""

    last: date
    """The new last day."""


Amendment = NewTarget | NewWording | Dropped | Prolonged
Row = Mapping[str, Any]


@dataclass(frozen=True)
class End:
    """The last day of an agreement as one version sets it; of the first version the ground says nothing."""

    last: date
    ground: Ground


@dataclass(frozen=True)
class Past:
    """What a promise's targets and its agreement's end have been."""

    ends: tuple[End, ...] = ()
    """Every last day that the agreement has had, the first first: a later one is *Förlängt till*."""
    targets: Mapping[int, tuple[Target, ...]] = field(default_factory=dict)
    """Every target by measure, in the order they were set; a measure that is left out has those in force."""


@dataclass(frozen=True)
class Effect:
    """One progress row before a change and after it; null: there is none."""

    measure: int
    year: int | None
    start: date
    before: Row | None
    after: Row | None

    @property
    def standings(self) -> tuple[Standing | None, Standing | None]:
        """Its *Läge* before and after."""
        before, after = (Standing(row["state"]) if row else None for row in (self.before, self.after))
        return before, after


def issues(agreement: Agreement, amendment: Amendment, ground: Ground) -> Iterator[Issue]:
    """Yield what keeps the change from being made. KeyError for a promise that the agreement does not have."""
    if not ground.decision.strip():
        yield Issue("revision_decision", "decision")
    if not ground.reason.strip():
        yield Issue("revision_reason", "reason")
    yield from privacy.refusals(ground.decision, "decision")
    yield from privacy.refusals(ground.reason, "reason")
    yield from effect_issues(agreement, amendment, ground.valid_from)


def effect_issues(agreement: Agreement, amendment: Amendment, valid_from: date) -> Iterator[Issue]:
    """Yield what keeps the change from having an effect, whatever its decision and reason. KeyError."""
    if isinstance(amendment, Prolonged):
        yield from _end_issues(agreement, amendment)
    else:
        yield from _promise_issues(agreement, amendment, valid_from)


def warnings(agreement: Agreement, amendment: Amendment, ground: Ground) -> Iterator[Issue]:
    """Yield what to look at after a change: likely names, and seasons whose days end before a prolonged agreement."""
    yield from privacy.warnings(ground.decision, "decision")
    yield from privacy.warnings(ground.reason, "reason")
    if isinstance(amendment, Prolonged):
        for promise in agreement.promises:
            if promise.dropped_from is None and any(each.season.kind in _DATED for each in promise.measures):
                yield Issue("season_ends", "last", {"promise": promise.title, "last": agreement.period.last})


_DATED = (SeasonKind.DATES, SeasonKind.SCHOOL_DAYS)


def revision(agreement: Agreement, amendment: Amendment, ground: Ground) -> Revision:
    """Return the versions that the change adds."""
    since = ground.valid_from
    if isinstance(amendment, Prolonged):
        period = Period.through(agreement.period.start, amendment.last)
        return Revision(replace(agreement, period=period), since, whole=True)
    owner = promise_of(agreement, amendment.promise)
    if isinstance(amendment, NewTarget):
        target = replace(amendment.target, valid_from=since)
        return Revision(agreement, since, False, targets=((amendment.measure, target),))
    if isinstance(amendment, NewWording):
        summary = owner.summary if amendment.summary is None else amendment.summary.strip()
        return Revision(agreement, since, False, (replace(owner, wording=amendment.wording.strip(), summary=summary),))
    ends = tuple((each.number, Target(since, None, _interval(each))) for each in owner.measures)
    return Revision(agreement, since, False, (replace(owner, dropped_from=since),), targets=ends)


def amended(agreement: Agreement, made: Revision) -> Agreement:
    """Return the agreement as it would be with a change, to be judged before it is saved."""
    changed, targets = {each.id: each for each in made.changed}, dict(made.targets)
    promises = [changed.get(each.id, each) for each in agreement.promises]
    return replace(made.agreement, promises=tuple(_with_targets(each, targets) for each in promises))


def promise_of(agreement: Agreement, promise: str) -> Promise:
    """Return the agreement's promise by its id. KeyError."""
    for each in agreement.promises:
        if each.id == promise:
            return each
    raise KeyError(promise)


def _promise_issues(
    agreement: Agreement, amendment: NewTarget | NewWording | Dropped, valid_from: date
) -> Iterator[Issue]:
    owner = promise_of(agreement, amendment.promise)
    if valid_from not in agreement.period:
        yield Issue("revision_outside", "valid_from", {"date": valid_from, "period": agreement.period})
    if owner.dropped_from is not None and owner.dropped_from <= valid_from:
        yield Issue("revision_dropped", "valid_from", {"date": owner.dropped_from})
    if isinstance(amendment, NewTarget):
        yield from _target_issues(owner, amendment, valid_from)
    elif isinstance(amendment, NewWording):
        yield from _wording_issues(owner, amendment)


def _target_issues(owner: Promise, amendment: NewTarget, valid_from: date) -> Iterator[Issue]:
    measure = next((each for each in owner.measures if each.number == amendment.measure), None)
    if measure is None:
        yield Issue("revision_no_number", "measure")
        return
    new = amendment.target
    if new.value is None or not 1 <= new.value <= MOST:
        yield Issue("revision_value", "value", {"max": MOST})
    elif (new.comparator is Comparator.RANGE) != (new.value_max is not None) or (new.value_max or MOST) < new.value:
        yield Issue("revision_range", "value_max")
    if new.every < 1:
        yield Issue("revision_value", "every", {"max": MOST})
    standing = [each for each in measure.targets if each.valid_from <= valid_from][-1:]
    if standing and _rule(standing[0]) == _rule(new):
        yield Issue("revision_nothing")


def _wording_issues(owner: Promise, amendment: NewWording) -> Iterator[Issue]:
    for name, text in (("wording", amendment.wording), ("summary", amendment.summary or "")):
        yield from privacy.refusals(text, name)
    if not amendment.wording.strip() or (amendment.summary is not None and not amendment.summary.strip()):
        yield Issue("words_missing", "wording" if not amendment.wording.strip() else "summary")
    if amendment.wording.strip() == owner.wording and amendment.summary in (None, owner.summary):
        yield Issue("revision_nothing")


def _end_issues(agreement: Agreement, amendment: Prolonged) -> Iterator[Issue]:
    if amendment.last not in MEANT or amendment.last >= MEANT.last - DAY:
        yield Issue("date_far", "last", {"first": MEANT.start.year, "last": MEANT.last.year})
    elif amendment.last <= agreement.period.last:
        yield Issue("revision_shorter", "last", {"last": agreement.period.last})


def _rule(target: Target) -> tuple[object, ...]:
    return target.value, target.value_max, target.interval, target.comparator, target.every, target.average


def _interval(measure: Measure) -> Interval:
    return measure.targets[-1].interval if measure.targets else Interval.YEAR


def _with_targets(promise: Promise, targets: Mapping[int, Target]) -> Promise:
    measures = (_with_target(each, targets.get(each.number)) for each in promise.measures)
    return replace(promise, measures=tuple(measures))


def _with_target(measure: Measure, target: Target | None) -> Measure:
    if target is None:
        return measure
    others = [each for each in measure.targets if each.valid_from != target.valid_from]
    return replace(measure, targets=tuple(sorted([*others, target], key=lambda each: each.valid_from)))
