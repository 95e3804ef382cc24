"""Every word of the command line: help, headings, what is said beside results, and its own mistakes."""

import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path

from loftdb.core import errors
from loftdb.view.texts.errors import error_text

COMMANDS = {
    "init": "Skapa en databas med de fem medborgarlöftena.",
    "serve": "Visa sidorna på den här datorn, tills du trycker Ctrl+C.",
    "check": "Kontrollera att allt i databasen hänger ihop.",
    "backup": "Spara en säkerhetskopia av en databas som ingen server använder.",
    "restore": "Lägg tillbaka en säkerhetskopia. Filen som fanns där sparas under ett annat namn.",
    "promises": "Lista alla löften med deras mål.",
    "log": "Registrera en aktivitet, mot ett eller flera löften.",
    "withdraw": "Stryk en aktivitet. Den finns kvar i historiken.",
    "sign-off": "Stäm av en månad: allt som hände är registrerat.",
    "read": "Läs ett publicerat medborgarlöfte (.pdf, .docx, .html eller .txt) och visa löften och mål. Inget sparas.",
    "progress": "Visa utfall och läge för varje löfte och år.",
    "changes": "Visa vad som har registrerats, rättats och ändrats mellan två tider, och vad det gjorde med läget.",
    "lagging": "Visa löften som släpar efter, de med minst tid kvar först.",
    "needed": "Visa vad som återstår av varje löfte, månad för månad.",
}
"""What each command does, in the order they are listed."""

_OPTIONS = {
    "file": ("FIL", "databasen som ska skapas"),
    "document": ("FIL", "dokumentet som ska läsas"),
    "--demo": ("", "fyll den med påhittade aktiviteter; klockan står på 15 oktober 2024"),
    "--followed-from": ("DAG", "Följs här från; utelämnad: i dag"),
    "--database": ("FIL", "databasen"),
    "--host": ("ADRESS", "adress på den här datorn; utelämnad: 127.0.0.1"),
    "--port": ("PORT", "utelämnad: 8501"),
    "--backup-dir": ("MAPP", "säkerhetskopiera hit varje dygn och vid avslut; de 14 senaste sparas"),
    "--to": ("FIL", "säkerhetskopian som ska skapas"),
    "--from": ("FIL", "säkerhetskopian att lägga tillbaka"),
    "--promise": ("ID[=ANTAL]", "löftet, med eget antal; upprepa för flera löften"),
    "--date": ("DAG", "när det hände, som 2024-03-15"),
    "--count": ("ANTAL", "antal för de löften som inte har ett eget; utelämnad: 1"),
    "--state": ("STATUS", "done (genomförd), planned (planerad) eller cancelled (inställd); utelämnad: done"),
    "--reason": ("ORSAK", "till inställd: redeployed, illness, weather eller other"),
    "--place": ("TEXT", "plats"),
    "--note": ("TEXT", "kommentar; inga personuppgifter"),
    "--registered-at": ("TID", "när den registrerades; utelämnad: nu"),
    "--activity": ("NUMMER", "aktivitetens nummer"),
    "--municipality": ("KOMMUN", "kommunens namn eller kod"),
    "--party": ("PART", "police (polisen) eller municipality (kommunen)"),
    "--month": ("MÅNAD", "som 2024-03"),
    "--on": ("DAG", "bedöm till och med dagen; utelämnad: till och med senast avstämda månad"),
    "--district": ("OMRÅDE", "lokalpolisområdets namn; utelämnat: alla"),
    "--known-on": ("TID", "räkna bara det som var registrerat då"),
    "--format": ("FORMAT", "table (tabell) eller json; utelämnad: table"),
}
"""The value's name (empty for a switch) and what the option is for."""

_OWN_OPTIONS = {
    ("changes", "--from"): ("TID", "från den här tiden"),
    ("changes", "--to"): ("TID", "till och med den här tiden"),
}
"""The same for options that mean something else in one command."""

_TIMES = "Tider utan tidszon är svensk tid. Ett datum som tid betyder slutet av den dagen."
_EXAMPLES = (
    "loftdb init data/loft.duckdb",
    "loftdb serve --database data/loft.duckdb",
    "loftdb log --database data/loft.duckdb --promise stromstad-2023-2024/trafikkontroller=3 --date 2024-03-15",
)

HEADINGS = {
    "database": "Databas",
    "agreements": "Medborgarlöften",
    "promises": "Löften",
    "backup": "Säkerhetskopia",
    "moved_to": "Filen som fanns ligger i",
    "activity": "Aktivitet",
    "lines": "Rader",
    "version": "Version",
    "state": "Status",
    "warnings": "Varningar",
    "municipality": "Kommun",
    "party": "Part",
    "month": "Månad",
    "code": "Kod",
    "sentence": "Fel",
}
"""The heading of each key, where a table shows the records as they are."""

PROMISES = ("Löfte", "Rubrik", "Ansvarig", "Mål")
PROGRESS = ("Kommun", "Löfte", "År", "Utfall", "Läge", "Till och med", "Så räknas det")

_HINTS = {
    "promise": "”loftdb promises” listar alla löften.",
    "measure": "”loftdb promises” listar alla löften.",
    "municipality": "”loftdb promises” visar vilka kommuner som finns.",
    "district": "”loftdb lagging” utan --district visar alla lokalpolisområden.",
    "activity": "Numret skrevs ut när aktiviteten registrerades, och står under Aktiviteter.",
}


def command_error(error: errors.LoftdbError) -> str:
    """Return the error's sentence with the cure that a command line has."""
    if isinstance(error, errors.NotFound) and error.kind in _HINTS:
        return f"”{error.name}” finns inte. {_HINTS[error.kind]}"
    return error_text(error)


UNWRITTEN = "Svaret gick inte att skriva ut. Kontrollera att det finns plats där det ska skrivas."


def unexpected(error: Exception) -> str:
    """Tell of an error that nobody foresaw, with the kind and place that a report of it needs.

    What it says itself is in English, and may quote what somebody wrote.
    """
    places = traceback.extract_tb(error.__traceback__)
    place = f" {Path(places[-1].filename).name}:{places[-1].lineno}" if places else ""
    return (
        "Något oväntat gick fel. Försök igen, och rapportera felet om det återkommer, "
        f"med den här koden: {type(error).__name__}{place}."
    )


def logged(activity: int) -> str:
    """Tell that an activity is saved."""
    return f"Aktiviteten är sparad och har nummer {activity}."


def withdrawn(activity: int) -> str:
    """Tell that an activity no longer counts."""
    return f"Aktivitet {activity} är struken."


def signed(municipality: str, month: str) -> str:
    """Tell that a municipality's month is signed off."""
    return f"{month} är avstämd för {municipality}."


def created(path: str, is_demo: bool) -> str:
    """Tell that a database is made, and how to go on."""
    what = "Exempeldatabasen" if is_demo else "Databasen"
    return f"{what} {path} är klar. Visa den med ”loftdb serve --database {path}”."


def checked(wrong: int) -> str:
    """Tell how a check ended."""
    return f"{wrong} fel hittades." if wrong else "Allt hänger ihop."


def backed_up(path: str) -> str:
    """Tell that a backup is made and read through."""
    return f"Säkerhetskopian {path} är sparad och kontrolläst."


def restored(path: str, moved: str | None) -> str:
    """Tell that a backup is in place, and where the file that was there lies."""
    rest = f" Filen som fanns där ligger kvar som {moved}." if moved else ""
    return f"Säkerhetskopian är tillbakalagd som {path}.{rest}"


def general_help(names: Iterable[str]) -> str:
    """Return what is shown without a command."""
    lines = [f"  {name:<10} {COMMANDS[name]}" for name in names]
    examples = [f"  {line}" for line in _EXAMPLES]
    return "\n".join(
        [
            "loftdb visar om medborgarlöften hålls.",
            "",
            "Skriv: loftdb KOMMANDO [VAL …]",
            "",
            *lines,
            "",
            "”loftdb KOMMANDO --help” visar vad ett kommando behöver, ”loftdb --version” vilken version du har.",
            "",
            "Till exempel:",
            *examples,
            "",
        ]
    )


def command_help(name: str, options: Sequence[tuple[str, bool]]) -> str:
    """Return a command's help; each option as its name and whether it must be given."""
    told = {option: _OWN_OPTIONS.get((name, option), _OPTIONS[option]) for option, _ in options}
    forms = {option: _form(option, value) for option, (value, _) in told.items()}
    usage = " ".join(forms[option] if required else f"[{forms[option]}]" for option, required in options)
    width = max(map(len, forms.values()))
    lines = [f"  {forms[option]:<{width}}  {about}" for option, (_, about) in told.items()]
    return "\n".join([COMMANDS[name], "", f"Skriv: loftdb {name} {usage}", "", *lines, "", _TIMES, ""])


def _form(option: str, value: str) -> str:
    if not option.startswith("-"):
        return value
    return f"{option} {value}" if value else option
