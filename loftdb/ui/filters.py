"""The choices above a page: they stand in the address, and never offer what the visitor may not read."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.overview import default_year
from loftdb.actions.progress import Scope, agreements
from loftdb.actions.register import municipalities
from loftdb.core.model import Agreement, Municipality
from loftdb.core.periods import months_ended, years
from loftdb.ui.address import Address
from loftdb.view import overview, promise
from loftdb.view.formats import prose_date, sorting_key

DAY = "till"
"""The address parameter of the day to judge through."""


def municipality(context: Context, address: Address) -> Municipality | None:
    """Let the visitor choose a municipality, the first in Swedish order at first; null without any to read."""
    named = {each.name: each for each in municipalities(context)}
    names = sorted(named, key=sorting_key)
    if not names:
        return None

    def draw(key: str, first: str) -> str:
        return st.selectbox(overview.MUNICIPALITY, names, names.index(first), key=key, width=280)

    return named[address.choose("kommun", names, names[0], draw, overview.MUNICIPALITY)]


def agreement(context: Context, address: Address, municipality: Municipality, today: date) -> Agreement:
    """Let the visitor choose among the municipality's agreements, where there are several: today's, or the latest."""
    found = {each.id: each for each in agreements(context, Scope(municipality=str(municipality.code)))}
    ids = sorted(found, key=lambda each: (today in found[each].period, found[each].period), reverse=True)
    if len(ids) == 1:
        return found[ids[0]]

    def draw(key: str, first: str) -> str:
        titles = {each: found[each].title for each in ids}
        return st.selectbox(overview.AGREEMENT, ids, ids.index(first), titles.__getitem__, key=key, width=280)

    return found[address.choose("avtal", ids, ids[0], draw, overview.AGREEMENT)]


def year(address: Address, agreement: Agreement, today: date) -> int:
    """Let the visitor choose a year of the agreement."""
    listed = [str(each) for each in years(agreement.period)]
    return int(_year(address, listed, default_year(agreement, today)))


def year_or_whole(address: Address, agreement: Agreement, frames: Iterable[pd.DataFrame], today: date) -> int | None:
    """Let the visitor choose one of the years that the progress rows tell of, or the whole period (null)."""
    told = sorted({int(each) for frame in frames for each in frame["year"].dropna()})
    if not told:
        return None
    nearest = min(told, key=lambda each: abs(each - default_year(agreement, today)))
    chosen = _year(address, [*map(str, told), promise.WHOLE], nearest)
    return None if chosen == promise.WHOLE else int(chosen)


def judged_day(address: Address, agreement: Agreement, today: date) -> date | None:
    """Let the visitor pick the day to judge through; null: what is signed off, else today (5.7).

    Today and the ends of the agreement's months are offered; the address may ask for any other.
    """
    ends = months_ended(agreement.period, today)
    offered = {"": overview.AS_KNOWN, **{each.isoformat(): prose_date(each) for each in ends}}
    if asked := asked_day(today):
        offered.setdefault(asked.isoformat(), prose_date(asked))

    def draw(key: str, first: str) -> str:
        days = list(offered)
        return st.selectbox(overview.JUDGED_THROUGH, days, days.index(first), offered.__getitem__, key=key, width=280)

    chosen = address.choose(DAY, list(offered), "", draw, overview.JUDGED_THROUGH)
    return date.fromisoformat(chosen) if chosen else None


def asked_day(today: date) -> date | None:
    """Return the day that the address asks to judge through, null if it asks for none that has been."""
    try:
        asked = date.fromisoformat(st.query_params.get(DAY, ""))
    except ValueError:
        return None
    return min(asked, today)


def _year(address: Address, options: Sequence[str], default: int) -> str:
    def draw(key: str, first: str) -> str | None:
        return st.segmented_control(overview.YEAR, options, default=first, required=True, key=key)

    return address.choose("ar", options, str(default), draw, overview.YEAR)
