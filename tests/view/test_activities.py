"""The log as a table, one activity, and its history."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from loftdb.core.entries import Counted, is_late
from loftdb.core.model import Activity, ActivityKind, ActivityState, Entry, Party, Precision, Reason, Share
from loftdb.core.periods import Period
from loftdb.view import activity, log_file, log_table
from loftdb.view.columns import text_table
from loftdb.view.texts import activities as words
from tests.store.examples import AGREEMENT, CONTROLS, STROMSTAD, WALKS, single

BUSES = CONTROLS.measures[1]
KNOWN: Counted = {1: (AGREEMENT, CONTROLS, CONTROLS.measures[0]), 2: (AGREEMENT, CONTROLS, BUSES)}
DAY = date(2024, 3, 15)
NOON = datetime.fromisoformat("2024-03-16T11:00")


def logged(entry: Entry, version: int = 1, **more: object) -> Activity:
    return replace(Activity(7, version, entry, STROMSTAD, "kommunpolis-stromstad", Party.POLICE, NOON), **more)  # type: ignore[arg-type]


def batch(first: str, last: str, *weeks: str) -> Entry:
    days = Period.through(date.fromisoformat(first), date.fromisoformat(last))
    return Entry(
        ActivityKind.BATCH, ActivityState.DONE, days, (Share(1, 12),), weeks=tuple(map(date.fromisoformat, weeks))
    )


ANNUAL = Entry(ActivityKind.ANNUAL, ActivityState.DONE, Period.year(2021), (Share(1, 55),),
               precision=Precision.AT_LEAST, source="Uppföljning 2021")  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "in_table", "in_words"),
    [
        (single(DAY), "2024-03-15", "fredag 15 mars 2024, v.\u00a011"),
        (batch("2024-03-01", "2024-03-31"), "mars 2024", "mars 2024"),
        (batch("2024-03-01", "2024-03-15"), "2024-03-01 – 2024-03-15", "1–15 mars 2024"),
        (batch("2024-02-26", "2024-02-29", "2024-02-26"), "v.\u00a09 2024", "26–29 februari 2024"),
        (batch("2024-12-30", "2024-12-31", "2024-12-30"), "v.\u00a01 2025", "30–31 december 2024"),
        (ANNUAL, "2021", "2021"),
    ],
)
def test_when_it_happened(entry: Entry, in_table: str, in_words: str) -> None:
    assert words.when(entry) == in_table
    assert words.when_in_words(entry) == in_words


def test_a_row_opens_its_activity_and_escapes_what_people_wrote() -> None:
    table = log_table.log_table([logged(single(DAY, place="<b>E6</b>"))], frozenset(), KNOWN, lambda n: f"?a={n}")
    assert 'href="?a=7"' in table
    assert "&lt;b&gt;E6&lt;/b&gt;" in table
    assert "kommunpolis" not in table, "who logged stands in the history alone"


def test_a_row_shows_each_promise_with_its_own_count() -> None:
    both = replace(single(DAY), shares=(Share(1, 3), Share(2, 1)), precision=Precision.ESTIMATED)
    table = log_table.log_table([logged(both)], frozenset(), KNOWN, str)
    assert '<span class="loft-share">ca 3</span><span class="loft-share">ca 1</span>' in table


@pytest.mark.parametrize(
    ("shown", "late", "expected"),
    [
        (logged(single(DAY)), False, []),
        (logged(single(DAY)), True, ["Registrerad i efterhand"]),
        (logged(single(DAY), 2), True, ["Rättad", "Registrerad i efterhand"]),
        (logged(single(DAY, state=ActivityState.WITHDRAWN), 2), False, []),
        (logged(ANNUAL), False, ["Årsuppgift"]),
        (logged(single(DAY), redacted=True), False, ["Texten är maskerad"]),
    ],
)
def test_marks_tell_how_it_was_registered(shown: Activity, late: bool, expected: list[str]) -> None:
    assert log_table.marks(shown, late) == expected


def test_late_is_more_than_a_month_after() -> None:
    assert not is_late(single(DAY), date(2024, 4, 15))
    assert is_late(single(DAY), date(2024, 4, 16))
    assert not is_late(ANNUAL, date(2024, 4, 16))


def test_pages_are_linked_only_where_there_are_any() -> None:
    assert log_table.pager(1, 1, str) == ""
    first, middle, last = (log_table.pager(page, 3, str) for page in (1, 2, 3))
    assert "Nästa" in first
    assert "Föregående" not in first
    assert all(part in middle for part in ("Föregående", 'href="1"', "Sida 2 av 3", 'href="3"'))
    assert "Nästa" not in last


def test_how_many_are_shown_is_told() -> None:
    assert words.total(1, 1, 1) == "1 aktivitet, senaste först."
    assert words.total(1250, 51, 100) == "Visar 51–100 av 1\u00a0250 aktiviteter, senaste först."


def test_history_tells_who_when_and_what_changed_newest_first() -> None:
    first = logged(single(DAY, 3))
    corrected = logged(single(date(2024, 3, 14), 5, place="Skee"), 2)
    withdrawn = logged(replace(corrected.entry, state=ActivityState.WITHDRAWN), 3)
    shown = activity.history([first, corrected, withdrawn, logged(corrected.entry, 4)], KNOWN)
    order = [shown.index(word) for word in ("Tillbakatagen", "Struken", "Rättad", "Registrerad")]
    assert order == sorted(order)
    assert "16 mars 2024 kl. 12.00" in shown, "Swedish time"
    assert "Polisen, Kommunpolis i Strömstad" in shown
    assert "När: <del>2024-03-15</del> → <ins>2024-03-14</ins>" in shown
    assert "Trafikkontroller: <del>3</del> → <ins>5</ins>" in shown
    assert "Plats: <del>inget</del> → <ins>Skee</ins>" in shown
    assert shown.count("<del>") == 3, "withdrawing and taking back change nothing else"


def test_history_tells_a_changed_state_with_its_reason() -> None:
    planned = logged(single(DAY, state=ActivityState.PLANNED))
    cancelled = logged(replace(planned.entry, state=ActivityState.CANCELLED, reason=Reason.WEATHER), 2)
    assert "Status: <del>Planerad</del> → <ins>Inställd: Väder</ins>" in activity.history([planned, cancelled], KNOWN)


def test_an_activity_is_said_in_words_and_links_to_its_promise() -> None:
    now = logged(replace(single(DAY), shares=(Share(1, 1), Share(2, 2))))
    assert "1 trafikkontroll och 2 bussar" in activity.heading(now, True, KNOWN, "?back")
    assert f'href="/{CONTROLS.id}/2024"' in activity.facts(now, KNOWN, lambda promise, year: f"/{promise}/{year}")


def test_a_demo_says_so_in_every_line_of_its_file() -> None:
    assert len(log_file.headings(True)) == len(log_file.headings(False)) + 1
    assert "loftdb init" in log_file.headings(True)[-1]
    [line] = log_file.lines(logged(single(DAY)), KNOWN, NOON, False, True)
    assert line[-1] == "Påhittad uppgift"


def test_a_promise_that_may_not_be_read_has_no_line() -> None:
    entry = replace(single(DAY), shares=(Share(1, 1), Share(99, 1)))
    assert len(list(log_file.lines(logged(entry), KNOWN, NOON, False, False))) == 1


def test_titles_are_told_apart_by_municipality_and_years() -> None:
    assert words.promise_choice(AGREEMENT, WALKS) == "Trygghetsvandringar · Strömstad 2023–2024"


def test_a_terminal_table_pads_and_cuts_nothing() -> None:
    shown = text_table(("Löfte", "Antal", "Så räknas det"), [("Å", 5, "En lång mening."), ("Bö", None, "Kort.")])
    lines = (
        "Löfte  Antal  Så räknas det",
        "─────  ─────  ─────────────",
        "Å          5  En lång mening.",
        "Bö         –  Kort.",
    )
    assert shown == "".join(f"{line}\n" for line in lines)
