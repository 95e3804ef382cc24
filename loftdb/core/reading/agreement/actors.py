"""Who is named where in a sentence, and whether as the one who acts, as a partner or only in passing."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from loftdb.core.model import Party
from loftdb.core.municipalities import find
from loftdb.core.reading.agreement import wording
from loftdb.core.reading.lexer import Token
from loftdb.core.reading.result import Span
from loftdb.core.reading.vocabulary import word_set

_KINDS = (
    (Party.OTHER, wording.OTHERS),
    (None, wording.GUARDS),
    (Party.POLICE, wording.POLICE),
    (Party.MUNICIPALITY, wording.MUNICIPALITY),
)
_NAMING = frozenset(("kommun", "kommuns", "stad", "stads", "lokalpolisområde"))
_NAMED_AFTER = frozenset(
    ("lokalpolisområde", "lokalpolisområdet", "polisområde", "lpo", "kommunerna", "kommunpolis", "polisregion")
)
_FINITE = word_set("ska skall bör vill kan måste har lär är finns syns ses möts")
_NOT_FINITE = word_set(
    """
    när där eller över under efter per för inför åter mer fler aldrig var ur kr nr ner utanför runtomkring år
    ggr tider
    """
)
_BETWEEN_VERB = word_set(
    """
    också även alltså dessutom därför både såväl gemensamt tillsammans årligen samtidigt sedan att sig
    """
)
_NEAR_VERB = 4
LONGEST_SUBJECT = 6
LONGEST_LIST = 12
"""Words of a list of partners."""


@dataclass(frozen=True)
class Clause:
    """A run of words, numbers and marks; spaces are left out."""

    tokens: tuple[Token, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.folded for token in self.tokens)

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)

    def part(self, first: int, last: int) -> Span:
        """Return the span of the words from ``first`` up to, not including, ``last``."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)


class Role(StrEnum):
    SUBJECT = "subject"
    OWNER = "owner"
    """*Polisens buss*: the one whose something acts."""
    AGENT = "agent"
    """*Utförs av polisen*."""
    PARTNER = "partner"
    """*Tillsammans med kommunen*."""
    SOURCE = "source"
    """*Information från polisen*, *samtal hos kommunen*."""
    BETWEEN = "between"
    """*Samarbetet mellan kommunen och krögare*."""
    PASSING = "passing"


@dataclass(frozen=True)
class Mention:
    """A party named by the words from ``first`` up to, not including, ``last``; no party: guards."""

    party: Party | None
    first: int
    last: int
    is_genitive: bool


@dataclass(frozen=True)
class Part:
    """A mention with its role in the sentence."""

    mention: Mention
    role: Role


def mentions(sentence: Clause) -> Iterator[Mention]:
    """Yield who is named, in order."""
    words, index = sentence.words, 0
    while index < len(words):
        party, taken = _named(words, index)
        if taken:
            first, last = _with_name(sentence, index, index + taken)
            yield Mention(party, first, last, _is_genitive(words[index + taken - 1]))
            index = last
        else:
            index += 1


def _named(words: Sequence[str], index: int) -> tuple[Party | None, int]:
    for party, lexicon in _KINDS:
        if taken := lexicon.at(words, index):
            return party, taken
    return None, 0


def _is_genitive(word: str) -> bool:
    return word.endswith("s") and word not in ("polis", "lpos", "näringslivs") and not word.endswith(("polis", "ss"))


def _with_name(sentence: Clause, first: int, last: int) -> tuple[int, int]:
    """Take in the name: *Strömstads kommun*, *lokalpolisområde Västra Fyrbodal*, *Brottsofferjouren Fyrbodal*."""
    if sentence.words[first] in _NAMING:
        first = _name_start(sentence, first)
    goes_on = sentence.words[last - 1] in _NAMED_AFTER or not _is_party_word(sentence.words[last - 1])
    while goes_on and last < len(sentence.words) and _is_capital(sentence, last) and _is_name(sentence, last):
        last += 1
    return first, last


def _name_start(sentence: Clause, first: int) -> int:
    """Return where the name before *kommun* begins; an official name is one in small letters too."""
    for length in (2, 1):
        if first >= length and find(" ".join(sentence.words[first - length : first])) is not None:
            return first - length
    while first and _is_capital(sentence, first - 1) and _is_name(sentence, first - 1):
        first -= 1
    return first


def _is_party_word(word: str) -> bool:
    return wording.POLICE.holds(word) or wording.MUNICIPALITY.holds(word)


def _is_capital(sentence: Clause, index: int) -> bool:
    return sentence.tokens[index].kind == "word" and sentence.tokens[index].text[0].isupper()


def _is_name(sentence: Clause, index: int) -> bool:
    return (
        not any(lexicon.at(sentence.words, index) for _, lexicon in _KINDS)
        and sentence.words[index] not in wording.JOINS
    )


def parts(sentence: Clause, found: Iterable[Mention]) -> Iterator[Part]:
    """Yield the mentions with their roles; of two joined by *och* the second has the first's role."""
    partners = [last for _, last in wording.WITH.find(sentence.words)]
    before: Part | None = None
    for mention in found:
        joined = before is not None and _joined(sentence, before.mention, mention)
        begins = before is None and _begins_clause(sentence.words, mention)
        role = Role.SUBJECT if begins else _role(sentence, mention, partners)
        before = Part(mention, before.role if before and joined else role)
        yield before


def _begins_clause(words: Sequence[str], mention: Mention) -> bool:
    """Read *Att polisen ska ...* and *Löftet innebär att polisen och kommunen ska ...*."""
    first = _before_determiners(words, mention.first)
    says = wording.PLEDGES.within(words[mention.last : mention.last + LONGEST_SUBJECT])
    return first > 0 and words[first - 1] == "att" and says and not mention.is_genitive


def _joined(sentence: Clause, before: Mention, after: Mention) -> bool:
    """Tell whether only *och*, a comma, a bracket, a place or a determiner stands between two mentions."""
    between = _without_place(sentence, before.last, after.first)
    if not between:
        return before.is_genitive
    joins = any(word in wording.JOINS for word in between)
    plain = all(word in wording.JOINS or word in wording.DETERMINERS or word in "()" for word in between)
    return plain and (joins or "(" in between)


def _without_place(sentence: Clause, first: int, last: int) -> Sequence[str]:
    """Return the words between two mentions without *i Östra Norrbotten*."""
    start = first
    if first < last and sentence.words[first] in ("i", "på"):
        start = first + 1
        while start < last and _is_capital(sentence, start):
            start += 1
    return sentence.words[start if start > first + 1 else first : last]


def _role(sentence: Clause, mention: Mention, partners: Sequence[int]) -> Role:
    words, first = sentence.words, _before_determiners(sentence.words, mention.first)
    previous = words[first - 1] if first else ""
    if previous in wording.PREPOSITIONS:
        return _after_preposition(words, first, partners)
    if not _acts(sentence, mention, first):
        return _listed_partner(words, first, partners)
    if not mention.is_genitive:
        return Role.SUBJECT
    is_place = mention.last < len(words) and wording.NOT_ACTING.at(words, mention.last)
    return Role.PASSING if is_place else Role.OWNER


def _before_determiners(words: Sequence[str], index: int) -> int:
    while index and words[index - 1] in wording.DETERMINERS:
        index -= 1
    return index


def _after_preposition(words: Sequence[str], first: int, partners: Sequence[int]) -> Role:
    previous = words[first - 1]
    if previous == "av":
        return Role.PASSING if first > 1 and words[first - 2].startswith(("del", "närvaro")) else Role.AGENT
    if previous == "mellan":
        return Role.BETWEEN if first > 1 and wording.BETWEEN.at(words, first - 2) else Role.PASSING
    if previous in ("från", "hos"):
        return Role.SOURCE
    return Role.PARTNER if _last_before(partners, first) == first else Role.PASSING


def _last_before(partners: Sequence[int], index: int) -> int:
    """Return where the last *tillsammans med* ends at or before a word; -1: there is none."""
    place = bisect_right(partners, index)
    return partners[place - 1] if place else -1


def _listed_partner(words: Sequence[str], first: int, partners: Sequence[int]) -> Role:
    """Read *tillsammans med föreningar, skola och polis*: the list goes on from *med*, with words of any kind."""
    start = _last_before(partners, first)
    if start < 0 or first - start > LONGEST_LIST:
        return Role.PASSING
    is_list = words[first - 1] in wording.JOINS and not any(
        word in ("att", "ska", "för", "som", "(") for word in words[start:first]
    )
    return Role.PARTNER if is_list else Role.PASSING


def _acts(sentence: Clause, mention: Mention, first: int) -> bool:
    """Tell whether the place is a subject's: first in the sentence, or next to the finite verb."""
    words = sentence.words
    if first <= LONGEST_LIST and all(not each.isalnum() for each in words[:first]):
        return True
    nearest = max(0, first - _NEAR_VERB)
    for index in range(first - 1, nearest - 1, -1):
        if is_finite(words[index]):
            return True
        if words[index] not in _BETWEEN_VERB:
            break
    return _after_adverbial(words, first, mention)


def _after_adverbial(words: Sequence[str], first: int, mention: Mention) -> bool:
    """Read *Dessutom kommunen ...* never, but *(Polisen* and *att polisen* not either; a colon or dash begins anew."""
    reach = LONGEST_LIST if words[first - 1] == ":" else _NEAR_VERB
    return words[first - 1] in (":", "–", "—", "-", "|") and first <= reach and not mention.is_genitive


def is_finite(word: str) -> bool:
    """Tell a word that can be a present verb; nouns that look alike never stand right before a name."""
    if word in _FINITE or wording.PASSIVE.holds(word):
        return True
    return len(word) > 2 and word.endswith("r") and word[-2] != "o" and word not in _NOT_FINITE
