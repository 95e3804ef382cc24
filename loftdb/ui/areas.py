"""Where a manager looks: a local police district, a municipality of it, or all; both stand in the address."""

from dataclasses import dataclass

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.progress import Scope
from loftdb.actions.register import districts, municipalities, reference
from loftdb.core.model import Municipality
from loftdb.ui.address import Address
from loftdb.view.formats import sorting_key
from loftdb.view.texts import lagging as words


@dataclass(frozen=True)
class Area:
    """What is chosen; null: all that the actor may read."""

    district: str | None
    municipality: Municipality | None

    @property
    def scope(self) -> Scope:
        return Scope(municipality=str(self.municipality.code) if self.municipality else None)

    @property
    def name(self) -> str:
        """What is chosen, as one line."""
        chosen = (self.district, self.municipality.name if self.municipality else None)
        return " · ".join(filter(None, chosen)) or words.EVERY_DISTRICT


def area(context: Context, address: Address, everywhere: str | None = words.EVERY_DISTRICT) -> Area:
    """Let the visitor choose where there is a choice; ``everywhere`` null: always one district."""
    chosen = district(context, address, everywhere)
    named = {each.name: each for each in _municipalities(context, chosen)}
    options = [words.EVERY_MUNICIPALITY, *sorted(named, key=sorting_key)]
    if len(named) < 2:
        return Area(chosen, None)

    def draw(key: str, first: str) -> str:
        return st.selectbox(words.MUNICIPALITY, options, options.index(first), key=key, width=280)

    return Area(chosen, named.get(address.choose("kommun", options, options[0], draw, words.MUNICIPALITY)))


def district(context: Context, address: Address, everywhere: str | None = None) -> str | None:
    """Let the visitor choose a district, or ``everywhere`` (null); the first where that is not offered."""
    found = sorted(districts(context), key=sorting_key)
    options = [*([everywhere] if everywhere else []), *found]
    if len(found) < 2:
        return next(iter(found), None) if everywhere is None else None

    def draw(key: str, first: str) -> str:
        return st.selectbox(words.DISTRICT, options, options.index(first), key=key, width=280)

    default = (_district_of(context, st.query_params.get("kommun")) if everywhere is None else None) or options[0]
    chosen = address.choose("lpo", options, default, draw, words.DISTRICT)
    return None if chosen == everywhere else chosen


def _district_of(context: Context, municipality: str | None) -> str | None:
    """Return the district of the first agreement of the municipality that the address asks for."""
    for agreement in reference(context).agreements:
        if municipality in [each.name for each in agreement.municipalities]:
            return agreement.district
    return None


def _municipalities(context: Context, district: str | None) -> list[Municipality]:
    if district is None:
        return list(municipalities(context))
    own = {
        code
        for agreement in reference(context).agreements
        if agreement.district == district
        for promise in agreement.promises
        for code in promise.municipalities
    }
    return [each for each in municipalities(context) if each.code in own]
