"""The log as a file: what a search finds and nothing else, without the names of those who logged (5.21)."""

from loftdb.actions.context import Context
from loftdb.actions.register import measures
from loftdb.actions.search import Query, search
from loftdb.core.entries import is_late
from loftdb.core.moments import local, local_day
from loftdb.files.tables import Cell, csv_bytes
from loftdb.view import log_file

WHOLE_LOG = 10_000_000
"""More activities than a log holds."""


def activities_csv(context: Context, query: Query) -> bytes:
    """Return all that matches as CSV for Swedish Excel, one line per activity and promise.

    A demo's file says in every line that it is one.
    """
    counted, found = measures(context), search(context, query, WHOLE_LOG)
    is_demo = context.database.clock is not None
    lines: list[tuple[Cell, ...]] = []
    for activity in found.activities:
        first = found.registered[activity.id]
        late = is_late(activity.entry, local_day(first))
        lines += log_file.lines(activity, counted, local(first).replace(tzinfo=None), late, is_demo)
    return csv_bytes(log_file.headings(is_demo), lines)
