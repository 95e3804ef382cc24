"""What coordinators and managers of the demo did about it: reasons written, a duty done, a season chosen."""

from collections.abc import Iterator
from datetime import date

from loftdb.actions.seasons import calendars
from loftdb.core.model import Season, SeasonKind
from loftdb.core.periods import Period
from loftdb.demo.events import (
    COORDINATOR,
    MANAGER_KARLSTAD,
    Event,
    Explained,
    Followed,
    Numbers,
    Spread,
    Writer,
    moment,
)
from loftdb.demo.roles import STROMSTAD

_S, _G, _F = "stromstad-2023-2024", "grums-2023-2025", "forshaga-2023-2025"

_EXPLAINED: tuple[tuple[str, int, str, Writer, str, str], ...] = (
    (f"{_S}/fot-och-cykelpatruller", 2023, "2024-01-24", COORDINATOR,
     "Passen i november och december gick till trafiken på begäran av regionen. Tas upp med gruppchefen i februari.",
     "Polisen gick färre pass till fots i november och december, när fler behövdes i trafiken."),
    (f"{_F}/lokalt-poliskontor", 2023, "2024-02-14", MANAGER_KARLSTAD,
     "Det mobila kontoret delas mellan tre kommuner och räckte inte över sommaren. Nytt schema från mars.",
     "Det mobila poliskontoret delas mellan tre kommuner och var sällan i Forshaga i juli och augusti."),
    (f"{_G}/lokalt-poliskontor", 2023, "2024-02-14", MANAGER_KARLSTAD,
     "Fem veckor föll bort på grund av semestrar och sjukdom. Text till allmänheten skrivs efter nästa BRÅ.", ""),
    (f"{_S}/led-armaturer", 2024, "2024-09-11", COORDINATOR,
     "Leverantören är ett halvår sen. Vite utreds av upphandlingsenheten.",
     "Leveransen av nya armaturer är ett halvår försenad. Arbetet går vidare när de har kommit."),
)  # fmt: skip
"""What is left to explain is for the visitor: traffic controls and the police offices of 2024 among it."""

_ACCOUNT = (_S, f"{_S}/arlig-redovisning", "2023")

_SCHOOL_YEARS = Period.through(date(2023, 1, 1), date(2024, 12, 31))


def follow_up(numbers: Numbers) -> Iterator[Event]:
    """Yield everything that was written, marked and chosen, in no order."""
    for subject, year, day, writer, internal, public in _EXPLAINED:
        yield Explained(moment(date.fromisoformat(day), 14, 5), writer, subject, year, internal, public)
    yield Followed(moment(date(2024, 3, 28), 9, 15), COORDINATOR, _ACCOUNT, date(2024, 3, 28))
    yield Followed(moment(date(2024, 3, 28), 9, 17), COORDINATOR, _ACCOUNT, None)
    yield Followed(moment(date(2024, 3, 28), 9, 18), COORDINATOR, _ACCOUNT, date(2024, 3, 26))
    school = Season(SeasonKind.SCHOOL_DAYS, dates=calendars()[STROMSTAD].days(_SCHOOL_YEARS))
    yield Spread(moment(date(2023, 1, 18), 10, 30), COORDINATOR, numbers[f"{_S}/skol-och-fritidsgardsbesok"], school)
