"""Which promise of a draft is which of an agreement: paired by hand, else by their words, the most alike first.

Likeness is the share of stems in common, rare ones weighing more, with a little for the place. Where neighbours are
paired with each other, less is enough.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping

from loftdb.core.drafts.draft import Draft, DraftPromise
from loftdb.core.model import Agreement, Measure, Promise
from loftdb.core.reading.source import folded

LEAST_LIKENESS = 30
"""Per cent: promises that are less alike are not paired by themselves."""
LEAST_BETWEEN = 20
"""Per cent: the same where the promises beside them are paired with each other."""
PLACE_SHARE = 20
"""Per cent of the likeness that the place in the text decides."""
_STEM, _SHORTEST = 6, 4
"""Letters of a word that are compared, and letters of the shortest word that is."""

_WORD = re.compile(r"[^\W\d_]+|\d+")


def paired(old: Agreement, draft: Draft) -> dict[str, tuple[str, int]]:
    """Return the id of the old promise for each draft promise that has one, by key, with their likeness in per cent."""
    known = {each.id: each for each in old.promises}
    found = {each.key: (each.follows, 100) for each in draft.kept if each.follows in known and each.follows}
    taken = {promise for promise, _ in found.values()}
    free_new = [(place, each) for place, each in enumerate(draft.kept) if each.follows is None]
    free_old = [(place, each) for place, each in enumerate(old.promises) if each.id not in taken]
    ranked = _ranked(free_old, free_new)
    for least in (LEAST_LIKENESS, LEAST_BETWEEN):
        beside = _beside(old, draft, found) if least == LEAST_BETWEEN else None
        for likeness, key, promise in ranked:
            is_likely = likeness >= least and (beside is None or (promise, key) in beside)
            if is_likely and key not in found and promise not in taken:
                found[key] = (promise, likeness)
                taken.add(promise)
    return found


def _beside(old: Agreement, draft: Draft, found: Mapping[str, tuple[str, int]]) -> set[tuple[str, str]]:
    """Return the pairs whose neighbours, before or after, are paired with each other."""
    before, after = [each.id for each in old.promises], [each.key for each in draft.kept]
    pairs = {(promise, key) for key, (promise, _) in found.items()}
    near = {(0, 0), *((before.index(one), after.index(other)) for one, other in pairs)}
    near = {(one + step, other + step) for one, other in near for step in (-1, 0, 1)}
    return {(before[one], after[other]) for one, other in near if 0 <= one < len(before) and 0 <= other < len(after)}


def _ranked(old: list[tuple[int, Promise]], new: list[tuple[int, DraftPromise]]) -> list[tuple[int, str, str]]:
    """Return every possible pair with its likeness, the most alike first."""
    before = {each.id: _stems(_old_text(each)) for _, each in old}
    after = {each.key: _stems(_new_text(each)) for _, each in new}
    weights = _weights([*before.values(), *after.values()])
    longest = max([place for place, _ in (*old, *new)], default=0) or 1
    found = [
        (_likeness(before[one.id], after[other.key], weights, abs(place - at) / longest), other.key, one.id)
        for place, one in old
        for at, other in new
    ]
    return sorted(found, key=lambda each: -each[0])


def _likeness(one: Collection[str], other: Collection[str], weights: Mapping[str, float], apart: float) -> int:
    whole = sum(weights[each] for each in one) + sum(weights[each] for each in other)
    common = sum(weights[each] for each in set(one) & set(other))
    share = 2 * common / whole if whole else 0.0
    return round((100 - PLACE_SHARE) * share + PLACE_SHARE * (1 - apart) * (share > 0))


def _weights(texts: list[set[str]]) -> dict[str, float]:
    """Return the weight of each stem: one by how many promises hold it."""
    return {stem: 1 / times for stem, times in Counter(stem for text in texts for stem in text).items()}


def _stems(text: str) -> set[str]:
    found = _WORD.findall(folded(text))
    return {word[:_STEM] for word in found if word.isdigit() or len(word) >= _SHORTEST}


def _old_text(promise: Promise) -> str:
    units = (f"{each.plural} {_number(each)}" for each in promise.measures)
    return " ".join((promise.wording or promise.summary, promise.title, promise.heading, *units))


def _new_text(promise: DraftPromise) -> str:
    units = (f"{each.plural} {each.value or ''}" for each in promise.targets)
    return " ".join((promise.wording or promise.summary, promise.title, promise.heading, *units))


def _number(measure: Measure) -> str:
    return str(measure.targets[-1].value or "") if measure.targets else ""
