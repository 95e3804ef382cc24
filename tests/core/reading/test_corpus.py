"""The reader beside a careful person: on sentences and agreements of our own, and on the shared ones where they are."""

import os
from functools import cache
from pathlib import Path

import pytest

from loftdb.core.model import Party
from loftdb.core.reading import read
from loftdb.files.agreements import read_agreements
from tests.core.reading.cases import CORPUS, Case, documents, sentences
from tests.core.reading.scoring import Comparison, compare, total

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("LOFTDB_SHARED", ROOT.parent / "shared"))
BUNDLED = {each.agreement.id: each.agreement for each in read_agreements(ROOT / "data")}


@cache
def _compared(corpus: str) -> tuple[Comparison, ...]:
    return tuple(compare(case) for case in _cases(corpus))


def _cases(corpus: str) -> list[Case]:
    match corpus:
        case "our sentences":
            return sentences(CORPUS / "sentences.jsonl")
        case "our documents":
            return documents(CORPUS / "documents")
    examples = SHARED / "examples"
    if not examples.exists():
        pytest.skip("the shared examples are not here")
    if corpus == "shared sentences":
        return sentences(examples / "sentences.jsonl")
    return documents(examples / "docs", examples / "expected")


def _faults(compared: tuple[Comparison, ...]) -> str:
    return "\n" + "\n".join(fault for each in compared for fault in each.faults)


ALL = pytest.mark.parametrize("corpus", ["our sentences", "our documents", "shared sentences", "shared documents"])
DOCUMENTS = pytest.mark.parametrize("corpus", ["our documents", "shared documents"])


@ALL
def test_the_numbers_are_found_with_their_periods(corpus):
    compared = _compared(corpus)
    assert total(compared).f1 >= 0.97, _faults(compared)


@ALL
def test_a_number_has_the_party_that_the_text_names(corpus):
    compared = _compared(corpus)
    assert total(compared).parties >= 0.95, _faults(compared)


@ALL
def test_a_number_has_its_comparator_range_average_and_whether_its_period_is_said(corpus):
    compared = _compared(corpus)
    assert total(compared).forms >= 0.95, _faults(compared)


@ALL
def test_no_number_is_read_where_there_is_none(corpus):
    empty = tuple(each for each in _compared(corpus) if not each.case.wanted)
    assert empty
    assert total(empty).false == 0, _faults(empty)


@DOCUMENTS
def test_promises_are_counted_within_one_in_nine_documents_of_ten(corpus):
    compared = _compared(corpus)
    assert total(compared).near >= 0.9, _faults(compared)


@DOCUMENTS
def test_an_agreement_has_its_municipalities_and_its_period(corpus):
    compared = _compared(corpus)
    assert total(compared).placed >= 0.9, _faults(compared)


@pytest.mark.parametrize("corpus", ["our sentences", "our documents"])
def test_what_the_text_leaves_open_is_said(corpus):
    silent = [fault for each in _compared(corpus) for fault in each.faults if ": no issue " in fault]
    assert silent == []


def test_our_own_corpus_is_large_enough_to_catch_a_broken_reader():
    lines, texts = _cases("our sentences"), _cases("our documents")
    assert len(lines) >= 120
    assert len(texts) >= 12
    assert sum(len(case.wanted) for case in (*lines, *texts)) >= 200
    assert sum(not case.rows for case in lines) >= 40


@pytest.mark.parametrize("name", BUNDLED)
def test_reading_a_bundled_agreements_source_gives_its_promises_parties_and_numbers(name):
    source = SHARED / "seeds" / f"{name}.txt"
    if not source.exists():
        pytest.skip("the agreements' own texts are not here")
    agreement = BUNDLED[name]
    (plan,) = read(source.read_text("utf-8")).plans
    assert plan.period == agreement.period
    assert plan.municipalities[0] == agreement.home.name
    assert len(plan.promises) == len(agreement.promises)
    read_out = [_numbers_read(promise) for promise in plan.promises]
    assert read_out == [_numbers_bundled(promise) for promise in agreement.promises]
    differing = {
        (promise.id.partition("/")[2], mine.parties)
        for promise, mine in zip(agreement.promises, plan.promises, strict=True)
        if promise.parties != mine.parties
    }
    assert differing <= EXPLAINED


POLICE, MUNICIPALITY, OTHER = Party
EXPLAINED = {
    # The sentence's subject is the municipality's guards; the file names the municipality, which hires them.
    ("vaktarinsatser", (MUNICIPALITY, OTHER)),
    # The others take part ("tillsammans med"): they are third parties, though the file lets them answer too.
    ("samverkanskonferens", (POLICE, MUNICIPALITY)),
    # Nobody is said to do it; the file concludes from who is named further on in the sentence.
    ("krogar-mot-knark", ()),
    ("informationsmoten", ()),
}
"""Where the program and the bundled file differ on who answers, and why that is right."""


def _numbers_read(promise):
    followed = [target for target in promise.targets if target.kind.is_followed]
    return [(target.value, target.comparator.value, target.per.value) for target in followed]


def _numbers_bundled(promise):
    targets = [target for measure in promise.measures for target in measure.targets]
    return [(target.value, target.comparator.value, target.interval.value) for target in targets]
