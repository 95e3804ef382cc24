"""What a heading or lead-in announces: promises, background, follow-up, or nothing but a theme."""

from collections.abc import Sequence
from enum import StrEnum

from loftdb.core.reading.agreement import shapes, wording
from loftdb.core.reading.agreement.clauses import Sentence
from loftdb.core.reading.agreement.parties import acting

MOST_CONTACT_WORDS = 9


class Topic(StrEnum):
    INTRO = "intro"
    """Before anything is announced."""
    TITLE = "title"
    PROMISES = "promises"
    AREAS = "areas"
    BACKGROUND = "background"
    AIMS = "aims"
    FOLLOW_UP = "follow_up"
    PAST = "past"
    CONTACT = "contact"

    @property
    def promises(self) -> bool:
        """Whether what stands under it can be promised."""
        return self in (Topic.INTRO, Topic.TITLE, Topic.PROMISES)


_ORDER = (
    (Topic.PAST, wording.PASTS),
    (Topic.FOLLOW_UP, wording.FOLLOW_UPS),
    (Topic.AREAS, wording.AREAS),
    (Topic.BACKGROUND, wording.BACKGROUND),
    (Topic.AIMS, wording.AIMS),
    (Topic.PROMISES, wording.PROMISING),
)


def topic_of(sentence: Sentence, *, leads: bool = False) -> Topic | None:
    """Return what a heading or lead-in announces; null: a theme, which changes nothing."""
    words = sentence.words
    if leads and _announces_promises(sentence):
        return Topic.PROMISES
    is_short = len(words) <= MOST_CONTACT_WORDS
    if is_short and (wording.CONTACTS.begins(words) or shapes.is_notice(words) or _signs(words)):
        return Topic.CONTACT
    found = next((topic for topic, lexicon in _ORDER if lexicon.within(words)), None)
    if found in (None, Topic.PROMISES) and _names_agreement(words):
        return Topic.TITLE
    return found


def _names_agreement(words: Sequence[str]) -> bool:
    return any(word.startswith(("medborgarlöft", "trygghetslöft")) for word in words)


def _signs(words: Sequence[str]) -> bool:
    """Tell the line of somebody who signs: *Chef LPO Karlstad*."""
    signs = any(wording.SIGNERS.holds(word) for word in words)
    return signs and not wording.PLEDGES.within(words) and words[-1] != ":"


def _announces_promises(sentence: Sentence) -> bool:
    words = sentence.words
    if any(wording.EFFECTS.holds(word) for word in words[-4:]) or wording.PASTS.within(words):
        return False
    if wording.AIMS.within(words[-5:]):
        return False
    pledges = next(((first, last) for first, last in wording.PLEDGES.find(words)), None)
    acts = bool(acting(sentence)) or wording.PASSIVE.within(words) or "göras" in words
    does = {"göra", "göras", "genomföra", "genomföras", "ske", "genom", "att", "följande", "lovar", "åtar"} & set(words)
    if pledges is None or _tells_of_areas(words, *pledges):
        return False
    return acts or bool(does)


def _tells_of_areas(words: Sequence[str], first: int, last: int) -> bool:
    """Tell *... ska inrikta sig på tre områden:* and *tre inriktningar som polisen ska arbeta med:*."""
    return wording.AREAS.within(words[last:]) or ("som" in words[:first] and wording.AREAS.within(words[:first]))
