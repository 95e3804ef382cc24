"""Documents that are made by hand or by other programs than those that read them."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import docx
from docx.document import Document

HERE = Path(__file__).parent

Placed = tuple[float, float, float, str]
"""Points from the left and from the bottom, size in points, and a text without line breaks."""

TEXT = "Polisen lovar att genomföra minst åttio (80) trafikkontroller per år."


def pdf(*pages: Iterable[Placed], drawing: str = "") -> bytes:
    """Return a PDF file with texts in Helvetica on each page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT]
    kids = []
    for page in pages:
        content = f"{drawing}\n{' '.join(_shown(*placed) for placed in page)}".encode("cp1252")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
            + f"/Contents {len(objects) + 2} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(objects)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def _shown(left: float, bottom: float, size: float, text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {size} Tf 1 0 0 1 {left} {bottom} Tm ({escaped}) Tj ET"


def _file(objects: list[bytes]) -> bytes:
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def word(document: Document) -> bytes:
    """Return the file of a document that python-docx made."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def plain_word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return word(document)


_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def raw_word(body: str, before: str = "", **parts: bytes) -> bytes:
    """Return a Word file with a body written as XML, what stands before its root, and further parts."""
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>'
    )
    return zipped({"word/document.xml": document.encode(), **parts})


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
