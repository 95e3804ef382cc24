"""A plate is three letters and three signs; so is ``PRO 150 deltagare``: known words and counts tell them apart.

Refused: letters that are no common word. Warned of: those that may still be a name (``Tua 120``) or a count.
"""

import re
from collections.abc import Iterator

from loftdb.core.privacy.words import COUNTED, SHORT_WORDS

_LETTERS, _LAST = "A-HJ-PR-UW-Z", "A-HJ-NPR-UW-Z0-9"
_PLATE = re.compile(
    rf"""(?:(?P<told>\breg(?:istrerings)?[. ]{{0,2}}(?:nr|nummer|skylt)?)[.: ]{{0,2}})?
    \b(?P<letters>[{_LETTERS}]{{3}})(?P<gap>[ ]?-?[ ]?)\d\d[{_LAST}]\b
    (?P<counted>[ ](?:{"|".join(COUNTED)})\b)?""",
    re.VERBOSE | re.IGNORECASE,
)


def has_plate(text: str) -> bool:
    """Tell whether there is a registration plate that can hardly be anything else."""
    return any(_is_unlike_words(match) and not _is_unsure(match) for match in _PLATE.finditer(text))


def likely_plates(text: str) -> Iterator[str]:
    """Yield what may be a plate, but as well a name or an organisation with a count."""
    for match in _PLATE.finditer(text):
        if _is_unlike_words(match) and _is_unsure(match):
            yield text[match.start("letters") : match.end()].removesuffix(match["counted"] or "")


def _is_unlike_words(match: re.Match[str]) -> bool:
    return bool(match["told"]) or match["letters"].lower() not in SHORT_WORDS


def _is_unsure(match: re.Match[str]) -> bool:
    is_name = match["letters"].istitle() and bool(match["gap"])
    return not match["told"] and bool(match["counted"] or is_name)
