"""Facts compared: what differs is told once, in order, and what is sensitive by the month."""

from dataclasses import replace
from datetime import date, datetime

from loftdb.core.changes import (
    THRESHOLDS,
    WHOLE,
    Basis,
    Edit,
    Known,
    Readable,
    RowFacts,
    Said,
    SignedMonth,
    compare,
    entry_changes,
    merged,
    reference_fields,
)
from loftdb.core.model import (
    Activity,
    ActivityKind,
    ActivityState,
    Entry,
    Party,
    Share,
    Standing,
    Status,
    Thresholds,
)
from loftdb.core.periods import Period
from tests.core.building import agreement, period, target

NOON = datetime.fromisoformat("2024-03-01T12:00")
NOTHING = Known({}, {}, {}, {}, {}, frozenset(), {}, {})
PLAIN, SECRET, HIDDEN = 1, 2, 3
READABLE = Readable(frozenset({PLAIN, SECRET}), frozenset({PLAIN}))
TERM = agreement(period("2023-01-01", "2024-12-31"), target(80))


def activity(measure: int = PLAIN, count: int = 1, day: str = "2024-03-12", **more: object) -> Activity:
    first = date.fromisoformat(day)
    entry = Entry(ActivityKind.SINGLE, ActivityState.DONE, Period.through(first, first), (Share(measure, count),))
    return Activity(7, 1, replace(entry, **more), 1486, "någon", Party.POLICE, NOON)  # type: ignore[arg-type]


def facts(state: Standing, actual: int = 0) -> RowFacts:
    return RowFacts(state, actual, 80, None, None, date(2024, 3, 1), False)


def test_what_is_the_same_is_not_told() -> None:
    state = replace(NOTHING, rows={(1, 2024, date(2024, 1, 1)): facts(Standing.ON_TRACK)})
    assert compare(state, state, {}).is_empty


def test_rows_are_told_in_order_with_what_moved() -> None:
    key, term = (1, 2024, date(2024, 1, 1)), (1, None, date(2023, 1, 1))
    before = replace(NOTHING, rows={key: facts(Standing.ON_TRACK), term: facts(Standing.ON_TRACK)})
    after = replace(NOTHING, rows={key: facts(Standing.BEHIND), term: facts(Standing.ON_TRACK, 3)})
    found = compare(before, after, {}).rows
    assert [(each.year, each.is_moved) for each in found] == [
        (None, False),
        (2024, True),
    ]


def test_a_promise_that_is_new_is_told_once_as_a_whole() -> None:
    fields = reference_fields([TERM], Thresholds())
    found = compare(NOTHING, replace(NOTHING, fields=fields), {"a/p": Basis(date(2024, 1, 1), "§ 1", "Mer")}).fields
    told = {each.subject: each for each in found if each.subject != THRESHOLDS}
    assert set(told) == {"a", "a/p", "a/p#7"}
    assert {each.field for each in told.values()} == {WHOLE}
    assert told["a/p"].after["title"] == "Trafikkontroller"
    assert told["a/p"].basis == Basis(date(2024, 1, 1), "§ 1", "Mer")
    assert told["a"].basis is None


def test_a_field_that_differs_is_told_by_itself_and_one_of_the_limits_too() -> None:
    before = replace(NOTHING, fields=reference_fields([TERM], Thresholds()))
    other = replace(TERM, promises=(replace(TERM.promises[0], wording="Minst åttio."),))
    after = replace(NOTHING, fields=reference_fields([other], Thresholds(late_share=30)))
    assert [(each.subject, each.field, each.before, each.after) for each in compare(before, after, {}).fields] == [
        ("a/p", "wording", None, "Minst åttio."),
        (THRESHOLDS, "late_share", 25, 30),
    ]


def test_words_and_sign_offs_are_told() -> None:
    said = Said(date(2024, 3, 1), Status.BEGUN, "Beställt", "", ())
    signed = SignedMonth(1486, Party.POLICE, date(2024, 2, 1))
    after = replace(NOTHING, statuses={"a/q": said}, signed=frozenset({signed}), deviations={("a/p", None): "Text"})
    found = compare(NOTHING, after, {})
    assert (found.statuses[0].before, found.statuses[0].after) == (None, said)
    assert found.signed == (signed,)
    assert (found.deviations[0].year, found.deviations[0].after) == (None, "Text")


def test_an_entry_is_added_corrected_or_withdrawn() -> None:
    gone = activity(state=ActivityState.WITHDRAWN)
    pairs = {1: (None, activity()), 2: (activity(), activity(count=2)), 3: (activity(), gone), 4: (None, gone)}
    found = entry_changes(pairs, READABLE).entries
    assert {each.activity: each.edit for each in found} == {1: Edit.ADDED, 2: Edit.CORRECTED, 3: Edit.WITHDRAWN}


def test_a_changed_comment_is_nothing_to_tell() -> None:
    assert entry_changes({1: (activity(), activity(note="Regn"))}, READABLE).is_empty


def test_what_counts_for_a_sensitive_promise_is_told_by_the_month() -> None:
    pairs = {
        1: (None, activity(SECRET, 2)),
        2: (activity(SECRET, 3), activity(SECRET, 1, "2024-04-30")),
        3: (activity(PLAIN, 4), activity(SECRET, 4)),
        4: (activity(SECRET), activity(SECRET, note="Regn")),
    }
    found = entry_changes(pairs, READABLE)
    assert found.entries == ()
    assert [(each.measure, each.month, each.added) for each in found.months] == [
        (PLAIN, date(2024, 3, 1), -4),
        (SECRET, date(2024, 3, 1), 3),
        (SECRET, date(2024, 4, 1), 1),
    ]


def test_what_may_not_be_read_is_not_told_and_hides_the_place_beside_it() -> None:
    both = activity(place="Torget", shares=(Share(PLAIN, 1), Share(HIDDEN, 2)))
    assert entry_changes({1: (None, activity(HIDDEN))}, READABLE).is_empty
    found = entry_changes({1: (None, both)}, READABLE)
    assert found.entries == ()
    assert [(each.measure, each.added) for each in found.months] == [(PLAIN, 1)]


def test_entries_and_the_rest_are_told_together() -> None:
    entries = entry_changes({1: (None, activity())}, READABLE)
    rest = compare(NOTHING, replace(NOTHING, duties={("a", "d", ""): date(2024, 3, 1)}), {})
    found = merged(entries, rest, NOON, None)
    assert (len(found.entries), len(found.duties), found.since, found.until) == (1, 1, NOON, None)
