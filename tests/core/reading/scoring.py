"""How near a reading is to a careful person's: a number is found only with its period and something it counts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, field
from typing import Any

from loftdb.core.model import Party
from loftdb.core.reading import read
from loftdb.core.reading.result import Reading, ReadPlan, ReadPromise, ReadTarget
from tests.core.reading.cases import Case, Row

STEM = 5
"""Letters of a word that must agree, so that *kontroll* and *kontroller* do."""
FILLERS = """
alla andra antal antalet bland dessa detta efter eller från före genom gång gånger göra görs hela inom minst mellan
olika också samt sina skall stycken tillfälle tillfällen tillsammans till under varje vara över
"""
_FILLERS = frozenset(FILLERS.split())


@dataclass(frozen=True)
class Score:
    """Sums over cases."""

    found: int = 0
    false: int = 0
    missed: int = 0
    named: int = 0
    """Found numbers whose party a person could name."""
    named_right: int = 0
    forms_right: int = 0
    """Found numbers with the same comparator, upper end, average and whether the period is said."""
    counted: int = 0
    """Documents whose promises were counted."""
    counted_near: int = 0
    """Of them, those where the program is at most one off."""
    agreements: int = 0
    agreements_right: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        return _share(2 * self.found, 2 * self.found + self.false + self.missed)

    @property
    def parties(self) -> float:
        """The share of found numbers with the right party."""
        return _share(self.named_right, self.named)

    @property
    def forms(self) -> float:
        """The share of found numbers with the right comparator and form."""
        return _share(self.forms_right, self.found)

    @property
    def near(self) -> float:
        """The share of documents with the right number of promises, give or take one."""
        return _share(self.counted_near, self.counted)

    @property
    def placed(self) -> float:
        """The share of agreements with the right municipalities and period."""
        return _share(self.agreements_right, self.agreements)

    def __str__(self) -> str:
        return (
            f"F1 {self.f1:.3f} (found {self.found}, false {self.false}, missed {self.missed}),"
            f" parties {self.parties:.3f}, forms {self.forms:.3f}, promises within one {self.near:.3f},"
            f" municipality and period {self.placed:.3f}"
        )


@dataclass(frozen=True)
class Comparison:
    """A case beside its reading."""

    case: Case
    reading: Reading
    pairs: tuple[tuple[Row, Row], ...]
    false: tuple[Row, ...]
    missed: tuple[Row, ...] = field(default=())

    @property
    def score(self) -> Score:
        """The comparison as sums."""
        named = [(want, got) for want, got in self.pairs if want.party]
        promises = sum(len(plan.promises) for plan in self.reading.plans)
        have = [_place(plan) for plan in self.reading.plans]
        return Score(
            found=len(self.pairs), false=len(self.false), missed=len(self.missed),
            named=len(named), named_right=sum(want.party == got.party for want, got in named),
            forms_right=sum(want.form == got.form for want, got in self.pairs),
            counted=int(self.case.promises is not None),
            counted_near=int(self.case.promises is not None and abs(self.case.promises - promises) <= 1),
            agreements=len(self.case.agreements),
            agreements_right=sum(place in have for place in self.case.agreements),
        )  # fmt: skip

    @property
    def faults(self) -> list[str]:
        """What to look at, a line each."""
        lines = [f"{self.case.name}: false {got.time} {got.measure!r} in {got.context!r}" for got in self.false]
        lines += [f"{self.case.name}: missed {want.time} {want.measure!r} in {want.context!r}" for want in self.missed]
        for want, got in self.pairs:
            if want.party and want.party != got.party:
                lines.append(f"{self.case.name}: party {got.party}, not {want.party}: {want.context!r}")
            if want.form != got.form:
                lines.append(f"{self.case.name}: form {got.form}, not {want.form}: {want.context!r}")
        return lines + self._other_faults()

    def _other_faults(self) -> list[str]:
        lines, have = [], [_place(plan) for plan in self.reading.plans]
        promises = sum(len(plan.promises) for plan in self.reading.plans)
        if self.case.promises not in (None, promises):
            lines.append(f"{self.case.name}: {promises} promises, not {self.case.promises}")
        lines += [f"{self.case.name}: {place} not in {have}" for place in self.case.agreements if place not in have]
        found = {doubt.kind.value for doubt in self.reading.doubts}
        return lines + [f"{self.case.name}: no issue {issue}" for issue in sorted(self.case.issues - found)]


def compare(case: Case) -> Comparison:
    """Read the case's text and lay the reading beside what is expected."""
    reading = read(case.text)
    got = list(_rows_of(reading))
    owners = _matched(case.wanted, got)
    pairs = tuple((case.wanted[mine], got[theirs]) for theirs, mine in sorted(owners.items()))
    false = (row for index, row in enumerate(got) if index not in owners and not _is_neutral(row, case))
    missed = (row for index, row in enumerate(case.wanted) if index not in owners.values())
    return Comparison(case, reading, pairs, tuple(false), tuple(missed))


def total(comparisons: Iterable[Comparison]) -> Score:
    """Return the sums over all of them."""
    return sum((each.score for each in comparisons), Score())


def _rows_of(reading: Reading) -> Iterable[Row]:
    for plan in reading.plans:
        for promise in plan.promises:
            yield from (_read(target, promise) for target in promise.targets)


def _read(target: ReadTarget, promise: ReadPromise) -> Row:
    return Row(
        target.measure, target.value, target.value_max, target.comparator.value, target.per.value, target.every,
        target.average, target.per_is_explicit, target.kind.value, _party(promise.parties), promise.text,
    )  # fmt: skip


def _party(parties: Sequence[Party]) -> str | None:
    if {Party.POLICE, Party.MUNICIPALITY} <= set(parties):
        return "joint"
    return next((party.value for party in Party if party in parties), None)


def _place(plan: ReadPlan) -> tuple[Any, ...]:
    first, last = (plan.period.start, plan.period.last) if plan.period else (None, None)
    return frozenset(plan.municipalities), first and first.isoformat(), last and last.isoformat()


def _matched(want: Sequence[Row], got: Sequence[Row]) -> dict[int, int]:
    """Return which wanted row each read one is, as many as can be, the nearest tried first."""
    owners: dict[int, int] = {}
    choices = [_nearest(row, got) for row in want]

    def place(mine: int, tried: set[int]) -> bool:
        for theirs in choices[mine]:
            if theirs in tried:
                continue
            tried.add(theirs)
            if theirs not in owners or place(owners[theirs], tried):
                owners[theirs] = mine
                return True
        return False

    for mine in range(len(want)):
        place(mine, set())
    return owners


def _nearest(want: Row, got: Sequence[Row]) -> list[int]:
    shared = {index: len(_stems(want.measure) & _stems(row.measure)) for index, row in enumerate(got)}
    fits = [index for index, row in enumerate(got) if row.time == want.time and shared[index]]
    return sorted(
        fits, key=lambda index: (got[index].party != want.party, got[index].form != want.form, -shared[index])
    )


def _is_neutral(got: Row, case: Case) -> bool:
    return case.open or any(_may_be(got, row) for row in case.rows if not row.counts)


def _may_be(got: Row, unsure: Row) -> bool:
    within = unsure.value <= got.value <= (unsure.value_max or unsure.value)
    limit = unsure.kind != "response-time" or got.comparator == "<=" or got.per == "event"
    words = _stems(unsure.measure) | _stems(unsure.context)
    return within and limit and bool(words & (_stems(got.measure) | _stems(got.context)))


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"[^\W\d_]{4,}", text.casefold()) if word not in _FILLERS}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
