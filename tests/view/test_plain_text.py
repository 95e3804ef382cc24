"""A document as text to paste."""

from datetime import datetime

from loftdb.core.documents import (
    Bullets,
    Columns,
    Document,
    Figure,
    Heading,
    KeyFacts,
    Note,
    PageBreak,
    Paragraph,
    Part,
    Run,
    Table,
    Together,
)
from loftdb.view.plain_text import plain_text


def pasted(*parts: Part) -> str:
    return plain_text(Document("Titel", datetime.fromisoformat("2024-10-15T08:00"), parts, kicker="Ovan"))


def test_title_and_headings_stand_on_lines_of_their_own() -> None:
    assert pasted(Heading("Del"), Heading("Löfte", 2, "Efter", "<svg/>")) == "Ovan\nTitel\n\nDEL\n\nLöfte: Efter\n"


def test_lists_are_dashes_or_numbers() -> None:
    items = (Run("fet", strong=True), Run(" text")), "två"
    assert pasted(Bullets(items)).endswith("\n\n– fet text\n– två\n")
    assert pasted(Bullets(items, numbered=True)).endswith("\n\n1. fet text\n2. två\n")


def test_cells_are_parted_by_tabs() -> None:
    table = Table(("A", "B"), (("1", "två\nrader"),), caption="Tabellen")
    assert pasted(table).endswith("\n\nTabellen\nA\tB\n1\ttvå rader\n")


def test_a_drawing_leaves_only_its_caption() -> None:
    assert pasted(Figure("<svg/>", "alternativ"), PageBreak()) == "Ovan\nTitel\n"
    assert pasted(Figure("<svg/>", "alternativ", "Bilden")) == "Ovan\nTitel\n\nBilden\n"


def test_parts_kept_together_come_one_by_one() -> None:
    parts = Together((Note("Obs"), KeyFacts((("Kommun", "Grums"), ("Dag", "i dag"))), Paragraph("Slut.", small=True)))
    assert pasted(parts) == "Ovan\nTitel\n\nObs\n\nKommun: Grums\nDag: i dag\n\nSlut.\n"


def test_columns_are_told_one_after_the_other() -> None:
    beside = Columns(((Heading("Vänster", 2), Paragraph("Ett.")), (Paragraph("Två."),)), (1, 2))
    assert pasted(Together((beside,))) == "Ovan\nTitel\n\nVänster\n\nEtt.\n\nTvå.\n"
