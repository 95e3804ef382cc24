"""The check values of rule 15, and what a mark must be."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from loftdb.core.duties import (
    DutyMark,
    DutyStage,
    DutyState,
    Occasion,
    done_issues,
    duty_states,
    needs_minutes,
    occasions,
)
from loftdb.core.model import Agreement, Duty, DutyRecurrence
from loftdb.core.periods import Period
from tests.core.building import agreement, period

AUTUMN = Duty("a/hosten", "Uppföljning", "Kommunstyrelsen i Hammarö", DutyRecurrence.ONCE,
              Period(date(2024, 9, 1), date(2024, 12, 1)))  # fmt: skip
YEARLY = Duty("a/arlig", "Redovisning", "Allmänheten", DutyRecurrence.YEARLY,
              Period(date(2024, 1, 1), date(2024, 4, 1)))  # fmt: skip
MEETING = Duty("a/bra", "Löpande", "Lokala BRÅ", DutyRecurrence.PER_MEETING, None)
TODAY = date(2024, 10, 15)


def with_duties(*duties: Duty) -> Agreement:
    return replace(agreement(period("2023-01-01", "2024-12-31")), duties=duties)


def state(duty: Duty, day: date, *, mark: DutyMark | None = None, meetings: tuple[date, ...] = ()) -> DutyState:
    marks = {(mark.agreement, mark.duty, mark.occasion): mark} if mark else {}
    [found, *_] = duty_states([with_duties(duty)], marks, day, {"a": meetings})
    return found


def test_what_was_overdue_before_the_agreement_is_followed_accuses_nobody() -> None:
    late = replace(with_duties(AUTUMN), followed_from=date(2025, 1, 1))
    [found] = duty_states([late], {}, date(2026, 11, 22))
    assert (found.stage, found.is_before_following) == (DutyStage.PASSED, True)
    [found] = duty_states([replace(late, followed_from=date(2024, 12, 31))], {}, date(2026, 11, 22))
    assert (found.stage, found.is_before_following) == (DutyStage.OVERDUE, False)


def mark(on: date | None, version: int = 1) -> DutyMark:
    return DutyMark("a", AUTUMN.id, "", version, on, "§ 7", "KS 2024/12", "x", datetime.fromisoformat("2024-10-01"))


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2024, 7, 2), DutyStage.UPCOMING),
        (date(2024, 7, 3), DutyStage.PREPARE),
        (date(2024, 8, 31), DutyStage.PREPARE),
        (date(2024, 9, 1), DutyStage.PERFORM),
        (date(2024, 11, 30), DutyStage.PERFORM),
        (date(2024, 12, 1), DutyStage.PASSED),
        (date(2024, 12, 31), DutyStage.PASSED),
        (date(2025, 1, 1), DutyStage.OVERDUE),
    ],
)
def test_the_autumn_of_2024_is_overdue_from_new_year_2025(day: date, stage: DutyStage) -> None:
    assert state(AUTUMN, day).stage is stage


def test_a_yearly_duty_is_owed_for_each_calendar_year_of_the_agreement_by_31_march() -> None:
    found = list(occasions(with_duties(YEARLY), YEARLY))
    assert [(each.key, each.window.last) for each in found] == [
        ("2023", date(2024, 3, 31)),
        ("2024", date(2025, 3, 31)),
    ]


def test_a_yearly_duty_without_a_window_is_owed_by_31_march_too() -> None:
    plain = replace(YEARLY, window=None)
    assert list(occasions(with_duties(plain), plain)) == list(occasions(with_duties(YEARLY), YEARLY))


def test_a_duty_per_meeting_is_owed_once_for_each_day_of_a_saved_meeting() -> None:
    day = date(2024, 5, 14)
    assert list(occasions(with_duties(MEETING), MEETING)) == []
    assert list(occasions(with_duties(MEETING), MEETING, [day, day])) == [
        Occasion("2024-05-14", Period(day, date(2024, 5, 15)))
    ]
    assert state(MEETING, date(2024, 6, 15), meetings=(day,)).stage is DutyStage.OVERDUE


def test_what_is_done_is_done_from_its_day_on() -> None:
    done = mark(date(2024, 10, 8))
    assert state(AUTUMN, TODAY, mark=done).stage is DutyStage.DONE
    assert state(AUTUMN, TODAY, mark=done).mark == done
    assert state(AUTUMN, date(2024, 10, 7), mark=done).stage is DutyStage.PERFORM


def test_what_is_taken_back_is_owed_again_and_remembers_that_something_was_said() -> None:
    found = state(AUTUMN, TODAY, mark=mark(None, version=2))
    assert (found.stage, found.mark, found.version) == (DutyStage.PERFORM, None, 2)


def test_duties_stand_in_the_order_of_their_windows() -> None:
    found = duty_states([with_duties(AUTUMN, YEARLY)], {}, TODAY)
    assert [each.occasion.key for each in found] == ["2023", "", "2024"]


def codes(duty: Duty, **given: Any) -> list[str]:
    said = {"on": date(2024, 10, 8), "paragraph": "§ 112", "case": "KS 2024/0123", "today": TODAY} | given
    return [issue.code for issue in done_issues(state(duty, TODAY), **said)]


def test_a_follow_up_to_the_board_needs_paragraph_and_case() -> None:
    assert needs_minutes(AUTUMN)
    assert codes(AUTUMN) == []
    assert codes(AUTUMN, paragraph=" ", case="") == ["paragraph_missing", "case_missing"]
    assert codes(YEARLY, paragraph="", case="") == []


def test_a_day_to_come_or_long_before_the_window_is_refused() -> None:
    assert codes(AUTUMN, on=date(2024, 10, 16)) == ["duty_in_future"]
    assert codes(AUTUMN, on=date(2024, 7, 2)) == ["duty_before_window"]
    assert codes(AUTUMN, on=date(2024, 7, 3)) == []


@pytest.mark.parametrize("text", ["112", "§112", "§ 112", "Ks § 7", "KS §7/2024", "§ 12 a", "§§ 3"])
def test_paragraphs_are_written_in_many_ways(text: str) -> None:
    assert codes(AUTUMN, paragraph=text) == []


@pytest.mark.parametrize("text", ["§", "paragraf tolv", "850101-1234", "§ 12345", "0521-123 45"])
def test_what_is_no_paragraph_is_refused(text: str) -> None:
    assert codes(AUTUMN, paragraph=text) == ["paragraph_unclear"]


@pytest.mark.parametrize(
    "text", ["KS 2024/0123", "KS/2024:123", "2024/123", "2024-00123", "KS2024/123-1", "Dnr KS 2024-12", "24/KS0123"]
)
def test_cases_are_written_in_many_ways(text: str) -> None:
    assert codes(AUTUMN, case=text) == []


@pytest.mark.parametrize("text", ["2024", "KS", "850101-1234", "19850101-1234", "070-123 45 67", "abc@def.se"])
def test_what_is_no_case_is_refused(text: str) -> None:
    assert codes(AUTUMN, case=text) == ["case_unclear"]
