"""changes."""

from datetime import UTC, datetime
from pathlib import Path

from tests.cli.conftest import CONTROLS, PATROLS, Loftdb

FIRST, LAST = "2024-01-01", "2026-01-01"
PLACE = ("--municipality", "Strömstad")


def logged_at(loftdb: Loftdb, file: Path, promise: str, day: str, at: str, *more: object) -> int:
    words = ("--promise", promise, "--date", day, "--registered-at", at, *more)
    done = loftdb("log", "--database", file, *words, "--format", "json")
    assert done.exit == 0, done.talk
    return int(done.record["activity"])


def test_what_was_registered_between_is_told_with_what_it_did(loftdb: Loftdb, ask: Loftdb, file: Path) -> None:
    logged_at(loftdb, file, CONTROLS, "2024-03-01", "2024-03-01T12:00", "--place", "E6")
    number = logged_at(loftdb, file, CONTROLS, "2024-03-02", "2024-03-02T12:00", "--place", "Hamnen", "--note", "Regn")
    logged_at(loftdb, file, PATROLS, "2024-03-03", "2024-03-03T12:00")
    found = ask("changes", *PLACE, "--from", "2024-03-01", "--to", "2024-03-02").records
    [entry] = [each for each in found if each["change"] == "added"]
    assert entry == {
        "change": "added",
        "activity": number,
        "before": None,
        "after": {
            "kind": "single", "state": "done", "first": "2024-03-02", "last": "2024-03-02", "place": "Hamnen",
            "counts": {CONTROLS: 1}, "precision": "exact", "reason": None,
        },
    }  # fmt: skip
    [row] = [each for each in found if each["change"] == "row" and each["measure"] == CONTROLS and each["year"] == 2024]
    assert (row["before"]["actual"], row["after"]["actual"], row["after"]["target"]) == (1, 2, 80)
    assert (row["before"]["judged_through"], row["after"]["judged_through"]) == ("2024-03-01", "2024-03-02")
    assert "Regn" not in str(found)


def test_a_withdrawal_is_told(loftdb: Loftdb, ask: Loftdb, file: Path) -> None:
    number = logged_at(loftdb, file, CONTROLS, "2024-03-01", "2024-03-01T12:00")
    loftdb("withdraw", "--database", file, "--activity", number)
    now = datetime.now(UTC).replace(year=datetime.now(UTC).year + 1).isoformat()
    found = ask("changes", *PLACE, "--from", "2024-03-01", "--to", now).records
    assert [each["activity"] for each in found if each["change"] == "withdrawn"] == [number]


def test_people_see_a_swedish_table(loftdb: Loftdb, file: Path) -> None:
    logged_at(loftdb, file, CONTROLS, "2024-03-02", "2024-03-02T12:00", "--place", "Hamnen")
    done = loftdb("changes", "--database", file, *PLACE, "--from", "2024-03-01", "--to", "2024-03-02")
    heading, _, *lines = done.out.splitlines()
    assert heading.split() == ["Ändring", "Löfte", "Före", "Efter"]
    assert any(line.startswith("Läge") for line in lines)
    assert any(line.startswith("Tillagd") and "2024-03-02 · Hamnen · 1 · Genomförd" in line for line in lines)


def test_the_moments_stand_in_order(loftdb: Loftdb, file: Path) -> None:
    done = loftdb("changes", "--database", file, *PLACE, "--from", "2024-03-02", "--to", "2024-03-01")
    assert done.exit == 2
    assert "--from" in done.talk


def test_an_unknown_municipality_is_told(loftdb: Loftdb, file: Path) -> None:
    done = loftdb("changes", "--database", file, "--municipality", "Gotham", "--from", FIRST, "--to", LAST)
    assert done.exit == 4
