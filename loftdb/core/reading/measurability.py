"""What a promise lacks to be followed by number; it points out, and never rewrites a promise."""

from enum import StrEnum

from loftdb.core.reading.lexemes import lexemes
from loftdb.core.reading.measures import is_activity_word
from loftdb.core.reading.result import ReadPromise, Span


class Missing(StrEnum):
    """A question that the promise's words leave open."""

    HOW_MANY = "how_many"
    OF_WHAT = "of_what"
    """Nothing that happens at a time and could be counted is named."""
    HOW_OFTEN = "how_often"
    BY_WHEN = "by_when"
    """What is done once has no day to be done by."""
    WHO = "who"


def missing(promise: ReadPromise) -> tuple[Missing, ...]:
    """Return what the promise leaves open, in the order that a reader would ask."""
    followed = [each for each in promise.targets if each.kind.is_followed]
    found = lexemes(promise.text, Span(0, len(promise.text)))
    names_activity = any(each.symbol == "w" and is_activity_word(each.text) for each in found)
    has_time = any(each.symbol == "R" for each in found)
    lacking = {
        Missing.HOW_MANY: not followed,
        Missing.OF_WHAT: not followed and not names_activity,
        Missing.HOW_OFTEN: not has_time and (bool(followed) or names_activity),
        Missing.BY_WHEN: not has_time and not followed and not names_activity,
        Missing.WHO: not promise.parties,
    }
    return tuple(each for each, is_lacking in lacking.items() if is_lacking)
