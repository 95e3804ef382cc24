"""What a sentence says: a promise, an aim, a follow-up, what has happened, or what a page says to its reader."""

from collections.abc import Sequence
from enum import StrEnum

from loftdb.core.reading.agreement import parties, wording
from loftdb.core.reading.agreement.actors import is_finite
from loftdb.core.reading.agreement.clauses import Sentence
from loftdb.core.reading.vocabulary import word_set

_BEFORE_EFFECT = word_set(
    """
    också även inte på sikt då vi i stället alltid mer fortsätta långsiktigt därmed kraftigt ytterligare att
    """
)
_SUBORDINATE = word_set("som där när vilka vilket att om då eftersom sedan enligt")
_PLURALS = word_set("""
    lokala kommunala sociala gemensamma regelbundna samtliga nya unga vissa
    alla flera dessa våra andra många samma extra båda mera
""")
_LONGEST_NOTICE = 40


class Shape(StrEnum):
    PLEDGE = "pledge"
    """Somebody says what will be done."""
    ACTION = "action"
    """What is done, without who: *Genomföra kontroller*, *Fyra krogtillsyner*."""
    AIM = "aim"
    FOLLOW_UP = "follow_up"
    PAST = "past"
    NOTICE = "notice"
    META = "meta"
    """The agreement itself is spoken of."""
    OTHER = "other"


def shape_of(sentence: Sentence, *, is_listed: bool = False) -> Shape:
    """Return what a sentence says; the first that fits of those that are no promises, else how it promises.

    An item that is listed begins with what is done, where a page asks its reader: *Kontakta ägare till bilar*.
    """
    words = sentence.words
    if _has_address(words) if is_listed else is_notice(words):
        return Shape.NOTICE
    if is_follow_up(sentence):
        return Shape.FOLLOW_UP
    if is_past(words):
        return Shape.PAST
    if is_aim(sentence):
        return Shape.AIM
    if _is_meta(words) and not parties.acting(sentence):
        return Shape.META
    return _promising(sentence)


def _promising(sentence: Sentence) -> Shape:
    words = sentence.words
    acts = bool(parties.acting(sentence))
    if acts and wording.PLEDGES.within(words):
        return Shape.PLEDGE
    if wording.PASSIVE.within(words) and not _tells_state(words):
        return Shape.PLEDGE
    if acts and not _tells_state(words) and any(map(is_finite, words)):
        return Shape.PLEDGE
    main = _main_clause(words)
    if not wording.STATIVE.within(main) and (is_infinitive(words) or not any(map(_is_plain_verb, main))):
        return Shape.ACTION
    return Shape.OTHER


def _is_plain_verb(word: str) -> bool:
    return word in ("ska", "skall", "är", "har", "kan", "bör", "måste", "vill")


def _tells_state(words: Sequence[str]) -> bool:
    """Tell whether the first finite verb says how things are: *Polisen har*, *Kommunen är*."""
    verb = next((word for word in words if is_finite(word) and not parties.mentions_word(word)), "")
    return wording.STATIVE.holds(verb)


def is_infinitive(words: Sequence[str]) -> bool:
    """Tell a sentence that begins with what is done: *(Att) genomföra*, *Se över*, *Gå*."""
    first = next((word for word in words if word.isalpha() and word != "att"), "")
    is_noun = first.endswith(("erna", "arna", "orna")) or parties.mentions_word(first) or first in _PLURALS
    is_noun = is_noun or wording.TITLES.holds(first)
    return (first.endswith("a") and len(first) > 3 and not is_noun) or first in (
        "se",
        "gå",
        "ge",
        "ha",
        "få",
        "bli",
        "ta",
        "bo",
        "nå",
        "stå",
    )


def is_notice(words: Sequence[str]) -> bool:
    """Tell what a page says to its reader: *Ring 112*, *Kontakta oss*, an address."""
    return (wording.NOTICES.begins(words) or _has_address(words)) and len(words) <= _LONGEST_NOTICE


def _has_address(words: Sequence[str]) -> bool:
    return any(word in ("@", "www", "http", "https") for word in words)


def is_follow_up(sentence: Sentence) -> bool:
    """Tell *Uppföljning ska ske två gånger om året* and *Lokala Brå stämmer av läget* from a promise."""
    words = sentence.words
    found = next(wording.FOLLOWS_UP.find(words), None)
    if found is None:
        return _tells_of_the_agreement(words)
    begins = any(
        word.startswith(("uppföljning", "avstämning", "utvärdering", "återkoppling", "revidering", "redovisning"))
        for word in words[:3]
    )
    says = wording.PLEDGES.within(words) or wording.PASSIVE.within(words) or _is_follow_up_verb(words[found[0]])
    if begins and says:
        return True
    others = (*words[: found[0]], *words[found[1] : found[1] + 6])
    return says and (wording.TOPICS.within(others) or wording.BOARDS.begins(words)) and not is_infinitive(words)


def _is_follow_up_verb(word: str) -> bool:
    return word.endswith(("er", "as", "ar", "rs", "js", "äms")) or word == "redovisar"


def _tells_of_the_agreement(words: Sequence[str]) -> bool:
    about = any(wording.TITLES.holds(word) or word in ("resultat", "resultatet") for word in words)
    about = about or wording.HOW_IT_GOES.within(words)
    return about and wording.TELLS.within(words)


def is_past(words: Sequence[str]) -> bool:
    """Tell what has happened; a sentence that also promises is none of the past."""
    pledges = [
        first
        for first, last in wording.PLEDGES.find(words)
        if words[first:last] != ("kommer",) or "att" in words[last : last + 4]
    ]
    if pledges:
        return False
    main = _main_clause(words)
    if wording.PAST.within(main):
        return not is_infinitive(words)
    return any(_is_supine_after_have(main, index) for index, word in enumerate(main) if word in ("har", "hade"))


def _main_clause(words: Sequence[str]) -> Sequence[str]:
    """Return the words before the first subordinate clause."""
    return words[: next((index for index, word in enumerate(words) if index and word in _SUBORDINATE), len(words))]


def _is_supine_after_have(words: Sequence[str], index: int) -> bool:
    return any(
        word.endswith(("at", "it", "tt", "ts", "ört", "jort")) and len(word) > 3
        for word in words[index + 1 : index + 7]
    )


def is_aim(sentence: Sentence) -> bool:
    """Tell *Antalet stölder ska minska* from *Polisen ska minska ...*: nobody who acts, and a verb of effect."""
    words = sentence.words
    if wording.AIM_STARTS.begins(words) or wording.PLEDGES.at(words, 0):
        return wording.AIM_STARTS.begins(words)
    for first, last in wording.PLEDGES.find(words):
        after = last
        while after < len(words) and (words[after] in _BEFORE_EFFECT or _is_noun_phrase(words, last, after)):
            after += 1
        if after < len(words) and wording.EFFECTS.at(words, after):
            return not parties.acting(sentence)
        if first:
            return False
    return False


def _is_noun_phrase(words: Sequence[str], first: int, index: int) -> bool:
    """Skip the subject after the verb: *På sikt ska brotten bli färre*."""
    return index - first < 3 and not wording.EFFECTS.at(words, index) and first > 1


def _is_meta(words: Sequence[str]) -> bool:
    """Tell a sentence whose subject is the agreement or its making."""
    begins = wording.META.begins(words) or any(map(wording.TITLES.holds, words[:3]))
    return begins and any(map(is_finite, words[1:8]))


def is_strong(sentence: Sentence) -> bool:
    """Tell a pledge with somebody who acts and a verb of promise."""
    return (
        bool(parties.acting(sentence)) and wording.PLEDGES.within(sentence.words) and shape_of(sentence) is Shape.PLEDGE
    )


def names_both(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of police and municipality both."""
    return {each.party for each in sentence.mentions} >= parties.BOTH
