"""The demo's meetings: June is over with decisions, the clock's day has its mailing, and the same each time."""

from datetime import date
from pathlib import Path

import pytest

from loftdb.actions import indicators, meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.meeting_state import last_freeze
from loftdb.core import privacy
from loftdb.core.meetings.records import Meeting, Stage
from loftdb.core.model import Verdict
from loftdb.core.moments import local_day
from loftdb.demo.generator import CLOCK, generate
from loftdb.demo.roles import PEOPLE
from loftdb.store import meetings as stored
from loftdb.store.database import Database

CONTROLS = "stromstad-2023-2024/trafikkontroller"
PATROLS = "stromstad-2023-2024/fot-och-cykelpatruller"
LIGHTS = "stromstad-2023-2024/led-armaturer"


@pytest.fixture
def both(demo: Context) -> tuple[Meeting, Meeting]:
    june, october = meetings.meetings(demo, "Strömstad")
    return june, october


def test_june_is_closed_and_the_clock_s_day_is_sent(demo: Context, both: tuple[Meeting, Meeting]) -> None:
    june, october = both
    assert [(each.day, each.stage) for each in both] == [
        (date(2024, 6, 12), Stage.CLOSED),
        (demo.today, Stage.SENT),
    ]
    assert meetings.previous(demo, october) == june


def test_each_was_frozen_a_week_before(demo: Context, both: tuple[Meeting, Meeting]) -> None:
    for each in both:
        freeze = last_freeze(demo, each)
        assert freeze
        assert (each.day - local_day(freeze.known_on)).days == 7
        again = meetings.gather(demo, each, meetings.scope_of(each, freeze))
        assert meetings.text_of(again) == stored.figures(demo.database, freeze)


def test_something_has_come_in_since_the_mailing(demo: Context, both: tuple[Meeting, Meeting]) -> None:
    assert len(meetings.since_sent(demo, both[1]).entries) >= 2


def test_the_council_has_something_to_hear_of_every_kind(demo: Context, both: tuple[Meeting, Meeting]) -> None:
    agenda = meetings.agenda(demo, both[1])
    parts = (agenda.moved, agenda.entries, agenda.targets, agenda.decisions_due)
    assert all((*parts, agenda.decisions_done, agenda.unexplained))
    assert [each for each in minutes.carried(demo, both[1]) if each.is_open and not each.is_due(both[1].day)]
    assert len(agenda.items) == 21
    assert [each.decision for change in agenda.targets if (each := change.after)] == ["BRÅ 2024-06-12, § 4"]


def test_june_s_verdicts_stand_beside_what_the_figures_proposed(demo: Context, both: tuple[Meeting, Meeting]) -> None:
    found = minutes.verdicts(demo, both[0])
    assert {key: (each.verdict, each.proposed) for key, each in found.items()} == {
        (CONTROLS, 2023): (Verdict.FULFILLED, Verdict.FULFILLED),
        (PATROLS, 2023): (Verdict.PARTLY, Verdict.PARTLY),
        ("stromstad-2023-2024/samverkanskonferens", 2023): (Verdict.FULFILLED, Verdict.FULFILLED),
    }


def test_two_of_june_s_decisions_are_done_and_two_are_late(demo: Context, both: tuple[Meeting, Meeting]) -> None:
    made = minutes.decisions(demo, both[0])
    assert len(made) == 5
    assert {each.promise for each in made if not each.is_open} == {PATROLS, LIGHTS}
    assert len([each for each in made if each.is_due(demo.today)]) == 2


def test_no_text_of_a_meeting_names_anybody(demo: Context, both: tuple[Meeting, Meeting]) -> None:
    texts = [each.text for each in minutes.comments(demo, both[0]).values()]
    texts += [each.motivation for each in minutes.verdicts(demo, both[0]).values()]
    texts += [text for each in minutes.decisions(demo, both[0]) for text in (each.action, each.function, each.note)]
    texts += [each.source for each in indicators.indicators(demo, "stromstad-2023-2024")]
    assert len(texts) > 20
    assert [issue for text in texts for issue in (*privacy.refusals(text, "t"), *privacy.warnings(text, "t"))] == []
    names = {each.actor.name for each in PEOPLE if "-" in each.actor.name}
    for each in both:
        assert not any(name in meetings.text_of(meetings.shown(demo, each)) for name in names)


def test_two_runs_freeze_the_same_figures(demo: Context, both: tuple[Meeting, Meeting], tmp_path: Path) -> None:
    generate(tmp_path / "again.duckdb")
    again = Database.open(tmp_path / "again.duckdb")
    for each in both:
        assert stored.freezes(again, each.id) == stored.freezes(demo.database, each.id)
    again.close()
    assert demo.now == CLOCK
