"""What each party of each municipality reports month by month: made up, but such as it could be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from loftdb.core.model import Reason
from loftdb.demo.events import (
    ANYBODY_MUNICIPALITY,
    OFFICER_STROMSTAD,
    POLICE_KARLSTAD,
    POLICE_STROMSTAD,
    Writer,
)
from loftdb.demo.roles import FORSHAGA, GRUMS, HAMMARO, STROMSTAD

FIRST_MONTH = date(2023, 1, 1)


@dataclass(frozen=True)
class Weeks:
    """When a weekly promise was not held: ISO weeks by year, some with the reason why they were cancelled."""

    weekday: int
    """From 0, a Monday."""
    by_sheet: bool
    """Whether the month sheet's boxes are used, rather than one entry for each occasion."""
    missed: Mapping[int, tuple[int, ...]]
    cancelled: Mapping[tuple[int, int], Reason]


@dataclass(frozen=True)
class Book:
    """Counts for each month from January 2023, by promise; the last months, unsigned, are known in part."""

    agreement: str
    municipality: int
    writer: Writer
    signed_through: date | None
    """The first of the last signed month; null: nothing is signed."""
    counts: Mapping[str, str]
    sensitive: frozenset[str] = frozenset()
    """Promises counted by the month alone."""
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weekly: Mapping[str, Weeks] = field(default_factory=dict)


_R, _I, _W = Reason.REDEPLOYED, Reason.ILLNESS, Reason.WEATHER

BOOKS = (
    Book(
        "stromstad-2023-2024",
        STROMSTAD,
        POLICE_STROMSTAD,
        date(2024, 8, 1),
        {
            "trafikkontroller": "6 7 8 8 9 9 8 9 9 8 6 6  4 5 6 5 6 5 4 6 5 3",
            "fot-och-cykelpatruller": "2 2 3 3 4 4 5 4 3 3 2 2  2 3 3 3 4 4 6 4 3 1",
            "skol-och-fritidsgardsbesok": "1 1 2 1 2 0 0 1 2 1 1 1  2 2 2 1 2 0 0 1 2 1",
            "hundsok-i-skolor": "0 0 1 0 0 0 0 0 0 2 0 0  0 0 1 0 0 0 0 0 0 0",
        },
        frozenset({"hundsok-i-skolor"}),
        {
            "trafikkontroller": ("Väg 176 vid badplatsen", "Infarten från E6", "Skolvägen", "Hamngatan", "Färjeläget"),
            "fot-och-cykelpatruller": ("Norra hamnen", "Södra hamnen", "Torget", "Strömsdalen", "Stationen"),
            "skol-och-fritidsgardsbesok": ("Högstadieskolan", "Gymnasieskolan", "Fritidsgården", "Mellanstadieskolan"),
        },
    ),
    Book("stromstad-2023-2024", STROMSTAD, OFFICER_STROMSTAD, date(2024, 8, 1), {}),
    Book(
        "grums-2023-2025",
        GRUMS,
        POLICE_KARLSTAD,
        date(2024, 2, 1),
        {
            "trafikkontroller": "4 3 5 4 6 5 3 4 5 4 4 3  3 4 1 3 4 2 1 3 2 1",
            "fotpatrullering": "2 2 3 3 4 5 5 4 3 2 2 3  2 2 1 2 3 3 2 1 2 0",
            "skol-och-fritidsgardsbesok": "1 2 1 2 1 0 0 2 1 2 1 1  1 1 0 1 2 0 0 1 1 1",
            "narkotikainsatser": "1 0 1 1 0 1 0 1 1 0 1 0  1 0 0 0 0 0 0 0 0 0",
            "forebyggande-samtal": "2 1 2 3 1 1 0 1 2 2 1 1  2 1 0 0 0 0 0 0 0 0",
        },
        frozenset({"narkotikainsatser", "forebyggande-samtal"}),
        {
            "trafikkontroller": ("Infarten från E18", "Sveagatan", "Skolvägen", "Industriområdet"),
            "fotpatrullering": ("Resecentrum", "Centrum", "Torget och parken"),
            "skol-och-fritidsgardsbesok": ("Högstadieskolan", "Fritidsgården", "Mellanstadieskolan"),
            "lokalt-poliskontor": ("Torget, mobilt kontor", "Biblioteket"),
        },
        {
            "lokalt-poliskontor": Weeks(
                1,
                by_sheet=True,
                missed={2023: (7, 8, 28, 29, 52), 2024: (17, 20, 21, 24, 26, 27, 28, 29, 30, 31, 32, 34, 38, 41)},
                cancelled={(2023, 41): _I, (2024, 2): _W},
            )
        },
    ),
    Book(
        "grums-2023-2025",
        GRUMS,
        ANYBODY_MUNICIPALITY,
        date(2024, 5, 1),
        {
            "alkohol-och-tobakstillsyn": "0 2 3 0 4 0 0 0 3 2 2 0  0 3 2 0 3 2 0 0 0 0",
            "informationskampanjer": "0 0 1 0 0 0 0 0 1 0 0 0  0 0 1 0 0 0 0 0 0 0",
        },
    ),
    Book(
        "forshaga-2023-2025",
        FORSHAGA,
        POLICE_KARLSTAD,
        date(2024, 2, 1),
        {
            "trafikkontroller": "3 4 4 5 6 4 2 5 4 3 3 2  2 3 2 2 3 3 1 2 3 1",
            "fotpatrullering": "1 2 2 2 3 4 3 3 2 2 1 2  1 2 0 1 2 2 1 2 1 0",
            "skolbesok": "1 1 2 1 1 0 0 2 1 1 1 1  1 2 1 1 1 0 0 1 1 0",
            "narkotikainsatser": "0 1 1 0 2 0 0 1 1 1 0 1  0 1 0 0 0 0 0 0 0 0",
            "alkoholtillsyn": "0 0 4 0 0 5 0 0 0 4 0 3  0 4 0 0 0 0 0 0 0 0",
            "forebyggande-samtal": "1 2 1 1 2 0 0 1 1 2 2 1  1 1 0 0 0 0 0 0 0 0",
        },
        frozenset({"narkotikainsatser", "forebyggande-samtal"}),
        {
            "trafikkontroller": ("Genomfartsvägen", "Skolvägen", "Bruksvägen", "Väg 62 vid infarten"),
            "fotpatrullering": ("Torget", "Stationsparken", "Badplatsen"),
            "skolbesok": ("Forshagaakademien", "Högstadieskolan", "Mellanstadieskolan"),
            "alkoholtillsyn": ("Centrum",),
            "lokalt-poliskontor": ("Torget, mobilt kontor", "Kommunhusets entré"),
        },
        {
            "lokalt-poliskontor": Weeks(
                2,
                by_sheet=True,
                missed={
                    2023: (2, 4, 13, 17, 26, 27, 28, 29, 30, 31, 32, 37),
                    2024: (3, 14, 15, 17, 18, 19, 21, 22, 23, 25, 26, 27, 28, 29, 30, 31, 32, 33, 35, 36, 37, 39, 41),
                },
                cancelled={
                    (2023, 9): _I,
                    (2023, 21): _R,
                    (2023, 44): _R,
                    (2023, 51): _W,
                    (2024, 1): _R,
                    (2024, 6): _I,
                },
            )
        },
    ),
    Book(
        "forshaga-2023-2025",
        FORSHAGA,
        ANYBODY_MUNICIPALITY,
        None,
        {
            "samverkansmoten": "1 0 1 0 1 0 0 1 0 1 0 1  1 0 1 0 1 0 0 1 0 0",
            "kompetensutveckling": "0 0 1 0 0 0 0 0 0 1 0 0  0 0 0 1 0 0 0 0 1 0",
        },
    ),
    Book(
        "hammaro-2023-2025",
        HAMMARO,
        POLICE_KARLSTAD,
        date(2024, 2, 1),
        {
            "trafikkontroller": "5 4 5 6 7 6 4 5 6 5 4 4  5 5 2 4 5 4 2 4 4 2",
            "fotpatrullering": "3 2 3 4 5 5 6 5 4 3 3 3  3 3 1 3 4 4 3 3 2 1",
            "narkotikainsatser": "0 1 0 1 1 0 0 1 0 1 1 0  1 0 0 0 0 0 0 0 0 0",
            "forebyggande-samtal": "1 1 2 1 2 1 0 1 1 1 2 1  1 2 0 0 0 0 0 0 0 0",
        },
        frozenset({"narkotikainsatser", "forebyggande-samtal"}),
        {
            "trafikkontroller": ("Bruksgatan", "Skolvägen", "Infarten vid bron", "Hamnvägen"),
            "fotpatrullering": ("Centrum", "Båthamnen", "Badplatsen"),
            "lokalt-poliskontor": ("Biblioteket", "Centrum, mobilt kontor"),
        },
        {
            "lokalt-poliskontor": Weeks(
                3,
                by_sheet=False,
                missed={2024: (28, 29, 30)},
                cancelled={(2024, 20): _I},
            )
        },
    ),
    Book(
        "hammaro-2023-2025",
        HAMMARO,
        ANYBODY_MUNICIPALITY,
        date(2024, 8, 1),
        {"vaktarinsatser": "1 0 0 2 3 5 0 6 3 2 1 1  0 1 1 2 3 4 6 5 2 1"},
        places={"vaktarinsatser": ("Båthamnen", "Skolområdet", "Badplatsen")},
    ),
)
