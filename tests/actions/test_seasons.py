"""A season is tried before it is saved, saved as a version, and leaves what was known as it was."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from loftdb.actions.context import Context
from loftdb.actions.logging import log
from loftdb.actions.progress import Scope, progress
from loftdb.actions.seasons import CALENDARS, calendars, preview, season, set_season
from loftdb.actions.sheet import sign_off
from loftdb.core.access import Grant, Role
from loftdb.core.errors import ConcurrentChange, DataFileError, NotAllowed, NotFound, Refused
from loftdb.core.model import Party, Season, SeasonKind, Standing
from tests.actions.conftest import CONTROLS, GRUMS, OFFICE, STROMSTAD, VISITS, as_actor, number, single

SCHOOL = Season(SeasonKind.SCHOOL_DAYS)
AUTUMN = Season(SeasonKind.MONTHS, months=(0,) * 8 + (1,) * 4)


def expected(context: Context, measure: str, **scope: object) -> float:
    frame = progress(context, Scope(**scope))  # type: ignore[arg-type]
    [found] = frame[(frame["measure"] == measure) & (frame["year"].isna() | (frame["year"] == 2024))]["expected"]
    return float(found)


def test_a_measure_begins_even_with_its_municipality_s_calendar_at_hand(context: Context) -> None:
    view = season(context, number(context, VISITS))
    assert (view.season, view.version, view.history, view.is_outdated) == (Season(), 0, (), False)
    assert view.may_set
    assert view.calendar
    assert view.calendar.name == "Strömstad"


def test_a_preview_shows_the_line_and_the_state_before_and_after_and_saves_nothing(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-05-02", 40))
    found = preview(context, number(context, CONTROLS), AUTUMN)
    [bend] = [each for each in found.bends if each.year == 2024]
    assert (bend.before.state, bend.after.state) == (Standing.BEHIND, Standing.ON_TRACK)
    assert bend.before.points[-1] == bend.after.points[-1] == (date(2024, 12, 31), 80.0)
    assert dict(bend.after.points)[date(2024, 8, 31)] == 0
    assert (round(bend.before.expected, 1), round(bend.after.expected, 1)) == (63.2, 29.7)
    assert season(context, number(context, CONTROLS)).version == 0


def test_the_preview_is_what_comes_true(context: Context) -> None:
    [bend] = preview(context, number(context, VISITS), SCHOOL).bends
    before = expected(context, VISITS)
    set_season(context, number(context, VISITS), SCHOOL, 0)
    assert before == bend.before.expected
    assert expected(context, VISITS) == bend.after.expected != before


def test_school_days_are_weekdays_of_the_own_terms(context: Context) -> None:
    set_season(context, number(context, VISITS), SCHOOL, 0)
    view = season(context, number(context, VISITS))
    assert view.season.kind is SeasonKind.SCHOOL_DAYS
    assert date(2024, 10, 30) not in view.season.dates
    assert date(2024, 10, 15) in view.season.dates
    assert not view.is_outdated


def test_a_change_is_a_version_and_what_was_known_keeps_its_line(context: Context) -> None:
    measure = number(context, CONTROLS)
    even = expected(context, CONTROLS, on=date(2024, 6, 30))
    set_season(context, measure, AUTUMN, 0)
    known = context.now
    set_season(context, measure, Season(), season(context, measure).version)
    assert [each.season for each in season(context, measure).history] == [AUTUMN, Season()]
    assert expected(context, CONTROLS, on=date(2024, 6, 30)) == even
    assert expected(context, CONTROLS, on=date(2024, 6, 30), known_on=known.replace(hour=7)) == even
    first = season(context, measure).history[0].registered_at
    assert expected(context, CONTROLS, on=date(2024, 6, 30), known_on=first) == 0


def test_a_corrected_calendar_is_told_and_changes_nothing(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_season(context, number(context, VISITS), SCHOOL, 0)
    before = expected(context, VISITS)
    shutil.copytree(CALENDARS, tmp_path / "calendars")
    monkeypatch.setattr("loftdb.actions.seasons.calendars", lambda: calendars(tmp_path / "calendars"))
    file = tmp_path / "calendars" / "1486.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("last: 2024-12-20", "last: 2024-12-19"), encoding="utf-8")
    assert season(context, number(context, VISITS)).is_outdated
    assert expected(context, VISITS) == before
    set_season(context, number(context, VISITS), SCHOOL, season(context, number(context, VISITS)).version)
    assert not season(context, number(context, VISITS)).is_outdated


def test_a_calendar_with_a_mistake_is_refused_where_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "1486.yaml").write_text("municipality: 1486\nname: Strömstad\nterms: []\n", encoding="utf-8")
    with pytest.raises(DataFileError):
        calendars(tmp_path)


@pytest.mark.parametrize(
    ("measure", "choice", "code"),
    [
        (CONTROLS, Season(SeasonKind.MONTHS, months=(0,) * 12), "month_shares_nothing"),
        (CONTROLS, Season(SeasonKind.DATES, dates=(date(2025, 1, 1),)), "booked_date_outside"),
        (OFFICE, SCHOOL, "season_not_by_sum"),
        ("grastorp-2021/trafikkontroller", SCHOOL, "season_not_by_sum"),
    ],
)
def test_what_cannot_be_chosen_is_refused_before_it_is_shown_or_saved(
    context: Context, measure: str, choice: Season, code: str
) -> None:
    for attempt in (preview, lambda *given: set_season(*given, 0)):
        with pytest.raises(Refused) as refused:
            attempt(context, number(context, measure), choice)  # type: ignore[operator]
        assert code in {issue.code for issue in refused.value.issues}


@pytest.mark.parametrize("role", [Role.READER, Role.REGISTRAR, Role.MANAGER, Role.ADMINISTRATOR])
def test_only_coordinators_choose_and_all_readers_may_try(context: Context, role: Role) -> None:
    own = as_actor(context, Grant(role, frozenset({STROMSTAD})))
    measure = number(context, CONTROLS)
    assert not season(own, measure).may_set
    assert preview(own, measure, AUTUMN).bends
    with pytest.raises(NotAllowed):
        set_season(own, measure, AUTUMN, 0)


def test_what_may_not_be_read_is_not_found(context: Context) -> None:
    own = as_actor(context, Grant(Role.COORDINATOR, frozenset({GRUMS})))
    for ask in (season, lambda c, n: preview(c, n, AUTUMN), lambda c, n: set_season(c, n, AUTUMN, 0)):
        with pytest.raises(NotFound):
            ask(own, number(context, CONTROLS))  # type: ignore[operator]


def test_a_double_tap_saves_once_and_two_people_are_told_of_each_other(context: Context) -> None:
    measure = number(context, CONTROLS)
    for _ in range(2):
        set_season(context, measure, AUTUMN, 0, "tap")
    assert len(season(context, measure).history) == 1
    with pytest.raises(ConcurrentChange):
        set_season(context, measure, Season(), 0)


def test_a_preview_is_judged_through_the_signed_month(context: Context) -> None:
    sign_off(context, STROMSTAD, Party.POLICE, date(2024, 8, 1))
    [bend] = [each for each in preview(context, number(context, CONTROLS), AUTUMN).bends if each.year == 2024]
    assert bend.judged_through == date(2024, 8, 31)
