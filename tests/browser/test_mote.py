"""A council's meeting at the projector: prepared, held by keyboard alone, closed; the next one finds its decisions."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from loftdb.core.meetings.records import DocumentKind, Stage
from loftdb.view.texts import meeting as words
from loftdb.view.texts import meeting_item as item_words
from loftdb.view.texts import meeting_papers as paper_words
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Serve, axe, examine, is_cut, wait_ready
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
PROJECTOR = (1920, 1080)
START = "/mote?mote=2"
CONTROLS = f"{START}&lofte=stromstad-2023-2024/trafikkontroller"
OFFICE, SHARED = "Lokalt poliskontor varje vecka", "Löpande delade lägesbilder"


@pytest.fixture
def written(own_server: Serve) -> Server:
    return own_server()


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_start_view_with_its_documents_and_a_promise_fit_the_screen(
    server: Server, open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = open_page(server.url + START, size)
    page.get_by_role("heading", name=paper_words.TITLE).scroll_into_view_if_needed()
    assert not is_cut(page)
    axe(page)
    page.goto(server.url + CONTROLS)
    expect(page.get_by_role("heading", level=1)).to_have_text("Trafikkontroller")
    page.get_by_text(item_words.BEHIND_NUMBER).click()
    expect(page.get_by_role("table", name="Trafikkontroller")).to_be_visible()
    wait_ready(page)
    examine(page)


@pytest.mark.parametrize("size", [PROJECTOR, DESKTOP])
def test_a_meeting_is_held_by_keyboard_alone_and_the_next_one_finds_its_decision(
    written: Server, open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = open_page(f"{written.url}/mote?kommun=Grums", size)
    plan(page)
    press(page, words.OPEN[Stage.PLANNED])
    arrived(page, "Möte 15 oktober 2024")
    press(page, words.SEND)
    told(page, words.SENT)
    press(page, words.HOLD, 6, "Shift+Tab")
    told(page, words.HELD)
    turn(page, "ArrowRight", OFFICE)
    decide(page)
    turn(page, "ArrowRight", SHARED)
    turn(page, "ArrowLeft", OFFICE)
    page.keyboard.press("F2")
    expect(page).to_have_url(re.compile("visa=nu"))
    turn(page, "Home", "Möte 15 oktober 2024")
    press(page, words.CLOSE)
    told(page, words.CLOSED)
    fetch_documents(page)
    page.get_by_role("link", name=words.ALL_MEETINGS).press("Enter")
    plan(page, "20241203")
    press(page, words.OPEN[Stage.PLANNED])
    waiting = page.get_by_role("list", name=words.DECISIONS_DUE)
    expect(waiting).to_contain_text("Öppna kontoret även på torsdagar")
    axe(page)


def test_a_meeting_is_held_by_thumb_and_the_next_one_finds_its_decision(written: Server, open_page: OpenPage) -> None:
    page = open_page(f"{written.url}/mote?kommun=Grums", PHONE)
    tap(page, words.SAVE_PLAN)
    tap(page, words.OPEN[Stage.PLANNED])
    for step, sentence in ((words.SEND, words.SENT), (words.HOLD, words.HELD)):
        tap(page, step)
        told(page, sentence)
    page.get_by_role("link", name=OFFICE).first.tap()
    arrived(page, OFFICE)
    page.get_by_text(item_words.NEW_DECISION).tap()
    page.get_by_label(item_words.ACTION).fill("Öppna kontoret även på torsdagar")
    page.get_by_label(item_words.FUNCTION).fill("Gruppchefen")
    page.get_by_role("group", name=item_words.DUE).get_by_role("spinbutton").first.tap()
    page.keyboard.type("20241129")
    tap(page, item_words.SAVE_DECISION)
    told(page, item_words.DECISION_SAVED)
    tap(page, words.BACK)
    arrived(page, "Möte 15 oktober 2024")
    tap(page, words.CLOSE)
    told(page, words.CLOSED)
    for kind in (DocumentKind.STATE, DocumentKind.NOTES):
        with page.expect_download() as fetched:
            page.get_by_role("button", name=paper_words.FETCH[kind]).tap()
        assert Path(fetched.value.path()).read_bytes().startswith(b"%PDF-")
    page.get_by_role("link", name=words.ALL_MEETINGS).tap()
    page.get_by_role("group", name=words.DAY).get_by_role("spinbutton").first.tap()
    page.keyboard.type("20241203")
    tap(page, words.SAVE_PLAN)
    tap(page, words.OPEN[Stage.PLANNED])
    expect(page.get_by_role("list", name=words.DECISIONS_DUE)).to_contain_text("Öppna kontoret även på torsdagar")


def tap(page: Page, name: str) -> None:
    """Tap the first button or link of the name, when the page has come to rest."""
    wait_ready(page)
    page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first.tap()


def told(page: Page, sentence: str) -> None:
    """Expect a receipt where the work goes on: it has the focus."""
    expect(page.locator(":focus")).to_contain_text(sentence)


def decide(page: Page) -> None:
    """Write a decision, whose arrows turn no page; what is saved is told, and told where the work goes on."""
    press(page, item_words.NEW_DECISION)
    page.keyboard.press("Tab")
    page.keyboard.type("Öppna kontoret även på torsdagar")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    page.keyboard.type("Gruppchefen")
    page.keyboard.press("Tab")
    page.keyboard.type("20241129")
    expect(page.get_by_role("heading", level=1)).to_have_text(OFFICE)
    press(page, item_words.SAVE_DECISION)
    told(page, item_words.DECISION_SAVED)


def plan(page: Page, digits: str = "") -> None:
    """Plan a meeting today, or on the day that is typed."""
    if digits:
        page.get_by_role("group", name=words.DAY).get_by_role("spinbutton").first.focus()
        page.keyboard.type(digits)
    press(page, words.SAVE_PLAN, 40)
    told(page, "är inlagt.")


def fetch_documents(page: Page) -> None:
    """Go to the documents, and fetch those that are PDFs."""
    press(page, words.PLACES["mote-dokument"], 6, "Shift+Tab")
    for kind in (DocumentKind.STATE, DocumentKind.NOTES):
        reach(page, paper_words.FETCH[kind], 2, "Tab")
        with page.expect_download() as fetched:
            page.keyboard.press("Enter")
        assert Path(fetched.value.path()).read_bytes().startswith(b"%PDF-")


def press(page: Page, name: str, most: int = 8, key: str = "Tab") -> None:
    """Go to a control by no more keys than a chairperson bears, and press it."""
    reach(page, name, most, key)
    page.keyboard.press("Enter")


def reach(page: Page, name: str, most: int, key: str) -> None:
    asked = "(document.activeElement.matches('a, button, summary') && document.activeElement.innerText) || ''"
    found: list[str] = []
    for _ in range(most):
        page.keyboard.press(key)
        found.append(page.evaluate(asked))
        if name in found[-1]:
            return
    pytest.fail(f"{name!r} is not among {found}")


def turn(page: Page, key: str, title: str) -> None:
    page.keyboard.press(key)
    arrived(page, title)


def arrived(page: Page, title: str) -> None:
    """Expect the page of the title; what was shown before may stand below it until the page is drawn."""
    expect(page.get_by_role("heading", level=1, name=title, exact=True)).to_be_focused()
    wait_ready(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
