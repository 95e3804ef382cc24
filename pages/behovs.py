"""Behövs per månad: what remains of each promise, spread over the months left, as a sheet for rostering."""

import streamlit as st

from loftdb.actions.needed import needed, needed_csv
from loftdb.actions.register import municipalities
from loftdb.ui.address import Address
from loftdb.ui.areas import area
from loftdb.ui.frame import guard
from loftdb.ui.html import draw
from loftdb.ui.links import promise_link
from loftdb.ui.session import context
from loftdb.view import needed as view
from loftdb.view.texts import lagging as managers
from loftdb.view.texts import needed as words

guard()

asking, address = context(), Address("behovs")
names = {each.code: each.name for each in municipalities(asking)}
if names:
    with st.container(key="filters", horizontal=True, vertical_alignment="bottom"):
        chosen = area(asking, address, everywhere=None)
    address.write()
    sheet = needed(asking, chosen.scope, chosen.district)
    draw(view.page(sheet, names, promise_link, chosen.name, asking.today))
    if sheet.rows:
        with st.container(key="needed-file"):
            st.download_button(
                words.DOWNLOAD,
                lambda: needed_csv(asking, chosen.scope, chosen.district),
                words.FILE_NAME if asking.database.clock is None else words.DEMO_FILE_NAME,
                "text/csv",
                on_click="ignore",
            )
else:
    st.title(words.TITLE, anchor=False)
    st.info(managers.NOTHING_TO_READ)
