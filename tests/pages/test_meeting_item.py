"""One promise at a meeting: what to say, the log behind its number, and what is written and decided."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.actions import meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.logging import log
from loftdb.actions.meeting_state import gather
from loftdb.actions.meetings import Draft
from loftdb.actions.progress import Scope
from loftdb.actions.promise import promise_view
from loftdb.actions.setup import LOCAL_USER
from loftdb.core.meetings.agenda import agenda
from loftdb.core.meetings.records import Meeting, Stage
from loftdb.core.meetings.rules import Assignment
from loftdb.core.meetings.tally import counted_in, tally
from loftdb.core.model import ActivityKind, ActivityState, Entry, Promise, Share
from loftdb.core.periods import Period
from loftdb.demo.generator import CLOCK
from loftdb.store.database import Database
from loftdb.ui.session import database
from loftdb.view.figures import Figures, figures
from loftdb.view.meeting_phrases import first_sentence
from loftdb.view.meeting_speech import speech, told_rows
from loftdb.view.shell import person_name
from loftdb.view.texts import meeting_item as words
from tests.pages.conftest import RunPage, html, undisturbed

_S = "stromstad-2023-2024"
CONTROLS, PATROLS, TAVERNS = f"{_S}/trafikkontroller", f"{_S}/fot-och-cykelpatruller", f"{_S}/krogar-mot-knark"
HOMES = {
    "Strömstad": (1486, _S),
    "Grums": (1764, "grums-2023-2025"),
    "Forshaga": (1763, "forshaga-2023-2025"),
    "Hammarö": (1761, "hammaro-2023-2025"),
    "Grästorp": (1444, "grastorp-2021"),
}


@pytest.fixture(scope="module")
def demo(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    opened = Database.open(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("meetings"))))
    yield Context(opened, LOCAL_USER, CLOCK)
    opened.close()


def at(context: Context, home: str, day: str, on: str | None = None) -> tuple[Meeting, Any]:
    """Return a meeting of a council on a day that needs not be saved, and its agenda."""
    code, agreement = HOMES[home]
    found = Meeting(0, 1, code, date.fromisoformat(day), (agreement,), Stage.PLANNED, "", datetime.min)  # noqa: DTZ901
    shown = gather(context, found, Scope(str(code), on=on and date.fromisoformat(on)))
    return found, agenda(shown, ())


DAYS = (("2024-10-15", None), ("2024-06-12", "2024-06-12"), ("2025-02-03", "2025-01-31"), ("2021-06-01", "2021-05-31"))


@pytest.mark.parametrize(("day", "on"), DAYS)
def test_every_promise_has_three_sentences_whose_numbers_are_those_of_its_row(
    demo: Context, day: str, on: str | None
) -> None:
    told = 0
    names = {each.by for each in minutes.stored.comments(demo.database, [1])}
    for home in HOMES:
        _, asked = at(demo, home, day, on)
        for item in asked.items:
            said, rows = speech(item, asked.shown), told_rows(item, asked.shown)
            told += 1
            for sentence in said:
                assert sentence == first_sentence(sentence), sentence
                assert "None" not in sentence, sentence
                assert "  " not in sentence, sentence
                assert not any(name in sentence for name in names), sentence
            if rows and (rows[0].value is not None or rows[0].target is not None):
                assert numbers(" ".join(said[:2])) <= known(rows[0], asked.shown, item.promise), said
    assert told == 78


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:,\d+)?", text.replace("\u00a0", "")))


def known(row: Figures, shown: Any, promise: Promise) -> set[str]:
    """Return every number that a row may be told with: its own, its days, its rates, months that nobody signed."""
    missed = (row.completed or 0) - (row.held or 0)
    left = (row.intervals or 0) - (row.completed or 0)
    room = (row.target or 0) - row.actual
    own = [row.value, row.value_max, row.target, row.target_original, row.actual, row.expected_floor, row.missing,
           row.remaining, row.days_left, row.held, row.completed, missed, left, abs(room), row.year]  # fmt: skip
    versions = [target for measure in promise.measures for target in measure.targets]
    own += [target.value for target in versions]
    days = [
        *(target.valid_from for target in versions),
        row.start,
        row.last,
        row.judged_through,
        row.last_safe,
        row.followed_from,
        row.dropped_from,
    ]
    rates = [
        f"{count / max(over, 1) * days:.1f}".replace(".", ",").removesuffix(",0")
        for count, over in ((row.remaining or 0, row.days_left), (row.actual, row.days_elapsed))
        for days in (7, 365.25 / 12)
    ]
    unsigned = [str(len(each.months)) for each in shown.unsigned]
    parts = [str(part) for day in days if day for part in (day.day, day.year)]
    late = "1 10" if row.value == 1 else "1 7 3"
    return {*(str(each) for each in own if each is not None), *parts, *rates, *unsigned, *late.split()}


def test_the_log_below_a_number_adds_up_to_it_as_it_was_known(demo: Context) -> None:
    seen = 0
    told = [(found, meetings.agenda(demo, found)) for found in meetings.meetings(demo, "Strömstad")]
    told += [at(demo, home, "2024-10-15") for home in HOMES]
    for found, asked in told:
        for item in asked.items:
            for row in map(figures, item.rows):
                behind = meetings.occasions(demo, found, row.number, Period.through(row.start, row.last))
                own = replace(behind, entries=counted_in(behind.entries, Period.through(row.start, row.last)))
                sums = tally(own, row.number, row.judged_through)
                assert (sums.counted, sums.preliminary, sums.planned) == (row.actual, row.preliminary, row.planned)
                seen += bool(row.actual)
    assert seen > 50


# The page


def plain(app: AppTest) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html(app)).split())


def opened(run_page: RunPage, promise: str = CONTROLS, mote: str = "2", **more: str) -> AppTest:
    return run_page("mote", mote=mote, lofte=promise, **more)


def field(app: AppTest, label: str, kind: str = "text_area"):  # type: ignore[no-untyped-def]
    return next(each for each in getattr(app, kind) if each.label == label)


def press(app: AppTest, label: str) -> AppTest:
    return next(each for each in app.button if each.label == label).click().run()


def context() -> Context:
    return Context(database(), LOCAL_USER, CLOCK)


def test_figure_sentences_and_decisions_stand_together(run_page: RunPage) -> None:
    app = opened(run_page)
    assert undisturbed(app)
    shown = plain(app)
    for part in (
        "42 av 80 trafikkontroller", "Efter", "11 saknas. För 80 behövs 38 till", "Att säga på mötet",
        "Polisen har lovat minst 80 trafikkontroller under 2024, och till och med den 31 augusti har det blivit 42.",
        "Gruppchefen · Skulle vara klart 6 september 2024 · Beslutat 12 juni 2024",
        "42 räknas till och med 31 augusti och 6 är preliminära.", "15 visas av 25 registreringar",
        "Som det var känt 8 oktober 2024 kl. 9.05 svensk tid.",
    ):  # fmt: skip
        assert part in shown, part
    [chart] = app.get("plotly_chart")
    assert "mål 80" in chart.proto.alt
    assert "därefter preliminärt 6" in chart.proto.alt
    assert "2024-01-13" not in shown
    assert "25 visas av" not in plain(press(app, words.MORE))


def test_nobody_is_named(run_page: RunPage) -> None:
    shown = html(opened(run_page))
    names = {each.by for each in promise_view(context(), CONTROLS).activities}
    assert names
    assert not [name for name in names if name in shown]


def test_what_is_logged_after_the_freeze_is_in_the_live_figures_alone(run_page: RunPage) -> None:
    app, asking = opened(run_page), context()
    found = meetings.meeting(asking, 2)
    number = next(row["number"] for row in meetings.shown(asking, found).rows if row["measure"] == CONTROLS)
    day = date(2024, 10, 15)
    entry = Entry(
        ActivityKind.SINGLE, ActivityState.DONE, Period.through(day, day), (Share(number, 4),), place="Ny bro"
    )
    log(asking, entry)
    assert "Ny bro" not in plain(app.run())
    live = plain(opened(run_page, visa="nu"))
    assert "Ny bro" in live
    [row] = [each for each in meetings.live(asking, found).rows if (each["measure"], each["year"]) == (CONTROLS, 2024)]
    assert row["preliminary"] > 9
    assert f"42 räknas till och med 31 augusti och {row['preliminary']} är preliminära." in live


def test_a_sensitive_promise_shows_months_and_no_words(run_page: RunPage) -> None:
    sensitive = next(
        item for item in meetings.agenda(demo_context(run_page), meetings.meeting(context(), 2)).items
        if item.promise.sensitive and item.rows
    )  # fmt: skip
    app = opened(run_page, sensitive.promise.id)
    assert undisturbed(app)
    assert words.BY_MONTH in plain(app)
    assert "<th>Plats" not in html(app)


def demo_context(run_page: RunPage) -> Context:
    opened(run_page)
    return context()


def test_a_decision_is_saved_once_and_its_fields_are_empty_again(run_page: RunPage) -> None:
    app = opened(run_page)
    field(app, words.ACTION).input("Kontrollera vid förskolorna")
    field(app, words.FUNCTION, "text_input").input("Gruppchefen")
    field(app, words.DUE, "date_input").set_value(date(2024, 12, 1))
    app = press(app, words.SAVE_DECISION)
    assert undisturbed(app)
    assert words.DECISION_SAVED in plain(app)
    assert "Beslutat på mötet Kontrollera vid förskolorna Gruppchefen · Klart senast 1 december 2024" in plain(app)
    assert [each.value for each in app.text_area if each.label == words.ACTION] == ["Kontrollera vid förskolorna", ""]
    app = press(app, words.SAVE_DECISION)
    assert undisturbed(app)
    assert words.DECISION_SAVED in plain(app)
    assert len(minutes.decisions(context(), meetings.meeting(context(), 2))) == 1
    assert words.DECISION_SAVED not in plain(app.run())


def test_an_incomplete_decision_is_refused_field_by_field_and_kept(run_page: RunPage) -> None:
    app = opened(run_page)
    field(app, words.ACTION).input("Ring 070-123 45 67")
    app = press(app, words.SAVE_DECISION)
    refused = [each.value for each in app.error]
    assert len(refused) == 3
    assert "Ansvarig funktion: fyll i fältet." in refused
    assert field(app, words.ACTION).value == "Ring 070-123 45 67"


def test_a_decision_becomes_klart_and_open_again(run_page: RunPage) -> None:
    app = opened(run_page)
    field(app, words.DONE_NOTE).input("Sex kontroller gjorda.")
    app = press(app, words.SAVE_DONE)
    shown = plain(app)
    assert words.DONE_SAVED in shown
    assert "Gruppchefen · Klart 15 oktober 2024 · Beslutat 12 juni 2024 Sex kontroller gjorda." in shown
    app = press(app, words.UNDO)
    assert words.UNDONE in plain(app)
    assert "Skulle vara klart 6 september 2024" in plain(app)


def test_who_was_first_with_a_decision_is_told_and_nothing_is_done_twice(run_page: RunPage) -> None:
    first, second = opened(run_page), opened(run_page)
    field(second, words.DONE_NOTE).input("Åtta kontroller.")
    press(first, words.SAVE_DONE)
    second = press(second, words.SAVE_DONE)
    assert [each.value for each in second.warning] == [words.changed_meanwhile("Åtta kontroller.")]
    assert "Klart 15 oktober 2024" in plain(second)
    press(first, words.UNDO)
    second = press(second.run(), words.SAVE_DONE)
    assert undisturbed(second)


def test_a_decision_of_the_meeting_is_changed_and_taken_back(run_page: RunPage) -> None:
    asking = demo_context(run_page)
    made = minutes.decide(asking, 2, Assignment(CONTROLS, "Första ordet", "Gruppchefen", date(2024, 12, 1))).decision
    app = opened(run_page)
    form = next(each for each in app.text_area if each.value == "Första ordet")
    form.input("Andra ordet")
    app = press(app, words.SAVE_CHANGE)
    assert words.CHANGED in plain(app)
    assert "Andra ordet" in plain(app)
    app = press(app, words.WITHDRAW)
    assert words.WITHDRAWN in plain(app)
    assert "Andra ordet" not in plain(app)
    assert minutes.decision_history(asking, made.id)[-1].is_withdrawn


def test_a_comment_is_saved_changed_and_removed(run_page: RunPage) -> None:
    app = opened(run_page)
    field(app, words.COMMENT).input("Fler kontroller önskas.")
    app = press(app, words.SAVE_COMMENT)
    assert undisturbed(app)
    assert words.COMMENT_SAVED in plain(app)
    app = press(app, words.SAVE_COMMENT)
    assert minutes.comments(context(), meetings.meeting(context(), 2))[CONTROLS].version == 1
    field(app, words.COMMENT).input("")
    app = press(app, words.SAVE_COMMENT)
    assert words.COMMENT_GONE in plain(app)
    assert "Fler kontroller" not in plain(app)


def test_what_somebody_wrote_meanwhile_is_told_and_what_was_written_is_kept(run_page: RunPage) -> None:
    first, second = opened(run_page), opened(run_page)
    field(first, words.COMMENT).input("Den första.")
    field(second, words.COMMENT).input("Den andra.")
    press(first, words.SAVE_COMMENT)
    second = press(second, words.SAVE_COMMENT)
    assert [each.value for each in second.warning] == [words.changed_meanwhile("Den andra.")]
    assert "Den första." in plain(second)
    assert field(second, words.COMMENT).value == "Den andra."
    second = press(second, words.SAVE_COMMENT)
    assert undisturbed(second)
    assert "Den andra." in plain(second)


def test_a_verdict_other_than_the_proposed_needs_a_motivation(run_page: RunPage) -> None:
    app = opened(run_page)
    earlier = "2023: Uppfyllt Bedömt 12 juni 2024"
    assert earlier in plain(app)
    assert "Förslag efter siffrorna: **Uppfyllt**." in html(app)
    verdict = next(each for each in app.radio if each.label == words.VERDICT)
    assert verdict.value == "fulfilled"
    verdict.set_value("Delvis uppfyllt")
    app = press(app, words.SAVE_VERDICT)
    assert "annan än den föreslagna" in app.error[0].value
    field(app, words.MOTIVATION).input("Hösten räckte inte.")
    app = press(app, words.SAVE_VERDICT)
    shown = plain(app)
    assert words.VERDICT_SAVED in shown
    assert "2023: Delvis uppfyllt Hösten räckte inte. Förslaget efter siffrorna var uppfyllt." in shown
    assert earlier not in shown
    app = press(app, words.TAKE_BACK)
    assert words.VERDICT_GONE in plain(app)
    assert "Delvis uppfyllt Hösten" not in plain(app)
    assert earlier in plain(app)


def test_a_running_year_has_no_proposal_and_says_so(run_page: RunPage) -> None:
    app = opened(run_page)
    next(each for each in app.radio if each.label == words.VERDICT_YEAR).set_value(2024)
    app.run()
    assert words.NO_PROPOSAL in html(app)


def test_a_closed_meeting_is_shown_with_how_to_open_it_and_only_klart_can_be_written(run_page: RunPage) -> None:
    app = opened(run_page, mote="1")
    assert undisturbed(app)
    assert words.REOPEN in [each.value for each in app.info]
    assert "2023: Uppfyllt" in plain(app)
    assert [each.label for each in app.button if each.label.startswith("Spara")] == [words.SAVE_DONE]


def test_readers_are_shown_everything_and_no_form(run_page: RunPage) -> None:
    for mote in ("1", "2"):
        app = opened(run_page, mote=mote, roll=person_name("lasare"))
        assert undisturbed(app)
        assert words.SAY in plain(app)
        assert not app.text_area
        assert not [each for each in app.button if each.label.startswith("Spara")]
    assert [each.value for each in opened(run_page, mote="1", roll=person_name("lasare")).info] == [words.CLOSED]


def test_a_promise_told_in_words_has_its_status_and_no_chart(run_page: RunPage) -> None:
    app = opened(run_page, TAVERNS)
    assert undisturbed(app)
    assert "Löpande 22 maj 2024." in plain(app)
    assert not app.get("plotly_chart")


def test_a_changed_target_says_why_it_was_changed(run_page: RunPage) -> None:
    shown = plain(opened(run_page, PATROLS))
    for part in ("30 av 45 fot- eller cykelpatruller", "Ändrat från och med 1 juli 2024", "BRÅ 2024-06-12, § 4"):
        assert part in shown, part


def test_the_weeks_behind_a_number_are_those_that_were_held_and_the_missed_are_named(run_page: RunPage) -> None:
    asking = demo_context(run_page)
    found = meetings.plan(asking, "Forshaga", Draft(date(2024, 10, 15), (HOMES["Forshaga"][1],)))
    found = meetings.send(asking, found.id, found.version)
    office = "forshaga-2023-2025/lokalt-poliskontor"
    [row] = [each for each in map(figures, meetings.shown(asking, found).rows)
             if each.promise == office and each.year == 2024]  # fmt: skip
    weeks = meetings.windows(asking, found, row.number)
    own = weeks[weeks["year"] == 2024]["state"].value_counts()
    assert (own["held"], own["held"] + own["missed"]) == (row.held, row.completed)
    app = opened(run_page, office, str(found.id))
    assert undisturbed(app)
    assert "Missade veckor: v. 1 (inställt), v. 3 och v. 6 (inställt)." in plain(app)
    assert not app.get("plotly_chart")


def test_what_is_typed_but_not_saved_is_there_again_after_another_promise(run_page: RunPage) -> None:
    app = opened(run_page)
    field(app, words.COMMENT).input("Halvt utkast").run()
    app = press(app, "Nästa")
    assert "Halvt utkast" not in [each.value for each in app.text_area]
    app = press(app, "Föregående")
    assert field(app, words.COMMENT).value == "Halvt utkast"
    assert words.unsaved(words.WRITE_COMMENT, is_unsaved=True) in [each.label for each in app.expander]
    app = press(app, words.SAVE_COMMENT)
    assert undisturbed(app)
    assert words.COMMENT_SAVED in plain(app)
