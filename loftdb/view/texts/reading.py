"""One Swedish sentence for everything that a reading leaves open: what is unsure, and what a person does about it."""

from collections.abc import Callable, Mapping

from loftdb.core.reading.result import Doubt, DoubtKind, NumberKind, Per, ReadTarget
from loftdb.view.formats import number
from loftdb.view.texts.targets import amount_phrase, interval_phrase

_SENTENCES: dict[DoubtKind, tuple[str, ...]] = {
    DoubtKind.NO_PARTY: ("Ansvarig framgår inte. Välj vem som ska göra det.",),
    DoubtKind.NO_PERIOD: (
        "Texten säger inte vilken tid {value} gäller, och det läses som hela perioden. Välj per år om det är menat.",
        "Texten säger inte vilken tid antalet gäller, och det läses som hela perioden. Välj per år om det är menat.",
    ),
    DoubtKind.NUMBERS_DISAGREE: (
        "Talet är skrivet två gånger, som {value} och {other}. Välj det som gäller.",
        "Talet är skrivet två gånger, på olika sätt. Välj det som gäller.",
    ),
    DoubtKind.UNTRACKABLE: (
        "{value} {per} går inte att följa. Välj ett längre intervall, som per vecka eller per år.",
        "Antalet gäller {per}, och det går inte att följa. Välj ett längre intervall, som per vecka eller per år.",
        "Så ofta går inte att följa. Välj ett längre intervall, som per vecka eller per år.",
    ),
    DoubtKind.NOT_A_TARGET: (
        "{value} är {what} och följs inte som ett måltal. Lägg till ett mål om det är ett antal att nå.",
        "Talet följs inte som ett måltal. Lägg till ett mål om det är ett antal att nå.",
    ),
    DoubtKind.MAYBE_ONE: (
        "”{measure}” kan vara en eller flera. Välj om löftet är 1, eller inte har något måltal.",
        "Det kan vara en eller flera. Välj om löftet är 1, eller inte har något måltal.",
    ),
    DoubtKind.APPROXIMATE: (
        "{value} är ungefärligt i texten. Behåll talet, eller skriv det som ska gälla.",
        "Talet är ungefärligt i texten. Behåll det, eller skriv det som ska gälla.",
    ),
    DoubtKind.PER_EACH: (
        "{value} gäller ”{words}”. Räkna ut hur många det blir sammanlagt, och skriv det talet.",
        "Talet gäller var och en för sig. Räkna ut hur många det blir sammanlagt, och skriv det talet.",
    ),
    DoubtKind.WINDOW: (
        "{value} gäller bara ”{words}”. Kontrollera att mål och period stämmer.",
        "Talet gäller bara en del av perioden. Kontrollera att mål och period stämmer.",
    ),
    DoubtKind.SHARED_NUMBER: (
        "{value} står för flera slags aktiviteter. Räkna dem tillsammans, eller dela löftet.",
        "Ett tal står för flera slags aktiviteter. Räkna dem tillsammans, eller dela löftet.",
    ),
    DoubtKind.SAID_TWICE: ("Nästan samma löfte står två gånger. Ta bort det ena om de är ett.",),
    DoubtKind.NO_AGREEMENT_PERIOD: ("Medborgarlöftets period framgår inte. Skriv första och sista dagen.",),
    DoubtKind.NO_MUNICIPALITY: ("Kommunen framgår inte. Välj den.",),
    DoubtKind.NO_PROMISES: (
        "Inga löften hittades. Kontrollera att hela texten kom med, eller lägg till löftena för hand.",
    ),
}
"""Each kind's sentences, the one that needs most facts first; the last needs none."""

_KINDS = {
    NumberKind.RESPONSE_TIME: "en svarstid",
    NumberKind.STAFFING: "en bemanning",
    NumberKind.CAP: "det mesta som var och en kan få",
    NumberKind.CHANGE: "en förändring att sträva efter",
}
_PER = {Per.DAY: "per dag", Per.SCHOOL_YEAR: "per läsår", Per.EVENT: "per händelse"}


def doubt_text(kind: DoubtKind, facts: Mapping[str, object]) -> str:
    """Return the sentence that says most with the facts at hand."""
    worded = {name: text for name, value in facts.items() if (text := _worded(name, value))}
    return next(filter(None, (_filled(each, worded) for each in _SENTENCES[kind])))


def message(doubt: Doubt) -> str:
    """Return a doubt's sentence."""
    return doubt_text(doubt.kind, doubt.facts)


def per_phrase(per: Per, every: int = 1) -> str:
    """Write ``per år``, ``varannan vecka`` or ``per händelse``."""
    if per.interval is not None:
        return interval_phrase(per.interval, every)
    return _PER[per] if every == 1 else f"{_PER[per]}, en gång på {number(every)}"


def target_words(target: ReadTarget) -> str:
    """Write ``trafikkontroller: minst 80 per år``; what is no target says what it is instead."""
    amount = amount_phrase(target.comparator, target.value, target.value_max)
    unit = f" {target.unit}" if target.unit and target.unit not in ("st", target.measure) else ""
    average = "i snitt " if target.average else ""
    said = f"{target.measure}: " if target.measure else ""
    if not target.kind.is_followed:
        return f"{said}{amount}{unit} ({_KINDS[target.kind]}, inget måltal)"
    return f"{said}{average}{amount}{unit} {per_phrase(target.per, target.every)}"


def _filled(sentence: str, facts: Mapping[str, str]) -> str:
    """Return the sentence with its facts; empty where one is missing."""
    try:
        return sentence.format_map(facts)
    except KeyError:
        return ""


def _worded(name: str, value: object) -> str:
    words: dict[str, Callable[[str], str]] = {
        "per": lambda text: per_phrase(Per(text)),
        "what": lambda text: _KINDS.get(NumberKind(text), ""),
    }
    if isinstance(value, int):
        return number(value)
    return words[name](str(value)) if name in words else str(value)
