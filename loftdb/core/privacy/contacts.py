"""Names and contact details are left out of quoted texts: what is left is exact, and shows that something went.

A name is one that ``names`` finds beside the title of an office (*kommunpolis*, *chef*), after *kontakt*, or before a
contact detail: a name on its own may as well be a place or a method.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator

from loftdb.core.privacy.names import likely_names
from loftdb.core.privacy.shapes import contact_places
from loftdb.core.privacy.words import GIVEN_NAMES

LEFT_OUT = "[…]"
"""What stands in a quoted text for a name or contact detail."""

_BLACK = "█"
_TITLE = (
    r"\w*(?:polis|polisen|chef|chefen|samordnare|samordnaren|strateg|strategen|direktör|direktören|ordförande|ordföranden"
    r"|handläggare|inspektör|kommissarie|intendent|kommunalråd|sekreterare|utredare|ledare|kontaktperson|kontakt|kontakta|ansvarig)"
)
_TITLE_BEFORE = re.compile(rf"\b{_TITLE}[ ,:\n–-]{{1,3}}$", re.IGNORECASE)
_TITLE_AFTER = re.compile(rf"^[ ,:\n(–-]{{1,3}}(?:\w+ )?{_TITLE}\b", re.IGNORECASE)
_TITLED_GIVEN = re.compile(rf"\b(?i:{_TITLE})[ ,]{{1,2}}(?P<name>[^\W\d_a-zåäö][^\W\d_]+)")
_BETWEEN = re.compile(r"[ ,:;\n(–-]{1,4}")
_NEAR = 60
"""Characters beside a name that are looked through for a title."""

Place = tuple[int, int]


def without_contacts(text: str) -> str:
    """Return a quoted text without identity numbers, ways to call and officials' names, each marked ``[…]``."""
    kept, end = [], 0
    for start, until in _merged(text):
        kept += [text[end:start], LEFT_OUT]
        end = until
    return "".join([*kept, text[end:]])


def blackened(text: str) -> str:
    """Return the text at its full length, with the same things blacked out character by character."""
    characters = list(text)
    for start, end in _merged(text):
        characters[start:end] = [each if each.isspace() else _BLACK for each in characters[start:end]]
    return "".join(characters)


def _merged(text: str) -> list[Place]:
    """Return the places to leave out, in order, those that overlap as one."""
    even = "".join(map(_plain, text))
    places: list[Place] = []
    contacts = list(contact_places(even))
    for place in sorted([*contacts, *_name_places(even, {start for start, _ in contacts})]):
        before = places.pop() if places and place[0] < places[-1][1] else place
        places.append((before[0], max(before[1], place[1])))
    return places


def _plain(character: str) -> str:
    """Return what the patterns know the character as; the text keeps its length."""
    if unicodedata.category(character) == "Pd":
        return "-"
    return " " if character != "\n" and character.isspace() else character


def _name_places(text: str, contacts: Collection[int]) -> Iterator[Place]:
    """Yield where names that are left out begin and end; ``contacts``: where contact details begin."""
    end = 0
    for name in likely_names(text):
        start = text.find(name, end)
        if start < 0:
            continue
        end = start + len(name)
        before, after = text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
        gap = _BETWEEN.match(text, end)
        if _TITLE_BEFORE.search(before) or _TITLE_AFTER.search(after) or (gap and gap.end() in contacts):
            yield start, end
    for match in _TITLED_GIVEN.finditer(text):
        if match["name"].lower() in GIVEN_NAMES:
            yield match.span("name")
