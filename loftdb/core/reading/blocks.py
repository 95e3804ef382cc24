"""Lines of a text put together to headings, items and paragraphs, however the page was stored or wrapped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from loftdb.core.reading.lexer import BULLETS
from loftdb.core.reading.result import Span
from loftdb.core.reading.source import squeezed

LONGEST_HEADING = 100
WRAPPED_FROM = 55
"""A line at least this long may have been broken by a page's width."""

_DASHES = "*–—-"
_MARKER = re.compile(
    rf"(?:[{re.escape(BULLETS)}]\s+|[{re.escape(''.join(set(BULLETS) - set(_DASHES)))}](?=\S)|\(?\d{{1,2}}[.)]\s+|[a-zåäö][.)]\s+|[o]\s{{2,}})"
)
_COLUMNS = re.compile(r"\s*\|\s*|\s{3,}|\t")


class BlockKind(StrEnum):
    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True)
class Block:
    """One heading, item or paragraph; ``span`` leaves out its bullet."""

    kind: BlockKind
    span: Span
    text: str
    """On one line, with single spaces."""
    indent: int = 0


@dataclass(frozen=True)
class _Line:
    span: Span
    """Without marker and outer spaces; empty for a blank line."""
    text: str
    indent: int
    is_item: bool


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a canonical text, in order; their spans do not overlap."""
    groups: list[list[_Line]] = []
    open_group: list[_Line] = []
    for line in _lines(text):
        if not line.text:
            open_group = []
        elif open_group and _continues(open_group, line):
            open_group.append(line)
        else:
            open_group = [line]
            groups.append(open_group)
    return tuple(_block(text, group) for group in groups)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for raw in text.split("\n"):
        content = raw.strip()
        indent = len(raw) - len(raw.lstrip())
        marker = _MARKER.match(content)
        skipped = marker.end() if marker else 0
        first, last = start + indent + skipped, start + indent + len(content)
        trimmed = text[first:last].strip()
        first += len(text[first:last]) - len(text[first:last].lstrip()) if trimmed else 0
        yield _Line(Span(first, max(last, first)), trimmed, indent + skipped, bool(marker) and bool(trimmed))
        start += len(raw) + 1


def _continues(group: Sequence[_Line], line: _Line) -> bool:
    """Tell whether a line goes on with the block before it, without a blank line between."""
    before = group[-1]
    if line.is_item or before.text.endswith(":") or _is_table_row(line.text):
        return False
    goes_on = line.text[0].islower() or line.text[0] in "(,;&"
    if group[0].is_item and line.indent >= group[0].indent > 0:
        return goes_on or not before.text.endswith((".", "!", "?")) or line.indent > 0
    ends = before.text.endswith((".", "!", "?", ".."))
    is_wrapped = len(before.text) >= WRAPPED_FROM and (
        not ends or group[0] is not before or len(line.text) >= WRAPPED_FROM
    )
    return goes_on or (is_wrapped and not _looks_like_heading(line.text))


def _is_table_row(text: str) -> bool:
    return len([cell for cell in _COLUMNS.split(text) if cell]) >= 3


def _looks_like_heading(text: str) -> bool:
    return text.endswith(":") or (len(text) <= WRAPPED_FROM and text.isupper())


def _block(text: str, group: Sequence[_Line]) -> Block:
    span = Span(group[0].span.start, group[-1].span.end)
    said = squeezed(span.of(text)).strip("*_# ")
    if group[0].is_item or (len(group) == 1 and _is_table_row(group[0].text)):
        return Block(BlockKind.ITEM, span, said, group[0].indent)
    is_heading = len(said) <= LONGEST_HEADING and (
        said.endswith((":", "..", "?")) or not said.endswith((".", "!", ","))
    )
    return Block(BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH, span, said, group[0].indent)
