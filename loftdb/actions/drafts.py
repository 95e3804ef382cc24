"""Drafts kept, and put in force: an agreement is adopted whole or refused with everything that is wrong."""

from collections.abc import Iterable
from dataclasses import replace

from loftdb.actions.context import Context
from loftdb.actions.in_force import default_followed_from, put_in_force, reader
from loftdb.actions.register import find_agreement, find_promise, reference
from loftdb.core import drafts as core
from loftdb.core.access import Action, allowed
from loftdb.core.drafts import Adoption, Draft, Overlap, Relation
from loftdb.core.errors import AlreadySaved, Issue, NotAllowed, NotFound, Refused
from loftdb.core.model import Agreement, PromiseVersion
from loftdb.store import agreements as stored
from loftdb.store import drafts as kept
from loftdb.store import revisions
from loftdb.store.database import Transaction
from loftdb.store.drafts import Adopted, Saved

__all__ = [
    "Adopted",
    "Adoption",
    "Saved",
    "adopt",
    "agreements_beside",
    "default_followed_from",
    "discard",
    "drafts",
    "history",
    "likely_districts",
    "load",
    "may_edit",
    "problems",
    "promise_history",
    "related_agreement",
    "save",
]

_COUNTY = 100
"""A municipality's code begins with its county's."""


def may_edit(context: Context, codes: Iterable[int] = ()) -> bool:
    """Tell whether the actor may edit agreements in all of the municipalities (none: in any at all)."""
    wanted = tuple(codes)
    if wanted:
        return all(allowed(context.actor, Action.EDIT_AGREEMENTS, code) for code in wanted)
    grants = (replace(context.actor, grants=(each,)) for each in context.actor.grants)
    return any(
        allowed(one, Action.EDIT_AGREEMENTS, code)
        for one in grants
        for code in (one.grants[0].municipalities or (None,))
    )


def drafts(context: Context) -> tuple[Saved, ...]:
    """Return the drafts that the actor may go on with, the one saved last first."""
    return tuple(each for each in kept.drafts(context.database) if _is_open_to(context, each.draft))


def load(context: Context, draft_id: int) -> Saved:
    """Return a draft. NotFound, also where it is adopted or discarded, or not the actor's to edit."""
    found = kept.fetch(context.database, draft_id)
    if not _is_open_to(context, found.draft):
        raise NotFound("draft", draft_id)
    return found


def save(
    context: Context, draft: Draft, draft_id: int | None = None, seen: int = 0, submission: str | None = None
) -> Saved:
    """Keep a new draft (``draft_id`` null), or the next version of one that was ``seen``, without names to call.

    A new one with the same ``submission`` is kept once. ConcurrentChange, NotAllowed, NotFound; Refused for personal
    data, or for one that is gone.
    """
    draft = core.cleaned(draft)
    _demand_open(context, draft)
    if draft_id is not None:
        load(context, draft_id)
    if found := core.personal_data(draft):
        raise Refused(*found)
    try:
        with context.database.transaction(context.now, submission) as tx:
            return kept.save(tx, draft, context.actor.name, draft_id, seen)
    except AlreadySaved:
        return _kept_already(context, draft, draft_id)


def discard(context: Context, draft_id: int, seen: int) -> None:
    """Remove a draft, leaving who and when. ConcurrentChange, NotFound."""
    load(context, draft_id)
    with context.database.transaction(context.now) as tx:
        kept.discard(tx, draft_id, seen, context.actor.name)


def agreements_beside(context: Context, draft: Draft) -> tuple[Overlap, ...]:
    """Return the agreements that the draft may be a version, a successor or the text of; the latest first."""
    return core.overlaps(draft, _known(context))


def related_agreement(context: Context, draft: Draft) -> Agreement | None:
    """Return the agreement that the draft is related to, whole; null: none."""
    return next((each for each in _known(context) if each.id == draft.related), None)


def likely_districts(context: Context, draft: Draft) -> tuple[str, ...]:
    """Return the local police districts that the draft may belong to: its municipalities' own, else their county's."""
    home = {each.code for each in draft.municipalities[:1]}
    found = [(each.district, place.code) for each in reference(context).agreements for place in each.municipalities]
    own = {district for district, code in found if code in home}
    counties = {code // _COUNTY for code in home}
    return tuple(sorted(own or {district for district, code in found if code // _COUNTY in counties}))


def problems(context: Context, draft: Draft, adoption: Adoption | None = None) -> tuple[Issue, ...]:
    """Return everything that ``adopt`` would refuse; without an adoption, what is missing in the draft itself."""
    found = core.issues(draft, _known(context))
    if adoption is None:
        return found
    related = related_agreement(context, draft)
    found = (*found, *core.adoption_issues(draft, adoption, related, context.today))
    return found or tuple(_idle(draft, adoption, related))


def adopt(context: Context, draft_id: int, seen: int, adoption: Adoption, submission: str | None = None) -> str:
    """Put a draft in force and return the agreement's id; the same ``submission`` twice adopts once.

    Refused with every issue, ConcurrentChange, NotAllowed, NotFound: then nothing at all is saved.
    """
    try:
        with context.database.transaction(context.now, submission) as tx:
            return _adopt(context, tx, load(context, draft_id), seen, adoption)
    except AlreadySaved:
        done = kept.of_submission(context.database, submission or "")
        if done is None:
            raise
        return done.agreement


def history(context: Context, agreement_id: str) -> tuple[Adopted, ...]:
    """Return what put the agreement and each change of it in force; none for a bundled one. NotFound."""
    find_agreement(context, agreement_id)
    return kept.adoptions(context.database, agreement_id)


def promise_history(context: Context, promise_id: str) -> tuple[PromiseVersion, ...]:
    """Return every version of a promise's own fields, the first first. NotFound where the actor may not read it."""
    find_promise(context, promise_id)
    return revisions.promise_versions(context.database, promise_id)


def _known(context: Context) -> tuple[Agreement, ...]:
    """Return the agreements whose home the actor may edit in, with all of their promises."""
    found = stored.load(context.database).agreements
    return tuple(each for each in found if may_edit(context, [each.home.code]))


def _is_open_to(context: Context, draft: Draft) -> bool:
    return may_edit(context, [each.code for each in draft.municipalities[:1]])


def _demand_open(context: Context, draft: Draft) -> None:
    if not _is_open_to(context, draft):
        raise NotAllowed(Action.EDIT_AGREEMENTS, str(draft.municipalities[0].code) if draft.municipalities else None)


def _demand(context: Context, draft: Draft, related: Agreement | None) -> None:
    """Raise NotAllowed unless the actor may edit in each municipality that joins, and in the related one's home."""
    is_change = related is not None and draft.relation is not Relation.SUCCESSOR
    known = {each.code for each in related.municipalities} if related and is_change else ()
    for place in draft.municipalities:
        if place.code not in known:
            context.demand_in(Action.EDIT_AGREEMENTS, place.code)
    if related is not None:
        context.demand_in(Action.EDIT_AGREEMENTS, related.home.code)


def _kept_already(context: Context, draft: Draft, draft_id: int | None) -> Saved:
    """Return what a double tap saved the first time."""
    for each in drafts(context):
        if each.id == draft_id or (draft_id is None and each.draft == draft):
            return each
    raise NotFound("draft", draft_id)


def _adopt(context: Context, tx: Transaction, saved: Saved, seen: int, adoption: Adoption) -> str:
    draft, related = saved.draft, related_agreement(context, saved.draft)
    _demand(context, draft, related)
    if found := problems(context, draft, adoption):
        raise Refused(*found)
    agreement, valid_from = put_in_force(context, tx, draft, related, adoption)
    reason = adoption.reason.strip() or None
    done = Adopted(
        agreement, saved.id, draft.relation, adoption.on, adoption.decision.strip(), valid_from, reason,
        context.actor.name, tx.registered_at,
    )  # fmt: skip
    kept.close(tx, saved.id, seen, done)
    return agreement


def _idle(draft: Draft, adoption: Adoption, related: Agreement | None) -> Iterable[Issue]:
    """Yield that a draft changes nothing."""
    if related and draft.relation is Relation.FILL and not core.filled(related, draft):
        yield Issue("nothing_filled", "relation")
    if related and draft.relation is Relation.REVISION:
        valid_from = adoption.valid_from or adoption.on
        if core.revision(related, draft, valid_from, reader(adoption)).is_empty:
            yield Issue("nothing_changed", "relation")
