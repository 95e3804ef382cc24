"""*Underlag till tjänsteskrivelse* as it leaves the program: text to paste and a PDF, from the same gathered facts."""

from dataclasses import dataclass

from loftdb.actions.context import Context
from loftdb.actions.memo import memo
from loftdb.actions.progress import Scope
from loftdb.files.pdf.typesetting import pdf
from loftdb.view.memo.document import memo_document, memo_file_name
from loftdb.view.plain_text import plain_text


@dataclass(frozen=True)
class MemoFiles:
    """The same document twice."""

    text: str
    pdf: bytes
    name: str
    """The PDF's file name."""


def memo_files(context: Context, municipality: str, scope: Scope | None = None) -> MemoFiles:
    """Write the basis for a municipality (name or code) by the scope's day and moment. NotFound."""
    gathered = memo(context, municipality, scope)
    document = memo_document(gathered)
    return MemoFiles(plain_text(document), pdf(document), memo_file_name(gathered, "pdf"))
