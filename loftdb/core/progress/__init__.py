"""Progress per measure and year: one judgement for every page, report and command."""

from loftdb.core.progress.cutoffs import Cutoff, Cutoffs, end_of_run, signers
from loftdb.core.progress.detail import (
    expected_line,
    other_reading,
    proposed_verdict,
    row_verdict,
    whole_verdict,
    window_frame,
)
from loftdb.core.progress.frame import COLUMNS, records
from loftdb.core.progress.judge import Judge, Limits
from loftdb.core.progress.schedule import Row, Schedule, schedule

__all__ = [
    "COLUMNS",
    "Cutoff",
    "Cutoffs",
    "Judge",
    "Limits",
    "Row",
    "Schedule",
    "end_of_run",
    "expected_line",
    "other_reading",
    "proposed_verdict",
    "records",
    "row_verdict",
    "schedule",
    "signers",
    "whole_verdict",
    "window_frame",
]
