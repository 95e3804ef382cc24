"""What a number counts, in the text's own words: those after it, or, where these only say *gånger*, those around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loftdb.core.reading.lexemes import Lexeme
from loftdb.core.reading.result import Span
from loftdb.core.reading.sentences import Sentence
from loftdb.core.reading.vocabulary import (
    ACTIVITY_ENDINGS,
    LIGHT,
    NOT_COUNTED,
    PLURAL_ENDINGS,
    SUBJECTS,
    TIMELIKE,
)

LONGEST = 8
"""Words of a measure; what follows explains rather than names."""

_ENDS = ".,;:()!?/NRVBPcCiv~"
"""Symbols that no measure reaches over."""

_FILLERS = "@&|>sg+zT'\"-"
"""Symbols that a measure neither begins nor ends with."""

_EXPLAINING = ("syfte", "fokus", "betoning", "inriktning", "tonvikt", "samband", "enlighet", "hänsyn")

_LIST = re.compile(r"[w@s]{1,5}(?:,[w@]{1,3}){1,6}&[w@]{1,3}(?![w@]*[Ng])")
_PLURALS = ("erna", "arna", "er", "ar", "en", "n", "or")


@dataclass(frozen=True)
class Place:
    """Where a number stands in its sentence."""

    index: int
    first: int
    """Where its phrase begins: at its comparator, or at itself."""
    rate: int | None
    """Where its period stands; equal to ``index`` where a recurrence is the number."""


def measure(text: str, sentence: Sentence, place: Place, earlier: Sequence[Sentence]) -> tuple[str, str]:
    """Return what the number counts, and the word for one of them; ``earlier`` holds what *detta* is."""
    found, index = sentence.lexemes, place.index
    named = _near(sentence, place) or _around(found, place)
    for past in reversed(earlier):
        named = named or _around(past.lexemes, Place(len(past.lexemes), len(past.lexemes), None))
    unit = _unit(found, index)
    return _words(text, named or _forward(found, index + 1)) or unit, unit


def _near(sentence: Sentence, place: Place) -> list[Lexeme]:
    """Return the words that stand beside the number and name what is counted; none where they only say when."""
    found, index = sentence.lexemes, place.index
    bracket = _bracket(sentence, index)
    if bracket is not None and sentence.symbols[index + 1 : index + 2] in (")", "s", "g", "R"):
        return _back(found, bracket)
    is_occasion = sentence.symbols[index + 1 : index + 2] == "g"
    after = [] if place.rate == index or is_occasion else _forward(found, index + 1)
    if _says_only_when(after):
        after = _forward(found, index + 2) if place.rate == index + 1 else []
    return after


def noun_phrase(found: Sequence[Lexeme], index: int) -> str:
    """Return the words after a number or an article, in lower case."""
    return " ".join(each.text for each in _forward(found, index + 1))


def head(found: Sequence[Lexeme], index: int) -> str:
    """Return the noun that a number counts: the word that ends its first phrase."""
    phrase = _forward(found, index + 1)
    words = []
    for each in phrase:
        if each.symbol in "@&|>":
            break
        words.append(each.text)
    return words[-1] if words else ""


def is_activity(sentence: Sentence, index: int) -> bool:
    """Tell whether the article at ``index`` stands before something that can be done and counted."""
    words = [each.text for each in _forward(sentence.lexemes, index + 1)[:4] if each.symbol == "w"]
    return any(is_activity_word(word) for word in words)


def is_activity_word(word: str) -> bool:
    """Tell whether a word names something that can be done and counted, such as *trygghetsvandringar*."""
    stems = (word, *(word.removesuffix(ending) for ending in _PLURALS if word.endswith(ending)))
    return any(stem.endswith(ACTIVITY_ENDINGS) for stem in stems)


def counts_something(found: Sequence[Lexeme], index: int) -> bool:
    """Tell whether a number without comparator or period stands before something that is done."""
    words = noun_phrase(found, index).split()
    is_plural = any(word.endswith(PLURAL_ENDINGS) and word not in NOT_COUNTED for word in words[:2])
    return is_plural or any(is_activity_word(word) for word in words[:3])


def is_time(sentence: Sentence, index: int) -> bool:
    """Tell *en lördag i månaden*: the article counts the days."""
    after = sentence.lexemes[index + 1 : index + 2]
    return bool(after) and after[0].text in TIMELIKE and is_repeated(sentence, index)


def is_new(found: Sequence[Lexeme], index: int) -> bool:
    """Tell *två nya områden*, which will be made, from *två områden*, which are there."""
    return any(each.text in ("nya", "ytterligare", "fler") for each in found[index + 1 : index + 3])


def is_repeated(sentence: Sentence, index: int) -> bool:
    """Tell whether a period, or *per skola*, follows the words after the article at ``index`` at once."""
    after = index + 1
    while sentence.symbols[after : after + 1] in ("w", "D"):
        after += 1
    return sentence.symbols[after : after + 1] in ("R", "p")


def names_something(sentence: Sentence, rate: int) -> bool:
    """Tell whether a sentence with a recurrence and no number says what recurs."""
    return any(each.symbol == "w" and len(each.text) > 3 for at, each in enumerate(sentence.lexemes) if at != rate)


def for_each(sentence: Sentence) -> str:
    """Return the words that multiply a number, such as *per skola*; empty: there are none."""
    found, symbols = sentence.lexemes, sentence.symbols
    for at in range(len(found) - 1):
        if symbols[at] in "pe" and symbols[at + 1] == "w":
            return f"{found[at].text} {found[at + 1].text}"
    shared = (each.text for each in found if each.symbol == "R" and " och " in each.text and " per" in f" {each.text}")
    return next(shared, "").rpartition(" och ")[0]


def _unit(found: Sequence[Lexeme], index: int) -> str:
    after = found[index + 1] if index + 1 < len(found) else None
    if after is None:
        return "st"
    if after.symbol == "g":
        return after.text
    if after.symbol in "hu":
        return after.text
    return after.text if after.text in TIMELIKE else "st"


def _bracket(sentence: Sentence, index: int) -> int | None:
    """Return where the bracket opens in which the number stands almost alone."""
    for back in range(index - 1, max(index - 3, -1), -1):
        if sentence.symbols[back] == "(":
            return back
        if sentence.symbols[back] not in "c~":
            return None
    return None


def is_shared(found: Sequence[Lexeme], index: int) -> bool:
    """Tell whether one number stands for several kinds: *tio kontroller av fart, bälte och mobil*."""
    return _listed(found, index + 1) > 0


def _listed(found: Sequence[Lexeme], start: int) -> int:
    """Return how many lexemes a phrase with a list of kinds takes; 0: there is no list."""
    listed = _LIST.match("".join(each.symbol for each in found[start:]))
    is_explained = listed and any(each.text in _EXPLAINING for each in found[start : start + listed.end()])
    return listed.end() if listed and not is_explained else 0


def _forward(found: Sequence[Lexeme], start: int) -> list[Lexeme]:
    """Return the words of the phrase that begins at ``start``, without fillers at its ends."""
    phrase: list[Lexeme] = []
    if taken := _listed(found, start):
        return _trimmed(list(found[start : start + taken]))
    for at in range(start, len(found)):
        each = found[at]
        if each.symbol in _ENDS or each.text in _EXPLAINING or len(phrase) >= LONGEST:
            break
        if each.symbol in "&," and at + 1 < len(found) and found[at + 1].symbol in "Nac":
            break
        phrase.append(each)
    return _trimmed(phrase)


def _back(found: Sequence[Lexeme], end: int | None) -> list[Lexeme]:
    """Return the words of the phrase that ends before ``end``."""
    phrase: list[Lexeme] = []
    for at in range((end or 0) - 1, -1, -1):
        if found[at].symbol in _ENDS + "&" or len(phrase) >= LONGEST:
            break
        phrase.insert(0, found[at])
    return _trimmed(phrase)


def _trimmed(phrase: list[Lexeme]) -> list[Lexeme]:
    while phrase and phrase[0].symbol in _FILLERS:
        phrase = phrase[1:]
    while phrase and phrase[-1].symbol in _FILLERS + "da":
        phrase = phrase[:-1]
    return phrase


def _says_only_when(phrase: Sequence[Lexeme]) -> bool:
    """Tell whether a phrase only names a time, as in *två kvällar*, or nothing."""
    return all(each.text in TIMELIKE or each.text in LIGHT for each in phrase if each.symbol == "w")


def _around(found: Sequence[Lexeme], place: Place) -> list[Lexeme]:
    """Return the words that say what is done: between the promising verb and the number, else after it, else before."""
    verb = max((at + 1 for at in range(place.first) if found[at].symbol == "V"), default=0)
    before, after = found[verb : place.first], found[place.index + 1 :]
    if place.rate == place.index:
        before = (*before, *after)
    told, said_after, subject = (_content(words) for words in (before, after, found[:verb]))
    is_verb_only = len(told) == 1 and not is_activity_word(told[0].text)
    choices = (said_after, told, subject) if is_verb_only else (told, said_after, subject)
    return next((words for words in choices if not _says_only_when(words)), [])


def _content(found: Sequence[Lexeme]) -> list[Lexeme]:
    words = _trimmed([each for each in found if each.symbol not in "RNBVgs.,();:~v"])
    while words and (words[0].text in SUBJECTS or words[0].text in LIGHT):
        words = _trimmed(words[1:])
    return _trimmed(words[: LONGEST + 4])


def _words(text: str, phrase: Sequence[Lexeme]) -> str:
    """Return the phrase as the text writes it, on one line."""
    parts: list[str] = []
    for at, each in enumerate(phrase):
        glue = "" if at == 0 or each.glued else " "
        parts.append(glue + Span(each.span.start, each.span.end).of(text))
    return " ".join("".join(parts).split())
