"""Uppföljningar in a browser: a duty marked done, a calendar file read back, an underlag copied; Löfte: a season."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from loftdb.view.shell import person_name
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Serve, examine, wait_ready
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
AUTUMN = "hammaro-2023-2025/kommunstyrelsen-hosten-2024"


def address(server: Server, page: str = "uppfoljningar", **params: str) -> str:
    return f"{server.url}/{page}?{urlencode(params)}"


@pytest.mark.parametrize("params", [{}, {"kommun": "Strömstad", "ar": "2024"}, {"uppfoljning": AUTUMN}])
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_axe_finds_nothing_and_nothing_is_cut(
    server: Server, open_page: OpenPage, size: tuple[int, int], params: dict[str, str]
) -> None:
    examine(open_page(address(server, **params), size))


@pytest.mark.parametrize(("size", "paragraph"), [(DESKTOP, "§ 111"), (PHONE, "§ 112")])
def test_hammaro_s_autumn_2024_is_found_marked_done_and_taken_back(
    written: Server, open_page: OpenPage, size: tuple[int, int], paragraph: str
) -> None:
    page = open_page(address(written), size)
    page.get_by_role("link", name="Uppföljning till kommunstyrelsen hösten 2024").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uppföljning till kommunstyrelsen hösten 2024")
    page.get_by_label("Paragraf i protokollet").fill(paragraph)
    page.get_by_role("button", name="Markera som genomförd").click()
    expect(page.get_by_role("alert")).to_contain_text("Skriv ärendets diarienummer, som KS 2024/0123.")
    expect(page.get_by_label("Paragraf i protokollet")).to_have_value(paragraph)
    page.get_by_label("Diarienummer").fill("KS 2024/0123")
    page.get_by_role("button", name="Markera som genomförd").click()
    expect(page.get_by_text("Sparat. Uppföljningen är genomförd.")).to_be_visible()
    expect(page.get_by_text(f"Genomförd 15 oktober 2024, {paragraph}, KS 2024/0123")).to_be_visible()
    examine(page)
    page.get_by_role("button", name="Ångra, den är inte genomförd").click()
    expect(page.get_by_text("Ångrat. Uppföljningen är inte genomförd")).to_be_visible()
    expect(page.get_by_text(f"Genomförd 15 oktober 2024, {paragraph}, KS 2024/0123")).to_be_visible()
    page.get_by_role("link", name="← Uppföljningar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uppföljningar")


def test_the_calendar_file_is_taken_home_and_read_back(server: Server, open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(address(server, kommun="Strömstad"), PHONE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Hämta till kalendern (.ics)").click()
    assert download.value.suggested_filename == "medborgarloften-1486-exempeldata.ics"
    download.value.save_as(tmp_path / "c.ics")
    events = Calendar.from_ical((tmp_path / "c.ics").read_bytes()).walk("VEVENT")
    said = {(str(each["summary"]), each.decoded("dtstart")) for each in events}
    assert ("Exempeldata: Trygghetsvandringar med allmänheten", date(2024, 10, 23)) in said
    assert ("Exempeldata: Årlig offentlig redovisning för 2024", date(2025, 1, 1)) in said
    assert not [summary for summary, _ in said if "kontroll" in summary.casefold()]


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_underlag_is_made_while_something_moves_and_can_be_copied_or_taken_as_pdf(
    server: Server, open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = open_page(address(server, kommun="Hammarö"), size)
    page.get_by_role("button", name="Ta fram underlag").click()
    expect(page.get_by_text("Underlaget är klart.")).to_be_visible()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera texten").click()
    expect(page.get_by_text("Kopierad.")).to_be_visible()
    assert "\n\nFÖRSLAG TILL BESLUT\n" in page.evaluate("navigator.clipboard.readText()")
    with page.expect_download() as download:
        page.get_by_role("button", name="Hämta som PDF").click()
    assert re.fullmatch(r"underlag-1761-2024-10-15-exempeldata\.pdf", download.value.suggested_filename)
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    examine(page)


def test_the_wheel_is_read_aloud_as_one_picture_and_the_list_as_a_list(server: Server, open_page: OpenPage) -> None:
    page = open_page(address(server, kommun="Hammarö"))
    expect(page.get_by_role("img", name="Årshjul för Hammarö 2024 med 1 uppföljning")).to_be_visible()
    expect(page.get_by_role("list", name="Årshjul Hammarö 2024").get_by_role("listitem")).to_have_count(5)


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_a_school_profile_is_tried_and_saved_and_bends_the_line(
    own_server: Serve, open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = open_page(address(own_server(), "lofte", lofte="stromstad-2023-2024/trafikkontroller", ar="2024"), size)
    expect(page.get_by_role("figure", name="förväntat hittills 53")).to_be_visible()
    wait_ready(page)
    page.get_by_text("Ändra fördelningen över året").click()
    wait_ready(page)
    choose(page, "Skoldagar")
    expect(page.get_by_text("Läget ändras från Efter till Något efter.")).to_be_visible()
    expect(page.get_by_role("figure", name="53 som det är nu och 46 efter ändringen")).to_be_visible()
    wait_ready(page)
    examine(page)
    page.get_by_role("button", name="Spara fördelningen").click()
    expect(page.get_by_text("Sparat. Förväntat och läge är omräknade.")).to_be_visible()
    expect(page.get_by_role("figure", name="förväntat hittills 46")).to_be_visible()
    page.get_by_text("Så har fördelningen ändrats").click()
    expect(page.get_by_text("Ändrat från och med 15 oktober 2024: Skoldagar")).to_be_visible()


def choose(page: Page, name: str) -> None:
    """Tap a choice as a person does: again where the first tap came while the page was being drawn."""
    for _ in range(10):
        page.get_by_test_id("stRadio").get_by_text(name, exact=True).click()
        page.wait_for_timeout(1_000)
        if page.get_by_role("radio", name=name).is_checked():
            break
    expect(page.get_by_role("radio", name=name)).to_be_checked()


def test_a_reader_is_told_which_profile_holds(server: Server, open_page: OpenPage) -> None:
    visits = "stromstad-2023-2024/skol-och-fritidsgardsbesok"
    page = open_page(address(server, "lofte", lofte=visits, roll=person_name("lasare")), PHONE)
    expect(page.get_by_text("Förväntat följer skoldagarna i Strömstad")).to_be_visible()
    expect(page.get_by_text("Ändra fördelningen över året")).to_have_count(0)
