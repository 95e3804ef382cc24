"""The agreements of a document, each with its promises and follow-ups; every span lies inside the text."""

from collections.abc import Iterator, Sequence

from loftdb.core.periods import Period
from loftdb.core.reading.agreement import duties, parties, places, shapes, terms, wording
from loftdb.core.reading.agreement.actors import is_finite
from loftdb.core.reading.agreement.clauses import Sentence
from loftdb.core.reading.agreement.outline import outline
from loftdb.core.reading.agreement.parties import BOTH, NOBODY, Parties
from loftdb.core.reading.agreement.promises import Found, promises, read_promise
from loftdb.core.reading.agreement.sections import Section
from loftdb.core.reading.agreement.shapes import Shape
from loftdb.core.reading.agreement.topics import Topic
from loftdb.core.reading.result import Doubt, DoubtKind, ReadDuty, ReadPlan, ReadPromise, Span
from loftdb.core.reading.source import folded

ALIKE = 85
"""Shared words, in per cent of all, from which two promises say the same."""
COMPARED = 60
"""With how many promises before it one is compared, so that time grows with the length."""
FIRST_TITLES = 3

Plans = tuple[tuple[ReadPlan, ...], tuple[Doubt, ...]]


def plans(text: str) -> Plans:
    """Return the agreements of a canonical text, their promises without targets, and what the text leaves open."""
    groups = outline(text)
    read = [_plan(text, group, groups[0]) for group in groups]
    kept = tuple(plan for plan in read if plan.promises)
    doubts = [doubt for plan in kept for doubt in _doubts(plan)]
    if not kept:
        doubts.append(Doubt(DoubtKind.NO_PROMISES, Span(0, len(text))))
    return kept, tuple(doubts)


def _plan(text: str, group: Sequence[Section], first: Sequence[Section]) -> ReadPlan:
    found = promises(group)
    default = _default(group) or _default(_before_titles(first))
    shared = [] if group is first else _before_titles(first)
    return ReadPlan(
        title=_title([*group, *shared]),
        municipalities=_municipalities([*shared, *group], found),
        police_district=places.district(_told([*shared, *group]), text),
        period=_term(group, found),
        problem_areas=tuple(_areas(group)),
        promises=tuple(read_promise(each, text, default) for each in found),
        duties=tuple(_duties(text, group, found)),
        span=_span(group, text),
    )


def _before_titles(group: Sequence[Section]) -> list[Section]:
    """Return what stands before the first title with a period: it holds for every agreement on the page."""
    first = next((index for index, section in enumerate(group) if section.is_title and section.period), 0)
    return list(group[:first])


def _title(group: Sequence[Section]) -> str:
    titles = [section for section in group if section.is_title]
    named = [section for section in titles if section.head and any(map(wording.TITLES.holds, section.head.words))]
    dated = next((section.heading for section in named if section.period), "")
    return dated or next(
        (section.heading for section in (*named, *titles, *group) if section.head and not section.is_lead), ""
    )


def _municipalities(group: Sequence[Section], found: Sequence[Found]) -> tuple[str, ...]:
    heads = [section.head.said[-1] for section in group if section.head and section.topic is not Topic.CONTACT]
    titles = [section.head.said[-1] for section in group if section.head and section.is_title]
    first = [head for head in heads[:FIRST_TITLES] if head not in titles]
    strong = [*heads, *(sentence for sentence in _told(group) if _makes(sentence)), *(each.said[0] for each in found)]
    return places.municipalities(titles or first, _told(group), strong)


def _makes(sentence: Sentence) -> bool:
    return wording.MAKES.within(sentence.words)


def _told(group: Sequence[Section]) -> list[Sentence]:
    """Return every sentence of an agreement but those about whom to ask."""
    told: list[Sentence] = []
    for section in group:
        if section.topic is not Topic.CONTACT:
            told += section.head.said if section.head else ()
            told += (sentence for entry in section.entries for sentence in entry.said)
    return [sentence for sentence in told if not shapes.is_notice(sentence.words) and not _signature(sentence)]


def _signature(sentence: Sentence) -> bool:
    """Tell *Anna Ek kommunpolis Vara och Essunga*: who somebody is, without a verb."""
    words = sentence.words
    return any(wording.SIGNERS.holds(word) for word in words[:6]) and not any(map(is_finite, words[:8]))


def _default(group: Sequence[Section]) -> Parties:
    """Return both where a sentence says that both make the promises, or a title that they are common."""
    for section in group:
        if section.topic in (Topic.CONTACT, Topic.PAST):
            continue
        said = (sentence for entry in section.entries if not entry.is_item for sentence in entry.said)
        if any(map(_agrees, said)) or (section.is_lead and section.head and _agrees(section.head.said[-1])):
            return BOTH
    return NOBODY


def _agrees(sentence: Sentence) -> bool:
    """Tell *Polisen och kommunen har kommit överens om aktiviteter*: both act, and the verb makes an agreement."""
    return parties.acting(sentence) >= BOTH and wording.MAKES.within(sentence.words)


def _term(group: Sequence[Section], found: Sequence[Found]) -> Period | None:
    promised = {each.said[0].span for each in found}
    heads = [
        section
        for section in group
        if section.head and section.topic not in (Topic.CONTACT, Topic.PAST, Topic.FOLLOW_UP)
    ]
    items = {sentence.span for section in group for entry in section.items for sentence in entry.said}
    apart = promised | items
    told = [sentence for sentence in _told(group) if sentence.span not in apart]
    return terms.term(
        (section.head.said[-1] for section in heads if section.is_title and section.head),
        (section.head.said[-1] for section in heads if not section.is_title and section.head),
        told,
    )


def _areas(group: Sequence[Section]) -> Iterator[str]:
    for section in group:
        if section.topic is Topic.AREAS:
            yield from _area_of(section) if not section.is_theme else (section.heading,) if not section.entries else ()
            yield from (entry.block.text.rstrip(" .;,") for entry in section.items)


def _area_of(section: Section) -> Iterator[str]:
    """Yield the area that a heading names itself: *Fokusområde 1: Trafik*."""
    before, _, name = section.heading.partition(":")
    if name.strip() and before.casefold().startswith(("problemområde", "fokusområde", "område", "insatsområde")):
        yield name.strip(" .;,")


def _duties(text: str, group: Sequence[Section], found: Sequence[Found]) -> Iterator[ReadDuty]:
    promised = {sentence.span for each in found for sentence in each.said}
    for section in group:
        if section.topic in (Topic.CONTACT, Topic.PAST):
            continue
        for sentence in (sentence for entry in section.entries for sentence in entry.said):
            if sentence.span not in promised and _is_duty(sentence):
                yield duties.duty(sentence, text)


def _is_duty(sentence: Sentence) -> bool:
    return wording.FOLLOWS_UP.within(sentence.words) and shapes.shape_of(sentence) is Shape.FOLLOW_UP


def _span(group: Sequence[Section], text: str) -> Span:
    blocks_ = [
        entry.block for section in group for entry in (*((section.head,) if section.head else ()), *section.entries)
    ]
    return Span(blocks_[0].span.start, max(block.span.end for block in blocks_)) if blocks_ else Span(0, len(text))


def _doubts(plan: ReadPlan) -> Iterator[Doubt]:
    if plan.period is None:
        yield Doubt(DoubtKind.NO_AGREEMENT_PERIOD, plan.span)
    if not plan.municipalities:
        yield Doubt(DoubtKind.NO_MUNICIPALITY, plan.span)
    yield from (Doubt(DoubtKind.NO_PARTY, promise.span) for promise in plan.promises if not promise.parties)
    yield from _twins(plan.promises)


def _twins(found: Sequence[ReadPromise]) -> Iterator[Doubt]:
    """Yield each promise that nearly repeats one before it; words in common, whatever their order."""
    seen: list[tuple[frozenset[str], ReadPromise]] = []
    for promise in found:
        words = frozenset(word.strip(".,;:()") for word in folded(promise.text).split())
        alike = (other for known, other in seen[-COMPARED:] if 100 * len(known & words) >= ALIKE * len(known | words))
        if twin := next(alike, None):
            yield Doubt(DoubtKind.SAID_TWICE, promise.span, {"other": twin.text})
        seen.append((words, promise))
