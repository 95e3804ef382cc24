"""Free text holds no personal data: what has the shape of it is refused, likely names are warned of (5.23)."""

import re
from collections.abc import Iterator
from datetime import date

from loftdb.core.errors import Issue

_IDENTITY = re.compile(
    r"(?<!\d)(?:(18|19|20)?(\d{2})(\d{2})(\d{2}))\s?[-+–]?\s?(?:\d{4}|[A-Z]\d{3})(?!\d)", re.IGNORECASE
)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]{2,}")
_PHONE = re.compile(r"(?<![\d-])(?:\+46|0046|0)[\s-]?(?:\(0\))?[1-9]\d{0,2}(?:[\s/-]?\d){5,8}(?![\d-])")
_LETTERS, _LAST = "A-HJ-PR-UW-Z", "A-HJ-NPR-UW-Z0-9"
_PLATE = re.compile(rf"\b(?:[{_LETTERS}]{{3}}[ -]\d\d[{_LAST}]|(?i:[{_LETTERS}]{{3}}\d\d[{_LAST}]))\b")
_SURNAME = "sson|berg|ström|qvist|kvist|lund|gren|dahl|mark|man|én"
_NAME = re.compile(rf"\b[A-ZÅÄÖÉ][a-zåäöé]+\s+[A-ZÅÄÖÉ][a-zåäöé]+(?:{_SURNAME})\b")

MAX_TEXT = 2000
"""Characters of a free text; longer accounts belong in a document."""


def refusals(text: str, field: str) -> Iterator[Issue]:
    """Yield an issue for each kind of personal data that the text has the shape of, or for too long a text."""
    if len(text) > MAX_TEXT:
        yield Issue("text_too_long", field, {"max": MAX_TEXT, "length": len(text)})
    if any(_is_birth_date(match) for match in _IDENTITY.finditer(text)):
        yield Issue("personal_identity_number", field)
    for code, pattern in (("email_address", _EMAIL), ("phone_number", _PHONE), ("registration_plate", _PLATE)):
        if pattern.search(text):
            yield Issue(code, field)


def warnings(text: str, field: str) -> Iterator[Issue]:
    """Yield a warning for each pair of words that reads like a person's name."""
    for match in _NAME.finditer(text):
        yield Issue("likely_name", field, {"name": match.group(0)})


def _is_birth_date(match: re.Match[str]) -> bool:
    """Tell whether the digits hold a valid date, 60 days on for a coordination number; the check digit is ignored."""
    century, year, month, day = match.groups()
    number = int(day) - 60 if int(day) > 60 else int(day)
    return any(_is_date(int(each + year), int(month), number) for each in ([century] if century else ["19", "20"]))


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
