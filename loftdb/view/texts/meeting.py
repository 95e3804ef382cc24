"""The words of *BRÅ-möte*: the list of meetings, the head of one, its start view."""

from collections.abc import Mapping
from datetime import date, datetime

from loftdb.core.changes import Edit
from loftdb.core.meetings.records import Stage
from loftdb.core.moments import local
from loftdb.view.formats import counted, number, prose_date, signed

TITLE = "BRÅ-möte"
LEAD = "Läget på några minuter, beslut som finns kvar till nästa möte och ett färdigt underlag till anteckningarna."
WAYS, ALL_MEETINGS = "Vägar", "Alla möten"
PLACES = {"mote-loften": "Löftena", "mote-beslut": "Besluten", "mote-dokument": "Dokumenten"}
"""The parts of the start view that the head leads to, by their places."""
MUNICIPALITY = "Kommun"
NOTHING_TO_READ = (
    "Den här rollen har inga möten att läsa. Byt roll högst upp på sidan, eller be en administratör om läsrätt."
)
NOT_FOUND = "Mötet ”{asked}” finns inte eller går inte att läsa med din roll. Rådets möten visas i stället."
NO_PROMISE = "Löftet ”{asked}” hör inte till mötet. Mötets startvy visas i stället."
READ_ONLY = "Samordnaren planerar och leder mötena. Du kan läsa allt som visas och beslutas."

# The list

NEXT_MEETING, LATER, EARLIER = "Nästa möte", "Senare möten", "Tidigare möten"
NO_MEETINGS = "Inget möte är planerat. Här visas rådets möten när samordnaren har lagt in dem."
PLAN_FIRST = "Inget möte är planerat. Lägg in dagen för nästa möte, så går det att förbereda."
OPEN = {
    Stage.PLANNED: "Förbered mötet",
    Stage.SENT: "Öppna mötet",
    Stage.HELD: "Fortsätt mötet",
}
"""What the one button of the next meeting says."""

READ = "Visa mötet"
NO_DECISIONS = "inga beslut"
PLAN, CHANGE = "Planera ett möte", "Ändra dag eller medborgarlöften"
DAY, AGREEMENTS = "Mötets dag", "Medborgarlöften att gå igenom"
SAVE_PLAN, SAVE_CHANGE = "Lägg in mötet", "Spara ändringen"
PLANNED, CHANGED = "Mötet {day} är inlagt.", "Ändringen är sparad."
COUNCIL, COUNCIL_NAME = "Rådets namn", "Vad rådet heter"
COUNCIL_HELP = "Namnet står på mötets sidor och i dess dokument. Det som redan är fryst behåller sitt namn."
SAVE_NAME, NAMED = "Spara namnet", "Namnet är sparat."


def next_step(stage: Stage, day: date, today: date) -> str:
    """Say what to do with the next meeting."""
    if stage is Stage.PLANNED:
        return "Titta igenom läget, frys siffrorna och skicka ut underlaget."
    if stage is Stage.HELD:
        return "Mötet pågår."
    if day > today:
        return "Underlaget är fryst. Nästa steg är själva mötet."
    return "Underlaget är fryst. Mötet kan börja."


def away(day: date, today: date) -> str:
    """Write ``i dag``, ``om 12 dagar`` or ``för 3 dagar sedan``."""
    days = (day - today).days
    if not days:
        return "i dag"
    return f"om {counted(days, 'dag', 'dagar')}" if days > 0 else f"för {counted(-days, 'dag', 'dagar')} sedan"


def decisions_label(made: int, still_open: int) -> str:
    """Write ``5 beslut, 3 kvar att göra``."""
    if not made:
        return NO_DECISIONS
    rest = f"{number(still_open)} kvar att göra" if still_open else "alla klara"
    return f"{number(made)} beslut, {rest}"


# The head of a meeting

FROZEN, LIVE, SHOWN = "Som i utskicket", "Läget nu", "(visas)"
UNFROZEN = "Siffrorna är inte frysta än. De ändras när något registreras."
SEND, SEND_AGAIN = "Frys för utskick", "Frys siffrorna på nytt"
SEND_HELP = (
    "Siffrorna låses som de är nu, så att ledamöterna och skärmen visar samma sak. "
    "Ladda sedan ner underlaget längst ner på sidan och skicka ut det."
)
AGAIN_HELP = "Det gamla utskicket sparas, men mötet visar de nya siffrorna. Skicka då ut underlaget igen."
HOLD, CLOSE, REOPEN = "Börja mötet", "Avsluta mötet", "Öppna mötet igen"
CLOSE_HELP = "Beslut och bedömningar ligger sedan fast. Mötet går att öppna igen."
CANCEL = "Ställ in mötet"
CANCEL_HELP = "Ett inställt möte går inte att öppna igen. Det som är utskickat finns kvar."
MORE, WORKING = "Fler val", "Sparar …"
SENT, HELD = "Siffrorna är frysta. Underlaget att skicka ut finns under Dokumenten.", "Mötet har börjat."
CLOSED = "Mötet är avslutat. Underlaget till minnesanteckningar finns under Dokumenten."
REOPENED = "Mötet är öppnat igen."
CANCELLED = "Mötet är inställt."
SINCE_SENT = "Tillkommit sedan utskicket"
SINCE_SENT_NOTE = "Det här räknas inte in i siffrorna ovan."
SINCE_HEADERS = ("Ändring", "Löfte", "Före", "Efter")


def left_behind(made: int) -> str:
    """Say that decisions written ahead do not outlive a meeting that is called off."""
    return f"Mötet har {number(made)} beslut, som inte följer med till nästa möte. Skriv in det som ska gälla där."


def meeting_name(council: str, municipality: str) -> str:
    """Write ``BRÅ i Strömstad``; a name that holds the municipality's stands alone."""
    return council if municipality.casefold() in council.casefold() else f"{council} i {municipality}"


def day_title(day: date) -> str:
    """Write ``Möte 15 oktober 2024``."""
    return f"Möte {prose_date(day)}"


def moment_text(known_on: datetime) -> str:
    """Write ``8 oktober 2024 kl. 9.05 svensk tid``."""
    moment = local(known_on)
    return f"{prose_date(moment.date())} kl. {moment.hour}.{moment:%M} svensk tid"


def frozen_line(known_on: datetime, day: date) -> str:
    """Say when the figures were frozen, and that they are those that were sent: before the meeting's ``day``."""
    if local(known_on).date() >= day:
        return f"Siffrorna frystes {moment_text(known_on)} och ändras inte."
    return f"Siffrorna är desamma som i utskicket (fryst {moment_text(known_on)})."


def live_line(today: date) -> str:
    """Say that the figures are not those that were sent."""
    return f"Läget nu, {prose_date(today)}. Det här är inte siffrorna i utskicket."


# From promise to promise

BACK, PREVIOUS, FOLLOWING, BEGIN = "Alla löften", "Föregående", "Nästa", "Gå igenom löftena"


def place_line(place: int, of: int, group: str) -> str:
    """Write ``Löfte 3 av 21 · Släpar efter``."""
    return f"Löfte {number(place)} av {number(of)} · {group}"


# The start view

FIRST_MEETING = "Det här är det första mötet, så det finns inget tidigare läge att jämföra med."
NOTHING_SINCE = "Inget har ändrats sedan dess."
NOTHING_WEIGHTY = "Inget läge, mål eller medborgarlöfte har ändrats."
MOVED, TARGETS, FIELDS = "Ändrat läge", "Ändrat mål", "Ändrat i medborgarlöftet"
STATUSES, NEWS, ENTRIES, DONE = (
    "Ny status",
    "Nytt om löften",
    "Löften med nya registreringar",
    "Beslut som blivit klara",
)
FOLLOW_UP = "Att följa upp"
NOTHING_DUE = "Inget väntar på rådet."
DECISIONS_DUE, DUTIES_DUE = "Beslut att stämma av", "Utlovade uppföljningar"
UNEXPLAINED = "Avvikelse och orsak saknas"
WRITE = "Skriv"
NEW = "nytt sedan förra mötet"
NEVER = "ingen uppdatering än"
NO_TIME = "ingen tid att vända"


def since(day: date) -> str:
    """Write ``Sedan förra mötet (12 juni 2024)``."""
    return f"Sedan förra mötet ({prose_date(day)})"


def slack(weeks: int) -> str:
    """Say how many working weeks may pass idle."""
    return f"{counted(weeks, 'arbetsvecka', 'arbetsveckor')} att vända på" if weeks > 0 else NO_TIME


def missed(intervals: str) -> str:
    """Write ``1 vecka har missats``."""
    return f"{intervals} har missats"


def spare(weeks: int) -> str:
    """Say how many weeks more may be missed while the promise still comes *I fas*."""
    return f"{counted(weeks, 'vecka', 'veckor')} till får missas" if weeks > 0 else "inga fler får missas"


def more(count: int) -> str:
    """Write ``och 3 till``."""
    return f"och {number(count)} till"


def missing(count: str, day: str) -> str:
    """Write ``11 saknas till och med 31 augusti``."""
    return f"{count} saknas till och med {day}"


_EDITS = {Edit.ADDED: ("ny", "nya"), Edit.CORRECTED: ("rättad", "rättade"), Edit.WITHDRAWN: ("struken", "strukna")}


def edits(counts: Mapping[Edit, int]) -> str:
    """Write ``12 nya, 1 rättad``."""
    return ", ".join(counted(counts[edit], *words) for edit, words in _EDITS.items() if counts.get(edit))


def in_months(added: Mapping[str, int]) -> str:
    """Write ``+3 i mars``, for a sensitive promise."""
    return ", ".join(f"{signed(count)} i {month}" for month, count in added.items())


def late_decision(due: date) -> str:
    """Write ``beslut skulle vara klart 6 september 2024``."""
    return f"beslut skulle vara klart {prose_date(due)}"


def due_line(function: str, due: date, day: date) -> str:
    """Write ``Gruppchefen · skulle vara klart 6 september 2024``; of what is due on the day itself, by when."""
    return f"{function} · {'skulle vara klart' if due < day else 'klart senast'} {prose_date(due)}"


def done_line(function: str, done: date) -> str:
    """Write ``Samordnaren · klart 18 juni 2024``."""
    return f"{function} · klart {prose_date(done)}"


def target_line(after: str, day: date) -> str:
    """Write ``minst 50 per år från och med 1 juli 2024``."""
    return f"{after} från och med {prose_date(day)}"
