"""The managers' pages in a browser: a row is followed, a deviation written and seen again; paper, phone and dark."""

from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Page, expect

from loftdb.view.shell import person_name
from tests.browser.conftest import DESKTOP, NARROW, PHONE, OpenPage, axe, examine, wait_ready
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
MANAGER = f"roll={quote_plus(person_name('chef-karlstad'))}"
PAGES = [
    "/slapar",
    "/slapar?kommun=Hammarö",
    "/behovs?kommun=Strömstad",
    "/omrade?lpo=LPO Karlstad",
    f"/lofte?lofte=forshaga-2023-2025/lokalt-poliskontor&ar=2024&skriv=1&{MANAGER}",
]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_axe_finds_nothing_and_nothing_is_cut(
    server: Server, open_page: OpenPage, size: tuple[int, int], address: str
) -> None:
    examine(open_page(server.url + address, size))


@pytest.mark.parametrize(("size", "month"), [(DESKTOP, "januari"), (PHONE, "februari")])
def test_a_manager_follows_a_row_writes_a_deviation_and_sees_it(
    written: Server, open_page: OpenPage, size: tuple[int, int], month: str
) -> None:
    page = open_page(f"{written.url}/slapar?{MANAGER}", size)
    page.get_by_role("link", name="Skriv avvikelse och orsak").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lokalt poliskontor varje vecka")
    wait_ready(page)
    expect(page.get_by_role("heading", name="Avvikelse och orsak 2024")).to_be_in_viewport()
    field = page.get_by_label("Till allmänheten")
    field.fill("Ring 070-123 45 67.")
    page.get_by_role("button", name="Spara avvikelsen").click()
    expect(page.get_by_role("alert").filter(has_text="telefonnummer")).to_be_visible()
    expect(field).to_have_value("Ring 070-123 45 67.")
    field.fill(f"Kontoret stod stilla i {month}.")
    page.get_by_role("button", name="Spara avvikelsen").dblclick()
    expect(page.get_by_text("Avvikelsen är sparad.")).to_be_visible()
    examine(page)
    page.get_by_role("link", name="Löften som släpar efter").last.click()
    wait_ready(page)
    expect(page.get_by_text(f"Avvikelse och orsak: Kontoret stod stilla i {month}.")).to_be_visible()


def test_a_row_leads_to_its_promise_in_one_tap(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/slapar?kommun=Strömstad", PHONE)
    page.get_by_role("link", name="Trafikkontroller").first.tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Trafikkontroller")
    expect(page.get_by_text("liten chans (3").first).to_be_visible()


def test_the_text_to_send_is_copied_by_keyboard(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/slapar?kommun=Strömstad")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked = page.locator(".loft-ask").nth(1)
    asked.locator("summary").press("Enter")
    asked.get_by_role("button", name="Kopiera: Trafikkontroller, Strömstad").press("Enter")
    expect(asked.get_by_role("status")).to_have_text("Kopierat")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Hej!\n\nDet gäller löftet ”Trafikkontroller” (Strömstad, Medborgarlöfte 2023–2024)")
    assert "42 av minst 80 trafikkontroller." in copied


def test_the_menu_is_open_to_all_and_axe_finds_nothing_in_it(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url)
    page.get_by_text("För chefer", exact=True).click()
    page.get_by_role("menuitem", name="Behövs per månad").wait_for()
    axe(page)
    phone = open_page(server.url, PHONE)
    phone.get_by_test_id("stExpandSidebarButton").tap()
    phone.get_by_role("link", name="Lokalpolisområde").wait_for()
    axe(phone)


def test_the_first_column_stays_while_months_scroll(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/behovs?kommun=Strömstad", NARROW)
    name = page.get_by_role("link", name="Trafikkontroller").first
    before = at(name)
    page.locator(".loft-sheet").evaluate("sheet => sheet.scrollLeft = 120")
    assert page.locator(".loft-sheet").evaluate("sheet => sheet.scrollLeft") > 50
    assert abs(at(name) - before) < 2


def at(place) -> float:  # type: ignore[no-untyped-def]
    box = place.bounding_box()
    assert box
    return float(box["x"])


def test_the_sheet_is_one_page_of_lying_a4(server: Server, open_page: OpenPage) -> None:
    page: Page = open_page(server.url + "/behovs?kommun=Strömstad")
    paper = page.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 841" in paper


def test_the_file_has_every_month_and_says_that_it_is_an_example(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/behovs?kommun=Strömstad")
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner som CSV").click()
    assert download.value.suggested_filename == "behovs-per-manad-exempeldata.csv"
    text = download.value.path().read_bytes().decode("utf-8-sig")
    assert "2024-10;2024-11;2024-12;Exempeldata" in text
    assert (
        "Strömstad;Trafikkontroller;stromstad-2023-2024/trafikkontroller;gruppchef;2024;trafikkontroller;29;0;6;11;12;"
        in text
    )


def test_a_municipality_opens_from_the_district(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/omrade?lpo=LPO Karlstad", PHONE)
    page.get_by_role("link", name="Hammarö", exact=True).tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hammarö 2024")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("LPO Karlstad")


def test_who_answers_is_said_by_keyboard_and_stands_in_the_list(written: Server, open_page: OpenPage) -> None:
    page = open_page(f"{written.url}/slapar?kommun=Forshaga")
    page.get_by_role("link", name="Ange funktion").press("Enter")
    expect(page.get_by_role("heading", name="Ansvarig funktion")).to_be_in_viewport()
    wait_ready(page)
    page.keyboard.press("Tab")
    page.keyboard.type("kommunpolis")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Ansvarig funktion är sparad.")).to_be_focused()
    axe(page)
    page.goto(f"{written.url}/slapar?kommun=Forshaga")
    expect(page.get_by_text("Ansvarig funktion: kommunpolis", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Ange funktion")).to_have_count(0)
