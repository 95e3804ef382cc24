"""Which sheet: party, municipalities and month, with the one to report next at first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.reporting import month_to_report, months
from loftdb.actions.sheet import Sheet
from loftdb.core.model import Municipality, Party
from loftdb.ui.address import Address
from loftdb.view.formats import month_name, sorting_key
from loftdb.view.texts import sheet_form as words
from loftdb.view.texts.labels import label


@dataclass(frozen=True)
class Choice:
    """What the person wants to fill in; no codes: nothing chosen."""

    party: Party
    codes: frozenset[int]
    month: date


def choose(context: Context, places: Mapping[Party, tuple[Municipality, ...]]) -> Choice:
    """Let the person choose; ``kommun`` and ``manad`` (YYYY-MM) of the address come first."""
    with st.container(key="manadsblad_choices", horizontal=True, vertical_alignment="bottom"):
        party = _party(context, list(places))
        codes = _codes(context, places[party], party)
        first = _month(context, codes or _all(places[party]), party)
    idle = [
        each.name for each in places[party] if each.code in codes and first not in months(context, [each.code], party)
    ]
    if 0 < len(idle) < len(codes):
        st.caption(words.nothing_in(sorted(idle, key=sorting_key), month_name(first)))
    return Choice(party, codes, first)


def by_name(sheets: Iterable[Sheet]) -> list[Sheet]:
    """Return the sheets by municipality in Swedish order."""
    return sorted(sheets, key=lambda each: sorting_key(each.municipality.name))


def _party(context: Context, parties: list[Party]) -> Party:
    if len(parties) == 1:
        return parties[0]
    key = f"blad-party-{context.actor.name}"
    return st.segmented_control(words.PARTY, parties, default=parties[0], required=True, format_func=label, key=key)


def _codes(context: Context, places: tuple[Municipality, ...], party: Party) -> frozenset[int]:
    named = {each.code: each.name for each in sorted(places, key=lambda each: sorting_key(each.name))}
    if len(named) == 1:
        return frozenset(named)
    asked = [code for code, name in named.items() if name == st.query_params.get("kommun")]
    key = f"blad-codes-{context.actor.name}-{party}"
    chosen = st.pills(
        words.MUNICIPALITIES,
        list(named),
        selection_mode="multi",
        default=asked or list(named),
        format_func=lambda code: named[code],
        key=key,
    )
    return frozenset(chosen)


def _month(context: Context, codes: frozenset[int], party: Party) -> date:
    """Let the person choose a month, which stands in the address as ``2024-03``."""
    due = months(context, codes, party)
    named = {f"{each:%Y-%m}": each for each in due}

    def words_of(name: str) -> str:
        return words.month_choice(month_name(named[name]), due[named[name]])

    def draw(key: str, first: str) -> str | None:
        return st.selectbox(words.MONTH, list(named), list(named).index(first), words_of, key=key, width=280)

    address, first = Address("manadsblad"), month_to_report(due, context.today)
    chosen = address.choose("manad", list(named), f"{first:%Y-%m}", draw, words.MONTH)
    address.write()
    return named[chosen]


def _all(places: tuple[Municipality, ...]) -> frozenset[int]:
    return frozenset(each.code for each in places)
