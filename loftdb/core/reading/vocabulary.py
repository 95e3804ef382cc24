"""The words that numbers stand among, as data: each has one symbol, so that a sentence reads as a string.

Symbols::

    n number          a en, ett           c minst, högst ...   i inom              ~ cirka
    u unit of time    U with an article   f årligen ...        p per               e varje, var
    E varannan        o tredje ...        S season             M month             D weekday
    Y year            @ i, om, under ...  g gånger             s stycken           h timmar
    % procent         k kronor            l årskurs, väg ...   d de, dessa ...     m mellan
    & och, samt       | eller             > till               v snitt             + fler
    0 inte            ^ upp            B sker, hålls ...   b senast, före     H har
    C som, för att    V ska, lovar ...    P gjorde ...         T detta             z antal, par
    t whole period    w any other word   x no number of occasions

A mark stands for itself, every dash for ``-``.
"""

from collections.abc import Mapping
from functools import lru_cache

from unicode_rbnf import RbnfEngine

from loftdb.core.model import Comparator
from loftdb.core.reading.result import Per

LARGEST_IN_WORDS = 1000


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(words.split())


_COMPARATORS = {
    Comparator.AT_LEAST: "minst mins mist misnt mnist mints mnst minnst minimum lägst åtminstone minimalt lägsta",
    Comparator.AT_MOST: "högst max maximalt maximum högsta",
}

_UNITS = {
    Per.DAY: "dag dagar dygn dagars dygns timmars vardag vardagar",
    Per.WEEK: "vecka veckor veckors arbetsvecka",
    Per.MONTH: "månad månader månaders mån",
    Per.QUARTER: "kvartal",
    Per.HALF_YEAR: "halvår",
    Per.SCHOOL_TERM: "termin terminer skoltermin",
    Per.SCHOOL_YEAR: "läsår skolår",
    Per.YEAR: "år års kalenderår verksamhetsår",
}

_DEFINITE_UNITS = {
    Per.DAY: "dagen dygnet vardagen",
    Per.WEEK: "veckan",
    Per.MONTH: "månaden",
    Per.QUARTER: "kvartalet",
    Per.HALF_YEAR: "halvåret",
    Per.SCHOOL_TERM: "terminen skolterminen",
    Per.SCHOOL_YEAR: "läsåret skolåret",
    Per.YEAR: "året kalenderåret verksamhetsåret löftesåret",
}

_FREQUENT = {
    Per.DAY: "dagligen dagligdags",
    Per.WEEK: "veckovis veckovisa veckovist veckoligen",
    Per.MONTH: "månadsvis månadsvisa månatligen månatlig månatliga månatligt",
    Per.QUARTER: "kvartalsvis kvartalsvisa",
    Per.HALF_YEAR: "halvårsvis halvårsvisa",
    Per.SCHOOL_TERM: "terminsvis terminsvisa",
    Per.SCHOOL_YEAR: "läsårsvis",
    Per.YEAR: "årligen årlig årligt årliga årsvis",
}

_PLAIN = {
    "a": "en ett",
    "i": "inom",
    "~": "cirka ca circa omkring ungefär uppemot närmare runt",
    "p": "per pr",
    "e": "varje var vart",
    "E": "varannan vartannat varannat",
    "@": "i om på under för vid kring över till med",
    "g": "gång gånger ggr tillfälle tillfällen tillfället tillfällena",
    "s": "st stycken stycket styck",
    "h": "timme timmar tim h timmarna arbetstimmar mantimmar patrulltimmar",
    "%": "procent procentenheter % promille",
    "k": "kronor kr tkr mkr kronors miljoner",
    "d": "de dom dessa alla båda bägge våra kommunens stadens ortens nämnda dess deras samtliga",
    "m": "mellan",
    "&": "och samt respektive plus",
    "|": "eller alternativt",
    ">": "till",
    "v": "snitt genomsnitt medeltal genomsnittligt genomsnittlig",
    "0": "inte ej aldrig icke",
    "^": "upp",
    "+": "fler flera mer mera uppåt",
    "C": "som där genom när då vilka vilket",
    "V": "ska skall kommer lovar lova åtar bör avser planerar vill måste",
    "B": "sker ske göras görs genomförs genomföras utförs utföras hålls hållas "
    "hinns hinnas ordnas anordnas arrangeras ges "
    "bli blir vara är finns finnas få får avsätter avsätta lägger lägga satsar satsa erbjuds erbjudas planeras "
    "äger gälla gäller",
    "-": "à",
    "b": "senast före innan",
    "T": "detta det denna",
    "z": "antal par del annan annat samma",
    "S": "vår våren höst hösten sommar sommaren vinter vintern vårtermin vårterminen hösttermin höstterminen "
    "sommarhalvåret vinterhalvåret sommarmånaderna sommarlovet höstlovet sportlovet påsklovet jullovet",
    "M": "januari februari mars april maj juni juli augusti september oktober november december",
    "D": "måndag tisdag onsdag torsdag fredag lördag söndag helg helgkväll fredagskväll lördagskväll veckoslut "
    "måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen helgen",
    "t": "perioden period löftesperioden avtalsperioden mandatperioden löftestiden avtalstiden programperioden "
    "giltighetstiden löftesperiod avtalsperiod avtalet överenskommelsen treårsperioden tvåårsperioden "
    "fyraårsperioden treårsperiod tvåårsperiod fyraårsperiod tidsperioden",
    "l": "årskurs årskurserna årskurser åk klass klasserna kapitel kap steg fas nivå nummer nr punkt punkterna § "
    "paragraf väg rv riksväg länsväg lv vägen europaväg telefon tel ring telefonnummer kl klockan sid sida version "
    "bilaga mål delmål avsnitt gärna helst kvarter etapp",
    "H": "har hade",
    "P": "resultat utfall hållit gjorde genomförde genomfördes gjordes blev fick hölls höll hållits genomfört gjort "
    "utfört utfördes skedde ökade minskade visade visat uppgick besökte gick togs tog svarade deltog ansåg",
}

PERSON_ENDINGS = tuple(
    word_set("poliser tjänster väktare ordningsvakter fältare polismän områdespolis kommunpolis heltidstjänst")
)
"""Two of these on duty is staffing, not two occasions."""

PLACE_ENDINGS = tuple(
    word_set(
        "skolor platser områden fritidsgårdar ungdomsgårdar torg parker byar stadsdelar centrum kvarter hållplatser"
    )
)
"""*På fem platser* says where, not how often."""

SET_ENDINGS = tuple(
    word_set(
        "fokusområden problemområden delområden målområden insatsområden löften punkter parter aktörer myndigheter "
        "delar utmaningar frågor teman prioriteringar kommuner kommunerna invånare tätorter orter områden"
    )
)
"""Numbers of these describe the agreement or the place, never what will be done."""

PLURAL_ENDINGS = ("er", "ar", "or", "en", "n", "besök", "pass", "kort")
"""A bare number counts what ends so, or an activity."""

NOT_COUNTED = word_set(
    "km kilometer meter mil kvadratmeter liter kilo grader sekunder minuter personer invånare byar elever"
)
"""Units and inhabitants: a bare number of these describes."""

TIMELIKE = word_set(
    "helg helger dag dagar kväll kvällar veckor vecka eftermiddag eftermiddagar förmiddagar förmiddag natt "
    "nätter pass fredagar lördagar onsdagar torsdagar tisdagar måndagar söndagar vardagar heldag heldagar "
    "halvdag halvdagar veckodagar omgång omgångar varv lördag söndag fredag onsdag torsdag tisdag måndag"
)
"""Counted, but only the rest of the sentence says with what."""

ACTIVITY_ENDINGS = tuple(
    word_set(
        "kontroll vandring möte träff dialog insats kampanj konferens dag besök utbildning föreläsning aktion "
        "patrull pass kurs lektion samtal rond tillsyn inspektion aktivitet undersökning enkät mätning event "
        "arrangemang genomgång övning workshop seminarium vecka kväll forum råd kafé café temadag utställning "
        "tillfälle fika information patrullering avstämning översyn rapport redovisning mässa turnering utskick "
        "annons film föreställning inventering kartläggning uppföljning helg gång"
    )
)

ABBREVIATIONS = word_set(
    "t ex bl a m fl dvs ca kl s k f n o d resp inkl exkl nr tel st osv etc mm ggr ev gm jfr kap åk min "
    "max tex mfl v e g b jan feb mar apr jun jul aug sep sept okt nov dec pga alt enl tom fom"
)
"""A full stop after one of these ends no sentence."""

ENTITLED = word_set("få får ge ger erbjuda erbjuds erbjuder rätt möjlighet boka bokas")
"""*Upp till fem* with one of these is a cap for whoever asks."""

LIGHT = word_set("att med antalet omfattning omfattningen antal som sammanlagt totalt även också ute")
"""Words that by themselves do not say what is counted."""

SUBJECTS = word_set(
    "polisen polis polismyndigheten kommunen kommun vi parterna områdespolisen områdespoliserna kommunpolisen "
    "lokalpolisområdet staden samt och tillsammans gemensamt med"
)
"""Who does it, which is no part of what is counted."""


@lru_cache(maxsize=1)
def numbers() -> Mapping[str, int]:
    """Return every number word from zero to a thousand, as CLDR spells it, with and without a leading *ett*."""
    engine = RbnfEngine.for_language("sv")
    words: dict[str, int] = {}
    for number in range(LARGEST_IN_WORDS + 1):
        for spelled in set(engine.format_number(number).text_by_ruleset.values()):
            word = spelled.replace("\u00ad", "").replace(" ", "")
            words[word] = number
            if number >= 100 and word.startswith("ett"):
                words[word.removeprefix("ett")] = number
    return words | {"tusen": 1000, "dussin": 12, "tjog": 20}


@lru_cache(maxsize=1)
def words() -> Mapping[str, tuple[str, object]]:
    """Return the symbol and the value of every word that has one."""
    found: dict[str, tuple[str, object]] = {}
    for symbol, listed in _PLAIN.items():
        found |= dict.fromkeys(listed.split(), (symbol, None))
    for symbol, table in (("c", _COMPARATORS), ("u", _UNITS), ("U", _DEFINITE_UNITS), ("f", _FREQUENT)):
        for value, listed in table.items():
            found |= dict.fromkeys(listed.split(), (symbol, value))
    found |= {word: ("n", number) for word, number in numbers().items()}
    found |= {"en": ("a", 1), "ett": ("a", 1), "till": (">", None)}
    return found | {word: ("o", number) for word, number in _ordinals().items()}


def _ordinals() -> dict[str, int]:
    spelled = "andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde"
    return {word: number for number, word in enumerate(spelled.split(), start=2)}
