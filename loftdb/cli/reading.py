"""The command that reads a document; it needs no database and keeps nothing."""

from argparse import Namespace
from pathlib import Path

from loftdb.cli.output import Answer
from loftdb.core.errors import DocumentMissing, DocumentUnusable
from loftdb.files.documents import LARGEST, extract
from loftdb.view import readout


def document(found: Namespace) -> Answer:
    """Read a published agreement, and tell what it promises and what is unsure."""
    from loftdb.core.reading import read  # noqa: PLC0415 - its vocabulary takes a while to build

    path: Path = found.document
    reading = read(extract(path.name, _content(path)))
    return Answer(whole=readout.record(reading), lines=tuple(readout.lines(reading)))


def _content(path: Path) -> bytes:
    """Return what a file holds, at most a byte more than is read of any."""
    if not path.exists():
        raise DocumentMissing(path)
    try:
        if not path.is_file():
            raise DocumentUnusable(path)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise DocumentUnusable(path, str(error)) from error
