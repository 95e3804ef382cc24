"""Every block of a document in its place: under which heading, by whom, in which agreement, and whether it promises."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from loftdb.core.model import SIGNING_PARTIES, Party
from loftdb.core.periods import Period
from loftdb.core.reading import dates, headings, owners
from loftdb.core.reading.blocks import Block, BlockKind
from loftdb.core.reading.headings import Mode
from loftdb.core.reading.source import folded

_LISTS = ("följande", "det här", "detta", "dessa", "så här", "nedan", "här", "genom")
_PROMISING = ("lovar", "lovat", "åtar sig", "kommit överens", "har valt ut aktiviteter", "förbinder sig", "löfte")


@dataclass(frozen=True)
class Part:
    """A block with what is said about it above."""

    block: Block
    mode: Mode
    heading: str = ""
    owner: frozenset[Party] = frozenset()
    plan: int = 0


@dataclass(frozen=True)
class _State:
    """What holds for the next block."""

    mode: Mode = Mode.OPEN
    heading: str = ""
    owner: frozenset[Party] = frozenset()
    container: frozenset[Party] = frozenset()
    """Of an owner heading that holds theme headings."""
    default: frozenset[Party] = frozenset()
    """Who the document says makes the promises."""
    plan: int = 0
    period: Period | None = None
    """Of the agreement's title."""
    has_items: bool = False
    """Whether an item stands under the heading."""


@dataclass
class _Walk:
    parts: list[Part] = field(default_factory=list)
    state: _State = field(default_factory=_State)


def outline(found: Sequence[Block]) -> tuple[Part, ...]:
    """Return every block with its heading, owner, kind of section and agreement, in order."""
    walk = _Walk()
    for at, block in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if block.kind is BlockKind.ITEM:
            walk.state = replace(walk.state, has_items=True)
        elif _is_heading(block, following):
            walk.state = _under(walk.state, block)
        elif _leads_in(block, following):
            walk.state = _led_in(walk.state, block)
        else:
            walk.state = _told(walk.state, block)
        state = walk.state
        walk.parts.append(Part(block, state.mode, state.heading, state.owner or state.default, state.plan))
    return tuple(walk.parts)


def is_heading(part: Part) -> bool:
    """Tell whether the part only announces others."""
    return part.heading == part.block.text


def _is_heading(block: Block, following: Block | None) -> bool:
    if block.kind is not BlockKind.HEADING:
        return False
    leads = block.text.endswith((":", "..")) or (following is not None and following.kind is BlockKind.ITEM)
    return leads or not _speaks(block.text)


def _speaks(text: str) -> bool:
    """Tell a short sentence that promises something from a heading."""
    words = folded(text).split()
    has_number = any(word.strip("(),.").isdigit() and len(word) < 4 for word in words)  # noqa: PLR2004 - a year
    says = any(word in ("ska", "skall", "lovar", "bör") for word in words[:-2])
    named = any(each.parties != frozenset(SIGNING_PARTIES) for each in owners.mentions(text))
    is_other = headings.mode_of(text) not in (None, Mode.PROMISE)
    return not is_other and ((says and named) or (has_number and len(words) > 2))  # noqa: PLR2004


def _leads_in(block: Block, following: Block | None) -> bool:
    if following is None or following.kind is BlockKind.PARAGRAPH:
        return False
    return block.text.endswith((":", ";", "..", "…"))


def _under(state: _State, block: Block) -> _State:
    text = block.text
    if headings.is_title(text):
        return _titled(state, text)
    mode = headings.mode_of(text)
    named = owners.of_heading(text)
    if mode is None and not named:
        container = state.owner if state.owner and not state.has_items else state.container
        return replace(state, heading=text, owner=container, container=container, has_items=False)
    if mode in (None, Mode.PROMISE):
        keeps = state.mode if mode is None and state.mode is not Mode.FURNITURE else Mode.PROMISE
        return replace(state, mode=keeps, heading=text, owner=named, container=frozenset(), has_items=False)
    return replace(state, mode=mode, heading=text, owner=frozenset(), container=frozenset(), has_items=False)


def _titled(state: _State, text: str) -> _State:
    """Begin an agreement, a new one where the title's period differs from the one before."""
    period = next((each.period for each in dates.stated(text)), None)
    is_new = period is not None and state.period is not None and period != state.period
    mode = Mode.PROMISE if headings.mode_of(text) is Mode.PROMISE else Mode.OPEN
    named = owners.of_heading(text) if "lovar" in folded(text) else frozenset[Party]()
    return _State(
        mode=mode,
        heading=text,
        owner=named,
        default=frozenset() if is_new else state.default,
        plan=state.plan + is_new,
        period=period or state.period,
    )


def _led_in(state: _State, block: Block) -> _State:
    """Read *Enligt löftet ska parterna göra följande:*; the last sentence of the paragraph announces the list."""
    last = block.text.rstrip(":;.… ").rpartition(". ")[2]
    mode = headings.mode_of(last)
    if mode is None:
        promises = any(word in folded(last).split() for word in ("ska", "skall", "lovar", "kommer", "gör"))
        mode = Mode.PROMISE if promises or state.mode is Mode.PROMISE else state.mode
    elif mode is Mode.BACKGROUND and state.mode is Mode.PROMISE:
        mode = Mode.PROMISE
    named = owners.of_sentence(last, frozenset())
    default = _default(block.text) or state.default
    heading = block.text if len(block.text) < 120 else last
    owner = named or (state.owner if not state.has_items else state.container)
    return replace(state, mode=mode, heading=heading, owner=owner, default=default, has_items=False)


def _told(state: _State, block: Block) -> _State:
    """Note who a paragraph says makes the promises."""
    return replace(state, default=_default(block.text) or state.default)


def _default(text: str) -> frozenset[Party]:
    said = folded(text)
    promises = any(word in said for word in _PROMISING) and any(
        word in said for word in ("lovar", "åtar", "överens", "lovat")
    )
    named = frozenset[Party]().union(*(each.parties for each in owners.mentions(text)))
    return frozenset(SIGNING_PARTIES) if promises and named >= frozenset(SIGNING_PARTIES) else frozenset()


def areas(parts: Sequence[Part]) -> Iterator[str]:
    """Yield the problem areas that a list ranks."""
    for part in parts:
        if part.mode is Mode.AREAS and part.block.kind is BlockKind.ITEM:
            yield part.block.text.strip(" .;,")
