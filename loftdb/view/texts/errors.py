"""One Swedish sentence with the cure for every error that a user can meet."""

from loftdb.core import errors
from loftdb.core.access import Action
from loftdb.view.texts.issues import issue_text
from loftdb.view.texts.labels import label

_KINDS = {
    "promise": "löftet",
    "agreement": "medborgarlöftet",
    "measure": "måttet",
    "activity": "aktiviteten",
    "municipality": "kommunen",
    "month": "månaden",
    "submission": "registreringen",
    "status": "statusen",
    "draft": "utkastet",
    "duty": "uppföljningen",
    "deviation": "avvikelsen",
    "meeting": "mötet",
    "decision": "beslutet",
    "comment": "kommentaren",
    "verdict": "bedömningen",
    "council": "rådets namn",
    "indicator": "värdet",
    "document": "dokumentet",
    "season": "fördelningen över året",
    "district": "lokalpolisområdet",
    "target": "målet",
    "role": "rollen",
    "page": "sidan",
    "year": "året",
    "file": "filen",
}

_SENTENCES: dict[type[errors.LoftdbError], str] = {
    errors.NotAllowed: "Din roll får inte {action} här. Be en samordnare eller administratör om hjälp.",
    errors.NotFound: "Det går inte att hitta {kind} {name}. Kontrollera adressen eller välj i listan.",
    errors.AlreadySaved: "Det här är redan sparat. Du behöver inte göra något.",
    errors.ConcurrentChange: "Någon annan har ändrat {kind} efter att du öppnade sidan. "
    "Kopiera det du vill behålla, ladda om sidan och gör om ändringen.",
    errors.StoreError: "Databasen {path} kan inte användas. Kontrollera att mappen finns och att du får skriva i den.",
    errors.DatabaseMissing: "Databasen {path} finns inte. Rätta sökvägen, eller skapa den med ”loftdb init {path}” "
    "(lägg till ”--demo” för påhittade exempel).",
    errors.BackupMissing: "Säkerhetskopian {path} finns inte. Rätta sökvägen; inget är ändrat.",
    errors.DocumentMissing: "Filen {path} finns inte. Rätta sökvägen.",
    errors.DocumentUnusable: "{path} är ingen fil som går att läsa. Skriv sökvägen till en fil som du får öppna.",
    errors.NoFile: "{path} är ingen fil. Skriv hela sökvägen till databasen, som data/loft.duckdb.",
    errors.DatabaseExists: "Filen {path} finns redan och skrivs inte över. Välj ett annat namn eller flytta filen.",
    errors.DatabaseBusy: "Databasen {path} används av ett annat program, troligen en server som är igång. "
    "Stäng det först, eller arbeta i webbläsaren.",
    errors.DatabaseDamaged: "Filen {path} är skadad eller inte en databas för medborgarlöften. "
    "Återställ den senaste säkerhetskopian med ”loftdb restore”.",
    errors.BackupDamaged: "Filen {path} är skadad eller ingen säkerhetskopia. Välj en annan; inget är ändrat.",
    errors.DatabaseNewer: "Databasen {path} är skriven av en nyare version av programmet. "
    "Uppdatera programmet och försök igen.",
    errors.DiskFull: "Disken är full. Det du nyss skrev är inte sparat, men allt som sparats tidigare finns kvar. "
    "Frigör utrymme och spara igen.",
    errors.DocumentUnwritten: "Dokumentet ”{title}” gick inte att skapa, så inget är sparat och inget är ändrat. "
    "Försök igen, och säg till den som sköter programmet om det händer en gång till.",
    errors.AddressRefused: "Programmet kan bara visas på den här datorn (127.0.0.1), inte på {host}, "
    "eftersom inloggning saknas än. Ta bort adressen och starta igen.",
    errors.PortBusy: "Port {port} används redan av ett annat program. Stäng det eller välj en annan port.",
    errors.LoftdbError: "Något gick fel, och inget har sparats. Försök igen.",
}


def error_text(error: errors.LoftdbError) -> str:
    """Return the error's sentence with the cure; refused input gives one line per issue."""
    if isinstance(error, errors.Refused):
        return "\n".join(issue_text(issue) for issue in error.issues)
    template = next(_SENTENCES[kind] for kind in type(error).__mro__ if kind in _SENTENCES)
    return template.format(**{name: _fact(name, value) for name, value in vars(error).items()})


def _fact(name: str, value: object) -> str:
    text = str(value)
    if name == "action" and text in list(Action):
        return label(Action(text))
    return _KINDS.get(text, text) if name == "kind" else text
