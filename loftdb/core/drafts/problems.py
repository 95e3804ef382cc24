"""What must be answered before a draft can be put in force; an issue's field is the path to what it is about.

``promises.p3.title``, ``promises.p3.targets.t1.interval``, ``duties.d1.first``, or a field of the draft itself. What
passes here can be written as a data file: the limits are those of data/README.md.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from loftdb.core import privacy
from loftdb.core.characters import hidden
from loftdb.core.drafts.draft import Draft, DraftDuty, DraftPromise, DraftTarget, Relation
from loftdb.core.drafts.words import told
from loftdb.core.errors import Issue
from loftdb.core.model import Agreement, Comparator, DutyRecurrence, Party, PromiseKind
from loftdb.core.model.limits import FURTHEST_APART, LARGEST, SENTENCE, SHORT, TITLE
from loftdb.core.periods import MEANT, Interval
from loftdb.core.reading.result import DoubtKind


def issues(draft: Draft, agreements: Iterable[Agreement] = ()) -> tuple[Issue, ...]:
    """Return everything that keeps the draft from being put in force beside the agreements, in the draft's order."""
    if draft.relation is Relation.FILL:
        return (*_relation_issues(draft, agreements), *_wording_issues(draft))
    return (
        *_own_issues(draft),
        *_relation_issues(draft, agreements),
        *_title_issues(draft),
        *(issue for each in draft.kept for issue in _promise_issues(each)),
        *(issue for each in draft.duties if not each.dropped for issue in _duty_issues(each)),
    )


def personal_data(draft: Draft) -> tuple[Issue, ...]:
    """Return where the draft has the shape of personal data: it may not even be kept while it is written (5.23)."""
    own = [(name, getattr(draft, name)) for name in ("title", "district", "source")]
    own += [("problem_areas", each) for each in draft.problem_areas]
    own += [
        (f"duties.{each.key}.{name}", getattr(each, name)) for each in draft.duties for name in ("title", "to_whom")
    ]
    own += [(_at(each, name), text) for each in draft.promises for name, text in _texts(each)]
    found = (issue for field, text in own for issue in privacy.refusals(text, field))
    return tuple(issue for issue in found if issue.code != "text_too_long")


def likely_names(promise: DraftPromise) -> tuple[str, ...]:
    """Return what reads like persons' names in the promise's texts, as they will be kept; nothing hinders them."""
    found = (issue for name, text in _texts(promise) for issue in privacy.warnings(text, name))
    return tuple(dict.fromkeys(str(each.facts["name"]) for each in found if each.code == "likely_name"))


def _own_issues(draft: Draft) -> Iterator[Issue]:
    yield from _needed(draft.title, "title", SHORT)
    yield from _days(draft)
    if not draft.municipalities:
        yield Issue("draft_without_municipality", "municipalities")
    for name in draft.unknown_municipalities:
        yield Issue("draft_municipality_unknown", "municipalities", {"name": name})
    if not draft.kept:
        yield Issue("draft_without_promises", "promises")
    yield from _needed(draft.district, "district", SHORT)
    yield from _needed(draft.source, "source", SENTENCE)
    for area in draft.problem_areas:
        yield from line(area, "problem_areas", SHORT)


def _days(draft: Draft) -> Iterator[Issue]:
    for name in ("first", "last"):
        day = getattr(draft, name)
        if day is None:
            yield Issue("draft_without_day", name, {"end": name})
        elif day not in MEANT:
            yield Issue("date_far", name, {"first": MEANT.start.year, "last": MEANT.last.year})
    if draft.first and draft.last and draft.last < draft.first:
        yield Issue("draft_backwards", "last")


def _relation_issues(draft: Draft, agreements: Iterable[Agreement]) -> Iterator[Issue]:
    """Yield what is wrong between the draft and the agreements beside it."""
    beside = {each.id: each for each in agreements}
    if draft.relation in (None, Relation.OTHER):
        if draft.relation is None and any(_overlaps(draft, each) for each in beside.values()):
            yield Issue("draft_relation_missing", "relation")
    elif draft.related not in beside:
        yield Issue("draft_relation_unknown", "relation")


def _overlaps(draft: Draft, agreement: Agreement) -> bool:
    period = draft.period
    is_home = bool(draft.municipalities) and draft.municipalities[0].code == agreement.home.code
    return is_home and period is not None and (period & agreement.period).days > 0


def _title_issues(draft: Draft) -> Iterator[Issue]:
    times = Counter(each.title.strip().casefold() for each in draft.kept)
    for each in draft.kept:
        if each.title.strip() and times[each.title.strip().casefold()] > 1:
            yield Issue("promise_title_twice", _at(each, "title"), {"title": each.title})


def _wording_issues(draft: Draft) -> Iterator[Issue]:
    for each in draft.kept:
        yield from privacy.refusals(privacy.without_contacts(each.wording), _at(each, "wording"))


def _promise_issues(promise: DraftPromise) -> Iterator[Issue]:
    if not promise.title.strip():
        yield Issue("promise_without_title", _at(promise, "title"))
    if not (promise.wording.strip() or promise.summary.strip()):
        yield Issue("promise_without_wording", _at(promise, "wording"), {"title": promise.title})
    for name, text in _texts(promise):
        yield from line(text, _at(promise, name), _LONGEST[name])
    if Party.OTHER in promise.parties and not told(promise.third_parties):
        yield Issue("third_party_missing", _at(promise, "third_parties"), {"title": promise.title})
    yield from _kind_issues(promise)
    for target in promise.counted:
        yield from _target_issues(promise, target)
        yield from _open_issues(promise, target)


def _open_issues(promise: DraftPromise, target: DraftTarget) -> Iterator[Issue]:
    """Yield the questions that nobody may leave open: two numbers of which one is wrong, or no period (5.4)."""
    path, facts = _at(promise, f"targets.{target.key}."), {"title": promise.title}
    asked = {each.kind for each in promise.questions if each.target == target.key and not each.settled}
    if DoubtKind.NUMBERS_DISAGREE in asked:
        yield Issue("numbers_disagree", path + "value", facts)
    if DoubtKind.NO_PERIOD in asked and target.other is not None and target.value is not None:
        yield Issue("reading_needed", path + "interval", facts)


def _kind_issues(promise: DraftPromise) -> Iterator[Issue]:
    facts = {"title": promise.title}
    if promise.kind is PromiseKind.COUNT and not promise.targets:
        yield Issue("count_without_unit", _at(promise, "targets"), facts)
    if promise.counted and not promise.occasion.strip():
        yield Issue("occasion_missing", _at(promise, "occasion"), facts)
    if promise.announced and not promise.counted:
        yield Issue("announced_not_counted", _at(promise, "announced"), facts)
    if promise.announced and promise.sensitive:
        yield Issue("announced_and_sensitive", _at(promise, "sensitive"), facts)


def _target_issues(promise: DraftPromise, target: DraftTarget) -> Iterator[Issue]:
    path, facts = _at(promise, f"targets.{target.key}."), {"title": promise.title}
    if not (target.singular.strip() and target.plural.strip()):
        yield Issue("unit_missing", path + "plural", facts)
    for name in ("singular", "plural"):
        yield from line(getattr(target, name), path + name, SHORT)
    yield from line(target.reading, path + "reading", SENTENCE)
    if target.value is None:
        return
    if not 1 <= target.value <= LARGEST:
        yield Issue("target_number", path + "value", {**facts, "most": LARGEST})
    if target.comparator is Comparator.RANGE and not target.value < (target.value_max or 0) <= LARGEST:
        yield Issue("range_narrow", path + "value_max", facts)
    if target.interval is None:
        yield Issue("interval_needed", path + "interval", {**facts, "said": target.said})
    elif target.every != 1 and (target.interval is Interval.TERM or not 1 <= target.every <= FURTHEST_APART):
        yield Issue("every_not_possible", path + "every", {**facts, "most": FURTHEST_APART})


def _duty_issues(duty: DraftDuty) -> Iterator[Issue]:
    path = f"duties.{duty.key}."
    yield from _needed(duty.title, path + "title", SHORT)
    yield from _needed(duty.to_whom, path + "to_whom", SHORT)
    if duty.recurrence is None:
        yield Issue("duty_without_recurrence", path + "recurrence", {"title": duty.title})
    elif duty.recurrence is not DutyRecurrence.PER_MEETING and (duty.first is None or duty.last is None):
        yield Issue("duty_without_window", path + "first", {"title": duty.title})
    if duty.first and duty.last and duty.last < duty.first:
        yield Issue("draft_backwards", path + "last")


_LONGEST = {
    "title": TITLE,
    "heading": SHORT,
    "summary": SENTENCE,
    "occasion": SENTENCE,
    "conditional": SENTENCE,
    "function": SHORT,
    "third_parties": SHORT,
    "items": SHORT,
    "wording": privacy.MAX_TEXT,
}


def _texts(promise: DraftPromise) -> Iterator[tuple[str, str]]:
    """Yield every text of a promise by its field, the wording as it will be kept."""
    for name in ("title", "heading", "summary", "occasion", "conditional", "function"):
        yield name, getattr(promise, name)
    for name in ("third_parties", "items"):
        yield from ((name, text) for text in getattr(promise, name))
    yield "wording", privacy.without_contacts(promise.wording)


def _needed(text: str, field: str, longest: int) -> Iterator[Issue]:
    if not text.strip():
        yield Issue("draft_text_missing", field)
    yield from line(text, field, longest)


def line(text: str, field: str, longest: int) -> Iterator[Issue]:
    """Yield what keeps a text from being kept: its length, a character that is not seen, or personal data."""
    found = list(privacy.refusals(text, field))
    if len(text) > longest and not any(issue.code == "text_too_long" for issue in found):
        found.append(Issue("text_too_long", field, {"max": longest, "length": len(text)}))
    if character := hidden(text):
        found.append(Issue("hidden_character", field, {"character": character}))
    yield from found


def _at(promise: DraftPromise, name: str) -> str:
    return f"promises.{promise.key}.{name}"
