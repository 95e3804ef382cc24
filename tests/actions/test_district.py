"""One district: own promises per municipality, joint ones once, the next follow-up at its home."""

from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from loftdb.actions.context import Context
from loftdb.actions.district import district
from loftdb.actions.logging import log
from loftdb.actions.needed import needed_csv
from loftdb.actions.progress import Scope
from loftdb.actions.setup import LOCAL_USER, Start, create
from loftdb.actions.sheet import sign_off
from loftdb.core.access import Grant, Role
from loftdb.core.districts import Place
from loftdb.core.drafts import Relation
from loftdb.core.errors import NotFound
from loftdb.core.model import Municipality, Party
from tests.actions.conftest import CONTROLS, GRUMS, OFFICE, as_actor, reworded, single
from tests.actions.kumla import WHOLE, adopted

KARLSTAD, FYRBODAL = "LPO Karlstad", "LPO Västra Fyrbodal"


def place(found: tuple[Place, ...], name: str) -> Place:
    return next(each for each in found if each.municipality.name == name)


def test_every_municipality_stands_by_the_agreement_that_runs_there(context: Context) -> None:
    found = district(context, KARLSTAD)
    assert {each.municipality.name: each.year for each in found.places} == {
        "Forshaga": 2024, "Grums": 2024, "Hammarö": 2024,
    }  # fmt: skip


def test_an_agreement_that_has_ended_is_shown_by_its_last_year(context: Context) -> None:
    [only] = district(context, "LPO Västra Skaraborg").places
    assert (only.municipality.name, only.year) == ("Grästorp", 2021)


def test_a_municipality_in_two_agreements_stands_by_both_and_elsewhere_what_is_joint_hides_nothing(
    context: Context,
) -> None:
    grums, hammaro = Municipality(GRUMS, "Grums"), Municipality(1761, "Hammarö")
    shared = tuple(
        replace(each, municipalities=(GRUMS, 1761) if number == 0 else (GRUMS,))
        for number, each in enumerate(WHOLE.kept)
    )
    second = replace(
        WHOLE, district=KARLSTAD, municipalities=(grums, hammaro), promises=shared, relation=Relation.OTHER
    )
    added = adopted(context, second).id
    found = [(each.municipality.name, each.agreement.id) for each in district(context, KARLSTAD).places]
    assert sorted(found) == [
        ("Forshaga", "forshaga-2023-2025"), ("Grums", "grums-2023-2025"), ("Grums", added),
        ("Hammarö", "hammaro-2023-2025"),
    ]  # fmt: skip


def test_a_joint_promise_stands_once_and_in_no_municipality(context: Context) -> None:
    found = district(context, FYRBODAL)
    [joint] = found.joint
    assert joint.promise.title == "Utvecklad samverkan med Tanum"
    assert joint.promise.id not in {row["promise"] for each in found.places for row in each.rows}
    assert place(found.places, "Tanum").rows == []


def test_every_promise_stands_once_and_a_list_with_a_number_among_those_that_are_counted(context: Context) -> None:
    found = place(district(context, FYRBODAL).places, "Strömstad")
    counted = {row["promise"] for row in found.rows}
    assert len(counted) + found.in_words == sum(not each.is_joint for each in found.agreement.promises)
    assert "stromstad-2023-2024/trygghetsvandringar-vid-skolor" in counted


def test_a_municipality_of_joint_promises_alone_has_nothing_of_its_own_to_sign(context: Context) -> None:
    places = district(context, FYRBODAL).places
    assert {each.municipality.name: each.has_own for each in places} == {"Strömstad": True, "Tanum": False}


def test_what_was_never_followed_is_no_comparison(tmp_path: Path) -> None:
    now = datetime.fromisoformat("2026-11-22T08:00")
    with closing(create(tmp_path / "loft.duckdb", Start(now))) as database:
        assert district(Context(database, LOCAL_USER, now), KARLSTAD).kinds == ()


def test_the_next_follow_up_stands_at_the_home_alone(context: Context) -> None:
    assert place(district(context, KARLSTAD).places, "Hammarö").duty is not None
    assert place(district(context, FYRBODAL).places, "Tanum").duty is None


def test_the_last_month_signed_without_a_gap_is_told_by_party(context: Context) -> None:
    for month in (1, 2, 4):
        sign_off(context, GRUMS, Party.POLICE, date(2024, month, 1))
    signed = place(district(context, KARLSTAD).places, "Grums").signed
    assert signed == {Party.POLICE: date(2024, 2, 1), Party.MUNICIPALITY: None}


def test_promises_of_the_same_kind_stand_together_with_their_course(context: Context) -> None:
    log(context, single(context, OFFICE, "2024-01-10"))
    [kind] = district(context, KARLSTAD).kinds
    panels = {panel.agreement.home.name: panel for panel in kind.panels}
    assert set(panels) == {"Forshaga", "Grums", "Hammarö"}
    done = panels["Grums"].done
    assert (done[0], done[1], done[-1][1]) == ((date(2024, 1, 7), 0), (date(2024, 1, 14), 1), 1)
    assert panels["Grums"].expected[-1] == (date(2024, 12, 29), 52.0)


def test_more_municipalities_than_can_be_compared_have_a_table_and_no_charts(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loftdb.actions.district.MOST_PANELS", 2)
    [kind] = district(context, KARLSTAD).kinds
    assert (len(kind.rows), kind.panels) == (3, ())


def test_every_week_and_every_third_are_no_comparison(tmp_path: Path) -> None:
    with reworded(tmp_path, "hammaro-2023-2025", "per: week", "per: week, every: 3") as context:
        [kind] = district(context, KARLSTAD).kinds
    assert {panel.agreement.home.name for panel in kind.panels} == {"Forshaga", "Grums"}


def test_a_kind_in_one_municipality_is_no_comparison(context: Context) -> None:
    assert district(context, FYRBODAL).kinds == ()


def test_the_district_holds_what_the_actor_may_read_and_no_more(context: Context) -> None:
    reader = as_actor(context, Grant(Role.READER, frozenset({GRUMS})))
    found = district(reader, "Karlstad")
    assert [each.municipality.name for each in found.places] == ["Grums"]
    with pytest.raises(NotFound):
        district(reader, FYRBODAL)


def test_the_file_of_what_is_needed_is_for_swedish_excel(context: Context) -> None:
    lines = needed_csv(context, Scope("Strömstad")).decode("utf-8-sig").splitlines()
    headings = "Lokalpolisområde;Kommun;Löfte;Löftets id;Ansvarig funktion;År;Enhet;Återstår;Varav bokade;2024-10"
    assert lines[0].startswith(headings)
    assert "Exempeldata" not in lines[0]
    assert any(CONTROLS in line for line in lines)
    assert needed_csv(context, Scope("Strömstad")).startswith(b"\xef\xbb\xbf")
