"""A reading as one object for programs and as Swedish lines for people; both say all that it holds."""

from collections.abc import Iterator

from loftdb.core.periods import Period
from loftdb.core.reading.result import Doubt, ReadDuty, Reading, ReadPlan, ReadPromise, ReadTarget, Span
from loftdb.view.formats import counted, listed, prose_date
from loftdb.view.texts.labels import parties_label
from loftdb.view.texts.reading import message, target_words

_QUOTED = 60
"""Characters of a doubt's place that are quoted."""


def record(reading: Reading) -> dict[str, object]:
    """Return the object that ``loftdb read --format json`` writes: spans are code points of ``text``.

    Days are ``2024-12-31``, a period's end is its last day, and null is what the text does not say. A follow-up's
    window has the text's own words too, such as ``löpande``, which give no days.
    """
    return {
        "text": reading.text,
        "plans": [_plan(plan) for plan in reading.plans],
        "issues": [
            {"kind": str(doubt.kind), "span": _span(doubt.span), "message": message(doubt)} for doubt in reading.doubts
        ],
    }


def _plan(plan: ReadPlan) -> dict[str, object]:
    return {
        "title": plan.title,
        "municipalities": list(plan.municipalities),
        "police_district": plan.police_district or None,
        "period": _period(plan.period),
        "problem_areas": list(plan.problem_areas),
        "commitments": [_promise(promise) for promise in plan.promises],
        "duties": [
            {"text": duty.text, "to_whom": duty.to_whom or None, "window": _window(duty)} for duty in plan.duties
        ],
    }


def _promise(promise: ReadPromise) -> dict[str, object]:
    return {
        "text": promise.text,
        "heading": promise.heading,
        "parties": [str(party) for party in promise.parties],
        "conditional": promise.conditional is not None,
        "span": _span(promise.span),
        "targets": [_target(target) for target in promise.targets],
    }


def _target(target: ReadTarget) -> dict[str, object]:
    return {
        "measure": target.measure,
        "comparator": str(target.comparator),
        "value": target.value,
        "value_max": target.value_max,
        "unit": target.unit,
        "per": str(target.per),
        "every": target.every,
        "average": target.average,
        "per_is_explicit": target.per_is_explicit,
        "kind": str(target.kind),
        "span": _span(target.span),
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _period(period: Period | None) -> dict[str, str | None]:
    if period is None:
        return {"start": None, "end": None}
    return {"start": period.start.isoformat(), "end": period.last.isoformat()}


def _window(duty: ReadDuty) -> dict[str, str | None] | None:
    """Return when a follow-up is made, in days and in the text's own words; null where the text does not say."""
    return {**_period(duty.window), "words": duty.when or None} if duty.window or duty.when else None


def lines(reading: Reading) -> Iterator[str]:
    """Yield what was read as lines for a terminal."""
    for plan in reading.plans:
        yield from _plan_lines(plan)
        yield ""
    if reading.doubts:
        yield f"Att ta ställning till ({len(reading.doubts)}):"
        yield from (f"  • {_quoted(reading, doubt)}{message(doubt)}" for doubt in reading.doubts)
    elif reading.plans:
        yield "Inget är oklart."


def _plan_lines(plan: ReadPlan) -> Iterator[str]:
    yield plan.title or "Medborgarlöfte"
    yield f"Kommun: {listed(plan.municipalities) or 'framgår inte'}"
    yield f"Period: {_days(plan.period)}"
    if plan.problem_areas:
        yield f"Problemområden: {listed(plan.problem_areas)}"
    with_number = sum(any(target.kind.is_followed for target in promise.targets) for promise in plan.promises)
    yield f"{counted(len(plan.promises), 'löfte', 'löften')}, {with_number} med måltal:"
    for number, promise in enumerate(plan.promises, 1):
        yield f"  {number}. {parties_label(promise.parties, promise.third_parties)}: {promise.text}"
        yield from (f"     → {target_words(target)}" for target in promise.targets)
    for duty in plan.duties:
        yield f"  Uppföljning: {duty.text}{_when(duty)}"


def _days(period: Period | None) -> str:
    return f"{prose_date(period.start)}–{prose_date(period.last)}" if period else "framgår inte"


def _when(duty: ReadDuty) -> str:
    return f" ({duty.when})" if duty.when else ""


def _quoted(reading: Reading, doubt: Doubt) -> str:
    """Return the doubt's place, as the text says it, before its sentence."""
    words = " ".join(doubt.span.of(reading.text).split())
    if not words:
        return ""
    return f"”{words if len(words) <= _QUOTED else f'{words[:_QUOTED].rstrip()} …'}”: "
