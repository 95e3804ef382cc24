"""A document in, its text out, one line for each heading, paragraph and list item; or a Refused, and nothing is kept.

What somebody else made is parsed in a process of its own (``confined``); nothing in it is run, shown or fetched.
"""

from loftdb.core.errors import Issue, Refused
from loftdb.files.documents import plain
from loftdb.files.documents.confined import parsed
from loftdb.files.documents.kinds import Kind, kind_of

MEGABYTE = 1_000_000
LARGEST = 10 * MEGABYTE
"""Bytes that a file may have; published agreements are below one megabyte."""
LONGEST = MEGABYTE
"""Characters that its text may have."""


def extract(name: str, content: bytes) -> str:
    """Return the text of a .txt, .html, .pdf or .docx file. Refused with one issue where there is none to read.

    The content decides what the file is; the name, which may be any text, only helps where the content does not.
    """
    if len(content) > LARGEST:
        raise Refused(Issue("document_large", facts={"max": LARGEST // MEGABYTE}))
    text = _text(name, content)
    if not any(map(str.isalnum, text)):
        raise Refused(Issue("document_empty"))
    if len(text) > LONGEST:
        raise Refused(Issue("document_long", facts={"length": len(text), "max": LONGEST}))
    return text


def _text(name: str, content: bytes) -> str:
    kind = kind_of(name, content)
    return plain.decoded(content) if kind is Kind.TEXT else parsed(kind, content)
