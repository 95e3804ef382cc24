"""Progress per measure and year: one judgement for every page, report and command."""

from loftdb.core.progress.cutoffs import Cutoff, Cutoffs
from loftdb.core.progress.frame import COLUMNS
from loftdb.core.progress.judge import Judge, Sums
from loftdb.core.progress.schedule import Row, Schedule, schedule

__all__ = ["COLUMNS", "Cutoff", "Cutoffs", "Judge", "Row", "Schedule", "Sums", "schedule"]
