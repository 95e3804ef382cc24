"""The words of what changed between two moments."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from loftdb.core.changes import RowChange
from loftdb.core.model import Party, PromiseKind
from loftdb.core.municipalities import MUNICIPALITIES
from loftdb.core.periods import DAY
from loftdb.view.formats import prose_date
from loftdb.view.texts import functions
from loftdb.view.texts.labels import label

CHANGES = ("Ändring", "Löfte", "Före", "Efter")
"""The headings of the command's table."""

STANDING = "Läge"
SENSITIVE = "Känsligt löfte"
TARGET = "Mål"
SEASON = "Fördelning över året"
STATUS = "Status"
SIGNED = "Avstämt"
DEVIATION = "Avvikelse och orsak"
DUTY = "Uppföljning"
LIMITS = "Gräns för läge"
NEW = "Nytt"
GONE = "–"

_FIELDS = {
    "title": "Rubrik",
    "heading": "Avsnitt",
    "summary": "Kort beskrivning",
    "wording": "Så står det i medborgarlöftet",
    "occasion": "Vad räknas som ett tillfälle?",
    "conditional": "Villkorat",
    "parties": "Ansvarig",
    "third_parties": "Ansvarig",
    "function": functions.NAME,
    "kind": "Hur löftet följs",
    "municipalities": "Kommuner",
    "items": "Lista",
    "sensitive": "Känsligt löfte",
    "announced": "Annonseras i förväg",
    "dropped_from": "Avfört från",
    "period": "Period",
    "followed_from": "Följs här från",
    "district": "Lokalpolisområde",
    "problem_areas": "Problemområden",
    "source": "Källa",
    "singular": "Enhet",
    "plural": "Enhet",
}


def whole_term(row: RowChange) -> str:
    """Tell the whole term of weeks or other intervals from its years, which stand beside it; else empty."""
    is_held = any(side is not None and side.completed is not None for side in (row.before, row.after))
    return ", hela perioden" if is_held and row.year is None else ""


def field(name: str) -> str:
    """Return what people call a field."""
    return _FIELDS.get(name, "Uppgift")


def value(name: str, said: object) -> str | None:
    """Write a field's plain value, the same whether it is fresh or was stored; null for nothing."""
    if isinstance(said, bool):
        return "ja" if said else "nej"
    if isinstance(said, Mapping):
        return _days(said) if said.keys() == {"start", "end"} else str(said.get("name") or said.get("title"))
    if isinstance(said, Iterable) and not isinstance(said, str):
        return ", ".join(str(value(name, each)) for each in said) or None
    if said in (None, ""):
        return None
    return _NAMED.get(name, str)(said)


_NAMED: Mapping[str, Callable[[Any], str]] = {
    "parties": lambda party: label(Party(party)),
    "kind": lambda kind: label(PromiseKind(kind)),
    "municipalities": lambda code: MUNICIPALITIES.get(code, str(code)),
}
"""How the values of a field that are no words are told."""


def _days(period: Mapping[str, str]) -> str:
    """Write a half-open period by its first and last day."""
    return f"{period['start']}–{date.fromisoformat(period['end']) - DAY}"


def out_of(done: str, wanted: str) -> str:
    """Write ``55 av 80``."""
    return f"{done} av {wanted}"


def from_day(target: str, day: date, decision: str | None, reason: str | None) -> str:
    """Write a target with the day it holds from, and by what right."""
    basis = ". ".join(part.rstrip(".") for part in (decision, reason) if part)
    return f"{target} från {prose_date(day)}" + (f" ({basis})" if basis else "")
