"""Drafts are kept and gone on with by those who may, and nobody else."""

import pytest

from loftdb.actions import drafts as stored
from loftdb.actions.context import Context
from loftdb.actions.register import find_agreement
from loftdb.core import drafts
from loftdb.core.access import Grant, Role
from loftdb.core.errors import ConcurrentChange, NotAllowed, NotFound, Refused
from loftdb.core.model import Municipality
from loftdb.view.texts.errors import error_text
from tests.actions.conftest import STROMSTAD, as_actor
from tests.actions.kumla import ADOPTION, KUMLA, WHOLE
from tests.core.drafting import DRAFT


def test_a_draft_is_kept_and_gone_on_with(context: Context) -> None:
    saved = stored.save(context, DRAFT)
    again = stored.save(context, WHOLE, saved.id, saved.version)
    assert stored.load(context, saved.id) == again
    assert (again.version, again.draft, stored.drafts(context)) == (2, WHOLE, (again,))


def test_who_has_not_seen_the_last_version_saves_nothing(context: Context) -> None:
    saved = stored.save(context, DRAFT)
    stored.save(context, WHOLE, saved.id, saved.version)
    with pytest.raises(ConcurrentChange) as error:
        stored.save(context, DRAFT, saved.id, saved.version)
    assert "utkastet" in error_text(error.value)
    with pytest.raises(ConcurrentChange):
        stored.discard(context, saved.id, saved.version)
    assert stored.load(context, saved.id).draft == WHOLE


def test_a_double_tap_keeps_one_draft(context: Context) -> None:
    first = stored.save(context, DRAFT, submission="tap")
    assert stored.save(context, DRAFT, submission="tap") == first
    assert len(stored.drafts(context)) == 1


def test_a_discarded_draft_leaves_who_and_when_but_no_words(context: Context) -> None:
    saved = stored.save(context, DRAFT)
    stored.discard(context, saved.id, saved.version)
    assert stored.drafts(context) == ()
    with pytest.raises(NotFound):
        stored.load(context, saved.id)
    with context.database.reading() as cursor:
        rows = cursor.execute("select state, content, source, registered_by from draft").fetchall()
    assert rows == [("discarded", "", "", "lokal användare")]


def test_personal_data_is_not_even_kept_in_a_draft(context: Context) -> None:
    draft = drafts.change_promise(DRAFT, "p1", occasion="Fråga 850101-1234")
    with pytest.raises(Refused, match="personal_identity_number"):
        stored.save(context, draft)


def test_drafts_are_for_those_who_may_edit_agreements_in_their_municipality(context: Context) -> None:
    saved = stored.save(context, DRAFT)
    elsewhere = as_actor(context, Grant(Role.COORDINATOR, frozenset({STROMSTAD})))
    reader = as_actor(context, Grant(Role.READER))
    for other in (elsewhere, reader):
        assert stored.drafts(other) == ()
        with pytest.raises(NotFound):
            stored.load(other, saved.id)
        with pytest.raises(NotAllowed):
            stored.save(other, DRAFT)
        with pytest.raises(NotFound):
            stored.adopt(other, saved.id, saved.version, ADOPTION)
    assert stored.may_edit(elsewhere)
    assert not stored.may_edit(elsewhere, [KUMLA])
    assert not stored.may_edit(reader)
    own = as_actor(context, Grant(Role.COORDINATOR, frozenset({KUMLA})))
    assert stored.adopt(own, saved.id, stored.save(own, WHOLE, saved.id, 1).version, ADOPTION) == "kumla-2024-2025"


def test_a_joint_agreement_needs_leave_in_every_municipality(context: Context) -> None:
    joint = drafts.change(WHOLE, municipalities=(*WHOLE.municipalities, Municipality(1861, "Hallsberg")))
    one = as_actor(context, Grant(Role.COORDINATOR, frozenset({KUMLA})))
    saved = stored.save(one, joint)
    with pytest.raises(NotAllowed):
        stored.adopt(one, saved.id, saved.version, ADOPTION)
    both = as_actor(context, Grant(Role.COORDINATOR, frozenset({KUMLA, 1861})))
    agreement = find_agreement(both, stored.adopt(both, saved.id, saved.version, ADOPTION))
    assert agreement.promises[0].municipalities == (KUMLA,)


# A new agreement
