"""What a page asks with: the open database, who the visitor is, and what time it is. The only reader of the clock."""

import os
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from loftdb.actions.context import Context, clock
from loftdb.actions.setup import DATA, LOCAL_USER
from loftdb.core.access import Actor
from loftdb.core.errors import DatabaseMissing, LoftdbError
from loftdb.core.moments import local_day
from loftdb.demo.roles import PEOPLE, person
from loftdb.store.database import Database
from loftdb.ui.frame import actor
from loftdb.ui.server import DATABASE
from loftdb.view import shell
from loftdb.view.texts.errors import error_text

ROLE = "roll"
"""The address parameter that says who the visitor of the demo is."""

DEMO = DATA / "demo.duckdb"
"""What ``streamlit run dashboard.py`` shows; ``loftdb serve`` always names a file."""


@st.cache_resource(show_spinner=False, on_release=lambda database: database.close())
def _opened(path: Path) -> Database:
    return Database.open(path)


def database() -> Database:
    """Return the open database of this server; where it cannot be opened, say why and stop the page."""
    asked = os.environ.get(DATABASE)
    try:
        return _opened(Path(asked or DEMO))
    except LoftdbError as error:
        is_unmade_demo = not asked and isinstance(error, DatabaseMissing)
        st.error(shell.no_demo(str(DEMO)) if is_unmade_demo else error_text(error))
        st.stop()


def context() -> Context:
    """Return who asks, when, of which database, for the page that runs."""
    return context_of(actor())


def context_of(who: Actor) -> Context:
    """Return the context of somebody now, for a fragment or callback: these run without their page."""
    opened = database()
    return Context(opened, who, clock(opened, datetime.now(UTC).replace(tzinfo=None)))


def set_up() -> Actor:
    """Draw what stands above every page, the demo's banner and role switch, and return who the visitor is."""
    stopped = database().clock
    if stopped is None:
        return LOCAL_USER
    with st.container(key="demo", horizontal=True, vertical_alignment="center"):
        st.markdown(shell.demo_banner(local_day(stopped)), unsafe_allow_html=True)
        chosen = st.selectbox(
            shell.ROLE_LABEL,
            [each.key for each in PEOPLE],
            format_func=shell.person_name,
            key=ROLE,
            bind="query-params",
            width=400,
        )
    return person(chosen).actor
