"""Who answers for a promise: its label, else its subject, else its heading; no later sentence changes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loftdb.core.model import SIGNING_PARTIES, Party
from loftdb.core.reading.lexer import lex

_POLICE = ("polis", "lokalpolis", "områdespolis", "kommunpolis", "lpo", "polismyndighet", "ungdomspolis")
_MUNICIPALITY = (
    "kommun", "stad", "socialtjänst", "förvaltning", "fältar", "fältgrupp", "elevhäls", "skolförvaltning",
    "socialförvaltning", "kultur- och fritid", "trygghetssamordnar", "fritidsförvaltning", "samhällsbyggnad", "upptäckargrupp",
)  # fmt: skip
_OTHERS = {
    "handlare": "Handlarna", "handlarna": "Handlarna", "bostadsbolag": "Bostadsbolag", "bostadsbolaget": "Bostadsbolag",
    "bostadsbolagen": "Bostadsbolag", "fastighetsägare": "Fastighetsägare", "fastighetsägarna": "Fastighetsägare",
    "räddningstjänst": "Räddningstjänsten", "räddningstjänsten": "Räddningstjänsten", "krögare": "Krögare",
    "krögarna": "Krögare", "brottsofferjouren": "Brottsofferjouren", "trafikverket": "Trafikverket",
    "länsstyrelsen": "Länsstyrelsen", "kollektivtrafikbolaget": "Kollektivtrafiken", "trafikbolaget": "Kollektivtrafiken",
    "bussbolaget": "Kollektivtrafiken", "kollektivtrafiken": "Kollektivtrafiken", "föreningarna": "Föreningar",
    "föreningar": "Föreningar", "postnord": "Postnord", "kyrkan": "Kyrkan", "regionen": "Regionen",
    "företagarna": "Företagare", "företagarföreningen": "Företagare", "köpmannaföreningen": "Handlarna",
    "hyresvärdar": "Fastighetsägare", "väktare": "Väktare", "väktarbolaget": "Väktare", "nattvandrarna": "Nattvandrare",
    "hyresgästföreningen": "Hyresgästföreningen", "butikerna": "Handlarna", "näringslivet": "Företagare",
}  # fmt: skip
_BOTH = frozenset({"vi", "parterna", "båda", "bägge"})
_TOGETHER = frozenset(
    {"tillsammans", "gemensamt", "gemensamma", "gemensam", "samverkan", "samarbete", "ihop", "samråd"}
)
_VERBS = frozenset({"ska", "skall", "kommer", "lovar", "åtar", "bör", "avser", "planerar", "vill"})
_NOT_SUBJECTS = frozenset(
    {"kommunens", "kommunala", "stadens", "polisens", "polisiär", "polisiära", "kommuner", "kommunerna"}
)
_LABEL = re.compile(r"\(([^()]{3,60})\)\s*\.?\s*$")
_LEADING = re.compile(r"^\s*([^:.]{3,60}):\s")
_ANSWERS = re.compile(r"\b[Aa]nsvarig(?:a|t)?(?: part(?:er)?)?\s*:\s*([^.\n]{3,60})")


@dataclass(frozen=True)
class Mention:
    """A party named at a word of a text."""

    at: int
    parties: frozenset[Party]
    name: str = ""


def ordered(parties: frozenset[Party]) -> tuple[Party, ...]:
    return tuple(each for each in Party if each in parties)


def mentions(text: str) -> Iterator[Mention]:
    """Yield who is named, by the index of the word."""
    for at, word in enumerate(_words(text)):
        found = _party(word)
        if found:
            yield Mention(at, found, _OTHERS.get(word, ""))


def _words(text: str) -> list[str]:
    return [token.folded for token in lex(text) if token.kind in ("word", "number", "mark")]


def _party(word: str) -> frozenset[Party]:
    if word in _BOTH:
        return frozenset(SIGNING_PARTIES)
    if word in _OTHERS:
        return frozenset({Party.OTHER})
    if word.startswith(_POLICE) and word != "polisanmäla":
        return frozenset({Party.POLICE})
    return frozenset({Party.MUNICIPALITY}) if word.startswith(_MUNICIPALITY) else frozenset()


def label(text: str) -> frozenset[Party]:
    """Return the parties of a label: *(Polisen)* last, *Polisen:* first, *Ansvarig: kommunen* anywhere."""
    for shape in (_ANSWERS, _LABEL, _LEADING):
        found = shape.search(text)
        if found and (named := _only_parties(found.group(1))):
            return named
    return _cell(text)


def _cell(text: str) -> frozenset[Party]:
    """Return the parties of a table's row: a cell that names nothing else."""
    cells = [cell for cell in re.split(r"\s*\|\s*|\s{3,}", text) if cell]
    named = (_only_parties(cell) for cell in cells) if len(cells) > 1 else ()
    return next((each for each in named if each), frozenset())


def _only_parties(text: str) -> frozenset[Party]:
    """Return the parties of words that name parties and nothing else."""
    words = [
        word for word in _words(text) if word not in ("och", "samt", "/", "&", ",", "+", "i", "med", "tillsammans")
    ]
    found = [_party(word) for word in words]
    is_short = bool(words) and len(words) <= 4
    if is_short and any(found) and sum(not each for each in found) <= text.count(" kommun"):
        return frozenset().union(*found)
    return frozenset()


def of_heading(text: str) -> frozenset[Party]:
    """Return whom a heading or lead-in names."""
    words = _words(text)
    found = frozenset[Party]().union(*(each.parties for each in mentions(text) if words[each.at] not in _NOT_SUBJECTS))
    if not found and any(word in _TOGETHER for word in words):
        return frozenset(SIGNING_PARTIES)
    return found


def of_sentence(text: str, heading: frozenset[Party]) -> frozenset[Party]:
    """Return the subject of a sentence, with those that the same sentence says it acts with; none: it names none."""
    words = _words(text)
    subject = _subject(words)
    if words and any(word in _BOTH for word in words[:12]) and len(heading) == 1 and not subject - heading:
        return heading
    if not subject:
        return frozenset()
    partners = frozenset[Party]()
    for at, word in enumerate(words):
        if word in _TOGETHER:
            partners |= frozenset[Party]().union(*(_party(each) for each in words[at + 1 : at + 9]))
    return subject | (partners & frozenset(SIGNING_PARTIES))


def _subject(words: Sequence[str]) -> frozenset[Party]:
    verb = next((at for at, word in enumerate(words) if word in _VERBS), None)
    if verb is None:
        return _subject_of_plain(words)
    found = frozenset[Party]().union(*map(_party, _until_partner(words[:verb])))
    if not found:
        found = frozenset[Party]().union(*map(_party, _until_partner(words[verb + 1 : verb + 6])))
    return found or _agent(words)


def _subject_of_plain(words: Sequence[str]) -> frozenset[Party]:
    """Read *Kommunen bjuder in*, *Hösten 2025 håller polisen*, *hålls av polis och kommun*."""
    agent = _agent(words)
    if agent:
        return agent
    first = _until_partner(words[:6])
    return frozenset[Party]().union(*map(_party, first)) if not _is_object(words) else frozenset()


def _is_object(words: Sequence[str]) -> bool:
    """Tell a sentence that begins with what is done, an infinitive or a noun, rather than with who does it."""
    return bool(words) and (words[0].endswith("a") and not _party(words[0]))


def _agent(words: Sequence[str]) -> frozenset[Party]:
    at = next((at for at, word in enumerate(words[:-1]) if word == "av" and _party(words[at + 1])), None)
    return frozenset() if at is None else frozenset[Party]().union(*map(_party, words[at + 1 : at + 5]))


def _until_partner(words: Sequence[str]) -> list[str]:
    stop = next((at for at, word in enumerate(words) if word in ("med", "mot", "till", "hos", "för")), len(words))
    return [word for word in words[:stop] if word not in _NOT_SUBJECTS or word == "polisens"]


def names_of_others(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.name for each in mentions(text) if each.name))
