"""Lines on pages become paragraphs: what the paper's width broke is one line again, and nothing else is joined."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loftdb.files.documents.lines import BULLET, CELLS

_MARK = re.compile(r"[•·∙●○▪▫■□◦‣⁃➢➤►▶✓✔\ue000-\uf8ff]\s*|o\s+(?=\S)|[*–—-]\s+")
"""A list item's mark: private-use characters are those of Word's symbol fonts, and its second level is an o."""
_NUMBER = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s")
_KEEPS_HYPHEN = re.compile(r"(?:\d|\b[A-ZÅÄÖ]+|\b\w)$")
"""What a hyphen belongs to rather than divides: ``15-``, ``A-``, ``EPA-``, ``e-``."""
_CONJUNCTION = re.compile(r"(?:och|eller|samt|respektive)\b")
_PAGE_NUMBER = re.compile(r"(?:sida|sid\.?)?\s*\d{1,4}(?:\s*(?:av|/|\(|\|)\s*\d{1,4}\s*\)?)?", re.I)
_INDENT = 60.0
"""Points that the lines of a column begin apart at most."""
_EDGE = 3
"""Lines at the top and bottom of a page that can belong to every page."""
_WIDEST = 1.5
"""Share of the letters' size."""
_LONGEST_MARK = 3
_SAME_SIZE = 0.6
_NEAR = 1.0
_GAP = 0.6
"""Shares of a line's height: lines nearer than the first can be one paragraph, and those farther than the second are
set apart."""


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


def paragraphs(pages: list[list[Line]]) -> Iterator[str]:
    """Yield each paragraph, heading and list item on a line, empty lines between those that are set apart."""
    before: Line | None = None
    written = ""
    for page in _without_furniture([_visual_lines(page) for page in pages]):
        widths = _Widths(page)
        for line in page:
            if before is not None and widths.goes_on(before, line):
                written = _joined(written, line.text, before.is_divided)
            else:
                yield from [written] if written else []
                yield from [""] if before is not None and _is_set_apart(before, line) else []
                written = _marked(line)
            before = line
    yield written


class _Widths:
    """Where the lines of a page end at most, by where they begin."""

    def __init__(self, page: list[Line]) -> None:
        self._lines = page

    def goes_on(self, line: Line, following: Line) -> bool:
        """Whether a line was broken because the next one's first word had no room; after a divided word always."""
        if _is_marked(following) or CELLS in line.text + following.text or abs(line.size - following.size) > _SAME_SIZE:
            return False
        gap = line.box.bottom - following.box.top
        is_below = -line.box.height < gap < _NEAR * line.box.height
        if not is_below and not following.text[0].islower():
            return False
        return line.is_divided or self._is_full(line, following)

    def _is_full(self, line: Line, following: Line) -> bool:
        first = following.text.split(maxsplit=1)[0]
        letter = (following.box.right - following.box.left) / len(following.text)
        return line.box.right + (len(first) + 1) * letter > self._edge(line)

    def _edge(self, line: Line) -> float:
        """Return where the longest line of the same column ends; another column beside it limits it."""
        reach = 2 * line.box.height
        beside = [each.box for each in self._lines if each.box.left > line.box.right]
        limit = min((box.left for box in beside if abs(box.top - line.box.top) < reach), default=float("inf"))
        column = (each.box.right for each in self._lines if abs(each.box.left - line.box.left) < _INDENT)
        return max((right for right in column if right < limit), default=line.box.right)


def _visual_lines(page: list[Line]) -> list[Line]:
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


def _without_furniture(pages: list[list[Line]]) -> Iterator[list[Line]]:
    """Yield the pages without page numbers and what stands at the edge of most of them."""
    edges = Counter(mask for page in pages for mask in {_masked(line) for line in _edge_lines(page)})
    repeated = {mask for mask, count in edges.items() if count > 1 and count > len(pages) / 2}
    for page in pages:
        edge = _edge_lines(page)
        yield [
            line
            for line in page
            if line not in edge or not (_masked(line) in repeated or _PAGE_NUMBER.fullmatch(line.text))
        ]


def _edge_lines(page: list[Line]) -> list[Line]:
    """Return the highest and the lowest lines of a page."""
    by_height = sorted(page, key=lambda line: line.box.bottom)
    return by_height[:_EDGE] + by_height[-_EDGE:]


def _masked(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


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
    if not is_divided:
        return f"{written} {text}"
    if _CONJUNCTION.match(text):
        return f"{written}- {text}"
    keeps = _KEEPS_HYPHEN.search(written) or not text[0].islower()
    return f"{written}-{text}" if keeps else written + text


def _is_set_apart(line: Line, following: Line) -> bool:
    gap = line.box.bottom - following.box.top
    return gap > _GAP * line.box.height or abs(line.size - following.size) > _SAME_SIZE
