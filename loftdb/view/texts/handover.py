"""The words of *Överlämning*: the panel that makes it, and the printout itself."""

TITLE = "Överlämning"
LEAD = (
    "Till den som tar över: medborgarlöftena och hur de räknas, vem som rapporterar vad, öppna beslut och det som "
    "väntar. Inga namn, bara parter och funktioner."
)
MAKE, WORKING, READY = "Ta fram överlämning", "Överlämningen tas fram …", "Överlämningen är klar."
PDF = "Hämta som PDF"

EXAMPLE_NOTE = "Exempeldata: det som är registrerat är påhittat."

MUNICIPALITY, DISTRICT, RUNNING, ENDED = "Kommun", "Lokalpolisområde", "Gäller nu", "Senast avslutat"
HELD, COMING, NO_MEETING = "Senaste mötet", "Nästa möte", "Inget är planerat"
NONE_RUNNING = "Inget medborgarlöfte"
MADE = "Framtaget"

WAITS = "Det som väntar"
NOTHING_WAITS = "Inget väntar på svar just nu."
UNSIGNED = "{party}: uppgift saknas för {months}. Stäm av i Månadsblad."
DECISIONS_DUE = "{count} skulle ha varit klara. De står under Öppna beslut."
DECISION_DUE = "1 beslut skulle ha varit klart. Det står under Öppna beslut."
DUTY = "{name}, {window}: {stage}."
LAGGING = "Släpar efter enligt Översikt: {titles}."
STALE, STALE_MANY = (
    "Ingen uppdatering på länge: {titles}.",
    "{count} har ingen uppdatering på länge. De står i Översikt.",
)
EXPLAIN = "Avvikelse och orsak saknas för {titles}."
DISAGREED = "Parterna är inte överens om hur texten ska läsas: {titles}."
UNASKED = "Parterna har inte svarat på hur texten ska läsas: {titles}."

PERIOD, FOLLOWED, WITH, AREAS, SOURCE = "Period", "Följs här från", "Gemensamt med", "Problemområden", "Källa"
HOW_COUNTED, IN_WORDS = "Så räknas löftena", "Löften som följs med status och text"
COUNTED_HEADER = ("Löfte", "Mål", "Så räknas det")
EVENLY = "Där inget annat står fördelas målet jämnt över året."
READING, CONDITIONAL, OWNER, ABOUT = "Tolkning:", "Villkorat:", "Ansvarig: {who}", "Löfte: {title}"
SENSITIVE = "Känsligt löfte: räknas per månad, utan plats och kommentar."
SENSITIVE_WORDED = "Känsligt löfte."
SENSITIVE_NOTE = "Det som skrivs om ett känsligt löfte visas bara för dem som arbetar med det."
AGREED = {True: "Parterna: överens.", False: "Parterna: inte överens.", None: "Parterna: har inte svarat."}
NO_TARGET, EARLIER, FROM, DROPPED = "Inget måltal", "Tidigare: {target}", "från {day}", "avfört {day}"
LIST = "Lista med {count} att bocka av."

REPORTS = "Vem som rapporterar vad"
REPORTS_HEADER = ("Ansvarig", "Ansvarig funktion", "Löften")
NO_FUNCTION = "Inte angiven"
REPORTS_NOTE = (
    "Varje part stämmer av sina månader i Månadsblad. "
    "Löften där ansvarig inte framgår följer båda parternas avstämning."
)

SIGNED = "Avstämda månader"
SIGNED_HEADER = ("Part", "Avstämt", "Uppgift saknas")
NONE_SIGNED, NONE_MISSING = "Ingen månad", "Ingen"

OPEN = "Öppna beslut"
OPEN_HEADER = ("Åtgärd", "Ansvarig funktion", "Klart senast", "Beslutat")
LATE, NONE_OPEN = "(skulle ha varit klart)", "Inga beslut är öppna."
HIDDEN = "Beslut om ett känsligt löfte. Texten står vid mötet."

DUTIES = "Uppföljningar framåt"
NO_DUTIES = "Inga uppföljningar återstår."
EVERY_MEETING = "Vid varje möte"

UNEXPLAINED = "Avvikelser utan orsak"
UNEXPLAINED_HEADER = ("Löfte", "År", "Läge")
NONE_UNEXPLAINED = "Alla avvikelser har en orsak."
WHOLE = "Hela perioden"

PLACES = "Så hittar du i programmet"
PAGES_OF = (
    ("Översikt", "Läget för ett medborgarlöfte, de som ligger efter först."),
    ("Registrera", "En aktivitet, direkt när den är gjord."),
    ("Månadsblad", "En hel månad på en gång, och avstämningen."),
    ("Löfte", "Allt om ett löfte: mål, tolkning, läge, avvikelse och ändringar."),
    ("Uppföljningar", "Det som ska redovisas, kalenderfil och underlag till tjänsteskrivelse."),
    ("BRÅ-möte", "Utskick, möte, beslut och minnesanteckningar."),
    ("Aktiviteter", "Allt som är registrerat, med rättelser."),
    ("Hjälp", "Hur läget räknas, och alla gränser."),
)
