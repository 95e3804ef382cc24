"""Which blocks are headings or lead-ins, and which are only short sentences, labels or details."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from loftdb.core.reading.agreement import shapes, terms, wording
from loftdb.core.reading.agreement.clauses import Sentence, sentences
from loftdb.core.reading.agreement.layout import Block, BlockKind
from loftdb.core.reading.agreement.parties import NOBODY, Parties, begins_with_label, is_label, named_alone
from loftdb.core.reading.agreement.topics import Topic, topic_of
from loftdb.core.reading.result import Span
from loftdb.core.reading.vocabulary import word_set

MOST_THEME_WORDS = 8
MOST_FURNITURE_WORDS = 12
FEWEST_WORDS = 5
"""A sentence that promises something has more."""
_OPEN_ENDS = word_set("att tillsammans följande göra genomföra vi kommunen polisen")


@dataclass(frozen=True)
class Entry:
    """A block with its sentences."""

    block: Block
    said: tuple[Sentence, ...]
    owner: Parties = NOBODY
    """Whom the head of a table's column names."""

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


def entries(text: str, found: Sequence[Block]) -> list[Entry]:
    """Return the blocks that say something, with their sentences; a table with a column for each party by cells."""
    said: list[Entry] = []
    owners: list[Parties] = []
    for block in found:
        owners = owners if block.kind is BlockKind.ROW else []
        if owners:
            said += (
                _entry(text, each, owner) for each, owner in zip(_cells(text, block), owners, strict=False) if owner
            )
            continue
        if block.kind is BlockKind.ROW:
            owners = _column_owners(text, block)
        said += [] if owners else [_entry(text, block)]
    return [entry for entry in said if any(map(_has_words, entry.said)) and not _says_nothing(entry)]


def _says_nothing(entry: Entry) -> bool:
    """Tell page furniture, *Lyssna*, *Publicerad: 3 maj*, and a line such as *mellan* of a title on several lines."""
    is_line = entry.block.kind is BlockKind.HEADING and wording.FURNITURE.begins(entry.words)
    is_short = len(entry.words) <= FEWEST_WORDS or not all(map(str.isalpha, entry.words))
    return (is_line and is_short and len(entry.words) <= MOST_FURNITURE_WORDS) or _only_joins(entry)


def _entry(text: str, block: Block, owner: Parties = NOBODY) -> Entry:
    return Entry(block, tuple(sentences(text, block.span)), owner)


def _has_words(sentence: Sentence) -> bool:
    return any(token.kind in ("word", "number") for token in sentence.tokens)


def _cells(text: str, row: Block) -> Iterator[Block]:
    """Yield the cells of a table's row as items."""
    start = row.span.start
    for cell in row.span.of(text).split("|"):
        first = start + len(cell) - len(cell.lstrip())
        yield Block(BlockKind.ITEM, Span(first, max(first, start + len(cell.rstrip()))), cell.strip(), "bullet")
        start += len(cell) + 1


def _column_owners(text: str, row: Block) -> list[Parties]:
    """Return whom each cell of a table's first row names; none where fewer than two cells name only parties."""
    owners = [_named(text, cell) for cell in _cells(text, row)]
    return owners if sum(map(bool, owners)) > 1 else []


def _named(text: str, cell: Block) -> Parties:
    said = sentences(text, cell.span)
    return named_alone(said[0]) if said else NOBODY


def heads(entry: Entry, before: Entry | None, after: Entry | None) -> bool:
    """Tell whether a block is a heading, rather than a short sentence, a label or a detail."""
    if entry.is_item:
        return _item_heads(entry, before, after)
    if entry.block.kind is not BlockKind.HEADING or _is_said_of_another(entry):
        return False
    if entry.block.announces or (after and after.is_item):
        return True
    return not _speaks(entry)


def _is_said_of_another(entry: Entry) -> bool:
    return is_label(entry.said[0]) or is_detail(entry.words)


def _only_joins(entry: Entry) -> bool:
    return all(word in wording.JOINS or word == "mellan" for word in entry.words)


def is_detail(words: Sequence[str]) -> bool:
    """Tell *Antal: minst 12*, which says more of the promise before it."""
    taken = wording.DETAILS.at(words, 0)
    return bool(taken) and words[taken : taken + 1] == (":",) and len(words) > taken + 1


def _speaks(entry: Entry) -> bool:
    """Tell a sentence without its full stop: *Polisen ska hålla tolv kontroller*, *Löftet gäller 2023–2025*."""
    sentence = entry.said[-1]
    words = sentence.words
    ends_open = wording.PLEDGES.holds(words[-1]) or words[-1] in _OPEN_ENDS
    if len(entry.said) > 1:
        return True
    if wording.VALID.within(words) and terms.of_title(sentence) and not any(map(wording.TITLES.holds, words[1:])):
        return True
    return shapes.is_strong(sentence) and not ends_open and len(words) > FEWEST_WORDS


def _item_heads(entry: Entry, before: Entry | None, after: Entry | None) -> bool:
    """Tell an item that only holds others: *1. Trafik* over text, *Öka synligheten genom:* over a list."""
    if after is None or after.block.kind is BlockKind.ROW or entry.block.kind is BlockKind.ROW:
        return False
    is_inner = after.is_item and (after.block.marker != entry.block.marker or after.block.indent > entry.block.indent)
    if entry.block.announces:
        return after.is_item or entry.block.marker != "bullet"
    is_short = len(entry.words) <= MOST_THEME_WORDS and not entry.block.text.endswith(".") and len(entry.said) == 1
    is_theme = is_short and not shapes.is_strong(entry.said[0]) and not has_number(entry.words)
    if not is_theme or entry.block.marker == "bullet":
        return is_theme and is_inner and after.block.indent > entry.block.indent
    is_listed = before is not None and before.is_item and before.block.marker == entry.block.marker
    return is_inner or (not after.is_item and not is_listed)


def has_number(words: Sequence[str]) -> bool:
    return any(word.isdigit() or word in ("minst", "högst") for word in words)


def leads(entry: Entry, after: Entry | None) -> bool:
    """Tell whether the last sentence of a paragraph announces what follows."""
    if after is None or entry.is_item or is_label(entry.said[0]):
        return False
    if entry.block.announces:
        return True
    return after.is_item and topic_of(entry.said[-1], leads=True) is Topic.PROMISES and _ends_open(entry.words)


def _ends_open(words: Sequence[str]) -> bool:
    return wording.ANNOUNCES.within(words) or wording.PLEDGES.holds(words[-1]) or words[-1] == "att"
