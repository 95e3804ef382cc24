"""A small agreement and plain entries, for the store's tests."""

from datetime import date, datetime, timedelta

from loftdb.core.model import (
    ActivityKind,
    ActivityState,
    Agreement,
    Duty,
    DutyRecurrence,
    Entry,
    Interpretation,
    ListItem,
    Measure,
    Municipality,
    Party,
    Promise,
    PromiseKind,
    Season,
    SeasonKind,
    Share,
    Target,
)
from loftdb.core.periods import Interval, Period

NOW = datetime.fromisoformat("2024-10-15 12:00")
STROMSTAD = 1486
PERIOD = Period(date(2023, 1, 1), date(2025, 1, 1))

CONTROLS = Promise(
    id="stromstad-2023-2024/trafikkontroller",
    position=1,
    heading="Trafik",
    title="Trafikkontroller",
    summary="Polisen gör minst 80 trafikkontroller per år.",
    parties=(Party.POLICE,),
    third_parties=(),
    kind=PromiseKind.COUNT,
    municipalities=(STROMSTAD, 1435),
    measures=(
        Measure(
            number=99,
            id="stromstad-2023-2024/trafikkontroller",
            singular="trafikkontroll",
            plural="trafikkontroller",
            targets=(
                Target(
                    date(2023, 1, 1),
                    80,
                    Interval.YEAR,
                    interpretation=Interpretation("Per år", "BRÅ", date(2023, 2, 1), None, Interval.TERM),
                    decision="§ 4",
                ),
            ),
            season=Season(SeasonKind.MONTHS, (1,) * 12),
        ),
        Measure(number=99, id="stromstad-2023-2024/trafikkontroller:buss", singular="buss", plural="bussar"),
    ),
    occasion="En kontroll på en plats.",
    predecessor="stromstad-2021-2022/trafik",
    function="kommunpolis",
)
WALKS = Promise(
    id="stromstad-2023-2024/skolor",
    position=2,
    heading="Skola",
    title="Trygghetsvandringar",
    summary="Vid utsedda skolor.",
    parties=(Party.POLICE, Party.MUNICIPALITY),
    third_parties=("Väktarbolaget",),
    kind=PromiseKind.LIST,
    municipalities=(STROMSTAD,),
    items=(ListItem("a", "Åskolan"), ListItem("b", "Bergskolan")),
    conditional="om underrättelseläget medger",
    sensitive=True,
    announced=True,
)
AGREEMENT = Agreement(
    id="stromstad-2023-2024",
    title="Medborgarlöfte 2023–2024",
    period=PERIOD,
    followed_from=date(2023, 1, 1),
    district="Norra Bohuslän",
    municipalities=(Municipality(STROMSTAD, "Strömstad"), Municipality(1435, "Tanum")),
    problem_areas=("Trafik", "Droger"),
    source="Medborgarlöfte, 2023",
    promises=(CONTROLS, WALKS),
    duties=(
        Duty(
            "host", "Uppföljning", "kommunstyrelsen", DutyRecurrence.ONCE, Period(date(2024, 9, 1), date(2024, 12, 1))
        ),
        Duty("bra", "Uppföljning", "lokala BRÅ", DutyRecurrence.PER_MEETING, None),
    ),
    replaces="stromstad-2021-2022",
)


def single(
    day: date, count: int = 1, measure: int = 1, state: ActivityState = ActivityState.DONE, **words: str
) -> Entry:
    """Return an entry for one day."""
    return Entry(ActivityKind.SINGLE, state, Period.through(day, day), (Share(measure, count),), **words)


def later(minutes: float) -> datetime:
    """Return a moment after NOW."""
    return NOW + timedelta(minutes=minutes)
