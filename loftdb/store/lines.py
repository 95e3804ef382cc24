"""The lines that an entry puts in the ledger: signed whole counts, each with every column that sums are grouped on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from loftdb.core.errors import Issue, Refused
from loftdb.core.model import ActivityKind, ActivityState, Entry, Share
from loftdb.core.periods import month_start, week_start
from loftdb.store.connection import Cursor


@dataclass(frozen=True)
class Line:
    """So many occasions of a measure on a day; ``week`` is a Monday, ``month`` a first (null: fills none)."""

    measure: int
    day: date
    week: date | None
    month: date | None
    state: str
    precision: str
    count: int


def lines_of(entry: Entry) -> tuple[Line, ...]:
    """Return the entry's lines, none when it is withdrawn.

    A batch stands on its last day, an annual figure on 31 December. Refused: ``no_shares``, ``count_not_positive``,
    ``measure_twice``, ``fewer_than_weeks`` (a listed week needs at least one occasion).
    """
    _demand_shares(entry)
    if entry.state is ActivityState.WITHDRAWN:
        return ()
    return tuple(line for share in entry.shares for line in _of_share(entry, share))


def standing_lines(cursor: Cursor, activity: int, municipality: int) -> tuple[Line, ...]:
    """Return what the activity's lines add up to, whatever it took to get there."""
    rows = cursor.execute(
        "select measure, date, week, month, state, precision, sum(count)::bigint from line "
        "where municipality = $1 and activity = $2 "
        "group by measure, date, week, month, state, precision having sum(count) <> 0",
        [municipality, activity],
    ).fetchall()
    return tuple(Line(*row) for row in rows)


def change(standing: Sequence[Line], wanted: Sequence[Line]) -> tuple[Line, ...]:
    """Return the reversals and new lines that lead from one to the other, none when they say the same."""
    if sorted(standing, key=repr) == sorted(wanted, key=repr):
        return ()
    return (*(replace(line, count=-line.count) for line in standing), *wanted)


def _of_share(entry: Entry, share: Share) -> Iterator[Line]:
    last, state, precision = entry.days.last, entry.state.value, entry.precision.value
    if entry.kind is ActivityKind.ANNUAL:
        yield Line(share.measure, date(last.year, 12, 31), None, None, state, precision, share.count)
    elif entry.kind is ActivityKind.SINGLE:
        yield Line(share.measure, last, week_start(last), month_start(last), state, precision, share.count)
    else:
        for week, count in _by_week(entry, share):
            yield Line(share.measure, last, week, month_start(last), state, precision, count)


def _by_week(entry: Entry, share: Share) -> Iterator[tuple[date | None, int]]:
    """Give each listed week one occasion and the last one the rest."""
    weeks: Sequence[date | None] = entry.weeks or (None,)
    for week in weeks[:-1]:
        yield week, 1
    yield weeks[-1], share.count - len(weeks) + 1


def _demand_shares(entry: Entry) -> None:
    if not entry.shares:
        raise Refused(Issue("no_shares", "shares"))
    if len({share.measure for share in entry.shares}) < len(entry.shares):
        raise Refused(Issue("measure_twice", "shares"))
    for share in entry.shares:
        if share.count < 1:
            raise Refused(Issue("count_not_positive", "count", {"measure": share.measure, "count": share.count}))
        if share.count < len(entry.weeks):
            facts = {"measure": share.measure, "count": share.count, "weeks": len(entry.weeks)}
            raise Refused(Issue("fewer_than_weeks", "count", facts))
