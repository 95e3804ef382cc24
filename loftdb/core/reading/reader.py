"""The whole way from a document's text to promises with targets; the same text always reads the same."""

from dataclasses import replace

from loftdb.core.reading.agreement.plans import plans
from loftdb.core.reading.result import Doubt, Reading, ReadPlan, ReadPromise
from loftdb.core.reading.source import canonical
from loftdb.core.reading.targets import targets


def read(text: str) -> Reading:
    """Read a published agreement; any text gives a well-formed answer, in time that grows with its length.

    Spans refer to ``Reading.text``, the text in its canonical form.
    """
    source = canonical(text)
    found, doubts = plans(source)
    read_plans = [_with_targets(source, plan) for plan in found]
    unsure = sorted((*doubts, *(doubt for _, said in read_plans for doubt in said)), key=_place)
    return Reading(source, tuple(plan for plan, _ in read_plans), tuple(unsure))


def _with_targets(text: str, plan: ReadPlan) -> tuple[ReadPlan, list[Doubt]]:
    doubts: list[Doubt] = []
    promises: list[ReadPromise] = []
    for promise in plan.promises:
        found, said = targets(text, promise.span)
        promises.append(replace(promise, targets=found))
        doubts += said
    return replace(plan, promises=tuple(promises)), doubts


def _place(doubt: Doubt) -> tuple[int, int, str]:
    return doubt.span.start, doubt.span.end, doubt.kind
