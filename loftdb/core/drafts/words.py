"""Short words out of long ones: titles, units and ids are proposals in the text's own words, never inventions."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

TITLE = 45
"""Characters that a promise's title may have: one line on a phone."""
UNIT = 45
"""Characters of what is counted, as it is proposed."""
_TELLING = 9
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
    r"^(?:(?:och|samt|att|vi|genom\s+att|som\s+\w+,?|genomför(?:a|ande\s+av)|utföra|anordna|arrangera|bedriva|sätta\s+in"
    r"|ordna(?:\s+en|\s+ett)?|(?:ha|hålla|göra)(?=\s+\w+(?:er|ar|or|möten|besök)\b))\s+)+",
    re.I,
)
"""Words before what a promise is about, which many promises share."""
_BREAK = re.compile(
    r"[.,;:(–]|\s-\s|\b(?:för\s+att|i\s+syfte|med\s+syfte|med\s+fokus|genom|så\s+att|som|där|vilket|samt|under|minst)\b",
    re.I,
)
_LOOSE = re.compile(
    r"(?:och|eller|att|i|på|med|av|för|den|det|de|en|ett|till|som|vid|från|om|mot|samt|ska|kan|inom|hos|under|minst|sina?|tillsammans"
    r"|bland|kring|genom|mellan|efter|vår|våra|alla|riktat|riktade?|kopplat|kopplade),?",
    re.I,
)
"""Words that a title does not end with."""

_BEFORE_MODIFIER = re.compile(
    r"\s(?:ute|av|på|i|med|för|till|vid|om|mot|inom|hos|från|under|längs|tillsammans|där|som)\s", re.I
)
_IRREGULAR = {"timmar": "timme", "gånger": "gång", "veckor": "vecka", "män": "man", "poliser": "polis"}
_SINGULAR = (("kontor", "kontor"), ("mmar", "mme"), ("orna", "a"), ("or", "a"), ("ar", ""), ("er", ""), ("en", "e"))
"""How the last letters of a plural become those of a singular, the first that fits."""
_PLURAL = (
    ("möte", "möten"), ("tillfälle", "tillfällen"), ("ing", "ingar"), ("dag", "dagar"), ("träff", "träffar"),
    ("kväll", "kvällar"), ("gång", "gånger"), ("konferens", "konferenser"), ("kontroll", "kontroller"),
    ("patrull", "patruller"), ("insats", "insatser"), ("dialog", "dialoger"), ("kontakt", "kontakter"),
    ("kampanj", "kampanjer"), ("aktivitet", "aktiviteter"), ("vecka", "veckor"),
)  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


def title(wording: str, unit: str = "") -> str:
    """Return a short title: what is counted, or else the first words after *ska*, at most 45 characters."""
    plain = " ".join(wording.split())
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


def unit(measure: str) -> str:
    """Return what is counted, without the verb before it, short enough for a line."""
    plain = shortened(_LEAD.sub("", " ".join(measure.split())), UNIT)
    return plain if plain[1:2].isupper() else plain[:1].lower() + plain[1:]


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


def unlike(text: str, taken: Collection[str], longest: int = TITLE) -> str:
    """Return the title, with a number where another has it already; case makes no difference."""
    known = {each.casefold() for each in taken}
    found, number = text, 2
    while found.casefold() in known:
        found = f"{text[: longest - 1 - len(str(number))].rstrip()} {number}"
        number += 1
    return found


def singular(plural: str) -> str:
    """Return a likely singular: *riktade kontroller av cyklar* gives *riktad kontroll av cyklar*."""
    before, noun, rest = _parts(plural)
    one = _ended(noun, _SINGULAR, _IRREGULAR)
    is_neuter = noun.endswith("en") or one == noun
    return (
        " ".join([*(_adjective(each, is_neuter) if one != noun or is_neuter else each for each in before), one]) + rest
    )


def plural(singular: str) -> str:
    """Return a likely plural: *trygghetsvandring* gives *trygghetsvandringar*; unknown endings stay."""
    before, noun, rest = _parts(singular)
    return " ".join([*before, _ended(noun, _PLURAL, {})]) + rest


def _parts(phrase: str) -> tuple[list[str], str, str]:
    """Return the words before the noun, the noun, and what says more of it."""
    modifier = _BEFORE_MODIFIER.search(phrase)
    head, rest = (phrase[: modifier.start()], phrase[modifier.start() :]) if modifier else (phrase, "")
    *before, noun = head.split() or [""]
    return before, noun, rest


def _ended(noun: str, endings: Sequence[tuple[str, str]], irregular: Mapping[str, str]) -> str:
    """Return the noun with another ending: the first that fits and leaves a word."""
    if noun.lower() in irregular:
        return irregular[noun.lower()]
    for ending, instead in endings:
        if noun.endswith(ending) and (ending == instead or len(noun) > len(ending) + 2 or len(instead) > len(ending)):
            return noun.removesuffix(ending) + instead
    return noun


def _adjective(word: str, is_neuter: bool) -> str:
    """Return an adjective of several as one of one: *gemensamma* gives *gemensam*, of a neuter *gemensamt*."""
    stem = word.removesuffix("a") if len(word) > 4 and word.endswith("a") else word
    stem = stem.removesuffix("e") if stem.endswith("ade") else stem
    stem = stem.removesuffix("m") if stem.endswith("mm") else stem
    if stem == word or not is_neuter:
        return stem
    return stem.removesuffix("d") + "t"


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
