"""What changed between two moments, as a table for paper: entries counted by promise, never where or by whom.

Of a sensitive promise it is told which months have other figures, never how many.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from loftdb.core.changes import Changes, Edit
from loftdb.core.documents import Paragraph, Part, Run, Table
from loftdb.core.entries import Counted
from loftdb.core.meetings.shown import Shown
from loftdb.core.model import SIGNING_PARTIES
from loftdb.view.change_rows import Row, change_rows
from loftdb.view.formats import listed, months_listed
from loftdb.view.memo.unknown import months_text
from loftdb.view.texts import changes as words
from loftdb.view.texts import meeting_papers as own
from loftdb.view.texts.labels import label
from loftdb.view.texts.meeting import edits


def change_parts(changes: Changes, shown: Shown) -> tuple[Part, ...]:
    """Return the changes as a table, *Läge* first, and below it what was registered and signed off; empty for none."""
    counted = _counted(shown)
    rows = tuple(tuple(cell or "" for cell in row) for row in _rows(changes, shown, counted))
    table = (Table(own.CHANGES_HEADER, rows, widths=(3, 6, 6, 8)),) if rows else ()
    lines = ((own.ENTRIES, listed(_entries(changes, counted))), (words.SIGNED, listed(_signed(changes))))
    said = (Paragraph((Run(f"{name}: ", strong=True), Run(f"{text}."))) for name, text in lines if text)
    return (*table, *said)


def _rows(changes: Changes, shown: Shown, counted: Counted) -> Iterator[Row]:
    titles = _titles(shown)
    moved = tuple(row for row in changes.rows if row.is_moved and row.before and row.after)
    standings = Changes(changes.since, changes.until, rows=moved)
    yield from change_rows(standings, counted, titles, tells_sensitive=False)
    yield from _months(changes, counted)
    rest = replace(changes, rows=(), entries=(), months=(), signed=())
    yield from change_rows(rest, counted, titles)


def _signed(changes: Changes) -> Iterator[str]:
    """Yield ``Polisen maj–augusti 2024 (4 månader)``."""
    for party in SIGNING_PARTIES:
        if months := sorted({each.month for each in changes.signed if each.party is party}):
            yield f"{label(party)} {months_text(months)}"


def _entries(changes: Changes, counted: Counted) -> Iterator[str]:
    """Yield how many entries each promise got, ``Trafikkontroller 12 nya``, in the sources' order."""
    found: dict[str, Counter[Edit]] = {}
    for each in changes.entries:
        shares = [share for side in (each.before, each.after) if side for share in side.shares]
        for title in {counted[share.measure][1].title for share in shares if share.measure in counted}:
            found.setdefault(title, Counter())[each.edit] += 1
    for title in dict.fromkeys(promise.title for _, promise, _ in counted.values()):
        if title in found:
            yield f"{title} {edits(found[title])}"


def _months(changes: Changes, counted: Counted) -> Iterator[Row]:
    for number, (_, promise, _) in counted.items():
        if months := [each.month for each in changes.months if each.measure == number]:
            yield words.SENSITIVE, promise.title, None, own.NEW_MONTHS.format(months=months_listed(months))


def _counted(shown: Shown) -> Counted:
    return {
        measure.number: (agreement, promise, measure)
        for agreement, promise in shown.promises()
        for measure in promise.measures
    }


def _titles(shown: Shown) -> dict[str, str]:
    """Return the titles of agreements, promises, measures and follow-ups by id."""
    titles = {agreement.id: agreement.title for agreement in shown.agreements}
    for _, promise in shown.promises():
        titles |= {promise.id: promise.title} | {measure.id: promise.title for measure in promise.measures}
    return titles | {duty.duty: duty.title for duty in shown.duties}
