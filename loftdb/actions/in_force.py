"""What adopting a draft writes, in one transaction: a new agreement, a successor, a new version, or exact wordings."""

from dataclasses import replace
from datetime import date

from loftdb.actions.context import Context
from loftdb.core import drafts as core
from loftdb.core.drafts import Adoption, Draft, DraftTarget, Relation
from loftdb.core.model import Agreement, Interpretation
from loftdb.core.periods import Interval, Period
from loftdb.store import agreements as stored
from loftdb.store import revisions
from loftdb.store.database import Transaction
from loftdb.store.revisions import Warrant
from loftdb.view.texts.interpretations import BY, interpretation_text


def put_in_force(
    context: Context, tx: Transaction, draft: Draft, related: Agreement | None, adoption: Adoption
) -> tuple[str, date]:
    """Write what the draft is; return the agreement's id and from when it holds."""
    if related is None or draft.relation in (None, Relation.OTHER):
        return _add(context, tx, draft, None, adoption)
    if draft.relation is Relation.SUCCESSOR:
        _shorten(context, tx, draft, related, adoption)
        return _add(context, tx, draft, related, adoption)
    if draft.relation is Relation.FILL:
        return _fill(context, tx, draft, related, adoption)
    valid_from = adoption.valid_from or adoption.on
    revision = core.revision(related, draft, valid_from, reader(adoption))
    revisions.write(
        tx, revision, Warrant(valid_from, context.actor.name, adoption.decision.strip(), adoption.reason.strip())
    )
    return related.id, valid_from


def _add(
    context: Context, tx: Transaction, draft: Draft, replaced: Agreement | None, adoption: Adoption
) -> tuple[str, date]:
    taken = [each.id for each in stored.load(context.database).agreements]
    followed_from = adoption.followed_from or default_followed_from(context, draft)
    added = core.agreement(draft, taken, followed_from, reader(adoption), replaced)
    stored.add_agreement(tx, added, context.actor.name, adoption.decision.strip())
    return added.id, added.period.start


def _shorten(context: Context, tx: Transaction, draft: Draft, old: Agreement, adoption: Adoption) -> None:
    """End the replaced agreement the day before: December belongs to the old one, and no day to both (5.14)."""
    if draft.first and draft.first < old.period.end:
        ended = replace(old, period=Period(old.period.start, draft.first))
        words = adoption.decision.strip(), adoption.reason.strip() or None
        stored.revise_agreement(tx, ended, context.actor.name, *words, draft.first)


def _fill(context: Context, tx: Transaction, draft: Draft, old: Agreement, adoption: Adoption) -> tuple[str, date]:
    warrant = Warrant(old.period.start, context.actor.name, adoption.decision.strip(), adoption.reason.strip() or None)
    for each in core.filled(old, draft):
        revisions.revise_promise(tx, old, each, warrant)
    return old.id, old.period.start


def default_followed_from(context: Context, draft: Draft) -> date:
    """Return *Följs här från* where nobody says another day: today, or the first day in a demo or ahead (5.8)."""
    first = draft.first or context.today
    return first if context.database.clock else max(first, context.today)


def reader(adoption: Adoption) -> core.Interpreted:
    """Return what gives a number without a period its *Tolkning*: the person's words, or the program's own."""

    def interpreted(target: DraftTarget) -> Interpretation:
        other = target.other if target.other not in (None, target.interval) else _turned(target.interval)
        assert other is not None
        text = target.reading.strip() or interpretation_text(target, other)
        return Interpretation(text, BY, adoption.on, target.agreed, other)

    return interpreted


def _turned(interval: Interval | None) -> Interval:
    return Interval.TERM if interval is Interval.YEAR else Interval.YEAR
