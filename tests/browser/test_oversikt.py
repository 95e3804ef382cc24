"""Översikt as people use it: at a glance, by mouse, touch and keyboard, on a projector, a phone and paper."""

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage, axe, examine, wait_ready
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
PROJECTOR = (1920, 1080)
STROMSTAD = "/?kommun=Strömstad"


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)
    wait_ready(page)


@pytest.mark.parametrize("size", [PROJECTOR, DESKTOP, PHONE])
def test_axe_finds_nothing_and_nothing_is_cut(server: Server, open_page: OpenPage, size: tuple[int, int]) -> None:
    examine(open_page(server.url + STROMSTAD, size))


def test_axe_finds_nothing_where_the_first_look_is_dark(server: Server, open_page: OpenPage) -> None:
    axe(open_page(server.url + STROMSTAD, dark=True))


def test_the_laggard_and_the_judged_day_are_seen_without_scrolling(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + STROMSTAD)
    for text in ("Läge till och med 31 augusti, avstämt", "1 efter", "42 av 80"):
        expect(page.get_by_text(text, exact=True)).to_be_in_viewport(ratio=1)


def test_a_bar_says_what_it_draws(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + STROMSTAD)
    expect(
        page.get_by_role("img", name="Utfall 42, förväntat hittills 53, preliminärt 9 till, mål 80. Läge: Efter.")
    ).to_be_visible()


def test_a_row_leads_to_its_promise_and_back_without_loading_anew(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/?kommun=Hammarö&ar=2023")
    loaded: list[Request] = []
    page.on("request", lambda request: loaded.append(request) if request.is_navigation_request() else None)
    page.get_by_role("link", name="Lokalt poliskontor varje vecka").click()
    heading(page, "Lokalt poliskontor varje vecka")
    assert "lofte=hammaro-2023-2025%2Flokalt-poliskontor&ar=2023" in page.url
    expect(page.get_by_role("radio", name="2023")).to_be_checked()
    page.go_back()
    heading(page, "Hammarö 2023")
    expect(page.get_by_role("radio", name="2023")).to_be_checked()
    assert not loaded


def test_a_link_opened_in_a_new_tab_shows_the_same(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/?kommun=Hammarö&ar=2023")
    link = page.get_by_role("link", name="Lokalt poliskontor varje vecka").get_attribute("href") or ""
    again = open_page(server.url + link.removeprefix("."))
    heading(again, "Lokalt poliskontor varje vecka")
    expect(again.get_by_role("radio", name="2023")).to_be_checked()


def test_each_choice_is_a_step_for_the_back_button(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/?kommun=Grums&ar=2025")
    page.get_by_role("combobox", name="Kommun").click()
    page.get_by_role("option", name="Strömstad").click()
    heading(page, "Strömstad 2024")
    page.get_by_test_id("stButtonGroup").get_by_text("2023", exact=True).click()
    heading(page, "Strömstad 2023")
    assert page.url.endswith("ar=2023")
    page.go_back()
    heading(page, "Strömstad 2024")
    page.go_back()
    heading(page, "Grums 2025")
    expect(page.get_by_role("combobox", name="Kommun")).to_have_value("Grums")


def test_the_choices_are_made_by_keyboard_alone(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/?kommun=Grums")
    page.get_by_role("combobox", name="Kommun").focus()
    page.keyboard.type("Hamm")
    page.keyboard.press("Enter")
    heading(page, "Hammarö 2024")
    link = page.get_by_role("link", name="Lokalt poliskontor varje vecka")
    link.focus()
    page.keyboard.press("Enter")
    heading(page, "Lokalt poliskontor varje vecka")


def test_a_thumb_may_tap_anywhere_on_a_row(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + STROMSTAD, PHONE)
    box = page.get_by_text("42 av 80", exact=True).bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + 5, box["y"] + 5)
    heading(page, "Trafikkontroller")


def test_the_visitors_role_follows_the_links(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/?roll=L%C3%A4sare+i+alla+kommuner&kommun=Grums")
    page.get_by_role("link", name="Lokalt poliskontor varje vecka").click()
    heading(page, "Lokalt poliskontor varje vecka")
    assert "roll=L" in page.url
    expect(page.get_by_role("link", name="Registrera", exact=True)).to_have_count(1)


def test_paper_shows_the_rows_in_black_without_the_choices(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + STROMSTAD, (794, 1123), dark=True)
    page.emulate_media(media="print")
    expect(page.get_by_role("combobox", name="Kommun")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.get_by_text("42 av 80", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
