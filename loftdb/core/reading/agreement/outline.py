"""The agreements of a document as sections, once what stands in a section may overrule its heading."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loftdb.core.model import Party
from loftdb.core.periods import Period
from loftdb.core.reading.agreement import shapes, terms, wording
from loftdb.core.reading.agreement.headings import Entry, entries, has_number
from loftdb.core.reading.agreement.layout import blocks
from loftdb.core.reading.agreement.parties import is_label, labelled
from loftdb.core.reading.agreement.sections import Section, sections
from loftdb.core.reading.agreement.shapes import Shape
from loftdb.core.reading.agreement.topics import Topic


def outline(text: str) -> list[list[Section]]:
    """Return the sections of each agreement of a canonical text, in order; every block stands in one."""
    return list(_agreements(list(_judged(sections(entries(text, blocks(text)))))))


def _judged(found: Sequence[Section]) -> Iterator[Section]:
    promises = False
    for section in found:
        promises = promises or section.topic is Topic.PROMISES
        yield _overruled(_with_unknown_owner(_with_labelled_owner(section)), promises)


def _with_labelled_owner(section: Section) -> Section:
    """Read *Ansvarig: Polisen* over a list."""
    first = section.entries[0].said[0] if section.items and not section.entries[0].is_item else None
    return replace(section, owner=labelled(first)) if first and is_label(first) else section


def _with_unknown_owner(section: Section) -> Section:
    """Read *Lekebergsbostäder* over *Ska ha trygghetsronder*: a heading that items go on from is their subject."""
    goes_on = section.items and all(wording.PLEDGES.begins(entry.words) for entry in section.items)
    is_unknown = goes_on and section.head and not section.owner
    return replace(section, owner=frozenset({Party.OTHER})) if is_unknown else section


def _overruled(section: Section, is_among_promises: bool) -> Section:
    """Let a list that plainly promises overrule a heading that speaks of problems: *Trygghet – dialog med unga*."""
    if section.topic not in (Topic.AREAS, Topic.BACKGROUND, Topic.CONTACT):
        return section
    if not section.items:
        return replace(section, topic=Topic.PROMISES) if section.is_theme and _tells_promises(section) else section
    items = section.items
    strong = sum(shapes.is_strong(entry.said[0]) for entry in items)
    likely = sum(shapes.shape_of(entry.said[0]) is Shape.PLEDGE or _does(entry) for entry in items)
    is_among = is_among_promises and section.topic is not Topic.CONTACT
    if 2 * strong >= len(items) or (is_among and 2 * likely > len(items)):
        return replace(section, topic=Topic.PROMISES)
    return section


def _tells_promises(section: Section) -> bool:
    """Tell whether most sentences under a theme are pledges with somebody who acts."""
    said = [sentence for entry in section.entries for sentence in entry.said]
    return bool(said) and 2 * sum(map(shapes.is_strong, said)) >= len(said)


def _does(entry: Entry) -> bool:
    return shapes.is_infinitive(entry.words) or has_number(entry.words)


def _is_another(period: Period, before: Period | None, group: Sequence[Section]) -> bool:
    """Tell whether a title's period is not that of the agreement so far, be it in its title or its text."""
    if before:
        return period != before
    said = [sentence for section in group for entry in section.entries for sentence in entry.said]
    promises = any(section.items for section in group if section.topic.promises)
    return promises and all(period != each for sentence in said for each in terms.stated(sentence))


def _agreements(found: Sequence[Section]) -> Iterator[list[Section]]:
    """Yield the sections of each agreement: a title with another period begins a new one."""
    group: list[Section] = []
    period: Period | None = None
    for section in found:
        if section.is_title and section.period and _is_another(section.period, period, group):
            yield group
            group, period = [], None
        group.append(section)
        period = period or (section.period if section.is_title else None)
    yield group
