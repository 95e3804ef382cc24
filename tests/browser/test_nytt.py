"""Nytt medborgarlöfte: an agreement is read, put right, adopted, followed, and read again when it has changed.

The text and its promises were written for this project; no municipality has made them.
"""

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from loftdb.view.shell import person_name
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Serve, examine, wait_ready
from tests.browser.serving import Server

TEXT = Path(__file__).with_name("kumla-2024-2025.txt").read_text(encoding="utf-8")
"""Twelve promises, seven with a number, one of which has no period."""
REVISED = (
    TEXT.replace("minst 40 trafikkontroller", "minst 50 trafikkontroller")
    .replace("vid stationen och klippa", "vid stationen.\n• Kommunen ska klippa")
    .replace("• Kommunen ska underhålla cykelvägarna.\n", "")
    .replace("bland unga.\n", "bland unga.\n• Polisen ska informera varje klass i årskurs åtta om narkotika.\n")
)
READER = person_name("lasare")


def tap(page: Page, name: str, place: int = 0) -> None:
    page.get_by_role("button", name=name).nth(place).click()
    wait_ready(page)


def expect_counts(page: Page, text: str) -> None:
    expect(page.locator(".loft-counts").first).to_have_text(text)


def read(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Klistra in texten").fill(text)
    tap(page, "Läs texten")
    expect(page.locator(".loft-source")).to_be_attached()
    wait_ready(page)


def decide(page: Page, **texts: str) -> None:
    for label, text in texts.items():
        page.get_by_role("textbox", name=re.compile(label)).fill(text)
        page.keyboard.press("Tab")
        wait_ready(page)
    expect(page.get_by_text("Allt som behövs är ifyllt.")).to_be_visible()
    page.get_by_role("button", name="Fastställ", exact=True).click()
    expect(page.get_by_role("link", name="Öppna på Översikt")).to_be_visible()


def test_an_agreement_is_read_put_right_adopted_logged_to_and_revised(own_server: Serve, open_page: OpenPage) -> None:
    server = own_server()
    page = open_page(f"{server.url}/nytt")
    read(page, TEXT)
    expect_counts(page, "12 löften, 7 med måltal · 8 frågor att ta ställning till")
    expect(page.locator(".loft-source mark")).to_have_count(12)
    expect(page.locator(".loft-quote mark").first).to_have_text("minst tolv")

    tap(page, "Per år")
    tap(page, "Varje gång det görs är ett tillfälle, i alla 7 löften")
    expect_counts(page, "12 löften, 7 med måltal · inga frågor kvar")
    tap(page, "Löfte 6, Förbättra belysningen vid stationen, Ändra")
    tap(page, "Löfte 6, Förbättra belysningen vid stationen, Dela")
    tap(page, "… och klippa buskarna längs gångvägarna.")
    expect_counts(page, "13 löften, 7 med måltal · inga frågor kvar")
    decide(page, Beslut="KS § 12")
    expect(page.get_by_text("Medborgarlöfte 2024–2025, Kumla är fastställt, med 13 löften.")).to_be_visible()

    page.get_by_role("link", name="Registrera en aktivitet").click()
    wait_ready(page)
    expect(page.get_by_role("radio", name="Kumla · Trafikkontroller", checked=True)).to_be_visible()
    tap(page, "Spara")
    expect(page.get_by_text("1 av minst 40").first).to_be_visible()

    page.goto(f"{server.url}/nytt")
    wait_ready(page)
    read(page, REVISED)
    tap(page, "Ny version av Medborgarlöfte 2024–2025")
    changes = page.locator(".loft-changes")
    expect(changes.get_by_text("minst 40 per år (trafikkontroller)")).to_be_visible()
    expect(changes.get_by_text("minst 50 per år (trafikkontroller)")).to_be_visible()
    expect(changes.get_by_role("listitem").filter(has_text="Borttaget").get_by_text("cykelvägarna")).to_be_visible()
    expect(changes.get_by_role("listitem").filter(has_text="Nytt")).to_contain_text("årskurs åtta")
    decide(page, Beslut="KS § 80", Skäl="Fler olyckor på skolvägarna")

    page.goto(f"{server.url}/lofte?lofte=kumla-2024-2025/trafikkontroller")
    wait_ready(page)
    changed = page.locator(".loft-revisions")
    expect(changed.get_by_role("heading", name="Ändrat från och med 15 oktober 2024")).to_be_visible()
    expect(changed).to_contain_text("Beslut: KS § 80. Fler olyckor på skolvägarna.")
    expect(changed.locator(".loft-before").first).to_contain_text("minst 40 trafikkontroller per år på skolvägar")
    expect(changed.locator(".loft-after").first).to_contain_text("minst 50 trafikkontroller per år på skolvägar")


def test_a_draft_is_found_again_after_a_power_cut(own_server: Serve, open_page: OpenPage) -> None:
    server = own_server()
    page = open_page(f"{server.url}/nytt", PHONE)
    read(page, TEXT)
    tap(page, "Per år")
    tap(page, "Spara utkast")
    expect(page.get_by_text("Utkastet är sparat.")).to_be_visible()
    page.close()
    server.kill()

    again = own_server(server.talk.with_name("demo.duckdb"))
    page = open_page(f"{again.url}/nytt", PHONE)
    tap(page, "Medborgarlöfte 2024–2025, Fortsätt")
    expect_counts(page, "12 löften, 7 med måltal · 7 frågor att ta ställning till")


def name_of(page: Page, position: int) -> Locator:
    """The name's field in the editor of one promise: for a moment the editor before it is there too."""
    heading = page.get_by_role("heading", name=re.compile(rf"^Löfte {position}, "))
    return page.locator("[class*=-card-]").filter(has=heading).get_by_role("textbox", name="Kort namn")


def test_what_is_typed_in_an_editor_survives_other_taps(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.url}/nytt")
    read(page, TEXT)
    tap(page, "Löfte 5, Arbeta mot narkotika bland unga, Ändra")
    name_of(page, 5).fill("Arbete mot narkotika")
    tap(page, "Per år")
    expect(name_of(page, 5)).to_have_value("Arbete mot narkotika")
    tap(page, "Löfte 1, Trafikkontroller, Ändra", -1)
    expect(name_of(page, 1)).to_have_value("Trafikkontroller")
    expect(page.get_by_role("heading", name="Arbete mot narkotika")).to_be_visible()


def test_opening_a_promise_moves_the_focus_and_the_text_to_it(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.url}/nytt")
    read(page, TEXT)
    tap(page, "Löfte 12, Utveckla samarbetet med föreningslivet, Ändra")
    expect(page.get_by_role("heading", name="Löfte 12")).to_be_focused()
    expect(page.locator("mark.loft-here")).to_contain_text("föreningslivet")
    expect(page.locator("mark.loft-here")).to_be_in_viewport()


def test_an_answer_by_keyboard_leads_to_the_next_question(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.url}/nytt")
    read(page, TEXT)
    page.get_by_role("button", name="Besöka fritidsgården, Per år").press("Enter")
    expect(page.get_by_role("heading", name="Vad räknas som ett tillfälle?")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Löfte 3, Besöka fritidsgården: Per år.")).to_be_visible()


def test_what_the_text_does_not_say_of_itself_is_asked_where_it_can_be_answered(
    server: Server, open_page: OpenPage
) -> None:
    page = open_page(f"{server.url}/nytt", PHONE)
    read(page, "Falköpings medborgarlöfte\n\nPolisen lovar:\n- Krogtillsyner vid behov.\n- Fotpatrull i centrum.\n")
    expect_counts(page, "2 löften, 0 med måltal · 2 frågor att ta ställning till")
    for label, day in (("Första dagen", "2024-01-01"), ("Sista dagen", "2024-12-31")):
        field = page.get_by_role("group", name=label)
        expect(field.get_by_role("spinbutton").first).to_have_text("åååå")
        field.get_by_role("spinbutton").first.click()
        page.keyboard.type(day.replace("-", ""))
        wait_ready(page)
    tap(page, "Lokalpolisområde, LPO Västra Skaraborg")
    expect_counts(page, "2 löften, 0 med måltal · inga frågor kvar")


def test_what_cannot_be_read_is_refused_in_a_sentence(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.url}/nytt", PHONE)
    tap(page, "Läs texten")
    expect(page.get_by_text("Klistra in en text eller välj en fil först.")).to_be_visible()
    broken = {"name": "löfte.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 not really"}
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([broken])
    wait_ready(page)
    tap(page, "Läs texten")
    expect(page.get_by_role("alert").filter(has_text="Filen är skadad")).to_be_visible()


def test_a_reader_is_told_why_nothing_can_be_added(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.url}/nytt?{urlencode({'roll': READER})}")
    expect(page.get_by_text("Din roll får inte lägga in eller ändra medborgarlöften.")).to_be_visible()
    expect(page.get_by_role("button", name="Läs texten")).to_have_count(0)


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_axe_finds_nothing(server: Server, open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(f"{server.url}/nytt", size)
    examine(page)
    read(page, TEXT)
    examine(page)
    tap(page, "Löfte 3, Besöka fritidsgården, Ändra")
    page.locator(".st-key-nytt_bar").evaluate("bar => bar.parentElement.style.position = 'static'")
    examine(page)  # what lies half under the bar at the foot comes out from under it by scrolling
