"""The fields of an agreement's data file: data/README.md says the same in prose."""

from collections.abc import Callable

from loftdb.core.model import Comparator, DutyRecurrence, Party, Precision, PromiseKind
from loftdb.core.model.limits import FURTHEST_APART, LARGEST, SENTENCE, SHORT, TITLE
from loftdb.core.periods import MEANT, Interval
from loftdb.core.privacy import MAX_TEXT
from loftdb.files import agreement_rules as rules
from loftdb.files.records import Field, Record, Rule, record, several
from loftdb.files.values import calendar_month, day, flag, municipality_code, slug, text, whole, word


def _is(key: str, value: object) -> Callable[[Record], bool]:
    return lambda each: each.get(key) == value


INTERPRETATION = record(
    {
        "text": Field(text(SENTENCE)),
        "by": Field(text(SHORT)),
        "on": Field(day),
        "agreed": Field(flag, required=False),
        "other_per": Field(word(Interval), required=False),
    }
)

TARGET = record(
    {
        "value": Field(whole(1, LARGEST)),
        "comparator": Field(word(Comparator)),
        "per": Field(word(Interval), required=False),
        "value_max": Field(whole(1, LARGEST), required=False),
        "every": Field(whole(1, FURTHEST_APART), required=False),
        "average": Field(flag, required=False),
        "valid_from": Field(day, required=False),
        "decision": Field(text(SENTENCE), required=False),
        "reason": Field(text(SENTENCE), required=False),
        "interpretation": Field(INTERPRETATION, required=False),
    },
    Rule("comparator: range", _is("comparator", Comparator.RANGE), needs=("value_max",)),
    Rule("comparator", lambda each: each.get("comparator", Comparator.RANGE) != Comparator.RANGE, bars=("value_max",)),
    Rule("no per", lambda each: "per" not in each, needs=("interpretation",), bars=("every", "average")),
    Rule("per: term", _is("per", Interval.TERM), bars=("every", "average")),
    Rule("per: year", _is("per", Interval.YEAR), bars=("average",)),
    Rule("valid_from", lambda each: "valid_from" in each, needs=("decision", "reason")),
    rules.range_is_wide,
)

MEASURE = record(
    {
        "key": Field(slug, required=False),
        "singular": Field(text(SHORT)),
        "plural": Field(text(SHORT)),
        "minutes": Field(flag, required=False),
        "targets": Field(several(TARGET, at_least=1), required=False),
    },
    rules.later_targets_are_dated,
)

ITEM = record({"key": Field(slug), "name": Field(text(SHORT))})

PROMISE = record(
    {
        "id": Field(slug),
        "position": Field(whole(1, 999)),
        "heading": Field(text(SHORT)),
        "title": Field(text(TITLE)),
        "summary": Field(text(SENTENCE)),
        "wording": Field(text(MAX_TEXT), required=False),
        "parties": Field(several(word(Party))),
        "third_parties": Field(several(text(SHORT)), required=False),
        "function": Field(text(SHORT), required=False),
        "municipalities": Field(several(municipality_code, at_least=1), required=False),
        "kind": Field(word(PromiseKind)),
        "conditional": Field(text(SENTENCE), required=False),
        "sensitive": Field(flag, required=False),
        "announced": Field(flag, required=False),
        "occasion": Field(text(SENTENCE), required=False),
        "measures": Field(several(MEASURE, at_least=1), required=False),
        "items": Field(several(ITEM, "key", "name"), required=False),
        "predecessor": Field(slug, required=False),
    },
    Rule("kind: count", _is("kind", PromiseKind.COUNT), needs=("measures",), bars=("items",)),
    Rule("kind: list", _is("kind", PromiseKind.LIST), needs=("items",)),
    Rule("kind: quality", _is("kind", PromiseKind.QUALITY), bars=("measures", "items")),
    Rule("measures", lambda each: "measures" in each, needs=("occasion",)),
    Rule("no measures", lambda each: "measures" not in each, bars=("occasion",)),
    Rule("announced: true", _is("announced", True), needs=("measures",)),
    Rule("sensitive: true", _is("sensitive", True), bars=("announced",)),
    Rule("parties: other", lambda each: Party.OTHER in each.get("parties", ()), needs=("third_parties",)),
    rules.measures_have_keys,
)

WINDOW = record({"first": Field(calendar_month), "last": Field(calendar_month)}, rules.forwards("first", "last"))

DUTY = record(
    {
        "id": Field(slug),
        "title": Field(text(SHORT)),
        "to_whom": Field(text(SHORT)),
        "recurrence": Field(word(DutyRecurrence)),
        "window": Field(WINDOW, required=False),
    },
    Rule("recurrence: once", _is("recurrence", DutyRecurrence.ONCE), needs=("window",)),
    Rule("recurrence: yearly", _is("recurrence", DutyRecurrence.YEARLY), needs=("window",)),
    Rule("recurrence: per_meeting", _is("recurrence", DutyRecurrence.PER_MEETING), bars=("window",)),
)

FIGURE = record(
    {
        "promise": Field(slug),
        "key": Field(slug, required=False),
        "year": Field(whole(MEANT.start.year, MEANT.last.year)),
        "count": Field(whole(1, LARGEST)),
        "precision": Field(word(Precision)),
        "source": Field(text(SENTENCE)),
    }
)

AGREEMENT = record(
    {
        "id": Field(slug),
        "title": Field(text(SHORT)),
        "period": Field(record({"first": Field(day), "last": Field(day)}, rules.forwards("first", "last"))),
        "district": Field(text(SHORT)),
        "municipalities": Field(
            several(record({"code": Field(municipality_code), "name": Field(text(SHORT))}), "code", "name", at_least=1)
        ),
        "problem_areas": Field(several(record({"rank": Field(whole(1, 20)), "name": Field(text(SHORT))}), "name")),
        "source": Field(text(SENTENCE)),
        "replaces": Field(slug, required=False),
        "duties": Field(several(DUTY, "id"), required=False),
        "promises": Field(several(PROMISE, "id", "title", at_least=1)),
        "published": Field(several(FIGURE), required=False),
    },
    rules.ranked,
    rules.positioned,
    rules.municipalities_known,
    rules.dates_inside,
    rules.targets_in_order,
    rules.published_promises_counted,
    rules.another_is_replaced,
    rules.predecessors_need_replaces,
)
