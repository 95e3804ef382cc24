"""The agreements of a document, each with its promises and follow-ups; numbers are read later, by ``targets``."""

from collections.abc import Iterator, Sequence

from loftdb.core.model import Party
from loftdb.core.periods import Period
from loftdb.core.reading import dates, duties, outline, owners, places
from loftdb.core.reading.blocks import BlockKind, blocks
from loftdb.core.reading.headings import Mode, is_title
from loftdb.core.reading.lexemes import lexemes
from loftdb.core.reading.outline import Part
from loftdb.core.reading.result import Doubt, DoubtKind, ReadPlan, ReadPromise, Span
from loftdb.core.reading.sentences import Sentence, sentences
from loftdb.core.reading.source import folded, squeezed
from loftdb.core.reading.targets import targets

_CONDITIONS = (
    "vid behov", "om behov", "när det behövs", "när behov", "då behov", "efter behov", "i mån av", "om underrättelse",
    "om möjligt", "när skolan vill", "om resurser", "om läget", "utifrån behov", "hänsyn till aktuell underrättelse",
    "hänsyns till aktuell underrättelse", "hänsyn till rådande underrättelse", "när någon tar initiativ", "om det behövs",
)  # fmt: skip
_AIMS = frozenset(
    "minska minskas öka ökas bli blir sjunka stiga känna känner uppleva upplevs stärkas förbättras vara sänkas".split()  # noqa: SIM905
)
_FOLLOWING = (
    "det",
    "detta",
    "dessa",
    "den",
    "de",
    "antalet",
    "omfattning",
    "företrädesvis",
    "särskilt",
    "främst",
    "dessutom",
    "(",
)
_ALIKE = 85
"""Shared words, in per cent, from which two promises say the same."""

Found = tuple[tuple[ReadPlan, ...], tuple[Doubt, ...]]


def plans(text: str) -> Found:
    """Return the agreements of a canonical text, their promises without targets, and what was unsure of them."""
    parts = outline.outline(blocks(text))
    kept: list[ReadPlan] = []
    for number in sorted({part.plan for part in parts}):
        own = [part for part in parts if part.plan == number]
        promises = tuple(_promises(text, own))
        if promises:
            kept.append(_plan(text, own, parts, promises))
    doubts = [doubt for plan in kept for doubt in _doubts(plan)]
    if not kept:
        doubts.append(Doubt(DoubtKind.NO_PROMISES, Span(0, len(text))))
    return tuple(kept), tuple(doubts)


def _plan(text: str, own: Sequence[Part], every: Sequence[Part], promises: tuple[ReadPromise, ...]) -> ReadPlan:
    title = next((part.block.text for part in own if is_title(part.block.text)), "")
    told = [part.block.text for part in every if part.mode is not Mode.FURNITURE]
    return ReadPlan(
        title=title,
        municipalities=places.municipalities(told, title),
        police_district=places.district(told),
        period=_period(own) or _period(every),
        problem_areas=tuple(outline.areas(own)),
        promises=promises,
        duties=tuple(_duties(text, own)),
        span=Span(own[0].block.span.start, own[-1].block.span.end),
    )


def _period(parts: Sequence[Part]) -> Period | None:
    best: tuple[int, Period] | None = None
    for part in parts:
        if part.block.kind is BlockKind.ITEM or part.mode is Mode.FURNITURE:
            continue
        for said in dates.stated(part.block.text):
            score = _clearness(part, said)
            if score and (best is None or score > best[0]):
                best = score, said.period
    return best[1] if best else None


def _clearness(part: Part, said: dates.Said) -> int:
    """Weigh a period: dates before years before one year, and titles and *gäller* before the rest; 0: none."""
    text = folded(part.block.text)
    speaks_of_it = any(word in text for word in ("gäller", "löfte", "perioden", "löftestid", "giltig", "lovar", "åtar"))
    is_story = part.mode in (Mode.BACKGROUND, Mode.FOLLOW_UP, Mode.AREAS)
    if said.clearness == 1 and not (is_title(part.block.text) or speaks_of_it):
        return 0
    return said.clearness * 10 + 5 * is_title(part.block.text) + 4 * speaks_of_it - 8 * is_story


def _promises(text: str, parts: Sequence[Part]) -> Iterator[ReadPromise]:
    listed = [part for part in parts if part.block.kind is BlockKind.ITEM and _is_promised(text, part)]
    chosen = {id(part) for part in listed}
    for part in parts:
        if id(part) in chosen:
            yield _promise(text, part, part.block.span)
        elif part.block.kind is not BlockKind.ITEM and not outline.is_heading(part) and _may_tell(part, bool(listed)):
            for span in _told(text, part, is_only=not listed):
                yield _promise(text, part, span)


def _is_promised(text: str, part: Part) -> bool:
    """Tell whether an item is a promise: any under a promising heading, else one that speaks like one."""
    if part.mode is Mode.PROMISE:
        return len(part.block.text.split()) > 1 or len(part.block.text) > 12
    if part.mode is not Mode.OPEN:
        return False
    (first, *_) = sentences(lexemes(text, part.block.span), text) or [Sentence(())]
    return "V" in first.symbols or _is_infinitive(part.block.text) or bool(targets(text, part.block.span)[0])


def _is_infinitive(text: str) -> bool:
    first = text.split(maxsplit=1)[0].casefold() if text.split() else ""
    return first.endswith("a") and len(first) > 3


def _may_tell(part: Part, has_list: bool) -> bool:
    return part.mode is Mode.PROMISE or (part.mode is Mode.OPEN and not has_list)


def _told(text: str, part: Part, *, is_only: bool) -> Iterator[Span]:
    """Yield the promising sentences of a paragraph, each with those that go on about it."""
    current: Span | None = None
    for sentence in sentences(lexemes(text, part.block.span), text):
        span = Span(sentence.lexemes[0].span.start, sentence.lexemes[-1].span.end)
        said = squeezed(span.of(text))
        if current and _goes_on(sentence, said):
            current = Span(current.start, span.end)
            continue
        if current:
            yield current
        current = span if _promises_something(text, sentence, span, part, is_only=is_only) else None
    if current:
        yield current


def _goes_on(sentence: Sentence, said: str) -> bool:
    starts = folded(said).split()[0] if said else ""
    is_verbless = sentence.symbols[:1] in ("c", "(") and "V" not in sentence.symbols
    has_agent = bool(owners.of_sentence(said, frozenset())) and starts not in _FOLLOWING
    return (starts.strip("(,") in _FOLLOWING or starts.startswith("(") or is_verbless) and not has_agent


def _promises_something(text: str, sentence: Sentence, span: Span, part: Part, *, is_only: bool) -> bool:
    said = squeezed(span.of(text))
    if sentence.is_past or duties.is_duty(said) or _is_aim(sentence) or _announces(said):
        return False
    if targets(text, span)[0]:
        return True
    subject = owners.of_sentence(said, frozenset())
    promises = "V" in sentence.symbols
    starts_plainly = part.mode is Mode.PROMISE and (_is_infinitive(said) or bool(subject and not promises))
    return bool(subject and promises) or starts_plainly or (is_only and bool(subject) and part.mode is Mode.PROMISE)


def _is_aim(sentence: Sentence) -> bool:
    """Tell *Droganvändningen ska sjunka* from *Polisen ska öka synligheten*."""
    symbols = sentence.symbols
    verb = symbols.find("V")
    if verb < 0:
        return False
    after = [each.text for each in sentence.lexemes[verb + 1 : verb + 4]]
    subject = " ".join(each.text for each in sentence.lexemes[:verb])
    named = any(owners.mentions(subject)) or any(owners.mentions(" ".join(after[:1])))
    return any(word in _AIMS for word in after) and not named and "N" not in symbols


def _announces(said: str) -> bool:
    """Tell *Polisen och kommunen lovar följande* from a promise."""
    words = folded(said).rstrip(".:").split()
    return said.endswith((":", "?")) or (
        len(words) < 16 and any(word in words for word in ("följande", "nedanstående"))
    )


def _promise(text: str, part: Part, span: Span) -> ReadPromise:
    said = squeezed(span.of(text))
    parties = _parties(text, part, span)
    return ReadPromise(
        text=said,
        heading=part.heading,
        parties=owners.ordered(parties),
        third_parties=owners.names_of_others(said),
        conditional=next((each for each in _CONDITIONS if each in folded(said)), None),
        span=span,
    )


def _parties(text: str, part: Part, span: Span) -> frozenset[Party]:
    raw = span.of(text)
    named = owners.label(raw)
    if named:
        return named
    first = next(iter(sentences(lexemes(text, span), text)), None)
    said = "" if first is None else Span(first.lexemes[0].span.start, first.lexemes[-1].span.end).of(text)
    return owners.of_sentence(said, part.owner) or part.owner


def _duties(text: str, parts: Sequence[Part]) -> Iterator[object]:
    for part in parts:
        if part.block.kind is BlockKind.PARAGRAPH and part.mode is not Mode.FURNITURE:
            for sentence in sentences(lexemes(text, part.block.span), text):
                span = Span(sentence.lexemes[0].span.start, sentence.lexemes[-1].span.end)
                said = squeezed(span.of(text))
                if (
                    duties.is_duty(said)
                    and ("V" in sentence.symbols or "följs upp" in folded(said))
                    and not sentence.is_past
                ):
                    yield duties.duty(said, span)


def _doubts(plan: ReadPlan) -> Iterator[Doubt]:
    if plan.period is None:
        yield Doubt(DoubtKind.NO_AGREEMENT_PERIOD, plan.span)
    if not plan.municipalities:
        yield Doubt(DoubtKind.NO_MUNICIPALITY, plan.span)
    for promise in plan.promises:
        if not promise.parties:
            yield Doubt(DoubtKind.NO_PARTY, promise.span)
    seen: list[tuple[frozenset[str], ReadPromise]] = []
    for promise in plan.promises:
        words = frozenset(folded(promise.text).split())
        twin = next(
            (other for known, other in seen[-200:] if 100 * len(known & words) >= _ALIKE * len(known | words)), None
        )
        if twin:
            yield Doubt(DoubtKind.SAID_TWICE, promise.span, {"other": twin.text})
        seen.append((words, promise))
