"""How far a meeting has come: the coordinator's one button to the next stage, the others behind *Fler val*."""

from datetime import date

import streamlit as st

from loftdb.actions import meetings, minutes
from loftdb.actions.context import Context
from loftdb.core.meetings.agenda import Agenda
from loftdb.core.meetings.records import Meeting, Stage
from loftdb.core.periods import Period, months_ended
from loftdb.ui.meeting_plan import change_form
from loftdb.ui.meeting_saving import save
from loftdb.view.formats import prose_date
from loftdb.view.overview import AS_KNOWN, JUDGED_THROUGH
from loftdb.view.texts import meeting as words

_MOVES = {
    Stage.HELD: (meetings.hold, words.HOLD, words.HELD),
    Stage.CLOSED: (meetings.close, words.CLOSE, words.CLOSED),
    Stage.CANCELLED: (meetings.cancel, words.CANCEL, words.CANCELLED),
}
"""What each stage is reached by, what the button says, and what is said after."""


def first_steps(context: Context, meeting: Meeting, agenda: Agenda) -> None:
    """Draw the buttons that come before the meeting (beginning, changing, calling off), and how it ends."""
    if meeting.stage is Stage.HELD and meetings.may_hold(context, meeting.municipality):
        _move(context, meeting, Stage.CLOSED, is_main=False)
    if not _is_ahead(context, meeting):
        return
    with st.container(horizontal=True, width="content"):
        if is_day(context, meeting):
            _move(context, meeting, Stage.HELD, is_main=True)
        with st.popover(words.MORE, key=_name(meeting, "more")):
            _others(context, meeting, agenda)


def freezing(context: Context, meeting: Meeting, agenda: Agenda) -> None:
    """Draw how the figures of a meeting that is planned are frozen."""
    if meeting.stage is Stage.PLANNED and _is_ahead(context, meeting):
        with st.container(key="mote-freeze"):
            _freeze(context, meeting, agenda, is_main=not is_day(context, meeting))


def is_day(context: Context, meeting: Meeting) -> bool:
    """Tell whether the meeting may begin."""
    return meeting.day <= context.today


def _is_ahead(context: Context, meeting: Meeting) -> bool:
    return meeting.stage in (Stage.PLANNED, Stage.SENT) and meetings.may_hold(context, meeting.municipality)


def last_steps(context: Context, meeting: Meeting) -> None:
    """Draw how the meeting ends, and how it is opened again."""
    if not meetings.may_hold(context, meeting.municipality):
        return
    with st.container(key="mote-end"):
        if meeting.stage is Stage.HELD:
            st.caption(words.CLOSE_HELP)
            _move(context, meeting, Stage.CLOSED, is_main=True, place="last")
        elif meeting.stage is Stage.CLOSED:
            name = _name(meeting, "reopen")
            if st.button(words.REOPEN, key=name):
                save(name, lambda key: meetings.reopen(context, meeting.id, meeting.version, key), words.REOPENED)


def _others(context: Context, meeting: Meeting, agenda: Agenda) -> None:
    if meeting.stage is Stage.PLANNED:
        change_form(context, meeting)
    else:
        _freeze(context, meeting, agenda, is_main=False)
    st.divider()
    st.caption(words.CANCEL_HELP)
    if made := len(minutes.decisions(context, meeting)):
        st.warning(words.left_behind(made))
    _move(context, meeting, Stage.CANCELLED, is_main=False)


def _move(context: Context, meeting: Meeting, stage: Stage, *, is_main: bool, place: str = "") -> None:
    """Draw the button to a stage; ``place`` tells two of them apart."""
    act, says, sentence = _MOVES[stage]
    name = _name(meeting, f"{stage.value}{place}")
    if st.button(says, key=name, type="primary" if is_main else "secondary"):
        save(name, lambda key: act(context, meeting.id, meeting.version, key), sentence)


def _freeze(context: Context, meeting: Meeting, agenda: Agenda, *, is_main: bool) -> None:
    """Ask through which day to judge, and freeze, for the first time or anew."""
    is_new, name = meeting.stage is Stage.PLANNED, _name(meeting, "send")
    st.caption(words.SEND_HELP if is_new else words.AGAIN_HELP)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        on = _day(meeting, agenda, context.today)
        says = words.SEND if is_new else words.SEND_AGAIN
        is_asked = st.button(says, key=name, type="primary" if is_main else "secondary")
    if is_asked:
        save(name, lambda key: meetings.send(context, meeting.id, meeting.version, on, key), words.SENT)


def _day(meeting: Meeting, agenda: Agenda, today: date) -> date | None:
    """Let the coordinator pick the day to judge through; null: what is signed off, else today (5.7)."""
    spans = [each.period for each in agenda.shown.agreements]
    whole = Period(min(each.start for each in spans), max(each.end for each in spans)) if spans else None
    ends = months_ended(whole, today) if whole else []
    offered = {"": AS_KNOWN, **{day.isoformat(): prose_date(day) for day in ends}}
    chosen = st.selectbox(
        JUDGED_THROUGH, list(offered), format_func=offered.__getitem__, key=f"mote-{meeting.id}-day", width=280
    )
    return date.fromisoformat(chosen) if chosen else None


def _name(meeting: Meeting, act: str) -> str:
    """Name a button by the version that was read, so that the second tap of a double tap finds it gone."""
    return f"mote-{meeting.id}-{meeting.version}-{act}"
