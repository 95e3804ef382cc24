"""The panel of a meeting's documents: what it says above them, and what each is called."""

from collections.abc import Sequence
from itertools import groupby

from loftdb.core.meetings.records import DocumentKind, FrozenDocument, Stage
from loftdb.view.markup import Html, tag
from loftdb.view.texts import meeting_papers as words
from loftdb.view.texts.meeting import moment_text

STYLE = """
.st-key-meeting-papers{max-width:60rem}
.loft-papers p{max-width:46rem;margin-bottom:.5rem}
.st-key-meeting-papers [data-testid=stDownloadButton] p{text-align:left}
"""

_ORDER = (DocumentKind.STATE, DocumentKind.NOTES, DocumentKind.NOTES_TEXT, DocumentKind.OTHER)
_WANTED = ((Stage.SENT, DocumentKind.STATE), (Stage.CLOSED, DocumentKind.NOTES))


def heading(stage: Stage) -> Html:
    """Return the title and what is to be had here at the stage."""
    told = tag("p", words.LEADS[stage])
    place = tag(
        "section", tag("h2", words.TITLE), told, class_="loft-block loft-papers", id="mote-dokument", tabindex=-1
    )
    return tag("div", place, class_="loft-page")


def latest(stored: Sequence[FrozenDocument]) -> list[FrozenDocument]:
    """Return the last document of each kind, the state first."""
    return [documents[-1] for documents in _by_kind(stored)]


def earlier(stored: Sequence[FrozenDocument]) -> list[FrozenDocument]:
    """Return the documents that a later one of the kind has replaced, the latest first."""
    return [document for documents in _by_kind(stored) for document in reversed(documents[:-1])]


def is_first(document: FrozenDocument, stage: Stage) -> bool:
    """Tell whether the document is what people come for at the stage."""
    return (stage, document.kind) in _WANTED


def dated_name(document: FrozenDocument) -> str:
    """Write ``Hämta läget inför mötet (PDF), sparat 8 oktober 2024 kl. 9.05 svensk tid``."""
    return f"{words.FETCH[document.kind]}, {words.SAVED.format(moment=moment_text(document.registered_at))}"


def saved_line(document: FrozenDocument) -> Html:
    """Return when the document was stored."""
    said = words.SAVED.format(moment=moment_text(document.registered_at))
    return tag("span", said, class_="loft-small")


def _by_kind(stored: Sequence[FrozenDocument]) -> list[list[FrozenDocument]]:
    ordered = sorted(stored, key=lambda each: (_ORDER.index(each.kind), each.number))
    return [list(documents) for _, documents in groupby(ordered, key=lambda each: each.kind)]
