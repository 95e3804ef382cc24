"""The agreements and settings as they were known at a moment: one query per table, put together in Python, cached.

Version 1 of anything is known from always; a later version from when it was registered.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from loftdb.core.model import (
    Agreement,
    Comparator,
    Duty,
    DutyRecurrence,
    Interpretation,
    ListItem,
    Measure,
    Municipality,
    Party,
    Promise,
    PromiseKind,
    Reference,
    Season,
    SeasonKind,
    Target,
    Thresholds,
)
from loftdb.core.periods import Interval, Period
from loftdb.store.connection import Cursor
from loftdb.store.database import Database

Row = tuple[Any, ...]

_EVEN = Season()

_PLAIN = (
    "position, heading, title, summary, occasion, wording, conditional, sensitive, announced, predecessor, "
    "dropped_from, function"
)
PROMISE_COLUMNS = f"id, agreement, parties, third_parties, kind, municipalities, {_PLAIN}"
"""What ``promise`` reads."""


TARGET_COLUMNS = (
    "measure, valid_from, value, per, comparator, value_max, every, average, "
    "interpretation, interpreted_by, interpreted_on, agreed, other_per, decision, reason"
)
"""What ``target`` reads."""


def load(database: Database, known_on: datetime | None = None, on: date | None = None) -> Reference:
    """Return all reference data as known at ``known_on`` (naive UTC; null: now).

    ``on`` picks the thresholds in force that day (null: the day of ``known_on``, or the last that were set).
    """
    return _loaded(database, database.reference_version, known_on, on)


@lru_cache(maxsize=8)
def _loaded(database: Database, version: int, known_on: datetime | None, on: date | None) -> Reference:
    with database.reading() as cursor:
        cursor.execute("begin")
        agreements = _agreements(_Tables(cursor, known_on))
        thresholds = _thresholds(cursor, known_on, on or (known_on.date() if known_on else None))
        cursor.execute("rollback")
    return Reference(version, agreements, thresholds)


class _Tables:
    """Reads each table's latest versions that were known."""

    def __init__(self, cursor: Cursor, known_on: datetime | None) -> None:
        self._cursor, self._known_on = cursor, known_on

    def latest(self, table: str, columns: str, order: str, keys: int = 1) -> Iterable[Row]:
        """Return the rows, a later version in the place of an earlier; the first ``keys`` columns name the thing."""
        known = "where version = 1 or registered_at <= $1" if self._known_on else ""
        query = f"select {columns} from {table} {known} order by {order}, version"  # noqa: S608 - own names
        rows = self._cursor.execute(query, [self._known_on] if self._known_on else []).fetchall()
        return {row[:keys]: row for row in rows}.values()

    def joined(self) -> Mapping[str, date]:
        """Return from when the promises hold that joined an agreement later: they have no first version."""
        query = "select id, arg_min(valid_from, version) from promise group by id having min(version) > 1"
        return dict(self._cursor.execute(query).fetchall())


def _agreements(tables: _Tables) -> tuple[Agreement, ...]:
    names = {code: Municipality(code, name) for code, name in tables.latest("municipality", "code, name", "code")}
    promises, duties = _promises(tables), _duties(tables)
    columns = "id, title, starts, ends, followed_from, district, municipalities, problem_areas, source, replaces"
    return tuple(
        Agreement(
            id=id_,
            title=title,
            period=Period(starts, ends),
            followed_from=followed_from,
            district=district,
            municipalities=tuple(names[code] for code in codes),
            problem_areas=tuple(problems),
            source=source,
            promises=tuple(promises.get(id_, ())),
            duties=tuple(duties.get(id_, ())),
            replaces=replaces,
        )
        for id_, title, starts, ends, followed_from, district, codes, problems, source, replaces in tables.latest(
            "agreement", columns, "id"
        )
    )


def _promises(tables: _Tables) -> Mapping[str, list[Promise]]:
    """Return the promises by agreement, in the source's order."""
    measures, items, joined = _measures(tables), _items(tables), tables.joined()
    found: dict[str, list[Promise]] = defaultdict(list)
    for row in tables.latest("promise", PROMISE_COLUMNS, "agreement, position, id"):
        own = promise(row)
        counted, covered = tuple(measures.get(own.id, ())), tuple(items.get(own.id, ()))
        found[row[1]].append(replace(own, measures=counted, items=covered, joined=joined.get(own.id)))
    return found


def promise(row: Row) -> Promise:
    """Return the promise of a row of PROMISE_COLUMNS, without measures and items."""
    id_, _, parties, third, kind, codes, *rest = row
    return Promise(
        id=id_,
        parties=tuple(map(_PARTIES.__getitem__, parties)),
        third_parties=tuple(third),
        kind=_PROMISE_KINDS[kind],
        municipalities=tuple(codes),
        **dict(zip(_PLAIN.split(", "), rest, strict=True)),
    )


def _measures(tables: _Tables) -> Mapping[str, list[Measure]]:
    targets, seasons = _targets(tables), _seasons(tables)
    columns = "number, promise, id, singular, plural, minutes"
    found: dict[str, list[Measure]] = defaultdict(list)
    for number, promise, id_, singular, plural, minutes in tables.latest("measure", columns, "number"):
        own = (tuple(targets.get(number, ())), seasons.get(number, _EVEN))
        found[promise].append(Measure(number, id_, singular, plural, *own, minutes))
    return found


def _targets(tables: _Tables) -> Mapping[int, list[Target]]:
    found: dict[int, list[Target]] = defaultdict(list)
    for row in tables.latest("target", TARGET_COLUMNS, "measure, valid_from", keys=2):
        found[row[0]].append(target(row))
    return found


def target(row: Row) -> Target:
    """Return the target version of a row of TARGET_COLUMNS."""
    _, valid_from, value, per, comparator, value_max, every, average, *reading, decision, reason = row
    about = (value_max, every, average, _interpretation(*reading), decision, reason)
    return Target(valid_from, value, _INTERVALS[per], _COMPARATORS[comparator], *about)


def _interpretation(
    text: str | None, by: str, on: date, agreed: bool | None, other_per: str | None
) -> Interpretation | None:
    return None if text is None else Interpretation(text, by, on, agreed, _INTERVALS[other_per] if other_per else None)


def _seasons(tables: _Tables) -> Mapping[int, Season]:
    rows = tables.latest("season", "measure, kind, months, dates", "measure")
    return {measure: Season(SeasonKind(kind), tuple(months), tuple(dates)) for measure, kind, months, dates in rows}


def _items(tables: _Tables) -> Mapping[str, list[ListItem]]:
    found: dict[str, list[ListItem]] = defaultdict(list)
    for promise, key, name in tables.latest("list_item", "promise, key, name", "promise, position", keys=2):
        if name:
            found[promise].append(ListItem(key, name))
    return found


def _duties(tables: _Tables) -> Mapping[str, list[Duty]]:
    columns = "agreement, id, title, to_whom, recurrence, starts, ends"
    found: dict[str, list[Duty]] = defaultdict(list)
    for agreement, id_, title, to_whom, recurrence, starts, ends in tables.latest(
        "duty", columns, "agreement, position", keys=2
    ):
        window = Period(starts, ends) if starts else None
        found[agreement].append(Duty(id_, title, to_whom, DutyRecurrence(recurrence), window))
    return found


def _thresholds(cursor: Cursor, known_on: datetime | None, on: date | None) -> Thresholds:
    """Return the limits in force; the program's own where none were set, or known, by then."""
    rows = cursor.execute(
        "select pace_excess, late_share, missing_for_behind, small_target, held_on_track, held_slightly_behind "
        "from thresholds where registered_at <= coalesce($1, registered_at) and valid_from <= coalesce($2, valid_from) "
        "order by valid_from desc, version desc limit 1",
        [known_on, on],
    ).fetchall()
    return Thresholds(*rows[0]) if rows else Thresholds()


_PARTIES = {party.value: party for party in Party}
_PROMISE_KINDS = {kind.value: kind for kind in PromiseKind}
_INTERVALS = {interval.value: interval for interval in Interval}
_COMPARATORS = {comparator.value: comparator for comparator in Comparator}
