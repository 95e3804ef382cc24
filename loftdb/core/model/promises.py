"""Agreements with their promises, measures and targets, as they stand in the reference data."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from loftdb.core.model.judgement import Thresholds
from loftdb.core.periods import Interval, Period


class Party(StrEnum):
    """Who answers for a promise; a promise names none when the text does not say (*Ansvarig framgår inte*)."""

    POLICE = "police"
    MUNICIPALITY = "municipality"
    OTHER = "other"


SIGNING_PARTIES = (Party.POLICE, Party.MUNICIPALITY)


class Comparator(StrEnum):
    """How the actual relates to the target; a bare number is judged as at least (section 4)."""

    AT_LEAST = ">="
    EXACTLY = "="
    AT_MOST = "<="
    RANGE = "range"


class PromiseKind(StrEnum):
    """How a promise is followed: by counting, by ticking off a list, or by status and text."""

    COUNT = "count"
    LIST = "list"
    QUALITY = "quality"


@dataclass(frozen=True)
class Municipality:
    """A municipality by its official four-digit code and its name without "kommun"."""

    code: int
    name: str


@dataclass(frozen=True)
class Interpretation:
    """*Tolkning*: how a text that leaves something open is read; public, and mandatory where it does (5.4)."""

    text: str
    by: str
    """The function that decided, never a person's name."""
    on: date
    agreed: bool | None
    """Whether the parties agree; null: not asked."""
    other_interval: Interval | None = None
    """The other reading, shown beside this one."""


@dataclass(frozen=True)
class Target:
    """One version of a measure's target: ``value`` per ``every`` intervals, in force from ``valid_from``.

    ``value`` null means that the promise was dropped (*Avfört*) from that day. Hours are kept as minutes.
    """

    valid_from: date
    value: int | None
    interval: Interval
    comparator: Comparator = Comparator.AT_LEAST
    value_max: int | None = None
    """The upper end of a range; the target is ``value``."""
    every: int = 1
    average: bool = False
    """*I snitt*: the year's counted intervals times ``value``, judged by pace."""
    interpretation: Interpretation | None = None
    decision: str | None = None
    reason: str | None = None

    @property
    def judged_by_interval(self) -> bool:
        """Whether each interval is held or missed by itself, rather than the sum judged by pace."""
        return self.interval.is_short and not self.average


class SeasonKind(StrEnum):
    """How a target is spread over its year; it moves the expected line, never what counts (5.5)."""

    EVEN = "even"
    SCHOOL_DAYS = "school_days"
    MONTHS = "months"
    DATES = "dates"


@dataclass(frozen=True)
class Season:
    """Weights of the days: even, one share per calendar month (split over its days), or weight 1 on given dates.

    School days are given dates too, as the calendar had them when the season was chosen.
    """

    kind: SeasonKind = SeasonKind.EVEN
    months: tuple[int, ...] = ()
    """Twelve non-negative whole shares, January first, for ``MONTHS``."""
    dates: tuple[date, ...] = ()
    """The dates that carry weight 1 each, in order, for ``DATES`` and ``SCHOOL_DAYS``."""


@dataclass(frozen=True)
class Measure:
    """One counted unit of a promise, with its target versions by ``valid_from`` (none: a count without a target)."""

    number: int
    """The key that log lines carry."""
    id: str
    """The promise's id, followed by ``:key`` where the promise has several measures."""
    singular: str
    plural: str
    targets: tuple[Target, ...] = ()
    season: Season = field(default_factory=Season)
    minutes: bool = False
    """Whether counts are minutes, shown as hours."""

    @property
    def dropped_from(self) -> date | None:
        """The day it was dropped for good (*Avfört*); null while it is in force."""
        last = self.targets[-1] if self.targets else None
        return last.valid_from if last and last.value is None else None

    @property
    def is_weekly(self) -> bool:
        """Whether each week of it is held or missed by itself."""
        return any(target.judged_by_interval and target.interval is Interval.WEEK for target in self.targets)


@dataclass(frozen=True)
class ListItem:
    """Something a list promise is to cover."""

    key: str
    name: str


@dataclass(frozen=True)
class Promise:
    """One promise of an agreement; ``measures`` is empty for a quality promise."""

    id: str
    position: int
    """Its place in the source, from 1."""
    heading: str
    """The owner or theme heading it stands under."""
    title: str
    summary: str
    """One sentence in own words."""
    parties: tuple[Party, ...]
    """Empty: *Ansvarig framgår inte*."""
    third_parties: tuple[str, ...]
    """The names of parties beside the police and the municipality: organisations, never persons."""
    kind: PromiseKind
    municipalities: tuple[int, ...]
    """Codes; more than one for a joint promise (5.13), the home municipality first."""
    measures: tuple[Measure, ...] = ()
    items: tuple[ListItem, ...] = ()
    occasion: str | None = None
    """*Vad räknas som ett tillfälle?*"""
    wording: str | None = None
    """*Så står det i medborgarlöftet*: null until a person has read the document in."""
    conditional: str | None = None
    """The condition in plain words, where the promise has one."""
    sensitive: bool = False
    """*Känsligt löfte*: counted per month, no place, no comment."""
    announced: bool = False
    """Whether its occasions are announced ahead (an office, a meeting, a walk), so that they may be booked (5.23)."""
    predecessor: str | None = None
    """The id of the promise it follows in the agreement that this one replaces."""
    joined: date | None = None
    """The day it joined an agreement that ran already; null: it is in it from the beginning."""
    dropped_from: date | None = None
    """The day it was dropped for good (*Avfört*); null while it is in force."""
    function: str = ""
    """*Ansvarig funktion*, one or several in words, never a person; empty: nobody has said."""

    def days_in(self, period: Period) -> Period:
        """Return the part of its agreement's period that it is in force."""
        start = max(period.start, self.joined or period.start)
        return Period(start, max(start, min(period.end, self.dropped_from or period.end)))

    @property
    def home(self) -> int:
        """The code of the municipality whose log it belongs to."""
        return self.municipalities[0]

    @property
    def is_joint(self) -> bool:
        """Whether several municipalities made it together."""
        return len(self.municipalities) > 1

    @property
    def has_target(self) -> bool:
        """Whether it has a number to reach."""
        return any(measure.targets for measure in self.measures)

    @property
    def is_told_in_words(self) -> bool:
        """Whether people follow it by status and text or by ticking a list, rather than by counting alone."""
        return self.kind is not PromiseKind.COUNT


@dataclass(frozen=True)
class PromiseVersion:
    """A promise's own fields as they stood from a day; its measures and targets have versions of their own (5.14)."""

    promise: Promise
    """Without measures and items."""
    version: int
    valid_from: date
    decision: str | None
    reason: str | None
    by: str
    registered_at: datetime


class DutyRecurrence(StrEnum):
    """Once in its window, once a year, or once per saved council meeting (5.15)."""

    ONCE = "once"
    YEARLY = "yearly"
    PER_MEETING = "per_meeting"


@dataclass(frozen=True)
class Duty:
    """A follow-up that the agreement promises, with the window that its words give (null: per meeting)."""

    id: str
    title: str
    to_whom: str
    recurrence: DutyRecurrence
    window: Period | None


@dataclass(frozen=True)
class Agreement:
    """A *medborgarlöfte*: promises for a period between the police and one or more municipalities."""

    id: str
    title: str
    period: Period
    followed_from: date
    """*Följs här från*: whole intervals before it cannot be judged (5.8)."""
    district: str
    """The local police district (LPO)."""
    municipalities: tuple[Municipality, ...]
    """The home municipality first."""
    problem_areas: tuple[str, ...]
    """Ranked, the first first; empty when the text ranks none."""
    source: str
    """What the agreement was read from, as a citation."""
    promises: tuple[Promise, ...]
    duties: tuple[Duty, ...] = ()
    replaces: str | None = None

    @property
    def home(self) -> Municipality:
        return self.municipalities[0]


@dataclass(frozen=True)
class Reference:
    """All agreements and settings as they were known at one moment; ``version`` changes whenever they do."""

    version: int
    agreements: tuple[Agreement, ...]
    thresholds: Thresholds = field(default_factory=Thresholds)

    def promises(self) -> Iterator[tuple[Agreement, Promise]]:
        """Yield every promise with its agreement, in the sources' order."""
        for agreement in self.agreements:
            for promise in agreement.promises:
                yield agreement, promise
