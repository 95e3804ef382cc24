"""Frozen figures as the parts that a board's text is made of, so that both say the same in the same words.

Nothing is gathered here but what was stored.
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from loftdb.core.deviations import explained
from loftdb.core.meetings.shown import Shown, Word, frame_of
from loftdb.core.memo import Counted, Explained, Followed, MonthCount, Part, Row, Unexplained, told_year
from loftdb.core.model import Agreement, Measure, Promise, StatusUpdate
from loftdb.core.progress import records
from loftdb.view.figures import plain
from loftdb.view.texts.meeting_papers import explanation_text


def judged_day(shown: Shown) -> date:
    """Return the day that a reader of the figures looked from."""
    return shown.judged_on or shown.today


def parts(shown: Shown) -> tuple[Part, ...]:
    """Return the agreements with their promises, in the sources' order."""
    rows = records(frame_of(shown))
    return tuple(_part(shown, each, [row for row in rows if row["agreement"] == each.id]) for each in shown.agreements)


def _part(shown: Shown, agreement: Agreement, rows: Sequence[Row]) -> Part:
    years = shown.years()
    dated = [(plain(row["year"]), years[row["promise"]], row) for row in rows]
    now = [row for of, told, row in dated if of == told or (of is None and not row["held_rule"])]
    before = [row for of, told, row in dated if of is not None and of < told]
    unsigned = {each.party: each.months for each in shown.lacking() if each.agreement == agreement.id}
    return Part(
        agreement,
        max((told for _, told, _ in dated), default=told_year(agreement, shown.day)),
        tuple(_followed(shown, promise, years[promise.id], now, before) for promise in agreement.promises),
        tuple(sorted({(min(row["judged_through"], row["last"]).date(), row["signed"]) for row in now})),
        {party: list(months) for party, months in unsigned.items()},
        (),
    )


def _followed(shown: Shown, promise: Promise, year: int, now: Sequence[Row], before: Sequence[Row]) -> Followed:
    word = next((each for each in shown.words if each.promise == promise.id), None)
    subjects = {promise.id, *(measure.id for measure in promise.measures)}
    return Followed(
        promise,
        tuple(_counted(shown, measure, now, before) for measure in promise.measures),
        _said(word) if word else None,
        word is not None and word.is_stale and word.said is not None,
        tuple(
            Explained(each.year, explanation_text(each, shown.today))
            for each in shown.explanations
            if each.subject in subjects and (each.year or year) <= year
        ),
        tuple(
            Unexplained(each.year, explained(each.state))
            for each in shown.unexplained
            if each.promise == promise.id and (each.year or year) <= year
        ),
    )


def _counted(shown: Shown, measure: Measure, now: Sequence[Row], before: Sequence[Row]) -> Counted:
    return Counted(
        measure,
        tuple(row for row in now if row["number"] == measure.number),
        tuple(row for row in before if row["number"] == measure.number),
        tuple(MonthCount(each.first, each.count) for each in shown.months if each.measure == measure.number),
    )


def _said(word: Word) -> StatusUpdate | None:
    """Return the last word as it was frozen: without a version, and nobody's."""
    said = word.said
    if said is None:
        return None
    texts = (said.done, said.next_step, said.covered)
    return StatusUpdate(word.promise, 0, said.on, said.status, *texts, "", datetime.combine(said.on, time()))
