"""Follow-ups that a document promises: what will be followed up, to whom and when."""

import re
from datetime import date

from loftdb.core.periods import Period, add_months
from loftdb.core.reading.result import ReadDuty, Span
from loftdb.core.reading.source import folded

_STEMS = (
    "uppföljning", "följas upp", "följs upp", "följa upp", "redovisa", "redovisning", "återrapporter", "utvärder",
    "stäms av", "stämmer av", "stämma av", "avstämning", "återkoppl", "revider", "rapporteras", "återredovis", "följer upp",
)  # fmt: skip
_TO = (
    ("kommunstyrelsen", "kommunstyrelsen"), ("kommunfullmäktige", "kommunfullmäktige"), ("lokala brå", "lokala BRÅ"),
    ("brå", "BRÅ"), ("offentligt", "allmänheten"), ("medborgarna", "medborgarna"), ("invånarna", "invånarna"),
    ("hemsid", "allmänheten"), ("webb", "allmänheten"), ("styrgrupp", "styrgruppen"), ("allmänheten", "allmänheten"),
)  # fmt: skip
_SEASONS = {"hösten": (9, 3), "våren": (3, 3), "sommaren": (6, 3), "vintern": (12, 3)}
_SEASON = re.compile(r"\b(hösten|våren|sommaren|vintern)\s+((?:19|20)\d\d)")
_HALF = re.compile(r"\b(första|andra)\s+halvåret\s+((?:19|20)\d\d)")
_WHEN = re.compile(
    r"(?:under\s+)?(?:hösten|våren|sommaren|vintern)\s+\d{4}|(?:första|andra)\s+halvåret\s+\d{4}|årligen|varje år|per år|"
    r"kontinuerligt|kontinuerlig|löpande|två gånger (?:per|om) året?|halvårsvis|kvartalsvis|varje termin|senast [^.,;]{4,30}"
)


def is_duty(text: str) -> bool:
    """Tell whether a sentence is about following the agreement up, rather than about what will be done."""
    said = folded(text)
    return any(stem in said for stem in _STEMS)


def duty(text: str, span: Span) -> ReadDuty:
    said = folded(text)
    to_whom = next((name for stem, name in _TO if stem in said), "")
    found = _WHEN.search(said)
    return ReadDuty(text, to_whom, _window(said), found.group() if found else "", span)


def _window(said: str) -> Period | None:
    """Return the window of the words: autumn is September to November (5.15)."""
    if found := _SEASON.search(said):
        month, months = _SEASONS[found.group(1)]
        start = date(int(found.group(2)), month, 1)
        return Period(start, add_months(start, months))
    if found := _HALF.search(said):
        start = date(int(found.group(2)), 1 if found.group(1) == "första" else 7, 1)
        return Period(start, add_months(start, 6))
    return None
