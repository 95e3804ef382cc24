"""Registrera on a phone and by keyboard: three taps, told at once, kept through a power cut."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from loftdb.view.shell import person_name
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Serve, examine, wait_ready
from tests.browser.serving import Server

POLICE = person_name("kommunpolis-stromstad")
CONTROLS = "stromstad-2023-2024/trafikkontroller"


def address(server: Server, page: str, **params: str) -> str:
    return f"{server.url}/{page}?{urlencode({'roll': POLICE, **params})}"


def chip(page: Page, name: str = "Strömstad · Trafikkontroller") -> Locator:
    return page.get_by_role("radio", name=name, exact=True)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def receipt(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text=re.compile("Sparat|Ångrat"))


def standing(page: Page) -> int:
    """Return how many are logged after the judged day, as the receipt says."""
    text = page.get_by_role("status").filter(has_text="av 80").inner_text()
    found = re.search(r"\+(\d+) i", text)
    assert found, text
    return int(found.group(1))


def preliminary(page: Page) -> int:
    """Return the same of the first traffic control row on Översikt or Löfte, and leave the page."""
    text = page.get_by_text(re.compile(r"\+\d+ i september")).first.inner_text()
    page.close()
    return int(re.search(r"\+(\d+)", text).group(1))  # type: ignore[union-attr]


def test_three_taps_log_a_traffic_control_and_it_is_one_more_everywhere(own_server: Serve, open_page: OpenPage) -> None:
    server = own_server()
    pages = [("", {"kommun": "Strömstad", "ar": "2024"}), ("lofte", {"lofte": CONTROLS, "ar": "2024"})]
    before = [preliminary(open_page(address(server, name, **more), PHONE)) for name, more in pages]

    page = open_page(address(server, "registrera"), PHONE)
    expect(page.get_by_text("Tisdag 15 oktober, v. 42")).to_be_visible()
    chip(page).tap()
    button(page, "Spara").tap()
    expect(receipt(page)).to_have_text("Sparat: 1 trafikkontroll, Strömstad, tisdag 15 oktober 2024, v. 42.")
    assert standing(page) == before[0] + 1
    expect(receipt(page)).to_be_in_viewport()
    expect(button(page, "Ångra")).to_be_in_viewport()

    page.close()
    server.kill()
    again = own_server(server.talk.with_name("demo.duckdb"))
    after = [preliminary(open_page(address(again, name, **more), PHONE)) for name, more in pages]
    assert after == [count + 1 for count in before]


def test_the_usual_case_stands_on_one_phone_screen(server: Server, open_page: OpenPage) -> None:
    page = open_page(address(server, "registrera"), PHONE)
    for part in (chip(page), page.get_by_label("Antal").last, button(page, "Spara")):
        expect(part).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0


def test_the_number_stands_between_a_big_minus_and_a_big_plus(server: Server, open_page: OpenPage) -> None:
    page = open_page(address(server, "registrera"), PHONE)
    minus, plus = (page.locator(f"[data-testid=stNumberInputStep{way}]").first for way in ("Down", "Up"))
    number = page.get_by_role("spinbutton", name="Antal").first
    left, middle, right = (each.bounding_box() for each in (minus, number, plus))
    assert left is not None
    assert middle is not None
    assert right is not None
    assert left["x"] < middle["x"] < right["x"]
    assert min(left["width"], left["height"], right["width"], right["height"]) >= 44
    plus.tap()
    plus.tap()
    expect(number).to_have_value("3")


def test_a_double_tap_saves_once(written: Server, open_page: OpenPage) -> None:
    page = open_page(address(written, "registrera"), PHONE)
    chip(page).tap()
    wait_ready(page)
    page.evaluate("() => { const b = document.querySelector('.st-key-save button'); b.click(); b.click(); }")
    expect(receipt(page)).to_be_visible()
    first = standing(page)
    button(page, "Spara").dblclick()
    wait_ready(page)
    page.get_by_role("radio", name="Strömstad · Trafikkontroller").tap()
    button(page, "Spara").tap()
    expect(page.get_by_role("status").filter(has_text=f"+{first + 1} i")).to_be_visible()


def test_undo_takes_it_back_at_once(written: Server, open_page: OpenPage) -> None:
    page = open_page(address(written, "registrera"), PHONE)
    chip(page).tap()
    button(page, "Spara").tap()
    expect(receipt(page)).to_contain_text("Sparat")
    count = standing(page)
    button(page, "Ångra").tap()
    expect(receipt(page)).to_contain_text("Ångrat, räknas inte längre: 1 trafikkontroll")
    expect(button(page, "Ångra")).to_have_count(0)
    assert standing(page) == count - 1
    expect(chip(page)).to_have_attribute("aria-checked", "true")


def test_refused_text_stays_in_its_field_with_the_sentence_beside_it(server: Server, open_page: OpenPage) -> None:
    page = open_page(address(server, "registrera"), PHONE)
    chip(page).tap()
    page.get_by_text("Plats, fler löften").tap()
    page.get_by_label("Plats", exact=True).fill("Förare 850101-1234")
    button(page, "Spara").tap()
    expect(page.get_by_text("Texten ser ut att innehålla ett personnummer")).to_be_visible()
    expect(page.get_by_text("Inget är sparat än.")).to_be_in_viewport()
    expect(page.get_by_label("Plats", exact=True)).to_have_value("Förare 850101-1234")
    expect(receipt(page)).to_have_count(0)


def test_what_the_fields_show_is_what_is_judged_or_saved(written: Server, open_page: OpenPage) -> None:
    page = open_page(address(written, "registrera"), PHONE)
    chip(page).tap()
    count = page.get_by_role("spinbutton", name="Antal")
    for typed in ("12", "0"):
        count.fill(typed)
        page.keyboard.press("Tab")
    button(page, "Spara").tap()
    expect(page.get_by_text("Antalet ska vara minst 1.")).to_be_visible()
    expect(count).to_have_value("0")
    expect(receipt(page)).to_have_count(0)

    count.fill("2")
    page.get_by_role("spinbutton", name="år, Datum").tap()
    page.keyboard.type("19990101")
    page.keyboard.press("Tab")
    button(page, "Spara").tap()
    expect(receipt(page)).to_contain_text("Sparat: 2 trafikkontroller, Strömstad, fredag 1 januari 1999")
    expect(receipt(page)).to_contain_text("Datumet ligger utanför perioden")


def test_the_keyboard_alone_logs_and_takes_back(written: Server, open_page: OpenPage) -> None:
    page = open_page(address(written, "registrera"), DESKTOP)
    page.get_by_role("radio").first.focus()
    while not chip(page).evaluate("each => each === document.activeElement"):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    wait_ready(page)
    page.keyboard.press("Tab")
    page.keyboard.type("2")
    for _ in range(12):
        page.keyboard.press("Tab")
        if button(page, "Spara").evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(receipt(page)).to_contain_text("Sparat: 2 trafikkontroller")
    expect(button(page, "Spara")).to_be_focused()
    page.keyboard.press("Tab")
    expect(button(page, "Ångra")).to_be_focused()
    page.keyboard.press("Enter")
    expect(receipt(page)).to_contain_text("Ångrat")


def test_what_is_said_after_saving_is_announced(server: Server, open_page: OpenPage) -> None:
    page = open_page(address(server, "registrera"), PHONE)
    regions = page.locator("[role=status][aria-live=polite]")
    assert regions.evaluate_all("all => all.map(each => each.textContent)") == ["", ""]


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_axe_finds_nothing_before_and_after_a_refusal(
    server: Server, open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = open_page(address(server, "registrera"), size)
    page.get_by_text("Plats, fler löften").click()
    examine(page)
    button(page, "Spara").click()
    expect(page.get_by_text("Välj minst ett löfte")).to_be_visible()
    examine(page)


def test_no_chart_library_is_loaded(server: Server, open_page: OpenPage) -> None:
    page = open_page(address(server, "registrera"), PHONE)
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert not [name for name in loaded if "plotly" in name.casefold()]
