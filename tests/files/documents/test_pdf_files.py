"""PDF files: lines that the paper broke are whole again, everything else stays apart."""

import pytest

from loftdb.files.documents import pdf
from tests.files.documents.making import HERE, TEXT, Placed
from tests.files.documents.making import pdf as made

LONG = ["Polisen lovar att genomföra minst åttio trafikkontroller om året på de vägar där",
        "invånarna har sagt att det körs för fort, särskilt vid skolor och förskolor i hela",
        "kommunen."]  # fmt: skip


def page(*lines: str, top: float = 750, left: float = 72, size: float = 11, pitch: float = 14) -> list[Placed]:
    return [(left, top - number * pitch, size, line) for number, line in enumerate(lines)]


def read(*pages: list[Placed], drawing: str = "") -> str:
    return pdf.text_of(made(*pages, drawing=drawing))


def test_a_paragraph_is_one_line() -> None:
    assert read(page(*LONG)) == " ".join(LONG)


def test_short_lines_stay_lines() -> None:
    lines = ["Polisen lovar:", "minst fyra trafikkontroller", "två vandringar", "Kommunen lovar:", "bättre belysning"]
    assert [line for line in read(page(*LONG), page(*lines)).splitlines() if line][1:] == lines


def test_a_heading_is_set_apart_by_its_size() -> None:
    text = read(page("Polisen lovar att genomföra det här under den period som löftet gäller", size=14)
                + page(*LONG, top=734))  # fmt: skip
    assert text.splitlines()[1:] == ["", " ".join(LONG)]


def test_paragraphs_with_space_between_are_set_apart() -> None:
    assert read(page(*LONG) + page(*LONG, top=690)) == "\n\n".join([" ".join(LONG)] * 2)


def test_a_list_item_goes_on_until_the_next_mark() -> None:
    items = page(
        "• " + LONG[0], "   " + LONG[1], "• fotpatrullera i centrum", "o två gånger", "- tre gånger", "4. se över"
    )
    assert read(items).splitlines() == [
        f"• {LONG[0]} {LONG[1]}", "• fotpatrullera i centrum", "• två gånger", "• tre gånger", "4. se över",
    ]  # fmt: skip


def test_a_mark_that_stands_alone_belongs_to_the_text_beside_it() -> None:
    apart = [(72, 700, 11, "•"), (96, 700, 11, LONG[0]), (96, 686, 11, LONG[1])]
    assert read(apart) == f"• {LONG[0]} {LONG[1]}"


def test_a_drawn_mark_is_a_mark() -> None:
    drawn = "60 702 4 4 re f 0 0 500 1 re f"
    assert read([(72, 700, 11, LONG[0]), (72, 686, 11, LONG[1]), (72, 600, 11, "Slut")], drawing=drawn) == (
        f"• {LONG[0]} {LONG[1]}\n\nSlut"
    )


def divided(before: str, after: str) -> str:
    filled = "Polisen och kommunen lovar invånarna att under hela perioden arbeta med"
    return (
        read(page(f"{filled} {before}-", f"{after} och mer", *LONG)).removeprefix(f"{filled} ").partition(" och mer")[0]
    )


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [("trafik", "säkerhet", "trafiksäkerhet"), ("A", "traktorer", "A-traktorer"), ("EPA", "traktorer", "EPA-traktorer"),
     ("15", "åringar", "15-åringar"), ("2025", "2026", "2025-2026"), ("Upplands", "Bro", "Upplands-Bro"),
     ("alkohol", "och tobak", "alkohol- och tobak"), ("e", "post", "e-post")],
)  # fmt: skip
def test_a_divided_word_is_whole_and_a_hyphen_of_its_own_stays(before: str, after: str, whole: str) -> None:
    assert divided(before, after) == whole


def test_page_numbers_and_what_repeats_at_the_edges_are_left_out() -> None:
    pages = [
        [
            (72, 800, 9, "Storfors kommun"),
            *page(*LONG, f"Del {number} av texten.", top=760 - number),
            (500, 40, 9, f"Sida {number} av 3"),
        ]
        for number in (1, 2, 3)
    ]
    text = read(*pages)
    assert "Storfors" not in text
    assert "Sida" not in text
    assert [f"Del {number} av texten." in text for number in (1, 2, 3)] == [True] * 3


def test_a_paragraph_goes_on_over_the_page_and_only_where_it_goes_on() -> None:
    assert read(page(LONG[0]), page(*LONG[1:])) == " ".join(LONG)
    assert read(page(LONG[0]), page("Kommunen lovar det också.")).count("\n") >= 1


def test_cells_of_a_row_are_told_apart() -> None:
    rows = [
        (72, 700, 11, "Trafikkontroller"),
        (300, 700, 11, "80 per år"),
        (72, 680, 11, "Vandringar"),
        (300, 680, 11, "4"),
    ]
    assert [line for line in read(rows).splitlines() if line] == ["Trafikkontroller | 80 per år", "Vandringar | 4"]


def test_columns_are_read_one_after_the_other() -> None:
    left = ["Polisen lovar att fotpatrullera mer i", "centrum under kvällar och helger."]
    right = ["Kommunen lovar att se över hur det", "lyser vid skolor och lekplatser."]
    columns = page(*left) + page(*right, left=310)
    assert read(columns) == f"{' '.join(left)}\n\n{' '.join(right)}"


def test_a_page_that_a_browser_printed() -> None:
    lines = pdf.text_of((HERE / "printed_by_a_browser.pdf").read_bytes()).splitlines()
    assert [line for line in lines if line.startswith("• ")] == [
        "• genomföra minst åttio (80) trafikkontroller per år på de vägar där invånarna har sagt att det körs för "
        "fort, särskilt vid skolor och förskolor",
        "• fotpatrullera i centrum en gång i veckan",
    ]
    assert "1. gå två trygghetsvandringar per år" in lines
    assert "Krogtillsyn | 4 per år" in lines
    assert [line for line in lines if "spalten" in line] == [
        "Den första spalten berättar om trygghet i centrum och på vägen till skolan, arbetet och fritiden.",
        "Den andra spalten berättar om samverkan mellan föreningar, skolor och näringsliv i hela kommunen.",
    ]


@pytest.mark.parametrize("name", ["typeset.pdf", "protected_against_changes.pdf"])
def test_a_typeset_document_with_divided_words(name: str) -> None:
    lines = [line for line in pdf.text_of((HERE / name).read_bytes()).splitlines() if line]
    assert lines == [
        "Medborgarlöfte 2025–2026",
        "Lokalpolisområdet och kommunen har genomfört medborgardialoger, trygghetsundersökningar och "
        "trygghetsvandringar.",
        "Polisen lovar att",
        "• genomföra minst åttio (80) trafikkontroller per år på de vägar där invånarna har sagt att det körs för "
        "fort, särskilt vid skolor och förskolor",
        "• kontrollera A-traktorer, EPA-traktorer och mopeder tillsammans med trafiksäkerhetsorganisationer",
        "• fotpatrullera i centrum en gång i veckan under sommarmånaderna, med trygghetsskapande samtal",
        "Kommunen lovar att",
        "1. gå två trygghetsvandringar per år i bostadsområden som väljs ut tillsammans med invånarna",
        "2. se över belysningen",
    ]


def test_the_words_are_those_that_were_written() -> None:
    assert read(page(TEXT)) == TEXT
