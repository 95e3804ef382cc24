"""Månadsblad: March for three municipalities, by keyboard and by thumb, signed, and kept through a power cut."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from loftdb.view.shell import person_name
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Serve, examine, wait_ready
from tests.browser.serving import Server

POLICE = person_name("kommunpolis-karlstad")


def address(server: Server, page: str, **params: str) -> str:
    return f"{server.url}/{page}?{urlencode({'roll': POLICE, **params})}"


def numbers(page: Page) -> Locator:
    return page.get_by_test_id("stNumberInputField")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def answer(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text="Sparat")


def known(page: Page) -> tuple[str, ...]:
    """Return through when an overview judges the police and how many weeks the office was held; leave the page."""
    text = page.get_by_test_id("stMain").inner_text().replace("\xa0", " ")
    page.close()
    found = re.search(
        r"olisens löften: läge till och med (\d+ \w+).*Veckor då löftet hölls:\s+(\d+ av \d+)", text, re.DOTALL
    )
    assert found, text
    return found.groups()


def test_march_for_three_municipalities_is_filled_signed_and_moves_the_standing(
    own_server: Serve, open_page: OpenPage
) -> None:
    server = own_server()
    overview = {"kommun": "Grums", "ar": "2024"}
    assert known(open_page(address(server, "", **overview))) == ("29 februari", "7 av 8")

    page = open_page(address(server, "manadsblad", manad="2024-03"))
    expect(page.get_by_role("heading", level=2)).to_have_text(["Forshaga", "Grums", "Hammarö"])
    numbers(page).first.focus()
    for count in range(numbers(page).count()):
        page.keyboard.type(str(4 + count % 3))
        page.keyboard.press("Enter")
    for box in page.get_by_role("checkbox", disabled=False).all():
        box.focus()
        page.keyboard.press("Space")
    filled = [each.input_value() for each in numbers(page).all()]
    assert filled == [str(4 + count % 3) for count in range(len(filled))]
    button(page, "Spara och stäm av").press("Enter")
    expect(answer(page)).to_contain_text("Sparat och avstämt: mars 2024.")
    expect(answer(page).get_by_text("Avstämt till och med 31 mars 2024.")).to_have_count(3)
    expect(answer(page)).to_be_in_viewport()
    expect(button(page, "Spara och stäm av")).to_have_count(0)
    page.close()

    server.kill()
    again = own_server(server.talk.with_name("demo.duckdb"))
    assert known(open_page(address(again, "", **overview))) == ("31 mars", "12 av 13")
    page = open_page(address(again, "manadsblad", manad="2024-03"))
    assert [each.input_value() for each in numbers(page).all()] == filled


def test_typing_runs_nothing_and_is_lost_by_nothing_but_leaving(server: Server, open_page: OpenPage) -> None:
    page = open_page(address(server, "manadsblad", manad="2024-03"), PHONE)
    first = numbers(page).first
    first.tap()
    page.keyboard.type("12")
    numbers(page).nth(1).tap()
    wait_ready(page)
    expect(first).to_have_value("12")
    expect(answer(page)).to_have_count(0)


def test_all_refused_numbers_are_told_at_once_and_what_was_typed_stays(written: Server, open_page: OpenPage) -> None:
    page = open_page(address(written, "manadsblad", manad="2024-03"), PHONE)
    controls = page.get_by_role("spinbutton", name=re.compile(", Trafikkontroller")).all()
    for field in controls:
        field.fill("0")
    page.get_by_role("spinbutton", name="Besök på skolor och fritidsgård").fill("9")
    button(page, "Spara och stäm av").tap()
    expect(page.get_by_text("Inget är sparat. Rätta det som är markerat.")).to_be_in_viewport()
    expect(page.get_by_text("har redan")).to_have_count(len(controls))
    expect(page.get_by_role("spinbutton", name="Besök på skolor och fritidsgård")).to_have_value("9")
    expect(page.get_by_text("Avstämt till och med 29 februari 2024.")).to_have_count(3)


def test_a_negative_number_is_refused_in_words(server: Server, open_page: OpenPage) -> None:
    page = open_page(address(server, "manadsblad", manad="2024-03"), PHONE)
    numbers(page).first.fill("-1")
    button(page, "Bara spara").tap()
    expect(page.get_by_text("Antalet kan inte vara mindre än 0.")).to_be_visible()
    expect(numbers(page).first).to_have_value("-1")


def test_every_field_is_told_apart_by_ear(server: Server, open_page: OpenPage) -> None:
    page = open_page(address(server, "manadsblad", manad="2024-03"), PHONE)
    week = "Forshaga, Lokalt poliskontor varje vecka, v. 10"
    expect(page.get_by_role("checkbox", name=week, exact=True)).to_have_count(1)
    expect(page.get_by_role("spinbutton", name=re.compile("^Hammarö, Trafikkontroller"))).to_be_visible()
    seen = page.get_by_test_id("stCheckbox").first.locator("em").bounding_box()
    assert seen is not None
    assert seen["width"] <= 1


def test_a_double_tap_saves_the_sheet_once(written: Server, open_page: OpenPage) -> None:
    page = open_page(address(written, "manadsblad", manad="2024-03"), PHONE)
    field = page.get_by_role("spinbutton", name="Besök på skolor och fritidsgård")
    field.fill("9")
    page.evaluate("() => { const b = document.querySelector('.st-key-blad_save button'); b.click(); b.click(); }")
    expect(answer(page)).to_contain_text("0 → 9")
    expect(field).to_have_value("9")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_tab_stops_at_numbers_and_weeks_not_at_plus_and_minus(server: Server, open_page: OpenPage) -> None:
    page = open_page(address(server, "manadsblad", manad="2024-03"))
    numbers(page).first.focus()
    page.keyboard.press("Tab")
    expect(numbers(page).nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(numbers(page).nth(2)).to_be_focused()
    page.keyboard.press("Shift+Enter")
    expect(numbers(page).nth(1)).to_be_focused()


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_axe_finds_nothing(server: Server, open_page: OpenPage, size: tuple[int, int]) -> None:
    examine(open_page(address(server, "manadsblad", manad="2024-03"), size))
