"""The log behind one number of a meeting, as it was known when the figures were frozen; the newest first."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from loftdb.actions import meetings
from loftdb.actions.context import Context
from loftdb.actions.meetings import Occasions
from loftdb.core.meetings.agenda import Item
from loftdb.core.meetings.records import Meeting
from loftdb.core.meetings.shown import Shown
from loftdb.core.meetings.tally import counted_in, course, expected, tally
from loftdb.core.model import Standing
from loftdb.core.periods import Period
from loftdb.ui.html import draw
from loftdb.view import meeting_item as view
from loftdb.view import phrases
from loftdb.view.figures import Figures
from loftdb.view.strips import Strip, cells
from loftdb.view.texts import meeting_item as words

PAGE = 15
"""Entries shown at a time."""


@dataclass(frozen=True)
class Behind:
    """A row with the log that its number is the sum of."""

    item: Item
    row: Figures
    found: Occasions
    known_through: date
    """The last day that anything is known of."""
    windows: pd.DataFrame | None
    """Its weeks or other short intervals; null for a sum."""
    shown: Shown

    @property
    def strip(self) -> Strip | None:
        """The row's weeks as cells; null for a sum, and before the first."""
        if self.windows is None:
            return None
        own = self.windows if self.row.year is None else self.windows[self.windows["year"] == self.row.year]
        return Strip(cells(own, self.shown.today), phrases.interval(self.row), self.row.every) if len(own) else None

    @property
    def is_drawn(self) -> bool:
        """Whether it has a course to draw: held weeks have not, nor has what nobody knows."""
        return not self.row.is_held and not self.row.is_unknown and self.row.state is not Standing.NOT_STARTED

    @property
    def days(self) -> list[tuple[date, int]]:
        """All that was done through each day."""
        return course(self.found, self.row.number, self.known_through)

    @property
    def line(self) -> list[tuple[date, float]]:
        """What was expected through each month, by the agreement as it is shown."""
        return expected(self.item.agreement, self.row.number, self.row.year)

    def draw(self, name: str) -> None:
        """Draw the log, folded."""
        row = self.row
        key = f"mote-log-{row.number}-{row.year}"
        with st.expander(name, key=key):
            many = st.session_state.setdefault(f"{key}-many", PAGE)
            sums = tally(self.found, row.number, row.judged_through)
            draw(view.occasions(row, self.found, sums, many))
            if len(self.found.entries) > many:
                st.button(words.MORE, key=f"{key}-more", on_click=_more, args=(f"{key}-many",))
            draw(view.about_log(self.item.promise, self.shown.known_on))


def behind(context: Context, meeting: Meeting, shown: Shown, item: Item, row: Figures) -> Behind:
    """Return a row with what lies behind it; figures that are not frozen have the log of now behind them."""
    days = Period.through(row.start, row.last)
    found = meetings.occasions(context, meeting, row.number, days, is_live=shown.known_on is None)
    own = Occasions(counted_in(found.entries, days), tuple(each for each in found.months if each[0] <= days.last))
    known = row.judged_through if shown.judged_on else max(row.judged_through, shown.today)
    is_live = shown.known_on is None
    told = meetings.windows(context, meeting, row.number, is_live=is_live) if row.is_held else None
    return Behind(item, row, own, min(known, row.last), told, shown)


def _more(key: str) -> None:
    st.session_state[key] += PAGE
