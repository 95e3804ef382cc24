"""The five agreements of ``data/``, held to what their texts say."""

import os
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from loftdb.core.model import (
    Comparator,
    DutyRecurrence,
    Municipality,
    Party,
    Precision,
    Promise,
    PromiseKind,
    Share,
    Target,
)
from loftdb.core.periods import Interval, Period
from loftdb.files.agreements import read_agreements

FILES = {read.agreement.id: read for read in read_agreements(Path(__file__).parents[2] / "data")}
PROMISES = {promise.id: promise for read in FILES.values() for promise in read.agreement.promises}
SHARED = Path(os.environ.get("LOFTDB_SHARED", Path(__file__).parents[3] / "shared"))

WEEK, YEAR, TERM = Interval.WEEK, Interval.YEAR, Interval.TERM
AT_LEAST, EXACTLY = Comparator.AT_LEAST, Comparator.EXACTLY
TARGETS = {
    "forshaga-2023-2025/lokalt-poliskontor": (1, EXACTLY, WEEK),
    "grums-2023-2025/lokalt-poliskontor": (1, EXACTLY, WEEK),
    "hammaro-2023-2025/lokalt-poliskontor": (1, EXACTLY, WEEK),
    "stromstad-2023-2024/trafikkontroller": (80, AT_LEAST, YEAR),
    "stromstad-2023-2024/fot-och-cykelpatruller": (40, AT_LEAST, YEAR),
    "stromstad-2023-2024/skol-och-fritidsgardsbesok": (30, AT_LEAST, TERM),
    "stromstad-2023-2024/grann-och-batsamverkan": (2, EXACTLY, YEAR),
    "stromstad-2023-2024/informationsmoten": (2, AT_LEAST, YEAR),
    "stromstad-2023-2024/samverkanskonferens": (1, EXACTLY, YEAR),
    "stromstad-2023-2024/trygghetsvandringar-vid-skolor": (2, EXACTLY, TERM),
}


def _targets() -> dict[str, Target]:
    measures = [measure for promise in PROMISES.values() for measure in promise.measures]
    assert all(len(measure.targets) <= 1 for measure in measures)
    return {measure.id: target for measure in measures for target in measure.targets}


@pytest.mark.parametrize(
    ("agreement", "count", "period", "home", "district"),
    [
        ("forshaga-2023-2025", 18, (2023, 2026), Municipality(1763, "Forshaga"), "LPO Karlstad"),
        ("grastorp-2021", 9, (2021, 2022), Municipality(1444, "Grästorp"), "LPO Västra Skaraborg"),
        ("grums-2023-2025", 14, (2023, 2026), Municipality(1764, "Grums"), "LPO Karlstad"),
        ("hammaro-2023-2025", 16, (2023, 2026), Municipality(1761, "Hammarö"), "LPO Karlstad"),
        ("stromstad-2023-2024", 21, (2023, 2025), Municipality(1486, "Strömstad"), "LPO Västra Fyrbodal"),
    ],
)
def test_each_agreement_has_all_its_promises_period_and_home(agreement, count, period, home, district):
    read = FILES[agreement].agreement
    assert len(read.promises) == count
    assert read.period == Period(*(date(year, 1, 1) for year in period))
    assert (read.home, read.district) == (home, district)


def test_there_are_five_agreements_with_78_promises():
    assert (len(FILES), len(PROMISES)) == (5, 78)


def test_ten_promises_carry_a_number_and_seven_of_them_are_stromstads_21():
    targets = {name: (target.value, target.comparator, target.interval) for name, target in _targets().items()}
    assert targets == TARGETS
    assert sum(name.startswith("stromstad-2023-2024/") for name in targets) == 7


def test_a_number_without_a_period_has_a_reading_and_the_other_one():
    readings = {name: target.interpretation for name, target in _targets().items() if target.interval is TERM}
    assert len(readings) == 2
    assert {(each.agreed, each.other_interval) for each in readings.values()} == {(None, YEAR)}
    assert all(target.interpretation is None for target in _targets().values() if target.interval is not TERM)


@pytest.mark.parametrize(
    ("agreement", "police", "both", "municipality"),
    [
        ("grums-2023-2025", 5, 5, 4),
        ("forshaga-2023-2025", 5, 5, 8),
        ("hammaro-2023-2025", 5, 5, 6),
        ("grastorp-2021", 4, 1, 4),
    ],
)
def test_owners_under_owner_headings_are_those_of_the_heading(agreement, police, both, municipality):
    owners = Counter(promise.parties for promise in FILES[agreement].agreement.promises)
    assert owners == {
        (Party.POLICE,): police,
        (Party.POLICE, Party.MUNICIPALITY): both,
        (Party.MUNICIPALITY,): municipality,
    }


def test_where_stromstads_text_names_nobody_nobody_answers():
    nobody = [name.partition("/")[2] for name, promise in PROMISES.items() if not promise.parties]
    assert nobody == [
        "tidig-upptackt",
        "hundsok-i-skolor",
        "grann-och-batsamverkan",
        "battre-belysning",
        "led-armaturer",
        "trygghetsvandringar-med-allmanheten",
        "trygghetsvandringar-vid-skolor",
    ]


def test_third_parties_are_organisations_and_the_conference_is_theirs_too():
    conference = PROMISES["stromstad-2023-2024/samverkanskonferens"]
    assert conference.parties == (Party.POLICE, Party.MUNICIPALITY, Party.OTHER)
    assert conference.third_parties == ("Andra kommuner i Fyrbodal", "Brottsofferjouren Fyrbodal")
    assert {name for promise in PROMISES.values() for name in promise.third_parties} == {
        "Andra kommuner i Fyrbodal",
        "Brottsofferjouren Fyrbodal",
        "Kommunens väktare",
        "Krögare",
        "Lokala bostadsbolag",
        "Postnord",
        "Räddningstjänsten",
        "Väktare",
    }


def test_only_the_promise_with_tanum_is_joint_and_it_is_at_home_in_stromstad():
    joint = [promise for promise in PROMISES.values() if len(promise.municipalities) > 1]
    assert [(each.id, each.municipalities) for each in joint] == [
        ("stromstad-2023-2024/samverkan-med-tanum", (1486, 1435))
    ]
    assert Municipality(1435, "Tanum") in FILES["stromstad-2023-2024"].agreement.municipalities


def test_the_walks_at_designated_schools_are_a_list_that_the_text_leaves_empty():
    walks = PROMISES["stromstad-2023-2024/trygghetsvandringar-vid-skolor"]
    assert (walks.kind, walks.items) == (PromiseKind.LIST, ())
    others = [promise for promise in PROMISES.values() if promise.kind is PromiseKind.LIST and promise is not walks]
    assert others
    assert all(promise.items for promise in others)


def test_problem_areas_are_kept_only_where_the_text_ranks_them():
    ranked = {name: read.agreement.problem_areas for name, read in FILES.items()}
    assert ranked["forshaga-2023-2025"] == (
        "Narkotika- och alkoholrelaterad brottslighet",
        "Stölder och inbrott",
        "Trafikbrott",
    )
    assert ranked["grums-2023-2025"][1:] == ("Trafikbrott", "Stölder och inbrott")
    assert {len(areas) for areas in ranked.values()} == {0, 3}
    assert [name for name, areas in ranked.items() if not areas] == ["grastorp-2021", "stromstad-2023-2024"]


def test_follow_ups_have_the_windows_that_the_words_give():
    duties = {duty.id: (duty.recurrence, duty.window) for read in FILES.values() for duty in read.agreement.duties}
    assert duties == {
        "grastorp-2021/lokala-bra": (DutyRecurrence.PER_MEETING, None),
        "hammaro-2023-2025/kommunstyrelsen-hosten-2024": (
            DutyRecurrence.ONCE,
            Period(date(2024, 9, 1), date(2024, 12, 1)),
        ),
        "stromstad-2023-2024/arlig-redovisning": (
            DutyRecurrence.YEARLY,
            Period(date(2024, 1, 1), date(2024, 4, 1)),
        ),
    }


def test_the_two_published_figures_of_grastorp_come_with_their_source():
    controls, visits = FILES["grastorp-2021"].published
    assert (controls.measure, visits.measure) == ("grastorp-2021/trafikkontroller", "grastorp-2021/spontana-besok")
    assert (controls.entry.shares, controls.entry.precision) == ((Share(1, 55),), Precision.AT_LEAST)
    assert (visits.entry.shares, visits.entry.precision) == ((Share(2, 15),), Precision.ESTIMATED)
    for figure in (controls, visits):
        assert figure.entry.days == Period.year(2021)
        assert figure.entry.source.startswith("Polisen: Uppföljning medborgarlöfte 2021")
        assert figure.entry.source.endswith("/grastorp/uppfoljning-medborgarlofte-2021/")
    assert not any(read.published for name, read in FILES.items() if name != "grastorp-2021")


@pytest.mark.parametrize(
    "name",
    [
        "forshaga-2023-2025/narkotikainsatser",
        "grums-2023-2025/forebyggande-samtal",
        "hammaro-2023-2025/uppsokande-arbete",
        "stromstad-2023-2024/hundsok-i-skolor",
        "stromstad-2023-2024/metoder-mot-vald",
    ],
)
def test_what_could_point_at_people_or_places_is_sensitive(name):
    assert PROMISES[name].sensitive


def test_conditions_are_kept_where_the_text_has_one():
    conditional = [name for name, promise in PROMISES.items() if promise.conditional]
    assert conditional == [
        "forshaga-2023-2025/narkotikainsatser",
        "grastorp-2021/forebyggande-drogarbete",
        "grastorp-2021/information-om-grannsamverkan",
        "grastorp-2021/kunskap-om-grannsamverkan",
        "grums-2023-2025/narkotikainsatser",
        "hammaro-2023-2025/narkotikainsatser",
    ]


def test_only_offices_meetings_and_walks_are_announced_ahead():
    announced = [name.partition("/")[2] for name, promise in PROMISES.items() if promise.announced]
    assert announced == [
        "lokalt-poliskontor",
        "forelasningar",
        "arshjulet-bra",
        "lokalt-poliskontor",
        "lokalt-poliskontor",
        "trygghetsvandringar-polis-och-kommun",
        "trygghetsvandringar-med-raddningstjansten",
        "foraldramoten",
        "information-till-aldre",
        "grann-och-batsamverkan",
        "informationsmoten",
        "samverkanskonferens",
        "trygghetsvandringar-med-allmanheten",
        "trygghetsvandringar-vid-skolor",
    ]


def test_a_summary_is_one_sentence():
    broken = [promise.id for promise in PROMISES.values() if not re.fullmatch(r"[A-ZÅÄÖ][^.?!]*\.", promise.summary)]
    assert broken == []


def test_no_wording_is_bundled():
    assert not any(promise.wording for promise in PROMISES.values())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _written(promise: Promise) -> list[str]:
    return [promise.title, promise.summary, promise.occasion or "", promise.conditional or ""]


def _seed(name: str) -> str:
    path = SHARED / "seeds" / f"{name}.txt"
    if not path.exists():
        pytest.skip("the agreements' own texts are not here")
    return path.read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_no_title_or_sentence_copies_eight_words_in_a_row_from_the_source(name):
    source = f" {' '.join(_words(_seed(name)))} "
    copied = [
        (promise.id, run)
        for promise in FILES[name].agreement.promises
        for text in _written(promise)
        for run in _runs(_words(text))
        if f" {run} " in source
    ]
    assert copied == []


def _runs(words: list[str], length: int = 8) -> list[str]:
    return [" ".join(words[start : start + length]) for start in range(len(words) - length + 1)]


SIGNATURE = re.compile(
    r"^\s*([A-ZÅÄÖ][a-zåäöé]+ [A-ZÅÄÖ][a-zåäöé]+)\s*(?:,.*|kommunpolis.*)?$|: ([A-Z]\w+ [A-Z]\w+)$", re.M
)


@pytest.mark.parametrize("name", FILES)
def test_no_name_of_a_person_in_the_source_is_in_any_file(name):
    seed = _seed(name)
    names = {found for pair in SIGNATURE.findall(seed) for found in pair if found}
    if name != "grums-2023-2025":
        assert names
    written = "\n".join(path.read_text("utf-8") for path in (Path(__file__).parents[2] / "data").glob("*.yaml"))
    assert [found for found in names if found in written] == []
