"""Nytt medborgarlöfte: a published text becomes promises that can be followed, when a person has put them right."""

import streamlit as st

from loftdb.actions.drafts import may_edit
from loftdb.ui.draft_bench import new_agreement
from loftdb.ui.frame import guard
from loftdb.ui.session import context
from loftdb.view.texts import new_agreement as words

guard()

asking = context()
st.title(words.TITLE, anchor=False)
if may_edit(asking):
    new_agreement(asking.actor)
else:
    st.info(words.NOT_ALLOWED)
