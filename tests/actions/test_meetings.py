"""Meetings: what is sent is frozen whatever happens later, and what is decided is there the next time."""

import contextlib
import shutil
import threading
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from loftdb.actions import meeting_files, meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.duties import duties
from loftdb.actions.forecast import forecasted
from loftdb.actions.logging import log, redact
from loftdb.actions.meetings import Draft, Occasions
from loftdb.actions.minutes import Write
from loftdb.actions.progress import Scope
from loftdb.actions.setup import LOCAL_USER
from loftdb.actions.status import Word, update
from loftdb.core.access import Grant, Role
from loftdb.core.documents import Document
from loftdb.core.duties import DutyStage
from loftdb.core.errors import ConcurrentChange, LoftdbError, NotAllowed, NotFound, Refused
from loftdb.core.meetings.agenda import Group
from loftdb.core.meetings.records import DocumentKind, Meeting, Stage
from loftdb.core.meetings.rules import Assignment, Opinion
from loftdb.core.meetings.shown import Shown, frame_of, shown_of, text_of
from loftdb.core.model import Standing, Status, Verdict
from loftdb.core.periods import Period
from loftdb.store import meetings as stored
from loftdb.store.database import Database
from loftdb.view.figures import figures
from loftdb.view.plain_text import plain_text
from tests.actions.conftest import CONTROLS, GRUMS, NOW, PATROLS, STROMSTAD, as_actor, number, single
from tests.actions.histories import HOUNDS, LIGHTS, Step, steps

AGREEMENT = "stromstad-2023-2024"
JUNE, OCTOBER = date(2024, 6, 12), date(2024, 10, 15)
SPRING = datetime.fromisoformat("2024-06-05T08:00")


@pytest.fixture(autouse=True)
def _without_typesetting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the figures are what matters; what the documents say, and that they are files, is in test_meeting_files."""
    monkeypatch.setattr(meeting_files, "pdf", lambda document: plain_text(document).encode())


def at(context: Context, moment: datetime) -> Context:
    return replace(context, now=moment)


def planned(context: Context, day: date = OCTOBER) -> Meeting:
    return meetings.plan(context, "Strömstad", Draft(day, (AGREEMENT,)))


def sent(context: Context, day: date = OCTOBER) -> Meeting:
    found = planned(context, day)
    return meetings.send(context, found.id, found.version)


def held_and_closed(context: Context, day: date = JUNE) -> Meeting:
    found = sent(context, day)
    found = meetings.hold(context, found.id, found.version)
    return meetings.close(context, found.id, found.version)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [issue.code for issue in refused.value.issues]


@given(before=st.lists(steps, max_size=6), after=st.lists(steps, min_size=1, max_size=8))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
def test_the_figures_of_a_frozen_meeting_never_change(
    fresh: Path, tmp_path_factory: pytest.TempPathFactory, before: list[Step], after: list[Step]
) -> None:
    context = Context(Database.open(Path(shutil.copy(fresh, tmp_path_factory.mktemp("frozen")))), LOCAL_USER, NOW)
    first = held_and_closed(context)
    for step in before:
        step(context)
    found = sent(context)
    freeze = meetings.frozen(context, found)
    assert freeze
    kept, figures = stored.figures(context.database, freeze), meetings.shown(context, found)
    papers, behind = documents_of(context, first, found), occasions_of(context, found)
    for step in after:
        step(context)
    later = replace(context, now=NOW + timedelta(days=90))
    assert stored.figures(context.database, freeze) == kept
    assert text_of(meetings.shown(later, found)) == kept == text_of(figures)
    again = scope = meetings.scope_of(found, freeze)
    assert without_words(meetings.gather(later, found, again)) == without_words(figures)
    pd.testing.assert_frame_equal(own_rows(later, scope), frame_of(figures))
    assert meetings.shown(context, first).known_on
    assert documents_of(later, first, found) == papers
    assert meeting_files.pdf(meeting_files.state_document(meetings.shown(later, found), later.now, False)) in papers
    assert occasions_of(later, found) == behind
    path = context.database.path
    context.database.close()
    path.unlink()


def documents_of(context: Context, *held: Meeting) -> list[bytes]:
    found = [each for meeting in held for each in meetings.documents(context, meeting)]
    assert {each.kind for each in found} == {DocumentKind.STATE, DocumentKind.NOTES, DocumentKind.NOTES_TEXT}
    return [meetings.document_bytes(context, each) for each in found]


def occasions_of(context: Context, found: Meeting) -> list[Occasions]:
    """Return what lies behind the numbers; without places, which a redaction takes away there too."""
    days = Period.through(date(2023, 1, 1), date(2024, 12, 31))
    behind = [meetings.occasions(context, found, number(context, each), days) for each in (CONTROLS, PATROLS, HOUNDS)]
    return [replace(each, entries=tuple(replace(told, place="") for told in each.entries)) for each in behind]


def without_words(shown: Shown) -> Shown:
    """Return what must be reckoned the same again: all but when it was looked at."""
    return replace(shown, today=JUNE)


def own_rows(context: Context, scope: Scope) -> pd.DataFrame:
    frame = forecasted(context, scope)
    return frame[frame["agreement"] == AGREEMENT].reset_index(drop=True)


def test_what_is_shown_is_stored_and_read_back_the_same(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-01", 30))
    update(context, Word(LIGHTS, date(2024, 3, 1), Status.DELAYED, "Väntar"))
    found = sent(context)
    shown = meetings.shown(context, found)
    assert shown_of(text_of(shown)) == shown
    frame = frame_of(shown)
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        name: str(kind) for name, kind in own_rows(context, Scope("Strömstad")).dtypes.items()
    }
    assert shown.known_on == meetings.frozen(context, found).known_on  # type: ignore[union-attr]


def test_what_is_logged_after_the_mailing_is_told_apart(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-01", 30))
    found = sent(context)
    log(context, single(context, CONTROLS, "2024-03-02", 50, place="E6"))
    assert [row["actual"] for row in meetings.shown(context, found).rows if row["measure"] == CONTROLS][1] == 30
    assert [row["actual"] for row in meetings.live(context, found).rows if row["measure"] == CONTROLS][1] == 80
    added = meetings.since_sent(context, found)
    assert [each.after.place for each in added.entries if each.after] == ["E6"]
    assert [(each.year, each.is_moved) for each in added.rows if each.is_moved] == [(2024, True)]


def test_a_mailing_is_judged_through_the_day_that_was_picked(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-01", 30))
    found = planned(context)
    found = meetings.send(context, found.id, found.version, date(2024, 2, 29))
    shown = meetings.shown(context, found)
    assert shown.judged_on == date(2024, 2, 29)
    assert [row["actual"] for row in shown.rows if row["measure"] == CONTROLS][1] == 0
    assert {row["judged_through"] for row in meetings.live(context, found).rows} == {"2024-02-29"}


def test_nothing_slips_in_while_it_is_frozen(context: Context) -> None:
    found, done = planned(context), threading.Event()
    entry = single(context, CONTROLS, "2024-03-01")

    def work() -> None:
        while not done.is_set():
            log(context, entry)

    worker = threading.Thread(target=work)
    worker.start()
    try:
        sent_one = meetings.send(context, found.id, found.version)
    finally:
        done.set()
        worker.join()
    freeze = meetings.frozen(context, sent_one)
    assert freeze
    again = meetings.gather(context, sent_one, meetings.scope_of(sent_one, freeze))
    assert text_of(again) == stored.figures(context.database, freeze)


def test_nothing_is_written_at_a_meeting_while_it_is_being_closed(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever saves while the notes are typeset waits for the lock, and would else stand in no notes."""
    found, saved = sent(context), threading.Event()
    found = meetings.hold(context, found.id, found.version)

    def work() -> None:
        with contextlib.suppress(Refused):
            minutes.comment(context, found.id, f"{AGREEMENT}/trafikkontroller", "För sent")
            saved.set()

    worker = threading.Thread(target=work)

    def typeset(document: Document) -> bytes:
        worker.start()
        worker.join(0.3)
        return document.title.encode()

    monkeypatch.setattr(meeting_files, "pdf", typeset)
    meetings.close(context, found.id, found.version)
    worker.join()
    assert not saved.is_set()
    assert minutes.comments(context, found) == {}


def test_a_redaction_holds_also_in_what_was_sent(context: Context) -> None:
    first = held_and_closed(context)
    activity = log(context, single(context, CONTROLS, "2024-07-01", place="Hemma hos någon")).activity
    found = sent(context)
    freeze = meetings.frozen(context, found)
    assert freeze
    assert "Hemma hos" not in stored.figures(context.database, freeze)
    days, measure = Period.year(2024), number(context, CONTROLS)
    assert [each.place for each in meetings.occasions(context, found, measure, days).entries] == ["Hemma hos någon"]
    assert meetings.shown(context, found).previous == first.day
    redact(context, activity.id)
    assert [each.place for each in meetings.occasions(context, found, measure, days).entries] == [""]
    assert [each.after.place for each in meetings.since_last(context, found).entries if each.after] == [""]


def test_an_entry_cannot_be_registered_as_of_what_was_sent(context: Context) -> None:
    sent(context)
    for moment in (NOW, SPRING):
        with pytest.raises(Refused) as refused:
            log(context, single(context, CONTROLS, "2024-03-01"), at=moment)
        assert codes(refused) == ["registered_before_frozen"]


def test_the_occasions_behind_a_number_are_those_that_were_known(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-01", 2, place="E6", note="Regn"))
    log(context, single(context, HOUNDS, "2024-03-12", 2))
    found = sent(context)
    log(context, single(context, CONTROLS, "2024-03-02"))
    days = Period.year(2024)
    behind = meetings.occasions(context, found, number(context, CONTROLS), days)
    assert [(each.place, each.shares[0].count) for each in behind.entries] == [("E6", 2)]
    assert LOCAL_USER.name not in str(behind)
    assert "Regn" not in str(behind)
    assert len(meetings.occasions(context, found, number(context, CONTROLS), days, is_live=True).entries) == 2
    secret = meetings.occasions(context, found, number(context, HOUNDS), days)
    assert (secret.entries, secret.months) == ((), ((date(2024, 3, 1), 2),))
    with pytest.raises(NotFound):
        meetings.occasions(context, found, number(context, "grums-2023-2025/lokalt-poliskontor"), days)


def test_a_meeting_comes_stage_by_stage(context: Context) -> None:
    found = planned(context)
    assert found.stage is Stage.PLANNED
    found = meetings.send(context, found.id, 1)
    again = meetings.send(context, found.id, 2)
    assert meetings.frozen(context, again).number == 2  # type: ignore[union-attr]
    found = meetings.hold(context, again.id, 3)
    with pytest.raises(Refused) as refused:
        meetings.send(context, found.id, 4)
    assert codes(refused) == ["meeting_stage"]
    found = meetings.close(context, found.id, 4)
    found = meetings.reopen(context, found.id, 5)
    assert (found.stage, found.version) == (Stage.HELD, 6)
    assert [each.stage for each in meetings.meetings(context, "Strömstad")] == [Stage.HELD]


def test_a_meeting_that_was_not_sent_is_frozen_when_it_begins(context: Context) -> None:
    found = planned(context)
    assert meetings.frozen(context, found) is None
    assert meetings.shown(context, found).known_on is None
    found = meetings.hold(context, found.id, found.version)
    assert meetings.shown(context, found).known_on


def test_a_double_tap_saves_once_and_an_old_page_is_told(context: Context) -> None:
    draft = Draft(OCTOBER, (AGREEMENT,))
    first = meetings.plan(context, "Strömstad", draft, "key")
    assert meetings.plan(context, "Strömstad", draft, "key") == first
    sent_one = meetings.send(context, first.id, 1, submission="other")
    assert meetings.send(context, first.id, 1, submission="other") == sent_one
    with pytest.raises(ConcurrentChange):
        meetings.hold(context, first.id, 1)
    assert len(stored.freezes(context.database, first.id)) == 1


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (Draft(date(1024, 1, 1), (AGREEMENT,)), "date_far"),
        (Draft(OCTOBER, ()), "meeting_without_agreements"),
        (Draft(OCTOBER, ("grums-2023-2025",)), "meeting_agreement_unknown"),
        (Draft(OCTOBER, (AGREEMENT, AGREEMENT)), "meeting_agreement_unknown"),
        (Draft(JUNE, (AGREEMENT,)), "meeting_same_day"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(context: Context, draft: Draft, code: str) -> None:
    planned(context, JUNE)
    with pytest.raises(Refused) as refused:
        meetings.plan(context, "Strömstad", draft)
    assert codes(refused) == [code]


def test_a_planned_meeting_can_be_moved_and_a_sent_one_called_off(context: Context) -> None:
    found = planned(context, JUNE)
    found = meetings.change(context, found.id, 1, Draft(OCTOBER, (AGREEMENT,)))
    assert found.day == OCTOBER
    found = meetings.send(context, found.id, 2)
    with pytest.raises(Refused) as refused:
        meetings.change(context, found.id, 3, Draft(JUNE, (AGREEMENT,)))
    assert codes(refused) == ["meeting_sent"]
    assert meetings.cancel(context, found.id, 3).stage is Stage.CANCELLED
    assert planned(context).id != found.id


def test_a_meeting_ahead_is_not_held(context: Context) -> None:
    found = planned(context, date(2024, 10, 16))
    with pytest.raises(Refused) as refused:
        meetings.hold(context, found.id, 1)
    assert codes(refused) == ["meeting_ahead"]


def test_the_next_meeting_begins_where_the_last_one_was_frozen(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-01"))
    held_and_closed(context)
    log(context, single(context, CONTROLS, "2024-03-02", 79))
    found = sent(context)
    log(context, single(context, CONTROLS, "2024-03-03"))
    agenda = meetings.agenda(context, found)
    assert agenda.shown.previous == JUNE
    assert [(each.promise, sum(each.edits.values())) for each in agenda.entries] == [(CONTROLS, 1)]
    [moved] = agenda.moved
    assert moved.after
    assert moved.after.state is Standing.REACHED
    assert len(meetings.agenda(context, found, is_live=True).items) == len(agenda.items)


def test_the_agenda_has_every_promise_once_those_that_lag_first(context: Context) -> None:
    update(context, Word(LIGHTS, date(2024, 10, 1), Status.DELAYED, "Väntar"))
    agenda = meetings.agenda(context, sent(context))
    promises = [item.promise.id for item in agenda.items]
    assert len(promises) == len(set(promises)) == 21
    groups = [list(Group).index(item.group) for item in agenda.items]
    assert groups == sorted(groups)
    assert agenda.items[0].lagging
    assert all(figures(row).start for item in agenda.items for row in item.rows)
    slack = [min(lag.slack_weeks for lag in item.lagging) for item in agenda.group(Group.LAGGING) if item.lagging]
    assert slack == sorted(slack)
    assert [item.promise.id for item in agenda.group(Group.OVERDUE)] == [LIGHTS]
    assert {each.promise for each in agenda.unexplained} >= {CONTROLS, LIGHTS}


def test_the_council_is_called_what_it_was_when_it_was_sent(context: Context) -> None:
    meetings.name_council(context, "Strömstad", "Trygghetsrådet", 0)
    found = sent(context)
    with pytest.raises(ConcurrentChange):
        meetings.name_council(context, "Strömstad", "Rådet", 0)
    meetings.name_council(context, "Strömstad", "Rådet", 1)
    assert meetings.shown(context, found).council == "Trygghetsrådet"
    assert meetings.council(context, "Strömstad").name == "Rådet"
    assert meetings.council(context, "Grums").name == "BRÅ"
    for name, code in (("", "words_missing"), ("070-123 45 67", "phone_number"), ("x" * 90, "words_too_long")):
        with pytest.raises(Refused) as refused:
            meetings.name_council(context, "Strömstad", name, 2)
        assert codes(refused) == [code]


def test_documents_of_a_meeting_are_kept_byte_for_byte(context: Context) -> None:
    found = planned(context)
    about = (DocumentKind.STATE, "application/pdf", "läget.pdf")
    with pytest.raises(Refused) as refused:
        meetings.keep_document(context, found.id, *about, b"%PDF")
    assert codes(refused) == ["meeting_not_frozen"]
    found = meetings.send(context, found.id, 1)
    with pytest.raises(Refused):
        meetings.keep_document(context, found.id, *about, b"")
    kept = meetings.keep_document(context, found.id, *about, b"%PDF\x00\xff")
    reader = as_actor(context, Grant(Role.READER, frozenset({STROMSTAD})))
    assert kept in meetings.documents(reader, found)
    assert meetings.document_bytes(reader, kept) == b"%PDF\x00\xff"
    with pytest.raises(NotFound):
        meetings.document_bytes(as_actor(context, Grant(Role.READER, frozenset({GRUMS}))), kept)


def test_a_follow_up_at_each_meeting_is_done_when_it_is_closed(context: Context) -> None:
    found = meetings.plan(context, "Grästorp", Draft(date(2021, 5, 4), ("grastorp-2021",)))
    scope = Scope("Grästorp")
    assert [each.occasion.key for each in duties(context, scope) if each.duty.recurrence == "per_meeting"] == []
    found = meetings.hold(context, found.id, 1)
    owed = [each for each in duties(context, scope) if each.duty.recurrence == "per_meeting"]
    assert {each.occasion.key for each in owed} == {"2021-05-04"}
    assert DutyStage.DONE not in {each.stage for each in owed}
    meetings.close(context, found.id, 2)
    owed = [each for each in duties(context, scope) if each.duty.recurrence == "per_meeting"]
    assert {each.stage for each in owed} == {DutyStage.DONE}


# What is written at a meeting


def test_a_comment_is_kept_with_its_versions_and_without_personal_data(context: Context) -> None:
    found = sent(context)
    warned = minutes.comment(context, found.id, CONTROLS, "Frågan går till Anna Andersson.")
    assert [issue.code for issue in warned] == ["likely_name"]
    with pytest.raises(ConcurrentChange):
        minutes.comment(context, found.id, CONTROLS, "Annat.")
    minutes.comment(context, found.id, CONTROLS, "Tas upp i höst. ", Write(1))
    assert minutes.comments(context, found)[CONTROLS].text == "Tas upp i höst."
    for text, code in (("Ring 850101-1234", "personal_identity_number"), ("å" * 2001, "text_too_long")):
        with pytest.raises(Refused) as refused:
            minutes.comment(context, found.id, CONTROLS, text, Write(2))
        assert codes(refused) == [code]
    with pytest.raises(Refused) as refused:
        minutes.comment(context, found.id, "grums-2023-2025/trafikkontroller", "Hej")
    assert codes(refused) == ["meeting_promise"]


def test_a_verdict_stands_beside_what_the_figures_propose(context: Context) -> None:
    log(context, single(context, CONTROLS, "2023-03-01", 70))
    found = sent(context)
    log(context, single(context, CONTROLS, "2023-03-02", 70))
    assert minutes.proposal(context, found, CONTROLS, 2023) is Verdict.PARTLY
    assert minutes.proposal(context, found, CONTROLS, 2024) is None
    with pytest.raises(Refused) as refused:
        minutes.judge(context, found.id, Opinion(CONTROLS, 2023, Verdict.FULFILLED))
    assert codes(refused) == ["motivation_missing"]
    minutes.judge(context, found.id, Opinion(CONTROLS, 2023, Verdict.PARTLY))
    minutes.judge(context, found.id, Opinion(CONTROLS, 2023, Verdict.FULFILLED, "Två räknades ihop."), Write(1))
    verdict = minutes.verdicts(context, found)[CONTROLS, 2023]
    assert (verdict.verdict, verdict.proposed, verdict.version) == (Verdict.FULFILLED, Verdict.PARTLY, 2)
    with pytest.raises(Refused) as refused:
        minutes.judge(context, found.id, Opinion(CONTROLS, 2026, None))
    assert codes(refused) == ["verdict_year"]


def test_a_verdict_is_there_the_next_time_until_it_is_taken_back(context: Context) -> None:
    first = sent(at(context, SPRING), date(2024, 6, 5))
    minutes.judge(context, first.id, Opinion(CONTROLS, 2023, Verdict.PARTLY, "Halva året"))
    found = sent(context)
    (told, day) = minutes.judged_before(context, found)[CONTROLS, 2023]
    assert (told.verdict, told.motivation, day) == (Verdict.PARTLY, "Halva året", date(2024, 6, 5))
    assert minutes.judged_before(context, first) == {}
    minutes.judge(context, first.id, Opinion(CONTROLS, 2023, None), Write(1))
    assert minutes.judged_before(context, found) == {}


def test_a_decision_is_there_the_next_time_until_it_is_done(context: Context) -> None:
    first = sent(at(context, SPRING), date(2024, 6, 5))
    due = date(2024, 9, 1)
    made = minutes.decide(context, first.id, Assignment(CONTROLS, "Fler kontroller", "Gruppchefen", due)).decision
    minutes.decide(context, first.id, Assignment(None, "Se över texten", "Samordnaren", date(2024, 12, 1)))
    first = meetings.hold(context, first.id, first.version)
    meetings.close(context, first.id, first.version)
    found = sent(context)
    agenda = meetings.agenda(context, found)
    assert [each.action for each in agenda.decisions_due] == ["Fler kontroller"]
    assert [each.action for each in agenda.decisions_open] == ["Se över texten"]
    [item] = [item for item in agenda.items if item.promise.id == CONTROLS]
    assert item.decisions == (made,)
    done = minutes.mark_done(context, made.id, date(2024, 9, 20), "Klart i tid", Write(1)).decision
    agenda = meetings.agenda(context, found)
    assert agenda.decisions_due == ()
    assert agenda.decisions_done == (done,)
    assert minutes.undo_done(context, made.id, Write(2)).is_open
    assert [each.version for each in minutes.decision_history(context, made.id)] == [1, 2, 3]
    assert minutes.decisions(context, found) == ()
    assert len(minutes.decisions(context, first)) == 2


def test_what_was_done_before_a_meeting_and_said_after_it_is_told_at_the_next(context: Context) -> None:
    summer = at(context, datetime.fromisoformat("2024-08-01T08:00"))
    first = sent(at(context, SPRING), date(2024, 6, 5))
    made = minutes.decide(context, first.id, Assignment(None, "Boka mötet", "Chefen", date(2024, 9, 1))).decision
    second = sent(summer, date(2024, 8, 1))
    second = meetings.hold(summer, second.id, second.version)
    meetings.close(summer, second.id, second.version)
    done = minutes.mark_done(context, made.id, date(2024, 7, 1), "", Write(1)).decision
    found = sent(context)
    assert meetings.agenda(context, found).decisions_done == (done,)
    found = meetings.hold(context, found.id, found.version)
    meetings.close(context, found.id, found.version)
    later = at(context, datetime.fromisoformat("2024-12-01T08:00"))
    assert meetings.agenda(later, sent(later, date(2024, 12, 1))).decisions_done == ()


@pytest.mark.parametrize(
    ("assignment", "code"),
    [
        (Assignment(None, " ", "Chefen", OCTOBER), "action_missing"),
        (Assignment(None, "Gör", "", OCTOBER), "words_missing"),
        (Assignment(None, "Gör", "Chefen", None), "due_missing"),
        (Assignment(None, "Gör", "Chefen", JUNE), "due_before_meeting"),
        (Assignment(None, "Gör", "Chefen", date(3024, 1, 1)), "date_far"),
        (Assignment(None, "Gör", "a@b.se", OCTOBER), "email_address"),
        (Assignment("grums-2023-2025/trafikkontroller", "Gör", "Chefen", OCTOBER), "meeting_promise"),
    ],
)
def test_a_decision_says_what_who_and_when(context: Context, assignment: Assignment, code: str) -> None:
    found = sent(context)
    with pytest.raises(Refused) as refused:
        minutes.decide(context, found.id, assignment)
    assert codes(refused) == [code]


def test_a_person_as_the_function_is_warned_of(context: Context) -> None:
    found = sent(context)
    made = minutes.decide(context, found.id, Assignment(None, "Gör", "Anna Andersson", OCTOBER), Write(submission="k"))
    assert [(issue.code, issue.field) for issue in made.warnings] == [("likely_name", "function")]
    again = minutes.decide(context, found.id, Assignment(None, "Gör", "Anna Andersson", OCTOBER), Write(submission="k"))
    assert again.decision == made.decision


def test_a_decision_can_be_mended_and_withdrawn_while_its_meeting_is_open(context: Context) -> None:
    found = sent(context)
    made = minutes.decide(context, found.id, Assignment(None, "Gör", "Chefen", OCTOBER)).decision
    minutes.change_decision(context, made.id, Assignment(CONTROLS, "Gör det", "Chefen", OCTOBER), Write(1))
    with pytest.raises(ConcurrentChange):
        minutes.withdraw_decision(context, made.id, Write(1))
    minutes.withdraw_decision(context, made.id, Write(2))
    assert minutes.decisions(context, found) == ()
    for on, code in ((date(2024, 10, 16), "done_in_future"), (JUNE, "done_before_decision")):
        other = minutes.decide(context, found.id, Assignment(None, "Gör", "Chefen", OCTOBER)).decision
        with pytest.raises(Refused) as refused:
            minutes.mark_done(context, other.id, on, "", Write(1))
        assert codes(refused) == [code]
    with pytest.raises(Refused) as refused:
        minutes.mark_done(context, made.id, OCTOBER, "", Write(3))
    assert codes(refused) == ["decision_withdrawn"]


def test_nothing_is_written_at_a_closed_meeting(context: Context) -> None:
    found = held_and_closed(context)
    for work in (
        lambda: minutes.comment(context, found.id, CONTROLS, "Hej"),
        lambda: minutes.decide(context, found.id, Assignment(None, "Gör", "Chefen", OCTOBER)),
        lambda: minutes.judge(context, found.id, Opinion(CONTROLS, 2023, None)),
    ):
        with pytest.raises(Refused) as refused:
            work()
        assert codes(refused) == ["meeting_over"]


# Who may


def test_a_coordinator_holds_a_manager_judges_and_a_reader_reads(context: Context) -> None:
    here = frozenset({STROMSTAD})
    coordinator, manager, reader, registrar = (
        as_actor(context, Grant(role, here)) for role in (Role.COORDINATOR, Role.MANAGER, Role.READER, Role.REGISTRAR)
    )
    found = sent(coordinator)
    opinion, assignment = Opinion(CONTROLS, 2023, Verdict.NOT_FULFILLED), Assignment(None, "Gör", "Chefen", OCTOBER)
    minutes.judge(manager, found.id, opinion)
    assert (meetings.may_hold(coordinator, STROMSTAD), meetings.may_hold(manager, STROMSTAD)) == (True, False)
    assert (minutes.may_judge(manager, found), minutes.may_judge(reader, found)) == (True, False)
    for who in (manager, reader, registrar):
        with pytest.raises(NotAllowed):
            meetings.plan(who, "Strömstad", Draft(JUNE, (AGREEMENT,)))
        with pytest.raises(NotAllowed):
            meetings.hold(who, found.id, found.version)
        with pytest.raises(NotAllowed):
            minutes.decide(who, found.id, assignment)
    for who in (reader, registrar):
        with pytest.raises(NotAllowed):
            minutes.judge(who, found.id, opinion)
        assert minutes.verdicts(who, found)
        assert meetings.shown(who, found) == meetings.shown(coordinator, found)


@pytest.mark.parametrize("roles", [(), (Grant(Role.PUBLIC),), (Grant(Role.COORDINATOR, frozenset({GRUMS})),)])
def test_who_may_not_read_the_municipality_finds_no_meeting(context: Context, roles: tuple[Grant, ...]) -> None:
    found, outsider = sent(context), as_actor(context, *roles)
    for work in (
        lambda: meetings.meeting(outsider, found.id),
        lambda: meetings.meetings(outsider, "Strömstad"),
        lambda: meetings.documents(outsider, found),
        lambda: minutes.comments(outsider, found),
        lambda: minutes.comment(outsider, found.id, CONTROLS, "Hej"),
    ):
        with pytest.raises(LoftdbError) as error:
            work()
        assert isinstance(error.value, NotFound)


def test_words_on_a_sensitive_promise_are_for_those_who_may_read_them(context: Context) -> None:
    found = sent(context)
    minutes.comment(context, found.id, HOUNDS, "Fler skolor till våren.")
    minutes.judge(context, found.id, Opinion(HOUNDS, 2023, Verdict.CANNOT_JUDGE, "Hemligt."))
    minutes.decide(context, found.id, Assignment(HOUNDS, "Boka hund", "Chefen", OCTOBER))
    reader = as_actor(context, Grant(Role.READER))
    assert minutes.comments(reader, found)[HOUNDS].text == ""
    assert minutes.verdicts(reader, found)[HOUNDS, 2023].motivation == ""
    assert [each.action for each in minutes.decisions(reader, found)] == [""]
    assert minutes.comments(context, found)[HOUNDS].text


def test_no_name_of_anybody_is_in_what_is_shown(context: Context) -> None:
    update(context, Word(LIGHTS, date(2024, 3, 1), Status.BEGUN, "Beställt"))
    log(context, single(context, PATROLS, "2024-03-02"))
    assert LOCAL_USER.name not in text_of(meetings.shown(context, sent(context)))
