"""A board's text: what it says, in which order, what it leaves out, and that it is the same on paper and pasted."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loftdb.core.documents import Figure, Heading, flattened
from loftdb.files.pdf.typesetting import pdf
from loftdb.view.memo.document import memo_document, memo_file_name
from loftdb.view.plain_text import plain_text
from tests.files.pdf.structure import elements, read
from tests.view.memo.conftest import Gather

GOLDEN = Path(__file__).parent / "stromstad.txt"
SECTIONS = [
    "Sammanfattning",
    "Bakgrund",
    "Uppföljning 2024",
    "Avvikelser",
    "Det som inte är känt",
    "Uppföljningar enligt medborgarlöftet",
    "Så bedöms läget",
    "Förslag till beslut",
]


def pasted(gather: Gather, municipality: str, on: str | None = None) -> str:
    return plain_text(memo_document(gather(municipality, on)))


def section(text: str, title: str) -> str:
    """Return what stands under a heading of the pasted text."""
    _, _, after = text.partition(f"\n{title.upper()}\n")
    following = [f"\n{each.upper()}\n" for each in SECTIONS[SECTIONS.index(title) + 1 :]]
    return after.partition(following[0])[0] if following else after


def test_the_text_to_paste_is_as_it_was(gather: Gather) -> None:
    assert pasted(gather, "Strömstad") == GOLDEN.read_text(encoding="utf-8")


def test_the_sections_stand_in_the_order_of_a_board_s_text(gather: Gather) -> None:
    parts = flattened(memo_document(gather("Strömstad")).parts)
    assert [part.text for part in parts if isinstance(part, Heading) and part.level == 1] == SECTIONS


def test_every_promise_stands_there_with_its_standing_or_status(gather: Gather) -> None:
    memo = gather("Strömstad")
    heads = {part.text: part.beside for part in flattened(memo_document(memo).parts) if isinstance(part, Heading)}
    assert [each.promise.title in heads for each in memo.parts[0].followed] == [True] * 21
    assert heads["Trafikkontroller"] == "Efter"
    assert heads["Byte till LED-armaturer"] == "Försenat"
    assert heads["Samarbete med Postnord"] == "Ingen status satt"


def test_each_figure_is_one_sentence_that_can_be_read_aloud(gather: Gather) -> None:
    followed = section(pasted(gather, "Strömstad"), "Uppföljning 2024")
    assert "42 av minst 80 trafikkontroller. Till och med 31 augusti väntades 53; 11 saknas." in followed
    assert "2023: 95 av 80 trafikkontroller, Uppnått." in followed


def test_promises_are_counted_per_standing_and_never_added_up(gather: Gather) -> None:
    summary = section(pasted(gather, "Strömstad"), "Sammanfattning")
    assert "7 av 21 löften har ett måltal. Löften som räknas, 2024: 1 uppnått, 4 i fas" in summary
    assert "– Trafikkontroller: Efter, 42 av 80 trafikkontroller." in summary
    assert "%" not in summary


def test_every_promise_is_counted_once_by_its_number_or_by_its_status(gather: Gather) -> None:
    [counts] = [line for line in pasted(gather, "Strömstad").splitlines() if line.startswith("7 av 21 löften")]
    _, _, told = counts.partition("Löften som räknas, 2024: ")
    assert sum(map(int, re.findall(r"\d+", told))) == 21


def test_of_a_sensitive_promise_small_numbers_totals_and_words_are_left_out(gather: Gather) -> None:
    text = pasted(gather, "Hammarö")
    [told] = [line for line in text.splitlines() if line.startswith("Insatser mot narkotika per månad")]
    assert told == "Insatser mot narkotika per månad 2024: januari färre än 5 och februari 0."
    assert "skolorna har fått genomgången" not in pasted(gather, "Strömstad").lower()


def test_what_is_not_known_is_said(gather: Gather) -> None:
    unknown = section(pasted(gather, "Hammarö"), "Det som inte är känt")
    assert "Polisen har inte stämt av mars–september 2024 (7 månader)." in unknown
    assert "Kommunen har inte stämt av september 2024." in unknown
    assert "Ingen har sagt hur det går med: Mer samverkan mellan polis och socialtjänst" in unknown


def test_before_an_agreement_begins_there_is_nothing_to_know(gather: Gather) -> None:
    unknown = section(pasted(gather, "Strömstad", on="2022-12-31"), "Det som inte är känt")
    assert "Medborgarlöfte 2023–2024 gäller från 1 januari 2023. Det finns inget att följa upp än." in unknown
    assert not any(said in unknown for said in ("Alla månader är avstämda", "Ingen har sagt hur det går"))


def test_of_two_agreements_each_is_summed_up_by_name_and_a_month_is_asked_for_once(gather: Gather) -> None:
    found = gather("Hammarö")
    [part] = found.parts
    later = {party: months[-1:] for party, months in part.unreported.items()}
    second = replace(part, agreement=replace(part.agreement, title="Trygghetslöfte 2024–2026"), unreported=later)
    text = plain_text(memo_document(replace(found, parts=(part, second))))
    assert "Medborgarlöfte 2023–2025: 1 av 16 löften har ett måltal." in text
    assert "Trygghetslöfte 2024–2026: 1 av 16 löften har ett måltal." in text
    assert text.count("Polisen har inte stämt av") == 1
    assert text.count("Kommunstyrelsen ber polisen stämma av mars–september 2024 (7 månader).") == 1


def test_what_needs_a_reason_and_has_none_says_so(gather: Gather) -> None:
    assert "Trafikkontroller\t2024\tEfter. Avvikelse och orsak är inte skriven än." in pasted(gather, "Strömstad")


def test_the_thresholds_are_printed(gather: Gather) -> None:
    rules = section(pasted(gather, "Strömstad"), "Så bedöms läget")
    assert "mer än 1,3 gånger takten hittills" in rules
    assert "minst 90\u00a0% av gångerna" in rules


def test_a_follow_up_owed_to_the_board_is_done_by_the_decision(gather: Gather) -> None:
    said = "”Uppföljning till kommunstyrelsen hösten 2024” är gjord i och med det här ärendet."
    assert said in section(pasted(gather, "Hammarö"), "Förslag till beslut")
    assert said not in pasted(gather, "Hammarö", on="2024-06-30")


def test_the_board_asks_those_who_answer_for_what_is_late(gather: Gather) -> None:
    asked = "ber polisen och kommunens förvaltning redovisa vad som görs åt de löften som inte följer planen:"
    assert f"{asked} Trafikkontroller och Byte till LED-armaturer." in pasted(gather, "Strömstad")


def test_another_day_gives_the_text_of_that_day(gather: Gather) -> None:
    text = pasted(gather, "Strömstad", on="2023-12-31")
    assert "UPPFÖLJNING 2023\n" in text
    assert "95 av minst 80 trafikkontroller. Måltalet uppnått, 15 över målet." in text
    assert "2024: " not in text


def test_a_year_that_nobody_signed_accuses_nobody(gather: Gather) -> None:
    text = pasted(gather, "Grästorp")
    assert "Inget av 9 löften har ett måltal." in text
    assert "ligger efter" not in text
    assert "Förebyggande insatser: uppgift saknas." in text


def test_an_example_says_so_on_every_page_and_a_real_one_does_not(gather: Gather) -> None:
    memo = gather("Hammarö")
    pages = read(pdf(memo_document(memo))).pages
    assert all("Hammarö · Exempeldata" in page.extract_text() for page in pages)
    real = replace(memo, is_example=False)
    assert "xempel" not in plain_text(memo_document(real)).replace("till exempel", "")
    assert memo_file_name(memo, "pdf") == "underlag-1761-2024-10-15-exempeldata.pdf"
    assert memo_file_name(replace(real, day=date(2024, 2, 1)), "txt") == "underlag-1761-2024-02-01.txt"


@pytest.mark.parametrize("municipality", ["Strömstad", "Tanum", "Grums", "Forshaga", "Hammarö", "Grästorp"])
def test_every_municipality_s_text_is_a_pdf_with_a_text_for_each_bar(gather: Gather, municipality: str) -> None:
    document = memo_document(gather(municipality))
    told = [part.alternative for part in flattened(document.parts) if isinstance(part, Figure)]
    written = pdf(document)
    assert [element["/Alt"] for kind, element in elements(written) if kind == "/Figure"] == told
    assert pdf(document) == written


def test_the_date_of_the_document_is_the_moment_it_tells_of(gather: Gather) -> None:
    document = memo_document(gather("Tanum"))
    assert read(pdf(document)).metadata["/CreationDate"] == "D:20241015080000Z"
    assert "Framtaget: 15 oktober 2024 kl. 10.00, ur det som då var registrerat" in plain_text(document)
