"""How a promise has changed, and the panel that changes it: the effect is shown before anything is saved.

The fields are named by how many changes this visit has saved, so that a saved form is empty again, and what was written
stays when it is refused or somebody else was first.
"""

import streamlit as st

from loftdb.actions import revisions
from loftdb.actions.context import Context
from loftdb.actions.deviations import deviations
from loftdb.actions.drafts import promise_history
from loftdb.actions.promise import PromiseView
from loftdb.actions.revisions import Amendment, Ground, NewTarget, NewWording, Prolonged
from loftdb.core import amendments
from loftdb.core.access import Actor
from loftdb.core.amendments import Kind
from loftdb.core.deviations import is_explained_by
from loftdb.core.errors import ConcurrentChange, Issue, LoftdbError, Refused
from loftdb.core.model import Agreement, Promise
from loftdb.ui import revision_fields as fields
from loftdb.ui.deviation_form import write_link
from loftdb.ui.html import draw
from loftdb.ui.receipts import Receipt, leave, submission, take
from loftdb.ui.refusals import telling
from loftdb.ui.session import context_of
from loftdb.view import revision_effect
from loftdb.view import revisions as told
from loftdb.view.lagging import way
from loftdb.view.markup import Html
from loftdb.view.texts import lagging
from loftdb.view.texts import revision as words
from loftdb.view.texts.errors import error_text
from loftdb.view.texts.issues import issue_text

MADE, OTHERS = "revision-made", "revision-others"
"""Where these wait for the next run: how many changes were saved, and that somebody else was first."""

UNFINISHED = {"revision_nothing", "words_missing"}
"""What a form that nobody has filled in yet lacks: no warning before somebody saves."""


def revision_panel(context: Context, view: PromiseView) -> None:
    """Draw what has changed, the receipt of what was saved last, and the form for those who may change something."""
    agreement, promise = view.agreement, view.promise
    said = take(_place(promise))
    versions, past = promise_history(context, promise.id), revisions.past(context, promise.id)
    draw(told.history(agreement, promise, versions, past, is_new=bool(said)))
    if said:
        _show(context, promise, said)
    kinds = revisions.possible(context, agreement, promise)
    if kinds:
        prefix = f"revision-{promise.id}-{st.session_state.get(MADE, 0)}"
        with st.expander(words.CHANGE, key=prefix):
            _form(context.actor, agreement, promise, kinds, prefix)


@st.fragment
def _form(who: Actor, agreement: Agreement, promise: Promise, kinds: tuple[Kind, ...], prefix: str) -> None:
    """Draw the fields; a fragment keeps the agreement as the page shows it, so that a save knows what was read."""
    context = context_of(who)
    st.markdown(words.LEAD)
    kind = st.radio(words.KIND, kinds, format_func=words.kind_name, key=f"{prefix}-kind", horizontal=True) or kinds[0]
    amendment = fields.amendment(kind, agreement, promise, prefix)
    since = fields.since(kind, agreement, context.today, prefix)
    _effect(context, agreement, promise, amendment, Ground(since, "", ""))
    with st.form(f"{prefix}-{kind}", border=False, enter_to_submit=False):
        decision = st.text_input(words.DECISION, key=f"{prefix}-decision", placeholder=words.DECISION_LIKE, width=420)
        reason = st.text_area(words.REASON, key=f"{prefix}-reason", height=80)
        st.caption(words.REASON_HELP)
        answer = st.container()
        with answer:
            if st.session_state.pop(OTHERS, None) == promise.id:
                st.warning(words.OTHERS)
        if st.form_submit_button(words.SAVE, type="primary"):
            with answer:
                _save(context, agreement, promise, (kind, amendment, Ground(since, decision, reason)), prefix)


def _effect(context: Context, agreement: Agreement, promise: Promise, amendment: Amendment, ground: Ground) -> None:
    """Draw what the change would do, or why it cannot be made."""
    if isinstance(amendment, NewTarget) and amendment.target.value is None:
        st.caption(words.NOTHING_YET)
        return
    try:
        found = revisions.preview(context, agreement.id, amendment, ground)
    except Refused as error:
        _tell_what_is_wrong(error.issues)
    except LoftdbError as error:
        st.error(error_text(error))
    else:
        changed = amendments.amended(agreement, amendments.revision(agreement, amendment, ground))
        if isinstance(amendment, NewWording):
            draw(revision_effect.wording(promise, amendments.promise_of(changed, promise.id)))
        else:
            draw(revision_effect.effect(found, changed, promise, _lead(changed, amendment, ground)))


def _tell_what_is_wrong(issues: tuple[Issue, ...]) -> None:
    wrong = [each for each in issues if each.code not in UNFINISHED]
    for issue in wrong:
        st.warning(issue_text(issue))
    if not wrong:
        st.caption(words.NOTHING_YET)


def _lead(changed: Agreement, amendment: Amendment, ground: Ground) -> str:
    """Say in one sentence what holds from then on."""
    if isinstance(amendment, NewTarget):
        owner = amendments.promise_of(changed, amendment.promise)
        measure = next(each for each in owner.measures if each.number == amendment.measure)
        return words.new_target(amendment.target, measure, ground.valid_from)
    if isinstance(amendment, Prolonged):
        return words.prolonged(len(changed.promises), amendment.last)
    return words.dropped(ground.valid_from)


def _save(
    context: Context, seen: Agreement, promise: Promise, change: tuple[Kind, Amendment, Ground], prefix: str
) -> None:
    kind, amendment, ground = change
    with telling():
        try:
            warnings = revisions.revise(context, seen, amendment, ground, submission(f"{prefix}-key"))
        except ConcurrentChange:
            st.session_state[OTHERS] = promise.id
            st.rerun()
        leave(_place(promise), Receipt(words.saved(kind), warnings, kind))
        st.session_state[MADE] = st.session_state.get(MADE, 0) + 1
        st.rerun()


def _place(promise: Promise) -> tuple[str, str]:
    return "revision", promise.id


def _show(context: Context, promise: Promise, receipt: Receipt) -> None:
    st.success(receipt.sentence)
    if receipt.about is Kind.DROPPED:
        draw(_to_deviation(context, promise))
    for warning in receipt.warnings:
        st.warning(issue_text(warning))


def _to_deviation(context: Context, promise: Promise) -> Html | None:
    """Return the way to the deviation of a promise that was dropped; null where its public text is written."""
    year, written = (promise.dropped_from or context.today).year, deviations(context)
    subjects = [each.id for each in promise.measures] or [promise.id]
    if all(is_explained_by(written.get((each, year))) for each in subjects):
        return None
    return way(f"{words.EXPLAIN} {lagging.WRITE}", write_link(promise.id, year))
