"""Which municipalities and which police district an agreement names, by their official names."""

import re
from collections import Counter
from collections.abc import Sequence

from loftdb.core.municipalities import MUNICIPALITIES, find

_NAME = r"[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?:\s[A-ZÅÄÖ][\wåäöÅÄÖ-]+)?"
_KOMMUN = re.compile(rf"({_NAME})\s+(?:[Kk]ommun|KOMMUN|[Ss]tad|STAD)(?:s|en)?\b")
_OF = re.compile(rf"(?:[Kk]ommun(?:en|erna)?|REGION|Region)\s+((?:{_NAME}(?:,\s*|\s+och\s+|\s+samt\s+)?)+)")
_TITLE = re.compile(
    rf"^\s*(?:({_NAME})\s*[-–—:]\s*medborgarlöfte|.*medborgarlöfte\w*\s+(?:för|i|mellan|med)\s+({_NAME}))",
    re.IGNORECASE,
)
_DISTRICT = re.compile(
    r"(?:[Ll]okalpolisområde(?:t)?|LOKALPOLISOMRÅDE|LPO|[Pp]olisområde(?:t)?)\s+"
    r"((?:(?:[A-ZÅÄÖ]|norra|södra|östra|västra)[\wåäöÅÄÖ-]*(?:\s*/\s*|\s+)?)+)"
)
_DISTRICT_AFTER = re.compile(rf"({_NAME})\s+lokalpolisområde\b")
_NO_PLACE = frozenset({"polisen", "polis", "kommunen", "och", "kommun", "medborgarlöfte", "medborgarlöften"})


def municipalities(texts: Sequence[str], title: str) -> tuple[str, ...]:
    """Return the names that the texts give as municipalities, the one of the title or the most frequent first."""
    counted: Counter[str] = Counter()
    for text in texts:
        for found in _KOMMUN.finditer(text):
            counted.update(_official(found.group(1)))
        for found in _OF.finditer(text):
            for name in re.split(r",\s*|\s+och\s+|\s+samt\s+", found.group(1)):
                counted.update(_official(name))
    for found in filter(None, (_TITLE.match(each) for each in (title, *texts[:3]))):
        counted.update(_official(found.group(1) or found.group(2) or "") * 100)
    return tuple(name for name, _ in counted.most_common())


def _official(name: str) -> list[str]:
    words = name.split()
    for part in (name, words[-1] if words else "", words[0] if words else ""):
        if part.casefold() not in _NO_PLACE and (code := find(part)) is not None:
            return [MUNICIPALITIES[code]]
    return []


def district(texts: Sequence[str]) -> str:
    """Return the local police district's name as the text writes it; empty: the text names none."""
    for text in texts:
        found = _DISTRICT.search(text) or _DISTRICT_AFTER.search(text)
        if found:
            name = found.group(1).strip(" /")
            return f"LPO {_without_conjunction(name)}"
    return ""


def _without_conjunction(name: str) -> str:
    return re.sub(r"\s+(?:och|samt)$", "", name).strip()
