"""*Överlämning* as it leaves the program: text to paste and a PDF, from the same gathered facts."""

from dataclasses import dataclass

from loftdb.actions.context import Context
from loftdb.actions.handover import handover
from loftdb.files.pdf.typesetting import pdf
from loftdb.view.handover import handover_document, handover_file_name
from loftdb.view.plain_text import plain_text


@dataclass(frozen=True)
class HandoverFiles:
    """The same document twice."""

    text: str
    pdf: bytes
    name: str
    """The PDF's file name."""


def handover_files(context: Context, municipality: str) -> HandoverFiles:
    """Write the printout for a municipality (name or code). NotFound."""
    gathered = handover(context, municipality)
    document = handover_document(gathered)
    return HandoverFiles(plain_text(document), pdf(document), handover_file_name(gathered))
