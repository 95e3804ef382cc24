"""Promises of the same kind side by side: a small chart each, in alphabetical order, and the same as a table."""

import streamlit as st

from loftdb.core.districts import District, Kind
from loftdb.ui.html import draw
from loftdb.view import district as view
from loftdb.view.charts import CONFIG, cumulative_text, small

WIDTH = 290


def district_charts(found: District) -> None:
    """Draw every kind."""
    draw(view.kinds_heading(found))
    for number, kind in enumerate(found.kinds):
        _kind(kind, number)


def _kind(kind: Kind, number: int) -> None:
    draw(view.kind_heading(kind))
    with st.container(key=f"kind-{number}", horizontal=True):
        for panel in view.ordered(kind):
            course = view.course(panel)
            with st.container(width=WIDTH):
                draw(view.panel_heading(panel))
                alt = f"{panel.agreement.home.name}: {cumulative_text(course)}"
                st.plotly_chart(small(course), config=CONFIG, alt=alt, key=f"kind-{number}-{panel.row['measure']}")
    draw(view.kind_table(kind))
