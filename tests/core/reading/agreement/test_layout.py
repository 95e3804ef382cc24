"""Lines become the same blocks whatever the bullets, the width of the page and the line ends."""

import pytest

from loftdb.core.reading.agreement.layout import BlockKind, blocks, joined
from loftdb.core.reading.lexer import BULLETS
from loftdb.core.reading.result import Span

HEADING, ITEM, ROW, PARAGRAPH = BlockKind.HEADING, BlockKind.ITEM, BlockKind.ROW, BlockKind.PARAGRAPH


def _read(text):
    return [(block.kind, block.text) for block in blocks(text)]


@pytest.mark.parametrize("bullet", [*BULLETS, "1.", "1)", "(1)", "12.", "a)", "b.", "4.2.1", "Löfte 3:", "Åtgärd 4 –"])
def test_any_bullet_begins_an_item_and_stands_outside_it(bullet):
    text = f"Polisen lovar\n\n {bullet} Besöka skolorna"
    assert _read(text) == [(HEADING, "Polisen lovar"), (ITEM, "Besöka skolorna")]
    assert blocks(text)[1].span.of(text) == "Besöka skolorna"


def test_a_bullet_on_a_line_of_its_own_belongs_to_the_next_line():
    assert _read("•\n\nBesöka skolorna\n•\nGå fotpatrull") == [(ITEM, "Besöka skolorna"), (ITEM, "Gå fotpatrull")]


def test_a_year_and_a_word_with_a_hyphen_are_no_bullets():
    assert _read("2023 är året.\n\n-och så vidare") == [(PARAGRAPH, "2023 är året."), (HEADING, "-och så vidare")]


def test_an_item_goes_on_where_the_next_line_is_indented_or_small():
    text = "• Kontroller på\n  Storgatan och\n  Torget\n• Besök i\nskolorna"
    assert _read(text) == [(ITEM, "Kontroller på Storgatan och Torget"), (ITEM, "Besök i skolorna")]


def test_a_paragraph_that_the_page_broke_is_one():
    text = "Polisen har talat med invånarna om vad som\noroar mest i Norrby och i hela den stora\nSödra kommundelen."
    assert [kind for kind, _ in _read(text)] == [PARAGRAPH]


def test_a_heading_is_not_joined_with_the_broken_paragraph_under_it():
    text = "Trafik\nPolisen ska hålla kontroller på alla de större vägarna\ngenom samhället hela året."
    assert [kind for kind, _ in _read(text)] == [HEADING, PARAGRAPH]


def test_lines_that_no_page_broke_stay_apart():
    text = "Polisen lovar\nFyra krogtillsyner\nFotpatrull varje helg"
    assert [said for _, said in _read(text)] == text.split("\n")


def test_a_word_that_the_line_end_broke_is_put_together_and_a_shared_ending_is_not():
    text = "Fler trygghets-\nvandringar samt skol-\noch fritidsbesök"
    assert joined(text, Span(0, len(text))) == "Fler trygghetsvandringar samt skol- och fritidsbesök"


def test_bold_and_hash_marks_make_headings_and_stand_outside_them():
    text = "## Trafik\n**Polisen ska**\n- Göra kontroller"
    assert _read(text) == [(HEADING, "Trafik"), (HEADING, "Polisen ska"), (ITEM, "Göra kontroller")]


def test_a_row_of_bars_is_a_row():
    assert _read("Fotpatrull | Polisen | 2 per vecka") == [(ROW, "Fotpatrull | Polisen | 2 per vecka")]


def test_rules_and_dotted_lines_are_nothing():
    assert _read("Trafik\n======\n\n.......\n_____") == [(HEADING, "Trafik")]


@pytest.mark.parametrize("heading", ["Polisen lovar:", "Vad är ett medborgarlöfte?", "Polisen lovar att..", "TRAFIK"])
def test_a_short_line_that_does_not_end_as_a_sentence_is_a_heading(heading):
    assert _read(heading + "\n\nVi finns i Norrby varje dag.")[0] == (HEADING, heading)


def test_levels_of_numbers_are_told_apart():
    assert [block.marker for block in blocks("4. Löften\n4.1 Polisen\n4.1.1 Besöka skolor")] == [
        "number", "number2", "number3",
    ]  # fmt: skip


def test_blocks_ascend_and_lie_inside_the_text():
    text = "•\n\n**\n- \n1.\n| |\n(((\n• a\nb\n\n\nC:\n"
    spans = [block.span for block in blocks(text)]
    assert spans == sorted(spans)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
