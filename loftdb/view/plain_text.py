"""A document as text to paste: everything that it says, in the same order; a table's cells are parted by tabs."""

from collections.abc import Iterator

from loftdb.core.documents import (
    Bullets,
    Document,
    Figure,
    Heading,
    KeyFacts,
    Note,
    Paragraph,
    Part,
    Table,
    flattened,
    plain,
)


def plain_text(document: Document) -> str:
    """Return the text, its parts parted by empty lines; a drawing is left out, since a sentence says the same."""
    opening = "\n".join(line for line in (document.kicker, document.title, document.lead) if line)
    parts = (_text(part) for part in flattened(document.parts))
    return "\n\n".join(text for text in (opening, *parts) if text) + "\n"


def _text(part: Part) -> str:
    match part:
        case Heading():
            title = part.text.upper() if part.level == 1 else part.text
            return f"{title}: {part.beside}" if part.beside else title
        case Paragraph() | Note():
            return plain(part.text)
        case Bullets() | KeyFacts() | Table():
            return "\n".join(_lines(part))
    return part.caption if isinstance(part, Figure) else ""


def _lines(part: Bullets | KeyFacts | Table) -> Iterator[str]:
    match part:
        case KeyFacts():
            yield from (f"{name}: {plain(value)}" for name, value in part.pairs)
        case Bullets():
            for number, item in enumerate(part.items, 1):
                yield f"{f'{number}.' if part.numbered else '–'} {plain(item)}"
        case Table():
            yield from (line for line in (part.caption, "\t".join(part.header)) if line)
            yield from ("\t".join(plain(cell).replace("\n", " ") for cell in row) for row in part.rows)
