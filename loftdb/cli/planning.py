"""The commands that look ahead: what will not be kept, and what it takes month by month."""

from argparse import Namespace

from loftdb.actions import lagging as behind
from loftdb.actions import needed as left
from loftdb.actions.progress import Scope, today
from loftdb.actions.register import municipalities
from loftdb.cli.databases import opened
from loftdb.cli.output import Answer, Record, Sheet
from loftdb.cli.reports import progress_record
from loftdb.core.arrears import Lag
from loftdb.core.needed import Needed, NeededRow, Total
from loftdb.view.figures import figures
from loftdb.view.formats import duration, month_name
from loftdb.view.sentences import sentence
from loftdb.view.tables import Cell
from loftdb.view.texts import planning as texts
from loftdb.view.texts.labels import label

DECIMALS = 2


def lagging(found: Namespace) -> Answer:
    """List the promises that lag, the least slack first."""
    with opened(found.database) as context:
        lags = behind.lagging(context, Scope(on=found.on), found.district).rows
        names = {each.code: each.name for each in municipalities(context)}
        day = today(context)
    rows = [(lag, figures(lag.row)) for lag in lags]
    records = [
        {**progress_record(row, names[row.municipality], sentence(row, day)), **_extra(lag)} for lag, row in rows
    ]
    talk = () if rows else (texts.NOTHING_LAGS,)
    return Answer(records, talk, Sheet(texts.LAGGING, tuple(_line(lag, names) for lag in lags)))


def _extra(lag: Lag) -> Record:
    return {
        "missing": lag.missing,
        "needed_pace": _rounded(lag.needed_pace),
        "pace": _rounded(lag.pace),
        "slack_weeks": lag.slack_weeks,
        "last_safe": lag.last_safe,
    }


def _rounded(pace: float | None) -> float | None:
    return None if pace is None else round(pace, DECIMALS)


def _line(lag: Lag, names: dict[int, str]) -> tuple[Cell, ...]:
    row = figures(lag.row)
    return (
        names[row.municipality], row.title, str(row.year or "–"), label(row.state),
        *(count_cell(count, row.minutes and not row.is_held) for count in (lag.missing, lag.needed_pace, lag.pace)),
        lag.slack_weeks, lag.last_safe,
    )  # fmt: skip


def count_cell(count: float | None, minutes: bool) -> Cell:
    """Write what is kept as minutes as hours and minutes."""
    if count is not None and minutes:
        return duration(round(count))
    return _rounded(count)


def needed(found: Namespace) -> Answer:
    """List what remains of each promise, month by month."""
    with opened(found.database) as context:
        sheet = left.needed(context, Scope(found.municipality, on=found.on), found.district)
        names = {each.code: each.name for each in municipalities(context)}
    headings = (*texts.NEEDED, *(month_name(first) for first in sheet.months))
    lines: list[tuple[Cell, ...]] = [
        (names[row.promise.home], row.promise.title, str(row.year or "–"), *_counts(row, row.measure.minutes))
        for row in sheet.rows
    ]
    lines += [(texts.TOTAL, total.plural, None, *_counts(total, total.minutes)) for total in sheet.totals]
    records = [_needed(row, names[row.promise.home], sheet) for row in sheet.rows]
    return Answer(records, () if sheet.rows else (texts.NOTHING_NEEDED,), Sheet(headings, tuple(lines)))


def _counts(row: NeededRow | Total, minutes: bool) -> tuple[Cell, ...]:
    return tuple(count_cell(count, minutes) for count in (row.remaining, *row.months))


def _needed(row: NeededRow, municipality: str, sheet: Needed) -> Record:
    months = {f"{first:%Y-%m}": count for first, count in zip(sheet.months, row.months, strict=True)}
    return {
        "promise": row.promise.id,
        "measure": row.measure.id,
        "municipality": municipality,
        "title": row.promise.title,
        "year": row.year,
        "unit": row.measure.plural,
        "remaining": row.remaining,
        "planned": row.planned,
        "months": months,
    }
