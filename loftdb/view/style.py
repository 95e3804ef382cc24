"""The page's one style sheet for everything that the view draws."""

from loftdb.view import (
    activity,
    bars,
    changes,
    draft,
    draft_facts,
    guide,
    log_table,
    overview,
    promise,
    reading,
    receipts,
    results,
    revisions,
    rows,
    sheet_results,
    strips,
    tables,
    worded,
)

_PARTS = (
    bars,
    guide,
    strips,
    rows,
    tables,
    overview,
    promise,
    results,
    worded,
    receipts,
    sheet_results,
    log_table,
    activity,
    reading,
    draft,
    draft_facts,
    changes,
    revisions,
)
STYLE = "".join(part.STYLE for part in _PARTS)
