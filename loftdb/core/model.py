"""What the program speaks about, as frozen values.

Glossary (section 3 of the domain): agreement = Medborgarlöfte, promise = Löfte, activity = Aktivitet,
count = Tillfällen, target = Mål, actual = Utfall, expected = Förväntat hittills, standing = Läge,
status = Status, verdict = Bedömning, duty = Uppföljning,
interpretation = Tolkning, sign-off = Avstämt, followed from = Följs här från.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from loftdb.core.periods import Interval, Period


class Party(StrEnum):
    """Who answers for a promise; a promise names none when the text does not say (*Ansvarig framgår inte*)."""

    POLICE = "police"
    MUNICIPALITY = "municipality"
    OTHER = "other"


STALE_DAYS = 180
"""A word on a promise is old after this many days (5.16)."""

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


class ActivityKind(StrEnum):
    """One day, a batch inside one month, or one published figure for a calendar year (5.17)."""

    SINGLE = "single"
    BATCH = "batch"
    ANNUAL = "annual"


class ActivityState(StrEnum):
    """Only what is done counts; a withdrawn entry stays in the history (5.19)."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"


class Reason(StrEnum):
    """Why an announced occasion was cancelled."""

    REDEPLOYED = "redeployed"
    ILLNESS = "illness"
    WEATHER = "weather"
    OTHER = "other"


class Precision(StrEnum):
    """How well a count is known: *Uppskattat* is shown as "ca" everywhere, a published lower bound as "minst"."""

    EXACT = "exact"
    ESTIMATED = "estimated"
    AT_LEAST = "at_least"


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


@dataclass(frozen=True)
class Share:
    """How many occasions of one measure an activity counts for."""

    measure: int
    count: int


@dataclass(frozen=True)
class Entry:
    """What a person says happened: the input of logging and of correcting."""

    kind: ActivityKind
    state: ActivityState
    days: Period
    """One day for a single activity, days inside one month for a batch, the calendar year for an annual figure."""
    shares: tuple[Share, ...]
    weeks: tuple[date, ...] = ()
    """Mondays of the weeks that a batch lists; a single activity fills its own, other entries none."""
    precision: Precision = Precision.EXACT
    place: str = ""
    note: str = ""
    reason: Reason | None = None
    """Why a cancelled occasion was cancelled."""
    source: str = ""
    """The published source of an annual figure."""


@dataclass(frozen=True)
class Activity:
    """One version of a log entry, as it stands in the ledger."""

    id: int
    version: int
    entry: Entry
    municipality: int
    """The home municipality of its promises: the ledger's sort key."""
    by: str
    """Who registered it: for the history only, never for meetings, exports or lists (5.21)."""
    party: Party
    registered_at: datetime
    """Naive UTC, the same for all that one transaction saved, and later in each that follows."""
    redacted: bool = False


@dataclass(frozen=True)
class SignOff:
    """A party's word that everything of a month is in the log (5.18)."""

    municipality: int
    party: Party
    month: date
    """Its first day."""
    by: str
    registered_at: datetime


@dataclass(frozen=True)
class StatusUpdate:
    """A dated word on a promise without a number, or on a list: status, what was done, next step, items covered."""

    promise: str
    version: int
    on: date
    status: Status | None
    done: str
    next_step: str
    covered: tuple[str, ...]
    """Keys of the list items covered so far."""
    by: str
    registered_at: datetime

    def is_stale(self, today: date, period: Period) -> bool:
        """Tell whether nothing has been said for 180 days of a promise that is neither finished nor ended (5.16)."""
        is_closed = self.status in (Status.DONE, Status.DROPPED) or today >= period.end
        return not is_closed and (today - self.on).days > STALE_DAYS
