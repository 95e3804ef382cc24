"""A data file that uses every key, read whole."""

import re
from dataclasses import replace
from datetime import date

import pytest

from loftdb.core.errors import DataFileError
from loftdb.core.model import (
    ActivityKind,
    ActivityState,
    Comparator,
    Duty,
    DutyRecurrence,
    Entry,
    Interpretation,
    ListItem,
    Measure,
    Municipality,
    Party,
    Precision,
    PromiseKind,
    Share,
    Target,
)
from loftdb.core.periods import Interval, Period
from loftdb.files.agreements import PublishedFigure, read_agreements
from tests.files.agreement_example import EXAMPLE, read_text


def test_every_key_of_an_agreement_is_read():
    agreement = read_text(EXAMPLE).agreement
    assert (agreement.id, agreement.title, agreement.district) == ("ort-2024", "Medborgarlöfte 2024–2025", "LPO Orten")
    assert agreement.period == Period(date(2024, 1, 1), date(2026, 1, 1))
    assert agreement.municipalities == (Municipality(114, "Upplands Väsby"), Municipality(1486, "Strömstad"))
    assert agreement.problem_areas == ("Trafik", "Narkotika")
    assert (agreement.source, agreement.replaces) == ("Medborgarlöfte för orten.", "ort-2022")
    autumn = Period(date(2024, 9, 1), date(2024, 12, 1))
    assert agreement.duties == (
        Duty("ort-2024/hosten", "Uppföljning", "Kommunstyrelsen", DutyRecurrence.ONCE, autumn),
        Duty("ort-2024/motet", "Löpande", "Lokala BRÅ", DutyRecurrence.PER_MEETING, None),
    )


def test_every_key_of_a_promise_is_read():
    promise = read_text(EXAMPLE).agreement.promises[0]
    assert (promise.id, promise.position, promise.heading, promise.title) == (
        "ort-2024/kontroller",
        1,
        "Polisen",
        "Kontroller",
    )
    assert promise.summary == "Polisen kontrollerar alkohol och tobak."
    assert promise.wording == "Så står det."
    assert (promise.parties, promise.third_parties) == ((Party.POLICE, Party.OTHER), ("Väktare",))
    assert promise.function == "kommunpolis och säkerhetssamordnare"
    assert (promise.kind, promise.conditional, promise.sensitive) == (PromiseKind.COUNT, "Vid behov.", True)
    assert (promise.occasion, promise.predecessor) == ("En kontroll.", "ort-2022/tillsyn")
    assert promise.municipalities == (114,)


def test_measures_are_numbered_through_the_file_and_targets_keep_their_versions():
    first, second, _ = read_text(EXAMPLE).agreement.promises
    assert first.measures == (
        Measure(
            1,
            "ort-2024/kontroller:alkohol",
            "kontroll",
            "kontroller",
            (
                Target(date(2024, 1, 1), 2, Interval.MONTH, Comparator.EXACTLY, every=2, average=True),
                Target(
                    date(2025, 1, 1), 3, Interval.YEAR, Comparator.RANGE, value_max=5, decision="§ 4", reason="Fler"
                ),
            ),
        ),
        Measure(2, "ort-2024/kontroller:tobak", "timme", "timmar", minutes=True),
    )
    assert [(measure.number, measure.id) for measure in second.measures] == [(3, "ort-2024/skolor")]


def test_a_number_without_a_period_is_for_the_whole_term_with_its_interpretation():
    target = read_text(EXAMPLE).agreement.promises[1].measures[0].targets[0]
    assert target.interval is Interval.TERM
    assert target.interpretation == Interpretation(
        "Hela perioden.", "Samordnare", date(2024, 2, 1), agreed=None, other_interval=Interval.YEAR
    )


def test_lists_joint_promises_and_quality_promises_keep_what_they_have():
    _, joint, quality = read_text(EXAMPLE).agreement.promises
    assert (joint.kind, joint.items, joint.municipalities) == (
        PromiseKind.LIST,
        (ListItem("norra", "Norra skolan"),),
        (114, 1486),
    )
    assert (joint.parties, joint.sensitive, joint.announced, joint.conditional) == ((), False, True, None)
    assert (quality.kind, quality.measures, quality.occasion) == (PromiseKind.QUALITY, (), None)


def test_a_published_figure_is_an_annual_entry_that_takes_the_number_the_store_gives():
    figure = read_text(EXAMPLE).published[0]
    entry = Entry(
        kind=ActivityKind.ANNUAL,
        state=ActivityState.DONE,
        days=Period.year(2024),
        shares=(Share(2, 55),),
        precision=Precision.AT_LEAST,
        source="Webben",
    )
    assert figure == PublishedFigure("ort-2024/kontroller:tobak", entry)
    assert figure.numbered(41) == replace(entry, shares=(Share(41, 55),))


@pytest.mark.parametrize(("asked", "becomes"), [(None, date(2024, 1, 1)), (date(2024, 6, 5), date(2024, 6, 5))])
def test_an_agreement_is_followed_from_its_start_unless_told(asked, becomes):
    assert read_text(EXAMPLE, followed_from=asked).agreement.followed_from == becomes


def test_reading_without_optional_keys_gives_nothing_for_them():
    text = (
        EXAMPLE[: EXAMPLE.index("published:")].replace("replaces: ort-2022\n", "").replace("predecessor: tillsyn", "")
    )
    text = re.sub(r"duties:\n(  .*\n)+", "", text)
    read = read_text(text)
    assert (read.published, read.agreement.duties, read.agreement.replaces) == ((), (), None)


def test_a_directory_is_read_by_name_and_its_mistakes_are_told_together(tmp_path):
    assert read_agreements(tmp_path) == ()
    (tmp_path / "ort-2024.yaml").write_text(EXAMPLE, "utf-8")
    (tmp_path / "README.md").write_text("not an agreement", "utf-8")
    assert read_agreements(tmp_path, date(2024, 3, 1)) == (read_text(EXAMPLE, followed_from=date(2024, 3, 1)),)
    (tmp_path / "b.yaml").write_text("- a", "utf-8")
    (tmp_path / "a.yaml").write_text("'", "utf-8")
    with pytest.raises(DataFileError) as caught:
        read_agreements(tmp_path)
    assert [(issue.facts["file"], issue.code) for issue in caught.value.issues] == [
        ("a.yaml", "file_syntax_open"),
        ("b.yaml", "file_type"),
    ]
