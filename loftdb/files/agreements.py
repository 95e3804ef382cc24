"""The agreements' data files as frozen values: a file is loaded whole, or refused with every mistake in it."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path, PurePath
from typing import Any

from loftdb.core.errors import DataFileError, Issue
from loftdb.core.model import (
    ActivityKind,
    ActivityState,
    Agreement,
    Comparator,
    Duty,
    Entry,
    Interpretation,
    ListItem,
    Measure,
    Municipality,
    Promise,
    Share,
    Target,
)
from loftdb.core.periods import Interval, Period
from loftdb.files.agreement_format import AGREEMENT
from loftdb.files.records import Record, read_file


@dataclass(frozen=True)
class PublishedFigure:
    """A figure for a whole year that the parties published: the *Årsuppgift* to log for a measure (5.17)."""

    measure: str
    """The measure's id."""
    entry: Entry
    """Its one share carries the measure's number in the file; the store gives its own, see ``numbered``."""

    def numbered(self, number: int) -> Entry:
        """Return the entry to log, for the measure by the number that the store gave it."""
        return replace(self.entry, shares=tuple(replace(share, measure=number) for share in self.entry.shares))


@dataclass(frozen=True)
class AgreementFile:
    """What one data file holds."""

    agreement: Agreement
    published: tuple[PublishedFigure, ...] = ()


def read_agreements(directory: Path, followed_from: date | None = None) -> tuple[AgreementFile, ...]:
    """Read every ``*.yaml`` of a directory by name; raise DataFileError with the mistakes of all of them."""
    files: list[AgreementFile] = []
    issues: list[Issue] = []
    for path in sorted(directory.glob("*.yaml")):
        try:
            files.append(read_agreement(path.read_bytes(), path.name, followed_from))
        except DataFileError as error:
            issues += error.issues
    if issues:
        raise DataFileError(*issues)
    return tuple(files)


def read_agreement(data: bytes, name: str, followed_from: date | None = None) -> AgreementFile:
    """Read one data file, called ``name`` (``<agreement id>.yaml``); raise DataFileError with every mistake.

    The agreement is followed from the given day (null: its first). Measures are numbered 1, 2, ... through the file.
    """
    whole = read_file(data, name, AGREEMENT, _has_the_name_of_its_file)
    agreement = _agreement(whole, followed_from)
    return AgreementFile(agreement, tuple(_figure(each, agreement) for each in whole.get("published", ())))


def _has_the_name_of_its_file(whole: Record) -> None:
    stem = PurePath(whole.spot.file).stem
    if whole.get("id", stem) != stem:
        whole.note("id_not_file_name", "id", value=whole["id"], wanted=stem)


def _agreement(whole: Record, followed_from: date | None) -> Agreement:
    period = Period.through(whole["period"]["first"], whole["period"]["last"])
    numbers = count(1)
    home = whole["municipalities"][0]["code"]
    return Agreement(
        id=whole["id"],
        title=whole["title"],
        period=period,
        followed_from=followed_from or period.start,
        district=whole["district"],
        municipalities=tuple(Municipality(each["code"], each["name"]) for each in whole["municipalities"]),
        problem_areas=tuple(each["name"] for each in whole["problem_areas"]),
        source=whole["source"],
        promises=tuple(_promise(each, whole, home, period, numbers) for each in whole["promises"]),
        duties=tuple(_duty(each, whole["id"]) for each in whole.get("duties", ())),
        replaces=whole.get("replaces"),
    )


def _promise(each: Record, whole: Record, home: int, period: Period, numbers: "count[int]") -> Promise:
    promise_id = f"{whole['id']}/{each['id']}"
    predecessor = each.get("predecessor")
    return Promise(
        id=promise_id,
        position=each["position"],
        heading=each["heading"],
        title=each["title"],
        summary=each["summary"],
        parties=each["parties"],
        third_parties=each.get("third_parties", ()),
        kind=each["kind"],
        municipalities=each.get("municipalities", (home,)),
        measures=tuple(_measure(item, promise_id, period, next(numbers)) for item in each.get("measures", ())),
        items=tuple(ListItem(item["key"], item["name"]) for item in each.get("items", ())),
        occasion=each.get("occasion"),
        wording=each.get("wording"),
        conditional=each.get("conditional"),
        sensitive=each.get("sensitive", False),
        announced=each.get("announced", False),
        predecessor=predecessor and f"{whole['replaces']}/{predecessor}",
        function=each.get("function", ""),
    )


def _measure(each: Record, promise_id: str, period: Period, number: int) -> Measure:
    targets = (_target(target, period.start) for target in each.get("targets", ()))
    return Measure(
        number=number,
        id=_measure_id(promise_id, each.get("key")),
        singular=each["singular"],
        plural=each["plural"],
        targets=tuple(sorted(targets, key=lambda target: target.valid_from)),
        minutes=each.get("minutes", False),
    )


def _measure_id(promise_id: str, key: str | None) -> str:
    return f"{promise_id}:{key}" if key else promise_id


def _target(each: Record, start: date) -> Target:
    """Return a version of a target; a number without a period is for the whole term (5.4)."""
    interpretation = each.get("interpretation")
    return Target(
        valid_from=each.get("valid_from", start),
        value=each["value"],
        interval=each.get("per", Interval.TERM),
        comparator=each.get("comparator", Comparator.AT_LEAST),
        value_max=each.get("value_max"),
        every=each.get("every", 1),
        average=each.get("average", False),
        interpretation=interpretation and _interpretation(interpretation),
        decision=each.get("decision"),
        reason=each.get("reason"),
    )


def _interpretation(each: Record) -> Interpretation:
    return Interpretation(each["text"], each["by"], each["on"], each.get("agreed"), each.get("other_per"))


def _duty(each: Record, agreement_id: str) -> Duty:
    window: Any = each.get("window")
    days = window and Period(window["first"].start, window["last"].end)
    return Duty(f"{agreement_id}/{each['id']}", each["title"], each["to_whom"], each["recurrence"], days)


def _figure(each: Record, agreement: Agreement) -> PublishedFigure:
    measure_id = _measure_id(f"{agreement.id}/{each['promise']}", each.get("key"))
    measures = (measure for promise in agreement.promises for measure in promise.measures)
    number = next(measure.number for measure in measures if measure.id == measure_id)
    entry = Entry(
        kind=ActivityKind.ANNUAL,
        state=ActivityState.DONE,
        days=Period.year(each["year"]),
        shares=(Share(number, each["count"]),),
        precision=each["precision"],
        source=each["source"],
    )
    return PublishedFigure(measure_id, entry)
