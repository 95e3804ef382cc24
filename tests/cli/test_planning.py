"""lagging and needed."""

from datetime import date

from loftdb.cli.planning import count_cell
from tests.cli.conftest import CONTROLS, OFFICE, Loftdb, row

EXTRA = ["missing", "needed_pace", "pace", "slack_weeks", "last_safe"]


def test_lagging_is_the_progress_rows_that_lag_with_what_it_takes(ask: Loftdb) -> None:
    ask("log", "--promise", CONTROLS, "--date", "2024-05-02", "--count", 55)
    lagging, progress = ask("lagging", "--on", "2024-10-31"), ask("progress", "--on", "2024-10-31")
    assert lagging.exit == 0
    found = row(lagging, CONTROLS, 2024)
    assert [name for name in found if name in EXTRA] == ["last_safe", *EXTRA[:-1]]
    own = row(progress, CONTROLS, 2024)
    assert {name: found[name] for name in own} == own
    assert {name: found[name] for name in EXTRA} == {
        "missing": 11,
        "needed_pace": 2.87,
        "pace": 1.26,
        "slack_weeks": -4,
        "last_safe": "2024-09-12",
    }
    assert {each["state"] for each in lagging.records} == {"behind", "slightly_behind"}


def test_the_least_slack_stands_first_and_held_weeks_have_no_pace(ask: Loftdb) -> None:
    found = ask("lagging", "--on", "2024-10-15").records
    slack = [each["slack_weeks"] for each in found]
    assert slack == sorted(slack)
    [office] = [each for each in found if each["measure"] == OFFICE]
    assert (office["year"], office["missing"], office["pace"], office["slack_weeks"]) == (2024, 41, None, -36)


def test_a_district_narrows_the_list_and_an_unknown_one_is_told(ask: Loftdb, loftdb: Loftdb, file: object) -> None:
    found = ask("lagging", "--on", "2024-10-15", "--district", "LPO Karlstad").records
    assert {each["municipality"] for each in found} == {"Forshaga", "Grums", "Hammarö"}
    done = loftdb("lagging", "--database", file, "--district", "Gotham")
    assert done.exit == 4
    assert "”Gotham” finns inte" in done.talk


def test_needed_adds_up_to_what_remains(ask: Loftdb) -> None:
    ask("log", "--promise", CONTROLS, "--date", "2024-10-15", "--count", 51)
    found = ask("needed", "--municipality", "Strömstad", "--on", "2024-10-15").records
    assert all(sum(each["months"].values()) == each["remaining"] > 0 for each in found)
    [controls] = [each for each in found if each["measure"] == CONTROLS]
    assert controls["months"] == {"2024-10": 6, "2024-11": 11, "2024-12": 12}
    assert {each["municipality"] for each in found} == {"Strömstad"}


def test_the_tables_are_swedish_and_end_with_the_sums(loftdb: Loftdb, file: object) -> None:
    done = loftdb("lagging", "--database", file, "--on", "2024-10-15")
    assert "Arbetsveckor kvar" in done.out.splitlines()[0]
    done = loftdb("needed", "--database", file, "--on", "2024-10-15", "--district", "karlstad")
    heading, _, *lines = done.out.splitlines()
    assert heading.split()[-6:] == ["oktober", "2024", "november", "2024", "december", "2024"]
    assert lines[-1].split() == ["Summa", "kontorstillfällen", "–", "33", "9", "12", "12"]


def test_nothing_that_remains_is_an_empty_answer(ask: Loftdb, loftdb: Loftdb, file: object) -> None:
    after = date(2030, 1, 1).isoformat()
    assert ask("needed", "--municipality", "Grums", "--on", after).records == []
    done = loftdb("needed", "--database", file, "--municipality", "Grums", "--on", after)
    assert (done.out, "har något kvar att göra" in done.talk) == ("", True)


def test_nothing_that_lags_is_said(loftdb: Loftdb, file: object) -> None:
    done = loftdb("lagging", "--database", file, "--on", "2022-12-31")
    assert (done.exit, done.out) == (0, "")
    assert "Inget löfte som går att bedöma är efter" in done.talk


def test_time_is_written_as_hours_in_the_tables() -> None:
    assert count_cell(5116, True) == "85\xa0tim 16\xa0min"
    assert count_cell(465.09, True) == "7\xa0tim 45\xa0min"
    assert count_cell(2.184, False) == 2.18
    assert count_cell(None, True) is None
