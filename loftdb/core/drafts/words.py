"""Short words out of long ones: titles, units and ids are proposals in the text's own words, never inventions."""

import re
import unicodedata
from collections.abc import Collection

TITLE = 45
"""Characters that a promise's title may have: one line on a phone."""

_SAYS = r"(?:ska|skall|kommer\s+att|åtar\s+sig\s+att|lovar\s+att|avser\s+att|vill|kan)"
_SUBJECT = re.compile(
    rf"^[^.;:]{{0,90}}?\b{_SAYS}\s+(?:(?:även|också|fortsatt|gemensamt|tillsammans|årligen|aktivt|att|vid)\s+)*", re.I
)
_LEAD = re.compile(
    r"^(?:(?:att|vi|genom\s+att|som\s+\w+,?|genomför(?:a|ande\s+av)|utföra|anordna|arrangera|hålla|göra|bedriva|ha)\s+)+",
    re.I,
)
"""Words before what a promise is about, which many promises share."""
_BREAK = re.compile(
    r"[.,;:(–]|\s-\s|\b(?:för\s+att|i\s+syfte|med\s+syfte|med\s+fokus|genom|så\s+att|som|där|vilket|samt|under|minst)\b",
    re.I,
)
_LOOSE = re.compile(
    r"(?:och|eller|att|i|på|med|av|för|den|det|de|en|ett|till|som|vid|från|om|mot|samt|ska|kan|inom|hos|under|minst|sina?"
    r"|bland|kring|genom|mellan|efter|vår|våra|alla),?",
    re.I,
)
"""Words that a title does not end with."""

_BEFORE_MODIFIER = re.compile(
    r"\s(?:av|på|i|med|för|till|vid|om|mot|inom|hos|från|under|längs|tillsammans|där|som)\s", re.I
)
_IRREGULAR = {"timmar": "timme", "gånger": "gång", "veckor": "vecka", "män": "man", "poliser": "polis"}
_SINGULAR = (("kontor", "kontor"), ("mmar", "mme"), ("orna", "a"), ("or", "a"), ("ar", ""), ("er", ""), ("en", "e"))
"""How the last letters of a plural become those of a singular, the first that fits."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


def title(wording: str, unit: str = "") -> str:
    """Return a short title: what is counted, or else the first words after *ska*, at most 45 characters."""
    plain = " ".join(wording.split())
    head = unit or _LEAD.sub("", _SUBJECT.sub("", plain, count=1))
    return shortened(capital(_clause(head) or plain), TITLE)


def _clause(head: str) -> str:
    """Return the words before the first break that leaves at least two of them."""
    for found in _BREAK.finditer(head):
        if len(head[: found.start()].split()) > 1:
            return head[: found.start()]
    return head


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


def unlike(text: str, taken: Collection[str], longest: int = TITLE) -> str:
    """Return the title, with a number where another has it already; case makes no difference."""
    known = {each.casefold() for each in taken}
    found, number = text, 2
    while found.casefold() in known:
        found = f"{text[: longest - 1 - len(str(number))].rstrip()} {number}"
        number += 1
    return found


def singular(plural: str) -> str:
    """Return a likely singular of what is counted: *kontroller av cyklar* gives *kontroll av cyklar*."""
    modifier = _BEFORE_MODIFIER.search(plural)
    head, rest = (plural[: modifier.start()], plural[modifier.start() :]) if modifier else (plural, "")
    before, _, noun = head.rpartition(" ")
    return f"{before} {_one(noun)}".strip() + rest


def _one(noun: str) -> str:
    if noun.lower() in _IRREGULAR:
        return _IRREGULAR[noun.lower()]
    for ending, instead in _SINGULAR:
        if noun.endswith(ending) and (ending == instead or len(noun) > len(ending) + 2):
            return noun.removesuffix(ending) + instead
    return noun


def first_sentence(text: str, longest: int) -> str:
    """Return the text's first sentence, cut at a word with an ellipsis where it is longer."""
    sentence = _SENTENCE_END.split(" ".join(text.split()), maxsplit=1)[0]
    return sentence if len(sentence) <= longest else f"{shortened(sentence, longest - 1)}…"


def own_summary(summary: str, wording: str | None, longest: int) -> str:
    """Return a summary that somebody wrote; empty for one that was made of the wording."""
    return "" if wording and summary == first_sentence(wording, longest) else summary


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
