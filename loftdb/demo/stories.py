"""What happened once: meetings, walks, mistakes and their corrections, and a decision to promise more."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from loftdb.core.model import (
    ActivityKind,
    ActivityState,
    Comparator,
    Entry,
    Precision,
    Reason,
    Share,
    Target,
)
from loftdb.core.periods import DAY, Interval, Period, month
from loftdb.demo.events import (
    ANYBODY_MUNICIPALITY,
    ANYBODY_POLICE,
    COORDINATOR,
    COORDINATOR_FOR_MUNICIPALITY,
    OFFICER_STROMSTAD,
    POLICE_KARLSTAD,
    POLICE_STROMSTAD,
    Corrected,
    Event,
    Logged,
    Numbers,
    Revised,
    Withdrawn,
    Writer,
    moment,
)
from loftdb.demo.roles import FORSHAGA, GRUMS, HAMMARO, STROMSTAD

_S, _G, _F, _H = "stromstad-2023-2024", "grums-2023-2025", "forshaga-2023-2025", "hammaro-2023-2025"
_HOMES = {_S: STROMSTAD, _G: GRUMS, _F: FORSHAGA, _H: HAMMARO}

_HELD = (
    (_S, "informationsmoten", COORDINATOR, "Biblioteket", "2023-03-22 2023-10-18 2024-05-15"),
    (_S, "grann-och-batsamverkan", COORDINATOR_FOR_MUNICIPALITY, "Båtklubbens lokal", "2023-04-19 2023-09-13"),
    (_S, "foraldramoten", POLICE_STROMSTAD, "Gymnasieskolan", "2023-02-08 2023-09-27 2024-02-07 2024-09-25"),
    (
        _S, "information-till-aldre", OFFICER_STROMSTAD, "Träffpunkten",
        "2023-03-15 2023-05-11 2023-10-05 2023-11-16 2024-02-22 2024-04-18 2024-06-05",
    ),
    (_S, "trygghetsvandringar-vid-skolor", OFFICER_STROMSTAD, "Högstadieskolan", "2023-05-10 2024-05-22"),
    (_S, "trygghetsvandringar-vid-skolor", OFFICER_STROMSTAD, "Mellanstadieskolan", "2023-10-04"),
    (_F, "forelasningar", ANYBODY_MUNICIPALITY, "Folkets hus", "2023-03-29 2023-11-08 2024-04-17"),
    (_F, "andt-kampanjer", ANYBODY_MUNICIPALITY, "", "2023-04-24 2024-04-22"),
    (_F, "informationskampanjer", POLICE_KARLSTAD, "", "2023-05-22 2023-11-13 2024-02-12"),
    (_H, "informationskampanjer", ANYBODY_MUNICIPALITY, "", "2023-05-15 2024-05-13"),
)  # fmt: skip
"""Occasions with a place, logged the day after."""


def stories(numbers: Numbers) -> Iterator[Event]:
    """Yield everything that happened once, in no order."""
    for agreement, slug, writer, place, days in _HELD:
        for day in map(date.fromisoformat, days.split()):
            entry = _entry(day, place, (numbers[f"{agreement}/{slug}"], 1))
            yield Logged(moment(day + DAY, 9, 20), writer, entry, _HOMES[agreement])
    yield from _booked(numbers)
    yield from _shared(numbers)
    yield from _mistakes(numbers)
    yield from _odd(numbers)
    yield from _this_week(numbers)
    yield _decision(numbers)


def _booked(numbers: Numbers) -> Iterator[Event]:
    """Yield announced occasions: held, cancelled for a reason, or still ahead."""
    conference = "samverkanskonferens"
    yield from _planned(numbers, _S, conference, COORDINATOR, "Digitalt", date(2023, 11, 22), booked=date(2023, 9, 12))
    yield Corrected(moment(date(2023, 11, 23), 8, 50), COORDINATOR, f"{_S}/{conference} 2023-11-22", _done)
    yield from _planned(
        numbers, _S, "informationsmoten", COORDINATOR, "Biblioteket", date(2024, 11, 13), booked=date(2024, 9, 24)
    )
    yield from _planned(
        numbers, _S, "information-till-aldre", OFFICER_STROMSTAD, "Träffpunkten", date(2024, 10, 24),
        booked=date(2024, 10, 1),
    )  # fmt: skip
    walk = "trygghetsvandringar-med-allmanheten"
    for day, edit in ((date(2023, 10, 11), _done), (date(2024, 4, 24), _called_off), (date(2024, 10, 23), None)):
        yield from _planned(numbers, _S, walk, OFFICER_STROMSTAD, "Strömsdalen", day, booked=day - 30 * DAY)
        if edit:
            yield Corrected(moment(day + DAY, 8, 40), OFFICER_STROMSTAD, f"{_S}/{walk} {day}", edit)
    yield from _planned(
        numbers, _F, "forelasningar", ANYBODY_MUNICIPALITY, "Folkets hus", date(2024, 11, 7), booked=date(2024, 9, 16)
    )
    for day in (date(2024, 10, 17), date(2024, 10, 24), date(2024, 10, 31)):
        yield from _planned(
            numbers, _H, "lokalt-poliskontor", POLICE_KARLSTAD, "Biblioteket", day, booked=date(2024, 9, 30)
        )


def _shared(numbers: Numbers) -> Iterator[Event]:
    """Yield activities that count toward two promises: a patrol that visited two schools, walks with the rescue."""
    shares = (numbers[f"{_S}/fot-och-cykelpatruller"], 1), (numbers[f"{_S}/skol-och-fritidsgardsbesok"], 2)
    entry = replace(_entry(date(2024, 4, 10), "Skolvägen", *shares), note="Patrull till fots som besökte två skolor.")
    yield Logged(moment(date(2024, 4, 10), 15, 35), POLICE_STROMSTAD, entry, STROMSTAD)
    walks = "trygghetsvandringar-polis-och-kommun", "trygghetsvandringar-med-raddningstjansten"
    for day, place in ((date(2023, 10, 25), "Båthamnen"), (date(2024, 5, 29), "Centrum")):
        entry = _entry(day, place, *((numbers[f"{_H}/{slug}"], 1) for slug in walks))
        yield Logged(moment(day + DAY, 10, 5), ANYBODY_MUNICIPALITY, entry, HAMMARO)


def _mistakes(numbers: Numbers) -> Iterator[Event]:
    """Yield what was logged wrong and mended: a number, a place, a control logged twice."""
    controls = numbers[f"{_S}/trafikkontroller"]
    yield Corrected(moment(date(2023, 12, 19), 13, 10), POLICE_STROMSTAD, f"{_S}/trafikkontroller 2023-11", _two_more)
    entry = _entry(date(2024, 6, 12), "Färjelaget", (controls, 1))
    yield Logged(moment(date(2024, 6, 12), 16, 2), POLICE_STROMSTAD, entry, STROMSTAD, "ferry")
    yield Corrected(moment(date(2024, 6, 12), 16, 9), POLICE_STROMSTAD, "ferry", _at_the_ferry)
    yield Logged(moment(date(2024, 6, 13), 8, 15), COORDINATOR, _at_the_ferry(entry), STROMSTAD, "again")
    yield Withdrawn(moment(date(2024, 6, 13), 8, 31), COORDINATOR, "again")


def _odd(numbers: Numbers) -> Iterator[Event]:
    """Yield an occasion before the agreement began, and a number that is only known roughly."""
    entry = _entry(date(2022, 12, 29), "Torget, mobilt kontor", (numbers[f"{_G}/lokalt-poliskontor"], 1))
    yield Logged(moment(date(2023, 1, 12), 9, 45), POLICE_KARLSTAD, entry, GRUMS)
    july = month(date(2023, 7, 1))
    entry = Entry(
        ActivityKind.BATCH, ActivityState.DONE, july, (Share(numbers[f"{_H}/vaktarinsatser"], 15),),
        precision=Precision.ESTIMATED, note="Sammanställt i efterhand ur bolagets månadsrapport.",
    )  # fmt: skip
    yield Logged(moment(date(2023, 10, 2), 11, 25), ANYBODY_MUNICIPALITY, entry, HAMMARO)


def _this_week(numbers: Numbers) -> Iterator[Event]:
    """Yield the latest entries of the user who may do everything, so that Registrera has something to offer."""
    for hour, promise, place, home in (
        (15, f"{_F}/lokalt-poliskontor", "Torget, mobilt kontor", FORSHAGA),
        (16, f"{_H}/fotpatrullering", "Centrum", HAMMARO),
        (17, f"{_S}/trafikkontroller", "Hamngatan", STROMSTAD),
    ):
        entry = _entry(date(2024, 10, 14), place, (numbers[promise], 1))
        yield Logged(moment(date(2024, 10, 14), hour, 12), ANYBODY_POLICE, entry, home)


def _decision(numbers: Numbers) -> Revised:
    target = Target(
        date(2024, 7, 1), 50, Interval.YEAR, Comparator.AT_LEAST,
        decision="BRÅ 2024-06-12, § 4",
        reason="Fler passerar hamnarna än när löftet gavs, och patrullerna har varit uppskattade.",
    )  # fmt: skip
    return Revised(moment(date(2024, 6, 18), 13, 0), COORDINATOR, numbers[f"{_S}/fot-och-cykelpatruller"], target)


def _planned(  # noqa: PLR0913, PLR0917 - what, who, where and when
    numbers: Numbers, agreement: str, slug: str, writer: Writer, place: str, day: date, booked: date
) -> Iterator[Event]:
    entry = replace(_entry(day, place, (numbers[f"{agreement}/{slug}"], 1)), state=ActivityState.PLANNED)
    yield Logged(moment(booked, 10, 40), writer, entry, _HOMES[agreement], f"{agreement}/{slug} {day}")


def _entry(day: date, place: str, *shares: tuple[int, int]) -> Entry:
    counted = tuple(Share(number, count) for number, count in shares)
    return Entry(ActivityKind.SINGLE, ActivityState.DONE, Period.through(day, day), counted, place=place)


def _done(entry: Entry) -> Entry:
    return replace(entry, state=ActivityState.DONE)


def _called_off(entry: Entry) -> Entry:
    return replace(entry, state=ActivityState.CANCELLED, reason=Reason.WEATHER)


def _two_more(entry: Entry) -> Entry:
    return replace(entry, shares=tuple(replace(share, count=share.count + 2) for share in entry.shares))


def _at_the_ferry(entry: Entry) -> Entry:
    return replace(entry, place="Färjeläget")
