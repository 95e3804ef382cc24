"""Översikt: the state of one agreement in one year, in the order that a meeting needs it."""

import re
from urllib.parse import quote_plus

import pytest

from loftdb.demo.roles import PEOPLE
from loftdb.view.overview import NOTHING_TO_READ
from loftdb.view.shell import person_name
from tests.pages.conftest import RunPage, html, undisturbed


def titles(shown: str) -> list[str]:
    return re.findall(r'class="loft-title[^>]*>([^<]+)<', shown)


def test_the_first_municipality_in_swedish_order_is_shown_at_once(run_page: RunPage) -> None:
    app = run_page("oversikt")
    assert undisturbed(app)
    assert "<h1>Forshaga 2024</h1>" in html(app)
    assert app.selectbox(key="oversikt-kommun").options == [
        "Forshaga", "Grums", "Grästorp", "Hammarö", "Strömstad", "Tanum",
    ]  # fmt: skip


def test_the_address_picks_municipality_and_year(run_page: RunPage) -> None:
    assert "<h1>Strömstad 2023</h1>" in html(run_page("oversikt", kommun="Strömstad", ar="2023"))


def test_everything_a_meeting_asks_for_stands_there(run_page: RunPage) -> None:
    shown = html(run_page("oversikt", kommun="Strömstad"))
    for part in (
        "Läge till och med 31 augusti, avstämt",
        "Uppgift saknas: polisen och kommunen för september",
        "7 av 21 löften har ett måltal",
        "42 av 80",
        "+9 i september och oktober, preliminärt",
        "1 efter",
        "Löften utan måltal",
        "hela 2023",
        "410 av 900 armaturer",
        "Försenat",
    ):
        assert part in shown, part
    assert "%</span>" not in shown


def test_those_who_lag_stand_first(run_page: RunPage) -> None:
    assert titles(html(run_page("oversikt", kommun="Strömstad")))[0] == "Trafikkontroller"


def test_a_weekly_promise_shows_the_weeks_it_was_held(run_page: RunPage) -> None:
    shown = re.sub("<[^>]+>", "", html(run_page("oversikt", kommun="Forshaga", ar="2023")))
    assert "Veckor då löftet hölls: 36 av 52" in shown


def test_problem_areas_are_ranked(run_page: RunPage) -> None:
    assert "1. Narkotika- och alkoholrelaterad brottslighet" in html(run_page("oversikt", kommun="Grums"))


def test_the_joint_promise_is_all_that_tanum_has(run_page: RunPage) -> None:
    app = run_page("oversikt", kommun="Tanum")
    assert undisturbed(app)
    assert titles(html(app)) == ["Utvecklad samverkan med Tanum"]
    assert "0 av 1 löfte har ett måltal" in html(app)


def test_each_row_leads_to_its_promise_and_year(run_page: RunPage) -> None:
    shown = html(run_page("oversikt", kommun="Strömstad", ar="2023"))
    assert 'href="./lofte?lofte=stromstad-2023-2024%2Ftrafikkontroller&amp;ar=2023"' in shown


def test_links_keep_who_the_visitor_is(run_page: RunPage) -> None:
    app = run_page("oversikt", kommun="Hammarö", roll=person_name("kommunpolis-karlstad"))
    assert f"roll={quote_plus(person_name('kommunpolis-karlstad'))}" in html(app)


def test_changing_municipality_falls_back_to_a_year_that_it_has(run_page: RunPage) -> None:
    app = run_page("oversikt", kommun="Grums", ar="2025")
    app.selectbox(key="oversikt-kommun").set_value("Strömstad").run()
    assert "<h1>Strömstad 2024</h1>" in html(app)
    assert undisturbed(app)
    assert app.query_params["kommun"] == "Strömstad"
    assert app.query_params["ar"] == "2024"


@pytest.mark.parametrize(("kommun", "ar"), [("Kiruna", "2024"), ("Grums", "1999"), ("Grums", "i år")])
def test_an_unknown_address_says_what_is_shown_instead(run_page: RunPage, kommun: str, ar: str) -> None:
    app = run_page("oversikt", kommun=kommun, ar=ar)
    assert not app.exception
    assert [f"{text}” finns inte att visa" in app.warning[0].value for text in (kommun, ar)].count(True) == 1


def test_a_municipality_of_others_is_not_told_apart_from_an_unknown_one(run_page: RunPage) -> None:
    app = run_page("oversikt", kommun="Strömstad", roll=person_name("kommunpolis-karlstad"))
    assert "”Strömstad” finns inte att visa" in app.warning[0].value
    assert "<h1>Forshaga 2024</h1>" in html(app)


@pytest.mark.parametrize("key", [person.key for person in PEOPLE])
def test_every_role_meets_a_page_without_errors(run_page: RunPage, key: str) -> None:
    app = run_page("oversikt", roll=person_name(key))
    assert undisturbed(app)
    assert [box.value for box in app.info] == ([NOTHING_TO_READ] if key == "allmanhet" else [])


def test_words_on_sensitive_promises_are_for_those_who_may_read_them(run_page: RunPage) -> None:
    secret = "Krögarträff hållen inför sommaren."
    assert secret in html(run_page("oversikt", kommun="Strömstad"))
    assert secret not in html(run_page("oversikt", kommun="Strömstad", roll=person_name("lasare")))


def test_a_person_may_pick_another_day_and_promises_keep_it(run_page: RunPage) -> None:
    app = run_page("oversikt", kommun="Strömstad", till="2024-03-31")
    assert undisturbed(app)
    assert "Läge till och med 31 mars, avstämt" in html(app)
    assert "till=2024-03-31" in html(app)
    told = run_page("lofte", lofte="stromstad-2023-2024/trafikkontroller", ar="2024", till="2024-03-31")
    assert "Läge till och med 31 mars, avstämt" in html(told)
