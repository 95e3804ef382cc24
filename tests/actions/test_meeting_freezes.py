"""What is sent before a meeting never changes, and what lies behind a number is what was known then."""

import hashlib
import shutil
import threading
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from loftdb.actions import meeting_files, meetings
from loftdb.actions.context import Context
from loftdb.actions.forecast import forecasted
from loftdb.actions.logging import log, redact
from loftdb.actions.meeting_state import last_freeze, since_previous
from loftdb.actions.meetings import Occasions
from loftdb.actions.progress import Scope
from loftdb.actions.setup import LOCAL_USER
from loftdb.actions.status import Word, update
from loftdb.core.access import Grant, Role
from loftdb.core.errors import ConcurrentChange, NotFound, Refused
from loftdb.core.meetings.records import DocumentKind, Meeting
from loftdb.core.meetings.shown import Shown, frame_of, shown_of, text_of
from loftdb.core.model import Status
from loftdb.core.periods import Period
from loftdb.store import meetings as stored
from loftdb.store.database import Database
from tests.actions.conftest import AGREEMENT, CONTROLS, GRUMS, NOW, PATROLS, STROMSTAD, as_actor, codes, number, single
from tests.actions.council import JUNE, SPRING, closed, planned, sent
from tests.actions.histories import HOUNDS, LIGHTS, Step, steps

pytestmark = pytest.mark.usefixtures("without_typesetting")


@given(before=st.lists(steps, max_size=6), after=st.lists(steps, min_size=1, max_size=8))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
def test_the_figures_of_a_frozen_meeting_never_change(
    fresh: Path, tmp_path_factory: pytest.TempPathFactory, before: list[Step], after: list[Step]
) -> None:
    context = Context(Database.open(Path(shutil.copy(fresh, tmp_path_factory.mktemp("frozen")))), LOCAL_USER, NOW)
    first = closed(context, JUNE)
    for step in before:
        step(context)
    found = sent(context)
    freeze = last_freeze(context, found)
    assert freeze
    kept, figures = stored.figures(context.database, freeze), meetings.shown(context, found)
    papers, behind = documents_of(context, first, found), occasions_of(context, found)
    for step in after:
        step(context)
    later = replace(context, now=NOW + timedelta(days=90))
    assert stored.figures(context.database, freeze) == kept
    assert text_of(meetings.shown(later, found)) == kept == text_of(figures)
    scope = meetings.scope_of(found, freeze)
    assert without_words(meetings.gather(later, found, scope)) == without_words(figures)
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
    assert shown.known_on == last_freeze(context, found).known_on  # type: ignore[union-attr]


def test_no_name_of_anybody_is_in_what_is_shown(context: Context) -> None:
    update(context, Word(LIGHTS, date(2024, 3, 1), Status.BEGUN, "Beställt"))
    log(context, single(context, PATROLS, "2024-03-02"))
    assert LOCAL_USER.name not in text_of(meetings.shown(context, sent(context)))


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
    freeze = last_freeze(context, sent_one)
    assert freeze
    again = meetings.gather(context, sent_one, meetings.scope_of(sent_one, freeze))
    assert text_of(again) == stored.figures(context.database, freeze)


def test_a_redaction_holds_also_in_what_was_sent(context: Context) -> None:
    first = closed(context, JUNE)
    activity = log(context, single(context, CONTROLS, "2024-07-01", place="Hemma hos någon")).activity
    found = sent(context)
    freeze = last_freeze(context, found)
    assert freeze
    assert "Hemma hos" not in stored.figures(context.database, freeze)
    days, measure = Period.year(2024), number(context, CONTROLS)
    assert [each.place for each in meetings.occasions(context, found, measure, days).entries] == ["Hemma hos någon"]
    assert meetings.shown(context, found).previous == first.day
    redact(context, activity.id)
    assert [each.place for each in meetings.occasions(context, found, measure, days).entries] == [""]
    since = since_previous(context, found, meetings.scope_of(found, freeze))
    assert [each.after.place for each in since.entries if each.after] == [""]


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


def test_documents_of_a_meeting_are_had_byte_for_byte_by_those_who_may_read_it(context: Context) -> None:
    [kept] = meetings.documents(context, sent(context))
    reader = as_actor(context, Grant(Role.READER, frozenset({STROMSTAD})))
    assert kept in meetings.documents(reader, meetings.meeting(reader, kept.meeting))
    assert meetings.document_bytes(reader, kept) != b""
    assert hashlib.sha256(meetings.document_bytes(reader, kept)).hexdigest() == kept.digest
    with pytest.raises(NotFound):
        meetings.document_bytes(as_actor(context, Grant(Role.READER, frozenset({GRUMS}))), kept)
