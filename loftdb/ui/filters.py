"""The choices above a page: bound to the address, and never of anything that the visitor may not read."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.overview import default_year
from loftdb.actions.progress import Scope, agreements
from loftdb.actions.register import municipalities
from loftdb.core.model import Agreement, Municipality
from loftdb.core.periods import years
from loftdb.view import overview, promise
from loftdb.view.formats import sorting_key


def municipality(context: Context) -> Municipality | None:
    """Let the visitor choose a municipality, the first in Swedish order at first; null without any to read."""
    named = {each.name: each for each in municipalities(context)}
    names = sorted(named, key=sorting_key)
    if not names:
        return None
    chosen = _chosen(overview.MUNICIPALITY, names, "kommun")
    return named[chosen]


def agreement(context: Context, municipality: Municipality, today: date) -> Agreement:
    """Let the visitor choose among the municipality's agreements, where there are several: today's at first."""
    found = {each.title: each for each in agreements(context, Scope(municipality=str(municipality.code)))}
    titles = sorted(found, key=lambda title: (today not in found[title].period, found[title].period), reverse=False)
    return found[titles[0] if len(titles) == 1 else _chosen(overview.AGREEMENT, titles, "avtal")]


def year(agreement: Agreement, today: date) -> int:
    """Let the visitor choose a year of the agreement."""
    listed = [str(each) for each in years(agreement.period)]
    _tell_unknown(overview.YEAR, listed, "ar", str(default_year(agreement, today)))
    return int(
        st.segmented_control(
            overview.YEAR,
            listed,
            default=str(default_year(agreement, today)),
            required=True,
            key="ar",
            bind="query-params",
        )
    )


def year_or_whole(agreement: Agreement, frames: Iterable[pd.DataFrame], today: date) -> int | None:
    """Let the visitor choose one of the years that the progress rows tell of, or the whole period (null)."""
    told = sorted({int(each) for frame in frames for each in frame["year"].dropna()})
    if not told:
        return None
    options = [*map(str, told), promise.WHOLE]
    nearest = min(told, key=lambda each: abs(each - default_year(agreement, today)))
    _tell_unknown(promise.YEAR, options, "ar", str(nearest))
    chosen = st.segmented_control(
        promise.YEAR, options, default=str(nearest), required=True, key="ar", bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip
    return None if chosen == promise.WHOLE else int(chosen)


def _chosen(label: str, options: Sequence[str], parameter: str) -> str:
    _tell_unknown(label, options, parameter, options[0])
    return st.selectbox(label, options, key=parameter, bind="query-params", width=280)


def _tell_unknown(label: str, options: Sequence[str], parameter: str, shown: str) -> None:
    """Say so when the address asks for what is not among the options: the widget falls back without a word."""
    asked = st.query_params.get(parameter)
    if asked and asked not in options:
        st.warning(overview.not_here(asked, shown, label))
