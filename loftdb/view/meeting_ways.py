"""Where the start view of a meeting leads, and how its lists are drawn: every line names its promise as a link."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from loftdb.core.meetings.records import Decision
from loftdb.core.meetings.shown import OwedDuty, Unexplained
from loftdb.core.model import Promise
from loftdb.view.markup import Html, joined, page_link, tag
from loftdb.view.texts.meeting_item import HIDDEN_ACTION


@dataclass(frozen=True)
class Ways:
    """The addresses that the start view leads to."""

    promise: Callable[[str], str]
    """Of a promise in the meeting, by its id."""
    deviation: Callable[[Unexplained], str | None]
    """Where it is written; null: not by this actor."""
    duty: Callable[[OwedDuty], str]


def part(name: str, items: Iterable[Html]) -> Html | None:
    """Return the items as a list under a heading; null for none."""
    found = list(items)
    return joined(tag("h3", name), tag("ul", *found, role="list", aria_label=name)) if found else None


def titled(promise: Promise, ways: Ways) -> Html:
    """Return the promise's title as the way to it."""
    return page_link(ways.promise(promise.id), promise.title)


def action(decision: Decision, promises: Mapping[str, Promise], ways: Ways) -> Html:
    """Return what was decided, as the way to its promise where it is one of the meeting's."""
    promise, said = promises.get(decision.promise or ""), decision.action or HIDDEN_ACTION
    return page_link(ways.promise(promise.id), said) if promise else tag("span", said)
