"""Agreements and promises as the actor may read them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from loftdb.actions.cache import cached
from loftdb.actions.context import Context
from loftdb.core.access import Action
from loftdb.core.errors import Issue, NotFound, Refused
from loftdb.core.model import Agreement, Measure, Municipality, Promise, Reference
from loftdb.store import agreements as stored


def reference(context: Context, known_on: datetime | None = None) -> Reference:
    """Return all agreements with only the promises that the actor may read, and the settings; empty ones left out."""
    whole = stored.load(context.database, known_on)
    question = ("register", known_on, context.actor)
    return cached(
        question, whole.version, lambda: replace(whole, agreements=tuple(_readable(context, whole.agreements)))
    )


def _readable(context: Context, agreements: tuple[Agreement, ...]) -> Iterator[Agreement]:
    for agreement in agreements:
        promises = tuple(promise for promise in agreement.promises if context.may(Action.READ, promise))
        if promises:
            yield replace(agreement, promises=promises)


def narrowed(agreements: tuple[Agreement, ...], municipality: int) -> tuple[Agreement, ...]:
    """Return the agreements with only the promises made in the municipality, joint ones included."""
    found = (
        replace(agreement, promises=tuple(each for each in agreement.promises if municipality in each.municipalities))
        for agreement in agreements
    )
    return tuple(agreement for agreement in found if agreement.promises)


def municipalities(context: Context) -> tuple[Municipality, ...]:
    """Return every municipality with a promise that the actor may read, by code."""
    whole = reference(context)
    return cached(("municipalities", context.actor), whole.version, lambda: _municipalities(whole))


def _municipalities(whole: Reference) -> tuple[Municipality, ...]:
    homes = {code for _, promise in whole.promises() for code in promise.municipalities}
    named = {each.code: each for agreement in whole.agreements for each in agreement.municipalities}
    return tuple(named[code] for code in sorted(homes & named.keys()))


def find_municipality(context: Context, name: str) -> Municipality:
    """Return the municipality by its name, in any case, or its code. NotFound."""
    for municipality in municipalities(context):
        if name.strip().casefold() in (municipality.name.casefold(), str(municipality.code)):
            return municipality
    raise NotFound("municipality", name)


def districts(context: Context) -> tuple[str, ...]:
    """Return every local police district with an agreement that the actor may read."""
    return tuple(sorted({agreement.district for agreement in reference(context).agreements}))


def find_district(context: Context, name: str) -> str:
    """Return the district by its name, in any case and with or without LPO. NotFound."""
    for district in districts(context):
        if _plain(name) == _plain(district):
            return district
    raise NotFound("district", name)


def _plain(district: str) -> str:
    return district.strip().casefold().removeprefix("lpo ").strip()


def find_agreement(context: Context, agreement_id: str) -> Agreement:
    """Return the agreement by its id. NotFound, also where the actor may not read it."""
    for agreement in reference(context).agreements:
        if agreement.id == agreement_id:
            return agreement
    raise NotFound("agreement", agreement_id)


def find_promise(context: Context, promise_id: str) -> tuple[Agreement, Promise]:
    """Return the promise by its id, with its agreement. NotFound, also where the actor may not read it."""
    for agreement, promise in reference(context).promises():
        if promise.id == promise_id:
            return agreement, promise
    raise NotFound("promise", promise_id)


def find_measure(context: Context, measure_id: str) -> tuple[Promise, Measure]:
    """Return the measure by its id, or the one measure of the promise by the promise's.

    NotFound; Refused (``promise_not_counted``, ``several_measures``) for a promise that has not exactly one.
    """
    for _, promise in reference(context).promises():
        for measure in promise.measures:
            if measure.id == measure_id or (promise.id == measure_id and len(promise.measures) == 1):
                return promise, measure
    _, promise = find_promise(context, measure_id)
    facts = {"title": promise.title, "measures": tuple(measure.id for measure in promise.measures)}
    raise Refused(Issue("several_measures" if promise.measures else "promise_not_counted", "promise", facts))


def measures(context: Context) -> dict[int, tuple[Agreement, Promise, Measure]]:
    """Return every readable measure by its number, with its promise and agreement."""
    whole = reference(context)
    return cached(
        ("measures", context.actor),
        whole.version,
        lambda: {
            measure.number: (agreement, promise, measure)
            for agreement, promise in whole.promises()
            for measure in promise.measures
        },
    )
