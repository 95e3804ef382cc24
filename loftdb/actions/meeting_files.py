"""A meeting's documents: stored with what they tell of, in the same breath or not at all; a draft is never stored.

They say the same to everybody who may read the municipality: no names, no places, no words of sensitive promises.
"""

from dataclasses import dataclass
from datetime import datetime

from loftdb.actions import minutes
from loftdb.actions.context import Context
from loftdb.actions.meeting_state import live, meeting, shown, since_sent
from loftdb.core.errors import Issue, Refused
from loftdb.core.meetings.notes import Notes
from loftdb.core.meetings.records import FROZEN, DocumentKind, Meeting
from loftdb.core.meetings.shown import Shown, without_places
from loftdb.files.pdf.typesetting import pdf
from loftdb.store import meetings as stored
from loftdb.store.database import Transaction
from loftdb.view.meeting_papers.notes import notes_document, notes_file_name
from loftdb.view.meeting_papers.state import state_document, state_file_name
from loftdb.view.plain_text import plain_text

PDF, TEXT = "application/pdf", "text/plain; charset=utf-8"


@dataclass(frozen=True)
class File:
    """A document to take away."""

    name: str
    content: bytes


@dataclass(frozen=True)
class NotesFiles:
    """The same notes twice."""

    text: str
    pdf: File


def state_draft(context: Context, found: Meeting) -> File:
    """Write what the members would get if the figures were frozen now. NotFound, DocumentUnwritten."""
    figures, is_example = live(context, meeting(context, found.id)), _is_example(context)
    return File(state_file_name(figures, is_example), pdf(state_document(figures, context.now, is_example)))


def notes_draft(context: Context, found: Meeting) -> NotesFiles:
    """Write the notes as they stand, as a draft. Refused (``meeting_not_frozen``), NotFound, DocumentUnwritten."""
    found = meeting(context, found.id)
    if found.stage not in FROZEN:
        raise Refused(Issue("meeting_not_frozen"))
    notes, is_example = _notes(context, found, context.now, is_draft=True), _is_example(context)
    document = notes_document(notes, is_example)
    return NotesFiles(plain_text(document), File(notes_file_name(notes, is_example, "pdf"), pdf(document)))


def keep_state(context: Context, tx: Transaction, found: Meeting, figures: Shown) -> None:
    """Store the state with the figures that are frozen in the transaction. DocumentUnwritten."""
    is_example = _is_example(context)
    content = pdf(state_document(figures, tx.registered_at, is_example))
    name = state_file_name(figures, is_example)
    stored.keep_document(tx, found.id, DocumentKind.STATE, PDF, name, content, context.actor.name)


def keep_notes(context: Context, tx: Transaction, found: Meeting) -> None:
    """Store the notes of a meeting that is closed in the transaction, as PDF and as text. DocumentUnwritten."""
    notes, is_example = _notes(context, found, tx.registered_at, is_draft=False), _is_example(context)
    document, by = notes_document(notes, is_example), context.actor.name
    for kind, media_type, ending, content in (
        (DocumentKind.NOTES, PDF, "pdf", pdf(document)),
        (DocumentKind.NOTES_TEXT, TEXT, "txt", plain_text(document).encode()),
    ):
        name = notes_file_name(notes, is_example, ending)
        stored.keep_document(tx, found.id, kind, media_type, name, content, by)


def _notes(context: Context, found: Meeting, moment: datetime, *, is_draft: bool) -> Notes:
    made, carried = minutes.decisions(context, found), minutes.carried(context, found)
    return Notes(
        shown(context, found),
        moment,
        is_draft,
        without_places(since_sent(context, found, moment)),
        minutes.comments(context, found),
        minutes.verdicts(context, found),
        made,
        carried,
        minutes.elsewhere(context, found, (*made, *carried)),
    )


def _is_example(context: Context) -> bool:
    return context.database.clock is not None
