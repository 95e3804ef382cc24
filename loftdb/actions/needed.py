"""What remains, per promise and month, as a sheet for rostering: whole occasions that add up to what remains."""

from collections.abc import Iterable
from datetime import date

from loftdb.actions.context import Context
from loftdb.actions.progress import Scope, agreements, homes_of, judgement, today
from loftdb.actions.register import find_district, municipalities
from loftdb.core.needed import Known, Need, Needed, NeededRow, Total, needs
from loftdb.files.tables import csv_bytes
from loftdb.store import sums
from loftdb.view import needed as file


def needed(context: Context, scope: Scope | None = None, district: str | None = None) -> Needed:
    """Return what remains after today (or the scope's day) in a municipality, a district, or all. NotFound."""
    scope = scope or Scope()
    named = None if district is None else find_district(context, district)
    chosen = {each.id for each in agreements(context, scope) if named in (None, each.district)}
    judged = judgement(context, scope)
    day = scope.on or today(context, scope.known_on)
    booked = sums.planned(context.database, day, homes_of(context, scope), scope.known_on)
    known = Known(judged.totals, judged.frame, booked, judged.limits.picked)
    return _sheet(list(needs(judged.judge, known, day, chosen)))


def needed_csv(context: Context, scope: Scope | None = None, district: str | None = None) -> bytes:
    """Return the sheet as CSV for Swedish Excel, with every month; a demo's file says that it is one. NotFound."""
    sheet, is_demo = needed(context, scope, district), context.database.clock is not None
    names = {each.code: each.name for each in municipalities(context)}
    return csv_bytes(file.file_headings(sheet, is_demo), file.file_lines(sheet, names, is_demo))


def _sheet(found: list[Need]) -> Needed:
    months = tuple(sorted({first for need in found for first in need.months}))
    rows = tuple(_row(need, months) for need in found)
    return Needed(months, rows, tuple(_totals(rows)))


def _row(need: Need, months: tuple[date, ...]) -> NeededRow:
    row, counts = need.row, tuple(need.months.get(first, 0) for first in months)
    return NeededRow(row.agreement, row.promise, row.measure, row.year, need.remaining, need.planned, counts)


def _totals(rows: tuple[NeededRow, ...]) -> Iterable[Total]:
    kinds: dict[tuple[str, bool], list[NeededRow]] = {}
    for row in rows:
        kinds.setdefault((row.measure.plural.casefold(), row.measure.minutes), []).append(row)
    for own in kinds.values():
        months = tuple(map(sum, zip(*(row.months for row in own), strict=True)))
        measure = own[0].measure
        yield Total(measure.plural, measure.minutes, sum(row.remaining for row in own), months)
