"""Uppföljningar: what the agreements owe, what comes next first, and a municipality's year."""

import streamlit as st

from loftdb.actions.register import municipalities
from loftdb.ui.address import Address
from loftdb.ui.duties import ASKED, duty_list, one_duty
from loftdb.ui.frame import guard
from loftdb.ui.memo_panel import memo_panel
from loftdb.ui.session import context
from loftdb.ui.year_panel import first_in_need, municipality, year_panel
from loftdb.view.texts import duties as words

guard()

asking, address = context(), Address("uppfoljningar")
asked = st.query_params.get(ASKED)
places = municipalities(asking)
# No st.stop() here: after it Streamlit keeps the state of fields that the browser has forgotten.
if not places:
    st.title(words.TITLE, anchor=False)
    st.info(words.NOTHING_TO_READ)
elif not (asked and one_duty(asking, asked)):
    st.title(words.TITLE, anchor=False)
    st.markdown(words.LEAD)
    with st.container(key="filters"):
        chosen = municipality(address, places)
    found = duty_list(asking, chosen)
    place = chosen or first_in_need(found, places)
    year_panel(asking, address, place, chosen is not None)
    address.write()
    memo_panel(asking.actor, place)
