"""A document as PDF/UA-1 and PDF/A-2a: tagged, titled, in its language; the same bytes on any day and machine.

No clock, network or system font is asked: the typefaces lie beside this file, and no Typst package is used. Typst is
read in when the first document is written: reading it takes 40 ms and 80 MB of address space.
"""

import dataclasses
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from loftdb.core.documents import Document
from loftdb.core.errors import DocumentUnwritten
from loftdb.files.pdf.glyphs import FONTS, shown

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

STANDARDS: "list[PDFStandard]" = ["a-2a", "ua-1"]
"""Accessible to everybody (DOS-lagen), and fit to be kept as a public record."""

_TEMPLATE = Path(__file__).parent / "document.typ"
_DRAWINGS = ("svg", "symbol")


def pdf(document: Document) -> bytes:
    """Return the document as a PDF file; whatever goes wrong with it is one error. DocumentUnwritten."""
    try:
        return _written(document)
    except (RuntimeError, TypeError, OSError, MemoryError) as error:
        raise DocumentUnwritten(document.title) from error


def _written(document: Document) -> bytes:
    """Return the file. TypstError for a drawing that is no SVG, and for headings that skip a level."""
    import typst  # noqa: PLC0415 - read in when it is needed, as the module says

    compiler = typst.Compiler(_template(), font_paths=_fonts(), ignore_system_fonts=True)
    written = compiler.compile(
        format="pdf", sys_inputs={"document": _json(document)}, pdf_standards=STANDARDS, timestamp=0
    )
    if not isinstance(written, bytes):
        raise TypeError(type(written))
    return written


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


@cache
def _fonts() -> "Fonts":
    import typst  # noqa: PLC0415 - as above

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _json(document: Document) -> str:
    moment = document.moment.timetuple()[:6]
    return json.dumps({**_fields(document), "moment": moment}, ensure_ascii=False)


def _fields(part: Any) -> dict[str, Any]:
    """Return a part's kind and fields; texts as they can be set, drawings as they are."""
    named = ((field.name, getattr(part, field.name)) for field in dataclasses.fields(part))
    values = {name: value if name in _DRAWINGS else _value(value) for name, value in named}
    return {"kind": type(part).__name__, **values}


def _value(value: Any) -> Any:
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    return _fields(value) if dataclasses.is_dataclass(value) else value
