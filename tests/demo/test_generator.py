"""The demo is the same each time, could have been logged by its people, and shows what a BRÅ meeting would want."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from loftdb.actions.context import Context
from loftdb.actions.deviations import deviations, needing
from loftdb.actions.drafts import promise_history
from loftdb.actions.duties import duties
from loftdb.actions.lagging import lagging
from loftdb.actions.needed import needed
from loftdb.actions.progress import Scope, progress
from loftdb.actions.register import find_municipality, measures, municipalities, reference
from loftdb.actions.search import recent_measures
from loftdb.actions.seasons import season
from loftdb.actions.setup import LOCAL_USER, PROGRAM
from loftdb.actions.sheet import Filled, save, sheet
from loftdb.core import privacy
from loftdb.core.access import Action, allowed
from loftdb.core.duties import DutyStage
from loftdb.core.entries import issues, warnings
from loftdb.core.errors import DatabaseExists
from loftdb.core.model import Activity, ActivityKind, ActivityState, Party, Precision, SeasonKind, Status
from loftdb.core.moments import local_day
from loftdb.core.periods import month
from loftdb.core.sheets import FilledWeek, WeekState
from loftdb.demo.generator import CLOCK, generate
from loftdb.demo.roles import FORSHAGA, GRUMS, HAMMARO, PEOPLE, STROMSTAD, person
from loftdb.store import signoffs, status
from loftdb.store.consistency import check
from loftdb.store.database import Database

Entered = dict[int, tuple[Activity, ...]]

OFFICE = "lokalt-poliskontor"


def standing(context: Context, measure: str, year: int | None = None, on: date | None = None) -> pd.Series:
    frame = progress(context, Scope(on=on))
    rows = frame[(frame["measure"] == measure) & (frame["year"] == year if year else frame["year"].isna())]
    assert len(rows) == 1
    return rows.iloc[0]


def versions(entered: Entered) -> list[Activity]:
    return [version for history in entered.values() for version in history]


def test_two_runs_give_the_same_figures(demo: Context, tmp_path: Path) -> None:
    generate(tmp_path / "again.duckdb")
    again = Database.open(tmp_path / "again.duckdb")
    for scope in (Scope(), Scope(on=date(2024, 10, 15)), Scope(known_on=CLOCK.replace(month=3))):
        pd.testing.assert_frame_equal(progress(demo, scope), progress(Context(again, LOCAL_USER, CLOCK), scope))
    again.close()


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "loft.duckdb"
    path.write_bytes(b"mine")
    with pytest.raises(DatabaseExists):
        generate(path)
    assert path.read_bytes() == b"mine"


def test_a_failure_leaves_no_half_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loftdb.demo.generator.words", lambda: iter([None]))
    with pytest.raises(AttributeError):
        generate(tmp_path / "demo.duckdb")
    assert not (tmp_path / "demo.duckdb").exists()


def test_the_clock_stands_still(demo: Context) -> None:
    assert demo.database.clock == CLOCK
    assert demo.today == date(2024, 10, 15)


def test_the_check_finds_nothing(demo: Context) -> None:
    assert check(demo.database) == ()


def test_the_agreements_are_followed_from_their_start(demo: Context) -> None:
    assert all(each.followed_from == each.period.start for each in reference(demo).agreements)


def test_everything_could_have_been_logged_when_it_was(demo: Context, entered: Entered) -> None:
    counted = measures(demo)
    for version in versions(entered):
        if version.entry.state is not ActivityState.WITHDRAWN:
            assert list(issues(version.entry, counted, local_day(version.registered_at))) == [], version


def test_everybody_was_allowed_to_log_what_they_did(entered: Entered) -> None:
    actors = {each.actor.name: each.actor for each in PEOPLE}
    for version in versions(entered):
        action = Action.LOG if version.version == 1 else Action.CORRECT
        if version.by != PROGRAM:
            assert allowed(actors[version.by], action, version.municipality, version.party), version


def test_nothing_was_registered_after_the_clock(demo: Context, entered: Entered) -> None:
    assert max(version.registered_at for version in versions(entered)) <= CLOCK
    assert max(each.registered_at for each in signoffs.sign_offs(demo.database)) <= CLOCK
    assert max(each.registered_at for each in status.latest(demo.database).values()) <= CLOCK


def test_a_month_was_signed_after_its_end_and_after_all_its_entries(demo: Context, entered: Entered) -> None:
    for signed in signoffs.sign_offs(demo.database):
        assert local_day(signed.registered_at) > month(signed.month).last
        late = [
            each.id
            for each in (history[0] for history in entered.values())
            if (each.municipality, each.party) == (signed.municipality, signed.party)
            and each.entry.days.last in month(signed.month)
            and each.entry.precision is Precision.EXACT
            and each.registered_at > signed.registered_at
        ]
        assert late == []


def test_no_text_holds_personal_data(demo: Context, entered: Entered) -> None:
    texts = [text for each in versions(entered) for text in (each.entry.place, each.entry.note)]
    for promise in {promise.id for _, promise in reference(demo).promises()}:
        texts += [text for each in status.history(demo.database, promise) for text in (each.done, each.next_step)]
    assert sum(bool(text) for text in texts) > 200
    for text in set(texts):
        assert [*privacy.refusals(text, "text"), *privacy.warnings(text, "text")] == []


def test_what_was_said_was_said_of_promises_followed_in_words(demo: Context) -> None:
    promises = {promise.id: promise for _, promise in reference(demo).promises()}
    for promise_id, word in status.latest(demo.database).items():
        assert promises[promise_id].is_told_in_words
        assert set(word.covered) <= {item.key for item in promises[promise_id].items}


@pytest.mark.parametrize(
    ("measure", "year", "state"),
    [
        ("stromstad-2023-2024/trafikkontroller", 2023, "reached"),
        ("stromstad-2023-2024/trafikkontroller", 2024, "behind"),
        ("stromstad-2023-2024/fot-och-cykelpatruller", 2023, "not_reached"),
        ("stromstad-2023-2024/fot-och-cykelpatruller", 2024, "on_track"),
        ("stromstad-2023-2024/skol-och-fritidsgardsbesok", None, "on_track"),
        ("stromstad-2023-2024/grann-och-batsamverkan", 2024, "slightly_behind"),
        ("stromstad-2023-2024/trygghetsvandringar-vid-skolor", None, "reached"),
        (f"hammaro-2023-2025/{OFFICE}", 2024, "on_track"),
        (f"grums-2023-2025/{OFFICE}", 2024, "slightly_behind"),
        (f"forshaga-2023-2025/{OFFICE}", 2024, "behind"),
    ],
)
def test_the_meeting_has_something_to_talk_about(demo: Context, measure: str, year: int | None, state: str) -> None:
    assert standing(demo, measure, year)["state"] == state


def test_a_year_was_over_delivered_and_a_term_is_three_of_two(demo: Context) -> None:
    assert standing(demo, "stromstad-2023-2024/trafikkontroller", 2023)["actual"] == 95
    assert standing(demo, "stromstad-2023-2024/trygghetsvandringar-vid-skolor")["actual"] == 3


def test_no_day_is_booked_for_the_conference(demo: Context) -> None:
    assert standing(demo, "stromstad-2023-2024/samverkanskonferens", 2024, on=demo.today)["unbooked"]


def test_grastorp_keeps_its_two_published_figures(demo: Context) -> None:
    frame = progress(demo, Scope(agreement="grastorp-2021"))
    assert frame.set_index("measure")["actual"][lambda actual: actual > 0].to_dict() == {
        "grastorp-2021/trafikkontroller": 55,
        "grastorp-2021/spontana-besok": 15,
    }


def test_a_target_was_revised_by_a_decision(demo: Context) -> None:
    _, _, measure = next(
        each for each in measures(demo).values() if each[2].id == "stromstad-2023-2024/fot-och-cykelpatruller"
    )
    before, after = measure.targets
    assert (before.value, after.value, after.valid_from) == (40, 50, date(2024, 7, 1))
    assert after.decision
    assert after.reason
    assert standing(demo, measure.id, 2024)["target"] == 45


@pytest.mark.parametrize(
    ("municipality", "party", "last"),
    [
        (STROMSTAD, Party.POLICE, date(2024, 8, 1)),
        (STROMSTAD, Party.MUNICIPALITY, date(2024, 8, 1)),
        (GRUMS, Party.POLICE, date(2024, 2, 1)),
        (FORSHAGA, Party.POLICE, date(2024, 2, 1)),
        (HAMMARO, Party.POLICE, date(2024, 2, 1)),
        (GRUMS, Party.MUNICIPALITY, date(2024, 5, 1)),
        (HAMMARO, Party.MUNICIPALITY, date(2024, 8, 1)),
        (FORSHAGA, Party.MUNICIPALITY, None),
    ],
)
def test_the_parties_have_signed_as_far_as_they_have_come(
    demo: Context, municipality: int, party: Party, last: date | None
) -> None:
    signed = [
        each.month
        for each in signoffs.sign_offs(demo.database)
        if (each.municipality, each.party) == (municipality, party)
    ]
    assert max(signed, default=None) == last
    assert len(signed) == len(set(signed)) == ((last.year - 2023) * 12 + last.month if last else 0)


def test_a_signed_month_is_a_zero(demo: Context, entered: Entered) -> None:
    logged = {(each.municipality, each.party, month(each.entry.days.last).start) for each in versions(entered)}
    signed = {(each.municipality, each.party, each.month) for each in signoffs.sign_offs(demo.database)}
    assert signed - logged


def test_whole_months_are_reported_weeks_later(entered: Entered) -> None:
    batches = [
        each for (each, *_) in entered.values() if each.entry.kind is ActivityKind.BATCH and not each.entry.weeks
    ]
    assert len(batches) > 100
    assert any((local_day(each.registered_at) - each.entry.days.last).days > 10 for each in batches)
    assert all(local_day(each.registered_at) > each.entry.days.last for each in batches)


def test_weeks_are_missed_and_cancelled_with_their_reasons(demo: Context, entered: Entered) -> None:
    cancelled = [each.entry for each in versions(entered) if each.entry.state is ActivityState.CANCELLED]
    assert len({entry.reason for entry in cancelled}) >= 3
    row = standing(demo, f"forshaga-2023-2025/{OFFICE}", 2023)
    assert (row["held"], row["completed"], row["longest_gap"]) == (36, 52, 7)


def test_something_was_corrected_and_something_withdrawn(entered: Entered) -> None:
    histories = list(entered.values())
    assert any(len(each) > 1 and each[0].entry.shares != each[-1].entry.shares for each in histories)
    assert any(len(each) > 1 and each[0].entry.place != each[-1].entry.place for each in histories)
    assert any(each[-1].entry.state is ActivityState.WITHDRAWN for each in histories)


def test_a_booked_occasion_was_held_and_another_called_off(entered: Entered) -> None:
    ends = {each[-1].entry.state for each in entered.values() if each[0].entry.state is ActivityState.PLANNED}
    assert ends == {ActivityState.PLANNED, ActivityState.DONE, ActivityState.CANCELLED}


def test_only_announced_occasions_lie_ahead(demo: Context, entered: Entered) -> None:
    ahead = [each[-1].entry for each in entered.values() if each[-1].entry.days.last > demo.today]
    assert len(ahead) >= 5
    assert all(entry.state is ActivityState.PLANNED for entry in ahead)


def test_one_activity_counts_toward_two_promises(entered: Entered) -> None:
    shared = [each[-1] for each in entered.values() if len(each[-1].entry.shares) == 2]
    assert {tuple(share.count for share in each.entry.shares) for each in shared} == {(1, 2), (1, 1)}


def test_one_occasion_lies_outside_the_period(demo: Context, entered: Entered) -> None:
    found = [
        issue.code
        for history in entered.values()
        for issue in warnings(history[-1].entry, measures(demo), demo.today)
        if issue.code != "planned_in_the_past"
    ]
    assert found == ["outside_period"]


def test_one_number_is_known_only_roughly(demo: Context) -> None:
    assert standing(demo, "hammaro-2023-2025/vaktarinsatser", 2023)["estimated"]


def test_quality_promises_have_a_history_one_is_stale_and_one_late(demo: Context) -> None:
    latest = status.latest(demo.database)
    assert len(status.history(demo.database, "stromstad-2023-2024/led-armaturer")) == 2
    assert latest["stromstad-2023-2024/led-armaturer"].status is Status.DELAYED
    assert latest["stromstad-2023-2024/vagledning-om-vald"].status is Status.DONE
    stale = latest["grums-2023-2025/delade-lagesbilder"]
    assert stale.status is Status.ONGOING
    assert (demo.today - stale.on).days > 180


def test_some_items_of_a_list_are_covered(demo: Context) -> None:
    assert status.latest(demo.database)["hammaro-2023-2025/informationskampanjer"].covered == (
        "foraldrar",
        "mellanstadiet",
    )


@pytest.mark.parametrize(
    "key",
    ["alla", "kommunpolis-karlstad", "kommunpolis-stromstad", "handlaggare-stromstad", "samordnare-stromstad"],
)
def test_those_who_log_find_their_recent_promises(demo: Context, key: str) -> None:
    assert len(recent_measures(Context(demo.database, person(key).actor, CLOCK))) >= 3


def test_the_visitors_recent_promises_span_the_municipalities(demo: Context) -> None:
    found = recent_measures(demo)[:4]
    titles = {
        (promise.home, promise.id.split("/")[1]) for number in found for _, promise, _ in [measures(demo)[number]]
    }
    assert {(STROMSTAD, "trafikkontroller"), (FORSHAGA, OFFICE)} <= titles


def test_reasons_are_written_for_some_of_what_lags_and_left_for_the_rest(demo: Context) -> None:
    written = deviations(demo)
    assert len(written) == 4
    texts = [text for each in written.values() for text in (each.internal, each.public) if text]
    assert [issue for text in texts for issue in (*privacy.refusals(text, "t"), *privacy.warnings(text, "t"))] == []
    left = {each.key: each.deviation for each in needing(demo)}
    assert left["stromstad-2023-2024/trafikkontroller", 2024] is None
    assert left[f"grums-2023-2025/{OFFICE}", 2023]
    assert ("stromstad-2023-2024/fot-och-cykelpatruller", 2023) not in left
    assert ("stromstad-2023-2024/led-armaturer", 2024) not in left


def test_everybody_was_allowed_to_write_and_mark_what_they_did(demo: Context) -> None:
    actors = {each.actor.name: each.actor for each in PEOPLE}
    homes = {promise.id: promise.home for _, promise in reference(demo).promises()}
    for each in deviations(demo).values():
        assert allowed(actors[each.by], Action.WRITE_DEVIATION, homes[each.subject])
    [account] = [each.mark for each in duties(demo) if each.mark]
    assert allowed(actors[account.by], Action.EDIT_AGREEMENTS, STROMSTAD)


def test_one_duty_is_done_after_a_slip_one_is_to_be_done_and_one_is_to_come(demo: Context) -> None:
    assert [each.stage for each in duties(demo)] == [DutyStage.DONE, DutyStage.PERFORM, DutyStage.UPCOMING]
    done = duties(demo)[0]
    assert done.mark
    assert (done.version, done.mark.on) == (3, date(2024, 3, 26))


def test_school_visits_follow_the_school_days_of_stromstad(demo: Context) -> None:
    [number] = [number for number, known in measures(demo).items() if known[2].id.endswith("-fritidsgardsbesok")
                and known[2].targets]  # fmt: skip
    view = season(demo, number)
    assert view.season.kind is SeasonKind.SCHOOL_DAYS
    assert not view.is_outdated


def test_the_lists_of_what_lags_have_something_to_show(demo: Context) -> None:
    found = lagging(demo)
    assert len(found.rows) >= 4
    assert len(found.stale) >= 3
    assert found.silent
    assert sum(row.remaining for row in needed(demo).rows) > 50


def test_filling_in_march_and_signing_it_moves_the_standing(demo: Context) -> None:
    march = date(2024, 3, 1)
    homes = {each.code: each for each in municipalities(demo)}
    sheets = [sheet(demo, homes[code], Party.POLICE, march) for code in (GRUMS, FORSHAGA, HAMMARO)]
    offices = [line for each in sheets for line in each.lines if line.weeks]
    weeks = tuple(FilledWeek(line.measure.number, box.monday, WeekState.HELD) for line in offices for box in line.weeks)
    assert {box.state for line in offices for box in line.weeks} == {WeekState.OPEN}
    save(demo, Filled(Party.POLICE, march, weeks=weeks, sign=frozenset({GRUMS, FORSHAGA, HAMMARO})))
    assert standing(demo, f"grums-2023-2025/{OFFICE}", 2024)["state"] == "on_track"
    assert standing(demo, f"forshaga-2023-2025/{OFFICE}", 2024)["state"] == "slightly_behind"
    assert standing(demo, f"hammaro-2023-2025/{OFFICE}", 2024)["held"] == 13


def test_some_of_march_is_already_logged(demo: Context) -> None:
    found = sheet(demo, find_municipality(demo, "Hammarö"), Party.POLICE, date(2024, 3, 1))
    assert found.sign_off is None
    assert sum(line.logged for line in found.lines) >= 2


def test_some_functions_are_made_up_from_the_first_day_and_name_nobody(demo: Context) -> None:
    said = {promise.id: promise.function for _, promise in reference(demo).promises() if promise.function}
    assert len(said) == 7
    assert not [text for text in said.values() for _ in (*privacy.refusals(text, ""), *privacy.warnings(text, ""))]
    assert f"forshaga-2023-2025/{OFFICE}" not in said
    for subject in said:
        assert len({each.valid_from for each in promise_history(demo, subject)}) == 1
