"""The choices above the log, all of them in the address, so that a list can be shared and come back to."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.register import municipalities, narrowed, reference
from loftdb.actions.search import Query
from loftdb.core.model import ActivityState, Municipality
from loftdb.core.periods import Period, add_months, month, years
from loftdb.ui.links import href
from loftdb.view.formats import sorting_key
from loftdb.view.texts import activities as words
from loftdb.view.texts.labels import label

PAGE = "aktiviteter"
_STATES = {
    words.STANDING: frozenset(ActivityState) - {ActivityState.WITHDRAWN},
    **{label(state): frozenset({state}) for state in ActivityState},
    words.ALL_STATES: None,
}
_ASKED = "lofte-asked"


@dataclass(frozen=True)
class Chosen:
    """What the visitor looks for, and the page of the list (from 1)."""

    query: Query
    page: int
    narrows: bool
    """Whether anything at all is chosen."""


def log_filters(context: Context) -> Chosen:
    """Draw the choices and return what is chosen."""
    with st.container(key="log-filters", horizontal=True, vertical_alignment="bottom"):
        text = st.text_input(words.SEARCH, key="sok", bind="query-params", on_change=_to_first_page, width=225)
        municipality = _municipality(context)
        promise = _promise(context, municipality)
        days = _days(context)
        state = _choose(words.STATE, tuple(_STATES), "status", 175)
    query = Query(municipality.code if municipality else None, promise, days, text.strip() or None, _STATES[state])
    narrows = bool(municipality or promise or days or query.text or state != words.STANDING)
    return Chosen(query, _page(), narrows)


def address(**changes: str | int | None) -> str:
    """Return the list's address with everything that is chosen, and these changes (null: left out)."""
    kept = {name: st.query_params.get(name) for name in ("kommun", "lofte", "tid", "status", "sok", "sida")}
    return href(PAGE, **{**kept, **changes})


def bare_address() -> str:
    """Return the address of the whole list."""
    return href(PAGE)


def _municipality(context: Context) -> Municipality | None:
    named = {each.name: each for each in municipalities(context)}
    names = sorted(named, key=sorting_key)
    return named.get(_choose(words.MUNICIPALITY, (words.ALL_MUNICIPALITIES, *names), "kommun", 165))


def _promise(context: Context, municipality: Municipality | None) -> str | None:
    """Let the visitor choose a promise by title; the address has its id, which titles of other agreements share."""
    found = reference(context).agreements
    chosen_from = narrowed(found, municipality.code) if municipality else found
    titles = {
        promise.id: f"{promise.title} · {agreement.home.name} {agreement.period.start.year}"
        for agreement in chosen_from
        for promise in agreement.promises
        if promise.measures
    }
    asked = st.query_params.get("lofte")
    if st.session_state.get(_ASKED, "") != asked:
        st.session_state[_ASKED] = asked
        st.session_state["lofte-chosen"] = asked if asked in titles else None
        if asked and asked not in titles:
            st.warning(words.unknown(asked, words.ALL_PROMISES, words.PROMISE))
    ordered = sorted(titles, key=lambda each: sorting_key(titles[each]))
    chosen: str | None = st.selectbox(
        words.PROMISE, ordered, index=None, format_func=titles.__getitem__, key="lofte-chosen",
        placeholder=words.ALL_PROMISES, on_change=_remember_promise, width=290,
    )  # fmt: skip
    return chosen


def _remember_promise() -> None:
    chosen = st.session_state["lofte-chosen"]
    st.session_state[_ASKED] = chosen
    if chosen:
        st.query_params["lofte"] = chosen
    else:
        st.query_params.pop("lofte", None)
    _to_first_page()


def _days(context: Context) -> Period | None:
    named = {words.period_name(period): period for period in _periods(context)}
    return named.get(_choose(words.TIME, (words.ALL_TIME, *named), "tid", 160))


def _periods(context: Context) -> Sequence[Period]:
    """Return the years of the agreements through this one, each with its months, the latest first."""
    agreements = reference(context).agreements
    found: list[Period] = []
    if not agreements:
        return found
    whole = Period(min(each.period.start for each in agreements), Period.year(context.today.year).end)
    for year in reversed(years(whole)):
        first = Period.year(year).start
        found += [Period.year(year), *(month(add_months(first, number)) for number in reversed(range(12)))]
    return found


def _choose(name: str, options: Sequence[str], key: str, width: int) -> str:
    """Draw a choice whose first option is the usual one, and say so when the address asks for another than these."""
    asked = st.query_params.get(key)
    if asked and asked not in options:
        st.warning(words.unknown(asked, options[0], name))
    return st.selectbox(name, options, key=key, bind="query-params", on_change=_to_first_page, width=width)


def _page() -> int:
    asked = st.query_params.get("sida", "1")
    return max(int(asked), 1) if asked.isdecimal() and len(asked) < 7 else 1


def _to_first_page() -> None:
    st.query_params.pop("sida", None)
