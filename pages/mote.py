"""BRÅ-möte: a council's meetings; one of them, from the state in five minutes to each promise in turn."""

import streamlit as st

from loftdb.actions.register import municipalities
from loftdb.ui.address import Address
from loftdb.ui.frame import guard
from loftdb.ui.meeting_list import meeting_list
from loftdb.ui.meeting_room import one_meeting
from loftdb.ui.session import context
from loftdb.view.texts import meeting as words

guard()

asking, address = context(), Address("mote")
asked = st.query_params.get("mote")
# No st.stop() here: after it Streamlit keeps the state of fields that the browser has forgotten.
if not municipalities(asking):
    st.title(words.TITLE, anchor=False)
    st.info(words.NOTHING_TO_READ)
elif not (asked and one_meeting(asking, asked)):
    meeting_list(asking, address)
