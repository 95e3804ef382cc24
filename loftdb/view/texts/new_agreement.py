"""The words of *Nytt medborgarlöfte*: from a published text to promises that can be followed."""

import re
from collections.abc import Mapping

from loftdb.core.drafts import Choice, Draft, DraftPromise, DraftTarget, Relation
from loftdb.core.errors import Issue
from loftdb.core.model import Agreement, Comparator, Party, PromiseKind
from loftdb.core.periods import Interval
from loftdb.core.reading.measurability import Missing
from loftdb.core.reading.result import ReadPlan
from loftdb.view.formats import counted, listed, number, prose_date
from loftdb.view.texts.issues import issue_text
from loftdb.view.texts.labels import label, parties_label
from loftdb.view.texts.reading import per_phrase
from loftdb.view.texts.targets import amount_phrase, interval_phrase

TITLE = "Nytt medborgarlöfte"
LEAD = (
    "Klistra in ett publicerat medborgarlöfte eller ladda upp det. Programmet föreslår löften och mål; "
    "du rättar och bestämmer. Inget sparas förrän du väljer det."
)
NOT_ALLOWED = (
    "Din roll får inte lägga in eller ändra medborgarlöften. Samordnare får det i sina kommuner. "
    "Be en administratör om rollen, eller läs läget på Översikt."
)

# The source
PASTE, UPLOAD = "Klistra in texten", "Eller välj en fil"
PASTE_HERE = "Hela texten, med rubriker. Sidhuvud och kontaktuppgifter får följa med."
FILE_KINDS = ("txt", "html", "htm", "pdf", "docx")
READ, READING = "Läs texten", "Läser texten …"
NOTHING_TO_READ = "Klistra in en text eller välj en fil först."
BOTH = "Du har både klistrat in en text och valt en fil. Ta bort det ena."
WHICH = "Texten innehåller flera medborgarlöften. Vilket vill du läsa in?"
DRAFTS, CONTINUE, DELETE_DRAFT = "Sparade utkast", "Fortsätt", "Ta bort utkastet"
ANOTHER, REALLY_LEAVE = "Läs in en annan text", "Utkastet är inte sparat."
SAVE_FIRST, LEAVE = "Spara utkastet först", "Lämna utan att spara"
PASTED = "Inklistrad text"
NO_AGREEMENT = "Texten innehåller inget medborgarlöfte som går att läsa. Kontrollera att hela texten kom med."

# The questions
QUESTIONS = "Att ta ställning till"
NO_QUESTIONS = "Inga frågor kvar."
AS_IT_STANDS = "Det stämmer"
UNDO = "Ångra"
RELATED = "Det finns redan ett medborgarlöfte här. Vad är det här?"
OTHER_AGREEMENT = "Något annat, vid sidan av"
OCCASION = "Vad räknas som ett tillfälle?"
OWN_WORDS = "Egna ord …"
WHICH_DISTRICT = "Texten nämner inget lokalpolisområde. Vilket är det?"
OTHER_DISTRICT = "Ett annat lokalpolisområde"

# The promises
PROMISES, FACTS, COMPARED, FINISH = (
    "Löften",
    "Om medborgarlöftet",
    "Jämfört med det som gäller",
    "Spara eller fastställ",
)
EDIT, CLOSE, DROP, RESTORE, ADD = "Ändra", "Klar", "Ta bort", "Lägg tillbaka", "Lägg till ett löfte"
SPLIT, MERGE = "Dela", "Slå ihop med nästa"
SPLIT_WHERE, NO_PLACES = "Var börjar det andra löftet?", "Det finns inget ställe att dela på. Skriv ett nytt löfte."
DROPPED = "Borttagna"
UNTITLED = "Löfte utan rubrik"
PROMISE_TITLE, WORDING, OWNERS, THIRD = "Kort namn", "Så står det i medborgarlöftet", "Ansvarig", "Vilka andra parter?"
FOLLOWED, VALUE, VALUE_MAX, COMPARATOR, PER = "Så följs löftet", "Antal", "Högsta antal", "Jämförelse", "Period"
HOURS = "Timmar"
NO_GOAL, NO_GOAL_SHORT, COUNT_ONLY = "Inget måltal, räknas bara", "Inget måltal", "Räkna utan måltal"
SINGULAR, PLURAL = "En heter", "Flera heter"
EVERY, AVERAGE = "Var n:te period", "I snitt"
ADD_TARGET, REMOVE_TARGET = "Räkna en sak till", "Räkna inte det här"
MORE = "Funktion, villkor, känsligt, bokning och ordning"
CONDITIONAL, SENSITIVE, ANNOUNCED = "Villkor", "Känsligt löfte", "Annonseras i förväg och kan bokas"
HEADING, SUMMARY, ITEMS, JOINT = "Rubrik i texten", "Med egna ord, en mening", "Att täcka, en per rad", "Gemensamt för"
EARLIER, LATER = "Flytta upp", "Flytta ner"
READING_WORDS, AGREED = "Tolkning", "Är parterna överens om tolkningen?"
AGREED_LABELS = {True: "Överens", False: "Inte överens"}

# The facts
PLACES, PERIOD, PROBLEM_AREAS = "Kommuner", "Period", "Problemområden"
NONE_RANKED, NO_DUTIES, UNTITLED_DUTY = "Inga rangordnade i texten", "Inga i texten", "Uppföljning utan namn"
HOW_OFTEN_MISSING, FIND_MUNICIPALITY = "hur ofta saknas", "Sök kommun"
UNKNOWN_PLACES = "Kommuner i texten som inte finns (ta bort raden, eller välj rätt kommun ovan)"
AGREEMENT_TITLE, MUNICIPALITIES, DISTRICT = "Namn", "Kommuner, hemkommunen först", "Lokalpolisområde"
FIRST, LAST = "Första dagen", "Sista dagen"
PROBLEMS, SOURCE = "Problemområden, ett per rad i ordning", "Källa"
SOURCE_HINT = "Vad texten är och var den är publicerad."
DUTIES, ADD_DUTY, DUTY_TITLE, TO_WHOM = "Uppföljningar", "Lägg till en uppföljning", "Vad ska göras?", "Till vem?"
RECURRENCE, WINDOW_FIRST, WINDOW_LAST = "Hur ofta?", "Tidigast", "Senast"

# The end
SAVE, ADOPT = "Spara utkast", "Fastställ"
ADOPTED_ON, DECISION, FOLLOWED_FROM = "Fastställt den", "Beslut (§ och diarienummer)", "Följs här från"
FOLLOWED_HINT = "Det som hände före den dagen bedöms inte."
VALID_FROM, REASON = "Gäller från", "Skäl till ändringen"
SHORTEN = "Låt det tidigare medborgarlöftet sluta dagen innan"
LEFT = "Det här återstår innan det kan fastställas"
READY = "Allt som behövs är ifyllt."
NOT_SAVED = "Inget är sparat. Rätta det som står här."
NOT_ADOPTED = "Inget är fastställt. Utkastet är sparat. Rätta det som står ovanför knappen."
RELATION_ANEW = "Välj något annat"
SAVED = "Utkastet är sparat. Du hittar det på den här sidan, även i morgon."
UNSAVED = "Inte sparat än."
PAIRED_NONE = "Inget löfte i det som gäller"
CORRECT_PAIRING = "Rätta vilka löften som hör ihop"

FACT_NAMES = {
    "title": AGREEMENT_TITLE,
    "first": FIRST,
    "last": LAST,
    "municipalities": PLACES,
    "unknown_municipalities": PLACES,
    "district": DISTRICT,
    "problem_areas": PROBLEM_AREAS,
    "source": SOURCE,
}

MISSING = {
    Missing.HOW_MANY: "hur många",
    Missing.OF_WHAT: "av vad",
    Missing.HOW_OFTEN: "hur ofta",
    Missing.BY_WHEN: "till när",
    Missing.WHO: "vem",
}
"""What a promise without a number leaves open."""

TO_OVERVIEW, TO_LOG = "Öppna på Översikt", "Registrera en aktivitet"

_RELATIONS = {
    Relation.REVISION: "Ny version av {}",
    Relation.SUCCESSOR: "Efterträder {}",
    Relation.FILL: "Samma text som {}: fyll i den exakta lydelsen",
    Relation.OTHER: OTHER_AGREEMENT,
}
_MARKDOWN = re.compile(r"[*_`\[\]$\\~<>]|:(?=\S)")
"""What a button's label would take for markup."""


def summary(draft: Draft, questions: int) -> str:
    """Write ``21 löften, 7 med måltal · 3 frågor att ta ställning till``."""
    numeric, all_ = draft.counts
    asked = f"{counted(questions, 'fråga', 'frågor')} att ta ställning till" if questions else "inga frågor kvar"
    return f"{counted(all_, 'löfte', 'löften')}, {number(numeric)} med måltal · {asked}"


def measurable(draft: Draft) -> str:
    """Write ``7 av 21 löften har ett måltal.``"""
    numeric, all_ = draft.counts
    return f"{number(numeric)} av {counted(all_, 'löfte', 'löften')} har ett måltal."


def goal(target: DraftTarget) -> str:
    """Write ``minst 80 per år``, or what it lacks: ``minst 2 per dag, går inte att följa``."""
    if target.value is None:
        return NO_GOAL
    amount = amount_phrase(target.comparator, target.value, target.value_max, target.minutes)
    average = "i snitt " if target.average else ""
    if target.interval is not None:
        return f"{average}{amount} {interval_phrase(target.interval, target.every)}"
    said = per_phrase(target.per) if target.per else ""
    return f"{average}{amount} {said}".rstrip() + ", perioden saknas"


def choice_label(choice: Choice, target: DraftTarget | None) -> str:
    """Name an answer by what it sets."""
    sets = dict(choice.sets)
    if isinstance(parties := sets.get("parties"), tuple):
        return parties_label(map(Party, parties))
    if "dropped" in sets:
        return "Ta bort det ena" if sets["dropped"] else "Behåll båda"
    if sets.get("kind") == PromiseKind.QUALITY:
        return label(PromiseKind.QUALITY)
    if "value" in sets and sets["value"] is None:
        return COUNT_ONLY
    interval = Interval(str(sets["interval"])) if sets.get("interval") else None
    return _amount(sets.get("value"), interval, target)


def _amount(value: object, interval: Interval | None, target: DraftTarget | None) -> str:
    """Write ``80``, ``Per år`` or ``1 per år``: only what the choice sets."""
    period = interval_phrase(interval) if interval else ""
    if not isinstance(value, int):
        return period.removeprefix("under ").capitalize()
    amount = amount_phrase(Comparator.EXACTLY, value, None, bool(target and target.minutes))
    return f"{amount} {period}".rstrip()


def relation_label(relation: Relation, agreement: Agreement) -> str:
    """Name what a draft can be to an agreement in the program: ``Ny version av Medborgarlöfte 2023–2024``."""
    return _RELATIONS[relation].format(agreement.title)


def occasions(target: DraftTarget) -> tuple[str, ...]:
    """Return ready answers to *Vad räknas som ett tillfälle?*; a person takes one or writes another."""
    if target.minutes:
        return ("Den tid som det pågår räknas, i timmar och minuter.",)
    return (
        "Varje gång det görs är ett tillfälle.",
        "Det som görs på en plats en dag är ett tillfälle; en ny plats är ett nytt.",
        "Allt som görs samma dag är ett tillfälle.",
    )


def owner_names(promise: DraftPromise) -> str:
    """Write who answers for the promise."""
    return parties_label(promise.parties, promise.third_parties)


def numbered(position: int, promise: DraftPromise) -> str:
    """Write ``Löfte 3, Trafikkontroller``."""
    return f"Löfte {position}, {promise.title or UNTITLED}"


def likely_name(name: str) -> str:
    """Say that a person may be named in a promise's texts."""
    return f"”{name}” ser ut som ett personnamn. Ta bort det om det är en person."


def saved_line(draft: Draft, when: str) -> str:
    """Write what a saved draft is: its name, municipalities and when it was saved."""
    places = listed(each.name for each in draft.municipalities) or "kommun saknas"
    return f"{places} · {measurable(draft)} Sparat {when}."


def period(draft: Draft) -> str:
    """Write the draft's period, or that it is missing."""
    if draft.period is None:
        return "perioden saknas"
    return f"{prose_date(draft.period.start)}–{prose_date(draft.period.last)}"


def comparator_label(comparator: Comparator) -> str:
    """Name a comparison; the bare number and the range have no word of their own in a sentence."""
    named = {Comparator.EXACTLY: "precis", Comparator.RANGE: "mellan"}
    return (named.get(comparator) or label(comparator)).capitalize()


def by_ear(about: str, text: str) -> str:
    """Write ``*Löfte 3, Trafikkontroller,* Ändra``: what stands around a button is said with it, and is not seen."""
    plain = _plain(about)
    return f"*{plain},* {text}" if plain else text


def answered(about: str, said: str) -> str:
    """Write ``Löfte 10, Skolbesök: per år.``"""
    return f"{about}: {said.rstrip('.')}."


def more_questions(count: int) -> str:
    """Say that more questions come when these are answered."""
    return "En fråga till efter det." if count == 1 else f"{number(count)} frågor till efter det."


def each_by_itself(count: int) -> str:
    """Offer one answer for all promises that lack one."""
    return f"Varje gång det görs är ett tillfälle, i alla {number(count)} löften"


def each_said(count: int) -> str:
    """Say that the promises have got it."""
    return f"{number(count)} löften: varje gång det görs är ett tillfälle. Ändra det där det inte stämmer."


def merged(position: int) -> str:
    """Say that two promises are one."""
    return f"Löfte {position} och {position + 1} är ett löfte nu."


def dropped(position: int) -> str:
    """Say that a promise was taken out."""
    return f"Löfte {position} är borttaget ur utkastet."


def split_up(position: int) -> str:
    """Say that a promise is two."""
    return f"Löfte {position} är två löften nu, {position} och {position + 1}."


def second_part(wording: str) -> str:
    """Write how the second of two promises begins."""
    words = wording.split()
    return _plain(f"… {' '.join(words[:12])}{' …' if len(words) > 12 else ''}")


def unknown(name: str) -> str:
    """Say that no municipality has the name."""
    return f"{name} (finns inte)"


def plan_choice(plan: ReadPlan) -> str:
    """Name one of several agreements in a text."""
    places = listed(plan.municipalities)
    return f"{plan.title} ({places + ', ' if places else ''}{counted(len(plan.promises), 'löfte', 'löften')})"


def left(count: int) -> str:
    """Say how much is left before a draft can be put in force."""
    return f"{LEFT}: {counted(count, 'sak', 'saker')}"


def lacking(numbers: Mapping[str, int], issue: Issue) -> str:
    """Write what is missing, and where: ``Löfte 3, Trafikkontroller: …``."""
    first, *rest = (issue.field or "").split(".")
    if first == "promises" and rest:
        where = f"Löfte {numbers.get(rest[0], '')}".strip()
    else:
        where = DUTIES if first == "duties" else FACT_NAMES.get(first, FACTS)
    return _plain(f"{where}: {issue_text(issue)}")


def _plain(text: str) -> str:
    return _MARKDOWN.sub("", text)


def adopted(agreement: Agreement, relation: Relation | None) -> str:
    """Say what has been put in force."""
    named = f"{agreement.title}, {agreement.home.name}"
    if relation is Relation.REVISION:
        return f"Den nya versionen av {named} är fastställd."
    if relation is Relation.FILL:
        return f"Den exakta lydelsen är ifylld i {named}."
    return f"{named} är fastställt, med {counted(len(agreement.promises), 'löfte', 'löften')}."
