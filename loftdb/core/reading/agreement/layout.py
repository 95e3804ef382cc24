"""Lines become headings, items and paragraphs, whatever bullets, line widths and blank lines a page was stored with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from loftdb.core.reading.lexer import BULLETS
from loftdb.core.reading.result import Span
from loftdb.core.reading.source import squeezed

LONGEST_HEADING = 110
MOST_HEADING_WORDS = 14
NARROWEST_PAGE = 40
"""Shorter lines are not broken by a page's width."""
RAGGED = 0.8
"""A broken line fills at least this share of the width: letters of a PDF differ in width."""

_DASHES = "*–—-"
_FULL_BULLETS = "".join(sorted(set(BULLETS) - set(_DASHES)))
_MARKER = re.compile(
    rf"(?P<bullet>[{re.escape(_FULL_BULLETS)}](?=[^{re.escape(BULLETS)}])|[{re.escape(_DASHES)}](?=\s)|o(?=\s{{2,}}|\s[A-ZÅÄÖ]))\s*"
    r"|(?P<number>\(?\d{1,2}[.)](?:\d{1,2}[.)]?)*)(?:\s+)"
    r"|(?P<letter>\(?[a-zåäö][.)])\s+"
    r"|(?P<label>(?:löfte|åtagande|punkt|aktivitet|insats|åtgärd)\s*(?:(?:nr\.?\s*)?\d{1,2}\s*[:.)–-]|:))\s*(?=\S)",
    re.IGNORECASE,
)
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")
_RULE = re.compile(r"[\s=_.–—*~#|+:-]{3,}")
_SENTENCE_END = (".", "!", "?", "…", ".”", '."', ".)")
_OPEN_WORDS = (" genom", " att", " följande", " bland annat", " bl.a.")
_OPEN_ENDS = (",", "-", "–", "/", "(", "&")


class BlockKind(StrEnum):
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    """A table's row: cells between bars."""
    PARAGRAPH = "paragraph"


@dataclass(frozen=True)
class Block:
    """One heading, item, row or paragraph; ``span`` leaves out its bullet and the stars of bold text."""

    kind: BlockKind
    span: Span
    text: str
    """On one line, with single spaces."""
    marker: str = ""
    """What kind of bullet stood before it: ``bullet``, ``number``, ``letter`` or ``label``; ``number2`` is 4.1."""
    indent: int = 0

    @property
    def announces(self) -> bool:
        """Whether it ends so that something must follow: *Polisen lovar att..*"""
        return self.text.endswith((":", "..", "…", ";", ": -", ":-", *_OPEN_WORDS))


@dataclass(frozen=True)
class _Line:
    span: Span
    """Without marker and outer spaces."""
    text: str
    indent: int
    marker: str
    is_heading: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.text and not self.marker


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a canonical text in order; their spans do not overlap."""
    runs = list(_runs(text))
    width = _page_width(runs)
    return tuple(_block(text, group) for run in runs for group in _groups(run, width))


def _page_width(runs: Sequence[Sequence[_Line]]) -> int:
    """Return the width that the page's lines were broken at; 0: they were not broken.

    A broken line goes on with a small letter. Where lines of other runs are much longer the page was not broken at all.
    """
    broken = [
        len(before.text) + before.indent
        for run in runs
        for before, line in pairwise(run)
        if line.text[:1].islower() and not line.marker and not before.text.endswith((":", ".."))
    ]
    return max(broken, default=0)


def _runs(text: str) -> Iterator[list[_Line]]:
    """Yield the lines between blank lines; a bullet alone goes with the line after it."""
    run: list[_Line] = []
    for line in _lines(text):
        if line.is_blank and not (run and run[-1].marker and not run[-1].text):
            if run:
                yield run
            run = []
        elif not line.is_blank:
            run.append(line)
    if run:
        yield run


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for raw in text.split("\n"):
        content = raw.strip()
        yield _line(raw, content, start) if not _RULE.fullmatch(content) else _Line(Span(start, start), "", 0, "")
        start += len(raw) + 1


def _line(raw: str, content: str, start: int) -> _Line:
    indent = len(raw) - len(raw.lstrip())
    hashes = _MARKDOWN_HEADING.match(content)
    marker = None if hashes else _MARKER.match(content)
    skipped = hashes.end() if hashes else marker.end() if marker else 0
    if content in BULLETS and content:
        skipped = 1
    inner = content[skipped:]
    stars = 2 if inner.startswith(("**", "__")) and inner.endswith(inner[:2]) and len(inner) > 4 else 0
    first, last = start + indent + skipped + stars, start + indent + len(content) - stars
    kind = _marker_kind(marker) if marker else "bullet" if skipped and not hashes else ""
    bold = bool(stars) and inner.count(inner[:2]) == 2
    return _Line(
        Span(first, max(first, last)),
        content[skipped + stars : len(content) - stars],
        indent,
        kind,
        bool(hashes) or bold,
    )


def _marker_kind(marker: re.Match[str]) -> str:
    """Return what kind of marker it is, numbers of several levels apart."""
    levels = len(re.findall(r"\d+", marker.group())) if marker.lastgroup == "number" else 1
    return f"{marker.lastgroup}{levels if levels > 1 else ''}"


def _groups(run: Sequence[_Line], width: int) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in run:
        if group and not _goes_on(group, line, width):
            yield group
            group = []
        group.append(line)
    yield group


def _goes_on(group: Sequence[_Line], line: _Line, width: int) -> bool:
    """Tell whether a line goes on with the block that the group is."""
    first, before = group[0], group[-1]
    is_next = line.text.startswith("att ") and first.text.startswith("att ")
    if line.marker or line.is_heading or before.is_heading or "|" in line.text or is_next:
        return False
    if not before.text:
        return True
    is_small = line.text[0].islower()
    ends = before.text.endswith((*_SENTENCE_END, ":", ".."))
    if first.marker and (line.indent > first.indent or (is_small and not ends)):
        return True
    if before.text.endswith(_OPEN_ENDS) and not first.marker:
        return True
    opens = before.text.endswith((":", "..", *_OPEN_WORDS)) or (is_small and first.text[:1].islower())
    return bool(width) and not opens and _is_broken(before, line, width)


def _is_broken(before: _Line, line: _Line, width: int) -> bool:
    """Tell whether the next line's first word would not have found room on the line before it."""
    needed = len(before.text) + before.indent + 1 + len(line.text.split(maxsplit=1)[0])
    return width >= NARROWEST_PAGE and needed > RAGGED * width and len(line.text) * RAGGED <= width


def _block(text: str, group: Sequence[_Line]) -> Block:
    first = next((line for line in group if line.text), group[0])
    span = Span(first.span.start, max(group[-1].span.end, first.span.end))
    said = joined(text, span)
    marker = group[0].marker
    if "|" in said and not marker:
        kind = BlockKind.ROW
    elif marker:
        kind = BlockKind.ITEM
    else:
        kind = BlockKind.HEADING if group[0].is_heading or _is_heading(said, group) else BlockKind.PARAGRAPH
    return Block(kind, span, said, marker, group[0].indent)


def _is_heading(said: str, group: Sequence[_Line]) -> bool:
    """Tell a heading by its form: one short line that does not end as a sentence does."""
    ends = said.endswith((".", "!", ",", ";", ".)")) and not said.endswith(("..", "…"))
    is_short = len(said) <= LONGEST_HEADING and said.count(" ") < MOST_HEADING_WORDS
    return len(group) == 1 and is_short and not ends


_BREAK = re.compile(r"(?<=[^\W\d_])-\s*\n\s*(?!(?:och|eller|samt|respektive|till)\b)(?=[a-zåäöé])")


def joined(text: str, span: Span) -> str:
    """Return what the span quotes on one line, words put together that a line end had broken."""
    return squeezed(_BREAK.sub("", span.of(text)))
