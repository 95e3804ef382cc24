"""The tokens of a text tile it: no character is passed over, and each knows its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loftdb.core.reading.result import Span

BULLETS = "•·∙●○▪▫■□◦‣⁃➢➤►▶✓✔*–—-"
"""Characters that begin an item when they stand first on a line with a space (or, but for dashes, a word) after."""

_TOKEN = re.compile(
    r"(?P<newline>\n)"
    r"|(?P<space>[^\S\n]+)"
    r"|(?P<number>\d+(?:[ ]\d{3}(?!\d))*(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:[-'’:][^\W\d_]+)*)"
    r"|(?P<mark>.)"
)


@dataclass(frozen=True)
class Token:
    """One piece of the text; ``kind`` is ``newline``, ``space``, ``number``, ``word`` or ``mark``."""

    kind: str
    text: str
    span: Span

    @property
    def folded(self) -> str:
        return self.text.casefold()


def lex(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of a part of the text, in order and without gaps."""
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(found.lastgroup or "mark", found.group(), Span(*found.span()))
