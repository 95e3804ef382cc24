"""A likely name is words with capitals side by side, one of them a given name or a surname, and none a place's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from loftdb.core.privacy.words import (
    BEFORE_PLACES,
    GIVEN_NAMES,
    NAMED_AFTER,
    PLACE_ENDINGS,
    PLACE_WORDS,
    SURNAME_ENDINGS,
    WEAK_SURNAME_ENDINGS,
)

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_STOP = re.compile(r"[.!?\n•]")


@dataclass(frozen=True)
class _Word:
    """A word, and what stands between the word before it (null: there is none) and itself."""

    text: str
    gap: str
    before: str | None

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_capital(self) -> bool:
        return len(self.text) > 1 and self.text[0].isupper()

    @property
    def opens(self) -> bool:
        """Whether it begins a sentence, so that its capital says nothing."""
        return self.before is None or _STOP.search(self.gap) is not None

    @property
    def is_place(self) -> bool:
        return self.lower in PLACE_WORDS or self.lower.endswith(PLACE_ENDINGS)

    @property
    def is_given(self) -> bool:
        return self.lower.partition("-")[0] in GIVEN_NAMES


def likely_names(text: str) -> Iterator[str]:
    """Yield each stretch of two or more words that reads like a person's name; every capital after it belongs to it."""
    words = list(_words(text))
    found: list[str] = []
    for first, second in pairwise(words):
        is_next = second.gap == " " and not second.is_place
        if is_next and found and second.is_capital:
            found.append(second.text)
            continue
        if second.gap != " " or second.lower not in NAMED_AFTER:
            yield from _joined(found)
        found = [first.text, second.text] if is_next and _is_name(first, second) else []
    yield from _joined(found)


def _words(text: str) -> Iterator[_Word]:
    before, end = None, 0
    for match in _WORD.finditer(text):
        yield _Word(match.group(), text[end : match.start()], before)
        before, end = match.group(), match.end()


def _joined(found: list[str]) -> Iterator[str]:
    if found:
        yield " ".join(found)


def _is_name(first: _Word, second: _Word) -> bool:
    if first.is_place:
        return False
    if not (first.is_capital and second.is_capital):
        return first.is_given and second.lower.endswith("sson")
    endings = SURNAME_ENDINGS if first.opens else SURNAME_ENDINGS + WEAK_SURNAME_ENDINGS
    return first.is_given or _ends(second, endings) or _stands_free(first, second)


def _ends(word: _Word, endings: tuple[str, ...]) -> bool:
    """Tell whether the word is longer than an ending by a syllable: *Ekberg*, not *Berg*."""
    return any(word.lower.endswith(ending) and len(word.text) >= len(ending) + 2 for ending in endings)


def _stands_free(first: _Word, second: _Word) -> bool:
    """Tell whether the capitals are neither a sentence's first, nor of a place that is told, nor of an abbreviation."""
    is_told_place = (first.before or "").lower() in BEFORE_PLACES and first.gap == " "
    return not (first.opens or is_told_place or first.text.isupper() or second.text.isupper())
