"""The numbers of one promise as targets: each with the comparator, the period and the thing counted around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loftdb.core.model import Comparator
from loftdb.core.reading import measures
from loftdb.core.reading.lexemes import Lexeme, Number, Rate, lexemes
from loftdb.core.reading.measures import Place
from loftdb.core.reading.result import Doubt, DoubtKind, NumberKind, Per, ReadTarget, Span
from loftdb.core.reading.sentences import Sentence, sentences
from loftdb.core.reading.vocabulary import (
    ENTITLED,
    PERSON_ENDINGS,
    PLACE_ENDINGS,
    SET_ENDINGS,
)

_REACH = 3
"""How many words may stand between a comparator and its number."""

_FURTHEST = 3
"""How many sentences back *detta* may point."""


@dataclass(frozen=True)
class _Quantity:
    """A number at ``index`` of its sentence, with what was found about it."""

    index: int
    number: Number
    comparator: Comparator
    kind: NumberKind
    rate: int | None
    """The index of the lexeme that gives its period; null: the text states none."""
    first: int
    """The index of the comparator, or of the number itself."""


def targets(text: str, span: Span) -> tuple[tuple[ReadTarget, ...], tuple[Doubt, ...]]:
    """Return what the numbers between ``span``'s ends promise, and what a person should look at."""
    found: list[ReadTarget] = []
    doubts: list[Doubt] = []
    said = tuple(sentences(lexemes(text, span), text))
    for number, sentence in enumerate(said):
        if sentence.is_past:
            continue
        earlier, later = said[max(number - _FURTHEST, 0) : number], said[number + 1 : number + 2]
        for quantity in _quantities(sentence):
            rate = _rate(sentence, quantity, later)
            target = _target(text, sentence, quantity, rate, earlier)
            found.append(target)
            doubts += _doubts(sentence, quantity, rate, target)
        doubts += _other_doubts(sentence)
    return tuple(_distinct(found)), tuple(doubts)


def _distinct(found: Sequence[ReadTarget]) -> Iterator[ReadTarget]:
    """Leave out a number that is said a second time in the same words."""
    seen: set[tuple[object, ...]] = set()
    for each in found:
        key = (each.measure.casefold(), each.value, each.per, each.every)
        if key not in seen:
            seen.add(key)
            yield each


def _quantities(sentence: Sentence) -> Iterator[_Quantity]:
    articles = set(_counted_articles(sentence))
    numbers = [index for index, each in enumerate(sentence.lexemes) if (each.symbol == "N" or index in articles)]
    found = 0
    for index in numbers:
        first, comparator = _comparator(sentence, index)
        rate = _rate_index(sentence, index, numbers)
        kind = _kind(sentence, Place(index, first, rate))
        if kind:
            number = sentence.lexemes[index].number
            shown = Comparator.RANGE if number.value_max else comparator
            found += 1
            yield _Quantity(index, number, shown, kind, rate, first)
    if not found:
        yield from _frequency(sentence)


def _frequency(sentence: Sentence) -> Iterator[_Quantity]:
    """Read *varje vecka* without a number: one occasion."""
    for index, each in enumerate(sentence.lexemes):
        if each.symbol == "R" and each.rate.frequent and measures.names_something(sentence, index):
            first, comparator = _comparator(sentence, index)
            kind = NumberKind.COUNT if first != index else NumberKind.FREQUENCY
            yield _Quantity(index, Number(1), comparator, kind, index, first)
            return


def _counted_articles(sentence: Sentence) -> Iterator[int]:
    """Yield where *en* and *ett* count: by what stands beside them, or as the activity that a period repeats."""
    articles = [index for index, each in enumerate(sentence.lexemes) if each.symbol == "a"]
    counted = [index for index in articles if _is_counted(sentence, index)]
    yield from counted
    is_repeated = any(each.symbol == "R" and _is_rate(each) for each in sentence.lexemes)
    if is_repeated and not counted and "N" not in sentence.symbols:
        yield from [index for index in articles if measures.is_activity(sentence, index)][:1]


def _is_counted(sentence: Sentence, index: int) -> bool:
    """Tell *minst en*, *en gång*, *tre möten och en temadag*, *fyra kontroller och en insats per kvartal*."""
    symbols = sentence.symbols
    before, after = symbols[max(index - 1, 0) : index], symbols[index + 1 : index + 2]
    if (after and after in "ghsR") or (before and before in "ci~") or measures.is_time(sentence, index):
        return True
    is_listed = ("N" in symbols[:index] and before == "&") or "&N" in symbols[index:]
    return (is_listed or measures.is_repeated(sentence, index)) and measures.is_activity(sentence, index)


def _is_rate(each: Lexeme) -> bool:
    return each.rate.frequent or each.rate.per is not Per.TERM


def _comparator(sentence: Sentence, index: int) -> tuple[int, Comparator]:
    """Return where the phrase of a number begins, and how the number is compared."""
    found = sentence.lexemes
    for back in range(index - 1, max(index - 2 - _REACH, -1), -1):
        each = found[back]
        if each.symbol == "c" and isinstance(each.value, Comparator):
            return back, each.value
        if each.symbol == "i":
            return back, Comparator.AT_MOST
        if each.symbol in "aNRV,.:;(":
            break
    return index, _after(found[index + 1 :])


def _after(rest: Sequence[Lexeme]) -> Comparator:
    """Read *två gånger, minst* and *tio eller fler*."""
    symbols = "".join(each.symbol for each in rest[:4])
    if symbols.startswith("|+") or symbols[1:3] == "|+":
        return Comparator.AT_LEAST
    for each in rest[:3]:
        if each.symbol == "c" and isinstance(each.value, Comparator) and not symbols.startswith(("c", "&")):
            is_of_next = "N" in symbols[symbols.index("c") :]
            return Comparator.EXACTLY if is_of_next else each.value
    return Comparator.EXACTLY


def _kind(sentence: Sentence, place: Place) -> NumberKind | None:
    """Tell what the number says; null: nothing that is promised."""
    symbols, index = sentence.symbols, place.index
    after = symbols[index + 1 : index + 2]
    is_deadline = "i" in symbols[place.first : index + 1]
    if is_deadline:
        return NumberKind.RESPONSE_TIME if after in ("u", "h") else None
    if after in ("%", "k"):
        return None
    if after == "h":
        return NumberKind.HOURS
    if after in ("u", "U") and not _days_each(sentence, index):
        return None
    return NumberKind.CAP if _is_cap(sentence, place.first) else _kind_of_noun(sentence, place)


def _days_each(sentence: Sentence, index: int) -> bool:
    """Tell *fem dagar i veckan* from *fem dagar*."""
    return sentence.symbols[index + 2 : index + 3] == "R" and sentence.lexemes[index + 1].value is Per.DAY


def _is_cap(sentence: Sentence, first: int) -> bool:
    has_limit = sentence.lexemes[first].value is Comparator.AT_MOST
    return has_limit and any(each.text in ENTITLED for each in sentence.lexemes[:first])


def _kind_of_noun(sentence: Sentence, place: Place) -> NumberKind | None:
    noun = measures.head(sentence.lexemes, place.index)
    is_compared = place.first != place.index
    after = sentence.symbols[place.index + 1 : place.index + 2]
    if noun.endswith(PERSON_ENDINGS):
        return NumberKind.STAFFING
    if is_compared or (after and after in "gs"):
        return NumberKind.COUNT
    is_where = place.index > 0 and sentence.symbols[place.index - 1] in "@m" and noun.endswith(PLACE_ENDINGS)
    is_bare = place.rate is None and not measures.counts_something(sentence.lexemes, place.index)
    is_set = noun.endswith(SET_ENDINGS) and not measures.is_new(sentence.lexemes, place.index)
    return None if is_set or is_where or is_bare else NumberKind.COUNT


def _rate_index(sentence: Sentence, index: int, numbers: Sequence[int]) -> int | None:
    """Return where the period of a number stands: nearest after it, else before it, else after a later number."""
    rates = [at for at, each in enumerate(sentence.lexemes) if each.symbol == "R"]
    following = min((at for at in numbers if at > index), default=len(sentence.lexemes))
    preceding = max((at for at in numbers if at < index), default=-1)
    own = [at for at in rates if index < at < following]
    before = [at for at in rates if preceding < at < index]
    shared = [at for at in rates if at > following]
    leading = [at for at in rates if at < numbers[0]]
    for group in (own, before[::-1], shared, leading):
        exact = [at for at in group if sentence.lexemes[at].rate.per is not Per.TERM]
        if exact or group:
            return (exact or group)[0]
    return None


def _rate(sentence: Sentence, quantity: _Quantity, later: Sequence[Sentence]) -> Rate | None:
    if quantity.kind is NumberKind.RESPONSE_TIME:
        return Rate(Per.EVENT)
    if quantity.rate is not None:
        return sentence.lexemes[quantity.rate].rate
    return _said_after(later)


def _said_after(later: Sequence[Sentence]) -> Rate | None:
    """Read the period in *... 20 kontroller. Detta gäller per år.*"""
    if not later or not later[0].symbols.startswith("T") or "N" in later[0].symbols:
        return None
    return next((each.rate for each in later[0].lexemes if each.symbol == "R"), None)


def _target(
    text: str, sentence: Sentence, quantity: _Quantity, rate: Rate | None, earlier: Sequence[Sentence]
) -> ReadTarget:
    measure, unit = measures.measure(text, sentence, Place(quantity.index, quantity.first, quantity.rate), earlier)
    ends = [quantity.first, quantity.index] + ([quantity.rate] if _stands_near(sentence, quantity) else [])
    spans = [sentence.lexemes[at].span for at in ends if at is not None]
    return ReadTarget(
        measure=measure,
        comparator=quantity.comparator,
        value=quantity.number.value,
        value_max=quantity.number.value_max,
        unit=unit,
        per=rate.per if rate else Per.TERM,
        every=rate.every if rate else 1,
        average="v" in sentence.symbols,
        per_is_explicit=rate is not None,
        kind=quantity.kind,
        span=Span(min(each.start for each in spans), max(each.end for each in spans)),
    )


def _stands_near(sentence: Sentence, quantity: _Quantity) -> bool:
    """Tell whether only words stand between the number and its period."""
    if quantity.rate is None:
        return False
    low, high = sorted((quantity.index, quantity.rate))
    return not set(sentence.symbols[low + 1 : high]) & set("NR.;:(")


def _doubts(sentence: Sentence, quantity: _Quantity, rate: Rate | None, target: ReadTarget) -> Iterator[Doubt]:
    facts = {"measure": target.measure, "value": target.value}
    number = quantity.number
    if number.other is not None:
        yield Doubt(DoubtKind.NUMBERS_DISAGREE, target.span, {**facts, "other": number.other})
    if number.approximate or "~" in sentence.symbols[max(quantity.index - 2, 0) : quantity.index]:
        yield Doubt(DoubtKind.APPROXIMATE, target.span, facts)
    if measures.is_shared(sentence.lexemes, quantity.index):
        yield Doubt(DoubtKind.SHARED_NUMBER, target.span, facts)
    if words := measures.for_each(sentence):
        yield Doubt(DoubtKind.PER_EACH, target.span, {**facts, "words": words})
    if kind := _doubt_of_time(target, rate):
        words = "" if quantity.rate is None else sentence.lexemes[quantity.rate].text
        yield Doubt(kind, target.span, {**facts, "what": target.kind, "per": target.per, "words": words})


def _doubt_of_time(target: ReadTarget, rate: Rate | None) -> DoubtKind | None:
    if not target.kind.is_followed:
        return DoubtKind.NOT_A_TARGET
    if rate is None:
        return DoubtKind.NO_PERIOD
    if rate.window:
        return DoubtKind.WINDOW
    return DoubtKind.UNTRACKABLE if rate.per.interval is None else None


def _other_doubts(sentence: Sentence) -> Iterator[Doubt]:
    """Yield an effect in per cent, and *en trygghetsvandring* that may or may not be a number."""
    found, symbols = sentence.lexemes, sentence.symbols
    percent = symbols.find("N%")
    if percent >= 0:
        span = Span(found[percent].span.start, found[percent + 1].span.end)
        yield Doubt(DoubtKind.NOT_A_TARGET, span, {"value": found[percent].number.value, "what": NumberKind.CHANGE})
    if "N" in symbols or "R" in symbols:
        return
    for index, each in enumerate(found):
        if each.symbol == "a" and measures.is_activity(sentence, index) and symbols[index + 1 : index + 2] != "g":
            yield Doubt(DoubtKind.MAYBE_ONE, each.span, {"measure": measures.noun_phrase(found, index)})
            return
