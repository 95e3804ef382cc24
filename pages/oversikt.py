"""Översikt: one agreement in one year, laggards first."""

import streamlit as st

from loftdb.actions.deviations import deviations
from loftdb.actions.indicators import indicators
from loftdb.actions.overview import overview as agreement_year
from loftdb.core.progress import records
from loftdb.ui import filters
from loftdb.ui.address import Address
from loftdb.ui.frame import guard
from loftdb.ui.html import draw
from loftdb.ui.indicator_panel import indicator_panel
from loftdb.ui.links import href, promise_link
from loftdb.ui.session import context
from loftdb.view import overview

guard()

asking, address = context(), Address("oversikt")
with st.container(key="filters", horizontal=True, vertical_alignment="bottom"):
    municipality = filters.municipality(asking, address)
    if municipality is None:
        st.info(overview.NOTHING_TO_READ)
        st.stop()
    agreement = filters.agreement(asking, address, municipality, asking.today)
    through = filters.judged_day(address, agreement, asking.today)
    year = filters.year(address, agreement, asking.today)
address.write()
st.set_page_config(page_title=overview.page_title(municipality, year))

found = agreement_year(asking, agreement.id, year, through, str(municipality.code))
board = overview.Board(
    agreement=found.agreement,
    municipality=municipality,
    year=year,
    judged=records(found.judged),
    counted=records(found.counted),
    previous=found.previous,
    statuses=found.statuses,
    unreported=found.unreported,
    today=asking.today,
    indicators=indicators(asking, agreement.id),
    begin=(href("registrera"), href("manadsblad")) if found.is_empty else None,
    deviations=deviations(asking),
)
draw(overview.page(board, promise_link))
indicator_panel(asking, agreement)
