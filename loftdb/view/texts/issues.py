"""One Swedish sentence with the cure for every issue code; a code without one fails the tests."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from loftdb.core.errors import Issue
from loftdb.core.periods import Period
from loftdb.view.formats import listed, number, prose_date
from loftdb.view.texts.check_issues import CHECK_SENTENCES
from loftdb.view.texts.command_issues import OPTIONS, USAGE_SENTENCES
from loftdb.view.texts.document_issues import DOCUMENT_SENTENCES
from loftdb.view.texts.draft_issues import DRAFT_SENTENCES
from loftdb.view.texts.file_issues import FILE_SENTENCES, KINDS
from loftdb.view.texts.follow_up_issues import FOLLOW_UP_SENTENCES
from loftdb.view.texts.labels import label
from loftdb.view.texts.meeting_issues import MEETING_SENTENCES

_FILE = "file_"
_FIRST_GROUPED = 10_000

SENTENCES: dict[str, str] = {
    # Logging
    "no_shares": "Välj minst ett löfte som aktiviteten ska räknas till.",
    "measure_twice": "Samma löfte är valt två gånger. Ta bort det ena och skriv hela antalet vid det andra.",
    "count_not_positive": "Antalet ska vara minst 1. Ta bort löftet om aktiviteten inte ska räknas till det.",
    "fewer_than_weeks": "Antalet är {count}, men {weeks} veckor är markerade. Varje markerad vecka behöver minst ett "
    "tillfälle: höj antalet eller avmarkera veckor.",
    "already_withdrawn": "Aktiviteten är redan struken. Du behöver inte göra något.",
    "registered_in_future": "Registreringstiden ligger i framtiden. Ange en tid som har varit.",
    "registered_before_version": "Registreringstiden är tidigare än den senaste ändringen av aktiviteten. "
    "Ange en senare tid.",
    "count_too_large": "Antalet är {count}, och högst {max} går att spara. Kontrollera siffran.",
    "unknown_measure": "Ett av löftena finns inte längre att räkna till. Ladda om sidan och välj igen.",
    "several_municipalities": "Löftena hör till olika kommuner. Registrera en aktivitet för varje kommun.",
    "promise_not_counted": "”{title}” räknas inte i antal. Uppdatera i stället status på löftets egen sida.",
    "several_measures": "”{title}” räknas på flera sätt. Välj {measures}.",
    "no_days": "Datum saknas, eller slutet ligger före början. Rätta datumet.",
    "several_days": "En enskild aktivitet har ett datum. Välj ett datum, eller registrera flera dagar i en månad.",
    "date_far": "Året ska ligga mellan {first} och {last}. Rätta datumet.",
    "batch_across_months": "Dagarna {first}–{last} ligger i olika månader. Registrera en månad i taget.",
    "batch_in_future": "Slutdatumet {last} har inte varit än. Välj ett tidigare datum.",
    "week_outside_batch": "En markerad vecka ligger utanför dagarna. Avmarkera den eller ändra dagarna.",
    "annual_not_a_year": "En årsuppgift gäller ett helt kalenderår. Välj ett år.",
    "annual_not_ended": "År {year} är inte slut än. Registrera årsuppgiften när året är slut.",
    "annual_without_source": "En årsuppgift behöver en källa. Skriv var siffran är publicerad.",
    "cancelled_without_reason": "Välj varför tillfället ställdes in.",
    "not_announced": "”{title}” är inget annonserat tillfälle och kan inte bokas i förväg. "
    "Registrera det när det är genomfört.",
    "sensitive_text": "Löftet är känsligt: plats och kommentar sparas inte. Ta bort texten och spara igen.",
    "sensitive_with_others": "Ett känsligt löfte räknas per månad och kan inte registreras ihop med ett annat. "
    "Registrera dem var för sig.",
    "weeks_not_mondays": "En vecka är angiven två gånger eller med fel dag. Markera varje vecka en gång.",
    "annual_not_done": "En årsuppgift gäller det som är genomfört. Välj Genomförd.",
    "withdrawn_entry": "En ny aktivitet kan inte vara struken. Välj Genomförd, Planerad eller Inställd.",
    # Warnings
    "annual_beside_others": "År {year} finns redan registrerat ({count}). Årsuppgiften läggs till det.",
    "outside_period": "Datumet ligger utanför perioden {period}. Aktiviteten sparas, men räknas inte till ”{title}”.",
    "in_no_counted_week": "{date} räknas inte till någon vecka i perioden. "
    "Aktiviteten sparas, men fyller ingen vecka för ”{title}”.",
    "large_count": "Stämmer {count}? Det är ovanligt många på en gång. Ångra eller rätta, om det är fel.",
    "planned_in_the_past": "{date} har redan varit. Välj Genomförd eller Inställd, om det är avgjort.",
    "possible_duplicate": "Det finns redan en liknande aktivitet {date}, nummer {activity}. "
    "Kontrollera att den inte blir registrerad två gånger.",
    # A month's sheet
    "not_on_sheet": "Ett av löftena finns inte på månadsbladet. Ladda om sidan och fyll i igen.",
    "count_negative": "Antalet kan inte vara mindre än 0. Skriv månadens hela antal.",
    "below_logged": "”{title}” har redan {logged} registrerade på andra sätt, och antalet {total} är lägre. "
    "Höj antalet, eller rätta aktiviteterna under Aktiviteter.",
    "week_not_on_sheet": "Veckan som börjar {week} kan inte fyllas i på det här månadsbladet. Ladda om sidan.",
    "week_logged_elsewhere": "Veckan som börjar {week} är redan ifylld av en annan aktivitet. "
    "Rätta den under Aktiviteter.",
    "week_held_and_cancelled": "Veckan som börjar {week} är både markerad och inställd. Ta bort det ena.",
    "month_not_ended": "Månaden är inte slut än och kan inte stämmas av. "
    "Registrera det som har hänt, och stäm av när månaden är slut.",
    "nothing_to_sign": "Parten har inget löfte att stämma av den månaden. Välj en annan månad, kommun eller part.",
    # Status
    "nothing_said": "Välj en status, skriv vad som har gjorts eller bocka av något, och spara sedan.",
    "status_in_future": "Datumet har inte varit än. Välj i dag eller ett tidigare datum.",
    "unknown_item": "Något på listan finns inte längre. Ladda om sidan och bocka av igen.",
    "year_outside_agreement": "År {year} ligger utanför medborgarlöftets period. Välj ett år i perioden.",
    # Free text
    "text_too_long": "Texten har {length} tecken, och högst {max} får plats. Korta den.",
    "personal_identity_number": "Texten ser ut att innehålla ett personnummer eller samordningsnummer. "
    "Ta bort det och spara igen.",
    "email_address": "Texten innehåller en e-postadress. Ta bort den och spara igen.",
    "phone_number": "Texten ser ut att innehålla ett telefonnummer. Ta bort det och spara igen.",
    "registration_plate": "Texten ser ut att innehålla ett registreringsnummer. Ta bort det och spara igen.",
    "likely_name": "”{name}” ser ut som ett personnamn. Skriv funktionen i stället, om det är en person.",
    "likely_plate": "”{plate}” kan vara ett registreringsnummer. Ta bort det, om det är det.",
    # Reference data
    "agreement_exists": "Det finns redan ett medborgarlöfte med id {id}. Välj ett annat id.",
    "promise_exists": "Det finns redan ett löfte med id {id}. Välj ett annat id.",
    "measure_exists": "Det finns redan ett mått med id {id}. Välj ett annat id.",
    **CHECK_SENTENCES,
    **DRAFT_SENTENCES,
    **DOCUMENT_SENTENCES,
    **FOLLOW_UP_SENTENCES,
    **MEETING_SENTENCES,
    **USAGE_SENTENCES,
}


def issue_text(issue: Issue) -> str:
    """Return the sentence of the issue's code with its facts; a mistake in a file begins with file, line and key."""
    facts = defaultdict(lambda: "…", {key: _fact(key, value) for key, value in issue.facts.items()})
    if issue.code.startswith(_FILE):
        place = f"{facts['file']}, rad {facts['line']}" + (f", {issue.field}" if issue.field else "")
        return f"{place}: {_sentence(FILE_SENTENCES, issue.code.removeprefix(_FILE)).format_map(facts)}"
    return _sentence(SENTENCES, issue.code).format_map(facts)


def _sentence(sentences: Mapping[str, str], code: str) -> str:
    return sentences.get(code, f"Uppgiften kan inte sparas så här ({code}). Kontrollera den och försök igen.")


def _fact(key: str, value: object) -> str:
    if key == "option":
        return OPTIONS.get(str(value), str(value))
    is_kind = key in ("wanted", "kind", "construct", "because")
    return KINDS.get(str(value), str(value)) if is_kind else _written(value)


def _written(value: object) -> str:
    """Write a fact; whole numbers are grouped from ten thousand, so that a year stays a year."""
    match value:
        case StrEnum():
            return label(value)
        case Period():
            return f"{prose_date(value.start)}–{prose_date(value.last)}"
        case date():
            return prose_date(value)
        case tuple() | list():
            return listed(map(_written, value), "eller")
    return number(value) if isinstance(value, int) and value >= _FIRST_GROUPED else str(value)
