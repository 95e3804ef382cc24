"""A PDF file as text, in the order in which it was written; pictures are not looked at and scripts not run.

PDFium (pypdfium2) reads it: of pypdf, pdfplumber and PDFium it alone says where a word was divided, opens files that
are only protected against changes without another library, keeps columns apart, and takes a tenth of the time.
"""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from loftdb.core.errors import Issue, Refused
from loftdb.files.documents.lines import CELLS
from loftdb.files.documents.pdf_layout import Box, Line, Page, is_next_cell, paragraphs

MOST_PAGES = 500
_MOST_CHARACTERS = 1_100_000
"""From which no more is read: the text is too long in any case."""
_LEAST = 20
"""Letters below which the pages are taken for pictures, with a stamp or a page number at most."""
_LEAST_SHARE = 0.3
"""Share of letters below which a font hides what it says."""
_DIVIDED = {0x02, 0xFFFE}
"""What PDFium puts in place of the hyphen and the line break in a divided word."""
_BREAKS = {0x0A, 0x0D} | _DIVIDED
_LARGEST_MARK = 9.0
"""Points that a drawn bullet measures at most."""
_MARK_WITHIN = 30.0
"""Points before its text where it stands."""


def text_of(content: bytes) -> str:
    """Return the text of a PDF file. Refused: broken, with a password, of too many pages, or without text."""
    document = _opened(content)
    if len(document) > MOST_PAGES:
        raise Refused(Issue("document_pages", facts={"pages": len(document), "max": MOST_PAGES}))
    text = "\n".join(paragraphs(list(_pages(document))))
    letters = sum(map(str.isalpha, text))
    if letters < max(_LEAST, _LEAST_SHARE * len(text)):
        raise Refused(Issue("document_scanned"))
    return text


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise Refused(Issue("document_encrypted" if locked else "document_broken")) from error


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    """Yield the lines of each page, until there is more than any document may have."""
    characters = 0
    for page in document:
        text = page.get_textpage()
        marks = list(_marks(page))
        lines = [_line(text, first, after, marks) for first, after in _runs(text)]
        characters += sum(len(line.text) for line in lines)
        yield Page(tuple(line for line in lines if line.text), page.get_width())
        text.close()
        page.close()
        if characters > _MOST_CHARACTERS:
            return


def _runs(text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends, but for the marks that end it."""
    first = 0
    for index in range(text.count_chars()):
        if raw.FPDFText_GetUnicode(text, index) in _BREAKS:
            yield first, index
            first = index + 1
    yield first, text.count_chars()


def _line(text: pypdfium2.PdfTextPage, first: int, after: int, marks: list[Box]) -> Line:
    """Return the line of some characters; without any visible one, a line without text."""
    letters = "".join(chr(raw.FPDFText_GetUnicode(text, index)) for index in range(first, after))
    words = [match.span() for match in re.finditer(r"\S+", letters)]
    if not words:
        return Line("", Box(0, 0, 0, 0), 0)
    boxes = [(_box(text, first + start), _box(text, first + end - 1)) for start, end in words]
    size = _size(text, first + words[0][0])
    whole = Box(boxes[0][0].left, min(box.bottom for box in boxes[0]), boxes[-1][1].right, max(b.top for b in boxes[0]))
    return Line(
        text=_spaced([letters[start:end] for start, end in words], boxes, size),
        box=whole,
        size=size,
        is_item=any(_stands_before(mark, whole) for mark in marks),
        is_divided=raw.FPDFText_GetUnicode(text, after) in _DIVIDED,
    )


def _spaced(words: list[str], boxes: list[tuple[Box, Box]], size: float) -> str:
    """Return the words of a line with a space between, or what stands between cells where the gap is wide."""
    line = words[0]
    for word, (_, last), (following, _) in zip(words[1:], boxes, boxes[1:], strict=False):
        line += (CELLS if is_next_cell(line, following.left - last.right, size) else " ") + word
    return line


def _box(text: pypdfium2.PdfTextPage, index: int) -> Box:
    left, bottom, right, top = text.get_charbox(index, loose=True)
    return Box(left, bottom, right, top)


def _size(text: pypdfium2.PdfTextPage, index: int) -> float:
    """Return how large a character is drawn, in points: what its font says, as its matrix scales it."""
    matrix = raw.FS_MATRIX()
    scale = abs(matrix.d) if raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)) else 1.0
    return round(float(raw.FPDFText_GetFontSize(text, index)) * (scale or 1.0), 1)


def _marks(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """Yield the small drawings that can be bullets: browsers draw them, and no character stands there."""
    for drawing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        box = Box(*drawing.get_bounds())
        if max(box.right - box.left, box.height) <= _LARGEST_MARK:
            yield box


def _stands_before(mark: Box, line: Box) -> bool:
    middle = (mark.top + mark.bottom) / 2
    return 0 < line.left - mark.right + 1 <= _MARK_WITHIN and line.bottom < middle < line.top
