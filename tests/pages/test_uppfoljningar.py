"""Uppföljningar: what is owed, what comes next first; marking one done, a municipality's year, the underlag."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.view.shell import person_name
from loftdb.view.texts import duties as words
from tests.pages.conftest import RunPage, html, undisturbed

HAMMARO = "hammaro-2023-2025/kommunstyrelsen-hosten-2024"
ACCOUNT = "stromstad-2023-2024/arlig-redovisning:2023"


def plain(app: AppTest) -> str:
    return re.sub("<[^>]+>", " ", html(app))


def button(app: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(each for each in app.button if each.label == label)


def field(app: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(each for each in app.text_input if each.label == label)


def mark(app: AppTest, paragraph: str, case: str) -> AppTest:
    field(app, words.PARAGRAPH).input(paragraph)
    field(app, words.CASE).input(case)
    return button(app, words.SAVE).click().run()


def test_what_comes_next_stands_first_and_what_is_done_is_folded(run_page: RunPage) -> None:
    app = run_page("uppfoljningar")
    assert undisturbed(app)
    shown = plain(app)
    assert "1 dags att genomföra" in shown
    assert "Senast 30 november 2024: 47 dagar kvar." in shown
    assert shown.index("Uppföljning till kommunstyrelsen hösten 2024") < shown.index("redovisning för 2024")
    assert shown.index("redovisning för 2024") < shown.index("Genomförda (1)") < shown.index("redovisning för 2023")


def test_a_municipality_without_follow_ups_says_so_of_itself(run_page: RunPage) -> None:
    [said] = run_page("uppfoljningar", kommun="Grästorp").info
    assert said.value == "Inget medborgarlöfte i Grästorp lovar någon uppföljning."


def test_the_year_of_the_municipality_in_need_is_shown_until_another_is_chosen(run_page: RunPage) -> None:
    assert "Årshjul Hammarö 2024" in plain(run_page("uppfoljningar"))
    other = run_page("uppfoljningar", kommun="Strömstad", ar="2023")
    assert undisturbed(other)
    assert "Årshjul Strömstad 2023" in plain(other)


def test_a_follow_up_to_kommunstyrelsen_needs_paragraph_and_case_and_keeps_what_was_typed(run_page: RunPage) -> None:
    app = mark(run_page("uppfoljningar", uppfoljning=HAMMARO), "hundratolv", "")
    assert [each.value for each in app.error] == [
        "Paragrafen går inte att läsa. Skriv den som § 112 eller Ks § 7/2024.",
        "Uppföljningen görs till kommunstyrelsen. Skriv ärendets diarienummer, som KS 2024/0123.",
    ]
    assert field(app, words.PARAGRAPH).value == "hundratolv"
    assert "Dags att genomföra" in plain(app)


def test_marking_done_and_taking_it_back_leaves_a_trace(run_page: RunPage) -> None:
    app = mark(run_page("uppfoljningar", uppfoljning=HAMMARO), "§ 112", "KS 2024/0123")
    assert [each.value for each in app.success] == [words.SAVED]
    assert "15 oktober 2024, § 112, KS 2024/0123" in plain(app)
    app = button(app, words.UNDO).click().run()
    assert [each.value for each in app.success] == [words.UNDONE]
    shown = plain(app)
    assert "Dags att genomföra" in shown
    assert shown.index(words.TAKEN_BACK) < shown.index("Genomförd 15 oktober 2024, § 112")


def test_a_double_tap_keeps_its_receipt_and_whoever_comes_second_is_told(run_page: RunPage) -> None:
    first, second = (run_page("uppfoljningar", uppfoljning=HAMMARO) for _ in range(2))
    mark(first, "§ 112", "KS 2024/0123")
    assert [each.value for each in first.success] == [words.SAVED]
    assert [each.value for each in first.run().success] == [words.SAVED]
    assert not first.run().success
    assert not first.warning
    mark(second, "§ 113", "KS 2024/0124")
    [told] = second.warning
    assert told.value.startswith("Någon annan har ändrat uppföljningen")
    assert "§ 112, KS 2024/0123" in plain(second)
    assert not second.run().warning


def test_the_public_account_needs_a_date_alone(run_page: RunPage) -> None:
    app = run_page("uppfoljningar", uppfoljning="stromstad-2023-2024/arlig-redovisning:2024")
    assert not app.text_input
    app = button(app, words.SAVE).click().run()
    assert [each.value for each in app.error] == [
        "15 oktober 2024 är för tidigt: uppföljningen börjar förberedas 2 november 2024. Rätta datumet."
    ]


@pytest.mark.parametrize("role", ["chef-karlstad", "lasare", "kommunpolis-karlstad", "samordnare-stromstad"])
def test_only_the_own_coordinator_is_offered_to_mark(run_page: RunPage, role: str) -> None:
    app = run_page("uppfoljningar", roll=person_name(role), uppfoljning=HAMMARO)
    assert not [each for each in app.button if each.label == words.SAVE]


def test_a_manager_sees_the_own_district_only(run_page: RunPage) -> None:
    shown = plain(run_page("uppfoljningar", roll=person_name("chef-karlstad")))
    assert "Hammarö" in shown
    assert "Strömstad" not in shown


def test_somebody_who_may_read_nothing_is_told_so(run_page: RunPage) -> None:
    app = run_page("uppfoljningar", roll=person_name("allmanhet"))
    assert [each.value for each in app.info] == [words.NOTHING_TO_READ]
    assert not app.button


def test_an_unknown_follow_up_leaves_the_list(run_page: RunPage) -> None:
    app = run_page("uppfoljningar", uppfoljning="nix")
    assert [each.value for each in app.warning] == [words.NOT_FOUND.format(asked="nix")]
    assert "Uppföljning till kommunstyrelsen" in plain(app)


def test_the_history_of_what_is_done_says_how_it_went(run_page: RunPage) -> None:
    shown = plain(run_page("uppfoljningar", uppfoljning=ACCOUNT))
    assert shown.count("Genomförd 2") == 2
    assert words.TAKEN_BACK in shown


def test_the_underlag_is_made_when_asked_for_and_gone_when_another_day_is_chosen(run_page: RunPage) -> None:
    app = run_page("uppfoljningar", kommun="Hammarö")
    assert words.MEMO_COPY not in html(app)
    app = button(app, words.MEMO_MAKE).click().run()
    assert undisturbed(app)
    assert "Uppföljning av medborgarlöfte" in html(app)
    assert "FÖRSLAG TILL BESLUT" in html(app)
    day = next(each for each in app.selectbox if each.label == "Läge till och med")
    assert words.MEMO_COPY not in html(day.set_value("2024-08-31").run())
