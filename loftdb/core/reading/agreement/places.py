"""Which municipalities and which police district an agreement is of, by their official names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loftdb.core.municipalities import MUNICIPALITIES, find
from loftdb.core.reading.agreement import wording
from loftdb.core.reading.agreement.clauses import Sentence
from loftdb.core.reading.lexer import Token
from loftdb.core.reading.result import Span
from loftdb.core.reading.source import squeezed
from loftdb.core.reading.vocabulary import word_set

_KOMMUN = frozenset(("kommun", "kommuns", "stad", "stads", "kommuner"))
_SEVERAL = frozenset(("kommunerna", "kommunernas", "kommuner"))
_DISTRICT = frozenset(("lokalpolisområde", "lokalpolisområdet", "lpo", "polisområde", "lokalpolisområdena"))
_COMPASS = word_set(
    """
    norra södra östra västra nedre övre inre yttre mellersta sydöstra sydvästra nordöstra nordvästra
    """
)
_DASHES = frozenset("-–—")
_ALSO_WORDS = word_set(
    """
    vara mark berg ale kil lund sala mora nora eda flen habo heby hjo boden orsa orust håbo säter
    """
)
"""Names that are other words too when they begin with a small letter."""
_FIRST_WORDS = frozenset(
    form
    for name in (*MUNICIPALITIES.values(), "Falu")
    for word in name.casefold().split()[:1]
    for form in (word, word + "s")
)
LONGEST_LIST = 12
"""Words of a list such as *kommunerna Vara, Essunga och Grästorp*."""
HOME = 100
"""What a name in a title weighs against one mention."""


@dataclass(frozen=True)
class Named:
    """A municipality's official name at the words from ``first`` up to, not including, ``last``."""

    name: str
    first: int
    last: int
    is_called_kommun: bool


def named(sentence: Sentence) -> Iterator[Named]:
    """Yield the official names in a sentence, in order, those of police districts left out."""
    words, index = sentence.words, 0
    while index < len(words):
        found = _longest(sentence, index)
        if found and not _is_district(words, found):
            yield found
        index = found.last if found else index + 1


def _longest(sentence: Sentence, first: int) -> Named | None:
    if sentence.tokens[first].kind != "word" or sentence.words[first] not in _FIRST_WORDS:
        return None
    for last in (first + 2, first + 1):
        words = sentence.words[first:last]
        if last > len(sentence.words) or not _may_be_name(sentence.tokens[first:last]) or words[-1] in _KOMMUN:
            continue
        code = find(" ".join(sentence.words[first:last]))
        if code is not None:
            return Named(MUNICIPALITIES[code], first, last, _is_called(sentence.words, first, last))
    return None


def _may_be_name(tokens: Sequence[Token]) -> bool:
    return all(token.kind == "word" for token in tokens) and (
        tokens[0].folded not in _ALSO_WORDS or tokens[0].text[0].isupper()
    )


def _is_called(words: Sequence[str], first: int, last: int) -> bool:
    """Tell *Kumla kommun*, *Stockholms stad*, *kommunerna Vara och Essunga*."""
    if words[last : last + 1] and words[last] in _KOMMUN:
        return True
    end, start = last, first - 1
    while end < min(len(words), last + LONGEST_LIST) and _is_listed(words[end]):
        end += 1
    while start >= max(0, first - LONGEST_LIST) and _is_listed(words[start]):
        start -= 1
    is_before = end > last and words[end : end + 1] == ("kommuner",)
    return is_before or (start >= 0 and words[start] in _SEVERAL)


def _is_listed(word: str) -> bool:
    return word in wording.JOINS or (word in _FIRST_WORDS and find(word) is not None)


def _is_district(words: Sequence[str], found: Named) -> bool:
    """Tell *lokalpolisområde Alingsås* and *Nybro lokalpolisområde*: no municipality."""
    at = found.first - 1
    while at > 0 and words[at] in ("/", "-", "–") and words[at - 1] not in _DISTRICT:
        at -= 2
    before = words[at] if at >= 0 else ""
    follows = words[found.last] if found.last < len(words) else ""
    return (before in _DISTRICT or before in _COMPASS or follows in _DISTRICT) and not found.is_called_kommun


def municipalities(titles: Sequence[Sentence], told: Sequence[Sentence], strong: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the municipalities of an agreement, its home first.

    ``titles`` name it with or without *kommun*; of those that ``told`` counts as *X kommun* the most frequent is
    the home where no title names one; ``strong`` sentences, headings and promises, add the others.
    """
    counted: Counter[str] = Counter()
    for sentence in titles:
        for at, each in enumerate(_of_title(sentence)):
            counted[each.name] += HOME - min(at, HOME // 2)
    for sentence in told:
        counted.update(each.name for each in named(sentence) if each.is_called_kommun)
    if not counted:
        return _unofficial(told)
    home = counted.most_common(1)[0][0]
    listed = (sentence for sentence in told if any(word in _SEVERAL for word in sentence.words))
    others = (
        each.name for sentence in (*titles, *strong, *listed) for each in named(sentence) if each.is_called_kommun
    )
    joint = (name for name, count in counted.items() if count >= HOME // 2)
    return tuple(dict.fromkeys((home, *joint, *others)))


def _of_title(sentence: Sentence) -> Iterator[Named]:
    """Yield the names in a title: *Kumla – medborgarlöften*, *Medborgarlöfte för Grästorp*, *Leksands första löfte*."""
    words = sentence.words
    is_title = any(wording.TITLES.holds(word) for word in words)
    for each in named(sentence):
        alone = each.first == 0 and each.last == len(words)
        before = words[each.first - 1] if each.first else ""
        led = before in ("i", "för", "med", "och", "mellan", "kommun", "–", "-", "—", ":", ",") or wording.TITLES.holds(
            before
        )
        if each.is_called_kommun or alone or (is_title and (each.first == 0 or led)):
            yield each


def _unofficial(told: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the names of *X kommun* as they stand, where no official name was found."""
    names: Counter[str] = Counter()
    for sentence in told:
        for index, word in enumerate(sentence.words[1:], start=1):
            before = sentence.tokens[index - 1]
            if word in _KOMMUN and before.kind == "word" and before.text[0].isupper() and len(before.text) > 3:
                names[before.text.removesuffix("s")] += 1
    return tuple(name for name, _ in names.most_common(1))


def district(told: Sequence[Sentence], text: str) -> str:
    """Return the police district as the text first names it; empty: it names none."""
    for sentence in told:
        for index, word in enumerate(sentence.words):
            if word in _DISTRICT and (span := _district(sentence, index)):
                return squeezed(span.of(text))
    return ""


def _district(sentence: Sentence, index: int) -> Span | None:
    last = index + 1
    while last < len(sentence.words) and _names_district(sentence, last):
        last += 1
    while last > index + 1 and sentence.words[last - 1] in "/-–":
        last -= 1
    if last > index + 1:
        return sentence.part(index, last)
    is_before = index > 0 and sentence.tokens[index - 1].kind == "word" and sentence.tokens[index - 1].text[0].isupper()
    return (
        sentence.part(index - 1, index + 1)
        if is_before and not wording.POLICE.holds(sentence.words[index - 1])
        else None
    )


def _names_district(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    is_capital = token.kind == "word" and token.text[0].isupper()
    return is_capital or token.folded in _COMPASS or _joins_names(sentence, index)


def _joins_names(sentence: Sentence, index: int) -> bool:
    """Tell the slash of a name in two parts, and its dash when no space stands beside: *Hallsberg–Kumla*."""
    if index + 1 == len(sentence.tokens):
        return False
    before, token, after = sentence.tokens[index - 1 : index + 2]
    is_close = before.span.end == token.span.start and token.span.end == after.span.start
    return token.text == "/" or (token.text in _DASHES and is_close)
