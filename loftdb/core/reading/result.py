"""What was read out of a published agreement: nothing in it is certain until a person has looked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from loftdb.core.model import Comparator, Party
from loftdb.core.periods import Interval, Period


@dataclass(frozen=True, order=True)
class Span:
    """Code points ``start`` up to, not including, ``end`` of the text that was read."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return what the span quotes."""
        return text[self.start : self.end]


class Per(StrEnum):
    """What a number is promised for, as the text says it; ``EVENT`` is each time something happens."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    SCHOOL_TERM = "school-term"
    SCHOOL_YEAR = "school-year"
    YEAR = "year"
    TERM = "term"
    EVENT = "event"

    @property
    def interval(self) -> Interval | None:
        """The interval that the program can follow; null: a person must choose one."""
        return Interval(self.value) if self.value in set(Interval) else None


class NumberKind(StrEnum):
    """What a number in a promise says; only the first three are followed as targets."""

    COUNT = "count"
    HOURS = "hours"
    FREQUENCY = "frequency-word"
    """*Varje vecka*, without a number: one occasion."""
    RESPONSE_TIME = "response-time"
    """*Inom 24 timmar*."""
    STAFFING = "staffing"
    """*Två poliser i varje patrull*."""
    CAP = "entitlement-cap"
    """*Upp till fem samtal* for whoever asks."""
    CHANGE = "relative-change"
    """*Minska med 10 procent*: an aim, not an activity."""

    @property
    def is_followed(self) -> bool:
        """Whether it is a target that the program can follow."""
        return self in (NumberKind.COUNT, NumberKind.HOURS, NumberKind.FREQUENCY)


@dataclass(frozen=True)
class ReadTarget:
    """A number in a promise, as the text says it; hours are hours here."""

    measure: str
    """What is counted, in the text's own words."""
    comparator: Comparator
    value: int
    value_max: int | None
    """The upper end of a range."""
    unit: str
    """The text's word for one of them: ``st``, ``tillfällen``, ``timmar``, ``gånger`` ..."""
    per: Per
    every: int
    average: bool
    per_is_explicit: bool
    """Whether the text states the period; otherwise ``per`` is the term."""
    kind: NumberKind
    span: Span
    """From the comparator through the period, as far as they stand together."""


@dataclass(frozen=True)
class ReadPromise:
    """One promise of the document."""

    text: str
    """Its exact wording on one line, without bullet and line breaks; names and contact details left in."""
    heading: str
    """The heading or lead-in that it stands under; empty: none."""
    parties: tuple[Party, ...]
    """Empty: the text does not decide (*Ansvarig framgår inte*)."""
    third_parties: tuple[str, ...]
    """Organisations that the text names beside the police and the municipality."""
    conditional: str | None
    """The words that make it conditional, such as ``vid behov``."""
    span: Span
    targets: tuple[ReadTarget, ...] = ()


@dataclass(frozen=True)
class ReadDuty:
    """A follow-up that the document promises."""

    text: str
    to_whom: str
    """As the text says it; empty where it does not."""
    window: Period | None
    """Where the words give one, such as ``hösten 2024``."""
    when: str
    """The words for the time, such as ``hösten 2024``, ``årligen``, ``kontinuerligt``; empty: none."""
    span: Span


@dataclass(frozen=True)
class ReadPlan:
    """One agreement; a page can hold several."""

    title: str
    municipalities: tuple[str, ...]
    """Names without "kommun", the home municipality first."""
    police_district: str
    """As the text names it; empty where it does not."""
    period: Period | None
    problem_areas: tuple[str, ...]
    """As the text ranks or lists them."""
    promises: tuple[ReadPromise, ...]
    duties: tuple[ReadDuty, ...]
    span: Span


class DoubtKind(StrEnum):
    """Why a person should look: what the text leaves open, or where two readings are possible."""

    NO_PARTY = "no_party"
    NO_PERIOD = "no_period"
    """The number has no period: the whole agreement is assumed."""
    NUMBERS_DISAGREE = "numbers_disagree"
    """A number is written twice and differs: ``åttio (90)``."""
    UNTRACKABLE = "untrackable"
    """Per day or per event: it must be followed by something longer."""
    NOT_A_TARGET = "not_a_target"
    """A response time, staffing, a cap or an effect: read, but not followed as a target."""
    MAYBE_ONE = "maybe_one"
    """*En trygghetsvandring* without a period: one, or some?"""
    APPROXIMATE = "approximate"
    """*Ett 15-tal*, *cirka*."""
    PER_EACH = "per_each"
    """*I varje kommun*, *per skola*: how many there are decides the sum."""
    WINDOW = "window"
    """The number holds for a part of the period, such as *hösten 2025*."""
    SHARED_NUMBER = "shared_number"
    """One number for several kinds of activity."""
    SAID_TWICE = "said_twice"
    """Two promises with nearly the same words."""
    NO_AGREEMENT_PERIOD = "no_agreement_period"
    NO_MUNICIPALITY = "no_municipality"
    NO_PROMISES = "no_promises"


@dataclass(frozen=True)
class Doubt:
    """One thing to look at, with the facts that its sentence needs."""

    kind: DoubtKind
    span: Span
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """A document as it was read; every span lies inside ``text``."""

    text: str
    plans: tuple[ReadPlan, ...]
    doubts: tuple[Doubt, ...]
