"""A document as plain parts: what is said, in which order and rank; never how it looks, and never a word of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Orientation(StrEnum):
    """How an A4 page is turned."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Alignment(StrEnum):
    """Where a column's text stands; numbers stand at the end."""

    START = "start"
    CENTER = "center"
    END = "end"


@dataclass(frozen=True)
class Run:
    """A stretch of text in one manner."""

    text: str
    strong: bool = False
    emphasis: bool = False


Text = str | tuple[Run, ...]
"""Text as it is to be read; a line break in it breaks the line."""


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` 1–3, and no level is skipped on the way down."""

    text: str
    level: int = 1
    beside: str = ""
    """A word at the end of the heading's line, as a läge."""
    symbol: str = ""
    """An SVG before that word, which says the same: no reader is told of it."""


@dataclass(frozen=True)
class Paragraph:
    """Some sentences."""

    text: Text
    small: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list, one text per item."""

    items: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under a header that is repeated on every page; each row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    alignments: tuple[Alignment, ...] = ()
    """One per column; empty: all at the start."""
    widths: tuple[int, ...] = ()
    """Shares of the width, one per column, 0 for as wide as its content; empty: equal shares."""
    caption: str = ""


@dataclass(frozen=True)
class Figure:
    """A drawing with its text alternative, which is not empty; the SVG holds plain colours, no classes of a page."""

    svg: str
    alternative: str
    caption: str = ""
    width: int | None = None
    """Millimetres; null: as wide as the text."""

    def __post_init__(self) -> None:
        if not self.alternative.strip():
            raise ValueError("a figure needs a text alternative")


@dataclass(frozen=True)
class KeyFacts:
    """Names with their values, one per line."""

    pairs: tuple[tuple[str, Text], ...]


@dataclass(frozen=True)
class Note:
    """A framed text that must not be missed."""

    text: Text


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Together:
    """Parts that are kept on one page while they fit on one."""

    parts: tuple["Part", ...]


@dataclass(frozen=True)
class Columns:
    """Parts side by side under a thin line, read column by column; ``widths`` are shares of the width."""

    columns: tuple[tuple["Part", ...], ...]
    widths: tuple[int, ...]


Part = Heading | Paragraph | Bullets | Table | Figure | KeyFacts | Note | PageBreak | Together | Columns


@dataclass(frozen=True)
class Document:
    """A document; ``moment`` (naive UTC) is its date, so that the same document is the same bytes on any day."""

    title: str
    moment: datetime
    parts: tuple[Part, ...]
    kicker: str = ""
    """A line above the title."""
    lead: str = ""
    """A line under the title."""
    footer: str = ""
    """What every page says at its foot."""
    pages: tuple[str, str] = ("", " / ")
    """What stands before the page's number, and between it and the number of pages."""
    language: str = "sv"
    orientation: Orientation = Orientation.PORTRAIT


def flattened(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Yield every part, those that are kept together or stand side by side one by one."""
    for part in parts:
        match part:
            case Together():
                yield from flattened(part.parts)
            case Columns():
                yield from (each for column in part.columns for each in flattened(column))
            case _:
                yield part


def plain(text: Text) -> str:
    """Return the text without its manners."""
    return text if isinstance(text, str) else "".join(run.text for run in text)
