"""A document in sections: what each is about, and whom its heading names as the one who answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loftdb.core.periods import Period
from loftdb.core.reading.agreement import terms, wording
from loftdb.core.reading.agreement.actors import is_finite
from loftdb.core.reading.agreement.clauses import Sentence
from loftdb.core.reading.agreement.headings import MOST_THEME_WORDS, Entry, heads, leads
from loftdb.core.reading.agreement.parties import BOTH, NOBODY, Parties, acting, announced
from loftdb.core.reading.agreement.topics import Topic, topic_of


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


def sections(found: Sequence[Entry]) -> list[Section]:
    """Return the sections of a document in order; every block stands in one, as its head or inside it."""
    walk = _Walk()
    collected: list[list[Entry]] = [[]]
    for index, entry in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        before = found[index - 1] if index else None
        if heads(entry, before, after):
            walk.now = replace(walk.now, entries=tuple(collected[-1]))
            walk.open(_headed(walk, entry, after))
            collected.append([])
        else:
            collected[-1].append(entry)
            if leads(entry, after):
                walk.now = replace(walk.now, entries=tuple(collected[-1]))
                walk.open(_led(walk, entry))
                collected.append([])
    walk.now = replace(walk.now, entries=tuple(collected[-1]))
    return [*walk.done, walk.now]


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


def _headed(walk: _Walk, entry: Entry, after: Entry | None) -> Section:
    sentence = entry.said[-1]
    if walk.now.is_title and not walk.now.entries and _goes_on_title(entry, after):
        return replace(walk.now, head=entry, period=walk.now.period or terms.of_title(sentence))
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


def _goes_on_title(entry: Entry, after: Entry | None) -> bool:
    """Tell a title's second line, *Lokalpolisområde Söder – Kumla kommun*, from the heading *Polisen* of a list."""
    sentence = entry.said[-1]
    is_named = any(each.last - each.first > 1 for each in sentence.mentions) or terms.of_title(sentence) is not None
    is_last = after is None or after.is_item or entry.block.announces
    return is_named and not is_last and _is_bare(sentence)


def _inherited(walk: _Walk) -> Topic:
    """Return what a theme goes on with; furniture such as *Lyssna* with nothing under it changes nothing."""
    return walk.now.topic if walk.now.entries else walk.content


def _is_bare(sentence: Sentence) -> bool:
    """Tell a heading that names parties and hardly more: *Polisen*, *Kommunens del*; no verb."""
    return len(sentence.words) <= MOST_THEME_WORDS and not any(map(is_finite, sentence.words))


def _titled(entry: Entry, sentence: Sentence) -> Section:
    words = sentence.words
    pledges = wording.PLEDGES.within(words) or (len(words) <= 3 and bool(acting(sentence)))
    owner = acting(sentence) if pledges else BOTH if words[0].startswith("gemensam") else NOBODY
    return Section(Topic.TITLE, entry, owner, is_title=True, period=terms.of_title(sentence))
