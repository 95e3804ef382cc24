"""A meeting's documents: stored with the freeze and the close, or nothing is; nothing secret is in them."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from loftdb.actions import meeting_files, meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.deviations import Account, write
from loftdb.actions.logging import log, redact
from loftdb.actions.meeting_state import last_freeze
from loftdb.actions.meetings import Draft
from loftdb.actions.minutes import Write
from loftdb.actions.register import find_measure, find_promise
from loftdb.actions.revisions import Ground, NewTarget, revise
from loftdb.actions.sheet import sign_off
from loftdb.actions.status import Word, update
from loftdb.core.access import Grant, Role
from loftdb.core.documents import Document
from loftdb.core.errors import DocumentUnwritten, NotFound, Refused
from loftdb.core.meetings.records import DocumentKind, Meeting, Stage
from loftdb.core.meetings.rules import Assignment, Opinion
from loftdb.core.model import SIGNING_PARTIES, Status, Verdict
from loftdb.view.texts.errors import error_text
from tests.actions.conftest import AGREEMENT, CONTROLS, GRUMS, NOW, STROMSTAD, as_actor, single
from tests.actions.council import OCTOBER, closed, held, sent
from tests.files.pdf.structure import read, text

DOGS = "stromstad-2023-2024/hundsok-i-skolor"
NARCOTICS = "stromstad-2023-2024/arbete-mot-narkotika"
STATE, NOTES, NOTES_TEXT = DocumentKind.STATE, DocumentKind.NOTES, DocumentKind.NOTES_TEXT


def kinds(context: Context, found: Meeting) -> list[tuple[DocumentKind, int]]:
    return [(each.kind, each.number) for each in meetings.documents(context, found)]


def content(context: Context, found: Meeting, kind: DocumentKind) -> bytes:
    *_, last = [each for each in meetings.documents(context, found) if each.kind is kind]
    return meetings.document_bytes(context, last)


def flat(said: bytes) -> str:
    return " ".join(text(said).split())


def test_the_state_is_stored_with_the_freeze_and_the_notes_with_the_close(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-01", 30))
    found = sent(context)
    assert kinds(context, found) == [(STATE, 1)]
    assert "30 av 80 trafikkontroller" in flat(content(context, found, STATE))
    found = meetings.hold(context, found.id, found.version)
    assert kinds(context, found) == [(STATE, 1)]
    found = meetings.close(context, found.id, found.version)
    assert kinds(context, found) == [(NOTES, 1), (NOTES_TEXT, 1), (STATE, 1)]
    names = {each.kind: (each.name, each.media_type) for each in meetings.documents(context, found)}
    assert names == {
        STATE: ("laget-1486-2024-10-15.pdf", "application/pdf"),
        NOTES: ("minnesanteckningar-1486-2024-10-15.pdf", "application/pdf"),
        NOTES_TEXT: ("minnesanteckningar-1486-2024-10-15.txt", "text/plain; charset=utf-8"),
    }


def test_what_is_stored_is_had_again_bit_for_bit_whatever_is_logged_redacted_or_revised(context: Context) -> None:
    activity = log(context, single(context, CONTROLS, "2024-03-01", 30, place="Vid bron")).activity
    found = closed(context)
    before = {each: meetings.document_bytes(context, each) for each in meetings.documents(context, found)}
    shown = meetings.shown(context, found)
    later = replace(context, now=NOW + timedelta(days=2))
    log(later, single(later, CONTROLS, "2024-03-02", 9))
    redact(later, activity.id)
    agreement, promise = find_promise(later, CONTROLS)
    measure = find_measure(later, CONTROLS)[1]
    target = NewTarget(promise.id, measure.number, replace(measure.targets[-1], value=60))
    revise(later, agreement, target, Ground(date(2024, 7, 1), "BRÅ § 1", "Mer att göra"))
    assert {each: meetings.document_bytes(later, each) for each in meetings.documents(later, found)} == before
    again = meeting_files.pdf(meeting_files.state_document(meetings.shown(later, found), later.now, False))
    assert again == content(later, found, STATE)
    assert meetings.shown(later, found) == shown


def test_a_new_freeze_and_a_new_close_are_new_documents_and_the_old_can_be_had(context: Context) -> None:
    found = sent(context)
    first = content(context, found, STATE)
    log(context, single(context, CONTROLS, "2024-03-01", 12))
    found = meetings.send(context, found.id, found.version)
    assert kinds(context, found) == [(STATE, 1), (STATE, 2)]
    assert meetings.document_bytes(context, meetings.documents(context, found)[0]) == first
    found = meetings.hold(context, found.id, found.version)
    found = meetings.close(context, found.id, found.version)
    found = meetings.reopen(context, found.id, found.version)
    minutes.comment(context, found.id, CONTROLS, "Lades till efteråt.")
    found = meetings.close(context, found.id, found.version)
    assert [each for each in kinds(context, found) if each[0] is not STATE] == [
        (NOTES, 1), (NOTES, 2), (NOTES_TEXT, 1), (NOTES_TEXT, 2),
    ]  # fmt: skip
    assert "Lades till efteråt." in content(context, found, NOTES_TEXT).decode()


def test_a_meeting_that_is_held_without_a_mailing_stores_its_state_then(context: Context) -> None:
    found = meetings.plan(context, "Strömstad", Draft(OCTOBER, (AGREEMENT,)))
    found = meetings.hold(context, found.id, found.version)
    assert kinds(context, found) == [(STATE, 1)]


def test_where_the_file_cannot_be_made_nothing_is_saved_and_a_sentence_says_so(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(document: Document) -> bytes:
        raise DocumentUnwritten(document.title)

    planned = meetings.plan(context, "Strömstad", Draft(OCTOBER, (AGREEMENT,)))
    monkeypatch.setattr(meeting_files, "pdf", failing)
    with pytest.raises(DocumentUnwritten) as unwritten:
        meetings.send(context, planned.id, planned.version)
    assert "gick inte att skapa, så inget är sparat" in error_text(unwritten.value)
    assert meetings.meeting(context, planned.id) == planned
    assert last_freeze(context, planned) is None
    monkeypatch.undo()
    found = meetings.send(context, planned.id, planned.version)
    found = meetings.hold(context, found.id, found.version)
    monkeypatch.setattr(meeting_files, "pdf", failing)
    with pytest.raises(DocumentUnwritten):
        meetings.close(context, found.id, found.version)
    assert meetings.meeting(context, found.id).stage is Stage.HELD
    assert kinds(context, found) == [(STATE, 1)]


def test_a_double_tap_stores_once(context: Context) -> None:
    found = meetings.plan(context, "Strömstad", Draft(OCTOBER, (AGREEMENT,)))
    for _ in range(2):
        meetings.send(context, found.id, found.version, submission="en")
    assert kinds(context, found) == [(STATE, 1)]


def test_a_draft_says_so_and_is_not_stored(context: Context) -> None:
    found = meetings.plan(context, "Strömstad", Draft(OCTOBER, (AGREEMENT,)))
    with pytest.raises(Refused) as refused:
        meeting_files.notes_draft(context, found)
    assert [issue.code for issue in refused.value.issues] == ["meeting_not_frozen"]
    state = meeting_files.state_draft(context, found)
    assert state.name == "laget-1486-2024-10-15-utkast.pdf"
    assert "Utkast. Siffrorna är inte frysta" in flat(state.content)
    found = meetings.send(context, found.id, found.version)
    notes = meeting_files.notes_draft(context, found)
    assert notes.pdf.name == "minnesanteckningar-1486-2024-10-15-utkast.pdf"
    assert "Utkast. Mötet är inte avslutat" in notes.text
    assert all("Utkast" in page.extract_text() for page in read(notes.pdf.content).pages)
    assert kinds(context, found) == [(STATE, 1)]


def test_what_came_after_the_mailing_stands_apart_and_without_its_place(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-01", 30))
    found = held(context)
    log(context, single(context, CONTROLS, "2024-03-02", 9, place="Vid skolan"))
    found = meetings.close(context, found.id, found.version)
    said = content(context, found, NOTES_TEXT).decode()
    assert "Registrerat: Trafikkontroller 1 ny." in said
    assert "Trafikkontroller\t30 av 80\t" in said
    assert "Vid skolan" not in said


def test_what_was_decided_stands_in_the_notes_and_comes_back_at_the_next_meeting(context: Context) -> None:
    spring = replace(context, now=datetime.fromisoformat("2024-06-12T08:00"))
    log(spring, single(spring, CONTROLS, "2023-03-01", 70))
    first = meetings.plan(spring, "Strömstad", Draft(date(2024, 6, 12), (AGREEMENT,)))
    first = meetings.hold(spring, first.id, first.version)
    minutes.judge(spring, first.id, Opinion(CONTROLS, 2023, Verdict.FULFILLED, "Två räknades ihop"))
    due = date(2024, 9, 1)
    made = minutes.decide(spring, first.id, Assignment(CONTROLS, "Fler kontroller", "Gruppchefen", due)).decision
    minutes.decide(spring, first.id, Assignment(None, "Se över texten.", "Samordnaren", due))
    first = meetings.close(spring, first.id, first.version)
    said = content(context, first, NOTES_TEXT).decode()
    assert "Bedömning 2023: Uppfyllt. Motivering: Två räknades ihop. Siffrorna föreslog: delvis uppfyllt." in said
    assert "2023: 70 av 80 trafikkontroller, Ej uppnått." in said
    assert "Beslut: Fler kontroller. Gruppchefen, klart senast 1 september 2024." in said
    assert "Mötet som helhet\tSe över texten.\tSamordnaren\t2024-09-01" in said
    minutes.mark_done(context, made.id, date(2024, 8, 30), "Gjort.", Write(1))
    said = content(context, closed(context), NOTES_TEXT).decode()
    assert "Trafikkontroller\tFler kontroller\tGruppchefen\t2024-09-01\tKlart 2024-08-30. Gjort." in said
    assert "Mötet som helhet\tSe över texten.\tSamordnaren\t2024-09-01\tSkulle ha varit klart" in said


def test_of_a_sensitive_promise_months_are_told_and_neither_words_nor_small_numbers(context: Context) -> None:
    log(context, single(context, DOGS, "2024-01-15", 7))
    log(context, single(context, DOGS, "2024-02-15", 3))
    for month in (date(2024, 1, 1), date(2024, 2, 1)):
        for party in SIGNING_PARTIES:
            sign_off(context, STROMSTAD, party, month)
    update(context, Word(NARCOTICS, date(2024, 5, 2), Status.ONGOING, "Hemligt.", "Hemligare."))
    found = held(context)
    state = flat(content(context, found, STATE))
    assert "per månad 2024: januari 7 och februari färre än 5." in state
    minutes.comment(context, found.id, DOGS, "Hemlig kommentar")
    minutes.decide(context, found.id, Assignment(DOGS, "Hemlig åtgärd", "Chefen", date(2024, 12, 1)))
    minutes.judge(context, found.id, Opinion(DOGS, None, Verdict.FULFILLED, "Hemlig motivering"))
    found = meetings.close(context, found.id, found.version)
    said = content(context, found, NOTES_TEXT).decode()
    assert "hemlig" not in (state + said).lower()
    assert "Känsligt löfte: orden skrivs inte ut här." in said
    assert "Hundträning i skolornas lokaler\tper månad\t" in said


def test_neither_a_name_nor_an_internal_text_is_in_the_documents(context: Context) -> None:
    somebody = replace(context, actor=replace(context.actor, name="Kalle på kontoret"))
    log(somebody, single(somebody, CONTROLS, "2024-03-01", 3, note="En anteckning"))
    write(somebody, Account(CONTROLS, 2024, "Internt skäl.", "Polisen prioriterade annat."))
    found = held(somebody)
    minutes.comment(somebody, found.id, CONTROLS, "Tas upp igen.")
    found = meetings.close(somebody, found.id, found.version)
    state, notes = flat(content(context, found, STATE)), flat(content(context, found, NOTES))
    assert "Avvikelse och orsak 2024: Polisen prioriterade annat." in state
    assert "Tas upp igen." in notes
    for secret in ("Kalle", "Internt skäl", "En anteckning"):
        assert secret not in state + notes


def test_only_who_may_read_the_municipality_has_the_documents(context: Context) -> None:
    found = sent(context)
    stranger = as_actor(context, Grant(Role.READER, frozenset({GRUMS})))
    for draft in (meeting_files.state_draft, meeting_files.notes_draft):
        with pytest.raises(NotFound):
            draft(stranger, found)
    reader = as_actor(context, Grant(Role.READER, frozenset({STROMSTAD})))
    assert meeting_files.notes_draft(reader, found) == meeting_files.notes_draft(context, found)
