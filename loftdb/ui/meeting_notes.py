"""What a meeting says of a promise: a comment, and a verdict beside the one that the figures suggest (5.11)."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from loftdb.actions import meetings, minutes
from loftdb.actions.context import Context
from loftdb.core.meetings.agenda import Item
from loftdb.core.meetings.records import Comment, Meeting, Stage, WrittenVerdict
from loftdb.core.meetings.rules import Opinion
from loftdb.core.meetings.shown import Shown, proposed, years_of
from loftdb.core.model import Verdict
from loftdb.core.periods import years
from loftdb.ui.html import draw
from loftdb.ui.meeting_writing import TEXT, Form, fold, form_of, is_unsaved, keep, receipt, save
from loftdb.view import meeting_item as view
from loftdb.view.texts import meeting_item as words
from loftdb.view.texts.functions import NO_PERSONS
from loftdb.view.texts.labels import label

_Said = TypeVar("_Said")


def meeting_notes(context: Context, meeting: Meeting, item: Item, shown: Shown) -> None:
    """Draw both, with their forms for those who may write while the meeting is open."""
    if not meeting.is_open:
        closed = words.REOPEN if meetings.may_hold(context, meeting.municipality) else words.CLOSED
        st.info(words.CANCELLED if meeting.stage is Stage.CANCELLED else closed)
    left, right = st.columns(2, gap="large")
    with left:
        _comment(context, meeting, item)
    with right:
        _verdict(context, meeting, item, shown)


def _comment(context: Context, meeting: Meeting, item: Item) -> None:
    written = minutes.comments(context, meeting).get(item.promise.id)
    place = f"mote-comment-{meeting.id}-{item.promise.id}"
    draw(view.comment(written, item.promise))
    receipt(place)
    if meeting.is_open and meetings.may_hold(context, meeting.municipality):
        with fold(words.CHANGE_COMMENT if _text(written) else words.WRITE_COMMENT, place):
            _comment_form(context, meeting, item, written, form_of(place, written.version if written else 0))


def _comment_form(context: Context, meeting: Meeting, item: Item, written: Comment | None, form: Form) -> None:
    before = _text(written)
    text = st.text_area(words.COMMENT, form.first(TEXT, before), **form.field(TEXT), height=120)
    st.caption(f"{words.COMMENT_HELP} {NO_PERSONS}")
    is_new, answer = keep(form, {TEXT: text}, {TEXT: before}), st.container()
    if st.button(words.SAVE_COMMENT, key=f"{form.place}-save") and is_new:
        with answer:
            save(
                form, lambda: minutes.comment(context, meeting.id, item.promise.id, text, form.write),
                words.COMMENT_SAVED if text.strip() else words.COMMENT_GONE,
            )  # fmt: skip


def _text(written: Comment | None) -> str:
    return written.text if written else ""


def _verdict(context: Context, meeting: Meeting, item: Item, shown: Shown) -> None:
    own = _own(minutes.verdicts(context, meeting), item)
    draw(view.verdict(list(own.values()), list(_own(minutes.judged_before(context, meeting), item).values())))
    place = f"mote-verdict-{meeting.id}-{item.promise.id}"
    offered = _years(item, shown)
    receipt(*(f"{place}-{year}" for year in offered))
    if meeting.is_open and minutes.may_judge(context, meeting):
        drafted = [year for year in offered if is_unsaved(f"{place}-{year}")]
        name = words.CHANGE_VERDICT if any(each.verdict for each in own.values()) else words.GIVE_VERDICT
        with fold(name, *(f"{place}-{year}" for year in offered)):
            begin = drafted[0] if drafted else _begin(item, shown, offered)
            year = st.radio(
                words.VERDICT_YEAR, offered, offered.index(begin), words.year_choice, key=f"{place}-year",
                horizontal=True,
            )  # fmt: skip
            written = own.get(year)
            form = form_of(f"{place}-{year}", written.version if written else 0)
            _verdict_form(context, meeting, Opinion(item.promise.id, year, None), written, form)


def _own(said: Mapping[tuple[str, int | None], _Said], item: Item) -> dict[int | None, _Said]:
    """Return what is said of the promise by year, the whole term first."""
    own = {year: each for (promise, year), each in said.items() if promise == item.promise.id}
    return {year: own[year] for year in sorted(own, key=lambda year: year or 0)}


def _verdict_form(
    context: Context, meeting: Meeting, about: Opinion, written: WrittenVerdict | None, form: Form
) -> None:
    suggested = minutes.proposal(context, meeting, about.promise, about.year)
    before = (written.verdict, written.motivation) if written else (None, "")
    st.markdown(words.proposal(suggested))
    chosen = st.radio(
        words.VERDICT, list(Verdict), _index(form.first("verdict", before[0] or suggested)), label,
        **form.field("verdict"), horizontal=True,
    )  # fmt: skip
    text = st.text_area(words.MOTIVATION, form.first(TEXT, before[1]), **form.field(TEXT), height=96)
    st.caption(f"{words.MOTIVATION_HELP} {NO_PERSONS}")
    keep(form, {"verdict": chosen, TEXT: text}, {"verdict": before[0] or suggested, TEXT: before[1]})
    answer = st.container()
    with st.container(horizontal=True):
        is_saved = st.button(words.SAVE_VERDICT, key=f"{form.place}-save")
        is_back = bool(before[0]) and st.button(words.TAKE_BACK, key=f"{form.place}-back")
    said = Opinion(about.promise, about.year, None if is_back else chosen, "" if is_back else text)
    if (is_saved or is_back) and (said.verdict, said.motivation.strip()) != before:
        with answer:
            save(
                form, lambda: minutes.judge(context, meeting.id, said, form.write),
                words.VERDICT_GONE if is_back else words.VERDICT_SAVED,
            )  # fmt: skip


def _index(verdict: Verdict | None) -> int | None:
    return list(Verdict).index(verdict) if verdict else None


def _years(item: Item, shown: Shown) -> list[int | None]:
    """Return what a verdict may be of: the years that have begun, and the whole term."""
    judged = list(years_of(shown, item.promise.id)) or list(years(item.agreement.period))
    return [*(year for year in judged if year <= shown.day.year), None]


def _begin(item: Item, shown: Shown, offered: Sequence[int | None]) -> int | None:
    """Return the last that the figures suggest a verdict of, else the meeting's year."""
    suggested = [year for year in offered if proposed(shown, item.promise.id, year) is not None]
    return suggested[-1] if suggested else offered[0] if len(offered) == 1 else offered[-2]
