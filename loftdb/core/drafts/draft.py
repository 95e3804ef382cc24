"""A draft is what a person makes of a reading: nothing of it is in force, and every number knows where it stood.

Questions are the reading's doubts with the answers that one tap can give. Names and contact details are not in it:
the text is kept with them blacked out, so that every span still fits.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from loftdb.core.model import Comparator, DutyRecurrence, Municipality, Party, PromiseKind
from loftdb.core.periods import Interval, Period
from loftdb.core.reading.result import DoubtKind, Per, Span

Plain = str | int | bool | None | tuple[str, ...]
"""What a choice sets, in the form that JSON has; enums by their values."""


class Relation(StrEnum):
    """What a draft is to an agreement that is already in the program."""

    REVISION = "revision"
    """A new version: compared promise by promise, in force from a day."""
    SUCCESSOR = "successor"
    """*Ersätter …*: the agreement after it, with its promises linked to their forerunners."""
    OTHER = "other"
    """Something else that stands beside it."""
    FILL = "fill"
    """The same agreement's own text: fills in the exact wording and changes nothing else."""


@dataclass(frozen=True)
class Choice:
    """One answer: the fields that it sets, of the question's target, or of its promise where that has no such field."""

    sets: tuple[tuple[str, Plain], ...]

    def get(self, name: str) -> Plain:
        """Return what it sets a field to; null where it does not."""
        return dict(self.sets).get(name)


@dataclass(frozen=True)
class Question:
    """Something that the text leaves open; without choices it only asks somebody to look."""

    kind: DoubtKind
    span: Span | None = None
    target: str | None = None
    """The key of the target that it is about; null: the promise, or the draft."""
    choices: tuple[Choice, ...] = ()
    facts: Mapping[str, Plain] = field(default_factory=dict)
    answer: int | None = None
    """The choice that a person took, by its place."""
    settled: bool = False
    """Whether a person has taken a choice, corrected the field by hand, or said that it is right as it stands."""


@dataclass(frozen=True)
class DraftTarget:
    """One counted unit of a promise, with its number if it has one; it becomes a measure with one target."""

    key: str
    singular: str
    plural: str
    value: int | None = None
    """Null: counted without a target. Minutes where ``minutes``."""
    comparator: Comparator = Comparator.AT_LEAST
    value_max: int | None = None
    interval: Interval | None = None
    """Null with a value: a person must choose one that the program can follow."""
    every: int = 1
    average: bool = False
    minutes: bool = False
    """Whether what is counted is time, kept as minutes."""
    per: Per | None = None
    """The interval as the text says it."""
    said: str = ""
    """The text's own words for the number."""
    other: Interval | None = None
    """The other reading of a number without a period; with it a *Tolkning* is needed (5.4)."""
    reading: str = ""
    """The *Tolkning* in words; empty: the program's own sentence for it."""
    agreed: bool | None = None
    """Whether the parties agree on the *Tolkning*; null: not asked."""
    span: Span | None = None


@dataclass(frozen=True)
class DraftPromise:
    """One promise as it will be, or dropped from the draft so that it can be restored."""

    key: str
    wording: str = ""
    """*Så står det i medborgarlöftet*, names and contact details left out."""
    heading: str = ""
    title: str = ""
    summary: str = ""
    """One sentence in own words; empty: the wording's first sentence stands for it."""
    parties: tuple[Party, ...] = ()
    third_parties: tuple[str, ...] = ()
    function: str = ""
    """*Ansvarig funktion*: never a person; empty: not said."""
    conditional: str = ""
    """The condition in plain words; empty: none."""
    sensitive: bool = False
    announced: bool = False
    kind: PromiseKind = PromiseKind.QUALITY
    occasion: str = ""
    """*Vad räknas som ett tillfälle?*"""
    targets: tuple[DraftTarget, ...] = ()
    """Kept, though not used, while the kind is ``QUALITY``."""
    items: tuple[str, ...] = ()
    """What a ``LIST`` is to cover, by name."""
    municipalities: tuple[int, ...] = ()
    """Codes of a joint promise, the home municipality first; empty: the home municipality's own."""
    span: Span | None = None
    """Null: written by hand, or taken from the agreement."""
    questions: tuple[Question, ...] = ()
    dropped: bool = False
    follows: str | None = None
    """The id of the promise in the related agreement that a person paired it with; empty: with none; null: undecided,
    the program pairs it."""
    by_hand: tuple[str, ...] = ()
    """The fields that a person has set, which nothing else then changes."""

    @property
    def counted(self) -> tuple[DraftTarget, ...]:
        """The targets that are used."""
        return () if self.kind is PromiseKind.QUALITY else self.targets

    def target(self, key: str) -> DraftTarget:
        """Return a target by its key; KeyError."""
        return {each.key: each for each in self.targets}[key]


@dataclass(frozen=True)
class DraftDuty:
    """A follow-up that the document promises, or dropped."""

    key: str
    title: str = ""
    to_whom: str = ""
    recurrence: DutyRecurrence | None = None
    """Null: a person must say."""
    first: date | None = None
    """The window's first and last day; null per meeting, or where a person must say."""
    last: date | None = None
    when: str = ""
    """The text's words for the time."""
    span: Span | None = None
    dropped: bool = False


@dataclass(frozen=True)
class Draft:
    """An agreement in the making."""

    text: str = ""
    """The text that was read, with names and contact details blacked out in place; empty: none was."""
    title: str = ""
    first: date | None = None
    last: date | None = None
    district: str = ""
    municipalities: tuple[Municipality, ...] = ()
    """The home municipality first."""
    unknown_municipalities: tuple[str, ...] = ()
    """Names in the text that no municipality has: to be removed, or replaced by the right ones."""
    problem_areas: tuple[str, ...] = ()
    source: str = ""
    """A citation of what it was read from."""
    promises: tuple[DraftPromise, ...] = ()
    duties: tuple[DraftDuty, ...] = ()
    questions: tuple[Question, ...] = ()
    """Those about the whole."""
    relation: Relation | None = None
    """Null while nobody has said, or where there is nothing to relate to."""
    related: str | None = None
    """The id of the agreement that it is related to."""

    @property
    def period(self) -> Period | None:
        """Its days; null until both ends are known, in order."""
        if self.first is None or self.last is None or self.last < self.first:
            return None
        return Period.through(self.first, self.last)

    @property
    def kept(self) -> tuple[DraftPromise, ...]:
        """The promises that are not dropped, in order."""
        return tuple(each for each in self.promises if not each.dropped)

    @property
    def counts(self) -> tuple[int, int]:
        """How many of the kept promises have a number, and how many there are: *7 av 21 löften har ett måltal*."""
        numeric = sum(any(target.value is not None for target in each.counted) for each in self.kept)
        return numeric, len(self.kept)

    def promise(self, key: str) -> DraftPromise:
        """Return a promise by its key; KeyError."""
        return {each.key: each for each in self.promises}[key]

    def unsettled(self) -> Iterator[tuple[str | None, int, Question]]:
        """Yield what nobody has looked at yet: the promise's key (null: the draft), the question's place, the question.

        The draft's own first, then the promises' in order; a dropped promise asks nothing.
        """
        owners = [(None, self.questions), *((each.key, each.questions) for each in self.kept)]
        for key, questions in owners:
            yield from ((key, place, each) for place, each in enumerate(questions) if not each.settled)
