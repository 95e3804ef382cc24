"""How well and how fast the reader reads agreements: what it gets wrong, and its time against a split into words."""

import os
from pathlib import Path

import pytest

from loftdb.core.reading import read
from tests.benchmarks.timing import in_turn, report
from tests.core.reading.cases import CORPUS, Case, documents, sentences
from tests.core.reading.scoring import compare, total

SHARED = Path(os.environ.get("LOFTDB_SHARED", Path(__file__).parents[3] / "shared"))
LARGE = 100_000


def _corpora() -> dict[str, list[Case]]:
    ours = {"our sentences": sentences(CORPUS / "sentences.jsonl"), "our documents": documents(CORPUS / "documents")}
    examples = SHARED / "examples"
    if not examples.exists():
        return ours
    shared = {
        "shared sentences": sentences(examples / "sentences.jsonl"),
        "shared documents": documents(examples / "docs", examples / "expected"),
    }
    return ours | shared


@pytest.mark.parametrize(("name", "cases"), _corpora().items())
def test_what_the_reader_gets_wrong(name: str, cases: list[Case]) -> None:
    compared = [compare(case) for case in cases]
    score = total(compared)
    wrong = sum(each.score.false > 0 for each in compared if not each.case.wanted)
    report(f"{name}: targets, 1 - F1", 1 - score.f1, 0.03, str(score))
    report(f"{name}: wrong parties", 1 - score.parties, 0.05, f"{score.named_right} of {score.named} right")
    if score.counted:
        report(f"{name}: promises more than one off", 1 - score.near, 0.1, f"of {score.counted} documents")
    report(f"{name}: texts without a number that got one", wrong, 0)


def test_the_time_of_a_hundred_thousand_characters() -> None:
    text = "\n\n".join(case.text for case in documents(CORPUS / "documents"))
    text = (text * (LARGE // len(text) + 1))[:LARGE]
    taken = in_turn({"read": lambda: read(text), "split": text.split}, rounds=7)
    detail = f"{taken['read']:.0f} ms; split into words {taken['split']:.2f} ms"
    report("reading 100 kB / splitting it into words", taken["read"] / taken["split"], 1000, detail)
