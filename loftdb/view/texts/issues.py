"""One Swedish sentence with the cure for every issue code; a code without one fails the tests."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from loftdb.core.errors import Issue
from loftdb.view.formats import listed, number, prose_date
from loftdb.view.texts.file_issues import FILE_SENTENCES, KINDS
from loftdb.view.texts.labels import label

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
    # Free text
    "text_too_long": "Texten har {length} tecken, och högst {max} får plats. Korta den.",
    "personal_identity_number": "Texten ser ut att innehålla ett personnummer eller samordningsnummer. "
    "Ta bort det och spara igen.",
    "email_address": "Texten innehåller en e-postadress. Ta bort den och spara igen.",
    "phone_number": "Texten ser ut att innehålla ett telefonnummer. Ta bort det och spara igen.",
    "registration_plate": "Texten ser ut att innehålla ett registreringsnummer. Ta bort det och spara igen.",
    "likely_name": "”{name}” ser ut som ett personnamn. Skriv funktionen i stället, om det är en person.",
    # Reference data
    "agreement_exists": "Det finns redan ett medborgarlöfte med id {id}. Välj ett annat id.",
    "promise_exists": "Det finns redan ett löfte med id {id}. Välj ett annat id.",
    "measure_exists": "Det finns redan ett mått med id {id}. Välj ett annat id.",
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
    """Write a fact; whole numbers are grouped from ten thousand, so that a year stays a year."""
    if key in ("wanted", "kind", "construct"):
        return KINDS.get(str(value), str(value))
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, date):
        return prose_date(value)
    if isinstance(value, int) and value >= _FIRST_GROUPED:
        return number(value)
    if isinstance(value, tuple | list | set | frozenset):
        return listed((_fact("", each) for each in value), "eller")
    return str(value)
