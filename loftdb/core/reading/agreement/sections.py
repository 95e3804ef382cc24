"""A document in sections: what each is about, and whom its heading names as the one who answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from loftdb.core.model import Party
from loftdb.core.periods import Period
from loftdb.core.reading.agreement import shapes, terms, wording
from loftdb.core.reading.agreement.clauses import Sentence, sentences
from loftdb.core.reading.agreement.layout import Block, BlockKind
from loftdb.core.reading.agreement.parties import (
    BOTH,
    NOBODY,
    Parties,
    acting,
    announced,
    begins_with_label,
    is_label,
    labelled,
)
from loftdb.core.reading.agreement.shapes import Shape

MOST_CONTACT_WORDS = 9
MOST_THEME_WORDS = 8


class Topic(StrEnum):
    INTRO = "intro"
    """Before anything is announced."""
    TITLE = "title"
    PROMISES = "promises"
    AREAS = "areas"
    BACKGROUND = "background"
    AIMS = "aims"
    FOLLOW_UP = "follow_up"
    PAST = "past"
    CONTACT = "contact"

    @property
    def promises(self) -> bool:
        """Whether what stands under it can be promised."""
        return self in (Topic.INTRO, Topic.TITLE, Topic.PROMISES)


@dataclass(frozen=True)
class Entry:
    """A block with its sentences."""

    block: Block
    said: tuple[Sentence, ...]

    @property
    def is_item(self) -> bool:
        is_marked = self.block.kind in (BlockKind.ITEM, BlockKind.ROW)
        return is_marked or self.said[0].words[0] == "att" or self.is_labelled

    @cached_property
    def is_labelled(self) -> bool:
        return begins_with_label(self.said[0])

    @property
    def words(self) -> tuple[str, ...]:
        return self.said[-1].words


@dataclass(frozen=True)
class Section:
    """What stands under one heading or lead-in."""

    topic: Topic
    head: Entry | None = None
    owner: Parties = NOBODY
    """Whom its own or an outer heading names."""
    entries: tuple[Entry, ...] = ()
    is_title: bool = False
    is_lead: bool = False
    """Whether a sentence announces it, rather than a heading of its own."""
    is_theme: bool = False
    """Whether the heading says nothing of what kind of part it is: it goes on with the one before."""
    period: Period | None = None
    """Of a title."""

    @property
    def heading(self) -> str:
        return self.head.block.text if self.head else ""

    @property
    def items(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.is_item)

    @property
    def tells_how(self) -> bool:
        """Whether its heading announces what is done, where lists before it may say only what for."""
        return self.head is not None and wording.HOW.within(self.head.words)


@dataclass
class _Walk:
    """Where the walk through the blocks is."""

    done: list[Section] = field(default_factory=list)
    now: Section = field(default_factory=lambda: Section(Topic.INTRO))
    container: Parties = NOBODY
    """Of an owner's heading that holds themes."""
    content: Topic = Topic.INTRO
    """Of the last section that was no page furniture."""

    def open(self, section: Section) -> None:
        self.done.append(self.now)
        self.now = section
        self.content = self.content if section.topic is Topic.CONTACT else section.topic


def entries(text: str, found: Sequence[Block]) -> list[Entry]:
    """Return the blocks that hold words, with their sentences."""
    with_sentences = (Entry(block, tuple(sentences(text, block.span))) for block in found)
    return [
        entry
        for entry in with_sentences
        if any(token.kind in ("word", "number") for each in entry.said for token in each.tokens)
    ]


def sections(found: Sequence[Entry]) -> list[Section]:
    """Return the sections of a document in order; every block stands in one, as its head or inside it."""
    walk = _Walk()
    collected: list[list[Entry]] = [[]]
    for index, entry in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        before = found[index - 1] if index else None
        if _heads(entry, before, after):
            walk.now = replace(walk.now, entries=tuple(collected[-1]))
            walk.open(_headed(walk, entry))
            collected.append([])
        else:
            collected[-1].append(entry)
            if _leads(entry, after):
                walk.now = replace(walk.now, entries=tuple(collected[-1]))
                walk.open(_led(walk, entry))
                collected.append([])
    walk.now = replace(walk.now, entries=tuple(collected[-1]))
    return list(_all_judged([*walk.done, walk.now]))


def _heads(entry: Entry, before: Entry | None, after: Entry | None) -> bool:
    """Tell whether a block is a heading, rather than a short sentence, a label or a detail."""
    if entry.is_item:
        return _item_heads(entry, before, after)
    if (
        entry.block.kind is not BlockKind.HEADING
        or _only_joins(entry)
        or is_label(entry.said[0])
        or is_detail(entry.words)
    ):
        return False
    if entry.block.announces or (after and after.is_item):
        return True
    return not _speaks(entry)


def _only_joins(entry: Entry) -> bool:
    """Tell a line such as *mellan* or *och* of a title set on several lines."""
    return all(word in wording.JOINS or word == "mellan" for word in entry.words)


def is_detail(words: Sequence[str]) -> bool:
    """Tell *Antal: minst 12*, which says more of the promise before it."""
    taken = wording.DETAILS.at(words, 0)
    return bool(taken) and words[taken : taken + 1] == (":",) and len(words) > taken + 1


def _speaks(entry: Entry) -> bool:
    """Tell a sentence without its full stop: *Polisen ska hålla tolv kontroller*, *Löftet gäller 2023–2025*."""
    sentence = entry.said[-1]
    words = sentence.words
    ends_open = wording.PLEDGES.holds(words[-1]) or words[-1] in (
        "att",
        "tillsammans",
        "följande",
        "göra",
        "genomföra",
        "vi",
        "kommunen",
        "polisen",
    )
    if len(entry.said) > 1:
        return True
    if wording.VALID.within(words) and terms.of_title(sentence) and not any(map(wording.TITLES.holds, words[1:])):
        return True
    return shapes.is_strong(sentence) and not ends_open and len(words) > 5


def _item_heads(entry: Entry, before: Entry | None, after: Entry | None) -> bool:
    """Tell an item that only holds others: *1. Trafik* over text, *Öka synligheten genom:* over a list."""
    if after is None or after.block.kind is BlockKind.ROW or entry.block.kind is BlockKind.ROW:
        return False
    is_inner = after.is_item and (after.block.marker != entry.block.marker or after.block.indent > entry.block.indent)
    if entry.block.announces:
        return after.is_item or entry.block.marker != "bullet"
    is_short = len(entry.words) <= MOST_THEME_WORDS and not entry.block.text.endswith(".") and len(entry.said) == 1
    is_theme = is_short and not shapes.is_strong(entry.said[0]) and not _has_number(entry.words)
    if not is_theme or entry.block.marker == "bullet":
        return is_theme and is_inner and after.block.indent > entry.block.indent
    is_listed = before is not None and before.is_item and before.block.marker == entry.block.marker
    return is_inner or (not after.is_item and not is_listed)


def _has_number(words: Sequence[str]) -> bool:
    return any(word.isdigit() or word in ("minst", "högst") for word in words)


def _leads(entry: Entry, after: Entry | None) -> bool:
    """Tell whether the last sentence of a paragraph announces what follows."""
    if after is None or entry.is_item or is_label(entry.said[0]):
        return False
    if entry.block.announces:
        return True
    return after.is_item and topic_of(entry.said[-1], leads=True) is Topic.PROMISES and _ends_open(entry.words)


def _ends_open(words: Sequence[str]) -> bool:
    return wording.ANNOUNCES.within(words) or wording.PLEDGES.holds(words[-1]) or words[-1] == "att"


def _led(walk: _Walk, entry: Entry) -> Section:
    last = entry.said[-1]
    topic = topic_of(last, leads=True) or walk.now.topic
    owner = _lead_owner(last) if topic.promises else NOBODY
    if not owner and topic.promises:
        owner = walk.now.owner
    return Section(topic, Entry(entry.block, (last,)), owner, is_lead=True)


def _lead_owner(sentence: Sentence) -> Parties:
    """Return whom a lead-in names as acting; one that names the agreement's parties only in passing names nobody."""
    return acting(sentence) or (announced(sentence) if len(sentence.words) <= MOST_THEME_WORDS else NOBODY)


def _headed(walk: _Walk, entry: Entry) -> Section:
    sentence = entry.said[-1]
    topic = Topic.PROMISES if entry.block.marker == "label" else topic_of(sentence, leads=entry.block.announces)
    if topic is Topic.TITLE:
        walk.container = NOBODY
        return _titled(entry, sentence)
    owner = announced(sentence) if topic in (None, Topic.PROMISES) else NOBODY
    if topic is None and owner and _is_bare(sentence):
        topic = Topic.PROMISES
    if owner:
        walk.container = NOBODY
        return Section(topic or _inherited(walk), entry, owner)
    is_outer = bool(walk.now.owner) and not walk.now.items and not walk.now.is_lead
    walk.container = walk.now.owner if is_outer else walk.container
    if entry.is_item and (entry.block.announces or entry.block.marker == "bullet"):
        return Section(topic or walk.now.topic, entry, walk.now.owner)
    owner = walk.container if topic in (None, Topic.PROMISES) else NOBODY
    return Section(topic or _inherited(walk), entry, owner, is_theme=topic is None)


def _inherited(walk: _Walk) -> Topic:
    """Return what a theme goes on with; furniture such as *Lyssna* with nothing under it changes nothing."""
    return walk.now.topic if walk.now.entries else walk.content


def _is_bare(sentence: Sentence) -> bool:
    """Tell a heading that names parties and hardly more: *Polisen*, *Kommunens del*."""
    return len(sentence.words) <= MOST_THEME_WORDS


def _titled(entry: Entry, sentence: Sentence) -> Section:
    words = sentence.words
    pledges = wording.PLEDGES.within(words) or (len(words) <= 3 and bool(acting(sentence)))
    owner = acting(sentence) if pledges else BOTH if words[0].startswith("gemensam") else NOBODY
    return Section(Topic.TITLE, entry, owner, is_title=True, period=terms.of_title(sentence))


_ORDER = (
    (Topic.PAST, wording.PASTS),
    (Topic.FOLLOW_UP, wording.FOLLOW_UPS),
    (Topic.AREAS, wording.AREAS),
    (Topic.BACKGROUND, wording.BACKGROUND),
    (Topic.AIMS, wording.AIMS),
    (Topic.PROMISES, wording.PROMISING),
)


def topic_of(sentence: Sentence, *, leads: bool = False) -> Topic | None:
    """Return what a heading or lead-in announces; null: a theme, which changes nothing."""
    words = sentence.words
    if leads and _announces_promises(sentence):
        return Topic.PROMISES
    is_short = len(words) <= MOST_CONTACT_WORDS
    if is_short and (wording.CONTACTS.begins(words) or shapes.is_notice(words) or _signs(words)):
        return Topic.CONTACT
    found = next((topic for topic, lexicon in _ORDER if lexicon.within(words)), None)
    if found in (None, Topic.PROMISES) and _names_agreement(words):
        return Topic.TITLE
    return found


def _names_agreement(words: Sequence[str]) -> bool:
    return any(word.startswith(("medborgarlöft", "trygghetslöft")) for word in words)


def _signs(words: Sequence[str]) -> bool:
    """Tell the line of somebody who signs: *Chef LPO Karlstad*."""
    signs = any(wording.SIGNERS.holds(word) for word in words)
    return signs and not wording.PLEDGES.within(words) and words[-1] != ":"


def _announces_promises(sentence: Sentence) -> bool:
    words = sentence.words
    if any(wording.EFFECTS.holds(word) for word in words[-4:]) or wording.PASTS.within(words):
        return False
    if wording.AIMS.within(words[-5:]):
        return False
    pledges = next(((first, last) for first, last in wording.PLEDGES.find(words)), None)
    acts = bool(acting(sentence)) or wording.PASSIVE.within(words) or "göras" in words
    does = {"göra", "göras", "genomföra", "genomföras", "ske", "genom", "att", "följande", "lovar", "åtar"} & set(words)
    return pledges is not None and (acts or bool(does)) and not wording.AREAS.within(words[pledges[1] :])


def _all_judged(found: Sequence[Section]) -> Iterator[Section]:
    promises = False
    for section in found:
        promises = promises or section.topic is Topic.PROMISES
        yield _judged(_with_unknown_owner(_with_labelled_owner(section)), promises)


def _with_labelled_owner(section: Section) -> Section:
    """Read *Ansvarig: Polisen* over a list."""
    first = section.entries[0].said[0] if section.items and not section.entries[0].is_item else None
    return replace(section, owner=labelled(first)) if first and is_label(first) else section


def _with_unknown_owner(section: Section) -> Section:
    """Read *Lekebergsbostäder* over *Ska ha trygghetsronder*: a heading that items go on from is their subject."""
    goes_on = section.items and all(wording.PLEDGES.begins(entry.words) for entry in section.items)
    return (
        replace(section, owner=frozenset({Party.OTHER})) if goes_on and section.head and not section.owner else section
    )


def _judged(section: Section, is_among_promises: bool) -> Section:
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
    return shapes.is_infinitive(entry.words) or _has_number(entry.words)


def _is_another(period: Period, before: Period | None, group: Sequence[Section]) -> bool:
    """Tell whether a title's period is not that of the agreement so far, be it in its title or its text."""
    if before:
        return period != before
    said = [sentence for section in group for entry in section.entries for sentence in entry.said]
    promises = any(section.items for section in group if section.topic.promises)
    return promises and all(period != each for sentence in said for each in terms.stated(sentence))


def agreements(found: Sequence[Section]) -> Iterator[list[Section]]:
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
