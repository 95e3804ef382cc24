"""Tokens refined step by step: numbers, dates, ranges and periods become one lexeme each, and each keeps its place.

Every step is a table of shapes over the symbols of ``vocabulary``; two more stand for what the steps build: ``N`` a
number that may be a target, ``R`` a rate or period.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from loftdb.core.model import Comparator
from loftdb.core.reading.lexer import lex
from loftdb.core.reading.result import Per, Span
from loftdb.core.reading.vocabulary import numbers, words

EMERGENCY = 112
DAYS_A_WEEK = 7

LARGEST = 99_999
"""A larger number is a telephone number or a slip."""


@dataclass(frozen=True)
class Number:
    """A number as written; ``other`` is the second way of writing it where the two disagree."""

    value: int
    value_max: int | None = None
    other: int | None = None
    approximate: bool = False


@dataclass(frozen=True)
class Rate:
    """How often, or for how long: ``per`` every ``every``."""

    per: Per
    every: int = 1
    frequent: bool = False
    """Whether it says that something recurs (*varje vecka*), not only for which time a number holds (*under året*)."""
    window: bool = False
    """Whether it is only a part of the agreement's time (*hösten 2025*)."""


@dataclass(frozen=True)
class Lexeme:
    """One word, mark or phrase: ``symbol`` is one character, ``value`` what it means."""

    symbol: str
    text: str
    """Lower case, with single spaces."""
    span: Span
    value: object = None
    glued: bool = False
    """Whether it stands against what comes before it, without a space."""

    @property
    def number(self) -> Number:
        return (
            self.value if isinstance(self.value, Number) else Number(self.value if isinstance(self.value, int) else 0)
        )

    @property
    def rate(self) -> Rate:
        return self.value if isinstance(self.value, Rate) else Rate(Per.TERM)


Build = Callable[[Sequence[Lexeme]], object]
"""What a shape's lexemes mean; null where the shape only looks alike."""


def lexemes(text: str, span: Span) -> list[Lexeme]:
    """Return the refined lexemes of a part of the text; their spans are ascending and lie inside it."""
    found = list(_plain(text, span))
    for symbol, shape, build in _SHAPES:
        found = _merged(text, found, symbol, shape, build)
    return found


def _plain(text: str, span: Span) -> Iterator[Lexeme]:
    end = -1
    for token in lex(text, span.start, span.end):
        if token.kind not in ("space", "newline"):
            symbol, value = _meaning(token.kind, token.folded)
            yield Lexeme(symbol, token.folded, token.span, value, token.span.start == end)
            end = token.span.end


def _meaning(kind: str, folded: str) -> tuple[str, object]:
    if kind == "number":
        return _digits(folded)
    if kind == "mark":
        known = words().get(folded)
        return known or ("-" if folded in "-–—‐‑‒―−" else folded if folded in "().,;:!?/+" else "'", None)
    if folded in words():
        return words()[folded]
    return _about(folded) or _compound(folded) or ("w", None)


def _digits(folded: str) -> tuple[str, object]:
    is_telephone = folded.startswith("0") and len(folded) > 1
    if is_telephone or "," in folded or "." in folded or len(folded) > len(str(LARGEST)) + 1:
        return "x", None
    value = int(folded.replace(" ", ""))
    return ("Y" if 1900 <= value < 2100 and " " not in folded else "n" if value <= LARGEST else "x"), value


def _about(folded: str) -> tuple[str, object] | None:
    """Read *femtontal*: about fifteen."""
    stem = folded.removesuffix("talet").removesuffix("tal")
    return ("n", Number(numbers()[stem], approximate=True)) if stem != folded and stem in numbers() else None


def _compound(folded: str) -> tuple[str, object] | None:
    """Read *avtalsperioden* and *polistimmar*."""
    if folded.endswith(("perioden", "löftestiden", "avtalstiden")):
        return "t", None
    return ("h", None) if folded.endswith("timmar") else None


def _merged(text: str, found: Sequence[Lexeme], symbol: str, shape: re.Pattern[str], build: Build) -> list[Lexeme]:
    """Put one lexeme in place of each run that has the shape and a meaning."""
    merged: list[Lexeme] = []
    position = 0
    for match in shape.finditer("".join(each.symbol for each in found)):
        run = found[match.start() : match.end()]
        value = build(run)
        if value is not None:
            span = Span(run[0].span.start, run[-1].span.end)
            merged += found[position : match.start()]
            merged.append(Lexeme(symbol, " ".join(span.of(text).casefold().split()), span, value, run[0].glued))
            position = match.end()
    return merged + list(found[position:])


def _nothing(_: Sequence[Lexeme]) -> object:
    """Read a number that counts no occasions."""
    return True


def _glued(run: Sequence[Lexeme]) -> object:
    return True if all(each.glued for each in run[1:]) else None


def _ordinal(run: Sequence[Lexeme]) -> object:
    """Read *3:e*."""
    return run[0].value if _glued(run) and run[-1].text in ("a", "e") else None


def _tens(run: Sequence[Lexeme]) -> object:
    """Read *15-tal*."""
    return replace(run[0].number, approximate=True) if run[-1].text in ("tal", "talet") and _glued(run) else None


def _said_twice(run: Sequence[Lexeme]) -> object:
    first, second = (each.number.value for each in run if each.symbol in "nNaY")
    return Number(first, other=second if second != first else None)


def _range(run: Sequence[Lexeme]) -> object:
    first, second = (each.number.value for each in run if each.symbol in "nNa")
    return Number(first, second) if first < second else None


def _one(run: Sequence[Lexeme]) -> object:
    return run[0].number


def _per(run: Sequence[Lexeme]) -> Per | None:
    found = (each.value for each in run if isinstance(each.value, Per))
    return Per.WEEK if (per := next(found, None)) is None and any(each.symbol == "D" for each in run) else per


def _every(run: Sequence[Lexeme]) -> object:
    """Read *varje vecka*, *varannan fredag*, *var tredje månad*, *per år*, *i veckan*."""
    per = Per.YEAR if any(each.symbol == "S" for each in run) else _per(run)
    if per is None:
        return None
    steps = [each.number.value for each in run if each.symbol in "onN"]
    every = 2 if any(each.symbol == "E" for each in run) else steps[0] if steps else 1
    if per is Per.DAY and every % DAYS_A_WEEK == 0:
        per, every = Per.WEEK, every // DAYS_A_WEEK
    return Rate(per, every, frequent=run[0].symbol in "eEf" or any(each.symbol in "eEf" for each in run))


def _during(run: Sequence[Lexeme]) -> object:
    """Read *under året*, *under 2024*, *om året*; *under dagen* says when, not how often."""
    per = _per(run) or Per.YEAR
    is_when = per is Per.DAY and run[0].text not in ("om", "i")
    return None if is_when or any(each.symbol == "w" and each.text != "hela" for each in run) else Rate(per)


def _for_one(run: Sequence[Lexeme]) -> object:
    """Read *under ett år*, *under en treårsperiod*; *under en vecka* is a length of time."""
    return Rate(Per.TERM) if run[-1].symbol == "t" else Rate(Per.YEAR) if _per(run) is Per.YEAR else None


def _whole(_: Sequence[Lexeme]) -> object:
    return Rate(Per.TERM)


def _part(run: Sequence[Lexeme]) -> object:
    """Read *hösten 2025*, *första halvåret 2026*."""
    is_half = run[-1].symbol == "U" or any(each.symbol == "U" for each in run)
    return Rate(Per.TERM, window=True) if not is_half or any(each.text in _PARTS for each in run) else None


def _window(run: Sequence[Lexeme]) -> object:
    """Read *hösten 2025*, *under sommaren*; *på vår* is no season."""
    return None if run[-1].text in ("vår", "höst", "sommar", "vinter") else Rate(Per.TERM, window=True)


def _not_less(run: Sequence[Lexeme]) -> object:
    """Read *inte färre än* and *inte fler än*."""
    return {"färre": Comparator.AT_LEAST, "mindre": Comparator.AT_LEAST}.get(run[1].text, Comparator.AT_MOST)


def _up_to(_: Sequence[Lexeme]) -> object:
    return Comparator.AT_MOST


def _as_most(run: Sequence[Lexeme]) -> object:
    """Read *som mest*, *som minst*."""
    known = {"mest": Comparator.AT_MOST, "högst": Comparator.AT_MOST}
    return known.get(run[-1].text, Comparator.AT_LEAST) if run[-1].text in (*known, "minst", "lägst") else None


def _one_of(run: Sequence[Lexeme]) -> object:
    """Read *en av*, *en del*, *ett antal* as no number."""
    return True if run[1].symbol == "z" or run[1].text == "av" else None


def _known_set(run: Sequence[Lexeme]) -> object:
    """Read *de tre områdena*, *de senaste fem åren* as no number of occasions."""
    return True if len(run) == 2 or run[1].text in _BEFORE_SETS else None


def _done(run: Sequence[Lexeme]) -> object:
    """Read *har gjort*; *har öppet* is no past."""
    word = run[-1].text
    return True if word.endswith(("t", "ts")) and not word.endswith("et") else None


def _table(rows: Iterable[tuple[str, str, Build]]) -> tuple[tuple[str, re.Pattern[str], Build], ...]:
    return tuple((symbol, re.compile(shape), build) for symbol, shape, build in rows)


_PARTS = ("första", "andra", "sista")
_BEFORE_SETS = ("senaste", "kommande", "följande", "första", "närmaste", "nämnda", "prioriterade", "utvalda", "totalt")

_SHAPES = _table(
    (
        # What belongs together as one word.
        ("o", "n:[wa]", _ordinal),
        ("x", "n:w", _glued),
        ("s", r"s\.(?=w)", _nothing),
        ("n", "n-w", _tens),
        ("x", "n-[wuU]", _glued),
        ("x", "n-(?=&)", _glued),
        ("x", "[wl][nY]", _glued),
        ("R", "@dw?nw", lambda run: Rate(Per.TERM) if run[-1].text == "åren" else None),
        # Dates, laws, roads, years of school, clock times, telephone numbers: no number of occasions.
        ("x", "Y-[nx]-[nx]", _nothing),
        ("x", "[nY]:n", _nothing),
        ("x", "[Yn]/n", _nothing),
        ("x", "n(?:-n)?MY?", _nothing),
        ("x", "oMY?", _nothing),
        ("x", "nl", lambda run: True if run[1].text in ("§", "paragraf", "kap", "kapitel") else None),
        ("x", r"l\.?n+(?:[-,|]n|&n(?!@))*(?:\(n\))?", _nothing),
        ("x", "nn+", _nothing),
        ("x", "(?<!c)n", lambda run: True if run[0].value == EMERGENCY else None),
        ("x", "ag@d", _nothing),
        ("x", "a[zw]", _one_of),
        ("x", "dw?[na]", _known_set),
        ("x", "[na]w[na]", lambda run: True if run[1].text == "av" else None),
        # A number, written in one or two ways, or a range.
        ("n", "(?<=c)Y|Y(?=[hgs])", _one),
        ("N", r"[na]\([na]s?\)", _said_twice),
        ("N", "m[na][&-]n|[na][->|]n(?!M)", _range),
        ("N", "n", _one),
        ("P", "Hw{1,2}", _done),
        # Comparators.
        ("c", "0[w+]w", lambda run: _not_less(run) if run[2].text == "än" else None),
        ("c", r"\^>", _up_to),
        ("c", "C[cw]", _as_most),
        # Periods.
        ("R", "[@b]?[SM]Y|[@b]?[ow]UY?", _part),
        ("R", "@?Y[-/]Y", _whole),
        ("R", "@w{0,2}t|[p/]t", _whole),
        ("R", "@?e[oN]?w?[uUDS]", _every),
        ("R", "@?E[uUDS]", _every),
        ("R", "@?f", _every),
        ("R", "[pe]w&[uU]", _every),
        ("R", "[p/]a?[oN]?[uUD]", _every),
        ("R", "@w?U", _during),
        ("R", "@a[ut]", _for_one),
        ("R", "@u?Y", _during),
        ("R", "@[SM]|bS|[b>]u?Y|bww?u?Y|[b>][wd]?x", _window),
    )
)
