"""promises and progress."""

from datetime import date

import pytest

from tests.cli.conftest import CONTROLS, OFFICE, VISITS, Loftdb, row

FIELDS = [
    "promise", "measure", "municipality", "title", "parties", "interval", "year", "target", "target_original", "actual",
    "preliminary", "expected", "state", "state_label", "judged_through", "held", "completed", "last_safe", "sentence",
    "probability", "low", "high",
]  # fmt: skip


def test_promises_are_listed_with_their_targets(ask: Loftdb) -> None:
    found = {each["promise"]: each for each in ask("promises").records}
    assert len(found) == 78
    assert found[CONTROLS] == {
        "promise": CONTROLS,
        "title": "Trafikkontroller",
        "agreement": "stromstad-2023-2024",
        "municipalities": ["Strömstad"],
        "parties": ["police"],
        "function": None,
        "targets": [
            {
                "measure": CONTROLS,
                "valid_from": "2023-01-01",
                "value": 80,
                "value_max": None,
                "comparator": ">=",
                "interval": "year",
                "every": 1,
                "average": False,
            }
        ],
    }
    assert sum(bool(each["targets"]) for each in found.values()) == 10


def test_progress_has_the_declared_fields_and_types(ask: Loftdb) -> None:
    for each in ask("progress").records:
        assert list(each) == FIELDS
        assert all(type(each[name]) in (int, type(None)) for name in ("year", "target", "held", "completed"))
        assert all(type(each[name]) is int for name in ("actual", "preliminary"))
        assert all(isinstance(each[name], str) for name in ("state_label", "sentence", "title", "municipality"))
        date.fromisoformat(each["judged_through"])
        assert each["expected"] is None or type(each["expected"]) is float


@pytest.mark.parametrize(("done", "state", "label"), [(39, "on_track", "I fas"), (36, "slightly_behind", "Något efter"),
                                                      (29, "behind", "Efter")])  # fmt: skip
def test_the_halfway_line_of_eighty(ask: Loftdb, done: int, state: str, label: str) -> None:
    ask("log", "--promise", CONTROLS, "--date", "2023-06-30", "--count", done)
    found = row(ask("progress", "--on", "2023-06-30"), CONTROLS, 2023)
    assert (found["expected"], found["state"], found["state_label"]) == (39.67, state, label)
    assert (found["target"], found["interval"], found["judged_through"]) == (80, "year", "2023-06-30")


def test_a_forecast_is_given_from_a_quarter_of_the_year_and_three_occasions(ask: Loftdb) -> None:
    ask("log", "--promise", CONTROLS, "--date", "2023-03-15", "--count", 30)
    early = row(ask("progress", "--on", "2023-04-01"), CONTROLS, 2023)
    assert [early[name] for name in ("probability", "low", "high")] == [None, None, None]
    found = row(ask("progress", "--on", "2023-06-30"), CONTROLS, 2023)
    assert 0 < found["probability"] < 0.5
    assert type(found["low"]) is type(found["high"]) is int
    assert 30 < found["low"] < found["high"]


def test_what_is_reached_is_certain(ask: Loftdb) -> None:
    ask("log", "--promise", CONTROLS, "--date", "2023-03-15", "--count", 80)
    found = row(ask("progress", "--on", "2023-06-30"), CONTROLS, 2023)
    assert [found[name] for name in ("probability", "low", "high")] == [1, None, None]


def test_a_number_without_a_period_is_for_the_term(ask: Loftdb) -> None:
    [term] = [each for each in ask("progress", "--on", "2023-12-31").records if each["measure"] == VISITS]
    assert (term["target"], term["expected"], term["interval"], term["year"]) == (30, 14.98, "term", None)
    assert row(ask("progress", "--on", "2024-06-30"), VISITS, None)["expected"] == 22.45


def test_weeks_are_held_or_missed(ask: Loftdb) -> None:
    ask("log", "--promise", OFFICE, "--date", "2024-03-13")
    progress = ask("progress", "--on", "2024-10-15", "--municipality", "Grums")
    assert [row(progress, OFFICE, year)["completed"] for year in (None, 2024)] == [93, 41]
    assert [row(progress, OFFICE, year)["held"] for year in (None, 2024)] == [1, 1]
    assert "Veckor då löftet hölls: 1 av 93" in row(progress, OFFICE, None)["sentence"]


def test_while_ahead_the_last_safe_day_is_told(ask: Loftdb) -> None:
    ask("log", "--promise", CONTROLS, "--date", "2023-06-30", "--count", 62)
    found = row(ask("progress", "--on", "2023-06-30"), CONTROLS, 2023)
    assert found["last_safe"] == "2023-10-14"
    assert "14 oktober" in found["sentence"]


def test_a_municipality_sees_its_own_promises_by_name_or_code(ask: Loftdb) -> None:
    by_name = ask("progress", "--municipality", "grums").records
    assert by_name == ask("progress", "--municipality", "1764").records
    assert {each["municipality"] for each in by_name} == {"Grums"}


def test_a_count_without_a_target_has_no_interval(ask: Loftdb) -> None:
    found = [each for each in ask("progress", "--on", "2024-06-30").records if each["state"] == "no_target"]
    without = [each for each in found if each["interval"] is None]
    assert without
    assert all(each["target"] is None and each["expected"] is None for each in without)


def test_the_table_is_swedish_and_readable(loftdb: Loftdb, file: object) -> None:
    done = loftdb("progress", "--database", file, "--on", "2024-06-30", "--municipality", "Strömstad")
    heading, rule, *rows = done.out.splitlines()
    assert heading.split() == ["Kommun", "Löfte", "År", "Utfall", "Läge", "Till", "och", "med", "Så", "räknas", "det"]
    assert set(rule) == {"─", " "}
    [line] = [each for each in rows if "Trafikkontroller" in each and " 2024 " in each]
    assert "0 av 80" in line
    assert "Efter" in line
    assert "väntades 39" in line


def test_promises_as_a_table_say_the_target_in_words(loftdb: Loftdb, file: object) -> None:
    done = loftdb("promises", "--database", file)
    [line] = [each for each in done.out.splitlines() if each.startswith(CONTROLS)]
    assert "minst 80 per år" in line
    assert "Polisen" in line
