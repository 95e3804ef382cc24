"""Lines on pages become paragraphs: what the paper's width broke is one line again, and nothing else is joined."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from loftdb.files.documents.lines import BULLET, CELLS

_MARK = re.compile(r"[•·∙●○▪▫■□◦‣⁃➢➤►▶✓✔\ue000-\uf8ff]\s*|o\s+(?=\S)|[*–—-]\s+")
"""A list item's mark: private-use characters are those of Word's symbol fonts, and its second level is an o."""
_DASH = re.compile(r"[–—-]\s")
_NUMBER = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s")
_KEEPS_HYPHEN = re.compile(r"(?:\d|\b[A-ZÅÄÖ]+|\b\w|-\w+)$")
"""What a hyphen belongs to rather than divides: ``15-``, ``A-``, ``EPA-``, ``e-``, ``tre-års-``."""
_ENDS_IN_HYPHEN = re.compile(r"\w-$")
_CONJUNCTION = re.compile(r"(?:och|eller|samt|respektive)\b")
_PAGE_NUMBER = re.compile(r"(?:sida|sid\.?)?\s*\d{1,4}(?:\s*(?:av|/|\(|\|)\s*\d{1,4}\s*\)?)?", re.I)
_MARGIN = 60.0
"""Points at the right of a page that text leaves free."""
_LEAST_FULL = 0.6
"""Share of the room that a line must take to have been broken for want of it."""
_INDENT = 60.0
"""Points that the lines of a column begin apart at most."""
_EDGE = 3
"""Lines at the top and bottom of a page that can belong to every page."""
_WIDEST = 1.5
"""Share of the letters' size."""
_LONGEST_MARK = 3
_SAME_SIZE = 0.6
_LOOSER = 0.35
_GAP = 0.6
"""Shares of a line's height: a paragraph's lines stand that much farther apart than the page's tightest ones at most,
and those farther apart than the second are set apart."""
_ASIDE = 3.0
"""Points by which a line stands left of another."""


@dataclass(frozen=True)
class Box:
    """A place on a page in points, from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True)
class Line:
    """One line on a page."""

    text: str
    box: Box
    size: float
    """Of its letters, in points."""
    is_item: bool = False
    """Whether a drawn bullet stands before it."""
    is_divided: bool = False
    """Whether its last word goes on in the next line."""


@dataclass(frozen=True)
class Page:
    """The lines of a page in the order in which they were written, and its width in points."""

    lines: tuple[Line, ...]
    width: float


def paragraphs(pages: list[Page]) -> Iterator[str]:
    """Yield each paragraph, heading and list item on a line, empty lines between those that are set apart."""
    opening: Line | None = None
    before: Line | None = None
    written = ""
    for page in _without_furniture([replace(page, lines=tuple(_visual_lines(page.lines))) for page in pages]):
        widths = _Widths(page)
        for line in page.lines:
            if opening and before and widths.goes_on(opening, before, line):
                written = _joined(written, line.text, before.is_divided)
            else:
                yield from [written] if written else []
                yield from [""] if before and _is_set_apart(before, line) else []
                opening, written = line, _marked(line)
            before = line
    yield written


class _Widths:
    """Where the lines of a page end at most, by where they begin and what stands beside them."""

    def __init__(self, page: Page) -> None:
        self._width = page.width
        self._boxes = [line.box for line in page.lines]
        self._limits = [self._limit(line.box) for line in page.lines]
        self._sizes = [line.size for line in page.lines]
        self._near = _tightest(page.lines) + _LOOSER

    def goes_on(self, opening: Line, line: Line, following: Line) -> bool:
        """Whether a paragraph's line was broken because the next one's first word had no room for it."""
        if CELLS in line.text + following.text or not _is_same(line.size, following.size):
            return False
        if _begins(opening, following) or not (self._is_below(line, following) or following.text[0].islower()):
            return False
        return line.is_divided or self._is_full(line, following)

    def _is_below(self, line: Line, following: Line) -> bool:
        return -1 < _gap(line, following) <= self._near

    def _is_full(self, line: Line, following: Line) -> bool:
        first = following.text.split(maxsplit=1)[0]
        letter = (following.box.right - following.box.left) / len(following.text)
        return line.box.right + (len(first) + 1) * letter > self._edge(line)

    def _edge(self, line: Line) -> float:
        """Return where the longest line of the same letters and column ends, or might end."""
        limit = self._limit(line.box)
        column = (
            box.right
            for box, its, size in zip(self._boxes, self._limits, self._sizes, strict=True)
            if its == limit and _is_same(size, line.size) and abs(box.left - line.box.left) < _INDENT
        )
        room = min(limit, self._width - _MARGIN) - line.box.left
        return max([*column, line.box.left + _LEAST_FULL * room])

    def _limit(self, line: Box) -> float:
        """Return about where another column begins beside a line; none: infinitely far."""
        reach = 2 * line.height
        beside = (box for box in self._boxes if box.left > line.right and abs(box.top - line.top) < reach)
        return min((round(box.left, -2) for box in beside), default=float("inf"))


def _tightest(lines: tuple[Line, ...]) -> float:
    """Return the smallest gap between lines of the same letters."""
    gaps = (_gap(*pair) for pair in pairwise(lines) if _is_same(pair[0].size, pair[1].size))
    return min((gap for gap in gaps if gap > -_GAP), default=0.0)


def _gap(line: Line, following: Line) -> float:
    """Return what is free between two lines, as a share of the first one's height; negative: it stands higher up."""
    return (line.box.bottom - following.box.top) / (line.box.height or 1.0)


def _begins(opening: Line, following: Line) -> bool:
    """Whether a line begins an item, or ends the one that was opened by standing left of it.

    A dash begins an item only where it does not stand as the text of the paragraph does: it may be in a sentence.
    """
    if _is_marked(opening) and following.box.left < opening.box.left - _ASIDE:
        return True
    if not _DASH.match(following.text) or _DASH.match(opening.text):
        return _is_marked(following)
    text_left = opening.box.left + (0 if opening.is_item or not _is_marked(opening) else _ASIDE)
    return following.is_item or following.box.left < text_left - _ASIDE


def _is_same(size: float, other: float) -> bool:
    return abs(size - other) <= _SAME_SIZE


def _visual_lines(page: tuple[Line, ...]) -> list[Line]:
    """Put together what stands side by side: a mark and its text, the cells of a row."""
    lines: list[Line] = []
    for line in page:
        if lines and _is_beside(lines[-1].box, line.box):
            lines[-1] = _side_by_side(lines[-1], line)
        else:
            lines.append(line)
    return lines


def _is_beside(box: Box, following: Box) -> bool:
    overlap = min(box.top, following.top) - max(box.bottom, following.bottom)
    return overlap > 0.5 * min(box.height, following.height) and following.left >= box.right - 1


def _side_by_side(line: Line, following: Line) -> Line:
    both = Box(line.box.left, min(line.box.bottom, following.box.bottom), following.box.right,
               max(line.box.top, following.box.top))  # fmt: skip
    between = CELLS if is_next_cell(line.text, following.box.left - line.box.right, line.size) else " "
    return replace(
        line,
        text=f"{line.text}{between}{following.text}",
        box=both,
        size=following.size,
        is_divided=following.is_divided,
    )


def is_next_cell(before: str, gap: float, size: float) -> bool:
    """Whether a gap in a line, in points, is wider than any space between words, and no list mark stands before it."""
    return gap > _WIDEST * size and len(before.strip()) > _LONGEST_MARK


def _without_furniture(pages: list[Page]) -> Iterator[Page]:
    """Yield the pages without page numbers and what stands in one place at the edge of most of them."""
    edges = Counter(mask for page in pages for mask in {_masked(line) for line in _edge_lines(page)})
    repeated = {mask for mask, count in edges.items() if count > 1 and count > len(pages) / 2}
    for page in pages:
        edge = {line for line in _edge_lines(page) if _masked(line) in repeated or _PAGE_NUMBER.fullmatch(line.text)}
        yield replace(page, lines=tuple(line for line in page.lines if line not in edge))


def _edge_lines(page: Page) -> list[Line]:
    """Return the highest and the lowest lines of a page."""
    by_height = sorted(page.lines, key=lambda line: line.box.bottom)
    return by_height[:_EDGE] + by_height[-_EDGE:]


def _masked(line: Line) -> tuple[str, int]:
    """Return a line's words without its numbers, and its height on the page."""
    return re.sub(r"\d+", "0", line.text), round(line.box.bottom)


def _is_marked(line: Line) -> bool:
    return line.is_item or bool(_MARK.match(line.text) or _NUMBER.match(line.text))


def _marked(line: Line) -> str:
    """Return a paragraph's first line, with a bullet for whatever marks a list item."""
    mark = _MARK.match(line.text)
    if mark or line.is_item:
        return BULLET + line.text[mark.end() if mark else 0 :]
    return line.text


def _joined(written: str, text: str, is_divided: bool) -> str:
    """Add a line to a paragraph; a divided word becomes whole, unless the hyphen is its own."""
    if not is_divided and not _ENDS_IN_HYPHEN.search(written):
        return f"{written} {text}"
    stem = written.removesuffix("-")
    if _CONJUNCTION.match(text):
        return f"{stem}- {text}"
    keeps = not is_divided or _KEEPS_HYPHEN.search(stem) or not text[0].islower()
    return f"{stem}-{text}" if keeps else stem + text


def _is_set_apart(line: Line, following: Line) -> bool:
    """Whether an empty line belongs between; never within a list, and not where a sentence may go on after all."""
    if _gap(line, following) > _GAP or not _is_same(line.size, following.size):
        return True
    return not _is_marked(following) and not following.text[0].islower()
