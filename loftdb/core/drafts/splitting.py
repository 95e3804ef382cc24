"""One promise made into two at a place in its wording, and two into one: merging what was split gives it back."""

import re
from dataclasses import replace

from loftdb.core.drafts import words
from loftdb.core.drafts.draft import Draft, DraftPromise, DraftTarget, Question
from loftdb.core.drafts.edits import free_key
from loftdb.core.drafts.proposal import proposed_title
from loftdb.core.model import Party, PromiseKind
from loftdb.core.reading.result import Span

_PLACE = re.compile(r"(?<=[.;:!?,])\s+(?=\S)|\s+(?=(?:och|samt|dels|därutöver|dessutom)\s)", re.I)


def places(promise: DraftPromise) -> tuple[int, ...]:
    """Return where the wording can be split: after a mark, or before *och* or *samt*."""
    return tuple(found.end() for found in _PLACE.finditer(promise.wording))


def split(draft: Draft, key: str, at: int) -> Draft:
    """Make two promises of one, at a place of its wording; each number goes with the words that it stands in.

    ``at`` moves to the beginning of the word that it falls in. A place before the first word, or after the last,
    leaves the draft as it is.
    """
    whole = draft.promise(key)
    at = whole.wording.rfind(" ", 0, max(at, 0)) + 1
    first, second = whole.wording[:at].rstrip(), whole.wording[at:]
    if not first or not second:
        return draft
    border = _border(draft, whole, at)
    own = [each for each in whole.targets if _begins(each.span) < border]
    others = [each for each in whole.targets if _begins(each.span) >= border]
    halves = (
        replace(whole, wording=first, span=_until(whole.span, border)),
        replace(whole, key=free_key(draft), wording=second, summary="", span=_since(whole.span, border), follows=None),
    )
    parts = _part(whole, halves[0], tuple(own)), _part(whole, halves[1], tuple(others))
    taken = [each.title for each in draft.promises if each.key != key]
    named = (_titled(parts[0], whole, taken), _retitled(parts[1], [*taken, whole.title]))
    return _replaced(draft, key, named)


def merge(draft: Draft, first: str, second: str) -> Draft:
    """Make one promise of two, in the place of the first; the second's words, numbers and parties join the first's."""
    one, other = draft.promise(first), draft.promise(second)
    if first == second:
        return draft
    targets = _joined_targets(one, other)
    merged = replace(
        one,
        wording=" ".join(filter(None, (one.wording, other.wording))),
        summary=one.summary or other.summary,
        parties=_joined_parties(one, other),
        third_parties=tuple(dict.fromkeys((*one.third_parties, *other.third_parties))),
        conditional=one.conditional or other.conditional,
        function=one.function or other.function,
        sensitive=one.sensitive or other.sensitive,
        announced=(one.announced or other.announced) and bool(targets),
        kind=one.kind if other.kind is PromiseKind.QUALITY else other.kind,
        occasion=one.occasion or other.occasion,
        targets=targets,
        items=tuple(dict.fromkeys((*one.items, *other.items))),
        span=_hull(one.span, other.span),
        questions=_joined_questions(one, other),
        by_hand=tuple(dict.fromkeys((*one.by_hand, *other.by_hand))),
    )
    rest = replace(draft, promises=tuple(each for each in draft.promises if each.key != second))
    taken = [each.title for each in rest.promises if each.key != first]
    return _replaced(rest, first, (_titled(merged, one, taken),))


def _part(whole: DraftPromise, part: DraftPromise, targets: tuple[DraftTarget, ...]) -> DraftPromise:
    """Return one half with the targets and questions that are its own; a half without a number is told in words."""
    keys = {each.key for each in targets}
    kind = PromiseKind.QUALITY if whole.kind is PromiseKind.COUNT and not targets else whole.kind
    return replace(
        part,
        targets=targets,
        kind=kind,
        announced=whole.announced and bool(targets),
        questions=tuple(each for each in whole.questions if _belongs(each, part, keys)),
    )


def _belongs(question: Question, part: DraftPromise, keys: set[str]) -> bool:
    """Tell whether a question goes with a part: its number's part, or each that it stands in."""
    if question.target is not None:
        return question.target in keys
    if question.span is None or part.span is None:
        return True
    return question.span.start < part.span.end and part.span.start < question.span.end


def _border(draft: Draft, whole: DraftPromise, at: int) -> int:
    """Return where in the text the second part begins: the wording has the same signs, but not the same spaces."""
    if whole.span is None:
        return 0
    text = draft.text[: whole.span.end]
    left = sum(not each.isspace() for each in whole.wording[:at])
    for place in range(whole.span.start, whole.span.end):
        if left == 0 and not text[place].isspace():
            return place
        left -= not text[place].isspace()
    return whole.span.end


def _begins(span: Span | None) -> int:
    return span.start if span else -1


def _until(span: Span | None, border: int) -> Span | None:
    return Span(span.start, max(border, span.start)) if span else None


def _since(span: Span | None, border: int) -> Span | None:
    return Span(min(border, span.end), span.end) if span else None


def _hull(one: Span | None, other: Span | None) -> Span | None:
    if one is None or other is None:
        return one or other
    return Span(min(one.start, other.start), max(one.end, other.end))


def _titled(part: DraftPromise, before: DraftPromise, taken: list[str]) -> DraftPromise:
    """Return the promise with a new title, where the one it had was the program's own for other words."""
    return _retitled(part, taken) if before.title in _proposals(before, taken) else part


def _proposals(promise: DraftPromise, taken: list[str]) -> tuple[str, ...]:
    return ("", _proposed(promise), words.unlike(_proposed(promise), taken))


def _retitled(promise: DraftPromise, taken: list[str]) -> DraftPromise:
    return replace(promise, title=words.unlike(_proposed(promise), taken))


def _proposed(promise: DraftPromise) -> str:
    return proposed_title(promise.wording, promise.targets)


def _joined_parties(one: DraftPromise, other: DraftPromise) -> tuple[Party, ...]:
    named = {*one.parties, *other.parties}
    return one.parties if named == {*one.parties} else tuple(each for each in Party if each in named)


def _joined_targets(one: DraftPromise, other: DraftPromise) -> tuple[DraftTarget, ...]:
    return (*one.targets, *(target for target, _ in _renamed(one, other)))


def _renamed(one: DraftPromise, other: DraftPromise) -> list[tuple[DraftTarget, str]]:
    """Return the other's targets with keys that the first has not taken, each with the key it had."""
    taken = [each.key for each in one.targets]
    found = []
    for target in other.targets:
        key = words.free(target.key, taken)
        taken.append(key)
        found.append((replace(target, key=key), target.key))
    return found


def _joined_questions(one: DraftPromise, other: DraftPromise) -> tuple[Question, ...]:
    """Return both's questions, one that both ask of the whole only once."""
    keys = {before: target.key for target, before in _renamed(one, other)}
    found = list(one.questions)
    for each in other.questions:
        question = replace(each, target=keys[each.target]) if each.target else each
        found += [] if question in found else [question]
    return tuple(sorted(found, key=lambda each: each.span or Span(0, 0)))


def _replaced(draft: Draft, key: str, instead: tuple[DraftPromise, ...]) -> Draft:
    promises: list[DraftPromise] = []
    for each in draft.promises:
        promises += instead if each.key == key else (each,)
    return replace(draft, promises=tuple(promises))
