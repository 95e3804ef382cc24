"""No page shows anything outside the frame that dashboard.py sets up, with an actor, in the same run."""

import logging
import runpy
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st
from streamlit.navigation.page import Page
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from loftdb.core.access import Actor
from loftdb.core.errors import LoftdbError
from loftdb.ui import style
from loftdb.ui.document import STATIC
from loftdb.view import shell
from loftdb.view.texts.errors import error_text

log = logging.getLogger("loftdb")
_actor: ContextVar[Actor | None] = ContextVar("actor", default=None)


def frame(
    pages: Sequence[Page],
    set_up: Callable[[], Actor],
    *,
    shortcuts: int = 3,
    sections: Mapping[str, Sequence[Page]] | None = None,
) -> None:
    """Draw the frame and run the chosen page in it; ``sections`` are menus of more pages, by their names.

    ``set_up`` draws what stands above every page (banner, role switch) and returns the actor;
    the first ``shortcuts`` pages also get a row of links that phones show, one tap each.
    """
    st.set_page_config(page_icon=str(STATIC / "favicon.svg"), layout="wide", initial_sidebar_state="collapsed")
    style.show()
    named = {name: list(more) for name, more in (sections or {}).items()}
    page = st.navigation({"": list(pages), **named} if named else list(pages), position="top")
    _row_of_links(pages[:shortcuts])
    with _within(set_up()):
        _run(page)


def _run(page: Page) -> None:
    """Run the page; what it could not handle is told in a sentence and logged, never shown as a trace."""
    try:
        page.run()
    except LoftdbError as error:
        st.error(error_text(error))
    except Exception:
        log.exception("a page failed")
        st.error(shell.UNEXPECTED)


def guard() -> None:
    """Stop a page that runs outside the frame; every page calls this before anything else.

    Streamlit runs the files in ``pages/`` past the entry script until that has run once, so the first visitor
    of a fresh server can ask for a page directly: the entry script then runs in its place.
    """
    if _actor.get() is not None:
        return
    context = get_script_run_ctx()
    if context is not None and PagesManager.uses_pages_directory:
        runpy.run_path(str(context.pages_manager.main_script_path))
    else:
        st.info(shell.OUTSIDE_FRAME)
    st.stop()


def actor() -> Actor:
    """Return who this run is for; a fragment is run again without its page, so give it the actor as an argument."""
    found = _actor.get()
    if found is None:
        raise RuntimeError("there is no actor outside the frame")
    return found


@contextmanager
def _within(who: Actor) -> Iterator[None]:
    token = _actor.set(who)
    try:
        yield
    finally:
        _actor.reset(token)


def _row_of_links(pages: Sequence[Page]) -> None:
    with st.container(key="shortcuts", horizontal=True):
        for page in pages:
            st.page_link(page)
