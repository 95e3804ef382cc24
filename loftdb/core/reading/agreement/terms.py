"""The period of an agreement: the clearest statement about itself; signatures and the past say nothing."""

from collections.abc import Iterable, Sequence

from loftdb.core.periods import Period
from loftdb.core.reading.agreement import shapes, wording
from loftdb.core.reading.agreement.clauses import Sentence
from loftdb.core.reading.agreement.dates import Dated, dated

DAYS_OF_YEAR = 365
_OPEN = frozenset(("från", "fr", "till", "t", "tom", "senast", "före", "efter", "sedan", "innan", "om"))


def of_title(sentence: Sentence) -> Period | None:
    """Return the period of a heading that names an agreement; null: it has none."""
    return next((each.period for each in _closed(sentence)), None)


def stated(sentence: Sentence) -> Iterable[Period]:
    """Yield the periods with a beginning and an end that a sentence states."""
    return (each.period for each in _closed(sentence))


def term(titles: Iterable[Sentence], headings: Iterable[Sentence], told: Iterable[Sentence]) -> Period | None:
    """Return the agreement's period; null: the text gives none. The first of the clearest statements wins."""
    stated = [
        *((4, each) for sentence in titles for each in _closed(sentence)),
        *((2, each) for sentence in headings for each in _closed(sentence)),
        *((clearness, each) for sentence in told for clearness, each in _told(sentence)),
    ]
    best = max(stated, key=lambda each: (each[0], each[1].is_range), default=None)
    return best[1].period if best else None


def _told(sentence: Sentence) -> Iterable[tuple[int, Dated]]:
    clearness = _clearness(sentence)
    for each in _closed(sentence):
        if clearness and (clearness > 1 or each.is_range):
            yield clearness, each


def _clearness(sentence: Sentence) -> int:
    """Weigh a sentence: *gäller* before what the parties promise, that before other present tense; 0: the past."""
    words = sentence.words
    about = any(wording.TITLES.holds(word) or word in ("det", "avtalet", "detta") for word in words) or len(words) < 12
    if wording.VALID.within(words) and about and not _is_told_past(words):
        return 5
    if shapes.is_past(words) and not wording.MAKES.within(words):
        return 0
    return 3 if _promises(words) else 1


def _is_told_past(words: Sequence[str]) -> bool:
    return any(word in ("gällde", "gällt", "förra", "tidigare", "föregående") for word in words)


def _promises(words: Sequence[str]) -> bool:
    return wording.PLEDGES.within(words) or wording.MAKES.within(words)


def _closed(sentence: Sentence) -> Iterable[Dated]:
    """Yield what has a beginning and an end: one day, a month, *från 2023* or *till och med 2025* has not."""
    for each in dated(sentence.tokens):
        before = sentence.words[max(0, each.first - 3) : each.first]
        is_year = each.period.days >= DAYS_OF_YEAR and not any(word in _OPEN for word in before)
        if each.is_range or is_year:
            yield each
