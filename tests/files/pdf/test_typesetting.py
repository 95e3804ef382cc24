"""A golden text, the facts of PDF/UA-1 that can be read here, and the same bytes for the same document."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from loftdb.core.documents import Columns, Figure, Heading, Orientation, Paragraph, Table
from loftdb.core.errors import DocumentUnwritten
from loftdb.files.pdf.typesetting import pdf
from tests.files.pdf.examples import BAR, CODE, MOMENT, a_document
from tests.files.pdf.structure import elements, read, text

GOLDEN = Path(__file__).parent / "golden.txt"
WRITE = (
    "from tests.files.pdf.examples import a_document; from loftdb.files.pdf.typesetting import pdf; "
    "import hashlib; print(hashlib.sha256(pdf(a_document())).hexdigest())"
)


@pytest.fixture(scope="module")
def written() -> bytes:
    return pdf(a_document())


def test_the_text_of_every_page_is_as_it_was(written: bytes) -> None:
    assert text(written) == GOLDEN.read_text(encoding="utf-8")


def test_every_page_says_which_it_is_of_how_many(written: bytes) -> None:
    pages = read(written).pages
    for number, page in enumerate(pages, 1):
        assert f"Exempeldata Sida {number} av {len(pages)}" in page.extract_text()


def test_the_file_says_that_it_is_tagged_titled_and_swedish(written: bytes) -> None:
    root = read(written).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "sv"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read(written).metadata.title == "Uppföljning av #medborgarlöfte"


def test_the_file_claims_both_standards(written: bytes) -> None:
    claims = read(written).trailer["/Root"]["/Metadata"].get_data()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in claims
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in claims


def test_every_figure_has_its_text_alternative_and_symbols_are_silent(written: bytes) -> None:
    told = [element["/Alt"] for kind, element in elements(written) if kind == "/Figure"]
    assert told == ["Utfall 55, mål 80.", "Samma stapel en gång till."]


def test_headings_stand_in_order_below_the_title(written: bytes) -> None:
    kinds = [kind for kind, _ in elements(written) if kind in ("/Title", "/H1", "/H2", "/H3")]
    assert kinds == ["/Title", "/H1", "/H1", "/H2", "/H3", "/H1"]


def test_cells_know_their_header_and_there_is_one_header_for_all_pages(written: bytes) -> None:
    found = list(elements(written))
    headers = [element for kind, element in found if kind == "/TH"]
    scopes = [part["/Scope"] for element in headers for part in element["/A"] if "/Scope" in part]
    assert scopes == ["/Column"] * 3
    cells = [element for kind, element in found if kind == "/TD"]
    assert len(cells) == 45 * 3
    assert all(any(part.get("/Headers") for part in cell["/A"]) for cell in cells)


def test_the_typefaces_are_the_bundled_ones_and_in_the_file(written: bytes) -> None:
    fonts = [font.get_object() for page in read(written).pages for font in page["/Resources"]["/Font"].values()]
    names = {font["/BaseFont"].split("+")[1] for font in fonts}
    assert names == {"SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSans3-Italic"}
    assert all("+" in font["/BaseFont"] for font in fonts)


def test_what_looks_like_code_is_text(written: bytes) -> None:
    flat = " ".join(text(written).split())
    assert " ".join(CODE.split()) in flat


def test_the_date_of_the_file_is_the_document_s_own(written: bytes) -> None:
    metadata = read(written).metadata
    dates = {metadata["/CreationDate"], metadata["/ModDate"]}
    assert dates == {"D:20241015083005Z"}


def test_the_same_document_is_the_same_bytes_in_another_process_zone_and_language(written: bytes) -> None:
    surroundings = {
        **os.environ, "TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "SOURCE_DATE_EPOCH": "1", "HOME": "/nowhere",
    }  # fmt: skip
    said = subprocess.run([sys.executable, "-c", WRITE], env=surroundings, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == hashlib.sha256(written).hexdigest()


def test_another_moment_is_another_file(written: bytes) -> None:
    assert pdf(replace(a_document(), moment=MOMENT + timedelta(seconds=1))) != written


def test_documents_written_at_once_do_not_disturb_each_other(written: bytes) -> None:
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(lambda _: pdf(a_document()), range(8))) == {written}


@pytest.mark.parametrize("orientation", Orientation)
def test_the_page_is_a4_as_it_is_turned(orientation: Orientation) -> None:
    box = read(pdf(replace(a_document(), orientation=orientation))).pages[0].mediabox
    sides = (round(float(box.width)), round(float(box.height)))
    assert sides == ((595, 842) if orientation is Orientation.PORTRAIT else (842, 595))


@pytest.mark.parametrize(
    "hard", ["🎉 fest", "東京", "\x00\x01\ud800", "ا ب", "e\u0301\u0302", "\u202e\u200d\ufeff", " ", ""]
)
def test_no_character_keeps_a_document_from_being_written(hard: str) -> None:
    assert text(pdf(a_document(Heading(f"a{hard}"), Paragraph(hard))))


def test_a_word_wider_than_the_page_stays_on_it() -> None:
    pages = read(pdf(a_document(Paragraph("x" * 400)))).pages
    rows = [line for line in pages[-1].extract_text().splitlines() if set(line) <= {"x", "-"} and line]
    assert sum(line.count("x") for line in rows) == 400
    assert max(map(len, rows)) < 120


def test_columns_are_read_one_after_the_other_and_a_heading_in_one_is_a_heading() -> None:
    beside = Columns(((Heading("Vänster", 2), Paragraph("under vänster")), (Paragraph("höger"),)), (1, 2))
    written = pdf(replace(a_document(), parts=(Heading("Allt"), beside)))
    kinds = [kind for kind, _ in elements(written) if kind in ("/H1", "/H2", "/P")]
    assert kinds[-4:] == ["/H1", "/H2", "/P", "/P"]
    said = read(written).pages[0].extract_text()
    assert said.index("under vänster") < said.index("höger")


@pytest.mark.parametrize("rows", [8, 80])
def test_columns_stay_on_a_page_while_they_fit_and_nothing_is_lost_where_they_do_not(rows: int) -> None:
    told = tuple(Paragraph(f"Rad {row} " + "ord " * 25) for row in range(rows))
    beside = Columns(((Paragraph("Först"),), told), (1, 2))
    written = pdf(replace(a_document(), parts=(*(Paragraph(f"Före {row}") for row in range(28)), beside)))
    pages = [page.extract_text() for page in read(written).pages]
    assert sum(page.count("Rad ") for page in pages) == rows
    assert ("Rad 0 " in pages[0]) is (rows == 80)


def test_a_row_stays_on_one_page() -> None:
    rows = tuple(("lång text " * 30,) for _ in range(12))
    pages = [page.extract_text() for page in read(pdf(a_document(Table(("Åtgärd",), rows)))).pages]
    assert all(" ".join(page.split()).count("lång text") % 30 == 0 for page in pages)


def test_a_row_longer_than_a_page_goes_on_to_the_next() -> None:
    rows = (("Trafikkontroller", "ett ord till " * 150, "Chefen", "2024-12-01"),)
    written = pdf(replace(a_document(), parts=(Table(("Gäller", "Åtgärd", "Vem", "När"), rows, widths=(2, 1, 1, 1)),)))
    pages = [page.extract_text() for page in read(written).pages]
    assert len(pages) == 2
    assert sum(page.count("till") for page in pages) == 150
    assert all("till" in page for page in pages)


def test_long_swedish_words_are_divided_as_swedish_words_are() -> None:
    narrow = Table(tuple("ABCDEFGH"), (("brottsförebyggande",) * 8,))
    assert text(pdf(a_document(narrow))).count("brottsföre-") == 8


def test_a_figure_without_an_alternative_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="alternative"):
        Figure(BAR, " ")


def test_what_cannot_be_set_is_one_error_with_the_document_s_title() -> None:
    skipped = a_document(Heading("Först", 1), Heading("Sedan", 3))
    with pytest.raises(DocumentUnwritten, match=skipped.title):
        pdf(skipped)


def test_nothing_of_typst_is_read_in_before_a_document_is_written() -> None:
    code = "import sys, loftdb.files.pdf.typesetting; print('typst' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
