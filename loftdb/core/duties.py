"""The follow-ups that an agreement owes: each one's window comes from the text, its stage from the day alone (5.15)."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from loftdb.core.errors import Issue
from loftdb.core.model import Agreement, Duty, DutyRecurrence
from loftdb.core.periods import DAY, Period, add_months, years

PREPARATION = timedelta(days=60)
"""How long before its window a duty is to be prepared."""

BOARD = "kommunstyrelse"
"""A duty to whom this is written needs § and diarienummer."""

_PARAGRAPH = re.compile(r"([a-zåäö]{2,12}\.? ?)?§{0,2} ?\d{1,4} ?[a-z]?([/:-](19|20)?\d\d)?", re.IGNORECASE)
_CASE = re.compile(
    r"(dnr:? ?)?([a-zåäö]{1,8}[ /.:-]?)?((19|20)\d\d|\d\d)[ /.:-] ?([a-zåäö]{1,8} ?)?\d{1,5}([-.]\d{1,3})?",
    re.IGNORECASE,
)


class DutyStage(StrEnum):
    """Where a duty stands on a day."""

    UPCOMING = "upcoming"
    PREPARE = "prepare"
    PERFORM = "perform"
    PASSED = "passed"
    OVERDUE = "overdue"
    DONE = "done"


@dataclass(frozen=True)
class Occasion:
    """One time that a duty is owed."""

    key: str
    """Empty for a duty owed once, else the calendar year that is accounted for, or the day of the meeting."""
    window: Period

    @property
    def prepared_from(self) -> date:
        """The day from which it is to be prepared."""
        return self.window.start - PREPARATION

    @property
    def overdue_from(self) -> date:
        """One month after the window: 2025-01-01 for the autumn of 2024."""
        return add_months(self.window.end, 1)

    def stage(self, day: date) -> DutyStage:
        """Return where it stands while it is not done."""
        if day < self.prepared_from:
            return DutyStage.UPCOMING
        if day < self.window.start:
            return DutyStage.PREPARE
        if day < self.window.end:
            return DutyStage.PERFORM
        return DutyStage.PASSED if day < self.overdue_from else DutyStage.OVERDUE


@dataclass(frozen=True)
class DutyMark:
    """One version of what is said of an occasion: done on a day, or (no day) that an earlier word is taken back."""

    agreement: str
    duty: str
    occasion: str
    version: int
    on: date | None
    paragraph: str
    case: str
    """*Diarienummer*."""
    by: str
    registered_at: datetime


@dataclass(frozen=True)
class DutyState:
    """An occasion of a duty, with where it stands."""

    agreement: Agreement
    duty: Duty
    occasion: Occasion
    stage: DutyStage
    mark: DutyMark | None
    """How it was done; null until then, and where that was taken back."""
    version: int
    """The last version of what was said of it, 0 if nothing was."""

    @property
    def is_before_following(self) -> bool:
        """Whether it was overdue before the agreement was followed here, so that it may have been made (5.8).

        What a saved meeting owes is known of from the beginning.
        """
        if self.duty.recurrence is DutyRecurrence.PER_MEETING:
            return False
        return self.occasion.overdue_from <= self.agreement.followed_from


Marks = Mapping[tuple[str, str, str], DutyMark]
"""The last word on each occasion, by agreement, duty and occasion."""


def occasions(agreement: Agreement, duty: Duty, meetings: Collection[date] = ()) -> Iterator[Occasion]:
    """Yield every occasion of the duty, in order; ``meetings`` are the days of the council's saved meetings.

    A yearly duty is owed for each calendar year of the agreement, the first in its window (null: from January through
    31 March of the year after) and each of the others a year later.
    """
    if duty.recurrence is DutyRecurrence.PER_MEETING:
        yield from (Occasion(day.isoformat(), Period(day, day + DAY)) for day in sorted(set(meetings)))
    elif duty.recurrence is DutyRecurrence.YEARLY:
        first = duty.window or _spring_after(agreement.period.start.year)
        for step, year in enumerate(years(agreement.period)):
            yield Occasion(str(year), Period(*(add_months(day, 12 * step) for day in (first.start, first.end))))
    elif duty.window:
        yield Occasion("", duty.window)


def _spring_after(year: int) -> Period:
    return Period(date(year + 1, 1, 1), date(year + 1, 4, 1))


def duty_states(
    agreements: Iterable[Agreement], marks: Marks, day: date, meetings: Mapping[str, Collection[date]] | None = None
) -> tuple[DutyState, ...]:
    """Return every occasion of every duty on a day, by window; ``meetings`` are days by agreement.

    What was done after the day was not yet done on it, and what was overdue before the agreement is followed is never
    *Försenad*: a program that starts late accuses nobody (5.8).
    """
    found = [
        _state(agreement, duty, occasion, marks.get((agreement.id, duty.id, occasion.key)), day)
        for agreement in agreements
        for duty in agreement.duties
        for occasion in occasions(agreement, duty, (meetings or {}).get(agreement.id, ()))
    ]
    return tuple(sorted(found, key=lambda state: (state.occasion.window, state.agreement.id, state.duty.id)))


def _state(agreement: Agreement, duty: Duty, occasion: Occasion, mark: DutyMark | None, day: date) -> DutyState:
    done = mark if mark and mark.on and mark.on <= day else None
    state = DutyState(agreement, duty, occasion, occasion.stage(day), done, mark.version if mark else 0)
    if done:
        return replace(state, stage=DutyStage.DONE)
    is_unknown = state.stage is DutyStage.OVERDUE and state.is_before_following
    return replace(state, stage=DutyStage.PASSED) if is_unknown else state


def needs_minutes(duty: Duty) -> bool:
    """Tell whether a duty is owed to kommunstyrelsen, so that § and diarienummer say where it was made."""
    return BOARD in duty.to_whom.casefold()


def done_issues(state: DutyState, on: date, paragraph: str, case: str, today: date) -> Iterator[Issue]:
    """Yield what keeps an occasion from being marked as done on the day.

    Before its preparation begins a follow-up is another one. § and diarienummer are texts of the shapes that Swedish
    municipalities use ("§ 112", "Ks § 7/2024"; "KS 2024/0123", "2024-00123").
    """
    if on > today:
        yield Issue("duty_in_future", "on", {"date": on})
    elif on < state.occasion.prepared_from:
        yield Issue("duty_before_window", "on", {"date": on, "first": state.occasion.prepared_from})
    yield from _text_issues(needs_minutes(state.duty), paragraph.strip(), case.strip())


def _text_issues(needed: bool, paragraph: str, case: str) -> Iterator[Issue]:
    if needed and not paragraph:
        yield Issue("paragraph_missing", "paragraph")
    if paragraph and not _PARAGRAPH.fullmatch(paragraph):
        yield Issue("paragraph_unclear", "paragraph")
    if needed and not case:
        yield Issue("case_missing", "case")
    if case and not _CASE.fullmatch(case):
        yield Issue("case_unclear", "case")
