"""Sentences, each with its words and their places; an abbreviation's full stop ends none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from loftdb.core.reading.agreement import actors
from loftdb.core.reading.agreement.actors import Clause, Mention, Part
from loftdb.core.reading.lexer import Token, lex
from loftdb.core.reading.result import Span
from loftdb.core.reading.vocabulary import ABBREVIATIONS

_ENDS = frozenset(".!?")


@dataclass(frozen=True)
class Sentence(Clause):
    """A sentence, with who is named in it; each is looked for once."""

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(actors.mentions(self))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return tuple(actors.parts(self, self.mentions))


def tokens_of(text: str, span: Span) -> list[Token]:
    """Return the words, numbers and marks of a part of the text."""
    return [token for token in lex(text, span.start, span.end) if token.kind not in ("space", "newline")]


def sentences(text: str, span: Span) -> list[Sentence]:
    """Return the sentences of a part of the text, in order and without gaps but for spaces."""
    return list(_sentences(tokens_of(text, span)))


def _sentences(tokens: Sequence[Token]) -> Iterator[Sentence]:
    start = 0
    for index, token in enumerate(tokens):
        if token.text in _ENDS and _ends(tokens, index):
            yield Sentence(tuple(tokens[start : index + 1]))
            start = index + 1
    if start < len(tokens):
        yield Sentence(tuple(tokens[start:]))


def _ends(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a full stop ends the sentence: a space and no small letter or label follows it."""
    if index + 1 == len(tokens):
        return False
    after, before = tokens[index + 1], tokens[index - 1] if index else tokens[index]
    if after.span.start == tokens[index].span.end or after.text[0].islower() or after.text in "([.!?)”\"'":
        return False
    return tokens[index].text != "." or not (before.folded in ABBREVIATIONS or len(before.text) == 1)
