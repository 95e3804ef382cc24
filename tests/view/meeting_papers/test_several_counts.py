"""A promise that counts several things: every figure on paper says of which, and the läge has its own."""

from dataclasses import replace

import pytest

from loftdb.core.changes import Changes
from loftdb.core.meetings.notes import Notes
from loftdb.core.meetings.shown import Shown
from loftdb.core.model import Standing
from loftdb.view.meeting_papers.notes import notes_document
from loftdb.view.meeting_papers.state import state_document
from loftdb.view.plain_text import plain_text
from tests.core.meetings.test_agenda import NOON, PROMISES, row, shown


@pytest.fixture
def inspections() -> Shown:
    """Alcohol kept in each quarter, tobacco in none."""
    [promise] = [each for each in PROMISES if each.measures]
    measures = tuple(
        replace(promise.measures[0], id=f"a/p:{name}", number=number, plural=name)
        for number, name in ((7, "alkoholtillsyner"), (8, "tobakstillsyner"))
    )
    counts = {"interval": "quarter", "value": 2, "target": 2, "held_rule": True, "completed": 3, "intervals": 4}
    rows = tuple(
        row("a/p", state, measure=each.id, number=each.number, plural=each.plural, held=held, **counts)
        for each, state, held in zip(measures, (Standing.ON_TRACK, Standing.BEHIND), (3, 0), strict=True)
    )
    before = shown()
    [term] = before.agreements
    return replace(before, agreements=(replace(term, promises=(replace(promise, measures=measures),)),), rows=rows)


def test_the_state_tells_the_counts_apart_and_sums_up_the_most_urgent(inspections: Shown) -> None:
    said = plain_text(state_document(inspections, NOON, is_example=False))
    assert "– Trafikkontroller: Efter, 0 av 3 kvartal (tobakstillsyner)." in said
    assert "3 av 3 kvartal (alkoholtillsyner)\n0 av 3 kvartal (tobakstillsyner)" in said
    assert "Mål för alkoholtillsyner: minst 2 per kvartal. Mål för tobakstillsyner: minst 2 per kvartal." in said
    assert "Tobakstillsyner. Kvartal då löftet hölls: 0 av 3." in said


def test_the_notes_tell_the_counts_apart(inspections: Shown) -> None:
    notes = Notes(inspections, NOON, False, Changes(None, None), {}, {}, (), ())
    said = plain_text(notes_document(notes, is_example=False))
    assert "Trafikkontroller, tobakstillsyner\t0 av 3 kvartal\t\tEfter" in said
