"""The words of one promise in a meeting: what is read aloud, the log behind a number, and the forms."""

from datetime import date, datetime

from loftdb.core.changes import Told
from loftdb.core.model import ActivityKind, ActivityState, Precision, Verdict
from loftdb.core.periods import month
from loftdb.view.formats import counted, listed, month_name, number, prose_date, table_date, week_of
from loftdb.view.texts.labels import label
from loftdb.view.texts.meeting import BACK, moment_text
from loftdb.view.texts.meeting import REOPEN as REOPEN_MEETING

SAY = "Att säga på mötet"

# What is read aloud; every text is (a part of) one sentence.

NOT_JUDGED = "men läget kan inte bedömas"
NOTHING_DONE, NOTHING_WAS_DONE = "är inget gjort", "och inget blev gjort"
NOTHING_SIGNED = "men inget är avstämt än för den tiden"
NOTHING_TO_JUDGE = "Det finns inget att bedöma än."
NO_NEED = "Löftet är villkorat, så det kan vara rätt om inget behov uppstod."
NOT_WEIGHED = "Inget antal är lovat, så det är rådet som värderar om det räcker."
NO_DECISION = "Inget beslut behövs i dag."
STANDS = "Det som gjordes dessförinnan finns kvar i siffrorna."
NEVER_SAID = "Ingen uppdatering är gjord än."
EMPTY_LIST = "Listan är tom, så det finns inget att bocka av än."
FINISHED = "Löftet är genomfört, så inget beslut behövs i dag."


def unsigned(months: str) -> str:
    """Write ``men uppgift saknas för juli och augusti``."""
    return f"men uppgift saknas för {months}"


def unexplained(asked: str) -> str:
    """Say that the reason is still to be written."""
    return f"Orsaken är inte skriven än, så frågan om varför går till {asked}."


def question(asked: str) -> str:
    """Ask what is needed."""
    return f"Frågan till {asked} är vad som behövs för att komma i fas."


def how_goes_it(asked: str) -> str:
    """Ask for news."""
    return f"Frågan till {asked} är hur det går nu."


def decision(name: str | None, due: str, is_passed: bool, function: str) -> str:
    """Tell of a decision by its words (null: not to be read aloud), when it was to be done, and who answers."""
    what = f"Beslutet ”{name}”" if name else "Ett beslut om löftet"
    return f"{what} {'skulle' if is_passed else 'ska'} vara klart {due}, och ansvarig är {function}."


# The page

NO_COMMENT, NO_VERDICT = "Ingen kommentar.", "Ingen bedömning."
COMMENT, COMMENT_HELP = "Kommentar från mötet", "Det som sades om löftet. Tomt fält tar bort kommentaren."
SAVE_COMMENT, COMMENT_SAVED, COMMENT_GONE = "Spara kommentaren", "Kommentaren är sparad.", "Kommentaren är borttagen."
WRITE_COMMENT, CHANGE_COMMENT = "Skriv en kommentar", "Ändra kommentaren"

VERDICT, VERDICT_YEAR, WHOLE = "Bedömning", "Bedömningen gäller", "Hela perioden"
MOTIVATION, MOTIVATION_HELP = "Motivering", "Behövs om bedömningen är en annan än den föreslagna."
GIVE_VERDICT, CHANGE_VERDICT = "Gör en bedömning", "Ändra bedömningen"
SAVE_VERDICT, VERDICT_SAVED = "Spara bedömningen", "Bedömningen är sparad."
TAKE_BACK, VERDICT_GONE = "Ta tillbaka bedömningen", "Bedömningen är tillbakatagen."
NO_PROPOSAL = "Siffrorna ger inget förslag än, så en bedömning behöver en motivering."

DECISIONS, OTHER_DECISIONS = "Beslut", "Övriga beslut"
EARLIER, MADE_HERE = "Från tidigare möten", "Beslutat på mötet"
NO_DECISIONS = "Inga beslut än."
NEW_DECISION = "Nytt beslut"
ACTION, FUNCTION, DUE = "Åtgärd", "Ansvarig funktion", "Klart senast"
ACTION_LIKE, FUNCTION_LIKE = "Boka höstens möte", "Gruppchefen"
SAVE_DECISION, DECISION_SAVED = "Spara beslutet", "Beslutet är sparat."
CHANGE, SAVE_CHANGE, CHANGED = "Ändra", "Spara ändringen", "Beslutet är ändrat."
WITHDRAW, WITHDRAWN = "Stryk beslutet", "Beslutet är struket."
DONE, DONE_ON, DONE_NOTE = "Klart", "Klart den", "Vad blev gjort?"
SAVE_DONE, DONE_SAVED = "Spara som klart", "Beslutet är klart."
UNDO, UNDONE = "Inte klart", "Beslutet är öppet igen."
HIDDEN_ACTION = "Beslut om ett känsligt löfte"

CLOSED = "Mötet är avslutat."
REOPEN = f"{CLOSED} För att skriva mer: gå till {BACK} och välj {REOPEN_MEETING}."
CANCELLED = "Mötet är inställt, så inget kan skrivas."
CHANGED_FIRST = "Någon annan hann ändra beslutet efter att du öppnade sidan. Nu visas det som det är."

BEHIND_NUMBER = "Visa tillfällena"
WHAT_COUNTS = "Vad räknas som ett tillfälle?"
OCCASION_HEADINGS = ("När", "Antal", "Vad", "Plats")
MONTH_HEADINGS = ("Månad", "Antal")
NO_OCCASIONS = "Inget är registrerat."
MORE = "Visa fler"
BY_MONTH = "Löftet är känsligt, så tillfällena visas bara per månad."
KIND_HELP = {
    ActivityKind.BATCH: "En samlad registrering gäller flera dagar i en månad. Den räknas den sista dagen.",
    ActivityKind.ANNUAL: "En årsuppgift är årets tal ur en källa. Den räknas i året men i ingen vecka.",
}
WEEK_HELP = "En samlad registrering fyller bara de veckor som den anger."


def proposal(verdict: Verdict | None) -> str:
    """Tell what the figures suggest."""
    return f"Förslag efter siffrorna: **{label(verdict)}**." if verdict else NO_PROPOSAL


def unsaved(name: str, is_unsaved: bool) -> str:
    """Name what opens fields, with a mark where something in them is not saved."""
    return f"{name} (inte sparat)" if is_unsaved else name


def changed_meanwhile(written: str) -> str:
    """Tell that somebody else was first, and repeat what was written, which is not saved."""
    return (
        "Någon annan har skrivit här efter att du öppnade sidan, så ditt är inte sparat. "
        f"Du skrev: ”{written}”. Jämför, och spara igen om det fortfarande gäller."
    )


def refused(field: str | None, sentence: str) -> str:
    """Name the field that a sentence is about, where the sentence does not."""
    return f"{FUNCTION}: {sentence[0].lower()}{sentence[1:]}" if field == "function" else sentence


def suggested(verdict: Verdict) -> str:
    """Tell what the figures suggested where a person decided otherwise."""
    return f"Förslaget efter siffrorna var {label(verdict).lower()}."


def year_choice(year: int | None) -> str:
    """Name what a verdict is of."""
    return WHOLE if year is None else str(year)


def due_text(due: date, is_late: bool) -> str:
    """Write when a decision is to be done."""
    return f"{'Skulle vara klart' if is_late else 'Klart senast'} {prose_date(due)}"


def done_text(on: date) -> str:
    """Write that a decision is done."""
    return f"Klart {prose_date(on)}"


def made_on(day: date) -> str:
    """Write at which meeting a decision was made."""
    return f"Beslutat {prose_date(day)}"


def judged_on(day: date) -> str:
    """Write at which meeting a verdict was given."""
    return f"Bedömt {prose_date(day)}"


def as_known(known_on: datetime) -> str:
    """Say as of when the log is shown."""
    return f"Som det var känt {moment_text(known_on)}."


def tally(counted_: str, preliminary: str, planned: str, through: str) -> str:
    """Write the list's own sum: ``42 räknas till och med 31 augusti, 6 är preliminära och 1 är planerad``."""
    parts = [f"{counted_} räknas till och med {through}"]
    parts += [f"{preliminary} är preliminära"] if preliminary else []
    parts += [f"{planned} är planerade och räknas inte än"] if planned else []
    return f"{listed(parts)}."


def shown_of(shown: int, whole: int) -> str:
    """Write ``20 visas av 53``."""
    return f"{number(shown)} visas av {counted(whole, 'registrering', 'registreringar')}, senaste först."


def missed(intervals: str) -> str:
    """Begin the list of missed weeks."""
    return f"Missade {intervals}: "


def when(entry: Told, *, has_week: bool) -> str:
    """Write when an entry happened: the day (with its week, where weeks count), the days of a month, or the year."""
    days = entry.days
    if entry.kind is ActivityKind.ANNUAL:
        return str(days.start.year)
    if entry.kind is ActivityKind.SINGLE:
        return f"{table_date(days.start)}, {week_of(days.start)}" if has_week else table_date(days.start)
    if days == month(days.start):
        return month_name(days.start)
    return f"{table_date(days.start)}–{days.last.day:02}"


def kind(entry: Told, is_preliminary: bool) -> str:
    """Write what an entry is where it is not plainly done: planned, cancelled with its reason, preliminary."""
    if entry.state is ActivityState.CANCELLED and entry.reason:
        return f"{label(entry.state)}: {label(entry.reason).lower()}"
    words = [label(entry.state)]
    words += [label(entry.kind).lower()] if entry.kind is ActivityKind.ANNUAL else []
    words += ["preliminär"] if is_preliminary else []
    return ", ".join(words)


def about(precision: Precision) -> str:
    """Write how well a count is known, before it."""
    return {Precision.ESTIMATED: "ca ", Precision.AT_LEAST: "minst "}.get(precision, "")
