"""One promise at a meeting: what to say first, then where it stands, what lies behind that, and what is decided.

Everything but the log behind a number comes from the figures that the meeting shows.
"""

import streamlit as st

from loftdb.actions.context import Context
from loftdb.core.meetings.agenda import Agenda, Item
from loftdb.core.meetings.records import Meeting
from loftdb.core.meetings.shown import Shown
from loftdb.ui.html import draw
from loftdb.ui.meeting_decisions import meeting_decisions
from loftdb.ui.meeting_notes import meeting_notes
from loftdb.ui.meeting_occasions import Behind, behind
from loftdb.view import meeting_item as view
from loftdb.view import results, revisions
from loftdb.view.charts import CONFIG, cumulative, cumulative_text
from loftdb.view.figures import figures
from loftdb.view.meeting_speech import speech, told_rows


def meeting_item(context: Context, meeting: Meeting, agenda: Agenda, item: Item) -> None:
    """Draw the promise, with forms for those who may write while the meeting is open."""
    shown = agenda.shown
    with st.container(key="mote-item"):
        draw(view.head(item))
        figures_side, say_side = st.columns([5, 4], gap="large")
        with say_side:
            draw(view.say(speech(item, shown)))
            meeting_decisions(context, meeting, item.promise.id)
        with figures_side:
            _figures(context, meeting, item, shown)
        draw(view.rule())
        meeting_notes(context, meeting, item, shown)


def _figures(context: Context, meeting: Meeting, item: Item, shown: Shown) -> None:
    rows = told_rows(item, shown)
    if not rows or item.promise.is_told_in_words:
        draw(view.latest_word(item, shown.day))
    for row in rows:
        _row(behind(context, meeting, shown, item, row), shown, is_alone=len(rows) == 1)
    if rows and rows[0].year is not None:
        draw(view.whole_term([figures(row) for row in item.rows if figures(row).year is None]))
    draw(view.earlier(item, shown, rows[0].year) if rows else None)
    draw(view.why(item.explanations, shown.today))
    for measure in item.promise.measures:
        draw(view.interpretation(measure))
    draw(revisions.history(item.agreement, item.promise, ()))


def _row(found: Behind, shown: Shown, *, is_alone: bool) -> None:
    """Draw one number: its läge and arithmetic, its course, and the log behind it."""
    row = found.row
    draw(None if is_alone else view.one_of_several(row))
    draw(results.standing(row, shown.today))
    draw(view.strip(found.strip, row.year) if found.strip else None)
    if found.is_drawn:
        course = view.course(row, found.days, found.known_through, found.line)
        figure = view.large(cumulative(course))
        st.plotly_chart(figure, config=CONFIG, alt=cumulative_text(course), key=f"mote-chart-{row.number}-{row.year}")
    found.draw(view.occasions_name(row, is_alone))
