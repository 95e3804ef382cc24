"""What is said, judged and decided at a meeting is kept, and is there the next time."""

import contextlib
import threading
from datetime import date, datetime

import pytest

from loftdb.actions import meeting_files, meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.logging import log
from loftdb.actions.minutes import Write
from loftdb.core.access import Grant, Role
from loftdb.core.documents import Document
from loftdb.core.errors import ConcurrentChange, Refused
from loftdb.core.meetings.rules import Assignment, Opinion
from loftdb.core.model import Verdict
from tests.actions.conftest import AGREEMENT, CONTROLS, as_actor, codes, single
from tests.actions.council import JUNE, OCTOBER, SPRING, at, closed, sent
from tests.actions.histories import HOUNDS

pytestmark = pytest.mark.usefixtures("without_typesetting")


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
    carried = [each.action for each in minutes.carried(context, found) if not each.is_due(found.day)]
    assert carried == ["Se över texten"]
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
    found = closed(context, JUNE)
    for work in (
        lambda: minutes.comment(context, found.id, CONTROLS, "Hej"),
        lambda: minutes.decide(context, found.id, Assignment(None, "Gör", "Chefen", OCTOBER)),
        lambda: minutes.judge(context, found.id, Opinion(CONTROLS, 2023, None)),
    ):
        with pytest.raises(Refused) as refused:
            work()
        assert codes(refused) == ["meeting_over"]


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
