"""What a meeting goes through, in order: what happened since the last one, then what lags, is stale or overdue."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from loftdb.core.changes import Edit, EntryChange, FieldChange, MonthChange, RowChange, StatusChange, TargetChange
from loftdb.core.duties import DutyStage
from loftdb.core.meetings.records import Decision
from loftdb.core.meetings.shown import Explanation, Lagging, OwedDuty, Shown, Unexplained, Word, frame_of
from loftdb.core.model import LAGGING, Agreement, Promise, Status
from loftdb.core.progress import records

DUE = (DutyStage.PREPARE, DutyStage.PERFORM, DutyStage.PASSED, DutyStage.OVERDUE)
"""The stages of a follow-up that a council is told of."""


class Group(StrEnum):
    """Why a promise comes where it does; each comes once, under the first that fits."""

    LAGGING = "lagging"
    STALE = "stale"
    OVERDUE = "overdue"
    REST = "rest"


@dataclass(frozen=True)
class Item:
    """One promise, with all that a council needs to talk of it."""

    agreement: Agreement
    promise: Promise
    group: Group
    rows: tuple[Mapping[str, Any], ...]
    """Its rows of the year that is told of, and of the term, as ``progress.records`` gives them."""
    lagging: tuple[Lagging, ...]
    word: Word | None
    """Of a promise that is told in words."""
    moved: tuple[RowChange, ...]
    """*Läge* that changed since the last meeting."""
    entries: tuple[EntryChange, ...]
    months: tuple[MonthChange, ...]
    targets: tuple[TargetChange, ...]
    fields: tuple[FieldChange, ...]
    explanations: tuple[Explanation, ...]
    unexplained: tuple[Unexplained, ...]
    decisions: tuple[Decision, ...]
    """Those still to be done."""
    statuses: tuple[StatusChange, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether anything happened to it since the last meeting."""
        return bool(self.moved or self.entries or self.months or self.targets or self.fields or self.statuses)


@dataclass(frozen=True)
class NewEntries:
    """What was logged toward a promise since the last meeting."""

    promise: str
    edits: Mapping[Edit, int]
    """How many entries; a sensitive promise has none here, only months."""
    months: tuple[MonthChange, ...]


@dataclass(frozen=True)
class Agenda:
    """Everything in the order that it is shown."""

    shown: Shown
    moved: tuple[RowChange, ...]
    entries: tuple[NewEntries, ...]
    targets: tuple[TargetChange, ...]
    fields: tuple[FieldChange, ...]
    """Wordings, periods, interpretations."""
    decisions_due: tuple[Decision, ...]
    """To be done by the day of the meeting, the oldest first."""
    decisions_done: tuple[Decision, ...]
    """*Klart* since the last meeting."""
    duties_due: tuple[OwedDuty, ...]
    unexplained: tuple[Unexplained, ...]
    items: tuple[Item, ...]
    """Every promise once: those that lag, the stale, the overdue, the rest."""

    def group(self, group: Group) -> tuple[Item, ...]:
        """Return the promises of a group, in order."""
        return tuple(item for item in self.items if item.group is group)


def agenda(shown: Shown, decisions: Sequence[Decision]) -> Agenda:
    """Put what is shown in order, with the decisions of earlier meetings."""
    by_due = sorted(decisions, key=lambda each: (each.due, each.id))
    items = sorted(_items(shown, by_due), key=lambda item: _GROUPS.index(item.group))
    return Agenda(
        shown,
        tuple(row for row in shown.since.rows if row.is_moved and row.before and row.after),
        tuple(_new_entries(shown)),
        shown.since.targets,
        shown.since.fields,
        tuple(each for each in by_due if each.is_due(shown.day)),
        tuple(each for each in by_due if each.done_on is not None and not each.is_withdrawn),
        tuple(duty for duty in shown.duties if duty.stage in DUE),
        shown.unexplained,
        tuple(_lagging_first(items, shown)),
    )


_GROUPS = list(Group)


def _lagging_first(items: Sequence[Item], shown: Shown) -> Iterator[Item]:
    """Yield the items with those that lag in the order of their slack."""
    order = {lag.promise: place for place, lag in reversed(list(enumerate(shown.lagging)))}
    lagging = [item for item in items if item.group is Group.LAGGING]
    yield from sorted(lagging, key=lambda item: order.get(item.promise.id, len(order)))
    yield from (item for item in items if item.group is not Group.LAGGING)


def _items(shown: Shown, decisions: Sequence[Decision]) -> Iterator[Item]:
    owners = {measure.number: promise.id for _, promise in shown.promises() for measure in promise.measures}
    words, since, rows = {word.promise: word for word in shown.words}, shown.since, _rows(shown)
    for agreement, promise in shown.promises():
        own = {measure.number for measure in promise.measures}
        subjects = {promise.id, *(measure.id for measure in promise.measures)}
        named = {*subjects, *(f"{measure.id}#{measure.number}" for measure in promise.measures)}
        open_ones = tuple(each for each in decisions if each.promise == promise.id and each.is_open)
        told, word = rows.get(promise.id, []), words.get(promise.id)
        yield Item(
            agreement,
            promise,
            _group([plain for plain, _ in told], word, open_ones, shown.day),
            tuple(row for _, row in told),
            tuple(each for each in shown.lagging if each.promise == promise.id),
            word,
            tuple(each for each in since.rows if each.measure in own and each.is_moved and each.before and each.after),
            tuple(each for each in since.entries if promise.id in _promises_of(each, owners)),
            tuple(each for each in since.months if each.measure in own),
            tuple(each for each in since.targets if each.measure in own),
            tuple(each for each in since.fields if each.subject in named),
            tuple(each for each in shown.explanations if each.subject in subjects),
            tuple(each for each in shown.unexplained if each.promise == promise.id),
            open_ones,
            tuple(each for each in since.statuses if each.promise == promise.id),
        )


def _rows(shown: Shown) -> dict[str, list[tuple[Mapping[str, Any], Mapping[str, Any]]]]:
    """Return the rows of the year that is told of and of the terms, by promise, as plain values and as records."""
    told = shown.years()
    found: dict[str, list[tuple[Mapping[str, Any], Mapping[str, Any]]]] = {}
    for plain, row in zip(shown.rows, records(frame_of(shown)), strict=True):
        if plain["year"] in (None, told[plain["promise"]]):
            found.setdefault(plain["promise"], []).append((plain, row))
    return found


def _group(rows: Sequence[Mapping[str, Any]], word: Word | None, decisions: Sequence[Decision], day: date) -> Group:
    if any(row["state"] in LAGGING and not (row["held_rule"] and row["year"] is None) for row in rows):
        return Group.LAGGING
    if word and word.is_stale:
        return Group.STALE
    is_late = word is not None and word.said is not None and word.said.status is Status.DELAYED
    return Group.OVERDUE if is_late or any(each.due < day for each in decisions) else Group.REST


def _promises_of(change: EntryChange, owners: Mapping[int, str]) -> set[str]:
    sides = (side for side in (change.before, change.after) if side)
    return {owners[share.measure] for side in sides for share in side.shares if share.measure in owners}


def _new_entries(shown: Shown) -> Iterator[NewEntries]:
    owners = {measure.number: promise.id for _, promise in shown.promises() for measure in promise.measures}
    for _, promise in shown.promises():
        edits = Counter(each.edit for each in shown.since.entries if promise.id in _promises_of(each, owners))
        months = tuple(each for each in shown.since.months if owners.get(each.measure) == promise.id)
        if edits or months:
            yield NewEntries(promise.id, dict(edits), months)
