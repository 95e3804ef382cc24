"""Löfte: everything behind one promise; without one in the address, all of them to choose from."""

import streamlit as st

from loftdb.actions.progress import Scope, agreements
from loftdb.actions.promise import SHOWN, promise_view
from loftdb.core.errors import NotFound
from loftdb.ui import filters
from loftdb.ui.address import Address
from loftdb.ui.frame import guard
from loftdb.ui.html import draw
from loftdb.ui.links import href, promise_link
from loftdb.ui.measure_panel import measure_panel
from loftdb.ui.promise_about import about
from loftdb.ui.revision_panel import revision_panel
from loftdb.ui.session import context
from loftdb.ui.status_form import said
from loftdb.view import occasions, overview, promise, results, worded
from loftdb.view.markup import literal
from loftdb.view.texts.errors import error_text

guard()

asking, address, asked = context(), Address("lofte"), st.query_params.get("lofte")
if not asked:
    readable = agreements(asking, Scope())
    draw(promise.index(readable, promise_link)) if readable else st.info(overview.NOTHING_TO_READ)
    st.stop()
try:
    found = promise_view(asking, asked, filters.asked_day(asking.today))
except NotFound as error:
    st.error(literal(error_text(error)))
    draw(promise.way_back(href("oversikt")))
    st.stop()

agreement, told, year, head = found.agreement, found.promise, None, st.container()
st.set_page_config(page_title=promise.page_title(agreement, told))
main, side = st.columns([2, 1], gap="large")
is_number_first = any(measure.targets for measure in told.measures)

with main:
    if told.is_told_in_words and not is_number_first:
        said(asking, found)
        draw(results.heading() if found.measures else None)
    if found.measures:
        year = filters.year_or_whole(address, agreement, [each.rows for each in found.measures], asking.today)
        address.write()
    for each in found.measures:
        measure_panel(asking, found, each, year)
    if told.is_told_in_words and is_number_first:
        draw(worded.heading())
        said(asking, found)
    revision_panel(asking, found)
    draw(occasions.occasions(told, found.activities, year, SHOWN) if told.measures else None)
with side:
    about(asking, found)
with head:
    back = href("oversikt", kommun=agreement.home.name, ar=year, till=found.on)
    log = href("registrera", lofte=told.id) if found.may_log and told.measures else None
    draw(promise.head(agreement, told, back, log))
