"""The words of *Behövs per månad*."""

from datetime import date

from loftdb.view.formats import counted, prose_date
from loftdb.view.texts import functions

TITLE = "Behövs per månad"
PROMISE, REMAINING, LATER = "Löfte", "Återstår", "Senare"
CAPTION = "Tillfällen som återstår, månad för månad"
NOTHING = "Inget återstår."
NOTHING_MORE = "Inget löfte med måltal som pågår nu har tillfällen kvar att göra."
DOWNLOAD = "Ladda ner som CSV"
FILE_NAME, DEMO_FILE_NAME = "behovs-per-manad.csv", "behovs-per-manad-exempeldata.csv"
HEADINGS = (
    "Lokalpolisområde",
    "Kommun",
    "Löfte",
    "Löftets id",
    functions.NAME,
    "År",
    "Enhet",
    "Återstår",
    "Varav bokade",
)
ALL_MUNICIPALITIES, WHOLE_TERM = "Hela området", "hela perioden"
MINUTES = "minuter"


def lead(today: date) -> str:
    """Say what the sheet holds."""
    return (
        f"Det som återstår efter {prose_date(today)} av löften med måltal, i hela antal. "
        "Det är fördelat på månaderna som är kvar, efter löftets egen fördelning över året."
    )


def booked(count: int) -> str:
    """Write ``varav 3 bokade``."""
    return f"varav {counted(count, 'bokat', 'bokade')}"


def per_kind(where: str) -> str:
    """Name the sums: never one of different kinds."""
    return f"{where}, per slags aktivitet"
