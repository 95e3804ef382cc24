"""Text becomes what the typefaces can show, and nothing that they can show is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.files.pdf.glyphs import MISSING, covered, shown


def test_swedish_text_passes_unchanged() -> None:
    text = "Åtta (8) ”säkra” skolvägar – 93\u00a0%, 1\u00a0250 à é ü − § … · ✓"
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fest 🎉🎊!", f"fest {MISSING}!"),
        ("👨‍👩‍👧", MISSING),
        ("東京", MISSING),
        ("a\u0308", "ä"),
        ("a\x00\x07b", "ab"),
        ("a\r\nb\tc", "a\nb c"),
        (f"{MISSING}{MISSING}", f"{MISSING}{MISSING}"),
    ],
)
def test_what_has_no_shape_is_one_box(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_stretch_that_is_no_word_may_be_broken() -> None:
    assert max(map(len, shown("x" * 100).split("\u200b"))) == 40


@given(st.text())
def test_every_character_that_is_left_has_a_shape(text: str) -> None:
    assert {ord(character) for character in shown(text)} <= covered() | {ord("\n"), 0x200B}
