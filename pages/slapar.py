"""Löften som släpar efter: what will not be kept, while there is time to act."""

import streamlit as st

from loftdb.actions.lagging import lagging
from loftdb.actions.register import municipalities
from loftdb.ui.address import Address
from loftdb.ui.areas import area
from loftdb.ui.frame import guard
from loftdb.ui.lagging_list import lagging_list
from loftdb.ui.session import context
from loftdb.view.texts import lagging as words

guard()

asking, address = context(), Address("slapar")
if municipalities(asking):
    with st.container(key="filters", horizontal=True, vertical_alignment="bottom"):
        chosen = area(asking, address)
    address.write(visa="", sida="1")
    where = chosen.name if chosen.district or chosen.municipality else None
    lagging_list(asking, lagging(asking, chosen.scope, chosen.district), where)
else:
    st.title(words.TITLE, anchor=False)
    st.info(words.NOTHING_TO_READ)
