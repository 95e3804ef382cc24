"""What is counted, as one and as several: a thing in the text's own words where it can be one, else an occasion.

Only what is known is bent. *Trafikkontroller* are things; *besöka fritidsgården* is done at *tillfällen*, since a
form of it that nobody uses is worse than a plain word.
"""

import re

from loftdb.core.drafts.words import shortened, unlisted
from loftdb.core.reading.measures import is_activity_word

LONGEST = 45
"""Characters of what is counted, as it is proposed."""
OCCASION = ("tillfälle", "tillfällen")

Forms = tuple[str, str]

_AFTER_NOUN = re.compile(
    r"\s(?:ute|av|på|i|med|för|till|vid|om|mot|inom|hos|från|under|längs|tillsammans|där|som|per|kring|runt|bland|åt|utanför)(?=\s|$)",
    re.I,
)
_AIM = re.compile(r"\s(?:i\s+syfte|med\s+syfte|för\s+att|så\s+att)\b.*", re.I)
_INFINITIVE = re.compile(r"(?:be|ge|se|gå|få|ha|ta|nå|stå|slå|vara|göra|hålla|dra|bjuda|leda|delta|verka|stödja)", re.I)
_NO_NOUN = re.compile(r"(?:via|genom|att|när|så|hur|vid|på|i|minst)", re.I)
_NO_VERB = ("eller", "efter", "över", "under")
_IRREGULAR = {"timmar": "timme", "gånger": "gång", "män": "man"}
_NOUNS: tuple[Forms, ...] = (
    ("möte", "möten"), ("fälle", "fällen"), ("ärende", "ärenden"), ("kontor", "kontor"), ("råd", "råd"),
    ("timme", "timmar"), ("dag", "dagar"), ("träff", "träffar"), ("kväll", "kvällar"),
    ("vandring", "vandringar"), ("gång", "gånger"), ("konferens", "konferenser"), ("kontroll", "kontroller"),
    ("patrull", "patruller"), ("insats", "insatser"), ("dialog", "dialoger"), ("kontakt", "kontakter"),
    ("kampanj", "kampanjer"), ("aktivitet", "aktiviteter"), ("vecka", "veckor"), ("klass", "klasser"),
    ("tillsyn", "tillsyner"), ("rond", "ronder"), ("kurs", "kurser"), ("aktion", "aktioner"), ("ing", "ingar"),
)  # fmt: skip
"""The last letters of one and of several, the first that fit."""
_PLURALS: tuple[Forms, ...] = (("a", "or"), ("", "ar"), ("", "er"))
"""Likely plurals of what is not in the list; from one to several they are not guessed."""
_ADJECTIVES = (
    ("öppen", "öppet", "öppna"), ("bunden", "bundet", "bundna"), ("ad", "at", "ade"), ("sam", "samt", "samma"),
    ("ig", "igt", "iga"), ("isk", "iskt", "iska"), ("al", "alt", "ala"), ("ell", "ellt", "ella"), ("iv", "ivt", "iva"),
    ("bil", "bilt", "bila"), ("ny", "nytt", "nya"), ("stor", "stort", "stora"), ("fri", "fritt", "fria"),
)  # fmt: skip
"""The last letters of one, of a neuter one, and of several."""
_MANY = tuple(many for *_, many in _ADJECTIVES)
_NEUTERS = (
    "möte",
    "fälle",
    "ärende",
    "kontor",
    "råd",
    "besök",
    "samtal",
    "pass",
    "arrangemang",
    "prov",
    "forum",
    "hus",
    "inlägg",
    "utskick",
)


def forms(measure: str) -> Forms:
    """Return what is counted as one and as several, from either; what is no thing is done at occasions.

    *Öppet möte* gives *öppet möte, öppna möten*, and *besöka skolorna* gives *tillfälle, tillfällen*.
    """
    unit = _plain(measure)
    if not is_thing(unit):
        return OCCASION
    one = singular(unit)
    return (one, unit) if one != unit else (unit, plural(unit))


def is_thing(unit: str) -> bool:
    """Tell *kontroller av cyklar* from *besöka skolorna*, *säljer folköl* and *plats i centrum*."""
    words = _parts(unit)[0].split()
    if not words or _NO_NOUN.fullmatch(words[0]):
        return False
    noun = words[-1].lower()
    is_noun = is_activity_word(noun) or noun.endswith(("or", "ar", "er", "ande", *_NEUTERS))
    return is_noun and not any(map(_is_verb, words[:-1]))


def singular(unit: str) -> str:
    """Return a likely singular: *riktade kontroller av cyklar* gives *riktad kontroll av cyklar*."""
    head, rest = _parts(unit)
    *before, noun = head.split() or [""]
    one = _IRREGULAR.get(noun) or _bent(noun, 1)
    if one == noun and not noun.endswith(_NEUTERS):
        one = _guessed(noun)
    if one == noun and not noun.endswith(_NEUTERS):
        return unit
    place = 1 if one.endswith(_NEUTERS) else 0
    return " ".join([*(_adjective(each, 2, place) for each in before), one]) + rest


def plural(unit: str) -> str:
    """Return a likely plural: *öppet möte* gives *öppna möten*; what has no known ending stays."""
    head, rest = _parts(unit)
    *before, noun = head.split() or [""]
    many = _bent(noun, 0)
    if many == noun and not noun.endswith(_NEUTERS):
        return unit
    place = 1 if noun.endswith(_NEUTERS) else 0
    return " ".join([*(_adjective(each, place, 2) for each in before), many]) + rest


def _plain(measure: str) -> str:
    """Return what is counted, without the verb before it and the cells after it, short enough for a line."""
    cells = [each.strip() for each in measure.split("|")]
    plain = shortened(_AIM.sub("", unlisted(next(filter(None, cells), ""))), LONGEST)
    return plain if plain[1:2].isupper() else plain[:1].lower() + plain[1:]


def _parts(unit: str) -> tuple[str, str]:
    """Return the words up to the noun, and what says more of it."""
    found = _AFTER_NOUN.search(unit)
    return (unit[: found.start()], unit[found.start() :]) if found else (unit, "")


def _is_verb(word: str) -> bool:
    """Tell a verb before a noun from an adjective: *informera elever*, *säljer folköl*, not *riktade insatser*."""
    word = word.lower()
    if word in _NO_VERB or word.endswith(_MANY):
        return False
    return bool(_INFINITIVE.fullmatch(word)) or (len(word) > 3 and word.endswith(("a", "ar", "er", "ör")))


def _bent(noun: str, to: int) -> str:
    """Return the noun as one (``to`` 1) or as several (0), where its ending is known; else as it is."""
    for one, many in _NOUNS:
        before, after = (many, one) if to else (one, many)
        if noun.lower().endswith(before):
            return noun[: len(noun) - len(before)] + after
    return noun


def _guessed(noun: str) -> str:
    for one, many in _PLURALS:
        if noun.endswith(many) and len(noun) > len(many) + 3:
            return noun.removesuffix(many) + one
    return noun


def _adjective(word: str, before: int, after: int) -> str:
    """Return a known adjective in another form; any other word as it is."""
    for endings in _ADJECTIVES:
        if word.endswith(endings[before]):
            return word.removesuffix(endings[before]) + endings[after]
    return word
