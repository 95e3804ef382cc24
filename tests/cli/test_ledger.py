"""log, withdraw and sign-off."""

from datetime import UTC, datetime, timedelta

import pytest

from loftdb.actions import setup
from loftdb.core.access import Actor
from tests.cli.conftest import CONTROLS, MEETINGS, OFFICE, PATROLS, QUALITY, VISITS, Loftdb, row


def test_an_activity_is_logged_and_counted(ask: Loftdb) -> None:
    done = ask("log", "--promise", f"{CONTROLS}=3", "--date", "2024-03-15", "--place", "E6 vid Skee")
    assert done.exit == 0
    assert done.record == {"activity": 3, "lines": 1, "state": "done", "warnings": []}
    assert done.talk == ""
    assert row(ask("progress", "--on", "2024-03-31"), CONTROLS, 2024)["actual"] == 3


def test_one_activity_counts_toward_several_promises_each_with_its_own_count(ask: Loftdb) -> None:
    done = ask("log", "--promise", PATROLS, "--promise", f"{VISITS}=2", "--date", "2024-03-15")
    assert done.record["lines"] == 2
    progress = ask("progress", "--on", "2024-03-31")
    assert row(progress, PATROLS, 2024)["actual"] == 1
    assert row(progress, VISITS, None)["actual"] == 2


def test_count_is_for_the_promises_without_their_own(ask: Loftdb) -> None:
    ask("log", "--promise", PATROLS, "--promise", f"{VISITS}=2", "--count", 4, "--date", "2024-03-15")
    progress = ask("progress", "--on", "2024-03-31")
    assert row(progress, PATROLS, 2024)["actual"] == 4
    assert row(progress, VISITS, None)["actual"] == 2


def test_a_future_announced_day_is_planned_and_does_not_count(ask: Loftdb) -> None:
    tomorrow = (datetime.now(UTC) + timedelta(days=2)).date()
    done = ask("log", "--promise", MEETINGS, "--date", tomorrow)
    assert done.record["state"] == "planned"


def test_a_cancelled_occasion_has_its_reason(ask: Loftdb) -> None:
    assert ask("log", "--promise", OFFICE, "--date", "2024-03-15", "--state", "cancelled").exit == 3
    done = ask("log", "--promise", OFFICE, "--date", "2024-03-15", "--state", "cancelled", "--reason", "illness")
    assert done.record["state"] == "cancelled"
    assert row(ask("progress", "--on", "2024-03-31"), OFFICE, 2024)["held"] == 0
    unasked = ask("log", "--promise", OFFICE, "--date", "2024-03-15", "--state", "done", "--reason", "weather")
    assert unasked.exit == 2


def test_warnings_are_codes_in_the_results_and_sentences_beside_them(ask: Loftdb) -> None:
    ask("log", "--promise", CONTROLS, "--date", "2024-03-15")
    again = ask("log", "--promise", CONTROLS, "--date", "2024-03-15")
    assert again.record["warnings"] == ["possible_duplicate"]
    assert "liknande aktivitet 15 mars 2024, nummer 3" in again.talk
    outside = ask("log", "--promise", CONTROLS, "--date", "2022-12-31")
    assert outside.record["warnings"] == ["outside_period"]


def test_a_stockholm_night_is_its_own_day(ask: Loftdb) -> None:
    ask("log", "--promise", CONTROLS, "--date", "2023-12-31T23:30Z")
    assert row(ask("progress", "--on", "2024-12-31"), CONTROLS, 2024)["actual"] == 1


def test_what_is_registered_at_the_end_of_a_day_is_known_then(ask: Loftdb) -> None:
    ask("log", "--promise", CONTROLS, "--date", "2024-03-15", "--registered-at", "2024-04-02T10:00")
    ask("log", "--promise", PATROLS, "--date", "2024-03-15", "--registered-at", "2024-04-02")

    def known(moment: str, measure: str) -> int:
        done = ask("progress", "--on", "2024-12-31", "--known-on", moment)
        return int(row(done, measure, 2024)["actual"])

    assert known("2024-04-02T09:59", CONTROLS) == 0
    assert known("2024-04-02T10:00", CONTROLS) == 1
    assert known("2024-04-02T08:00Z", CONTROLS) == 1, "08:00 UTC is 10:00 in Stockholm"
    assert known("2024-04-02T23:59:59", PATROLS) == 0
    assert known("2024-04-02", PATROLS) == 1


def test_nothing_is_registered_in_the_future(ask: Loftdb) -> None:
    later = datetime.now(UTC) + timedelta(hours=1)
    done = ask("log", "--promise", CONTROLS, "--date", "2024-03-15", "--registered-at", later.isoformat())
    assert done.exit == 3
    assert "ligger i framtiden" in done.talk


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--promise", f"{CONTROLS}=0"), "minst 1"),
        (("--promise", f"{CONTROLS}=-3"), "minst 1"),
        (("--promise", CONTROLS, "--promise", CONTROLS), "två gånger"),
        (("--promise", CONTROLS, "--promise", OFFICE), "olika kommuner"),
        (("--promise", QUALITY), "räknas inte i antal"),
        (("--promise", CONTROLS, "--note", "Stoppade 850101-1234"), "personnummer"),
        (("--promise", CONTROLS, "--state", "planned"), "kan inte bokas"),
    ],
)
def test_refused_input_saves_nothing_and_says_why(ask: Loftdb, words: tuple[str, ...], sentence: str) -> None:
    done = ask("log", *words, "--date", "2024-03-15")
    assert (done.exit, done.out) == (3, "")
    assert sentence in done.talk
    assert ask("withdraw", "--activity", 3).exit == 4, "nothing was logged"


def test_everything_wrong_is_said_at_once(ask: Loftdb) -> None:
    done = ask("log", "--promise", f"{CONTROLS}=0", "--date", "2024-03-15", "--place", "a@b.se")
    assert len(done.talk.splitlines()) == 2


def test_an_unknown_promise_is_named_with_where_to_look(ask: Loftdb) -> None:
    done = ask("log", "--promise", "stromstad/inget", "--date", "2024-03-15")
    assert done.exit == 4
    assert "”stromstad/inget” finns inte" in done.talk
    assert "loftdb promises" in done.talk


def test_a_withdrawn_activity_does_not_count(ask: Loftdb) -> None:
    ask("log", "--promise", CONTROLS, "--date", "2024-03-15")
    assert ask("withdraw", "--activity", 3).record == {"activity": 3, "version": 2, "state": "withdrawn"}
    assert row(ask("progress", "--on", "2024-03-31"), CONTROLS, 2024)["actual"] == 0


def test_withdrawing_twice_is_refused(ask: Loftdb) -> None:
    ask("log", "--promise", CONTROLS, "--date", "2024-03-15")
    ask("withdraw", "--activity", 3)
    done = ask("withdraw", "--activity", 3)
    assert done.exit == 3
    assert "redan struken" in done.talk


def test_a_signed_month_moves_what_is_judged(ask: Loftdb) -> None:
    done = ask("sign-off", "--municipality", "strömstad", "--party", "police", "--month", "2024-02")
    assert done.record == {"municipality": "Strömstad", "party": "police", "month": "2024-02"}
    ask("log", "--promise", CONTROLS, "--date", "2024-02-29", "--count", 5)
    ask("log", "--promise", CONTROLS, "--date", "2024-03-01", "--count", 12)
    found = row(ask("progress"), CONTROLS, 2024)
    assert (found["judged_through"], found["actual"], found["preliminary"]) == ("2024-02-29", 5, 12)
    assert row(ask("progress", "--on", "2024-03-01"), CONTROLS, 2024)["actual"] == 17


def test_a_month_is_signed_once_and_never_before_its_end(ask: Loftdb) -> None:
    words = ("--municipality", "1486", "--party", "municipality", "--month")
    assert ask("sign-off", *words, "2024-02").exit == 0
    assert ask("sign-off", *words, "2024-02").exit == 0
    done = ask("sign-off", *words, f"{datetime.now(UTC):%Y-%m}")
    assert done.exit == 3
    assert "inte slut än" in done.talk
    assert "Spara" not in done.talk, "nothing can be saved there from a command line"


def test_an_unknown_municipality_or_activity_is_not_found(ask: Loftdb) -> None:
    assert ask("sign-off", "--municipality", "Åmål", "--party", "police", "--month", "2024-02").exit == 4
    assert ask("progress", "--municipality", "Åmål").exit == 4
    assert ask("withdraw", "--activity", 99).exit == 4


def test_somebody_without_a_role_may_not(ask: Loftdb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "LOCAL_USER", Actor("någon"))
    assert ask("check").exit == 5
    done = ask("sign-off", "--municipality", "1486", "--party", "police", "--month", "2024-02")
    assert done.exit == 4, "what may not be read is not found"
