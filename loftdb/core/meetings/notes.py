"""What the basis of a meeting's minutes says: the frozen figures, what came after them, and what was written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from loftdb.core.changes import Changes
from loftdb.core.meetings.records import Comment, Decision, WrittenVerdict
from loftdb.core.meetings.shown import Shown
from loftdb.core.model import Agreement, Promise


@dataclass(frozen=True)
class Notes:
    """One meeting, as it was written at a moment."""

    shown: Shown
    """What was sent."""
    moment: datetime
    """Naive UTC: when the meeting was closed, or when a draft was asked for."""
    is_draft: bool
    """Whether the meeting is still open."""
    added: Changes
    """*Tillkommit sedan utskicket*, without places."""
    comments: Mapping[str, Comment]
    """By promise."""
    verdicts: Mapping[tuple[str, int | None], WrittenVerdict]
    """By promise and year (null: the term)."""
    decisions: tuple[Decision, ...]
    """Those made at the meeting."""
    carried: tuple[Decision, ...]
    """Those of earlier meetings: still open, or *Klart* since the one before."""
    elsewhere: tuple[tuple[Agreement, Promise], ...] = ()
    """The promises that decisions are about and that are in none of the meeting's agreements."""
