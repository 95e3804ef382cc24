"""Who answers for a promise: its label, else its own subject, else the heading; nobody is guessed."""

from collections.abc import Iterable, Iterator, Sequence

from loftdb.core.model import SIGNING_PARTIES, Party
from loftdb.core.reading.agreement import wording
from loftdb.core.reading.agreement.actors import Mention, Part, Role, is_finite
from loftdb.core.reading.agreement.clauses import Sentence
from loftdb.core.reading.lexer import Token
from loftdb.core.reading.source import squeezed

Parties = frozenset[Party]
NOBODY: Parties = frozenset()
BOTH: Parties = frozenset(SIGNING_PARTIES)
OTHERS: Parties = frozenset({Party.OTHER})
MOST_TOPIC_WORDS = 4
LONGEST_LABEL = 8
"""Words of a label."""


def ordered(parties: Parties) -> tuple[Party, ...]:
    """Return the parties in the order of the model."""
    return tuple(party for party in Party if party in parties)


def answering(said: Sequence[Sentence], heading: Parties) -> Parties:
    """Return who answers for a promise of these sentences under a heading that names ``heading``; nobody: not said."""
    for sentence in said:
        if label := labelled(sentence):
            return label
    if len(said) > 1 and _is_topic(said[0]):
        return answering(said[1:], heading)
    own = acting(said[0], heading) if said else NOBODY
    if own or heading or not said:
        return own or heading
    later = (acting(sentence, heading) for sentence in said[1:])
    return next((each for each in later if each), NOBODY) or _together(said[0])


def _is_topic(sentence: Sentence) -> bool:
    """Tell *Trafik.* before the sentence that promises something."""
    return len(sentence.words) <= MOST_TOPIC_WORDS and not sentence.mentions and not any(map(is_finite, sentence.words))


def acting(sentence: Sentence, heading: Parties = NOBODY) -> Parties:
    """Return whom the sentence itself says acts, with those it acts together with; nobody: its heading decides."""
    if _is_we(sentence.words):
        return _we(sentence, heading)
    found = sentence.parts
    own = _of_role(found, Role.SUBJECT) or _of_role(found, Role.AGENT) or _of_role(found, Role.OWNER)
    if not own and not heading and any(part.role is Role.SUBJECT for part in found):
        return frozenset({Party.OTHER})
    return own | _of_role(found, Role.PARTNER) if own else NOBODY


def _we(sentence: Sentence, heading: Parties) -> Parties:
    """Return who *vi* is: whose promise it is said to be, else the one that the heading names, else both."""
    owner = _of_role((part for part in sentence.parts if _is_owner_of_promise(sentence, part)), Role.OWNER)
    return owner or (BOTH if not heading or heading >= BOTH else heading)


def _is_owner_of_promise(sentence: Sentence, part: Part) -> bool:
    """Tell *polisens åtagande där vi lovar*."""
    after = sentence.words[part.mention.last : part.mention.last + 1]
    return bool(after) and after[0].startswith(("åtagande", "löfte", "medborgarlöfte"))


def _of_role(found: Iterable[Part], role: Role) -> Parties:
    return frozenset(part.mention.party for part in found if part.role is role and part.mention.party)


def _is_we(words: Sequence[str]) -> bool:
    """Tell whether *vi* or *parterna* is the subject: first, or next to a finite verb."""
    return any(first == 0 or is_finite(words[first - 1]) for first, _ in wording.BOTH.find(words))


def _together(sentence: Sentence) -> Parties:
    """Read *Gemensamma kampanjer* and *samarbetet mellan kommunen och krögare*, where nothing else says who."""
    between = _of_role(sentence.parts, Role.BETWEEN) & BOTH
    alone = any(not wording.WITH.at(sentence.words, first) for first, _ in wording.TOGETHER.find(sentence.words[:4]))
    return between or (BOTH if alone else _of_role(sentence.parts, Role.SOURCE))


def announced(sentence: Sentence) -> Parties:
    """Return whom a heading or lead-in names as those who promise what follows; nobody: a theme."""
    if label := labelled(sentence):
        return label
    if own := acting(sentence):
        return own
    found = sentence.parts
    between = _of_role(found, Role.BETWEEN)
    if between and wording.TOGETHER.within(sentence.words):
        return between
    if wording.TOGETHER.within(sentence.words) and not _of_role(found, Role.PASSING):
        return BOTH
    return _from(found, sentence) or (OTHERS if _is_unknown(sentence) else NOBODY)


def _is_unknown(sentence: Sentence) -> bool:
    """Tell *Skistar ska:*, where somebody who is neither police nor municipality promises what follows."""
    words = tuple(word for word in sentence.words if word.isalnum() and word != "att")
    is_short = 1 < len(words) <= MOST_TOPIC_WORDS and wording.PLEDGES.holds(words[-1])
    return is_short and not sentence.mentions and not any(wording.NO_NAMES.holds(word) for word in words[:-1])


def _from(found: Sequence[Part], sentence: Sentence) -> Parties:
    """Read *Löften från polisen* and *Åtgärder kommunen*; *Synlig polis* and *Trygg kommun* are themes."""
    words = sentence.words
    return frozenset(
        part.mention.party
        for part in found
        if part.mention.party and part.mention.first and not part.mention.is_genitive and _is_given(words, part.mention)
    )


def _is_given(words: Sequence[str], mention: Mention) -> bool:
    before = words[mention.first - 1]
    is_last = all(not word.isalnum() for word in words[mention.last :])
    return len(words) <= LONGEST_LABEL and (before in ("från", "av") or (is_last and wording.PROMISING.holds(before)))


def labelled(sentence: Sentence) -> Parties:
    """Return the parties of a label: *(Polisen)* first or last, *Polisen:* first, *Ansvarig: kommunen* anywhere."""
    for tokens in _labels(sentence):
        label = Sentence(tuple(tokens))
        if found := named_alone(label):
            return found
    return _answers(sentence)


def _labels(sentence: Sentence) -> Iterator[Sequence[Token]]:
    """Yield what can be a label: brackets last and first, cells, what stands before a colon and after a dash."""
    tokens, words = sentence.tokens, sentence.words
    last = len(words)
    while last and words[last - 1] in ".;,":
        last -= 1
    if last and words[last - 1] in ")]":
        opening = max((index for index in range(last) if words[index] in "(["), default=last)
        yield tokens[opening + 1 : last - 1]
    if words[0] in "([":
        closing = next((index for index, word in enumerate(words) if word in ")]"), 0)
        yield tokens[1:closing]
    yield from _cells(sentence) if "|" in words else ()
    leads = (index for index in range(1, min(LONGEST_LABEL + 1, last)) if _divides(tokens, index, ":"))
    yield tokens[: next(leads, 0)]
    trails = (index for index in range(last - 1, max(last - LONGEST_LABEL, 0), -1) if _divides(tokens, index, ":."))
    yield tokens[next(trails, last) + 1 : last]


def _divides(tokens: Sequence[Token], index: int, marks: str) -> bool:
    """Tell whether a mark, or a dash with a space before it, divides a label from the rest: not *kultur- och*."""
    is_apart = tokens[index - 1].span.end < tokens[index].span.start
    return tokens[index].text in marks or (tokens[index].text in "–—-" and is_apart)


def _cells(sentence: Sentence) -> Iterator[Sequence[Token]]:
    """Yield the cells of a table's row."""
    start = 0
    for index, word in enumerate((*sentence.words, "|")):
        if word == "|":
            yield sentence.tokens[start:index]
            start = index + 1


def named_alone(label: Sentence) -> Parties:
    """Return the parties of words that name parties and nothing else."""
    if not 0 < len(label.tokens) <= LONGEST_LABEL:
        return NOBODY
    found = label.mentions
    named = {index for each in found for index in range(each.first, each.last)}
    others = [
        token for index, token in enumerate(label.tokens) if index not in named and token.text not in wording.JOINS
    ]
    rest = [token.folded for token in others]
    if not all(
        wording.LABEL_WORDS.holds(token.folded) or token.text in ":." or _is_name(token, found) for token in others
    ):
        return NOBODY
    letters = {_LETTERS[word] for word in rest if word in _LETTERS}
    together = BOTH if not found and wording.TOGETHER.within(label.words) else NOBODY
    return _parties(found) | letters | together


def _is_name(token: Token, found: Sequence[Mention]) -> bool:
    """Tell the rest of a name that holds a party's word: *Nordanstigs Bostäder*."""
    return bool(found) and token.kind == "word" and token.text[0].isupper()


_LETTERS = {"p": Party.POLICE, "pol": Party.POLICE, "k": Party.MUNICIPALITY, "kom": Party.MUNICIPALITY}


def _parties(found: Iterable[Mention]) -> Parties:
    return frozenset(each.party for each in found if each.party)


def _answers(sentence: Sentence) -> Parties:
    """Read *Ansvarig: Polisen*, *Ansvariga är kommunen och polisen*."""
    for _, last in wording.ANSWERS.find(sentence.words):
        if sentence.words[last : last + 1] in ((":",), ("är",)):
            return _parties(Sentence(sentence.tokens[last + 1 : last + 1 + LONGEST_LABEL]).mentions)
    return NOBODY


def begins_with_label(sentence: Sentence) -> bool:
    """Tell *[Polis] Fotpatrull* and *Polisen: fotpatrull*: a label with what is promised after it."""
    words = sentence.words
    if words[0] in "([":
        end = next((index for index, word in enumerate(words[: LONGEST_LABEL + 2]) if word in ")]"), 0)
        label = sentence.tokens[1:end]
    else:
        end = next((index for index, word in enumerate(words[: LONGEST_LABEL + 1]) if word == ":"), 0)
        label = sentence.tokens[:end]
    return len(words) > end + 2 and bool(named_alone(Sentence(label)))


def is_label(sentence: Sentence) -> bool:
    """Tell a line that only says who answers: *Ansvarig: Polisen*, *(Kommunen)*."""
    words = sentence.words
    if words[0] in "([" and words[-1] in ")].":
        return bool(labelled(sentence))
    return bool(wording.ANSWERS.at(words, 0)) and len(words) <= 2 * LONGEST_LABEL and bool(_answers(sentence))


def third_parties(said: Sequence[Sentence], text: str) -> tuple[str, ...]:
    """Return the organisations that a promise names beside the police and the municipality, in its own words."""
    names: dict[str, None] = {}
    for sentence in said:
        for each in sentence.mentions:
            if each.party in (None, Party.OTHER):
                name = squeezed(sentence.part(each.first, each.last).of(text))
                names.setdefault(name[0].upper() + name[1:])
    return tuple(names)


def condition(said: Sequence[Sentence], text: str) -> str | None:
    """Return the words that make a promise conditional, such as *vid behov*; null: it is not."""
    for sentence in said:
        for first, last in wording.CONDITIONS.find(sentence.words):
            opens = wording.CONDITION_CLAUSES.begins(sentence.words[first:last])
            end = _clause_end(sentence.words, last) if opens else last
            return squeezed(sentence.part(first, end).of(text))
    return None


def _clause_end(words: Sequence[str], start: int) -> int:
    ends = (index for index in range(start, len(words)) if words[index] in (",", ".", ";", ")", "(", "–", "och", "ska"))
    return next(ends, len(words))


def mentions_word(word: str) -> bool:
    """Tell whether one word names a party."""
    return wording.POLICE.holds(word) or wording.MUNICIPALITY.holds(word) or wording.OTHERS.holds(word)
