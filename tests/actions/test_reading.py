"""What is read: by those who may, as known, fresh after every write."""

from datetime import date, datetime
from pathlib import Path

import pytest

from loftdb.actions.context import Context
from loftdb.actions.logging import log, withdraw
from loftdb.actions.overview import default_year, overview
from loftdb.actions.progress import Scope, agreements, progress
from loftdb.actions.promise import curve, promise_view
from loftdb.actions.register import find_agreement, find_municipality, find_promise, municipalities
from loftdb.actions.search import Query, recent_measures, search
from loftdb.actions.status import Word, history, update
from loftdb.core.access import Grant, Role
from loftdb.core.errors import ConcurrentChange, NotAllowed, NotFound, Refused
from loftdb.core.model import Status
from tests.actions.conftest import (
    AGREEMENT,
    CONTROLS,
    GRUMS,
    NOW,
    OFFICE,
    STROMSTAD,
    VISITS,
    as_actor,
    number,
    police_in,
    reworded,
    single,
)

STRATEGY = "stromstad-2023-2024/krogar-mot-knark"


def test_the_same_question_with_nothing_changed_is_not_asked_again(context: Context) -> None:
    assert progress(context) is progress(context)


def test_a_write_is_seen_at_once(context: Context) -> None:
    before = progress(context)
    log(context, single(context, CONTROLS, "2024-10-15"))
    assert progress(context)["actual"].sum() == before["actual"].sum() + 1


def test_figures_known_at_a_moment_are_not_changed_by_later_work(context: Context) -> None:
    early = datetime.fromisoformat("2024-05-12T10:00")
    activity = log(context, single(context, CONTROLS, "2024-05-10", 4), at=early).activity
    scope = Scope(known_on=datetime.fromisoformat("2024-05-12T12:00"))
    before = progress(context, scope)
    log(context, single(context, CONTROLS, "2024-05-11", 9))
    withdraw(context, activity.id)
    assert progress(context, scope).equals(before)
    assert before["actual"].max() >= 4


def test_a_joint_promise_is_one_in_each_municipality(context: Context) -> None:
    joint = [promise.id for _, promise in _promises(context, "Tanum")]
    assert len(joint) == 1
    assert joint[0] in [promise.id for _, promise in _promises(context, "Strömstad")]


def _promises(context: Context, name: str) -> list[tuple[str, object]]:
    return [(each.id, promise) for each in agreements(context, Scope(municipality=name)) for promise in each.promises]


def test_each_sees_the_own_municipalities_only(context: Context) -> None:
    police = police_in(context, GRUMS)
    assert [each.name for each in municipalities(police)] == ["Grums"]
    assert set(progress(police)["municipality"]) == {GRUMS}
    with pytest.raises(NotFound):
        find_promise(police, CONTROLS)
    with pytest.raises(NotFound):
        find_municipality(police, "Strömstad")
    assert progress(as_actor(context)).empty


def test_the_overview_tells_measured_counted_and_worded_promises_apart(context: Context) -> None:
    seen = overview(context, "stromstad-2023-2024", 2024)
    assert set(seen.judged["promise"]) | set(seen.counted["promise"]) >= {CONTROLS, VISITS}
    assert len(seen.judged) == 7
    assert STRATEGY in [promise.id for promise, _ in seen.statuses]
    with pytest.raises(Refused):
        overview(context, "stromstad-2023-2024", 2025)


def test_the_year_shown_first_is_this_or_the_nearest(context: Context) -> None:
    assert default_year(find_agreement(context, "grastorp-2021"), date(2024, 10, 15)) == 2021
    assert default_year(find_agreement(context, "grums-2023-2025"), date(2024, 10, 15)) == 2024


def test_last_years_number_stands_beside_a_count_without_target(context: Context) -> None:
    promise = "grums-2023-2025/trafikkontroller"
    log(context, single(context, promise, "2023-05-01", 41))
    assert overview(context, "grums-2023-2025", 2024).previous[number(context, promise)] == 41


def test_both_readings_of_an_open_number_are_judged(context: Context) -> None:
    log(context, single(context, VISITS, "2024-05-01", 12))
    [view] = promise_view(context, VISITS).measures
    assert list(view.rows["target"]) == [30]
    assert view.other_rows is not None
    assert list(view.other_rows["target"]) == [30, 30]
    assert list(view.other_rows["actual"]) == [0, 12]


def test_the_windows_of_a_weekly_promise_are_listed(context: Context) -> None:
    log(context, single(context, OFFICE, "2024-10-08"))
    [view] = promise_view(context, OFFICE).measures
    assert len(view.windows) == 156
    assert view.windows["state"].value_counts().to_dict() == {"missed": 92, "upcoming": 62, "running": 1, "held": 1}
    assert view.other_rows is None


def test_the_curve_adds_up_to_the_actual(context: Context) -> None:
    for day, count in (("2024-01-10", 3), ("2024-05-10", 4), ("2023-05-10", 9)):
        log(context, single(context, CONTROLS, day, count))
    drawn = curve(context, CONTROLS, number(context, CONTROLS), 2024)
    assert drawn is not None
    assert drawn.days == [(date(2024, 1, 10), 3), (date(2024, 5, 10), 7)]
    assert (drawn.expected[0][1], drawn.expected[-1]) == (0, (date(2024, 12, 31), 80))
    assert curve(context, CONTROLS, number(context, CONTROLS), 2030) is None


def test_of_a_limit_no_line_is_expected(tmp_path: Path) -> None:
    with reworded(tmp_path, AGREEMENT, 'value: 80, comparator: ">="', 'value: 80, comparator: "<="') as context:
        drawn = curve(context, CONTROLS, number(context, CONTROLS), 2024)
    assert drawn is not None
    assert drawn.expected == []


def test_the_log_is_searched_by_what_may_be_read(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-10-14", place="Nordby"))
    log(context, single(context, OFFICE, "2024-10-08", place="Torget"))
    assert search(context, Query(), 10).total == 4
    assert [each.entry.place for each in search(context, Query(text="nord"), 10).activities] == ["Nordby"]
    assert search(context, Query(municipality=STROMSTAD), 10).total == 1
    assert search(police_in(context, GRUMS), Query(), 10).total == 1
    assert search(as_actor(context), Query(), 10).total == 0


def test_the_recent_promises_are_the_persons_own(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-10-14"))
    log(context, single(context, OFFICE, "2024-10-08"))
    assert recent_measures(context)[:2] == (number(context, OFFICE), number(context, CONTROLS))
    assert recent_measures(police_in(context, GRUMS)) == ()


def test_a_word_on_a_promise_is_dated_and_kept(context: Context) -> None:
    update(context, Word(STRATEGY, NOW.date(), Status.BEGUN, "Tre krögare är med.", "Möte i november."))
    update(context, Word(STRATEGY, NOW.date(), Status.DELAYED, "Mötet ställdes in.", seen=1))
    assert [each.status for each in history(context, STRATEGY)] == [Status.BEGUN, Status.DELAYED]
    seen = overview(context, "stromstad-2023-2024", 2024)
    assert {promise.id: word.done for promise, word in seen.statuses if word}[STRATEGY] == "Mötet ställdes in."


def test_two_who_read_the_same_word_do_not_overwrite_each_other(context: Context) -> None:
    update(context, Word(STRATEGY, NOW.date(), Status.BEGUN))
    with pytest.raises(ConcurrentChange):
        update(context, Word(STRATEGY, NOW.date(), Status.DONE))


@pytest.mark.parametrize(
    ("word", "code"),
    [
        (Word(STRATEGY, date(2024, 12, 1), Status.BEGUN), "status_in_future"),
        (Word(STRATEGY, date(1850, 10, 15), Status.BEGUN), "date_far"),
        (Word(STRATEGY, NOW.date()), "nothing_said"),
        (Word(STRATEGY, NOW.date(), Status.BEGUN, "ring 070-123 45 67"), "phone_number"),
        (Word(STRATEGY, NOW.date(), Status.BEGUN, covered=frozenset({"x"})), "unknown_item"),
    ],
)
def test_a_wrong_word_is_refused(context: Context, word: Word, code: str) -> None:
    with pytest.raises(Refused) as error:
        update(context, word)
    assert [issue.code for issue in error.value.issues] == [code]


def test_who_only_reads_may_not_say(context: Context) -> None:
    with pytest.raises(NotAllowed):
        update(as_actor(context, Grant(Role.READER)), Word(STRATEGY, NOW.date(), Status.BEGUN))
