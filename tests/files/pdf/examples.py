"""A document with one of every part."""

from datetime import datetime

from loftdb.core.documents import (
    Alignment,
    Bullets,
    Document,
    Figure,
    Heading,
    KeyFacts,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Together,
)

MOMENT = datetime.fromisoformat("2024-10-15T08:30:05")
BAR = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="20"><rect width="100%" height="12" fill="#ddd"/>'
    '<rect width="60%" height="12" fill="#d9483b"/></svg>'
)
SYMBOL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M8 1.5l7 13H1z" fill="#d9483b"/></svg>'
CODE = '#panic("x") $x^2$ @ref *fet* _em_ <label> \\ [a] "q" \'q\' -- ... ~ // = `raw` /* */ #[b] {c} https://x.se'


def a_document(*more: object) -> Document:
    """Return a document of three pages that says a little of everything."""
    lines = tuple((f"Löfte {number}", "minst 80 per år", str(number)) for number in range(1, 46))
    return Document(
        "Uppföljning av #medborgarlöfte",
        MOMENT,
        (
            Note("Exempeldata: aktiviteterna är påhittade."),
            KeyFacts(
                (("Kommun", "Strömstad"), ("Läge till och med", (Run("30 september", strong=True), Run(" 2024"))))
            ),
            Heading("Sammanfattning"),
            Paragraph((Run("Fet", strong=True), Run(" och "), Run("kursiv", emphasis=True), Run(" och vanlig."))),
            Paragraph("Liten skrift\npå två rader.", small=True),
            Bullets(("en punkt", CODE)),
            Bullets(("ett", "två"), numbered=True),
            Heading("Uppföljning"),
            Together((Heading("Trafikkontroller", 2, "Efter", SYMBOL), Figure(BAR, "Utfall 55, mål 80."))),
            Heading("År för år", 3),
            Table(
                ("Löfte", "Mål", "Utfall"), lines, (Alignment.START, Alignment.START, Alignment.END), (2, 1, 0), "Alla"
            ),
            PageBreak(),
            Heading("Sist"),
            Figure(BAR, "Samma stapel en gång till.", "En stapel", width=80),
            *more,  # type: ignore[arg-type]
        ),
        kicker="Strömstads kommun",
        lead="Till kommunstyrelsen",
        footer="Exempeldata",
        pages=("Sida ", " av "),
    )
