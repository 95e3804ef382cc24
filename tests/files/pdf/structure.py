"""What a PDF file tells about itself, beside how it looks."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader


def read(written: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(written))


def text(written: bytes) -> str:
    """Return the text of every page, a line per page number."""
    pages = (f"--- {number}\n{page.extract_text()}" for number, page in enumerate(read(written).pages, 1))
    return "\n".join(line.rstrip() for page in pages for line in page.splitlines()) + "\n"


def elements(written: bytes) -> Iterator[tuple[str, Any]]:
    """Yield every structure element in reading order: its type and dictionary."""
    yield from _below(read(written).trailer["/Root"]["/StructTreeRoot"]["/K"])


def _below(node: Any) -> Iterator[tuple[str, Any]]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from _below(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node["/S"], node
        yield from _below(node.get("/K", []))
