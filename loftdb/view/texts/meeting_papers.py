"""The words of a meeting's documents, and of the panel where they are had."""

from datetime import date

from loftdb.core.meetings.records import Decision, DocumentKind, Stage
from loftdb.core.meetings.shown import Explanation
from loftdb.core.model import Agreement, Verdict
from loftdb.view.formats import HARD_SPACE, prose_date
from loftdb.view.texts import lagging
from loftdb.view.texts.labels import label

# Both documents

EXAMPLE_NOTE = "Exempeldata: det som är registrerat är påhittat. Använd inte dokumentet i ett verkligt ärende."
DRAFT = "Utkast"
AGREEMENTS, JUDGED = "Medborgarlöfte", "Läge till och med"
SHORTLY = "I korthet"
CHANGES_HEADER = ("Ändring", "Gäller", "Före", "Efter")
ENTRIES, NEW_MONTHS = "Registrerat", "nya uppgifter för {months}"

# The state

STATE_TITLE = "Läget inför mötet {day}"
FROZEN = "Fryst"
FROZEN_TEXT = "{moment}, ur det som då var registrerat. Siffrorna ändras inte efteråt."
NOT_FROZEN = "Inte än. Siffrorna är de som är registrerade just nu, och de kan ändras före utskicket."
STATE_DRAFT = "Utkast. Siffrorna är inte frysta, så de kan ändras före utskicket."
COUNTED, TOLD, COUNT = "Löften som räknas, {year}", "Löften som följs med status", "Antal"
SINCE = "Sedan förra mötet"
FIRST_MEETING = "Det här är rådets första möte här, så det finns inget tidigare läge att jämföra med."
NOTHING_SINCE = "Inget har ändrats."
DUTIES = "Uppföljningar att göra"
UNKNOWN = "Det som inte är känt"
EXPECTED = "förväntat hittills {count}"
MISSED = " En ram visar det som missades."
NOT_WRITTEN = "inte skriven än."
WHOLE_TERM = "hela perioden"

# The notes

NOTES_TITLE = "Underlag till minnesanteckningar {day}"
NOTES_DRAFT = "Utkast. Mötet är inte avslutat, så det som står här kan ändras."
SENT, CLOSED, WRITTEN = "Siffrorna frysta", "Mötet avslutat", "Utkast från"
DECISIONS, NO_DECISIONS = "Beslut på mötet", "Inga beslut är antecknade."
DECISIONS_HEADER = ("Gäller", "Åtgärd", "Ansvarig funktion", "Klart senast")
CARRIED, NO_CARRIED = "Tidigare beslut", "Inga tidigare beslut var kvar att göra."
CARRIED_HEADER = ("Gäller", "Åtgärd", "Ansvarig funktion", "Klart senast", "Läge")
DONE, LEFT, LATE = "Klart {day}", "Kvar att göra", "Skulle ha varit klart"
GENERAL = "Mötet som helhet"
TALKED = "Löfte för löfte"
NOTHING_SAID = "Inga kommentarer, bedömningar eller beslut om enskilda löften är antecknade."
COMMENT, VERDICT, MOTIVATION, DECISION = "Kommentar", "Bedömning", "Motivering", "Beslut"
PROPOSED, NOT_PROPOSED = "Siffrorna föreslog: {verdict}.", "Siffrorna gav inget förslag."
SENSITIVE = "Känsligt löfte: orden skrivs inte ut här."
ADDED = "Tillkommit sedan utskicket"
ADDED_LEAD = "Det här kom in efter att siffrorna frystes. Det räknas inte in i det som visades."
NOTHING_ADDED = "Inget hade tillkommit."
SHOWN, SHOWN_HEADER = "Det som visades", ("Löfte", "Utfall", "Förväntat", "Läge eller status", "Datum")
SHOWN_LEAD = "Siffrorna är de som skickades ut. De ändras inte av det som registreras senare."
MONTHLY = "per månad"

# The panel

TITLE = "Mötets dokument"
LEADS = {
    Stage.PLANNED: "När siffrorna fryses sparas läget som PDF att skicka ut. Till dess finns ett utkast.",
    Stage.SENT: "Läget är sparat med de frysta siffrorna. Skicka ut det till ledamöterna.",
    Stage.HELD: "När mötet avslutas sparas underlaget till minnesanteckningar, som PDF och som text att klistra in.",
    Stage.CLOSED: "Allt är sparat som det visades och beslutades. Det ändras inte av det som registreras senare.",
    Stage.CANCELLED: "Mötet är inställt. Det som var utskickat finns kvar.",
}
FETCH = {
    DocumentKind.STATE: "Hämta läget inför mötet (PDF)",
    DocumentKind.NOTES: "Hämta underlaget till minnesanteckningar (PDF)",
    DocumentKind.NOTES_TEXT: "Hämta underlaget som text",
    DocumentKind.OTHER: "Hämta bilagan",
}
PREVIEW_STATE, PREVIEW_NOTES = "Ta fram ett utkast till läget", "Ta fram ett utkast till minnesanteckningar"
FETCH_DRAFT = "Hämta utkastet (PDF)"
WORKING = "Dokumentet tas fram …"
READY = "Utkastet är klart. Det sparas inte."
NOTES_TEXT = "Text att klistra in"
EARLIER = "Tidigare versioner"
SAVED = "sparat {moment}"


def titled(title: str, day: date) -> str:
    """Write a title with its day, which is not divided between two lines."""
    return title.format(day=prose_date(day).replace(" ", HARD_SPACE))


def agreement_text(agreement: Agreement) -> str:
    """Write ``Medborgarlöfte Strömstad 2023–2024 (1 januari 2023–31 december 2024)``."""
    return f"{agreement.title} ({prose_date(agreement.period.start)}–{prose_date(agreement.period.last)})"


def explanation_text(told: Explanation, today: date) -> str:
    """Write the text to publish, and which function has accepted it until when, also where that time is over."""
    if not told.decided_by:
        return told.public
    until = f"till och med {prose_date(told.accepted_until)}" if told.accepted_until else "tills vidare"
    is_over = told.accepted_until is not None and told.accepted_until < today
    return f"{ended(told.public)} {lagging.ACCEPTED} {told.decided_by}, {until}{lagging.RUN_OUT if is_over else ''}."


def verdict_text(verdict: Verdict | None, year: int | None) -> str:
    """Write ``Bedömning 2023: Uppfyllt.``"""
    return f"{VERDICT} {year or WHOLE_TERM}: {label(verdict) if verdict else ''}."


def proposal_text(proposed: Verdict | None) -> str:
    """Write what the figures proposed."""
    return PROPOSED.format(verdict=label(proposed).lower()) if proposed else NOT_PROPOSED


def ended(text: str) -> str:
    """Return what somebody wrote as a sentence, so that another may follow it."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def decision_line(decision: Decision) -> str:
    """Write ``Lägg kontroller vid skolorna. Gruppchefen, klart senast 6 september 2024.``"""
    return f"{ended(decision.action)} {decision.function}, klart senast {prose_date(decision.due)}."
