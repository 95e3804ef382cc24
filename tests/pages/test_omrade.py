"""Lokalpolisområde: municipalities side by side in alphabetical order; never ranked, never one number of all."""

import re

import pytest

from loftdb.demo.roles import PEOPLE
from loftdb.view.shell import person_name
from tests.pages.conftest import RunPage, html, undisturbed

FYRBODAL = "LPO Västra Fyrbodal"


def texts(shown: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", shown))


def places(shown: str) -> list[str]:
    return re.findall(r'role="rowheader"><a[^>]*>([^<]+)<', shown)


def test_municipalities_stand_in_alphabetical_order_with_counts(run_page: RunPage) -> None:
    app = run_page("omrade", lpo="LPO Karlstad")
    assert undisturbed(app)
    assert places(html(app)) == ["Forshaga", "Grums", "Hammarö"]
    shown = texts(html(app))
    assert "polisen februari, kommunen inget avstämt" in shown
    assert "Uppföljning till kommunstyrelsen hösten 2024 september–november 2024 Dags att genomföra" in shown


def test_a_municipality_leads_down_to_its_overview(run_page: RunPage) -> None:
    shown = html(run_page("omrade", lpo="LPO Karlstad"))
    assert 'href="./?kommun=Hammar%C3%B6&amp;avtal=hammaro-2023-2025&amp;ar=2024"' in shown


def test_a_joint_promise_stands_once(run_page: RunPage) -> None:
    shown = html(run_page("omrade", lpo=FYRBODAL))
    assert places(shown) == ["Strömstad", "Tanum"]
    assert shown.count("Utvecklad samverkan med Tanum") == 1
    assert "bara gemensamma löften, de stäms av i Strömstad" in shown
    assert "Gemensamt: Strömstad och Tanum" in shown


def test_promises_of_the_same_kind_stand_side_by_side_and_as_a_table(run_page: RunPage) -> None:
    app = run_page("omrade", lpo="LPO Karlstad")
    assert len(app.get("plotly_chart")) == 3
    shown = texts(html(app))
    for row in ("Forshaga 5 av 8 veckor 8 1 per vecka Efter", "Hammarö 8 av 8 veckor 8 1 per vecka I fas"):
        assert row in shown, row


def test_without_a_kind_in_common_the_page_says_so(run_page: RunPage) -> None:
    app = run_page("omrade", lpo=FYRBODAL)
    assert not app.get("plotly_chart")
    assert "Inga kommuner i området har ett löfte av samma slag." in html(app)


def test_there_is_no_share_and_no_sum_of_all(run_page: RunPage) -> None:
    shown = texts(html(run_page("omrade", lpo="LPO Karlstad")))
    assert "%" not in shown
    assert "Summa" not in shown


@pytest.mark.parametrize("key", [person.key for person in PEOPLE])
def test_every_role_meets_a_page_without_errors(run_page: RunPage, key: str) -> None:
    app = run_page("omrade", roll=person_name(key))
    assert undisturbed(app)
    assert bool(app.info) is (key == "allmanhet")
