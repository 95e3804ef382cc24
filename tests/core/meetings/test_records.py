"""The rules of what may be written at a meeting."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from loftdb.core.meetings.records import NEXT, Decision, Meeting, Stage
from loftdb.core.meetings.rules import (
    Draft,
    Opinion,
    Reading,
    meeting_issues,
    opinion_issues,
    reading_issues,
    stage_issues,
)
from loftdb.core.model import Verdict

DAY, NOON = date(2024, 6, 12), datetime.fromisoformat("2024-06-12T12:00")


def meeting(stage: Stage) -> Meeting:
    return Meeting(1, 1, 1486, DAY, ("a",), stage, "x", NOON)


def decision(due: date, done: date | None = None, withdrawn: bool = False) -> Decision:
    return Decision(1, 1, 1, None, "Gör", "Chefen", due, done, "", withdrawn, "x", NOON)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("wanted", Stage)
def test_a_stage_follows_only_where_it_may(stage: Stage, wanted: Stage) -> None:
    found = [issue.code for issue in stage_issues(meeting(stage), wanted, DAY)]
    assert found == ([] if wanted in NEXT[stage] else ["meeting_stage"])


def test_nothing_follows_a_meeting_that_was_called_off() -> None:
    assert NEXT[Stage.CANCELLED] == ()
    assert [meeting(stage).is_open for stage in Stage] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("due", "done", "withdrawn", "is_due"),
    [
        (DAY, None, False, True),
        (date(2024, 6, 13), None, False, False),
        (DAY, DAY, False, False),
        (DAY, None, True, False),
    ],
)
def test_a_decision_is_due_on_its_day_until_it_is_done(
    due: date, done: date | None, withdrawn: bool, is_due: bool
) -> None:
    assert decision(due, done, withdrawn).is_due(DAY) is is_due


def test_a_meeting_is_planned_for_agreements_of_its_own() -> None:
    assert list(meeting_issues(Draft(DAY, ("a", "b")), ["a", "b", "c"], [date(2024, 6, 13)])) == []


@pytest.mark.parametrize(
    ("verdict", "motivation", "proposed", "codes"),
    [
        (Verdict.PARTLY, "", Verdict.PARTLY, []),
        (None, "", Verdict.PARTLY, []),
        (Verdict.FULFILLED, "Två räknades ihop.", Verdict.PARTLY, []),
        (Verdict.FULFILLED, " ", Verdict.PARTLY, ["motivation_missing"]),
        (Verdict.FULFILLED, "", None, ["motivation_missing"]),
    ],
)
def test_another_verdict_than_the_proposed_needs_a_motivation(
    verdict: Verdict | None, motivation: str, proposed: Verdict | None, codes: list[str]
) -> None:
    found = opinion_issues(Opinion("a/p", 2023, verdict, motivation), proposed, [2023, 2024])
    assert [issue.code for issue in found] == codes


@pytest.mark.parametrize(
    ("value", "is_possible"),
    [("0", True), ("-3.125", True), ("1e3", True), ("999999999999999", True), ("1.0001", False), ("Infinity", False)],
)
def test_a_value_has_at_most_three_decimals(value: str, is_possible: bool) -> None:
    reading = Reading("a", "Trygga", "procent", Decimal(value), "Mätningen", year=2023)
    found = [issue.code for issue in reading_issues(reading, [], DAY)]
    assert found == ([] if is_possible else ["indicator_value"])
