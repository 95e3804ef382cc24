"""The names of what a draft can change, and its values in words."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from loftdb.core.drafts import DraftTarget
from loftdb.core.model import Measure, Municipality, Party
from loftdb.core.periods import Period
from loftdb.view.formats import prose_date
from loftdb.view.texts import functions
from loftdb.view.texts import new_agreement as words
from loftdb.view.texts.labels import label, parties_label
from loftdb.view.texts.targets import target_phrase

NOTHING = "(inget)"

_NAMES = {
    "title": words.PROMISE_TITLE,
    "wording": words.WORDING,
    "summary": words.SUMMARY,
    "heading": words.HEADING,
    "parties": words.OWNERS,
    "third_parties": "Andra parter",
    "function": functions.NAME,
    "conditional": "Villkor",
    "sensitive": words.SENSITIVE,
    "announced": words.ANNOUNCED,
    "kind": words.FOLLOWED,
    "occasion": words.OCCASION,
    "targets": "Mål",
    "measures": "Mål",
    "items": "Att täcka",
    "municipalities": "Kommuner",
    "position": "Ordning",
    "period": words.PERIOD,
    "district": words.DISTRICT,
    "problem_areas": words.PROBLEM_AREAS,
    "source": words.SOURCE,
    "duties": words.DUTIES,
    "dropped": "Avfört",
}


def field_name(field: str) -> str:
    """Name a field that differs."""
    return _NAMES.get(field, field)


def fact_name(field: str) -> str:
    """Name a field of the agreement itself."""
    return words.FACT_NAMES.get(field) or field_name(field)


def written(field: str, value: object) -> str:
    """Write a field's value; nothing is said as such."""
    if isinstance(value, tuple | list | frozenset):
        return _written_all(field, value)
    return _written(value) or NOTHING


def _written_all(field: str, values: Iterable[object]) -> str:
    found = list(values)
    if field == "parties":
        return parties_label(Party(each) for each in found if isinstance(each, str))
    return ", ".join(_written(each) for each in found) or NOTHING


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return str(write(value))
    return "" if value is None else str(value)


def _measure(measure: Measure) -> str:
    goal = target_phrase(measure.targets[-1], measure.minutes) if measure.targets else words.NO_GOAL
    return f"{goal} ({measure.plural})"


_WRITERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (StrEnum, label),
    (date, prose_date),
    (Period, lambda period: f"{prose_date(period.start)}–{prose_date(period.last)}"),
    (Municipality, lambda municipality: municipality.name),
    (DraftTarget, lambda target: f"{words.goal(target)} ({target.plural})"),
    (Measure, _measure),
)
