"""Which characters a line of text may not hold."""

import pytest

from loftdb.core.characters import hidden


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\n", "U+000A"),
        ("\x00", "U+0000"),
        ("\x1b", "U+001B"),
        ("\u202e", "U+202E"),
        ("\u200b", "U+200B"),
        ("\u2028", "U+2028"),
        ("\udcff", "U+DCFF"),
        ("\U000e0041", "U+E0041"),
    ],
)
def test_a_character_that_is_not_seen_is_named(character: str, name: str) -> None:
    assert hidden(f"a{character}b\x07") == name


@pytest.mark.parametrize("text", ["", "Åmål – 80 § ”ja” 1\u00a0250", "👩\u200d🚒", "e\u0301", "مرحبا"])
def test_what_is_seen_is_kept_in_every_script(text: str) -> None:
    assert hidden(text) is None
