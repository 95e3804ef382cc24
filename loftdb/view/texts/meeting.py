"""The words of *BRÅ-möte*: the list of meetings, the head of one, its start view."""

from datetime import date, datetime

from loftdb.core.meetings.records import Stage
from loftdb.core.moments import local
from loftdb.view.formats import prose_date

TITLE = "BRÅ-möte"
LEAD = "Läget på några minuter, beslut som finns kvar till nästa gång och ett färdigt underlag till anteckningarna."
MUNICIPALITY = "Kommun"
NOTHING_TO_READ = (
    "Den här rollen har inga möten att läsa. Byt roll högst upp på sidan, eller be en administratör om läsrätt."
)
NOT_FOUND = "Mötet ”{asked}” finns inte eller går inte att läsa med din roll. Rådets möten visas i stället."
NO_PROMISE = "Löftet ”{asked}” hör inte till mötet. Mötets startvy visas i stället."

NEXT_MEETING, EARLIER = "Nästa möte", "Tidigare möten"
NONE_PLANNED = "Inget möte är planerat."
NO_MEETINGS = "Rådet har inga möten här än."
READ_ONLY = "Samordnaren planerar och leder mötena. Du kan läsa det som visas och beslutas."

OPEN = {
    Stage.PLANNED: "Förbered mötet",
    Stage.SENT: "Öppna mötet",
    Stage.HELD: "Fortsätt mötet",
}
"""What the one button of the next meeting says."""

READ = "Läs om mötet"


def meeting_name(council: str, municipality: str) -> str:
    """Write ``BRÅ i Strömstad``; a name that holds the municipality's stands alone."""
    return council if municipality in council else f"{council} i {municipality}"


def frozen_line(known_on: datetime) -> str:
    """Say that the figures are those that were sent, and when they were frozen."""
    moment = local(known_on)
    when = f"{prose_date(moment.date())} kl. {moment.hour}.{moment:%M} svensk tid"
    return f"Siffrorna är desamma som i utskicket (fryst {when})."


def live_line(today: date) -> str:
    """Say that the figures are not those that were sent."""
    return f"Läget nu, {prose_date(today)}. Det här är inte siffrorna i utskicket."


UNFROZEN = "Siffrorna är inte frysta än. De ändras när något registreras."
WAYS = "Vägar"
GROUPS = "Löften"


def day_title(day: str) -> str:
    """Write ``Möte 15 oktober 2024``."""
    return f"Möte {day}"
