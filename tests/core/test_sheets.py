"""What a filled-in box does to what is logged of a week."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from loftdb.core.errors import Issue
from loftdb.core.model import Activity, ActivityKind, ActivityState, Entry, Party, Reason, Share
from loftdb.core.periods import Interval, Period
from loftdb.core.sheets import FilledWeek, SheetLine, Step, WeekState, sheet_lines, week_steps
from tests.core.building import MEASURE, agreement, period, target

MARCH, MONDAY, TODAY = date(2024, 3, 1), date(2024, 3, 11), date(2024, 10, 15)
OFFICES = agreement(period("2023-01-01", "2025-12-31"), target(2, Interval.WEEK))


def logged(count: int, state: ActivityState = ActivityState.DONE, *weeks: date, number: int = 1) -> Activity:
    """Return a single Wednesday in the week, or a batch of the listed weeks."""
    days = period("2024-03-11", "2024-03-17") if weeks else period("2024-03-13", "2024-03-13")
    kind = ActivityKind.BATCH if weeks else ActivityKind.SINGLE
    entry = Entry(kind, state, days, (Share(MEASURE, count),), weeks=weeks)
    return Activity(number, 1, entry, 1486, "någon", Party.POLICE, datetime.fromisoformat("2024-03-20T08:00"))


def line(*activities: Activity) -> SheetLine:
    (found,) = sheet_lines((OFFICES,), Party.POLICE, MARCH, activities, TODAY)
    return found


def fill(activities: Iterable[Activity], state: WeekState, reason: Reason | None = None) -> list[Step | Issue]:
    return list(week_steps(line(*activities), FilledWeek(MEASURE, MONDAY, state, reason)))


def state_of(*activities: Activity) -> WeekState:
    return next(box.state for box in line(*activities).weeks if box.monday == MONDAY)


def test_a_week_is_held_by_its_sum() -> None:
    assert state_of(logged(1)) is WeekState.OPEN
    assert state_of(logged(1), logged(1, number=2)) is WeekState.HELD


def test_a_batch_of_several_weeks_holds_each_by_its_part() -> None:
    before = date(2024, 3, 4)
    assert state_of(logged(3, ActivityState.DONE, before, MONDAY)) is WeekState.HELD
    assert state_of(logged(3, ActivityState.DONE, MONDAY, date(2024, 3, 18))) is WeekState.OPEN


def test_a_tick_adds_only_what_the_week_lacks() -> None:
    (step,) = fill([logged(1)], WeekState.HELD)
    assert isinstance(step, Step)
    assert step.entry is not None
    assert step.entry.shares == (Share(MEASURE, 1),)


def test_the_reason_of_a_cancelled_week_can_be_corrected() -> None:
    own = logged(2, ActivityState.CANCELLED, MONDAY)
    own = replace(own, entry=replace(own.entry, reason=Reason.WEATHER))
    assert fill([own], WeekState.CANCELLED, Reason.WEATHER) == []
    (step,) = fill([own], WeekState.CANCELLED, Reason.ILLNESS)
    assert isinstance(step, Step)
    assert step.before == own
    assert step.entry is not None
    assert step.entry.reason is Reason.ILLNESS


def test_a_week_that_another_entry_cancelled_may_be_held_but_not_unsaid() -> None:
    other = logged(1, ActivityState.CANCELLED)
    other = replace(other, entry=replace(other.entry, reason=Reason.WEATHER))
    assert fill([other], WeekState.CANCELLED, Reason.WEATHER) == []
    for state, reason in ((WeekState.OPEN, None), (WeekState.CANCELLED, Reason.ILLNESS)):
        (issue,) = fill([other], state, reason)
        assert isinstance(issue, Issue)
        assert issue.code == "week_logged_elsewhere"
    (step,) = fill([other], WeekState.HELD)
    assert isinstance(step, Step)
    assert step.before is None


def test_a_week_after_today_is_upcoming_and_cannot_be_filled() -> None:
    (found,) = sheet_lines((OFFICES,), Party.POLICE, MARCH, (), date(2024, 3, 12))
    assert [box.state for box in found.weeks] == ["open", "open", "upcoming", "upcoming"]
    assert found.weeks[1].days == Period.through(MONDAY, date(2024, 3, 12))
    (issue,) = week_steps(found, FilledWeek(MEASURE, date(2024, 3, 18), WeekState.HELD))
    assert isinstance(issue, Issue)
    assert issue.code == "week_not_on_sheet"
