"""The words of *Löften som släpar efter*."""

from loftdb.core.model import STALE_DAYS
from loftdb.view.formats import number

TITLE = "Löften som släpar efter"
LEAD = "Det som har minst tid kvar att vända står först. Siffrorna räknas till den dag som är avstämd."
DISTRICT, EVERY_DISTRICT = "Lokalpolisområde", "Alla lokalpolisområden"
MUNICIPALITY, EVERY_MUNICIPALITY = "Kommun", "Alla kommuner"
NOTHING_TO_READ = (
    "Den här rollen har inga löften att läsa. Byt roll högst upp på sidan, eller be en administratör om läsrätt."
)

BEHIND = "Efter eller något efter"
SILENT, SILENT_NOTE = "Inget registrerat på länge", "Längre än löftets egen takt"
STALE, STALE_NOTE = "Ingen ny status på länge", f"Mer än {STALE_DAYS} dagar utan uppdatering"
OVERDUE, OVERDUE_NOTE = "Försenade uppföljningar", "Mer än en månad efter utlovad tid"

NO_BEHIND = "Inget löfte är efter."
NO_BEHIND_MORE = "De löften som går att bedöma är i fas eller uppnådda."
NONE_JUDGED = "Inget löfte här har ett måltal som går att bedöma nu."
NO_SILENT = "Inget löfte med måltal har varit utan registrering längre än sin egen takt."
OLD = f"mer än {STALE_DAYS} dagar sedan"
NO_STALE = f"Inget löfte har väntat mer än {STALE_DAYS} dagar på en ny status."
NO_OVERDUE = "Ingen uppföljning är försenad."

MISSING, NEEDED, TIME, CHANCE = "Saknas", "Behövs framåt", "Tid att vända", "Chans att nå målet"
CHANCE_HELD = "Trolig slutsiffra"
NO_FORECAST, NO_FORECAST_WHY = "Ingen prognos", "för lite är känt än"
NOT_OF_TIME = "görs inte för löften i timmar"
NOT_OF_SENSITIVE, NOTHING_SIGNED = "görs inte för känsliga löften", "ingen månad är avstämd än"
CONDITIONAL = "Villkorat"
ALL_EXPECTED = "allt väntades redan"
NO_TIME = "Ingen"
FASTER = "sedan {day} krävs tydligt högre takt än den utlovade"
DEVIATION, NOT_WRITTEN = "Avvikelse och orsak", "Inte skriven än."
INTERNAL = "Internt"
ACCEPTED, RUN_OUT = "Godtagen av", "; den tiden har gått ut"
NOT_PUBLIC = "Text till allmänheten saknas."
WRITE, CHANGE, ASK, COPY = "Skriv avvikelse och orsak", "Ändra avvikelse och orsak", "Be om uppdatering", "Kopiera"
COPIED = "Kopierat"
NEVER_UPDATED, NEVER_LOGGED = "Ingen uppdatering än", "Inget registrerat än"
MORE = "Visa alla"
FEWER = "Visa alla delar"


def show_all(count: int) -> str:
    """Write ``Visa alla 312``."""
    return f"{MORE} {number(count)}"
