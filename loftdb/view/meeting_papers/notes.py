"""*Underlag till minnesanteckningar*: what was shown and decided, and nothing else; nobody's name is in it.

Of a sensitive promise no word is printed, only that something was written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from loftdb.core.documents import Document, Heading, KeyFacts, Note, Paragraph, Run, Table, Text, Together
from loftdb.core.documents import Part as Drawn
from loftdb.core.meetings.notes import Notes
from loftdb.core.meetings.records import Decision, WrittenVerdict
from loftdb.core.memo import Followed, Part
from loftdb.core.moments import local_day
from loftdb.view.figures import figures
from loftdb.view.formats import table_date
from loftdb.view.meeting_papers.gathered import parts
from loftdb.view.meeting_papers.since import change_parts
from loftdb.view.meeting_papers.state import (
    expected,
    figure_text,
    file_name,
    footer,
    opening_facts,
    small_rules,
    together,
)
from loftdb.view.memo.document import section
from loftdb.view.memo.promises import is_counted, now, state, year_text
from loftdb.view.sentences import count_label, judged_label
from loftdb.view.texts import meeting_papers as words
from loftdb.view.texts.labels import label
from loftdb.view.texts.meeting import meeting_name, moment_text
from loftdb.view.texts.papers import PAGES
from loftdb.view.texts.thresholds import RULES_TITLE


@dataclass(frozen=True)
class _Subject:
    """The promise that a decision is about."""

    title: str
    is_sensitive: bool


def notes_document(notes: Notes, is_example: bool) -> Document:
    """Return the document in A4 portrait; its date is the moment the notes were made."""
    shown = notes.shown
    name = meeting_name(shown.council, shown.municipality.name)
    return Document(
        words.titled(words.NOTES_TITLE, shown.day),
        notes.moment,
        tuple(_parts(notes, is_example)),
        kicker=name,
        footer=footer(name, is_example, notes.is_draft),
        pages=PAGES,
    )


def notes_file_name(notes: Notes, is_example: bool, ending: str) -> str:
    """Return a name in ASCII: ``minnesanteckningar-1486-2024-06-12.pdf``."""
    return f"{file_name('minnesanteckningar', notes.shown, is_example, notes.is_draft)}.{ending}"


def _parts(notes: Notes, is_example: bool) -> Iterator[Drawn]:
    gathered = parts(notes.shown)
    followed = {each.promise.id: each for part in gathered for each in part.followed}
    yield from _opening(notes, gathered, is_example)
    about = _subjects(notes)
    yield from together(section(words.DECISIONS, _decisions(notes, about)))
    yield from together(section(words.CARRIED, _carried(notes, about)))
    yield from section(words.TALKED, _talked(notes, followed))
    yield from section(words.SHOWN, _shown(gathered))
    yield from together(section(words.ADDED, _added(notes)))
    yield from together(section(RULES_TITLE, small_rules(notes.shown)))


def _opening(notes: Notes, gathered: tuple[Part, ...], is_example: bool) -> Iterator[Drawn]:
    if is_example:
        yield Note(words.EXAMPLE_NOTE)
    if notes.is_draft:
        yield Note(words.NOTES_DRAFT)
    shown = notes.shown
    sent = (words.SENT, moment_text(shown.known_on)) if shown.known_on else (words.SENT, words.NOT_FROZEN)
    made = (words.WRITTEN if notes.is_draft else words.CLOSED, moment_text(notes.moment))
    yield KeyFacts((*opening_facts(gathered), sent, made))


def _subjects(notes: Notes) -> Mapping[str, _Subject]:
    """Return what decisions can be about, by id; each names its agreement where there are several."""
    every = (*notes.shown.promises(), *notes.elsewhere)
    several = len({agreement.id for agreement, _ in every}) > 1
    return {
        promise.id: _Subject(f"{promise.title} ({agreement.title})" if several else promise.title, promise.sensitive)
        for agreement, promise in every
    }


def _decisions(notes: Notes, about: Mapping[str, _Subject]) -> Iterator[Drawn]:
    rows = tuple(_decided(each, about) for each in notes.decisions)
    yield Table(words.DECISIONS_HEADER, rows, widths=(4, 6, 4, 0)) if rows else Paragraph(words.NO_DECISIONS)


def _carried(notes: Notes, about: Mapping[str, _Subject]) -> Iterator[Drawn]:
    day = local_day(notes.moment)
    rows = tuple((*_decided(each, about), _progress(each, day, about)) for each in notes.carried)
    yield Table(words.CARRIED_HEADER, rows, widths=(4, 6, 4, 0, 5)) if rows else Paragraph(words.NO_CARRIED)


def _decided(decision: Decision, about: Mapping[str, _Subject]) -> tuple[Text, ...]:
    subject = about.get(decision.promise or "")
    action = words.SENSITIVE if _is_sensitive(decision, about) else decision.action
    return subject.title if subject else words.GENERAL, action, decision.function, table_date(decision.due)


def _is_sensitive(decision: Decision, about: Mapping[str, _Subject]) -> bool:
    """Tell whether a decision's words are left out: also where its promise is none of these and so is unknown."""
    subject = about.get(decision.promise or "")
    return subject.is_sensitive if subject else decision.promise is not None


def _progress(decision: Decision, day: date, about: Mapping[str, _Subject]) -> Text:
    if decision.done_on is None:
        return words.LATE if decision.due < day else words.LEFT
    done = words.DONE.format(day=table_date(decision.done_on))
    note = "" if _is_sensitive(decision, about) else decision.note
    return (Run(done, strong=True), Run(f". {words.ended(note)}" if note else ""))


def _talked(notes: Notes, followed: Mapping[str, Followed]) -> Iterator[Drawn]:
    """Yield the promises of which something was written, in the sources' order."""
    told: list[Drawn] = [part for each in followed.values() if (part := _promise(notes, each))]
    yield from told or [Paragraph(words.NOTHING_SAID)]


def _promise(notes: Notes, followed: Followed) -> Together | None:
    """Return what was shown of a promise and what was written of it; null where nothing was."""
    said = tuple(_said(notes, followed))
    if not said:
        return None
    word, symbol = state(followed)
    shown = tuple(_behind(notes, followed))
    return Together(
        (
            Heading(followed.promise.title, 2, word, symbol),
            *((Paragraph("\n".join(shown), small=True),) if shown else ()),
            *said,
        )
    )


def _behind(notes: Notes, followed: Followed) -> Iterator[str]:
    """Yield the figures that were shown: of the year, and of earlier years that were judged; none where sensitive."""
    for row in now(followed):
        if text := figure_text(followed, row):
            year = figures(row).year
            yield f"{f'{year}: ' if year else ''}{text}. {judged_label(row)}."
    if not followed.promise.sensitive:
        judged = {year for of, year in notes.verdicts if of == followed.promise.id}
        earlier = (row for each in followed.counted for row in each.earlier if figures(row).year in judged)
        yield from (year_text(row, followed.promise) for row in earlier)


def _said(notes: Notes, followed: Followed) -> Iterator[Drawn]:
    promise, is_hidden = followed.promise, followed.promise.sensitive
    comment = notes.comments.get(promise.id)
    if comment and comment.text:
        yield _named(words.COMMENT, words.SENSITIVE if is_hidden else comment.text)
    for (of, _), verdict in sorted(notes.verdicts.items(), key=lambda each: each[0][1] or date.max.year):
        if of == promise.id and verdict.verdict:
            yield Paragraph(tuple(_judged(verdict, is_hidden)))
    for made in notes.decisions:
        if made.promise == promise.id:
            yield _named(words.DECISION, words.SENSITIVE if is_hidden else words.decision_line(made))


def _judged(verdict: WrittenVerdict, is_hidden: bool) -> Iterator[Run]:
    """Yield a verdict with its motivation and what the figures proposed (5.11)."""
    yield Run(words.verdict_text(verdict.verdict, verdict.year), strong=True)
    if verdict.motivation:
        yield Run(f" {words.MOTIVATION}: {words.SENSITIVE if is_hidden else words.ended(verdict.motivation)}")
    yield Run(f" {words.proposal_text(verdict.proposed)}", emphasis=True)


def _named(name: str, text: str) -> Paragraph:
    return Paragraph((Run(f"{name}: ", strong=True), Run(text)))


def _shown(gathered: tuple[Part, ...]) -> Iterator[Drawn]:
    """Yield every promise as it was shown."""
    yield Paragraph(words.SHOWN_LEAD)
    for part in gathered:
        if len(gathered) > 1:
            yield Heading(part.agreement.title, 2)
        rows = tuple(row for each in part.followed for row in _figures(each))
        yield Table(words.SHOWN_HEADER, rows, widths=(7, 3, 0, 4, 0))


def _figures(followed: Followed) -> Iterator[tuple[Text, ...]]:
    """Yield a promise's figures row by row, or its status with its day; of a sensitive one no number."""
    title, (word, _), rows = followed.promise.title, state(followed), now(followed)
    several = len(followed.promise.measures) > 1
    said = None if is_counted(followed) else followed.word
    for row in rows:
        facts = figures(row)
        count = words.MONTHLY if followed.promise.sensitive else count_label(facts)
        through = min(facts.judged_through, facts.last) if facts.is_begun else None
        on = said.on if said else through
        name, standing = f"{title}, {facts.plural}" if several else title, word if said else label(facts.state)
        yield name, count, expected(followed, row), standing, table_date(on) if on else ""
    if not rows:
        yield title, "", "", word, table_date(said.on) if said else ""


def _added(notes: Notes) -> Iterator[Drawn]:
    said = change_parts(notes.added, notes.shown)
    yield from (Paragraph(words.ADDED_LEAD), *said) if said else (Paragraph(words.NOTHING_ADDED),)
