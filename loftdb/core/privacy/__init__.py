"""Free text holds no personal data: what has the shape of it is refused, what is likely to be is warned of (5.23)."""

from collections.abc import Iterator

from loftdb.core.errors import Issue
from loftdb.core.privacy.contacts import LEFT_OUT, blackened, without_contacts
from loftdb.core.privacy.names import likely_names
from loftdb.core.privacy.plates import has_plate, likely_plates
from loftdb.core.privacy.shapes import has_email, has_identity, has_phone
from loftdb.core.privacy.spelling import evened

__all__ = ["LEFT_OUT", "MAX_TEXT", "blackened", "refusals", "warnings", "without_contacts"]

MAX_TEXT = 2000
"""Characters of a free text; longer accounts belong in a document."""

_REFUSED = (
    ("personal_identity_number", has_identity),
    ("email_address", has_email),
    ("phone_number", has_phone),
    ("registration_plate", has_plate),
)


def refusals(text: str, field: str) -> Iterator[Issue]:
    """Yield an issue for each kind of personal data that the text has the shape of, or for too long a text."""
    if len(text) > MAX_TEXT:
        yield Issue("text_too_long", field, {"max": MAX_TEXT, "length": len(text)})
    plain = evened(text)
    for code, is_found in _REFUSED:
        if is_found(plain):
            yield Issue(code, field)


def warnings(text: str, field: str) -> Iterator[Issue]:
    """Yield a warning for each stretch of words that reads like a person's name, or that may be a plate."""
    plain = evened(text)
    yield from (Issue("likely_name", field, {"name": name}) for name in likely_names(plain))
    yield from (Issue("likely_plate", field, {"plate": plate}) for plate in likely_plates(plain))
