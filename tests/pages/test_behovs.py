"""Behövs per månad: whole occasions that add up, per promise and per kind, on screen and as a file."""

import re

import pytest

from loftdb.demo.roles import PEOPLE
from loftdb.view.shell import person_name
from tests.pages.conftest import RunPage, html, undisturbed


def lines(shown: str) -> list[list[str]]:
    """Return the table's rows as plain cells."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", shown)
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows)
    return [[re.sub("<[^>]+>", " ", cell).strip() for cell in row] for row in cells]


def test_one_district_is_shown_and_every_row_adds_up(run_page: RunPage) -> None:
    app = run_page("behovs")
    assert undisturbed(app)
    shown = lines(html(app))
    assert shown[0] == ["Löfte", "Återstår", "resten av okt 2024", "nov", "dec"]
    counted = [row for row in shown[1:] if len(row) > 1]
    assert counted
    for row in counted:
        remaining, *months = (int(cell.split()[0]) for cell in row[1:])
        assert remaining == sum(months)


def test_kinds_are_summed_each_by_itself(run_page: RunPage) -> None:
    shown = lines(html(run_page("behovs", lpo="LPO Karlstad")))
    assert ["LPO Karlstad, per slags aktivitet"] in shown
    assert shown[-1] == ["Kontorstillfällen", "32", "8", "12", "12"]


def test_a_municipality_in_the_address_brings_its_district(run_page: RunPage) -> None:
    app = run_page("behovs", kommun="Strömstad")
    assert undisturbed(app)
    assert "LPO Västra Fyrbodal · Strömstad" in html(app)
    assert "varav 1 bokat" in html(app)


def test_nothing_left_is_good_news(run_page: RunPage) -> None:
    app = run_page("behovs", lpo="LPO Västra Skaraborg")
    assert undisturbed(app)
    assert "Inget återstår." in html(app)
    assert not app.get("download_button")


@pytest.mark.parametrize("key", [person.key for person in PEOPLE])
def test_every_role_meets_a_page_without_errors(run_page: RunPage, key: str) -> None:
    app = run_page("behovs", roll=person_name(key))
    assert undisturbed(app)
    assert bool(app.info) is (key == "allmanhet")
