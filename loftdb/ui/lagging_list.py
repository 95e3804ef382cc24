"""The parts of *Löften som släpar efter*: the first rows of each, or one of them whole, page by page."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.deviations import may_write
from loftdb.core.arrears import Lag, Lagging
from loftdb.ui.address import asked_page
from loftdb.ui.deviation_form import write_link
from loftdb.ui.duties import duty_link
from loftdb.ui.function_form import function_link
from loftdb.ui.html import draw
from loftdb.ui.links import href, promise_link
from loftdb.view import lagging as view
from loftdb.view.log_table import pager
from loftdb.view.markup import Html
from loftdb.view.texts import lagging as words

PAGE, SHOWN, PAGE_LENGTH = "slapar", 20, 50
BEHIND, SILENT, STALE, OVERDUE = "efter", "tysta", "status", "uppfoljningar"
"""What the address calls the parts."""

Item = TypeVar("Item")


def lagging_list(context: Context, found: Lagging, where: str | None) -> None:
    """Draw all parts, or the one that the address asks for; ``where``: the area that was chosen, null for all."""
    asked = st.query_params.get("visa", "")
    ways = view.Ways(
        promise_link,
        lambda lag: _deviation_link(context, lag),
        duty_link,
        lambda promise: function_link(context, promise),
    )
    nothing = f"{words.NO_BEHIND} {words.NO_BEHIND_MORE}" if found.is_judged else words.NONE_JUDGED
    about = {
        BEHIND: (words.BEHIND, "", nothing),
        SILENT: (words.SILENT, words.SILENT_NOTE, words.NO_SILENT),
        STALE: (words.STALE, words.STALE_NOTE, words.NO_STALE),
        OVERDUE: (words.OVERDUE, words.OVERDUE_NOTE, words.NO_OVERDUE),
    }
    whole = {
        BEHIND: _part(found.rows, lambda each: view.lag_item(each, ways, context.today), BEHIND, about),
        SILENT: _part(found.silent, lambda each: view.silent_item(each, ways), SILENT, about),
        STALE: _part(found.stale, lambda each: view.stale_item(each, ways), STALE, about),
        OVERDUE: _part(found.overdue, lambda each: view.duty_item(each, ways, context.today), OVERDUE, about),
    }
    whole |= {name: replace(whole[name], is_good=found.is_judged) for name in (BEHIND, SILENT)}
    back = view.way(words.FEWER, _address()) if asked in whole else None
    draw(view.head(found.rows, where, back))
    draw(view.parts([whole[asked]] if asked in whole else whole.values()))


def _part(
    items: Sequence[Item], drawn: Callable[[Item], Html], name: str, about: dict[str, tuple[str, str, str]]
) -> view.Part:
    shown, more = _shown(items, name)
    title, note, nothing = about[name]
    return view.Part(title, note, len(items), tuple(drawn(each) for each in shown), more, nothing)


def _shown(items: Sequence[Item], name: str) -> tuple[Sequence[Item], Html | None]:
    """Return the rows to show, and the way to the others."""
    if st.query_params.get("visa") != name:
        more = view.way(words.show_all(len(items)), _address(visa=name)) if len(items) > SHOWN else None
        return items[:SHOWN], more
    pages = max(-(-len(items) // PAGE_LENGTH), 1)
    page = min(asked_page(), pages)
    links = pager(page, pages, lambda number: _address(visa=name, sida=number if number > 1 else None))
    return items[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH], links or None


def _address(**changes: str | int | None) -> str:
    kept = {name: st.query_params.get(name) for name in ("lpo", "kommun")}
    return href(PAGE, **kept, **changes)


def _deviation_link(context: Context, lag: Lag) -> str | None:
    if not may_write(context, lag.promise):
        return None
    return write_link(lag.promise.id, lag.row["year"])
