"""What a reading leaves open is said in one sentence, with the facts at hand and without the rest."""

import pytest

from loftdb.core.model import Comparator
from loftdb.core.reading.result import DoubtKind, NumberKind, Per, ReadTarget, Span
from loftdb.view.texts.reading import doubt_text, per_phrase, target_words

FACTS = {
    "measure": "trygghetsvandringar",
    "value": 80,
    "other": 90,
    "what": NumberKind.RESPONSE_TIME,
    "per": Per.DAY,
    "words": "i varje kommun",
}


def target(**facts: object) -> ReadTarget:
    whole: dict[str, object] = {
        "measure": "trafikkontroller", "comparator": Comparator.AT_LEAST, "value": 80, "value_max": None, "unit": "st",
        "per": Per.YEAR, "every": 1, "average": False, "per_is_explicit": True, "kind": NumberKind.COUNT,
        "span": Span(0, 1), **facts,
    }  # fmt: skip
    return ReadTarget(**whole)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", DoubtKind)
def test_every_doubt_has_a_sentence_with_and_without_its_facts(kind: DoubtKind) -> None:
    for facts in (FACTS, {}, {"value": 80}, {"words": "", "measure": ""}):
        said = doubt_text(kind, facts)
        assert said.endswith(".")
        assert "{" not in said
        assert "None" not in said


@pytest.mark.parametrize(
    ("kind", "said"),
    [(DoubtKind.NUMBERS_DISAGREE, "som 80 och 90"), (DoubtKind.UNTRACKABLE, "80 per dag"),
     (DoubtKind.NOT_A_TARGET, "80 är en svarstid"), (DoubtKind.PER_EACH, "80 gäller ”i varje kommun”"),
     (DoubtKind.MAYBE_ONE, "”trygghetsvandringar”")],
)  # fmt: skip
def test_the_facts_are_said(kind: DoubtKind, said: str) -> None:
    assert said in doubt_text(kind, FACTS)


def test_a_fact_with_braces_is_only_text() -> None:
    assert "”{value}”" in doubt_text(DoubtKind.MAYBE_ONE, {"measure": "{value}", "value": 1})


def test_every_period_has_words() -> None:
    assert [per_phrase(each) for each in Per] == [
        "per dag", "per vecka", "per månad", "per kvartal", "per halvår", "per skoltermin", "per läsår", "per år",
        "under hela perioden", "per händelse",
    ]  # fmt: skip
    assert per_phrase(Per.WEEK, 2) == "varannan vecka"


@pytest.mark.parametrize(
    ("facts", "said"),
    [({}, "trafikkontroller: minst 80 per år"),
     ({"comparator": Comparator.RANGE, "value": 2, "value_max": 4, "unit": "timmar", "per": Per.WEEK},
      "trafikkontroller: 2–4 timmar per vecka"),
     ({"average": True, "per": Per.TERM}, "trafikkontroller: i snitt minst 80 under hela perioden"),
     ({"kind": NumberKind.CAP, "comparator": Comparator.AT_MOST, "value": 5, "unit": "samtal"},
      "trafikkontroller: högst 5 samtal (det mesta som var och en kan få, inget måltal)")],
)  # fmt: skip
def test_a_target_in_words(facts: dict[str, object], said: str) -> None:
    assert target_words(target(**facts)) == said
