"""Aktiviteter in a browser: found, opened, corrected and downloaded by mouse, keyboard and thumb."""

import csv
import io
import re

import pytest
from playwright.sync_api import Page, expect

from loftdb.view.shell import person_name
from loftdb.view.texts import activities as words
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, examine, wait_ready
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
CONTROLS = "stromstad-2023-2024/trafikkontroller"
LIST = f"/aktiviteter?lofte={CONTROLS}&tid=2024"


def first_row(page: Page) -> None:
    page.locator(".loft-log a").first.click()
    page.get_by_role("link", name=words.BACK).wait_for()
    wait_ready(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    wait_ready(page)


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_list_one_activity_and_its_correction_are_accessible_and_never_wider_than_the_screen(
    server: Server, open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = open_page(server.url + "/aktiviteter", size)
    expect(page.locator(".loft-log tbody tr")).to_have_count(50)
    examine(page)
    page = open_page(server.url + LIST, size)
    first_row(page)
    examine(page)
    press(page, words.CORRECT)
    examine(page)


def test_a_list_is_narrowed_shared_and_come_back_to(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/aktiviteter")
    page.get_by_label(words.SEARCH).fill("Bibl")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("sok=Bibl"))
    wait_ready(page)
    told = page.get_by_text("senaste först")
    count = told.inner_text()
    first_row(page)
    page.get_by_role("link", name=words.BACK).click()
    wait_ready(page)
    expect(page.get_by_label(words.SEARCH)).to_have_value("Bibl")
    expect(told).to_have_text(count)
    shared = open_page(page.url)
    expect(shared.get_by_text("senaste först")).to_have_text(count)
    page.go_back()
    expect(page.get_by_role("link", name=words.BACK)).to_be_visible()


def test_the_keyboard_alone_opens_a_row(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + LIST)
    page.get_by_role("button", name=words.DOWNLOAD).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('tr') !== null")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=words.BACK)).to_be_visible()


def test_a_thumb_corrects_an_activity_and_the_history_tells_it(written: Server, open_page: OpenPage) -> None:
    page = open_page(written.url + LIST, PHONE)
    page.locator(".loft-log tbody tr").first.tap()
    page.get_by_role("link", name=words.BACK).wait_for()
    wait_ready(page)
    page.get_by_role("button", name=words.CORRECT, exact=True).tap()
    count = page.get_by_label("Antal trafikkontroller")
    count.fill("17")
    count.press("Tab")
    wait_ready(page)
    page.get_by_role("button", name=words.SAVE).tap()
    expect(page.get_by_role("status").get_by_text(words.SAVED)).to_be_visible()
    expect(page.locator("h1")).to_have_text("17 trafikkontroller")
    expect(page.locator(".loft-versions")).to_contain_text("17")
    page.get_by_role("link", name=words.BACK).tap()
    expect(page.locator(".loft-log tbody tr").first).to_contain_text("17")
    expect(page.locator(".loft-log tbody tr").first).to_contain_text(words.CORRECTED)


def test_two_people_cannot_both_correct_the_same_version(written: Server, open_page: OpenPage) -> None:
    mine, theirs = (open_page(written.url + LIST) for _ in range(2))
    for page in (mine, theirs):
        first_row(page)
        press(page, words.CORRECT)
        page.get_by_label("Plats", exact=True).fill("Skee")
        page.keyboard.press("Tab")
        wait_ready(page)
    press(theirs, words.SAVE)
    expect(theirs.get_by_text(words.SAVED)).to_be_visible()
    press(mine, words.SAVE)
    expect(mine.get_by_text("Någon annan har ändrat aktiviteten")).to_be_visible()


def test_the_file_holds_exactly_what_the_list_tells(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/aktiviteter?kommun=Strömstad&status=Inställd")
    shown = page.locator(".loft-log tbody tr").count()
    with page.expect_download() as download:
        page.get_by_role("button", name=words.DOWNLOAD).click()
    assert download.value.suggested_filename == words.DEMO_FILE_NAME
    data = download.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len({line["Aktivitet"] for line in lines}) == shown
    assert {(line["Kommun"], line["Status"]) for line in lines} == {("Strömstad", "Inställd")}


def test_touch_targets_are_large_enough_on_a_phone(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/aktiviteter", PHONE)
    heights = page.locator(".loft-log tbody tr, .loft-pager a").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


def test_a_reader_finds_nothing_to_press(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.url}{LIST}&roll={person_name('lasare')}")
    first_row(page)
    expect(page.get_by_text(words.READ_ONLY)).to_be_visible()
    expect(page.get_by_role("button", name=words.CORRECT, exact=True)).to_have_count(0)
    expect(page.get_by_role("button", name=words.WITHDRAW, exact=True)).to_have_count(0)
