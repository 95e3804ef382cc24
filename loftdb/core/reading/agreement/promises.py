"""Which items and sentences of an agreement are promises, each with the sentences that go on about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from loftdb.core.reading.agreement import parties, shapes, wording
from loftdb.core.reading.agreement.clauses import Sentence
from loftdb.core.reading.agreement.headings import Entry, is_detail
from loftdb.core.reading.agreement.layout import BlockKind, joined
from loftdb.core.reading.agreement.parties import Parties
from loftdb.core.reading.agreement.sections import Section
from loftdb.core.reading.agreement.shapes import Shape
from loftdb.core.reading.agreement.topics import Topic
from loftdb.core.reading.result import ReadPromise, Span

NO_PROMISE = frozenset((Shape.AIM, Shape.FOLLOW_UP, Shape.PAST, Shape.NOTICE))
FEW_SENTENCES = 4
"""A text this short is read as a promise unless it plainly is none."""
FEWEST_WORDS = 3
MOST_THEME_WORDS = 3
MOST_GOALS = 5
SHORTEST_STEM, LONGEST_STEM = 5, 6
"""Letters of *kontroll* that *trafikkontroller* must hold for *Kontrollerna* to speak of them."""
MOST_TIME_WORDS = 9


@dataclass(frozen=True)
class Found:
    """The sentences of one promise in its section."""

    section: Section
    said: tuple[Sentence, ...]
    cells: Parties = parties.NOBODY
    """Whom the table's column names."""

    @property
    def span(self) -> Span:
        return Span(self.said[0].span.start, self.said[-1].span.end)

    def and_more(self, said: Sequence[Sentence]) -> "Found":
        """Return the promise with the sentences that go on about it."""
        return replace(self, said=(*self.said, *said))


def promises(sections: Sequence[Section]) -> list[Found]:
    """Return the promises of an agreement in order: its lists, and prose where no list says it."""
    listed = [found for section in sections if section.topic.promises for found in _listed(section)]
    told = [found for section in sections if _may_tell(section, bool(listed)) for found in _told(section)]
    if not listed:
        told = _without_introduction(told)
    found = sorted((*_without_goals(listed), *told), key=lambda each: each.span)
    return found or _lines(sections) or _few(sections)


def _listed(section: Section) -> Iterator[Found]:
    """Yield the items of a section that promise something."""
    if section.head and _is_form(section):
        said_of_it = (each for entry in section.entries for each in entry.said)
        yield Found(section, (*section.head.said, *said_of_it))
        return
    current: Found | None = None
    for entry in section.entries:
        if current and (goes_on := _more(entry)):
            current = current.and_more(goes_on)
            continue
        if current:
            yield current
        is_found = entry.is_item and _is_promised(entry, section)
        current = Found(section, entry.said, cells=entry.owner) if is_found else None
    if current:
        yield current


def _is_form(section: Section) -> bool:
    """Tell *Löfte: Tryggare stadspark* with nothing under it but who answers, how many and when."""
    firsts = [entry.said[0] for entry in section.entries]
    return bool(firsts) and all(parties.is_label(first) or is_detail(first.words) for first in firsts)


def _is_promised(entry: Entry, section: Section) -> bool:
    if entry.block.kind is BlockKind.ROW and _is_head_row(entry):
        return False
    shape = shapes.shape_of(entry.said[0], is_listed=section.topic is Topic.PROMISES)
    if shape in NO_PROMISE:
        return False
    return section.topic is not Topic.INTRO or shape is Shape.PLEDGE or _is_likely(entry)


def _is_likely(entry: Entry) -> bool:
    """Tell an item that says what is done, how often or by whom, before anything is announced."""
    is_owned = bool(entry.owner) or bool(parties.labelled(entry.said[0]))
    return is_owned or shapes.is_infinitive(entry.words) or _counts(entry)


def _counts(entry: Entry) -> bool:
    return any(
        word.isdigit() or word in ("minst", "varje", "per") for sentence in entry.said for word in sentence.words
    )


def _is_head_row(entry: Entry) -> bool:
    """Tell a table's first row: each cell begins with a word such as *Ansvarig*."""
    words = ("|", *entry.said[0].words)
    starts = [index + 1 for index, word in enumerate(words[:-1]) if word == "|" and words[index + 1] != "|"]
    return bool(starts) and all(
        wording.HEADS.at(words, index) or parties.mentions_word(words[index]) for index in starts
    )


def _more(entry: Entry) -> tuple[Sentence, ...]:
    """Return the sentences of a block that speaks of the promise before it: *Ansvarig: Polisen*, *Detta sker ...*"""
    first = entry.said[0]
    if parties.is_label(first) or is_detail(first.words):
        return entry.said
    if (
        not entry.is_item
        and entry.block.kind is BlockKind.PARAGRAPH
        and _refers(first.words)
        and not shapes.is_follow_up(first)
    ):
        return entry.said
    return ()


def _refers(words: Sequence[str]) -> bool:
    return words[0] in ("detta", "det", "dessa", "denna") and not shapes.is_past(words)


def _may_tell(section: Section, has_list: bool) -> bool:
    """Tell whether prose counts: beside lists only under a promising heading of its own without a list."""
    if not section.topic.promises or section.items or _is_form(section):
        return False
    return not has_list or (section.topic is Topic.PROMISES and section.head is not None)


def _told(section: Section) -> Iterator[Found]:
    """Yield the promising sentences of a section's prose, each with those that go on about it."""
    current: Found | None = None
    for entry in section.entries:
        for index, sentence in enumerate(entry.said):
            if current and goes_on(current.said[-1], sentence, is_near=index > 0):
                current = current.and_more((sentence,))
            else:
                if current:
                    yield current
                current = Found(section, (sentence,)) if _is_told(sentence, section) else None
    if current:
        yield current


def goes_on(before: Sentence, sentence: Sentence, *, is_near: bool) -> bool:
    """Tell whether a sentence speaks of the same promise as the one before it; near: in the same paragraph."""
    words = sentence.words
    if parties.is_label(sentence) or is_detail(words):
        return True
    if shapes.shape_of(sentence) in NO_PROMISE - {Shape.AIM}:
        return False
    if wording.JOINS_IN.within(words) and parties.acting(sentence):
        return not any(word in ("åtar", "lovar") for word in words)
    if words[0] in ("minst", "högst", "cirka", "ca") or words[0].isdigit():
        counts_it = wording.TIMES.within(words) or wording.PASSIVE.within(words)
        return is_near and len(words) <= MOST_TIME_WORDS and counts_it
    if wording.GOES_ON.begins(words) and not wording.THERE_IS.begins(words):
        return not _acts_anew(sentence)
    return is_near and _restates(before.words, words)


def _acts_anew(sentence: Sentence) -> bool:
    """Tell *Dessutom ska polisen ...* from *Detta ska ske ...*."""
    return sentence.words[0] not in ("detta", "det", "dessa", "den", "de") and shapes.is_strong(sentence)


def _restates(before: Sequence[str], words: Sequence[str]) -> bool:
    """Tell *Kontrollerna görs ...* after *trafikkontroller*: a definite form of what was promised."""
    first = words[0]
    ending = next((each for each in ("arna", "erna", "orna", "na", "en", "et") if first.endswith(each)), "")
    stem = first[: len(first) - len(ending)].rstrip("s")
    known = parties.mentions_word(first)
    return (
        bool(ending)
        and not known
        and len(stem) >= SHORTEST_STEM
        and any(stem[:LONGEST_STEM] in word for word in before)
    )


def _is_told(sentence: Sentence, section: Section) -> bool:
    shape = shapes.shape_of(sentence)
    if sentence.words[-1] in (":", ";") or _introduces(sentence):
        return False
    if shape is Shape.PLEDGE:
        return True
    is_headed = section.topic is Topic.PROMISES and section.head is not None
    is_said = shapes.is_infinitive(sentence.words) or (bool(section.owner) and _is_phrase(sentence.words))
    return is_headed and shape is Shape.ACTION and is_said


def _is_phrase(words: Sequence[str]) -> bool:
    """Tell *Fotpatrull i centrum varje vecka.* from a remark such as *De vanligaste svaren: ...*."""
    return len(words) > FEWEST_WORDS and ":" not in words and words[0] not in wording.DETERMINERS


def _introduces(sentence: Sentence) -> bool:
    """Tell *Polisen och kommunen lovar följande* and *... kommer att inrikta sig på ett område* from a promise."""
    words = sentence.words
    announces = any(word in ("följande", "nedan", "nedanstående") for word in words[-8:])
    return announces or wording.NARROWED.within(words) or (shapes.names_both(sentence) and _makes_agreement(words))


def _makes_agreement(words: Sequence[str]) -> bool:
    return any(word.startswith(("medborgarlöft", "överenskommelse")) for word in words)


def _without_introduction(told: Sequence[Found]) -> list[Found]:
    """Leave out what stands before the first heading, or straight under the title, where headings promise more."""
    headed = [found for found in told if found.section.head and not found.section.is_title]
    is_structured = any(found.section.topic is Topic.PROMISES for found in headed)
    return list(headed) if is_structured else list(told)


def _without_goals(listed: Sequence[Found]) -> list[Found]:
    """Leave out a list that says only what is aimed at, where a later one says what is done."""
    how = next((found.section for found in listed if found.section.tells_how), None)
    if how is None:
        return list(listed)
    first = next(index for index, found in enumerate(listed) if found.section is how)
    before = listed[:first]
    is_goals = 0 < len(before) <= MOST_GOALS and all(wording.GOALS.within(found.said[0].words) for found in before)
    return list(listed[first:] if is_goals else listed)


def _lines(sections: Sequence[Section]) -> list[Found]:
    """Return headings that hold nothing, under one that promises: a list whose bullets were lost."""
    found: list[Found] = []
    head: Section | None = None
    for section, after in zip_longest(sections, sections[1:]):
        is_line = section.head is not None and not section.entries and section.topic is Topic.PROMISES
        if section.head and is_line and head and not section.is_lead and _is_line(section.head, head, after):
            found.append(Found(replace(head, entries=()), section.head.said))
        elif section.topic is Topic.PROMISES and section.head:
            head = section
        else:
            head = None
    return found if len(found) > 1 else []


def _is_line(entry: Entry, head: Section, after: Section | None) -> bool:
    is_owner = bool(parties.announced(entry.said[0])) and len(entry.words) <= 5
    is_theme = len(entry.words) <= MOST_THEME_WORDS and not shapes.is_infinitive(entry.words) and not _counts(entry)
    if is_theme and after and after.head and after.head.block.announces:
        return False
    return len(entry.words) > 1 and not entry.block.announces and not is_owner and entry is not head.head


def _few(sections: Sequence[Section]) -> list[Found]:
    """Return every sentence of a short text that is not plainly something else."""
    heads = [section for section in sections if section.head]
    said = [(section, entry) for section in sections for entry in section.entries]
    if not said and heads:
        last = heads[-1]
        said = [(replace(last, head=heads[-2].head if len(heads) > 1 else None), last.head)] if last.head else []
    if sum(len(entry.said) for _, entry in said) > FEW_SENTENCES or len(heads) > FEW_SENTENCES:
        return []
    found: list[Found] = []
    for section, entry in said:
        for sentence in entry.said:
            if found and goes_on(found[-1].said[-1], sentence, is_near=True):
                found[-1] = found[-1].and_more((sentence,))
            elif shapes.shape_of(sentence) not in NO_PROMISE and not shapes.is_notice(sentence.words):
                found.append(Found(section, (sentence,)))
    return found


def read_promise(found: Found, text: str, default: Parties) -> ReadPromise:
    """Return a promise with its parties; ``default`` are those who the document says make all its promises."""
    heading = found.cells or found.section.owner
    answering = parties.answering(found.said, heading) or default
    return ReadPromise(
        text=joined(text, found.span),
        heading=found.section.heading,
        parties=parties.ordered(answering),
        third_parties=parties.third_parties(found.said, text),
        conditional=parties.condition(found.said, text),
        span=found.span,
    )
