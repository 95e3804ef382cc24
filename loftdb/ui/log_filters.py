"""The choices above the log, all of them in the address, so that a list can be shared and come back to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.register import municipalities, narrowed, reference
from loftdb.actions.search import Query
from loftdb.core.model import ActivityState, Municipality
from loftdb.core.periods import Period, add_months, month, years
from loftdb.ui.address import Address, asked_page
from loftdb.ui.links import href
from loftdb.view.formats import sorting_key
from loftdb.view.texts import activities as words
from loftdb.view.texts.labels import label

PAGE = "aktiviteter"
_USUAL = {
    "sok": "",
    "kommun": words.ALL_MUNICIPALITIES,
    "lofte": words.ALL_PROMISES,
    "tid": words.ALL_TIME,
    "status": words.STANDING,
}
_STATES = {
    words.STANDING: frozenset(ActivityState) - {ActivityState.WITHDRAWN},
    **{label(state): frozenset({state}) for state in ActivityState},
    words.ALL_STATES: None,
}


@dataclass(frozen=True)
class Chosen:
    """What the visitor looks for, and the page of the list (from 1)."""

    query: Query
    page: int
    narrows: bool
    """Whether anything at all is chosen."""


def log_filters(context: Context) -> Chosen:
    """Draw the choices and return what is chosen."""
    address = Address(PAGE)
    with st.container(key="log-filters", horizontal=True, vertical_alignment="bottom"):
        text = _text(address)
        municipality = _municipality(context, address)
        promise = _promise(context, address, municipality)
        days = _days(context, address)
        state = _one_of(address, words.STATE, _same(*_STATES), "status", 175)
    page = 1 if address.is_changed else asked_page()
    address.write(sida="1")
    query = Query(municipality.code if municipality else None, promise, days, text or None, _STATES[state])
    narrows = bool(municipality or promise or days or text or state != words.STANDING)
    return Chosen(query, page, narrows)


def list_address(**changes: str | int | None) -> str:
    """Return the list's address with everything that is chosen, and these changes (null: left out)."""
    kept = {name: st.query_params.get(name) for name in (*_USUAL, "sida")}
    return href(PAGE, **{**kept, **changes})


def choose_everything() -> None:
    """Take back every choice, as if by hand."""
    for parameter, usual in _USUAL.items():
        if (key := f"{PAGE}-{parameter}") in st.session_state:
            st.session_state[key] = usual


def _text(address: Address) -> str:
    def draw(key: str, first: str) -> str | None:
        return st.text_input(words.SEARCH, first, key=key, width=225)

    return address.choose("sok", None, "", draw, words.SEARCH).strip()


def _municipality(context: Context, address: Address) -> Municipality | None:
    named = {each.name: each for each in municipalities(context)}
    names = sorted(named, key=sorting_key)
    return named.get(_one_of(address, words.MUNICIPALITY, _same(words.ALL_MUNICIPALITIES, *names), "kommun", 165))


def _promise(context: Context, address: Address, municipality: Municipality | None) -> str | None:
    found = reference(context).agreements
    titles = {
        promise.id: words.promise_choice(agreement, promise)
        for agreement in (narrowed(found, municipality.code) if municipality else found)
        for promise in agreement.promises
        if promise.measures
    }
    ordered = sorted(titles.items(), key=lambda each: sorting_key(each[1]))
    chosen = _one_of(address, words.PROMISE, {**_same(words.ALL_PROMISES), **dict(ordered)}, "lofte", 290)
    return None if chosen == words.ALL_PROMISES else chosen


def _days(context: Context, address: Address) -> Period | None:
    named = {words.period_name(period): period for period in _periods(context)}
    return named.get(_one_of(address, words.TIME, _same(words.ALL_TIME, *named), "tid", 160))


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


def _one_of(address: Address, name: str, options: Mapping[str, str], parameter: str, width: int) -> str:
    """Draw a choice among options by id, each with its title; the usual one is what taking back every choice gives."""

    def draw(key: str, first: str) -> str | None:
        place = list(options).index(first)
        return st.selectbox(name, options, place, options.__getitem__, key=key, width=width)

    return address.choose(parameter, tuple(options), _USUAL[parameter], draw, name)


def _same(*titles: str) -> dict[str, str]:
    """Return options whose titles are their own ids."""
    return dict(zip(titles, titles, strict=True))
