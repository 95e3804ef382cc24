"""What the members got and the projector shows: the figures themselves, stored once and never reckoned again.

Nobody's name is in it, no place or comment of the log, and of a sensitive promise no words.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

import pandas as pd

from loftdb.core import forecast, progress
from loftdb.core.changes import Changes, Said
from loftdb.core.duties import DutyStage
from loftdb.core.meetings.records import IndicatorValue
from loftdb.core.model import Agreement, Municipality, Party, Promise, Thresholds, Verdict
from loftdb.core.periods import Period, month, nearest_year
from loftdb.core.plain import plain, read
from loftdb.core.progress import row_verdict, whole_verdict

FORMAT = 1
"""The form of the stored text; a program reads every earlier one."""

COLUMNS = {**progress.COLUMNS, **forecast.COLUMNS}
"""Of the rows."""


@dataclass(frozen=True)
class Word:
    """The last word on a promise that is told in words."""

    promise: str
    said: Said | None
    """Null: nothing was ever said."""
    is_stale: bool


@dataclass(frozen=True)
class Explanation:
    """What went otherwise, in the words to publish, and whether it is accepted for a time."""

    subject: str
    year: int | None
    public: str
    decided_by: str
    accepted_until: date | None


@dataclass(frozen=True)
class Unexplained:
    """What needs *Avvikelse och orsak* and has no text to publish (5.22)."""

    promise: str
    subject: str
    """The measure's id, or the promise's."""
    year: int | None
    state: str
    """A Standing, or a Status."""


@dataclass(frozen=True)
class Lagging:
    """A row that is *Efter* or *Något efter*."""

    promise: str
    measure: int
    year: int | None
    missing: int
    slack_weeks: int


@dataclass(frozen=True)
class OwedDuty:
    """One occasion of a follow-up."""

    agreement: str
    duty: str
    title: str
    to_whom: str
    occasion: str
    window: Period
    stage: DutyStage
    done_on: date | None


@dataclass(frozen=True)
class Unsigned:
    """The months of an agreement that are *Uppgift saknas* (5.18)."""

    agreement: str
    party: Party
    months: tuple[date, ...]


@dataclass(frozen=True)
class CountedMonth:
    """What was done of a sensitive promise's measure in a judged month; null where nobody has said."""

    measure: int
    first: date
    count: int | None


@dataclass(frozen=True)
class Shown:
    """The state of a council's agreements at one moment."""

    municipality: Municipality
    council: str
    day: date
    """The meeting's."""
    known_on: datetime | None
    """Naive UTC; null: as it is now, not frozen."""
    judged_on: date | None
    """The day a person picked to judge through; null: as signed off, else ``today``."""
    today: date
    previous: date | None
    """The day of the meeting before, whose frozen figures ``since`` begins with; null: there was none."""
    agreements: tuple[Agreement, ...]
    """With only the promises that the municipality made."""
    rows: tuple[Mapping[str, Any], ...]
    """Progress rows with their forecasts as plain values; ``frame_of`` gives them back as a frame."""
    words: tuple[Word, ...]
    explanations: tuple[Explanation, ...]
    unexplained: tuple[Unexplained, ...]
    lagging: tuple[Lagging, ...]
    """The least slack first."""
    duties: tuple[OwedDuty, ...]
    unsigned: tuple[Unsigned, ...]
    indicators: tuple[IndicatorValue, ...]
    thresholds: Thresholds
    since: Changes
    """What changed since the meeting before; empty without one. Entries come without their places."""
    months: tuple[CountedMonth, ...] = ()
    """Of sensitive promises, in the year that is told of."""

    def promises(self) -> Iterator[tuple[Agreement, Promise]]:
        """Yield every promise with its agreement, in the sources' order."""
        for agreement in self.agreements:
            for promise in agreement.promises:
                yield agreement, promise

    def lacking(self) -> tuple[Unsigned, ...]:
        """Return the months that are *Uppgift saknas* and that the figures reach: none beyond a day that was picked."""
        day = self.judged_on or self.today
        reached = ((each, tuple(first for first in each.months if month(first).last <= day)) for each in self.unsigned)
        return tuple(replace(each, months=months) for each, months in reached if months)

    def years(self) -> dict[str, int]:
        """Return the year that each promise is told of: that of the day it is judged through, moved into its period.

        A council that meets in January talks of the year that December belongs to, until January is signed off.
        """
        judged = {row["promise"]: date.fromisoformat(row["judged_through"]) for row in self.rows}
        return {
            promise.id: nearest_year(agreement.period, judged.get(promise.id, self.day))
            for agreement, promise in self.promises()
        }


def text_of(shown: Shown) -> str:
    """Return the text to store, the same for the same figures."""
    return json.dumps(plain(shown), ensure_ascii=False, sort_keys=True, allow_nan=False)


def shown_of(text: str) -> Shown:
    """Return what was stored as a text."""
    return read(Shown, json.loads(text))


def digest_of(content: str | bytes) -> str:
    """Return the SHA-256 of a text in UTF-8, or of bytes, in hex."""
    return sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def plain_rows(frame: pd.DataFrame) -> tuple[dict[str, Any], ...]:
    """Return a frame's rows as plain values: days as text, every null as null."""
    return tuple({name: _cell(value) for name, value in row.items()} for row in progress.records(frame))


def _cell(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [str(each) for each in value]
    if value is None or pd.isna(value):
        return None
    if isinstance(value, date):
        return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()
    return value


def frame_of(shown: Shown) -> pd.DataFrame:
    """Return the rows as the frame that they were (columns: COLUMNS)."""
    frame = pd.DataFrame(list(shown.rows), columns=list(COLUMNS), dtype="object")
    frame = frame.where(frame.notna(), math.nan)
    frame["parties"] = [tuple(Party(each) for each in value) for value in frame["parties"]]
    return frame.astype({name: kind for name, kind in COLUMNS.items() if kind != "object"})


def without_places(changes: Changes) -> Changes:
    """Return the changes without the log's own words: what is redacted later must not stand in what is frozen."""
    entries = tuple(
        replace(
            each,
            before=each.before and replace(each.before, place=""),
            after=each.after and replace(each.after, place=""),
        )
        for each in changes.entries
    )
    return replace(changes, entries=entries)


def proposed(shown: Shown, promise: str, year: int | None) -> Verdict | None:
    """Return the verdict that a promise's rows in a year (null: the term) suggest to the person who decides (5.11).

    Null while they run, or where nothing is promised in numbers. A yearly promise is kept over the whole term only if
    every year is.
    """
    own = [row for row in shown.rows if row["promise"] == promise and row["target"] is not None]
    rows = [row for row in own if row["year"] == year]
    if not rows and year is None:
        rows = own
    return whole_verdict([row_verdict(row) for row in rows])


def years_of(shown: Shown, promise: str) -> Iterable[int]:
    """Return the years that a promise is judged in."""
    return sorted({row["year"] for row in shown.rows if row["promise"] == promise and row["year"] is not None})
