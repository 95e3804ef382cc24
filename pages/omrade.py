"""Lokalpolisområde: municipalities side by side, what they signed and owe, and promises of the same kind."""

import streamlit as st

from loftdb.actions.district import district
from loftdb.ui import areas
from loftdb.ui.address import Address
from loftdb.ui.district_charts import district_charts
from loftdb.ui.duties import duty_link
from loftdb.ui.frame import guard
from loftdb.ui.html import draw
from loftdb.ui.links import href, promise_link
from loftdb.ui.session import context
from loftdb.view import district as view
from loftdb.view.texts import district as words
from loftdb.view.texts import lagging as managers

guard()

asking, address = context(), Address("omrade")
with st.container(key="filters", horizontal=True, vertical_alignment="bottom"):
    chosen = areas.district(asking, address)
address.write()
if chosen:
    found = district(asking, chosen)
    st.set_page_config(page_title=found.name)
    ways = view.Ways(
        lambda place: href("oversikt", kommun=place.municipality.name, avtal=place.agreement.id, ar=place.year),
        duty_link,
        promise_link,
    )
    draw(view.page(found, ways, asking.today))
    district_charts(found)
else:
    st.title(words.TITLE, anchor=False)
    st.info(managers.NOTHING_TO_READ)
