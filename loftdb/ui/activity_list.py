"""The log as a list, fifty at a time, and one activity of it."""

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.export import activities_csv
from loftdb.actions.logging import history
from loftdb.actions.register import measures
from loftdb.actions.search import Found, search
from loftdb.core.entries import is_late
from loftdb.core.errors import NotFound
from loftdb.core.moments import local_day
from loftdb.ui.correction import correction, is_correcting
from loftdb.ui.html import draw
from loftdb.ui.links import href, promise_link
from loftdb.ui.log_filters import Chosen, choose_everything, list_address
from loftdb.view import activity as one
from loftdb.view import log_table
from loftdb.view.markup import literal
from loftdb.view.texts import activities as words

PAGE_LENGTH = 50


def activity_list(context: Context, chosen: Chosen) -> None:
    """Draw what matches."""
    found = search(context, chosen.query, PAGE_LENGTH, (chosen.page - 1) * PAGE_LENGTH)
    if not found.total:
        _nothing(chosen)
        return
    pages = -(-found.total // PAGE_LENGTH)
    page = min(chosen.page, pages)
    if page < chosen.page:
        found = search(context, chosen.query, PAGE_LENGTH, (page - 1) * PAGE_LENGTH)
    _head(context, chosen, found, page)
    days = {number: local_day(moment) for number, moment in found.registered.items()}
    late = frozenset(each.id for each in found.activities if is_late(each.entry, days[each.id]))
    known = measures(context)
    draw(log_table.log_table(found.activities, late, known, lambda number: list_address(aktivitet=number)))
    draw(log_table.pager(page, pages, lambda number: list_address(sida=number if number > 1 else None)))


def one_activity(context: Context, asked: str) -> bool:
    """Draw the activity that the address asks for; false where there is none, which is said."""
    try:
        versions = history(context, int(asked) if asked.isdecimal() and len(asked) < 10 else 0)
    except NotFound:
        st.warning(words.not_found(literal(asked)))
        return False
    known, now = measures(context), versions[-1]
    late = is_late(now.entry, local_day(versions[0].registered_at))
    draw(one.heading(now, late, known, list_address()))
    if not is_correcting(now):
        draw(one.facts(now, known, promise_link))
    correction(context, now)
    st.header(words.HISTORY, anchor=False)
    draw(one.history(versions, known))
    return True


def _head(context: Context, chosen: Chosen, found: Found, page: int) -> None:
    first = (page - 1) * PAGE_LENGTH + 1
    with st.container(key="log-head", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(words.total(found.total, first, first + len(found.activities) - 1))
        st.download_button(
            words.DOWNLOAD,
            lambda: activities_csv(context, chosen.query),
            words.FILE_NAME if context.database.clock is None else words.DEMO_FILE_NAME,
            "text/csv",
            on_click="ignore",
        )


def _nothing(chosen: Chosen) -> None:
    if chosen.narrows:
        draw(log_table.nothing(words.NO_MATCH))
        st.button(words.NO_MATCH_LINK, on_click=choose_everything)
    else:
        draw(log_table.nothing(words.EMPTY, words.EMPTY_LINK, href("registrera")))
