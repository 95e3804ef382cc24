"""The frame around every page: navigation, the actor, and what stands above all pages."""

import streamlit as st

from loftdb.ui.frame import frame
from loftdb.ui.session import set_up

frame(
    [
        st.Page("pages/oversikt.py", title="Översikt", default=True),
        st.Page("pages/registrera.py", title="Registrera", url_path="registrera"),
        st.Page("pages/manadsblad.py", title="Månadsblad", url_path="manadsblad"),
        st.Page("pages/lofte.py", title="Löfte", url_path="lofte"),
        st.Page("pages/uppfoljningar.py", title="Uppföljningar", url_path="uppfoljningar"),
        st.Page("pages/mote.py", title="BRÅ-möte", url_path="mote"),
        st.Page("pages/aktiviteter.py", title="Aktiviteter", url_path="aktiviteter"),
        st.Page("pages/nytt.py", title="Nytt medborgarlöfte", url_path="nytt"),
        st.Page("pages/hjalp.py", title="Hjälp", url_path="hjalp"),
    ],
    set_up,
    sections={
        "För chefer": [
            st.Page("pages/slapar.py", title="Löften som släpar efter", url_path="slapar"),
            st.Page("pages/behovs.py", title="Behövs per månad", url_path="behovs"),
            st.Page("pages/omrade.py", title="Lokalpolisområde", url_path="omrade"),
        ],
    },
)
