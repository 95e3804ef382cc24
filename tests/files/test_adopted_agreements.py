"""What can be adopted can be written as a data file, and is the same agreement when it is read again."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from loftdb.core import drafts
from loftdb.core.drafts import Draft, DraftTarget
from loftdb.core.model import Agreement, Duty, Interpretation, Measure, Party, Promise, PromiseKind, Target
from loftdb.core.periods import Interval
from loftdb.files.agreements import read_agreement
from tests.core.drafting import settled


def interpreted(target: DraftTarget) -> Interpretation:
    return Interpretation("Så läses det.", "Samordnaren", date(2025, 1, 1), None, target.other)


def filed(agreement: Agreement) -> bytes:
    """Return the agreement as a data file; JSON is plain YAML."""
    period = {"first": agreement.period.start.isoformat(), "last": agreement.period.last.isoformat()}
    record = {
        "id": agreement.id,
        "title": agreement.title,
        "period": period,
        "district": agreement.district,
        "municipalities": [{"code": f"{each.code:04}", "name": each.name} for each in agreement.municipalities],
        "problem_areas": [{"rank": rank, "name": name} for rank, name in enumerate(agreement.problem_areas, 1)],
        "source": agreement.source,
        "duties": [duty(each, agreement) for each in agreement.duties],
        "promises": [promise(each, agreement) for each in agreement.promises],
    }
    return json.dumps(record, ensure_ascii=False).encode()


def promise(each: Promise, agreement: Agreement) -> dict[str, Any]:
    plain = {
        "id": each.id.removeprefix(agreement.id + "/"), "position": each.position, "heading": each.heading,
        "title": each.title, "summary": each.summary, "wording": each.wording, "parties": list(each.parties),
        "third_parties": list(each.third_parties), "kind": each.kind, "conditional": each.conditional,
        "sensitive": each.sensitive, "announced": each.announced, "occasion": each.occasion,
        "measures": [measure(one, each) for one in each.measures] or None,
        "municipalities": [f"{code:04}" for code in each.municipalities],
        "function": each.function or None,
    }  # fmt: skip
    if each.kind is PromiseKind.LIST:
        plain["items"] = [{"key": one.key, "name": one.name} for one in each.items]
    return {key: value for key, value in plain.items() if value is not None and value is not False}


def measure(each: Measure, owner: Promise) -> dict[str, Any]:
    _, _, key = each.id.partition(":")
    plain: dict[str, Any] = {"singular": each.singular, "plural": each.plural, "minutes": each.minutes}
    if each.targets:
        plain["targets"] = [target(one) for one in each.targets]
    return plain | ({"key": key} if len(owner.measures) > 1 else {})


def target(each: Target) -> dict[str, Any]:
    plain: dict[str, Any] = {"value": each.value, "comparator": each.comparator, "per": each.interval}
    if each.value_max is not None:
        plain["value_max"] = each.value_max
    if each.every != 1:
        plain["every"] = each.every
    if each.average:
        plain["average"] = True
    if each.interpretation:
        reading = each.interpretation
        plain["interpretation"] = {"text": reading.text, "by": reading.by, "on": reading.on.isoformat(),
                                   "other_per": reading.other_interval}  # fmt: skip
    return plain


def duty(each: Duty, agreement: Agreement) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": each.id.removeprefix(agreement.id + "/"), "title": each.title, "to_whom": each.to_whom,
        "recurrence": each.recurrence,
    }  # fmt: skip
    if each.window:
        plain["window"] = {"first": f"{each.window.start:%Y-%m}", "last": f"{each.window.last:%Y-%m}"}
    return plain


def adopted(draft: Draft) -> Agreement:
    return drafts.agreement(draft, (), date(2025, 1, 1), interpreted)


def unnumbered(agreement: Agreement) -> Agreement:
    promises = (
        replace(each, measures=tuple(replace(one, number=0) for one in each.measures)) for each in agreement.promises
    )
    return replace(agreement, promises=tuple(promises))


def test_an_adopted_agreement_reads_back_from_a_file_as_it_was() -> None:
    agreement = adopted(settled())
    assert unnumbered(read_agreement(filed(agreement), f"{agreement.id}.yaml").agreement) == agreement


TEXTS = st.text(st.sampled_from("aå b.:\"'{}[]#&*é–0§") | st.characters(), max_size=90)
FIELDS = ["title", "heading", "summary", "occasion", "conditional", "function", "wording"]


@given(st.data())
def test_whatever_has_no_issues_can_be_filed(data: st.DataObject) -> None:
    """Texts, kinds, parties and numbers as they come: refused with an issue, or kept by the file as they are."""
    draft, key = settled(), data.draw(st.sampled_from(["p1", "p2", "p3"]))
    fields: dict[str, Any] = {name: data.draw(TEXTS) for name in data.draw(st.lists(st.sampled_from(FIELDS)))}
    fields["kind"] = data.draw(st.sampled_from(PromiseKind))
    fields["parties"] = tuple(data.draw(st.lists(st.sampled_from(Party), unique=True)))
    fields["announced"], fields["sensitive"] = data.draw(st.booleans()), data.draw(st.booleans())
    fields["items"] = tuple(data.draw(st.lists(TEXTS, max_size=3)))
    draft = drafts.change_promise(draft, key, **fields)
    draft = drafts.change_target(
        draft, "p1", "t1", value=data.draw(st.none() | st.integers(-1, 1_000_001)),
        interval=data.draw(st.none() | st.sampled_from(Interval)), every=data.draw(st.integers(0, 61)),
        average=data.draw(st.booleans()),
    )  # fmt: skip
    if not drafts.issues(draft):
        agreement = adopted(draft)
        again = unnumbered(read_agreement(filed(agreement), f"{agreement.id}.yaml").agreement)
        assert [each.id for each in again.promises] == [each.id for each in agreement.promises]
        assert [each.measures for each in again.promises] == [each.measures for each in agreement.promises]
