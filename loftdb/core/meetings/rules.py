"""What may be written at a meeting: complete, possible, and without personal data (5.23)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from loftdb.core import privacy
from loftdb.core.errors import Issue
from loftdb.core.meetings.records import NEXT, Meeting, Stage
from loftdb.core.model import Verdict
from loftdb.core.periods import MEANT

LONGEST_NAME = 80
"""Characters of a council's name, a function, an indicator's name, unit or source."""
_DECIMALS, _DIGITS = 3, 15


@dataclass(frozen=True)
class Draft:
    """A meeting as somebody plans it."""

    day: date
    agreements: tuple[str, ...]


@dataclass(frozen=True)
class Assignment:
    """A decision as somebody writes it."""

    promise: str | None
    action: str
    function: str
    due: date | None


@dataclass(frozen=True)
class Opinion:
    """A verdict as somebody writes it; null takes back what was written."""

    promise: str
    year: int | None
    verdict: Verdict | None
    motivation: str = ""


@dataclass(frozen=True)
class Reading:
    """An indicator's value as somebody writes it."""

    agreement: str
    name: str
    unit: str
    value: Decimal
    source: str
    on: date | None = None
    year: int | None = None
    problem_area: str | None = None


def meeting_issues(draft: Draft, known: Collection[str], taken: Collection[date]) -> Iterator[Issue]:
    """Yield what keeps a meeting from being saved; ``known``: agreements of the municipality, ``taken``: other days."""
    if draft.day not in MEANT:
        yield Issue("date_far", "day", {"first": MEANT.start.year, "last": MEANT.last.year})
    if draft.day in taken:
        yield Issue("meeting_same_day", "day", {"date": draft.day})
    if not draft.agreements:
        yield Issue("meeting_without_agreements", "agreements")
    if set(draft.agreements) - set(known) or len(set(draft.agreements)) < len(draft.agreements):
        yield Issue("meeting_agreement_unknown", "agreements")


def stage_issues(meeting: Meeting, stage: Stage, today: date) -> Iterator[Issue]:
    """Yield what keeps a meeting from coming to a stage."""
    if stage not in NEXT[meeting.stage]:
        yield Issue("meeting_stage", "stage", {"stage": meeting.stage, "next": stage})
    elif stage is Stage.HELD and meeting.day > today:
        yield Issue("meeting_ahead", "day", {"date": meeting.day})


def name_issues(name: str) -> Iterator[Issue]:
    """Yield what keeps a council from being called so."""
    yield from _short("name", name)


def assignment_issues(assignment: Assignment, day: date) -> Iterator[Issue]:
    """Yield what keeps a decision of a meeting on the day from being saved."""
    if not assignment.action.strip():
        yield Issue("action_missing", "action")
    yield from privacy.refusals(assignment.action, "action")
    yield from _short("function", assignment.function)
    if assignment.due is None:
        yield Issue("due_missing", "due")
    elif assignment.due not in MEANT:
        yield Issue("date_far", "due", {"first": MEANT.start.year, "last": MEANT.last.year})
    elif assignment.due < day:
        yield Issue("due_before_meeting", "due", {"date": assignment.due, "day": day})


def done_issues(on: date, note: str, made: date, today: date) -> Iterator[Issue]:
    """Yield what keeps a decision that was made on a day from being *Klart*."""
    if on > today:
        yield Issue("done_in_future", "on", {"date": on})
    elif on < made:
        yield Issue("done_before_decision", "on", {"date": on, "made": made})
    yield from privacy.refusals(note, "note")


def opinion_issues(opinion: Opinion, proposed: Verdict | None, years: Collection[int]) -> Iterator[Issue]:
    """Yield what keeps a verdict from being saved: another than the proposed one needs a motivation (5.11)."""
    if opinion.year is not None and opinion.year not in years:
        yield Issue("verdict_year", "year", {"year": opinion.year})
    if opinion.verdict not in (None, proposed) and not opinion.motivation.strip():
        yield Issue("motivation_missing", "motivation")
    yield from privacy.refusals(opinion.motivation, "motivation")


def reading_issues(reading: Reading, areas: Collection[str], today: date) -> Iterator[Issue]:
    """Yield what keeps an indicator's value from being saved."""
    for field, text in (("name", reading.name), ("unit", reading.unit), ("source", reading.source)):
        yield from _short(field, text)
    if reading.problem_area is not None and reading.problem_area not in areas:
        yield Issue("problem_area_unknown", "problem_area")
    yield from _when(reading, today)
    if not _is_plain(reading.value):
        yield Issue("indicator_value", "value", {"decimals": _DECIMALS})


def _when(reading: Reading, today: date) -> Iterator[Issue]:
    year = reading.on.year if reading.on else reading.year
    if year is None or (reading.on and reading.year is not None):
        yield Issue("indicator_when", "on")
    elif not MEANT.start.year <= year <= MEANT.last.year:
        yield Issue("date_far", "on", {"first": MEANT.start.year, "last": MEANT.last.year})
    elif (reading.on or date(year, 1, 1)) > today:
        yield Issue("indicator_in_future", "on")


def _is_plain(value: Decimal) -> bool:
    """Tell whether it is a number with at most three decimals."""
    if not value.is_finite():
        return False
    _, digits, exponent = value.as_tuple()
    return -int(exponent) <= _DECIMALS and len(digits) + max(int(exponent), 0) <= _DIGITS


def _short(field: str, text: str) -> Iterator[Issue]:
    if not text.strip():
        yield Issue("words_missing", field)
    if len(text) > LONGEST_NAME:
        yield Issue("words_too_long", field, {"max": LONGEST_NAME, "length": len(text)})
    yield from privacy.refusals(text, field)
