"""What a heading or lead-in says about what stands under it: promises, background, follow-up or furniture."""

from enum import StrEnum

from loftdb.core.reading.source import folded


class Mode(StrEnum):
    """What kind of part of the document we are in."""

    OPEN = "open"
    """Nothing said yet: what looks like a promise is one."""
    PROMISE = "promise"
    AREAS = "areas"
    """The problems that were found, and those that come first."""
    BACKGROUND = "background"
    FOLLOW_UP = "follow_up"
    FURNITURE = "furniture"


_FURNITURE = (
    "kontakt", "har du synpunkter", "hör av dig", "till toppen", "dela sidan", "läs mer", "relaterad", "dokument", "cookies",
    "kakor", "javascript", "sök på", "stäng meny", "hitta på sidan", "skriv ut", "lyssna", "senast uppdaterad", "sidan uppdaterad",
    "facebook", "frågor och svar", "ladda ner", "mer information", "tipsa oss", "öppettider", "telefon", "e-post", "undertecknas",
    "underskrift", "för polisen", "för kommunen", "publicerad", "bilagor", "länkar", "innehåll",
)  # fmt: skip
_FOLLOW_UP = (
    "uppföljning", "följs upp", "följa upp", "så går det", "så här går det", "så gick det", "följ med", "resultat", "utvärdering",
    "redovisning", "återkoppling", "återrapport", "utfall", "vi har gjort", "detta har vi gjort", "det här har vi gjort",
    "genomförda", "tidigare medborgarlöften", "hände", "tidigare löften", "kommunikation",
)  # fmt: skip
_AREAS = (
    "problemområde", "fokusområde", "prioriterade områden", "prioriterat område", "insatsområde", "målområde", "problem är",
    "områden som", "områden är", "identifierade områden", "utvecklingsområde", "tre områden", "dessa områden", "följande områden",
    "följande problem", "problemen är", "fokus på", "prioriterade problem", "prioriteras",
)  # fmt: skip
_BACKGROUND = (
    "situationen i dag", "situationen idag", "nuläge", "lägesbild", "problembild", "bakgrund", "inledning", "process", "vad är ett",
    "vad är medborgarlöfte", "syfte", "åstadkomma", "vision", "effekt", "målsättning", "vårt mål", "målet", "om medborgarlöfte",
    "varför", "ordförklaring", "definition", "vad innebär", "så togs", "dialog har", "så här har vi", "önskat läge", "medborgardialog",
    "förutsättning", "vad vill vi uppnå", "ska leda till", "organisation", "samverkansöverenskommelse", "giltighet", "vill uppnå",
)  # fmt: skip
_PROMISE = (
    "lovar", "löften vi", "våra löften", "gemensamma löften", "ska vi göra", "ska göras", "göra följande", "följande göra", "görs följande", "gör vi", "ska ske",
    "aktiviteter", "aktivitet", "åtaganden", "åtagande", "åtar sig", "åtgärder", "insatser", "ska:", "ska :", "kommer att", "vi ska",
    "genomföra", "det här gör vi", "så gör vi", "det här ska", "detta ska", "ska att", "ansvarar för", "löfte till", "vårt löfte",
    "löftena", "löften för", "polisens löften", "kommunens löften", "överenskomna", "konkreta", "genom:", "medborgarlöften för",
)  # fmt: skip
_OWNERS = ("polisen", "polis", "kommunen", "tillsammans", "gemensamt", "polismyndigheten", "polisen och kommunen")


def mode_of(text: str) -> Mode | None:
    """Return what a heading or lead-in announces; null: a theme, which changes nothing."""
    said = folded(text)
    bare = said.strip(" :.*").removesuffix("s")
    if bare in _OWNERS or said.rstrip(" .").endswith((" ska", " lovar", " att", "ska:", "lovar:", "att:")):
        return Mode.PROMISE
    for mode, stems in (
        (Mode.FURNITURE, _FURNITURE),
        (Mode.FOLLOW_UP, _FOLLOW_UP),
        (Mode.AREAS, _AREAS),
        (Mode.BACKGROUND, _BACKGROUND),
        (Mode.PROMISE, _PROMISE),
    ):
        if any(stem in said for stem in stems):
            return mode
    return None


def is_title(text: str) -> bool:
    """Tell whether a heading names an agreement: *Medborgarlöfte 2018*, *Kumla – medborgarlöften*."""
    said = folded(text)
    return ("medborgarlöfte" in said or "medborgarlöften" in said) and mode_of(text) in (None, Mode.PROMISE)
