"""A meeting's documents: what they say and in which order, golden texts, and files that everybody can read."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from loftdb.actions import meetings
from loftdb.actions.context import Context
from loftdb.core.changes import Changes
from loftdb.core.documents import Document, Figure, Heading, flattened
from loftdb.core.meetings.notes import Notes
from loftdb.core.meetings.records import Comment, Decision, DocumentKind, Meeting, WrittenVerdict
from loftdb.core.meetings.shown import Explanation, Shown
from loftdb.core.model import Verdict
from loftdb.demo.generator import CLOCK
from loftdb.files.pdf.typesetting import pdf
from loftdb.view.meeting_papers.notes import notes_document
from loftdb.view.meeting_papers.state import state_document, state_file_name
from loftdb.view.plain_text import plain_text
from tests.files.pdf.structure import elements, read

HERE = Path(__file__).parent
PATROLS = "stromstad-2023-2024/fot-och-cykelpatruller"


@pytest.fixture
def both(demo: Context) -> tuple[Meeting, Meeting]:
    june, october = meetings.meetings(demo, "Strömstad")
    return june, october


@pytest.fixture
def june(demo: Context, both: tuple[Meeting, Meeting]) -> Shown:
    return meetings.shown(demo, both[0])


@pytest.fixture
def october(demo: Context, both: tuple[Meeting, Meeting]) -> Shown:
    return meetings.shown(demo, both[1])


def stored(demo: Context, found: Meeting, kind: DocumentKind) -> bytes:
    [document] = [each for each in meetings.documents(demo, found) if each.kind is kind]
    return meetings.document_bytes(demo, document)


def state(shown: Shown) -> Document:
    return state_document(shown, CLOCK, is_example=True)


def notes(shown: Shown) -> Document:
    return notes_document(Notes(shown, CLOCK, True, Changes(None, None), {}, {}, (), ()), is_example=False)


def headings(document: Document, level: int) -> list[str]:
    return [part.text for part in flattened(document.parts) if isinstance(part, Heading) and part.level == level]


def squeezed(said: str) -> str:
    """Return the letters alone: where lines end and words are divided is the page's own."""
    return re.sub(r"[\s\u00ad–•-]", "", said).casefold()


def printed(written: bytes) -> str:
    """Return the text of all pages without what stands at the head and foot of each."""
    pages = [page.extract_text().splitlines() for page in read(written).pages]
    return "\n".join(line for number, page in enumerate(pages) for line in page[1 if number else 0 : -1])


def test_the_stored_notes_to_paste_are_as_they_were(demo: Context, both: tuple[Meeting, Meeting]) -> None:
    said = stored(demo, both[0], DocumentKind.NOTES_TEXT).decode()
    assert said == (HERE / "june_notes.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("place", "name"), [(0, "june_state.txt"), (1, "october_state.txt")])
def test_the_state_says_what_it_said(demo: Context, both: tuple[Meeting, Meeting], place: int, name: str) -> None:
    shown = meetings.shown(demo, both[place])
    assert plain_text(state(shown)) == (HERE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("place", [0, 1])
def test_the_stored_state_is_what_its_figures_give_again(
    demo: Context, both: tuple[Meeting, Meeting], place: int
) -> None:
    later = CLOCK + timedelta(days=400)
    again = pdf(state_document(meetings.shown(demo, both[place]), later, is_example=True))
    assert again == stored(demo, both[place], DocumentKind.STATE)


def test_what_lags_stands_first_then_the_stale_the_overdue_what_changed_and_the_rest(october: Shown) -> None:
    assert headings(state(october), 1) == [
        "I korthet",
        "Släpar efter",
        "Ingen uppdatering på länge",
        "Försenat",
        "Sedan förra mötet (12 juni 2024)",
        "Övriga löften",
        "Uppföljningar att göra",
        "Det som inte är känt",
        "Mätningar vid sidan av löftena",
        "Så bedöms läget",
    ]
    assert len(headings(state(october), 2)) == 21
    assert headings(state(october), 2)[:2] == ["Träffar om grann- och båtsamverkan", "Trafikkontroller"]


def test_the_notes_tell_decisions_first_and_then_each_promise_what_was_shown_and_what_came_later(june: Shown) -> None:
    assert headings(notes(june), 1) == [
        "Beslut på mötet",
        "Tidigare beslut",
        "Löfte för löfte",
        "Det som visades",
        "Tillkommit sedan utskicket",
        "Så bedöms läget",
    ]


def test_a_first_meeting_and_one_where_nothing_is_written_say_so(june: Shown) -> None:
    said = plain_text(state(june))
    assert "SEDAN FÖRRA MÖTET\n\nDet här är rådets första möte här" in said
    empty = plain_text(notes(june))
    for sentence in (
        "Inga beslut är antecknade.",
        "Inga tidigare beslut var kvar att göra.",
        "Inga kommentarer, bedömningar eller beslut om enskilda löften är antecknade.",
        "Inget hade tillkommit.",
    ):
        assert sentence in empty


@pytest.mark.parametrize(("kind", "pages"), [(DocumentKind.STATE, (842, 595)), (DocumentKind.NOTES, (595, 842))])
def test_the_files_are_tagged_swedish_titled_a4_and_say_what_the_text_says(
    demo: Context, both: tuple[Meeting, Meeting], kind: DocumentKind, pages: tuple[int, int]
) -> None:
    """No digest: it holds with another typeface or typesetter."""
    written = stored(demo, both[0], kind)
    document = read(written)
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "sv"
    box = document.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == pages
    wanted = (HERE / ("june_state.txt" if kind is DocumentKind.STATE else "june_notes.txt")).read_text("utf-8")
    said = squeezed(printed(written))
    cells = [cell for line in wanted.splitlines() for cell in line.replace(": ", "\t").split("\t")]
    assert [cell for cell in cells if squeezed(cell) not in said] == []
    assert document.metadata.title.startswith(
        "Läget inför mötet 12" if kind is DocumentKind.STATE else "Underlag till minnesanteckningar 12"
    )


def test_every_bar_is_a_drawing_with_its_text(demo: Context, both: tuple[Meeting, Meeting], october: Shown) -> None:
    told = [part.alternative for part in flattened(state(october).parts) if isinstance(part, Figure)]
    written = stored(demo, both[1], DocumentKind.STATE)
    assert [element["/Alt"] for kind, element in elements(written) if kind == "/Figure"] == told
    assert "Utfall 42, förväntat hittills 53, preliminärt 6 till, mål 80. Läge: Efter." in told
    assert not [image for page in read(written).pages for image in page.images]


def test_the_date_of_each_document_is_the_moment_of_freezing_or_closing(
    demo: Context, both: tuple[Meeting, Meeting]
) -> None:
    written = stored(demo, both[1], DocumentKind.STATE), stored(demo, both[0], DocumentKind.NOTES)
    assert [read(each).metadata["/CreationDate"] for each in written] == ["D:20241008070500Z", "D:20240612131000Z"]
    assert "Fryst: 8 oktober 2024 kl. 9.05 svensk tid" in plain_text(state(meetings.shown(demo, both[1])))


def test_an_accepted_deviation_says_who_accepts_it_and_until_when(october: Shown) -> None:
    for until, text in (
        (date(2024, 12, 31), "till och med 31 december 2024."),
        (date(2024, 10, 7), "till och med 7 oktober 2024; den tiden har gått ut."),
        (None, "tills vidare."),
    ):
        told = Explanation(PATROLS, 2024, "Färre pass i höst", "kommunchefen", until)
        said = plain_text(state(replace(october, explanations=(told,))))
        assert f"Färre pass i höst. Godtagen av kommunchefen, {text}" in said


def test_a_draft_says_so_on_every_page_and_its_figures_are_not_frozen(october: Shown) -> None:
    live = replace(october, known_on=None)
    document = state(live)
    assert "Fryst: Inte än." in plain_text(document)
    assert all("· Utkast" in page.extract_text() for page in read(pdf(document)).pages)
    assert state_file_name(live, is_example=False) == "laget-1486-2024-10-15-utkast.pdf"


def test_two_agreements_are_told_of_together_and_each_promise_says_whose_it_is(october: Shown) -> None:
    [agreement] = october.agreements
    other = replace(agreement, id="annat", title="Medborgarlöfte 2025", promises=agreement.promises[:0])
    document = state(replace(october, agreements=(agreement, other)))
    assert "Medborgarlöfte 2023–2024. Ansvarig: Polisen." in plain_text(document)
    assert headings(document, 2)[:2] == ["Medborgarlöfte 2023–2024", "Medborgarlöfte 2025"]


def test_an_agreement_without_promises_for_the_municipality_is_a_document_too(october: Shown) -> None:
    [agreement] = october.agreements
    bare = replace(
        october, agreements=(replace(agreement, promises=()),), rows=(), words=(), unexplained=(), lagging=(),
        since=Changes(None, None), indicators=(), duties=(), explanations=(),
    )  # fmt: skip
    assert "Inget av 0 löften har ett måltal." in plain_text(state(bare))
    assert read(pdf(state(bare))).pages
    assert read(pdf(notes(bare))).pages


def test_very_long_words_of_people_stay_on_the_page(october: Shown) -> None:
    [agreement] = october.agreements
    long = replace(agreement.promises[0], title="Trygghetsskapande " * 12, summary="Sammanfattning " * 120)
    told = Explanation(long.id, 2024, "Utförlig förklaring " * 100, "kommunchefen", None)
    shown = replace(
        october, agreements=(replace(agreement, promises=(long, *agreement.promises[1:])),), explanations=(told,)
    )
    said = squeezed(printed(pdf(state(shown))))
    assert "utförligförklaring" * 100 in said
    assert "sammanfattning" * 120 in said


def test_nothing_that_people_write_keeps_a_meeting_from_being_closed(october: Shown) -> None:
    hostile = '#panic("x") <b> 🎉 東京 \x00\x01\u202e e\u0301 ' + "å" * 400 + "\n\n\t= - + /* $x$"
    written = WrittenVerdict(2, PATROLS, 2024, 1, Verdict.PARTLY, hostile, None, "", CLOCK)
    done = date(2024, 10, 15)
    decision = Decision(1, 1, 2, PATROLS, hostile, hostile, done, done, hostile, False, "", CLOCK)
    told = Notes(
        replace(october, council=hostile), CLOCK, False, october.since,
        {PATROLS: Comment(2, PATROLS, 1, hostile, "", CLOCK)},
        {(PATROLS, 2024): written}, (decision, replace(decision, promise="borta")), (replace(decision, promise=None),),
    )  # fmt: skip
    document = notes_document(told, is_example=False)
    assert read(pdf(document)).pages
    assert read(pdf(state(told.shown))).pages
    assert "Känsligt löfte: orden skrivs inte ut här." in plain_text(document), "a decision on a promise that is gone"
