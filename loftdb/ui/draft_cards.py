"""The promises in order as compact cards; one at a time is open to be edited, where it stands."""

import streamlit as st

from loftdb.core.drafts import Draft, DraftPromise
from loftdb.ui.draft_editor import editor
from loftdb.ui.draft_steps import add, edit, restore
from loftdb.ui.draft_work import Work, once_button, step_button
from loftdb.ui.html import draw
from loftdb.view import draft as drawn
from loftdb.view.texts import new_agreement as words


def cards(work: Work) -> None:
    """Draw every promise, what was taken out, and the way to add one."""
    draw(drawn.measurable(work.draft))
    kept = work.draft.kept
    for position, promise in enumerate(kept, 1):
        with st.container(border=True, key=work.key("card", promise.key), gap="xsmall"):
            if work.open == promise.key:
                following = kept[position] if position < len(kept) else None
                editor(work, promise, position, following)
            else:
                _card(work, promise, position)
    once_button(work, words.ADD, add)
    _dropped(work, work.draft)


def _card(work: Work, promise: DraftPromise, position: int) -> None:
    asked = sum(not each.settled for each in promise.questions) + (bool(promise.counted) and not promise.occasion)
    draw(drawn.card(promise, position, asked, work.turn if work.seen == promise.key else None))
    about = words.numbered(position, promise)
    step_button(work, words.EDIT, edit, promise.key, about=about, kind="tertiary")


def _dropped(work: Work, draft: Draft) -> None:
    out = [each for each in draft.promises if each.dropped]
    if not out:
        return
    st.subheader(words.DROPPED, anchor=False)
    for promise in out:
        with st.container(horizontal=True, vertical_alignment="center"):
            draw(drawn.dropped(promise))
            step_button(work, words.RESTORE, restore, promise.key, about=promise.title, kind="tertiary")
