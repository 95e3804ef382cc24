"""A reading becomes a draft: every number that can be followed is a target, every doubt a question with its answers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from loftdb.core.drafts import units, words
from loftdb.core.drafts.draft import Draft, DraftDuty, DraftPromise, DraftTarget
from loftdb.core.drafts.questions import draft_questions, inside, promise_questions
from loftdb.core.model import DutyRecurrence, Municipality, PromiseKind
from loftdb.core.municipalities import MUNICIPALITIES, find
from loftdb.core.periods import DAY, Interval, Period
from loftdb.core.privacy import blackened, without_contacts
from loftdb.core.reading.result import DoubtKind, NumberKind, ReadDuty, Reading, ReadPlan, ReadPromise, ReadTarget

HEADING, LINE = 80, 80
"""Characters of a heading and of other short texts."""

AGREEMENT_NAME = "Medborgarlöfte"
"""What such an agreement is called; its years follow."""

_ANNOUNCED = ("möte", "träff", "vandring", "konferens", "kontor", "öppet hus", "föreläsning", "café", "cafe", "dialog")
"""Parts of words for occasions that are made known ahead, so that they may be booked (5.23)."""
_YEARLY = ("årlig", "varje år", "per år", "en gång om året")
_PER_MEETING = ("kontinuerlig", "löpande", "varje möte")


def propose(reading: Reading, plan: int, source: str = "") -> Draft:
    """Return a draft of one of the reading's plans; ``source`` is a citation of the document, where one is known."""
    read = reading.plans[plan]
    codes = {name: find(name) for name in dict.fromkeys(read.municipalities)}
    known = dict.fromkeys(code for code in codes.values() if code is not None)
    draft = Draft(
        text=blackened(reading.text),
        title=_name(read),
        first=read.period.start if read.period else None,
        last=read.period.last if read.period else None,
        district=words.district(words.shortened(read.police_district, LINE)),
        municipalities=tuple(Municipality(code, MUNICIPALITIES[code]) for code in known),
        unknown_municipalities=tuple(name for name, code in codes.items() if code is None),
        problem_areas=tuple(words.shortened(each, LINE) for each in dict.fromkeys(read.problem_areas)),
        source=without_contacts(source or read.title),
        duties=tuple(_duty(each, number, read.period) for number, each in enumerate(read.duties, 1)),
    )
    promises = tuple(_promises(reading, read, draft))
    asked = [(question.kind, question.span) for each in promises for question in each.questions]
    return replace(draft, promises=promises, questions=draft_questions(reading, read, asked))


def years_name(period: Period) -> str:
    """Return *Medborgarlöfte 2023–2024*."""
    first, last = period.start.year, period.last.year
    return f"{AGREEMENT_NAME} {first}" if first == last else f"{AGREEMENT_NAME} {first}–{last}"


def _name(read: ReadPlan) -> str:
    return years_name(read.period) if read.period else words.shortened(read.title, LINE)


def _promises(reading: Reading, read: ReadPlan, draft: Draft) -> Iterator[DraftPromise]:
    taken: list[str] = []
    for number, each in enumerate(read.promises, 1):
        promise = _promise(each, f"p{number}", draft.period, reading)
        title = words.unlike(promise.title, taken)
        taken.append(title)
        titled = replace(promise, title=title, municipalities=_joint(each, read, draft))
        yield replace(titled, questions=promise_questions(reading, titled, len(draft.municipalities)))


def _joint(each: ReadPromise, read: ReadPlan, draft: Draft) -> tuple[int, ...]:
    """Return the codes of a joint promise: those that it or its heading names, or the title, where they are several."""
    for text in (f"{each.heading} {each.text}", read.title):
        named = tuple(place.code for place in draft.municipalities if re.search(rf"\b{re.escape(place.name)}", text))
        if len(named) > 1:
            return named
    return ()


def _promise(read: ReadPromise, key: str, period: Period | None, reading: Reading) -> DraftPromise:
    followed = [each for each in read.targets if each.kind.is_followed]
    targets = tuple(
        replace(_target(each, f"t{number}", period), said=" ".join(each.span.of(reading.text).split()))
        for number, each in enumerate(followed, 1)
    )
    wording = without_contacts(read.text)
    units = " ".join(target.plural for target in targets).lower()
    return DraftPromise(
        key=key,
        wording=wording,
        heading=words.shortened(without_contacts(read.heading), HEADING),
        title=proposed_title(wording, targets),
        parties=read.parties,
        third_parties=tuple(words.shortened(each, LINE) for each in dict.fromkeys(read.third_parties)),
        conditional=read.conditional or "",
        announced=any(part in units for part in _ANNOUNCED),
        kind=PromiseKind.COUNT if targets else PromiseKind.QUALITY,
        targets=targets or _maybe_one(reading, read),
        span=read.span,
    )


def proposed_title(wording: str, targets: tuple[DraftTarget, ...]) -> str:
    """Return a title in the words of the first number's unit, else of the wording; not yet unlike the others."""
    numbers = [each for each in targets if each.value is not None]
    unit = (numbers[0].singular if numbers[0].value == 1 else numbers[0].plural) if numbers else ""
    unit = "" if unit in units.OCCASION else unit
    return words.title(wording, unit)


def _target(read: ReadTarget, key: str, period: Period | None) -> DraftTarget:
    """Return the number as a target: hours in minutes, and both readings open where the text states no period."""
    scale = 60 if read.kind is NumberKind.HOURS else 1
    one, many = units.forms(read.measure or read.unit)
    is_open = not read.per_is_explicit and not _is_one_year(period)
    return DraftTarget(
        key=key,
        singular=one,
        plural=many,
        value=read.value * scale,
        comparator=read.comparator,
        value_max=None if read.value_max is None else read.value_max * scale,
        interval=read.per.interval,
        every=read.every,
        average=read.average and read.per.interval not in (Interval.YEAR, Interval.TERM),
        minutes=read.kind is NumberKind.HOURS,
        per=read.per,
        other=Interval.YEAR if is_open and read.per.interval is Interval.TERM else None,
        span=read.span,
    )


def _maybe_one(reading: Reading, read: ReadPromise) -> tuple[DraftTarget, ...]:
    """Return a unit, not used until somebody says so, for the first *en* that may be one or some."""
    for doubt in reading.doubts:
        if doubt.kind is DoubtKind.MAYBE_ONE and inside(doubt.span, read.span):
            one, many = units.forms(str(doubt.facts.get("measure", "")))
            return (DraftTarget("t1", one, many, span=doubt.span, said=doubt.span.of(reading.text)),)
    return ()


def _is_one_year(period: Period | None) -> bool:
    """Tell whether a year and the whole period come to the same."""
    return period is not None and period.start.year == period.last.year


def _duty(read: ReadDuty, number: int, period: Period | None) -> DraftDuty:
    window = read.window
    recurrence = _recurrence(read)
    if recurrence is DutyRecurrence.YEARLY and window is None and period is not None:
        window = account_window(period)
    return DraftDuty(
        key=f"d{number}",
        title=words.capital(words.shortened(without_contacts(read.text), LINE)),
        to_whom=words.capital(words.shortened(without_contacts(read.to_whom), LINE)),
        recurrence=recurrence,
        first=window.start if window else None,
        last=window.last if window else None,
        when=read.when,
        span=read.span,
    )


def account_window(period: Period) -> Period:
    """Return when the first yearly account is due: by 31 March of the year after (5.15)."""
    following = period.start.year + 1
    return Period(date(following, 1, 1), date(following, 3, 31) + DAY)


def _recurrence(read: ReadDuty) -> DutyRecurrence | None:
    when = f"{read.when} {read.text}".casefold()
    if any(part in when for part in _YEARLY):
        return DutyRecurrence.YEARLY
    if read.window is not None:
        return DutyRecurrence.ONCE
    return DutyRecurrence.PER_MEETING if any(part in when for part in _PER_MEETING) else None
