"""The start view of a meeting: short words, each promise named once, nothing of a sensitive one but its months."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from loftdb.core.changes import Changes, Edit, MonthChange, StatusChange
from loftdb.core.duties import DutyStage
from loftdb.core.meetings.agenda import agenda
from loftdb.core.meetings.records import Decision, Stage
from loftdb.core.meetings.shown import Lagging, OwedDuty, Shown, Unexplained, frame_of
from loftdb.core.model import Standing
from loftdb.core.periods import Period
from loftdb.core.progress import records
from loftdb.view.markup import Html
from loftdb.view.meeting_head import judged
from loftdb.view.meeting_since import since_and_due
from loftdb.view.meeting_start import MOST, promises, state
from loftdb.view.meeting_ways import Ways
from loftdb.view.texts import meeting as words
from tests.core.meetings.test_agenda import FINE, LATE, NOON, SLOW, decision, row, shown

JUNE = date(2024, 6, 12)
WAYS = Ways(lambda promise: f"./mote?lofte={promise}", lambda lack: None, lambda duty: f"./uppfoljningar?{duty.duty}")


def plain(html: Html | None) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html or "").split())


def told(found: Shown, *decisions: Decision, ways: Ways = WAYS) -> str:
    return plain(since_and_due(agenda(found, decisions), ways))


def rows_of(found: Shown) -> list[Mapping[str, Any]]:
    return records(frame_of(found))


def test_nothing_since_the_last_meeting_and_nothing_due_are_said() -> None:
    said = told(shown(previous=JUNE))
    assert words.since(JUNE) + " " + words.NOTHING_SINCE in said
    assert words.NOTHING_DUE in said
    assert words.FIRST_MEETING in told(shown())


def test_of_a_sensitive_promise_only_months_are_told() -> None:
    months = (MonthChange(7, date(2024, 7, 1), 3), MonthChange(7, date(2024, 8, 1), -1))
    said = told(shown(previous=JUNE, since=Changes(None, NOON, months=months)))
    assert "+3 i juli 2024, −1 i augusti 2024" in said
    assert "nya" not in said.replace("nya registreringar", "")


def test_a_new_word_with_the_same_status_is_folded_and_another_status_is_not() -> None:
    after = shown().words[1].said
    assert after
    same = StatusChange(LATE.id, after, replace(after, done="Mer är gjort."))
    said = told(shown(previous=JUNE, since=Changes(None, NOON, statuses=(same,))))
    assert words.NOTHING_WEIGHTY in said
    assert f"{words.NEWS} (1)" in said
    moved = StatusChange(LATE.id, None, after)
    assert "Ingen status satt → nu Försenat" in told(shown(previous=JUNE, since=Changes(None, NOON, statuses=(moved,))))


def test_what_waits_for_the_council_leads_to_where_it_is_dealt_with() -> None:
    owed = OwedDuty("a", "a/duty", "Redovisning", "KF", "2024", Period.through(JUNE, JUNE), DutyStage.OVERDUE, None)
    lack = Unexplained("a/p", "a/p", 2024, Standing.BEHIND)
    found = agenda(shown(duties=(owed,), unexplained=(lack,)), (decision(1, JUNE, "a/p"), decision(2, JUNE)))
    assert "<a" not in since_and_due(found, WAYS).split(words.UNEXPLAINED)[1]
    html = since_and_due(found, replace(WAYS, deviation=lambda _: "./lofte?skriv=1"))
    assert "./uppfoljningar?a/duty" in html
    assert "./lofte?skriv=1" in html
    assert html.count("./mote?lofte=a/p") == 1, "a decision on no promise leads nowhere"
    assert "Redovisning för 2024" in plain(html)


def test_a_decision_whose_words_are_hidden_is_told_as_one_on_a_sensitive_promise() -> None:
    hidden = replace(decision(1, JUNE, "a/p"), action="")
    assert "Beslut om ett känsligt löfte" in told(shown(), hidden)


def test_a_promise_that_a_late_decision_brings_forward_says_so() -> None:
    found = agenda(shown(), (decision(1, date(2024, 10, 14), FINE.id), decision(2, date(2024, 11, 1), SLOW.id)))
    said = plain(promises(found, WAYS))
    assert said.count("beslut skulle vara klart") == 1
    assert "beslut skulle vara klart 14 oktober 2024" in said


def test_many_that_lag_are_counted_under_the_chips_and_all_stand_in_the_list() -> None:
    term = shown().agreements[0]
    first = next(each for each in term.promises if each.id == "a/p")
    many = [replace(first, id=f"a/{n}", title=f"<b>{n}</b>") for n in range(MOST + 2)]
    found = agenda(
        shown(
            agreements=(replace(term, promises=tuple(many)),),
            rows=tuple(row(each.id, Standing.BEHIND) for each in many),
            lagging=tuple(Lagging(each.id, 7, 2024, 11, n) for n, each in enumerate(many)),
            words=(),
        ),
        (),
    )
    assert words.more(2) in plain(state(found, WAYS))
    listed = promises(found, WAYS)
    assert listed.count("<li") == MOST + 2
    assert "<b>" not in listed
    assert "11 saknas till och med 30 september · ingen tid att vända" in plain(listed)
    assert "11 saknas till och med 30 september · 1 arbetsvecka att vända på" in plain(listed)


def test_where_there_are_several_agreements_each_row_names_its_own() -> None:
    one = shown()
    other = replace(one.agreements[0], id="b", title="Det nya", promises=(replace(LATE, id="b/late"),))
    both = agenda(replace(one, agreements=(*one.agreements, other)), ())
    assert f"{LATE.title} Det nya" in plain(promises(both, WAYS))
    assert one.agreements[0].title not in plain(promises(agenda(one, ()), WAYS))


def test_an_agreement_that_is_over_is_judged_through_its_end_and_told_apart_from_another() -> None:
    late, running = {"judged_through": "2025-10-15", "signed": False}, {"judged_through": "2025-09-30"}
    one = shown(day=date(2025, 10, 15), rows=(row("a/p", Standing.NOT_REACHED, **late),))
    assert list(judged(one, rows_of(one))) == ["Läge till och med 31 december 2024, inte avstämt"]
    new = replace(one.agreements[0], id="b", title="Det nya", period=Period.year(2025))
    more = row("b/p", Standing.BEHIND, 2025, **running) | {"agreement": "b"}
    both = replace(one, agreements=(*one.agreements, new), rows=(*one.rows, more))
    assert list(judged(both, rows_of(both))) == [
        f"{one.agreements[0].title}: läge till och med 31 december 2024, inte avstämt",
        "Det nya: läge till och med 30 september, avstämt",
    ]


def test_a_row_of_held_intervals_says_what_may_be_missed() -> None:
    held = {"held": 7, "completed": 8, "intervals": 52, "interval": "week", "held_rule": True}
    found = agenda(shown(rows=(row("a/p", Standing.BEHIND, **held),), lagging=(Lagging("a/p", 7, 2024, 1, 4),)), ())
    assert "1 vecka har missats · 4 veckor till får missas" in plain(promises(found, WAYS))


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2024, 10, 15), "i dag"), (date(2024, 10, 16), "om 1 dag"), (date(2024, 10, 1), "för 14 dagar sedan")],
)
def test_the_day_is_said_from_today(day: date, said: str) -> None:
    assert words.away(day, date(2024, 10, 15)) == said


def test_the_words_of_the_list_follow_the_stage_and_the_numbers() -> None:
    today = date(2024, 10, 15)
    assert words.next_step(Stage.SENT, today, today).endswith("Mötet kan börja.")
    assert words.next_step(Stage.SENT, date(2024, 12, 3), today).endswith("själva mötet.")
    assert words.decisions_label(0, 0) == "inga beslut"
    assert words.decisions_label(2, 0) == "2 beslut, alla klara"
    assert words.edits({Edit.WITHDRAWN: 2, Edit.ADDED: 1}) == "1 ny, 2 strukna"
    assert words.meeting_name("Strömstads trygghetsråd", "Strömstad") == "Strömstads trygghetsråd"


def test_figures_that_were_frozen_when_the_meeting_began_were_never_sent() -> None:
    sent, begun = words.frozen_line(NOON, date(2024, 10, 15)), words.frozen_line(NOON, NOON.date())
    assert "som i utskicket" in sent
    assert begun == "Siffrorna frystes 8 oktober 2024 kl. 9.00 svensk tid och ändras inte."
