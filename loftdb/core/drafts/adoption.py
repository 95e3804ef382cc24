"""A draft without issues becomes an agreement, with readable ids made from its titles."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date

from loftdb.core.drafts import words
from loftdb.core.drafts.draft import Draft, DraftDuty, DraftPromise, DraftTarget
from loftdb.core.drafts.pairing import paired
from loftdb.core.model import (
    Agreement,
    Duty,
    DutyRecurrence,
    Interpretation,
    ListItem,
    Measure,
    Promise,
    PromiseKind,
    Target,
)
from loftdb.core.model.limits import SENTENCE
from loftdb.core.periods import Interval, Period
from loftdb.core.privacy import without_contacts

Interpreted = Callable[[DraftTarget], Interpretation]
"""Gives the *Tolkning* of a number without a period."""


def agreement_id(draft: Draft, taken: Collection[str]) -> str:
    """Return a free readable id: ``kumla-2025-2026``."""
    period = draft.period
    years = sorted({period.start.year, period.last.year}) if period else ()
    home = words.slug(draft.municipalities[0].name) if draft.municipalities else "medborgarlofte"
    return words.free("-".join([home, *map(str, years)]), taken)


def agreement(
    draft: Draft,
    taken: Collection[str],
    followed_from: date,
    interpreted: Interpreted,
    replaced: Agreement | None = None,
) -> Agreement:
    """Return the agreement that the draft makes; ``taken`` are the ids that agreements have.

    ``replaced`` is the agreement that it follows (null: none). The draft must be without issues; ValueError else.
    """
    period = draft.period
    if period is None or not draft.municipalities:
        raise ValueError("a draft with issues cannot be put in force")
    own_id = agreement_id(draft, taken)
    promises = tuple(_promises(draft, own_id, period, interpreted))
    whole = Agreement(
        id=own_id,
        title=draft.title.strip(),
        period=period,
        followed_from=followed_from,
        district=draft.district.strip(),
        municipalities=draft.municipalities,
        problem_areas=words.told(draft.problem_areas),
        source=draft.source.strip(),
        promises=promises,
        duties=tuple(duties(draft, own_id, ())),
        replaces=replaced.id if replaced else None,
    )
    return _linked(whole, draft, replaced) if replaced else whole


def _linked(new: Agreement, draft: Draft, old: Agreement) -> Agreement:
    """Return the agreement with each promise linked to its forerunner."""
    pairs = paired(old, draft)
    forerunners = [pairs[each.key][0] if each.key in pairs else None for each in draft.kept]
    linked = (replace(each, predecessor=one) for each, one in zip(new.promises, forerunners, strict=True))
    return replace(new, promises=tuple(linked))


def _promises(draft: Draft, own_id: str, period: Period, interpreted: Interpreted) -> Iterator[Promise]:
    taken: set[str] = set()
    for position, each in enumerate(draft.kept, 1):
        id_ = promise_id(each, own_id, taken)
        taken.add(id_)
        yield promise(each, draft, id_, position, period.start, interpreted)


def promise_id(each: DraftPromise, agreement: str, taken: Collection[str]) -> str:
    """Return a free readable id in the agreement: ``kumla-2025-2026/trafikkontroller``."""
    return words.free(f"{agreement}/{words.slug(each.title) or 'lofte'}", taken)


def promise(  # noqa: PLR0913, PLR0917 - what it is, and where and since when it stands
    each: DraftPromise, draft: Draft, id_: str, position: int, since: date, interpreted: Interpreted
) -> Promise:
    """Return the promise as it will be kept, its numbers in force from a day."""
    wording = without_contacts(each.wording).strip()
    return Promise(
        id=id_,
        position=position,
        heading=each.heading.strip() or draft.title.strip(),
        title=each.title.strip(),
        summary=each.summary.strip() or words.first_sentence(wording, SENTENCE),
        parties=each.parties,
        third_parties=words.told(each.third_parties),
        kind=each.kind,
        municipalities=_shared(each, draft),
        measures=tuple(measures(each, id_, since, interpreted)),
        items=list_items(each),
        occasion=each.occasion.strip() if each.counted else None,
        wording=wording or None,
        conditional=each.conditional.strip() or None,
        sensitive=each.sensitive,
        announced=each.announced,
        function=" ".join(each.function.split()),
    )


def _shared(each: DraftPromise, draft: Draft) -> tuple[int, ...]:
    """Return the codes of the municipalities that make the promise: of the draft's own, its home first."""
    home, *others = (place.code for place in draft.municipalities)
    return (home, *(code for code in others if code in each.municipalities))


def measures(each: DraftPromise, id_: str, since: date, interpreted: Interpreted) -> Iterator[Measure]:
    """Yield the promise's measures; one of several has a key of its own in its id."""
    taken: set[str] = set()
    for target in each.counted:
        key = words.free(words.slug(target.plural, 40) or "matt", taken)
        taken.add(key)
        own_id = f"{id_}:{key}" if len(each.counted) > 1 else id_
        yield measure(target, own_id, since, interpreted)


def measure(target: DraftTarget, id_: str, since: date, interpreted: Interpreted) -> Measure:
    """Return a target as a measure, without a number of its own yet."""
    versions = (rule(target, since, interpreted),) if target.value is not None else ()
    return Measure(0, id_, target.singular.strip(), target.plural.strip(), versions, minutes=target.minutes)


def rule(target: DraftTarget, since: date, interpreted: Interpreted) -> Target:
    """Return the target's number as a rule in force from a day."""
    interval = target.interval or Interval.TERM
    return Target(
        valid_from=since,
        value=target.value,
        interval=interval,
        comparator=target.comparator,
        value_max=target.value_max,
        every=target.every,
        average=target.average and interval not in (Interval.YEAR, Interval.TERM),
        interpretation=interpreted(target) if target.other is not None else None,
    )


def list_items(each: DraftPromise) -> tuple[ListItem, ...]:
    """Return what a list is to cover, with keys made of the names."""
    found: list[ListItem] = []
    for name in words.told(each.items) if each.kind is PromiseKind.LIST else ():
        taken = [item.key for item in found]
        found.append(ListItem(words.free(words.slug(name, 40) or "rad", taken), name))
    return tuple(found)


def duties(draft: Draft, agreement: str, taken: Collection[str]) -> Iterator[Duty]:
    """Yield the draft's follow-ups, with ids that are free."""
    known = set(taken)
    for each in draft.duties:
        if not each.dropped and each.recurrence is not None:
            id_ = words.free(f"{agreement}/{words.slug(each.title, 40) or 'uppfoljning'}", known)
            known.add(id_)
            yield Duty(id_, each.title.strip(), each.to_whom.strip(), each.recurrence, _window(each))


def _window(duty: DraftDuty) -> Period | None:
    if duty.recurrence is DutyRecurrence.PER_MEETING or duty.first is None or duty.last is None:
        return None
    return Period.through(duty.first, duty.last)
