"""How a promise has changed: each new version with its day, decision and reason, the old words beside the new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from loftdb.core.amendments import End, Past
from loftdb.core.drafts import Difference
from loftdb.core.model import Agreement, Measure, Promise, PromiseVersion, Target
from loftdb.view.changes import sides
from loftdb.view.formats import prose_date
from loftdb.view.markup import Html, tag
from loftdb.view.texts.targets import target_phrase

_FIELDS = ("wording", "title", "summary", "parties", "third_parties", "function", "conditional", "occasion", "kind")
_DROPPED, _FUNCTION = "dropped_from", "function"
CHANGED, PROLONGED, LAST = "Ändrat", "Förlängt till", "Sista dag"
_NAMES = {True: "Avfört", False: "I kraft igen"}
"""What becomes of a promise that a new version ends, or takes back."""

STYLE = """
.loft-arrive .loft-revisions{scroll-margin-top:4.5rem}
.loft-revisions{margin-top:1.5rem;display:grid;gap:1.2rem;max-width:52rem;margin-bottom:1.2rem}
.loft-revisions h2{font-size:1.125rem}
"""


_NO_PAST = Past()
_Key = tuple[date, str, str]


@dataclass(frozen=True)
class _Change:
    day: date
    decision: str | None
    reason: str | None
    differences: tuple[Difference, ...]

    @property
    def key(self) -> _Key:
        """What it is told under: its day, and by what right."""
        return self.day, self.decision or "", self.reason or ""


def history(
    agreement: Agreement,
    promise: Promise,
    versions: Sequence[PromiseVersion],
    past: Past = _NO_PAST,
    is_new: bool = False,
) -> Html | None:
    """Return what changed and from when, the latest first; null where the promise is as it was from the beginning.

    ``is_new``: a change was just saved, and the focus goes here.
    """
    worded = (each for each in _worded(versions) if each.day > agreement.period.start)
    found = [*worded, *(each for measure in promise.measures for each in _numbers(measure, past))]
    keys = sorted({each.key: None for each in reversed(found)}, key=lambda key: key[0], reverse=True)
    parts = [part for key in keys if (part := _part(key, [each for each in found if each.key == key]))]
    longer = [_prolonged(before, after) for before, after in pairwise(past.ends)]
    if not (parts or longer):
        return None
    inside = tag("div", *reversed(longer), *parts, class_="loft-revisions")
    if is_new:
        return tag("div", inside, id=f"andrat-{len(parts) + len(longer)}", class_="loft-page loft-arrive", tabindex=-1)
    return tag("div", inside, class_="loft-page")


def _worded(versions: Sequence[PromiseVersion]) -> Iterator[_Change]:
    """Yield what changed in the promise's own fields."""
    for before, after in pairwise(versions):
        differences = tuple(
            Difference(name, getattr(before.promise, name), getattr(after.promise, name))
            for name in (*_FIELDS, _DROPPED)
            if getattr(before.promise, name) != getattr(after.promise, name)
        )
        if differences:
            yield _Change(after.valid_from, after.decision, after.reason, differences)


def _numbers(measure: Measure, past: Past) -> Iterator[_Change]:
    """Yield what each target of a measure changed when it was set."""
    known: list[Target] = []
    for after in past.targets.get(measure.number, measure.targets):
        before = next((each for each in reversed(known) if each.valid_from <= after.valid_from), None)
        written = _goal(before, measure) if before else "", _goal(after, measure)
        if before and written[0] != written[1]:
            yield _Change(after.valid_from, after.decision, after.reason, (Difference("targets", *written),))
        others = (each for each in known if each.valid_from != after.valid_from)
        known = sorted((*others, after), key=lambda each: each.valid_from)


def _goal(target: Target, measure: Measure) -> str:
    return f"{target_phrase(target, measure.minutes)} ({measure.plural})"


def _prolonged(before: End, after: End) -> Html:
    """Return that the agreement goes on, by what right, and when it was to end."""
    return tag(
        "section",
        tag("h2", f"{PROLONGED} {prose_date(after.last)}"),
        _ground(after.ground.decision, after.ground.reason),
        sides([Difference("last", before.last, after.last)], {"last": LAST}.__getitem__),
    )


def _ground(decision: str, reason: str) -> Html | None:
    told = ". ".join(filter(None, (decision and f"Beslut: {decision}", reason)))
    return tag("p", f"{told.rstrip('.')}.", class_="loft-small") if told else None


def _part(key: _Key, found: Sequence[_Change]) -> Html | None:
    """Return what one decision changed from a day; null where that took all of it back again."""
    day, decision, reason = key
    differences = _netted([difference for each in found for difference in each.differences])
    if not differences:
        return None
    ends = [each.after is not None for each in differences if each.field == _DROPPED]
    name = _NAMES[ends[0]] if ends else CHANGED
    shown = [] if any(ends) else [each for each in differences if each.field != _DROPPED]
    return tag(
        "section",
        tag("h2", f"{name} från och med {prose_date(day)}"),
        _ground(decision, reason),
        sides(shown),
    )


def _netted(differences: Sequence[Difference]) -> list[Difference]:
    """Return the differences, those of the function as one: no decision is behind it, and a slip mended is none."""
    functions = [each for each in differences if each.field == _FUNCTION]
    others = [each for each in differences if each.field != _FUNCTION]
    if functions and functions[0].before != functions[-1].after:
        others.append(Difference(_FUNCTION, functions[0].before, functions[-1].after))
    return others
