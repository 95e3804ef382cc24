"""A Word file as text: paragraphs, lists, tables and text boxes in order, as they stand when changes are accepted.

Only the parts that hold the text and its styles are unpacked, with the standard library's parser: python-docx passes
over content controls, tracked changes and text boxes, which municipal templates use, and unpacks every picture.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from loftdb.core.errors import Issue, Refused
from loftdb.files.documents.lines import Lines
from loftdb.files.documents.word_styles import Styles, local, value


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MAIN = re.compile(r"word/document\d*\.xml")
_STYLES = re.compile(r"word/styles\d*\.xml")
_MOST_PARTS = 2_000
_LARGEST_PART = 16_000_000
_LARGEST = 100_000_000
_HIGHEST_RATIO = 100
_RATIO_FROM = 10_000_000
"""Bytes unpacked from which the ratio counts: a small file may well be written with much air."""

_CONTROLS = _words("sdt sdtContent ins moveTo customXml")
"""Elements that whole paragraphs, rows and cells can stand in."""
_WRAPPERS = _CONTROLS | _words(
    "r hyperlink smartTag fldSimple AlternateContent Choice drawing inline anchor graphic graphicData wsp txbx wgp "
    "grpSp pict shape group textbox rect roundrect"
)
"""Elements that text can stand in: what was deleted or moved away, and what repeats a drawing, is not among them."""
_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def text_of(content: bytes) -> str:
    """Return the text of a .docx file. Refused: another kind of file, one with a password, or one that would burst."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        _demand_ordinary(parts, len(content))
        main = _part(archive, _MAIN)
        if main is None:
            raise Refused(Issue("document_kind"))
        lines = Lines()
        _write_blocks(main, Styles(_part(archive, _STYLES)), lines)
    return lines.text()


def _demand_ordinary(parts: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(part.file_size for part in parts)
    if (
        len(parts) > _MOST_PARTS
        or unpacked > _LARGEST
        or (unpacked > _RATIO_FROM and unpacked > packed * _HIGHEST_RATIO)
        or len({part.filename for part in parts}) < len(parts)
    ):
        raise Refused(Issue("document_packed"))
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(Issue("document_encrypted"))


def _part(archive: zipfile.ZipFile, pattern: re.Pattern[str]) -> Element | None:
    """Return the first part with such a name, parsed; null: there is none."""
    part = next((part for part in archive.infolist() if pattern.fullmatch(part.filename)), None)
    if part is None:
        return None
    if part.file_size > _LARGEST_PART:
        raise Refused(Issue("document_packed"))
    parser = ElementTree.XMLParser(target=_Builder())  # noqa: S314 - a document type, and so any entity, is refused
    parser.feed(archive.read(part))
    root: Element = parser.close()
    return root


class _Builder(ElementTree.TreeBuilder):
    """Builds the tree of a part; Word writes no document type, which is where entities are declared."""

    def doctype(self, *_: object) -> None:
        raise Refused(Issue("document_broken"))


def _write_blocks(parent: Element, styles: Styles, lines: Lines) -> None:
    for child in parent:
        name = local(child)
        if name == "p":
            _write_paragraph(child, styles, lines)
        elif name == "tbl":
            _write_table(child, styles, lines)
        elif name == "body" or name in _CONTROLS:
            _write_blocks(child, styles, lines)


def _write_paragraph(paragraph: Element, styles: Styles, lines: Lines) -> None:
    style = styles.of(paragraph)
    if style.is_contents:
        return
    (lines.item if style.is_item else lines.gap)()
    for part in "".join(_pieces(paragraph)).split("\n"):
        lines.add(part)
        lines.end()
    (lines.leave if style.is_item else lines.gap)()
    for box in _boxes(paragraph):
        _write_blocks(box, styles, lines)


def _write_table(table: Element, styles: Styles, lines: Lines) -> None:
    """Write a row as a line, or each paragraph as its own where a cell has several."""
    for row in _within(table, "tr"):
        cells = list(_within(row, "tc"))
        if all(map(_is_one_line, cells)):
            for cell in cells:
                lines.add("".join(piece for paragraph in _within(cell, "p") for piece in _pieces(paragraph)))
                lines.cell()
            lines.end()
        else:
            for cell in cells:
                _write_blocks(cell, styles, lines)


def _within(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children of a name, also those in content controls and accepted changes."""
    for child in parent:
        if local(child) == name:
            yield child
        elif local(child) in _CONTROLS:
            yield from _within(child, name)


def _is_one_line(cell: Element) -> bool:
    paragraphs = [paragraph for paragraph in _within(cell, "p") if any(map(str.strip, _pieces(paragraph)))]
    return len(paragraphs) <= 1 and next(_within(cell, "tbl"), None) is None


def _pieces(parent: Element) -> Iterator[str]:
    """Yield the text of a paragraph, but not of the text boxes that are anchored in it."""
    if local(parent) == "r" and _is_hidden(parent):
        return
    for child in parent:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name in _WRAPPERS:
            yield from _pieces(child)


def _is_hidden(run: Element) -> bool:
    marks = (mark for part in run if local(part) == "rPr" for mark in part if local(mark) == "vanish")
    return any(value(mark) not in ("0", "false", "off") for mark in marks)


def _boxes(parent: Element) -> Iterator[Element]:
    for child in parent:
        name = local(child)
        if name == "txbxContent":
            yield child
        elif name in _WRAPPERS:
            yield from _boxes(child)
