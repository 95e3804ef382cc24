"""A council's meeting at the projector: prepared, held by keyboard alone, closed; the next one finds its decisions."""

import re

import pytest
from playwright.sync_api import Page, expect

from loftdb.core.meetings.records import Stage
from loftdb.view.texts import meeting as words
from loftdb.view.texts import meeting_item as item_words
from tests.browser.conftest import NARROW, PHONE, OpenPage, Serve, axe, wait_ready
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
PROJECTOR = (1920, 1080)
START = "/mote?mote=2"
CONTROLS = f"{START}&lofte=stromstad-2023-2024/trafikkontroller"


@pytest.fixture
def written(own_server: Serve) -> Server:
    return own_server()


@pytest.mark.parametrize(
    ("address", "size", "is_dark"),
    [(START, PROJECTOR, False), (CONTROLS, PHONE, True), ("/mote", NARROW, False)],
)
def test_axe_finds_nothing_and_nothing_is_cut(
    server: Server, open_page: OpenPage, address: str, size: tuple[int, int], is_dark: bool
) -> None:
    page = open_page(server.url + address, size, dark=is_dark)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_meeting_is_held_by_keyboard_alone_and_the_next_one_finds_its_decision(
    written: Server, open_page: OpenPage
) -> None:
    page = open_page(written.url + START, PROJECTOR)
    press(page, words.HOLD)
    expect(page.get_by_role("status").filter(has_text=words.HELD)).to_be_focused()
    turn(page, "ArrowRight", "Träffar om grann- och båtsamverkan")
    turn(page, "ArrowRight", "Trafikkontroller")
    decide(page)
    turn(page, "ArrowRight", "Tidig upptäckt av ungas droganvändning")
    turn(page, "ArrowLeft", "Trafikkontroller")
    page.keyboard.press("F2")
    expect(page).to_have_url(re.compile("visa=nu"))
    turn(page, "Home", "Möte 15 oktober 2024")
    press(page, words.CLOSE)
    expect(page.get_by_text(words.CLOSED)).to_be_visible()
    page.get_by_role("link", name=words.ALL_MEETINGS).press("Enter")
    plan(page)
    press(page, words.OPEN[Stage.PLANNED])
    waiting = page.get_by_role("list", name=words.DECISIONS_DUE)
    expect(waiting).to_contain_text("Sätt in två kvällar i november")
    axe(page)


def decide(page: Page) -> None:
    page.locator("summary", has_text=item_words.NEW_DECISION).press("Enter")
    action = page.get_by_label(item_words.ACTION)
    action.press_sequentially("Sätt in två kvällar i november")
    action.press("ArrowLeft")
    page.get_by_label(item_words.FUNCTION).press_sequentially("Gruppchefen")
    type_day(page, item_words.DUE, "20241129")
    expect(page.get_by_role("heading", level=1)).to_have_text("Trafikkontroller")
    press(page, item_words.SAVE_DECISION)
    expect(page.get_by_text(item_words.DECISION_SAVED)).to_be_visible()


def plan(page: Page) -> None:
    type_day(page, words.DAY, "20241203")
    press(page, words.SAVE_PLAN)
    expect(page.get_by_text("Mötet 3 december 2024 är inlagt.")).to_be_visible()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).press("Enter")
    wait_ready(page)


def turn(page: Page, key: str, title: str) -> None:
    page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    wait_ready(page)


def type_day(page: Page, name: str, digits: str) -> None:
    page.get_by_role("spinbutton", name=f"år, {name}").focus()
    page.keyboard.type(digits)
