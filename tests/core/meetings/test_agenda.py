"""The agenda: since the last meeting first, then what lags, is stale, is overdue, and the rest."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from loftdb.core.changes import Changes, EntryChange, RowChange, RowFacts, Said, StatusChange, Told
from loftdb.core.duties import DutyStage
from loftdb.core.meetings.agenda import DUE, Agenda, Group, agenda
from loftdb.core.meetings.records import Decision
from loftdb.core.meetings.shown import (
    COLUMNS,
    Lagging,
    OwedDuty,
    Shown,
    Word,
    digest_of,
    frame_of,
    proposed,
    shown_of,
    text_of,
    without_places,
)
from loftdb.core.model import (
    ActivityKind,
    ActivityState,
    Precision,
    PromiseKind,
    Share,
    Standing,
    Status,
    Thresholds,
    Verdict,
)
from loftdb.core.periods import Period
from tests.core.building import HOME, agreement, period, target

NOON, DAY = datetime.fromisoformat("2024-10-08T07:00"), date(2024, 10, 15)
_TERM = agreement(period("2023-01-01", "2024-12-31"), target(80))
_COUNTED = _TERM.promises[0]
SLOW, STALE, LATE, FINE = (
    replace(_COUNTED, id=f"a/{name}", measures=(), kind=PromiseKind.QUALITY)
    for name in ("slow", "stale", "late", "fine")
)
PROMISES = (FINE, LATE, STALE, SLOW, _COUNTED)


def row(promise: str, state: Standing, year: int | None = 2024, **more: object) -> dict[str, object]:
    start, last = f"{year or 2023}-01-01", f"{year or 2024}-12-31"
    plain: dict[str, object] = dict.fromkeys(COLUMNS)
    plain |= {
        "agreement": "a", "promise": promise, "measure": promise, "number": 7, "municipality": HOME.code,
        "title": "Trafikkontroller", "parties": ["police"], "interval": "year", "comparator": ">=", "every": 1,
        "average": False, "value": 80, "singular": "kontroll", "plural": "kontroller", "minutes": False, "year": year,
        "start": start, "last": last, "target": 80, "held_rule": False, "followed_from": "2023-01-01", "actual": 55,
        "estimated": False, "at_least": False, "preliminary": 0, "planned": 0, "state": state.value,
        "judged_through": "2024-09-30", "signed": True, "days_elapsed": 274, "days_left": 92, "days_total": 366,
        "unbooked": False,
    }  # fmt: skip
    return plain | more


def shown(**more: object) -> Shown:
    words = (
        Word(STALE.id, None, True),
        Word(LATE.id, Said(DAY, Status.DELAYED, "", "", ()), False),
        Word(SLOW.id, Said(DAY, Status.ONGOING, "", "", ()), False),
        Word(FINE.id, Said(DAY, Status.ONGOING, "", "", ()), False),
    )
    state = Shown(
        HOME, "BRÅ", DAY, NOON, None, date(2024, 10, 8), None, (replace(_TERM, promises=PROMISES),),
        (row("a/p", Standing.BEHIND),), words, (), (), (Lagging("a/p", 7, 2024, 11, -4),), (), (), (), Thresholds(),
        Changes(None, NOON),
    )  # fmt: skip
    return replace(state, **more)  # type: ignore[arg-type]


def decision(number: int, due: date, promise: str | None = None, done: date | None = None) -> Decision:
    return Decision(number, 1, 1, promise, "Gör", "Chefen", due, done, "", False, "x", NOON)


def order(found: Agenda) -> list[tuple[str, Group]]:
    return [(item.promise.id, item.group) for item in found.items]


def test_every_promise_comes_once_those_that_lag_first() -> None:
    assert order(agenda(shown(), ())) == [
        ("a/p", Group.LAGGING),
        ("a/stale", Group.STALE),
        ("a/late", Group.OVERDUE),
        ("a/fine", Group.REST),
        ("a/slow", Group.REST),
    ]


def test_an_overdue_decision_brings_its_promise_forward() -> None:
    late, coming = decision(1, date(2024, 10, 14), SLOW.id), decision(2, DAY, FINE.id)
    found = agenda(shown(), (coming, late))
    assert [item.promise.id for item in found.group(Group.OVERDUE)] == ["a/late", "a/slow"]
    assert found.decisions_due == (late, coming)


def test_a_decision_that_is_done_is_told_apart() -> None:
    done, ahead = decision(1, DAY, SLOW.id, DAY), decision(2, date(2024, 11, 1))
    found = agenda(shown(), (done, ahead))
    assert (found.decisions_done, found.decisions_due) == ((done,), ())
    assert all(item.decisions == () for item in found.items)


@pytest.mark.parametrize(
    ("rows", "group"),
    [
        ([row("a/p", Standing.NOT_REACHED)], Group.LAGGING),
        ([row("a/p", Standing.SLIGHTLY_BEHIND)], Group.LAGGING),
        ([row("a/p", Standing.ON_TRACK)], Group.REST),
        ([row("a/p", Standing.BEHIND, 2023)], Group.REST),
        ([row("a/p", Standing.BEHIND, None)], Group.LAGGING),
        ([row("a/p", Standing.BEHIND, None, held_rule=True)], Group.REST),
    ],
)
def test_what_lags_now_is_what_counts(rows: list[dict[str, object]], group: Group) -> None:
    assert dict(order(agenda(shown(rows=tuple(rows), lagging=()), ())))["a/p"] is group


def test_after_its_agreement_has_ended_a_promise_is_told_by_its_last_year() -> None:
    """The council that meets in January judges the year that is over."""
    rows = (row("a/p", Standing.NOT_REACHED), row("a/p", Standing.REACHED, 2023))
    (item, *_) = agenda(shown(day=date(2025, 1, 15), rows=rows), ()).items
    assert (item.promise.id, item.group) == ("a/p", Group.LAGGING)
    assert [(each["year"], each["state"]) for each in item.rows] == [(2024, Standing.NOT_REACHED)]


def test_in_january_last_year_is_told_until_the_new_year_is_signed_off() -> None:
    term = replace(_TERM, period=period("2023-01-01", "2025-12-31"), promises=PROMISES)
    rows = tuple(row("a/p", Standing.BEHIND, year) for year in (2023, 2024, 2025))
    for signed, year in (("2024-11-30", 2024), ("2024-12-31", 2024), ("2025-01-31", 2025)):
        judged = tuple(each | {"judged_through": signed} for each in rows)
        told = shown(day=date(2025, 2, 12), rows=judged, agreements=(term,))
        (item, *_) = agenda(told, ()).items
        assert [each["year"] for each in item.rows] == [year]
        assert (told.years()["a/p"], told.years()[FINE.id]) == (year, 2025)


def test_laege_that_moved_and_entries_come_with_their_promise() -> None:
    before, after = (RowFacts(each, 1, 80, None, None, DAY, True) for each in (Standing.ON_TRACK, Standing.BEHIND))
    start = date(2024, 1, 1)
    rows = (RowChange(7, 2024, start, before, after), RowChange(7, 2023, start, None, after))
    told = Told(
        ActivityKind.SINGLE, ActivityState.DONE, Period.through(DAY, DAY), (Share(7, 1),), Precision.EXACT, "E6", None
    )
    since = Changes(NOON, NOON, entries=(EntryChange(1, None, told),), rows=rows)
    found = agenda(shown(since=since), ())
    assert found.moved == rows[:1]
    assert [each.promise for each in found.entries] == ["a/p"]
    assert [item.promise.id for item in found.items if item.is_changed] == ["a/p"]
    assert without_places(since).entries[0].after == replace(told, place="")


def test_a_new_status_is_something_that_happened() -> None:
    since = Changes(NOON, NOON, statuses=(StatusChange(LATE.id, None, Said(DAY, Status.DELAYED, "", "", ())),))
    assert [item.promise.id for item in agenda(shown(since=since), ()).items if item.is_changed] == [LATE.id]


@pytest.mark.parametrize("stage", DutyStage)
def test_a_follow_up_is_told_when_something_is_to_be_done(stage: DutyStage) -> None:
    duty = OwedDuty("a", "d", "Redovisning", "alla", "2024", Period(DAY, DAY), stage, None)
    assert agenda(shown(duties=(duty,)), ()).duties_due == ((duty,) if stage in DUE else ())


def test_what_is_stored_is_the_same_text_for_the_same_figures() -> None:
    state = shown()
    assert shown_of(text_of(state)) == state
    assert text_of(shown_of(text_of(state))) == text_of(state)
    assert digest_of(text_of(state)) != digest_of(text_of(replace(state, council="Rådet")))
    assert {name: str(kind) for name, kind in frame_of(state).dtypes.items()} == COLUMNS


@pytest.mark.parametrize(
    ("rows", "year", "verdict"),
    [
        ([row("a/p", Standing.REACHED)], 2024, Verdict.FULFILLED),
        ([row("a/p", Standing.ON_TRACK)], 2024, None),
        ([row("a/p", Standing.NOT_REACHED, actual=60)], 2024, Verdict.PARTLY),
        ([row("a/p", Standing.NOT_REACHED, actual=59)], 2024, Verdict.NOT_FULFILLED),
        ([row("a/p", Standing.REACHED, 2023), row("a/p", Standing.NOT_REACHED, actual=70)], None, Verdict.PARTLY),
        ([row("a/p", Standing.REACHED, 2023), row("a/p", Standing.REACHED)], None, Verdict.FULFILLED),
        ([row("a/p", Standing.NO_TARGET, target=None)], 2024, None),
        ([], 2024, None),
    ],
)
def test_the_proposed_verdict_is_that_of_the_figures(
    rows: list[dict[str, object]], year: int | None, verdict: Verdict | None
) -> None:
    assert proposed(shown(rows=tuple(rows)), "a/p", year) is verdict
