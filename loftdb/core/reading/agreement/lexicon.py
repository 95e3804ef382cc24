"""Words as data: a phrase is a run of words, each exact or, with a star, a stem or an ending."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

REMEMBERED = 4096
"""Words whose phrases are kept: an agreement has a thousand or two."""
KEY = 2
"""Letters that phrases are sorted by; looking at each phrase for each word took seven times as long."""


class Lexicon:
    """Phrases such as ``kommer att``, ``följ* upp``, ``*perioden``, found in folded words."""

    def __init__(self, phrases: str) -> None:
        self._starts: dict[str, list[tuple[str, ...]]] = {}
        self._endings: list[tuple[str, ...]] = []
        for parts in (tuple(phrase.split()) for phrase in phrases.split(",")):
            if parts and parts[0].startswith("*"):
                self._endings.append(parts)
            elif parts:
                self._starts.setdefault(parts[0].rstrip("*")[:KEY], []).append(parts)
        self._beginning = lru_cache(REMEMBERED)(self._phrases)

    def _phrases(self, word: str) -> tuple[tuple[str, ...], ...]:
        """Return the phrases whose first word this is."""
        return tuple(each for each in (*self._starts.get(word[:KEY], ()), *self._endings) if _same(each[0], word))

    def at(self, words: Sequence[str], index: int) -> int:
        """Return how many words the longest phrase at ``index`` takes; 0: none."""
        phrases = self._beginning(words[index])
        return max((len(each) for each in phrases if _goes_on(each, words, index)), default=0) if phrases else 0

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield first and next index of each phrase, without overlap."""
        beginning, end = self._beginning, 0
        for index, word in enumerate(words):
            if index >= end and beginning(word) and (taken := self.at(words, index)):
                end = index + taken
                yield index, end

    def within(self, words: Sequence[str]) -> bool:
        """Tell whether any phrase stands among the words."""
        return next(self.find(words), None) is not None

    def begins(self, words: Sequence[str]) -> bool:
        """Tell whether the words begin with a phrase."""
        return bool(words) and self.at(words, 0) > 0

    def holds(self, word: str) -> bool:
        """Tell whether the word alone is a phrase."""
        return self.at((word,), 0) > 0


def _goes_on(phrase: Sequence[str], words: Sequence[str], index: int) -> bool:
    return len(phrase) == 1 or (
        index + len(phrase) <= len(words)
        and all(_same(phrase[offset], words[index + offset]) for offset in range(1, len(phrase)))
    )


def _same(part: str, word: str) -> bool:
    if part.endswith("*"):
        return word.startswith(part[:-1])
    return word.endswith(part[1:]) if part.startswith("*") else word == part
