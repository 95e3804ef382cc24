"""The questions of a draft: the reading's doubts, and what each number itself leaves open, with one-tap answers."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from loftdb.core.drafts.draft import Choice, DraftPromise, DraftTarget, Plain, Question
from loftdb.core.model import Party, PromiseKind
from loftdb.core.periods import Interval
from loftdb.core.reading.result import Doubt, DoubtKind, Per, Reading, ReadPlan, Span

_OWN = (DoubtKind.NO_PERIOD, DoubtKind.UNTRACKABLE, DoubtKind.NO_PARTY)
"""Asked of the draft's own fields, not of the doubts: an answer by hand then settles them too."""
_WHOLE = (DoubtKind.NO_AGREEMENT_PERIOD, DoubtKind.NO_MUNICIPALITY, DoubtKind.NO_PROMISES)

_PARTIES = ((Party.POLICE,), (Party.MUNICIPALITY,), (Party.POLICE, Party.MUNICIPALITY), ())
_DAYS_IN_WEEK = (7, 5)
"""A promise for each day is each day of the week, or each weekday."""


def _choice(**fields: Plain | tuple[Party, ...]) -> Choice:
    return Choice(tuple((name, _as_plain(value)) for name, value in fields.items()))


def _as_plain(value: object) -> Plain:
    if isinstance(value, tuple):
        return tuple(str(each) for each in value)
    return value if value is None or isinstance(value, bool | int) else str(value)


_READINGS = (
    _choice(interval=Interval.TERM, other=Interval.YEAR),
    _choice(interval=Interval.YEAR, other=Interval.TERM),
)
"""The whole period or each year: the two readings of a number without a period (5.4)."""
_MAYBE_ONE = (
    _choice(kind=PromiseKind.QUALITY, value=None),
    _choice(kind=PromiseKind.COUNT, value=1, interval=Interval.TERM),
    _choice(kind=PromiseKind.COUNT, value=1, interval=Interval.YEAR),
    _choice(kind=PromiseKind.COUNT, value=None),
)
"""Followed by status and text, one in the whole period, one each year, or counted without a target."""

Asked = Collection[tuple[DoubtKind, Span | None]]


def draft_questions(reading: Reading, read: ReadPlan, asked: Asked) -> tuple[Question, ...]:
    """Return the questions about the whole plan: doubts that stand in it and belong to no promise."""
    alone = len(reading.plans) == 1
    return tuple(
        Question(each.kind, each.span, facts=_plain(each))
        for each in reading.doubts
        if each.kind in _WHOLE
        if alone or inside(each.span, read.span)
        if (each.kind, each.span) not in asked
    )


def promise_questions(reading: Reading, promise: DraftPromise, municipalities: int) -> tuple[Question, ...]:
    """Return what is open in a promise, in the order of the text; each number's own questions first."""
    found = [*_open_questions(promise), *_doubted(reading, promise, municipalities)]
    return tuple(sorted(found, key=lambda each: each.span or Span(0, 0)))


def _open_questions(promise: DraftPromise) -> Iterator[Question]:
    if not promise.parties:
        yield Question(DoubtKind.NO_PARTY, promise.span, None, tuple(_choice(parties=each) for each in _PARTIES))
    for target in promise.targets:
        if target.interval is None and target.value is not None:
            yield Question(DoubtKind.UNTRACKABLE, target.span, target.key, tuple(_trackable(target)))
        if target.other is not None:
            yield Question(DoubtKind.NO_PERIOD, target.span, target.key, _READINGS)


def _trackable(target: DraftTarget) -> Iterator[Choice]:
    """Yield the intervals that come nearest: a week for days, a year for a school year, else only counting."""
    if target.per is Per.DAY and target.value is not None:
        for days in _DAYS_IN_WEEK:
            yield _choice(interval=Interval.WEEK, value=target.value * days)
    if target.per is Per.SCHOOL_YEAR:
        yield _choice(interval=Interval.YEAR)
        yield _choice(interval=Interval.SCHOOL_TERM)
    yield _choice(value=None)


def _doubted(reading: Reading, promise: DraftPromise, municipalities: int) -> Iterator[Question]:
    """Yield a question for each doubt inside the promise that is not asked of its fields already."""
    for doubt in reading.doubts:
        if doubt.kind in (*_OWN, *_WHOLE) or promise.span is None or not inside(doubt.span, promise.span):
            continue
        target = next((each for each in promise.targets if each.span and _touches(each.span, doubt.span)), None)
        choices = tuple(_answers(doubt, target, municipalities))
        about = target if target and not any("dropped" in dict(each.sets) for each in choices) else None
        yield Question(doubt.kind, doubt.span, about.key if about else None, choices, _plain(doubt))


def _answers(doubt: Doubt, target: DraftTarget | None, municipalities: int) -> Iterator[Choice]:
    if doubt.kind is DoubtKind.SAID_TWICE:
        yield from (_choice(dropped=False), _choice(dropped=True))
    if target is not None and doubt.kind is DoubtKind.MAYBE_ONE:
        yield from _MAYBE_ONE
    if target is None or target.value is None:
        return
    if doubt.kind is DoubtKind.NUMBERS_DISAGREE:
        scale = 60 if target.minutes else 1
        numbers = [each * scale for each in doubt.facts.values() if isinstance(each, int)]
        yield from (_choice(value=each) for each in dict.fromkeys([target.value, *numbers]))
    if doubt.kind is DoubtKind.APPROXIMATE:
        yield from (_choice(value=target.value), _choice(value=None))
    if doubt.kind is DoubtKind.PER_EACH and municipalities > 1 and "kommun" in str(doubt.facts.get("words")):
        yield from (_choice(value=target.value * municipalities), _choice(value=target.value))


def settled_by(promise: DraftPromise, fields: Collection[str], target: str | None = None) -> DraftPromise:
    """Return the promise with the questions settled that fields set by hand answer."""
    return replace(
        promise,
        questions=tuple(
            replace(each, settled=True, answer=None)
            if not each.settled and each.target == target and _is_answered(each, fields)
            else each
            for each in promise.questions
        ),
    )


def _is_answered(question: Question, fields: Collection[str]) -> bool:
    return any(name in fields for choice in question.choices for name, _ in choice.sets)


def _plain(doubt: Doubt) -> dict[str, Plain]:
    return {str(name): _as_plain(value) for name, value in doubt.facts.items()}


def inside(part: Span, whole: Span) -> bool:
    """Tell whether a span lies in another."""
    return whole.start <= part.start and part.end <= whole.end


def _touches(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
