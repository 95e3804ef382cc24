"""Sentences of a promise as lexemes; an abbreviation's full stop ends none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from loftdb.core.reading.lexemes import Lexeme
from loftdb.core.reading.vocabulary import ABBREVIATIONS

LONGEST = 120
"""Words after which a sentence is cut, so that the time grows with the text and not with its square."""


@dataclass(frozen=True)
class Sentence:
    """The lexemes of one sentence, without its final mark."""

    lexemes: tuple[Lexeme, ...]

    @cached_property
    def symbols(self) -> str:
        return "".join(each.symbol for each in self.lexemes)

    @property
    def is_past(self) -> bool:
        """Whether its main clause tells what has happened: a past verb and no promise."""
        main = self._main
        return not any(each.symbol == "V" for each in main) and (
            any(each.symbol == "P" for each in main) or any(map(_is_past, _verbs(main)))
        )

    @property
    def _main(self) -> tuple[Lexeme, ...]:
        """The sentence without its relative clause: *vägar där invånarna har sagt ...* tells of the roads."""
        clause = self.symbols.find("C", 1)
        return self.lexemes[:clause] if clause > 0 else self.lexemes


def _verbs(found: Sequence[Lexeme]) -> Iterator[tuple[bool, str]]:
    """Yield every plain word, and whether *har* stands before it."""
    has = False
    for each in found:
        has = has or each.symbol == "H"
        if each.symbol == "w":
            yield has, each.text


def _is_past(verb: tuple[bool, str]) -> bool:
    has, word = verb
    return word.endswith(("ades", "ddes", "ndes")) or (has and word.endswith(("it", "at", "its", "ats", "tt", "tts")))


def sentences(found: Sequence[Lexeme], text: str) -> Iterator[Sentence]:
    """Yield the sentences of a promise, in order."""
    start = 0
    for index, each in enumerate(found):
        if index - start >= LONGEST:
            yield Sentence(tuple(found[start:index]))
            start = index
        if each.symbol in ".!?;" and _ends(found, index, text):
            if index > start:
                yield Sentence(tuple(found[start:index]))
            start = index + 1
    if start < len(found):
        yield Sentence(tuple(found[start:]))


def _ends(found: Sequence[Lexeme], index: int, text: str) -> bool:
    if found[index].symbol != ".":
        return True
    before = found[index - 1].text if index else ""
    after = found[index + 1] if index + 1 < len(found) else None
    if after is None:
        return True
    starts_small = text[after.span.start].islower()
    return not (before in ABBREVIATIONS or starts_small or after.symbol == ".")
