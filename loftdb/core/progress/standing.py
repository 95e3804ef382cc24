"""The one judgement: which standing a row has, in the order of rule 5.6.

Every comparison is one of whole numbers, cross-multiplied.
"""

from dataclasses import dataclass, replace

import numpy as np

from loftdb.core.model import LAGGING, Standing, Thresholds
from loftdb.core.progress.arrays import Flags, Ints, Words


@dataclass(frozen=True)
class Facts:
    """Arrays over rows (or over the windows that run): what the judgement looks at.

    ``through``, ``start``, ``last`` and ``followed`` are day numbers; ``target`` is 0 where there is none.
    """

    start: Ints
    last: Ints
    through: Ints
    followed: Ints
    published: Flags
    """Whether an annual figure tells of the time before it was followed."""
    has_target: Flags
    at_most: Flags
    target: Ints
    actual: Ints
    planned: Ints
    floor: Ints
    elapsed: Ints
    left: Ints
    lower_bound: Flags
    """Whether part of the actual was published as *minst*: what is missing may have been done."""
    unknown: Ints
    """Whole occasions expected before it was followed, of which nothing is known (5.8)."""


@dataclass(frozen=True)
class HeldFacts:
    """Arrays over rows: windows held, completed and in all, since the agreement is followed."""

    held: Ints
    completed: Ints
    total: Ints


def by_pace(facts: Facts, thresholds: Thresholds) -> Words:
    """Return the standing of sums; a tool that starts late accuses nobody of what it cannot know (5.8).

    Where occasions were expected before the agreement was followed, a lag stands only if it stands with all of them
    done; where they could have made up for it, nobody can judge.
    """
    plain = _by_sums(facts, thresholds)
    accused = _are(plain, *LAGGING) & (facts.unknown > 0) & ~facts.at_most
    if not accused.any():
        return plain
    lenient = _by_sums(replace(facts, actual=facts.actual + facts.unknown), thresholds)
    lenient = np.where(_are(lenient, *LAGGING), lenient, Standing.CANNOT_JUDGE.value)
    return np.where(accused, lenient, plain)


def _by_sums(facts: Facts, thresholds: Thresholds) -> Words:
    """Return the standing in the rule's order: before, cannot judge, at most, reached, over, on track, behind."""
    over = facts.through >= facts.last
    too_many = facts.actual > facts.target
    missing = facts.floor - facts.actual
    return _first(
        (facts.through < facts.start, Standing.NOT_STARTED),
        (~facts.has_target, Standing.NO_TARGET),
        (before_followed(facts), Standing.CANNOT_JUDGE),
        (facts.at_most & too_many, Standing.NOT_REACHED),
        (facts.at_most & over & ~facts.lower_bound, Standing.REACHED),
        (facts.at_most & over, Standing.CANNOT_JUDGE),
        (facts.at_most, Standing.ON_TRACK),
        (facts.actual >= facts.target, Standing.REACHED),
        (facts.lower_bound & (over | (missing > 0)), Standing.CANNOT_JUDGE),
        (over, Standing.NOT_REACHED),
        (unbooked(facts, thresholds), Standing.SLIGHTLY_BEHIND),
        (missing <= 0, Standing.ON_TRACK),
        (_pace_is_lost(facts, thresholds) & _missing_weighs(facts, missing, thresholds), Standing.BEHIND),
        otherwise=Standing.SLIGHTLY_BEHIND,
    )


def by_held(facts: Facts, held: HeldFacts, running: Words, thresholds: Thresholds) -> Words:
    """Return the standing of held windows, never better than the pace of the one that runs (section 4)."""
    kept = held.held * 100
    ended = held.completed == held.total
    judged = _first(
        (facts.through < facts.start, Standing.NOT_STARTED),
        ((held.total == 0) | before_followed(facts), Standing.CANNOT_JUDGE),
        (ended & (held.held == held.total), Standing.REACHED),
        (ended, Standing.NOT_REACHED),
        (held.completed == 0, Standing.ON_TRACK),
        (kept >= thresholds.held_on_track * held.completed, Standing.ON_TRACK),
        (kept >= thresholds.held_slightly_behind * held.completed, Standing.SLIGHTLY_BEHIND),
        otherwise=Standing.BEHIND,
    )
    return worse(judged, running)


def worse(judged: Words, running: Words) -> Words:
    """Return the judgement, lowered to that of the running window where this lags."""
    lags = (judged == Standing.ON_TRACK) & _are(running, Standing.SLIGHTLY_BEHIND, Standing.BEHIND)
    lost = (judged == Standing.SLIGHTLY_BEHIND) & (running == Standing.BEHIND)
    return np.where(lags | lost, running, judged)


def before_followed(facts: Facts) -> Flags:
    """Tell where the whole time judged lies before the agreement is followed, and nothing was published of it (5.8)."""
    before: Flags = (np.minimum(facts.last, facts.through) < facts.followed) & ~facts.published
    return before


def unbooked(facts: Facts, thresholds: Thresholds) -> Flags:
    """Tell where a target of one or two has nothing done or booked and little time left (*Ingen dag bokad*)."""
    waiting: Flags = is_idle(facts, thresholds) & (facts.through >= late_from(facts, thresholds))
    return waiting


def is_idle(facts: Facts, thresholds: Thresholds) -> Flags:
    """Tell where a target of one or two has nothing done or booked: it is late from ``late_from``."""
    small = facts.has_target & ~facts.at_most & (facts.target > 0) & (facts.target <= thresholds.small_target)
    idle: Flags = small & (facts.actual == 0) & (facts.planned == 0) & (facts.floor <= 0)
    return idle


def late_from(facts: Facts, thresholds: Thresholds) -> Ints:
    """Return the day number from which at most the threshold's share of the time is left."""
    late: Ints = facts.last - thresholds.late_share * (facts.last + 1 - facts.start) // 100
    return late


def _pace_is_lost(facts: Facts, thresholds: Thresholds) -> Flags:
    """Tell where the pace needed exceeds the pace so far by the threshold, or nothing is done."""
    needed = (facts.target - facts.actual) * facts.elapsed * 100
    lost: Flags = (facts.actual == 0) | (needed > thresholds.pace_excess * facts.actual * facts.left)
    return lost


def _missing_weighs(facts: Facts, missing: Ints, thresholds: Thresholds) -> Flags:
    return (missing >= thresholds.missing_for_behind) | (facts.through >= late_from(facts, thresholds))


def _first(*cases: tuple[Flags, Standing], otherwise: Standing) -> Words:
    """Return, for each row, the standing of the first case that holds; chosen by number, which words take ten times."""
    words = np.array([*(standing.value for _, standing in cases), otherwise.value])
    number = np.select([case for case, _ in cases], list(range(len(cases))), default=len(cases))
    chosen: Words = words[number]
    return chosen


def _are(judged: Words, *standings: str) -> Flags:
    """Tell which have one of the standings."""
    among: Flags = np.logical_or.reduce([judged == standing for standing in standings])
    return among
