"""Short words out of long ones: titles, sentences and ids are proposals in the text's own words, never inventions."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from loftdb.core.model.limits import TITLE

_TELLING = 8
"""Letters of a word that does not say by itself what a promise is about."""

_SAYS = re.compile(
    r"\b(?:ska|skall|kommer\s+att|åtar\s+sig\s+att|lovar(?:\s+\w+)?\s+att|avser\s+att|vill)\s+"
    r"(?:(?:även|också|fortsatt|i\s+fortsättningen|gemensamt|tillsammans|årligen|aktivt|att)\s*,?\s+)*",
    re.I,
)
"""What stands between who promises and what."""
_WHO = re.compile(r"polis|kommun|räddningstjänst|väktar|part|bolag|\bvi\b", re.I)
_FURTHEST = 100
"""Characters into a text that *ska* may stand."""
_LEAD = re.compile(
    r"^(?:(?:och|samt|att|vi|ska|skall|årligen|genom\s+att|som\s+\w+,?|genomför(?:a|ande\s+av)|utföra|anordna|arrangera|bedriva|sätta\s+in"
    r"|ordna(?:\s+en|\s+ett)?|(?:ha|hålla|göra)(?=\s+(?:[\w-]+-\s+(?:och|eller)\s+)?\w+(?:er|ar|or|möten|besök)\b))\s+)+",
    re.I,
)
"""Words before what a promise is about, which many promises share."""
_DIVIDED = re.compile(r"(?<=[a-zåäö])-\s+(?!(?:och|eller|samt|till)\b)(?=[a-zåäö])")
"""Where a word was divided at the end of a line: *trygghets- vandringar*."""
_BREAK = re.compile(
    r"[.,;:(–|]|\s-\s|\b(?:för\s+att|i\s+syfte|med\s+syfte|med\s+fokus|genom|så\s+att|som|där|vilket|samt|under|minst"
    r"|varje(?!\s+(?:kommun|skola|klass|område|ort)\b)|varannan|vartannat|vid\s+\w+\s+tillfälle[nt]?|(?:en|två|tre|fyra|fem|sex|\d+)\s+(?:gång|dag|kväll|helg)\w*)\b",
    re.I,
)
_LOOSE = re.compile(
    r"(?:och|eller|att|i|på|med|av|för|den|det|de|en|ett|till|som|vid|från|om|mot|samt|ska|kan|inom|hos|under|minst|sina?|tillsammans"
    r"|bland|kring|genom|mellan|efter|vår|våra|alla|riktat|riktade?|kopplat|kopplade|var|varje|två|tre|fyra|syfte),?",
    re.I,
)
"""Words that a title does not end with."""

_DISTRICT = re.compile(r"^(?:lokalpolisområdet?s?|lpo)\s+|\s+lokalpolisområdet?s?$", re.I)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


def title(wording: str, unit: str = "") -> str:
    """Return a short title: what is counted, or else the first words after *ska*, at most 45 characters."""
    plain = _DIVIDED.sub("", " ".join(wording.split())).lstrip("| ")
    head = unit if len(unit) > _TELLING else _LEAD.sub("", _promised(plain))
    found = shortened(capital(_clause(head) or plain or unit), TITLE)
    return found if len(found) > _TELLING else shortened(capital(head or plain or unit), TITLE)


def _promised(plain: str) -> str:
    """Return the words after who promises and *ska*, where the text begins so."""
    says = _SAYS.search(plain[:_FURTHEST])
    return plain[says.end() :] if says and _WHO.search(plain[: says.start()]) else plain


def _clause(head: str) -> str:
    """Return the words before the first break that leaves two of them, or a long one."""
    for found in _BREAK.finditer(head):
        words = head[: found.start()].split()
        if len(words) > 1 or (words and len(words[0]) > _TELLING):
            return head[: found.start()]
    return head


def unlisted(text: str) -> str:
    """Return the text without the verbs that many promises share before what they are about, and whole again."""
    return _DIVIDED.sub("", _LEAD.sub("", " ".join(text.split())))


def shortened(text: str, longest: int) -> str:
    """Return the first whole words that fit, without a loose preposition or mark at the end."""
    text = " ".join(text.split())
    if len(text) > longest:
        text = text[: longest + 1].rpartition(" ")[0] or text[:longest]
    words = text.rstrip(" .,;:–(/").split(" ")
    while len(words) > 1 and (_LOOSE.fullmatch(words[-1]) or words[-1].endswith("-")):
        words.pop()
    return " ".join(words).rstrip(" .,;:–-(/")


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def told(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that say something, each once."""
    return tuple(dict.fromkeys(filter(None, (" ".join(each.split()) for each in names))))


def unlike(text: str, taken: Collection[str]) -> str:
    """Return the title, with a number where another has it already; case makes no difference."""
    known = {each.casefold() for each in taken}
    found, number = text, 2
    while text and found.casefold() in known:
        found = f"{text[: TITLE - 1 - len(str(number))].rstrip()} {number}"
        number += 1
    return found


def first_sentence(text: str, longest: int) -> str:
    """Return the text's first sentence, cut at a word with an ellipsis where it is longer."""
    sentence = _SENTENCE_END.split(" ".join(text.split()), maxsplit=1)[0]
    return sentence if len(sentence) <= longest else f"{shortened(sentence, longest - 1)}…"


def own_summary(summary: str, wording: str | None, longest: int) -> str:
    """Return a summary that somebody wrote; empty for one that was made of the wording."""
    return "" if wording and summary == first_sentence(wording, longest) else summary


def district(text: str) -> str:
    """Return a local police district as the program calls it: *lokalpolisområde västra Skaraborg* gives *LPO …*."""
    said = " ".join(text.replace("/ ", "/").split())
    name = _DISTRICT.sub("", said).strip(" ,.")
    return f"LPO {capital(name)}" if name and name != said else said


def slug(text: str, longest: int = 60) -> str:
    """Return a readable ASCII id: *Fot- och cykelpatruller* gives ``fot-och-cykelpatruller``; empty without letters."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))
    return words if len(words) <= longest else words[:longest].rpartition("-")[0] or words[:longest]


def free(wanted: str, taken: Collection[str]) -> str:
    """Return the id, with a number where it is taken."""
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found
