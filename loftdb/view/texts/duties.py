"""The words of *Uppföljningar*: the list, one of them, its form, and what can be taken away from the page."""

TITLE = "Uppföljningar"
LEAD = "Det som medborgarlöftena lovar att redovisa, och när. Det som kommer härnäst står först."
NONE = "Inget medborgarlöfte som du får läsa lovar någon uppföljning."
NONE_IN = "Inget medborgarlöfte i {municipality} lovar någon uppföljning."
NOTHING_TO_READ = (
    "Den här rollen har inga uppföljningar att läsa. Byt roll högst upp på sidan, eller be en administratör om läsrätt."
)
MUNICIPALITY, EVERYWHERE = "Kommun", "Alla kommuner"
YEAR = "År"
LEFT, DONE, COUNTS = "Uppföljningar som återstår", "Genomförda", "Antal uppföljningar per läge"
MAY_BE_DONE = "Löftena följs här från {day}: markera uppföljningen som genomförd om den är gjord."
NOTHING_LEFT = "Inget återstår. Alla uppföljningar är genomförda."
PER_MEETING = "Vid varje möte"
PER_MEETING_NOTE = "Dessa görs på rådets möten och visas här när ett möte är sparat."

TO_WHOM, WHEN, NEXT, HISTORY, WAYS = "Till", "När", "Härnäst", "Historik", "Vägar härifrån"
MARKED, TAKEN_BACK = "Genomförd", "Ångrad: inte genomförd"

FORM_TITLE = "Markera som genomförd"
ON = "Datum då den gjordes"
PARAGRAPH, PARAGRAPH_LIKE = "Paragraf i protokollet", "§ 112"
CASE, CASE_LIKE = "Diarienummer", "KS 2024/0123"
SAVE, UNDO = "Markera som genomförd", "Ångra, den är inte genomförd"
SAVED = "Sparat. Uppföljningen är genomförd."
UNDONE = "Ångrat. Uppföljningen är inte genomförd, och det som stod finns kvar i historiken."
READ_ONLY = "Samordnaren i kommunen markerar när uppföljningen är gjord."
NOT_FOUND = "Uppföljningen ”{asked}” finns inte att visa för din roll. Välj en i listan."

AGENDA = "Årshjul"
AGENDA_LEAD = "Uppföljningar, möten, annonserade tillfällen och skolterminer. Siffrorna i hjulet står i listan."
OTHER_MUNICIPALITY = "Välj en annan kommun högst upp på sidan."
MEETING = "Möte i"
NOTHING_THIS_YEAR = "Inget är inplanerat det här året."

CALENDAR = "Hämta till kalendern (.ics)"
CALENDAR_HELP = (
    "Uppföljningar och annonserade tillfällen i {municipality}, för Outlook, Google eller telefonen. "
    "Planerade kontroller finns aldrig med."
)

MEMO = "Underlag till tjänsteskrivelse"
MEMO_LEAD = (
    "Text till nämnd eller kommunstyrelse: läget löfte för löfte, avvikelser, det som inte är känt och ett förslag "
    "till beslut. Läs igenom och ändra innan du använder den."
)
MEMO_MAKE, MEMO_WORKING, MEMO_READY = "Ta fram underlag", "Underlaget tas fram …", "Underlaget är klart."
MEMO_PDF, MEMO_TEXT = "Hämta som PDF", "Text att klistra in"
MEMO_COPY, MEMO_COPIED = "Kopiera texten", "Kopierad."
