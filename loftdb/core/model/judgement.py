"""How it goes: what is computed, what people say, and the limits of the judgement."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """The computed *Läge* of a measure in a year or term."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    SLIGHTLY_BEHIND = "slightly_behind"
    BEHIND = "behind"
    REACHED = "reached"
    NOT_REACHED = "not_reached"
    NO_TARGET = "no_target"
    CANNOT_JUDGE = "cannot_judge"


LAGGING = (Standing.SLIGHTLY_BEHIND, Standing.BEHIND, Standing.NOT_REACHED)
"""What lags, and what is over and did not reach its number."""


class Status(StrEnum):
    """What a person says of a promise without a number."""

    NOT_BEGUN = "not_begun"
    BEGUN = "begun"
    ONGOING = "ongoing"
    DONE = "done"
    DELAYED = "delayed"
    DROPPED = "dropped"


class Verdict(StrEnum):
    """The human verdict, proposed by the program (5.11)."""

    FULFILLED = "fulfilled"
    PARTLY = "partly"
    NOT_FULFILLED = "not_fulfilled"
    CANNOT_JUDGE = "cannot_judge"


@dataclass(frozen=True)
class Thresholds:
    """The limits of the judgement (5.6), in whole per cent; settings with versions, printed in every report."""

    pace_excess: int = 130
    """*Efter* needs a pace for the rest above this share of the pace so far."""
    late_share: int = 25
    """At most this share of the time left makes one missing occasion weigh as two."""
    missing_for_behind: int = 2
    """Whole occasions missing that make *Efter* before that."""
    small_target: int = 2
    """Targets up to this need something done or booked before the time runs late."""
    held_on_track: int = 90
    held_slightly_behind: int = 75
