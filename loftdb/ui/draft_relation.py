"""What a draft is to an agreement that is there already: asked in one tap, then shown promise by promise."""

from collections.abc import Sequence

import streamlit as st

from loftdb.actions import drafts as stored
from loftdb.actions.context import Context
from loftdb.core import drafts
from loftdb.core.drafts import Relation
from loftdb.core.model import Agreement
from loftdb.ui.draft_steps import pair, relate
from loftdb.ui.draft_work import Work, step_button
from loftdb.ui.html import draw
from loftdb.view import changes as drawn
from loftdb.view.draft import section
from loftdb.view.texts import new_agreement as words


def relation(context: Context, work: Work) -> None:
    """Ask what the draft is, while nobody has said; else say it, and let it be said anew."""
    beside = stored.agreements_beside(context, work.draft)
    if not beside:
        return
    chosen = stored.related_agreement(context, work.draft)
    with st.container(border=True, key=work.key("relation"), gap="xsmall"):
        draw(drawn.relation(work.draft, chosen))
        if work.draft.relation is None:
            _offers(work, beside)
        else:
            with st.expander(words.RELATION_ANEW, key=work.key("relation_anew")):
                _offers(work, beside)


def _offers(work: Work, beside: Sequence[drafts.Overlap]) -> None:
    draft = work.draft
    with st.container(horizontal=True, gap="small"):
        for each in beside:
            for kind in (Relation.REVISION, Relation.SUCCESSOR, Relation.FILL):
                if (draft.relation, draft.related) != (kind, each.agreement.id):
                    _offer(work, kind, each.agreement, draft.relation is None and kind is each.proposed)
        if draft.relation is not Relation.OTHER:
            step_button(work, words.OTHER_AGREEMENT, relate, Relation.OTHER, None, words.OTHER_AGREEMENT)


def _offer(work: Work, kind: Relation, agreement: Agreement, proposed: bool) -> None:
    said = words.relation_label(kind, agreement)
    step_button(work, said, relate, kind, agreement, said, kind="primary" if proposed else "secondary")


def comparison(context: Context, work: Work) -> None:
    """Show what a new version or the next agreement changes, old and new side by side, and let pairs be corrected."""
    old = stored.related_agreement(context, work.draft)
    if old is None or work.draft.relation in (None, Relation.OTHER):
        return
    draw(section(words.COMPARED))
    draw(drawn.comparison(old, work.draft))
    with st.expander(words.CORRECT_PAIRING, key=work.key("pairing")):
        _pairing(work, old)


def _pairing(work: Work, old: Agreement) -> None:
    """Draw a choice of forerunner for each promise."""
    titles = {each.id: f"{each.position}. {each.title}" for each in old.promises}
    paired = drafts.paired(old, work.draft)
    for position, promise in enumerate(work.draft.kept, 1):
        key, options = work.key("pair", promise.key), [None, *titles]
        now = paired.get(promise.key, (None, 0))[0]
        if st.session_state.get(key, now) != now:
            st.session_state[key] = now
        st.selectbox(words.numbered(position, promise), options, options.index(now),
                     lambda each: titles.get(each, words.PAIRED_NONE), key=key, on_change=pair,
                     args=(work.who, work.number, promise.key, key, old))  # fmt: skip
