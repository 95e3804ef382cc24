"""The progress frame's declared columns, and the part of it that depends on reference data alone."""

from typing import Any

import pandas as pd

from loftdb.core.progress.schedule import Row, Schedule

COLUMNS: dict[str, str] = {
    "agreement": "str",
    "promise": "str",
    "measure": "str",
    "number": "int64",
    "municipality": "int64",  # home municipality's code
    "title": "str",
    "parties": "object",  # tuple of Party, empty: not stated
    "interval": "object",  # null without a target
    "comparator": "object",
    "every": "Int64",
    "average": "bool",
    "value": "Int64",  # the promised number per interval
    "value_max": "Int64",
    "singular": "str",
    "plural": "str",
    "minutes": "bool",  # counts are minutes
    "year": "Int64",  # null for the term
    "start": "datetime64[s]",
    "last": "datetime64[s]",
    "target": "Int64",  # whole occasions for the row; for held rows in each interval
    "target_original": "Int64",  # null unless target was reckoned from it
    "held_rule": "bool",  # judged by held intervals
    "followed_from": "datetime64[s]",
    "dropped_from": "datetime64[s]",  # null while the measure is in force
    "actual": "int64",
    "estimated": "bool",
    "at_least": "bool",
    "preliminary": "int64",  # done after judged_through
    "planned": "int64",
    "expected": "float64",  # E at judged_through, null where not judged by pace
    "expected_floor": "Int64",
    "elapsed_share": "float64",  # of the weight, 0 to 1; null where not judged by pace
    "state": "str",  # a Standing
    "judged_through": "datetime64[s]",
    "signed": "bool",  # judged_through is signed off
    "held": "Int64",  # intervals held of completed ones, null unless held_rule
    "completed": "Int64",
    "intervals": "Int64",
    "longest_gap": "Int64",  # intervals missed in a row
    "missing": "Int64",  # floor(E) - actual, where above zero
    "remaining": "Int64",  # target - actual, where above zero
    "days_elapsed": "int64",
    "days_left": "int64",
    "days_total": "int64",  # until it is dropped, where it is
    "last_safe": "datetime64[s]",  # last day with actual >= floor(E)
    "book_by": "datetime64[s]",  # small target, nothing done or booked: unbooked from this day
    "unbooked": "bool",  # small target, time running late, nothing done or booked
}


def static_frame(schedule: Schedule) -> pd.DataFrame:
    """Return one row per scheduled row, with the columns that no activity can change."""
    rows = schedule.rows
    frame = pd.DataFrame([_fixed(row) for row in rows], columns=list(_FIXED))
    return frame.astype({name: COLUMNS[name] for name in _FIXED})


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the frame's rows as dicts by column, for code that shows one row at a time."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


_FIXED = (
    "agreement", "promise", "measure", "number", "municipality", "title", "parties", "interval", "comparator", "every",
    "average", "value", "value_max", "singular", "plural", "minutes", "year", "start", "last", "target",
    "target_original", "held_rule", "followed_from", "dropped_from", "days_total",
)  # fmt: skip


def _fixed(row: Row) -> tuple[object, ...]:
    promise, measure, target = row.promise, row.measure, row.target
    rule = (
        (target.interval.value, target.comparator.value, target.every, target.average, target.value, target.value_max)
        if target
        else (None, None, None, False, None, None)
    )
    return (
        row.agreement.id, promise.id, measure.id, measure.number, promise.home, promise.title, promise.parties,
        *rule[:3], *rule[3:], measure.singular, measure.plural, measure.minutes, row.year, row.days.start,
        row.days.last, row.goal, row.original, row.held, row.agreement.followed_from, measure.dropped_from,
        row.days_in_force,
    )  # fmt: skip
