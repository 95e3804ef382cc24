"""Follow-ups that a document promises: to whom, and when as far as the words say."""

from collections.abc import Sequence

from loftdb.core.periods import Period, add_months, month_start
from loftdb.core.reading.agreement import wording
from loftdb.core.reading.agreement.clauses import Sentence
from loftdb.core.reading.agreement.dates import Dated, dated
from loftdb.core.reading.agreement.layout import joined
from loftdb.core.reading.result import ReadDuty
from loftdb.core.reading.source import squeezed

_PLACED = frozenset(("i", "till", "för", "inför", "av", "på", "vid"))
_LATEST = frozenset(("senast", "före", "innan"))
DEADLINE_MONTHS = 3
"""A follow-up due by 31 March is given January to March (5.15)."""


def duty(sentence: Sentence, text: str) -> ReadDuty:
    """Return the follow-up that a sentence promises."""
    stated = next(dated(sentence.tokens), None)
    window = _window(sentence, stated)
    when = _when(sentence, stated, text)
    return ReadDuty(joined(text, sentence.span), _to_whom(sentence, text), window, when, sentence.span)


def _window(sentence: Sentence, stated: Dated | None) -> Period | None:
    if stated is None:
        return None
    if _is_latest(sentence.words, stated.first):
        start = add_months(month_start(stated.period.last), 1 - DEADLINE_MONTHS)
        return Period(start, stated.period.end)
    return stated.period


def _is_latest(words: Sequence[str], first: int) -> bool:
    return any(word in _LATEST for word in words[max(0, first - 2) : first])


def _when(sentence: Sentence, stated: Dated | None, text: str) -> str:
    if stated:
        first = stated.first - 1 if _is_latest(sentence.words[: stated.first], stated.first) else stated.first
        return squeezed(sentence.part(first, stated.last).of(text))
    found = next(wording.WHENS.find(sentence.words), None)
    return squeezed(sentence.part(*found).of(text)) if found else ""


def _to_whom(sentence: Sentence, text: str) -> str:
    """Return the board or audience after a preposition; the parties themselves are no audience."""
    for lexicon in (wording.BOARDS, wording.AUDIENCES):
        for first, last in lexicon.find(sentence.words):
            if lexicon is wording.AUDIENCES or _is_placed(sentence.words, first):
                return squeezed(sentence.part(first, _with_place(sentence, last)).of(text))
    if wording.BOARDS.begins(sentence.words) and not wording.BOTH.begins(sentence.words):
        return squeezed(sentence.part(0, wording.BOARDS.at(sentence.words, 0)).of(text))
    return "allmänheten" if any(word in wording.OPENLY for word in sentence.words) else ""


def _is_placed(words: Sequence[str], first: int) -> bool:
    """Tell whether a preposition stands before the words: *i det brottsförebyggande rådet*."""
    return any(word in _PLACED for word in words[max(0, first - 2) : first])


def _with_place(sentence: Sentence, last: int) -> int:
    """Take in *i Hammarö kommun*."""
    words = sentence.words
    for end in (last + 3, last + 4):
        if words[last : last + 1] == ("i",) and words[end - 1 : end] == ("kommun",):
            return end
    return last
