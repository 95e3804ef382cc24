"""One form for every text: what differs only in how a program stored or laid it out reads the same."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DASHES = re.compile("[\u2010\u2011\u2012\u2013\u2014\u2015\u2212]")

FEWEST_CELLS = 3
LONGEST_MARKER = 4


def canonical(text: str) -> str:
    """Return the text with one kind of line ending and space, composed letters and nothing invisible.

    Dashes and bullets stay as they are, and a table's tabs become bars; the spans of a reading refer to this text.
    """
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))
    return _SPACES.sub(" ", "\n".join(map(_row, plain.split("\n"))) if "\t" in plain else plain)


def _row(line: str) -> str:
    """Put bars between the cells of a line that tabs divide; a tab after a bullet or a number is a space."""
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    is_row = len(cells) >= FEWEST_CELLS and len(cells[0]) > LONGEST_MARKER
    return " | ".join(cells) if is_row else line


def squeezed(text: str) -> str:
    """Return the text on one line with single spaces."""
    return " ".join(text.split())


def folded(text: str) -> str:
    """Return a text for comparison: lower case, plain dashes, single spaces."""
    return squeezed(_DASHES.sub("-", text).casefold())
