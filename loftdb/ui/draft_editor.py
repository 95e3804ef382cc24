"""The fields of one promise, and what can be done with it as a whole; one promise at a time is open."""

import streamlit as st

from loftdb.core import drafts
from loftdb.core.drafts import DraftPromise, DraftTarget
from loftdb.core.model import Comparator, Party, PromiseKind
from loftdb.core.periods import Interval
from loftdb.ui.draft_fields import Fields
from loftdb.ui.draft_steps import apply, drop, edit, merge, offer_split, split
from loftdb.ui.draft_work import Work, once_button, step_button
from loftdb.ui.html import draw
from loftdb.view import draft as drawn
from loftdb.view.texts import new_agreement as words
from loftdb.view.texts.functions import NAME as FUNCTION
from loftdb.view.texts.interpretations import interpretation_text
from loftdb.view.texts.labels import label

_MINUTES_PER_HOUR = 60


def editor(work: Work, promise: DraftPromise, position: int, following: DraftPromise | None) -> None:
    """Draw the promise's fields and what can be done with it; ``following``: the promise after it."""
    about, fields = words.numbered(position, promise), Fields(work, promise, promise.key)
    draw(drawn.goto(work.turn if work.seen == promise.key else None, about))
    fields.text("title", words.PROMISE_TITLE)
    fields.text("wording", words.WORDING, height=120)
    fields.several("parties", words.OWNERS, list(Party), label)
    if Party.OTHER in promise.parties:
        fields.lines("third_parties", words.THIRD)
    _followed(work, promise, fields)
    with st.expander(words.MORE, key=work.key("more", promise.key)):
        _more(work, promise, fields, position)
    with st.container(horizontal=True, gap="small"):
        step_button(work, words.CLOSE, edit, None, about=about, kind="primary")
        once_button(work, words.SPLIT, offer_split, about=about, kind="secondary")
        if following:
            step_button(work, words.MERGE, merge, promise.key, following.key, words.merged(position), about=about)
        step_button(work, words.DROP, drop, promise.key, words.dropped(position), about=about)
    if work.is_splitting:
        _places(work, promise, position)


def _followed(work: Work, promise: DraftPromise, fields: Fields) -> None:
    """Let the person say how the promise is followed, and what is counted."""
    fields.one("kind", words.FOLLOWED, list(PromiseKind), label, required=True)
    if promise.kind is PromiseKind.LIST:
        fields.lines("items", words.ITEMS)
    for target in promise.counted:
        with st.container(border=True, key=work.key("target", promise.key, target.key), gap="xsmall"):
            _target(work, promise, target)
    if promise.kind is not PromiseKind.QUALITY:
        once_button(work, words.ADD_TARGET, apply, drafts.add_target, promise.key)
    if promise.counted:
        fields.text("occasion", words.OCCASION, height=68)


def _target(work: Work, promise: DraftPromise, target: DraftTarget) -> None:
    fields = Fields(work, target, promise.key, target.key)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        st.selectbox(words.COMPARATOR, list(Comparator), list(Comparator).index(target.comparator),
                     words.comparator_label, width=130, key=fields.key("comparator"))  # fmt: skip
        _number(fields, "value", target)
        if target.comparator is Comparator.RANGE:
            _number(fields, "value_max", target)
        st.selectbox(words.PER, list(Interval), None, label, width=170, **fields.empty("interval"))
    with st.container(horizontal=True, gap="small"):
        for name, text in (("plural", words.PLURAL), ("singular", words.SINGULAR)):
            fields.text(name, text, width=220)
    if target.interval not in (None, Interval.TERM):
        with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
            st.number_input(words.EVERY, step=1, width=150, on_change="ignore",
                            **fields.empty("every", parse=lambda typed: typed or 1))  # fmt: skip
            fields.tick("average", words.AVERAGE)
    if target.other is not None:
        _interpretation(fields, target, target.other)
    step_button(work, words.REMOVE_TARGET, apply, drafts.remove_target, promise.key, target.key, kind="tertiary")


def _number(fields: Fields, name: str, target: DraftTarget) -> None:
    """Draw a number, hours where minutes are counted; an empty one is none."""
    scale = _MINUTES_PER_HOUR if target.minutes else 1
    said: int | None = fields.said(name)

    def parse(typed: int | None) -> int | None:
        return None if typed is None else typed * scale

    field = fields.empty(name, said // scale if said is not None else None, parse)
    text = words.VALUE_MAX if name == "value_max" else words.HOURS if target.minutes else words.VALUE
    st.number_input(text, value=None, step=1, width=150, placeholder=words.NO_GOAL_SHORT, **field)


def _interpretation(fields: Fields, target: DraftTarget, other: Interval) -> None:
    """Let the person say in words how a number without a period is read, and whether the parties agree (5.4)."""
    fields.text("reading", words.READING_WORDS, placeholder=interpretation_text(target, other))
    fields.one("agreed", words.AGREED, list(words.AGREED_LABELS), words.AGREED_LABELS.__getitem__)


def _more(work: Work, promise: DraftPromise, fields: Fields, position: int) -> None:
    fields.text("function", FUNCTION)
    fields.text("summary", words.SUMMARY, height=68)
    fields.text("conditional", words.CONDITIONAL)
    fields.text("heading", words.HEADING)
    for name, text in (("sensitive", words.SENSITIVE), ("announced", words.ANNOUNCED)):
        fields.tick(name, text)
    places = {each.code: each.name for each in work.draft.municipalities}
    if len(places) > 1:
        fields.several("municipalities", words.JOINT, list(places), places.__getitem__)
    _move(work, promise, position)


def _move(work: Work, promise: DraftPromise, position: int) -> None:
    order = [each.key for each in work.draft.promises]
    kept = [each.key for each in work.draft.kept]
    with st.container(horizontal=True, gap="small"):
        for text, other in ((words.EARLIER, position - 2), (words.LATER, position)):
            if 0 <= other < len(kept):
                step_button(work, text, apply, drafts.move, promise.key, order.index(kept[other]), kind="tertiary")


def _places(work: Work, promise: DraftPromise, position: int) -> None:
    """Ask where the second of two promises begins."""
    found = drafts.places(promise)
    st.markdown(f"**{words.SPLIT_WHERE if found else words.NO_PLACES}**")
    for at in found:
        second = words.second_part(promise.wording[at:])
        step_button(work, second, split, promise.key, at, words.split_up(position), kind="tertiary")
