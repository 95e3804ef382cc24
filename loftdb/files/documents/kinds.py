"""What a file is, by its first bytes; its name decides only between text and HTML."""

import re
from enum import StrEnum

from loftdb.core.errors import Issue, Refused
from loftdb.files.documents import plain


class Kind(StrEnum):
    """A kind of file that can be read."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    WORD = "word"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of .doc, and of a .docx with a password."""
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_OTHERS = (b"{\\rtf", b"%!PS", b"MIME-Version:")
"""Rich text, PostScript and web archives, which would pass for plain text."""
_PDF_WITHIN = 1024
"""Bytes that may stand before a PDF's own; readers allow for it."""
_HEAD = 2_000

_HTML = re.compile(r"\s*<(?:!doctype html|html|head|body|!--|\?xml[^>]*>\s*<(?:!doctype )?html)", re.I)
_ELEMENT = re.compile(r"<(?:p|div|ul|ol|li|h[1-6]|table|br|span|main|article|section)\b[^<>]*>", re.I)
_STRAY = 0.01
"""Share of control characters that a text may have by mistake."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(name: str, content: bytes) -> Kind:
    """Return the kind of a file. Refused: empty, or of a kind that is not read."""
    if not content.strip():
        raise Refused(Issue("document_empty"))
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return Kind.PDF
    if content.startswith(b"PK\x03\x04"):
        return Kind.WORD
    _demand_text(content)
    return Kind.HTML if _is_html(name, plain.decoded(content[:_HEAD])) else Kind.TEXT


def _demand_text(content: bytes) -> None:
    if content.startswith(_OLE):
        raise Refused(Issue("document_encrypted" if _ENCRYPTED_PACKAGE in content else "document_old_word"))
    if content.startswith(_IMAGES):
        raise Refused(Issue("document_image"))
    if content.startswith(_OTHERS) or len(_CONTROLS.findall(text := plain.decoded(content))) > _STRAY * len(text):
        raise Refused(Issue("document_kind"))


def _is_html(name: str, head: str) -> bool:
    if _HTML.match(head):
        return True
    named = name.lower().endswith((".html", ".htm", ".xhtml"))
    found = _ELEMENT.search(head) if named else _ELEMENT.match(head.lstrip())
    return found is not None
