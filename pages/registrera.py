"""Registrera: one activity in under a minute, on a phone."""

import streamlit as st

from loftdb.actions.choices import loggable
from loftdb.actions.register import find_promise
from loftdb.core.errors import NotFound
from loftdb.ui.frame import guard
from loftdb.ui.links import href
from loftdb.ui.logging_form import logging_form
from loftdb.ui.session import context
from loftdb.view import receipts
from loftdb.view.markup import literal
from loftdb.view.texts import logging_form as words
from loftdb.view.texts.errors import error_text

guard()

asking = context()
may = loggable(asking)
asked = None
with st.container(key="registrera_title"):
    st.title(words.TITLE)
if not may:
    st.info(words.NOTHING_TO_LOG)
    st.stop()
if name := st.query_params.get("lofte"):
    try:
        _, promise = find_promise(asking, name)
        asked = next((each.number for each in promise.measures if each.number in may), None)
        if asked is None:
            st.warning(words.TOLD_IN_WORDS if not promise.measures else words.NOT_THIS)
    except NotFound as error:
        st.warning(literal(error_text(error)))
with st.container(key="registrera"):
    logging_form(asking.actor, asked)
st.markdown(receipts.link_line(words.MANY_AT_ONCE, href("manadsblad")), unsafe_allow_html=True)
