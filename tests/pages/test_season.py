"""The season on Löfte: told to everybody, tried and saved by those who edit the agreement."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.core.model import SeasonKind
from loftdb.view.shell import person_name
from loftdb.view.texts import seasons as words
from tests.pages.conftest import RunPage, html, undisturbed

CONTROLS = "stromstad-2023-2024/trafikkontroller"
VISITS = "stromstad-2023-2024/skol-och-fritidsgardsbesok"
OFFICE = "forshaga-2023-2025/lokalt-poliskontor"


def plain(app: AppTest) -> str:
    return re.sub(" +", " ", re.sub("<[^>]+>", " ", html(app)))


def choose(app: AppTest, kind: SeasonKind) -> AppTest:
    [radio] = [each for each in app.radio if each.label == words.KIND]
    return radio.set_value(kind).run()


def shares(app: AppTest):  # type: ignore[no-untyped-def]
    return [each for each in app.number_input if str(each.key).startswith("season")]


def save(app: AppTest) -> AppTest:
    return next(each for each in app.button if each.label == words.SAVE).click().run()


def can_save(app: AppTest) -> bool:
    return any(each.label == words.SAVE for each in app.button)


def chart(app: AppTest) -> str:
    return next(each.proto.alt for each in app.get("plotly_chart") if "efter ändringen" in each.proto.alt)


def test_a_reader_sees_which_profile_holds_and_why_the_line_bends(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=VISITS, roll=person_name("lasare"))
    shown = plain(app)
    assert "Skoldagar. Förväntat följer skoldagarna i Strömstad" in shown
    assert "Ändrat från och med 18 januari 2023: Skoldagar" in shown
    assert not app.radio


def test_nothing_is_previewed_or_saved_before_something_else_is_chosen(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=CONTROLS, ar="2024")
    assert "Jämnt över året. Förväntat stiger lika mycket varje dag." in plain(app)
    assert not can_save(app)


def test_the_effect_is_shown_before_it_is_saved_and_comes_true(run_page: RunPage) -> None:
    app = choose(run_page("lofte", lofte=CONTROLS, ar="2024"), SeasonKind.SCHOOL_DAYS)
    assert undisturbed(app)
    assert "53 blir 46 trafikkontroller förväntade till och med 31 augusti 2024" in plain(app)
    assert "Läget ändras från Efter till Något efter." in plain(app)
    assert "53 som det är nu och 46 efter ändringen" in chart(app)
    app = save(app)
    assert [each.value for each in app.success] == [words.SAVED]
    shown = plain(run_page("lofte", lofte=CONTROLS, ar="2024"))
    assert "väntades 46; 4 saknas" in shown
    assert "Ändrat från och med 15 oktober 2024: Skoldagar" in shown


def test_own_month_shares_say_where_most_is_expected(run_page: RunPage) -> None:
    app = choose(run_page("lofte", lofte=CONTROLS, ar="2024"), SeasonKind.MONTHS)
    assert len(shares(app)) == 12
    for each in shares(app)[:8]:
        each.set_value(0)
    app = shares(app)[9].set_value(3).run()
    assert "53 blir 0 trafikkontroller" in plain(app)
    app = save(app)
    assert "Mest väntas i oktober, inget i januari, februari, mars" in plain(app)


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ("2024-11-31", "”2024-11-31” är inget datum. Skriv det som 2024-11-13, ett på varje rad."),
        ("2025-01-07", "7 januari 2025 ligger utanför perioden 1 januari 2023–31 december 2024. Rätta datumet."),
        ("2024-05-02, 2024-05-02", "2 maj 2024 står två gånger. Ta bort det ena."),
        ("", "Skriv minst ett datum."),
    ],
)
def test_wrong_dates_are_refused_with_the_reason(run_page: RunPage, dates: str, sentence: str) -> None:
    app = choose(run_page("lofte", lofte=CONTROLS, ar="2024"), SeasonKind.DATES)
    [field] = [each for each in app.text_area if each.label == words.BOOKED]
    app = field.input(dates).run()
    assert [each.value for each in app.warning] == [sentence]
    assert not can_save(app)


def test_all_months_at_nothing_are_refused(run_page: RunPage) -> None:
    app = choose(run_page("lofte", lofte=CONTROLS, ar="2024"), SeasonKind.MONTHS)
    for each in shares(app):
        each.set_value(0)
    app = app.run()
    assert [each.value for each in app.warning] == ["Alla månader har andelen 0. Ge minst en månad en andel."]


@pytest.mark.parametrize("role", ["lasare", "kommunpolis-stromstad", "handlaggare-stromstad"])
def test_only_who_edits_agreements_may_change_it(run_page: RunPage, role: str) -> None:
    assert not run_page("lofte", lofte=CONTROLS, roll=person_name(role)).radio


def test_a_weekly_promise_has_no_season(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=OFFICE)
    assert words.CHANGE not in [each.label for each in app.expander]
    assert "Jämnt över året" not in plain(app)
