"""The decision that puts a draft in force: what it must say, by what the draft is to another agreement."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loftdb.core.drafts.draft import Draft, Relation
from loftdb.core.drafts.problems import line
from loftdb.core.errors import Issue
from loftdb.core.model import Agreement
from loftdb.core.model.limits import SENTENCE
from loftdb.core.periods import MEANT, Period


@dataclass(frozen=True)
class Adoption:
    """What **Fastställ** asks for: when and by what decision; the rest by what the draft is to another agreement."""

    on: date
    """The day of the decision."""
    decision: str
    """Which one, such as ``KS § 45``."""
    followed_from: date | None = None
    """*Följs här från*; null: the program's own day for it. Of a new agreement only."""
    valid_from: date | None = None
    """*Gäller från*, of a revision."""
    reason: str = ""
    """Why, of a revision."""
    shorten: bool = False
    """End the replaced agreement the day before its successor begins."""


def adoption_issues(draft: Draft, adoption: Adoption, related: Agreement | None, today: date) -> Iterator[Issue]:
    """Yield what is wrong with how the draft is to be put in force."""
    if not adoption.decision.strip():
        yield Issue("decision_missing", "decision")
    for name in ("decision", "reason"):
        yield from line(getattr(adoption, name), name, SENTENCE)
    if adoption.on > today:
        yield Issue("adopted_in_future", "on", {"date": adoption.on})
    for name in ("on", "followed_from", "valid_from"):
        if (getattr(adoption, name) or adoption.on) not in MEANT:
            yield Issue("date_far", name, {"first": MEANT.start.year, "last": MEANT.last.year})
    if related is not None and draft.relation is Relation.REVISION:
        yield from _revision_issues(draft, adoption, related)
    if related is not None and draft.relation is Relation.SUCCESSOR:
        yield from _successor_issues(draft, adoption, related)


def _revision_issues(draft: Draft, adoption: Adoption, old: Agreement) -> Iterator[Issue]:
    if not adoption.reason.strip():
        yield Issue("reason_missing", "reason")
    last = max(old.period.last, draft.last or old.period.last)
    if adoption.valid_from is None:
        yield Issue("valid_from_missing", "valid_from")
    elif not old.period.start <= adoption.valid_from <= last:
        yield Issue("valid_from_outside", "valid_from", {"period": Period.through(old.period.start, last)})
    if draft.municipalities and draft.municipalities[0].code != old.home.code:
        yield Issue("home_changed", "municipalities", {"name": old.home.name})


def _successor_issues(draft: Draft, adoption: Adoption, old: Agreement) -> Iterator[Issue]:
    if draft.first is None or draft.first >= old.period.end:
        return
    facts = {"title": old.title, "last": old.period.last, "first": draft.first}
    if draft.first <= old.period.start:
        yield Issue("successor_before", "first", facts)
    elif not adoption.shorten:
        yield Issue("successor_overlaps", "first", facts)
