"""What the bundled typefaces can show; PDF/UA allows no character without a shape, so none reaches the page."""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
MISSING = "□"
"""What stands for characters that the typefaces lack, as emoji or other scripts: one for each run of them."""

_LONGEST = 40
"""A stretch of letters longer than this is no word that can be hyphenated, and may be broken anywhere near that."""
_BREAK = "\u200b"
_TABLE, _SUBTABLE, _GROUP = struct.Struct(">4sLLL"), struct.Struct(">HHL"), struct.Struct(">LLL")
_HEAD, _SEGMENTED = 12, 12
_NOTHING = ("Cc", "Cf", "Cs", "Co", "Cn")


def shown(text: str) -> str:
    """Return the text as it can be set: composed, without control characters, breakable, all of it with shapes."""
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ")
    return "".join(_breakable(_settled(composed)))


def _settled(text: str) -> Iterator[str]:
    """Yield the characters to show, one MISSING for each run of those without a shape."""
    known, previous = covered(), ""
    for character in text:
        kept = character if character == "\n" or ord(character) in known else MISSING
        if unicodedata.category(character) in _NOTHING and character != "\n":
            continue
        if kept != MISSING or previous != MISSING or character == MISSING:
            yield kept
        previous = kept


def _breakable(characters: Iterator[str]) -> Iterator[str]:
    length = 0
    for character in characters:
        length = 0 if character.isspace() or character in "-–/" else length + 1
        yield character
        if length == _LONGEST:
            yield _BREAK
            length = 0


@cache
def covered() -> frozenset[int]:
    """Return the code points with a shape in every bundled typeface."""
    return frozenset.intersection(*(frozenset(_code_points(path.read_bytes())) for path in sorted(FONTS.glob("*.ttf"))))


def _code_points(font: bytes) -> Iterator[int]:
    """Yield what the font's segmented coverage (format 12 of OpenType's cmap table) maps to a glyph."""
    cmap = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", cmap, 2)
    starts = (_SUBTABLE.unpack_from(cmap, 4 + 8 * index)[2] for index in range(count))
    start = next(start for start in starts if struct.unpack_from(">H", cmap, start) == (_SEGMENTED,))
    (groups,) = struct.unpack_from(">L", cmap, start + 12)
    for index in range(groups):
        first, last, _ = _GROUP.unpack_from(cmap, start + 16 + _GROUP.size * index)
        yield from range(first, last + 1)


def _table(font: bytes, name: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (_TABLE.unpack_from(font, _HEAD + _TABLE.size * index) for index in range(count))
    offset, length = next((offset, length) for tag, _, offset, length in entries if tag == name)
    return font[offset : offset + length]
