"""The scorer itself: it must see what is missed, read for nothing, or given to the wrong party."""

from dataclasses import replace

import pytest

from loftdb.core.model import Comparator, Party
from loftdb.core.reading.result import NumberKind, Per, Reading, ReadPlan, ReadPromise, ReadTarget, Span
from tests.core.reading import scoring
from tests.core.reading.cases import CORPUS, Case, Row, documents, sentences
from tests.core.reading.scoring import compare, total

PARTIES = {"joint": (Party.POLICE, Party.MUNICIPALITY), None: ()}


def _read(row: Row) -> ReadPromise:
    target = ReadTarget(
        *(row.measure, Comparator(row.comparator), row.value, row.value_max, "st", Per(row.per), row.every),
        *(row.average, row.explicit, NumberKind(row.kind), Span(0, 1)),
    )
    parties = PARTIES.get(row.party) if row.party in PARTIES else (Party(row.party),)
    return ReadPromise(row.context, "", parties, (), None, Span(0, 1), (target,))


def _reading(*promises: ReadPromise) -> Reading:
    return Reading("x", (ReadPlan("", (), "", None, (), promises, (), Span(0, 1)),), ())


@pytest.fixture
def score(monkeypatch):
    def score(case: Case, *promises: ReadPromise):
        monkeypatch.setattr(scoring, "read", lambda text: _reading(*promises))
        return compare(case).score

    return score


def test_a_perfect_reading_of_the_whole_corpus_scores_one(monkeypatch):
    cases = [*sentences(CORPUS / "sentences.jsonl"), *documents(CORPUS / "documents")]
    by_text = {case.text: _reading(*map(_read, case.wanted)) for case in cases}
    monkeypatch.setattr(scoring, "read", by_text.__getitem__)
    sums = total(map(compare, cases))
    assert (sums.f1, sums.parties, sums.forms, sums.false) == (1, 1, 1, 0)


ROW = Row("trafikkontroller i byarna", 20, None, ">=", "year", 1, False, True, "count", "police", "minst 20 per år")
CASE = Case("c", "…", (ROW,))


def test_what_is_not_found_is_missed(score):
    assert score(CASE).f1 == 0
    assert score(CASE).missed == 1


@pytest.mark.parametrize("change", [{"value": 21}, {"per": "month"}, {"every": 2}, {"measure": "skolbesök"}])
def test_another_number_period_or_activity_is_both_missed_and_false(score, change):
    sums = score(CASE, _read(replace(ROW, **change)))
    assert (sums.found, sums.missed, sums.false) == (0, 1, 1)


def test_the_wrong_party_and_comparator_are_seen_on_what_was_found(score):
    sums = score(CASE, _read(replace(ROW, party="joint", comparator="=")))
    assert (sums.f1, sums.parties, sums.forms) == (1, 0, 0)


def test_an_unsure_number_may_be_read_or_left(score):
    case = Case("c", "…", (replace(ROW, sure=False),))
    assert score(case).f1 == score(case, _read(ROW)).f1 == 1
    assert score(case, _read(replace(ROW, value=3))).false == 1


def test_a_response_time_is_no_count(score):
    case = Case("c", "…", (replace(ROW, kind="response-time", comparator="<=", per="event"),))
    assert score(case, _read(ROW)).false == 1
    assert score(case, _read(replace(ROW, comparator="<=", per="event"))).false == 0


def test_two_equal_numbers_need_two_readings(score):
    case = Case("c", "…", (ROW, replace(ROW, measure="trafikkontroller i staden", party="joint")))
    assert score(case, _read(ROW)).missed == 1
    assert score(case, _read(case.rows[1]), _read(ROW)).parties == 1
