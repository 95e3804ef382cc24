"""Follow-ups in words: what comes next, and rows that a stranger can read."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest

from loftdb.core.duties import DutyMark, DutyStage, DutyState, Occasion
from loftdb.core.model import Agreement, Duty, DutyRecurrence, Municipality
from loftdb.core.periods import Period
from loftdb.view.duties import done_text, duty_list, duty_name, head, history, next_text, stage_symbol, window_text

AUTUMN = Period(date(2024, 9, 1), date(2024, 12, 1))
HAMMARO = Municipality(1761, "Hammarö")
AGREEMENT = Agreement(
    "h", "Medborgarlöfte 2023–2025", Period(date(2023, 1, 1), date(2026, 1, 1)), date(2023, 1, 1), "LPO Karlstad",
    (HAMMARO,), (), "källa", (),
)  # fmt: skip
DUTY = Duty("h/ks", "Uppföljning <hösten>", "Kommunstyrelsen i Hammarö", DutyRecurrence.ONCE, AUTUMN)
MARK = DutyMark(
    "h", "h/ks", "", 1, date(2024, 10, 8), "§ 112", "KS 2024/0123", "alla", datetime.fromisoformat("2024-10-09T07:05")
)


def state(day: str, mark: DutyMark | None = None) -> DutyState:
    occasion = Occasion("", AUTUMN)
    stage = DutyStage.DONE if mark else occasion.stage(date.fromisoformat(day))
    return DutyState(AGREEMENT, DUTY, occasion, stage, mark, 0)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024-06-01", "Börja förbereda 3 juli 2024."),
        ("2024-08-31", "Kan göras från 1 september 2024, om 1 dag."),
        ("2024-10-15", "Senast 30 november 2024: 47 dagar kvar."),
        ("2024-11-30", "Senast 30 november 2024: i dag är sista dagen."),
        ("2024-12-01", "Skulle ha gjorts senast 30 november 2024, för 1 dag sedan."),
        ("2025-01-01", "Skulle ha gjorts senast 30 november 2024, för 32 dagar sedan."),
    ],
)
def test_what_comes_next_is_said_with_a_day(day: str, said: str) -> None:
    assert next_text(state(day), date.fromisoformat(day)) == said


def test_what_was_owed_before_the_agreement_is_followed_is_asked_for_not_counted_in_days() -> None:
    late = replace(AGREEMENT, followed_from=date(2026, 11, 22))
    said = next_text(replace(state("2026-11-22"), agreement=late, stage=DutyStage.PASSED), date(2026, 11, 22))
    assert said == (
        "Skulle ha gjorts senast 30 november 2024. Löftena följs här från 22 november 2026: markera uppföljningen som "
        "genomförd om den är gjord."
    )


def test_what_is_done_says_when_and_where_it_was_dealt_with() -> None:
    assert next_text(state("2024-10-15", MARK), date(2024, 10, 15)) == "8 oktober 2024, § 112, KS 2024/0123"
    assert done_text(replace(MARK, paragraph="", case="")) == "8 oktober 2024"


def test_every_stage_has_a_shape_of_its_own() -> None:
    shapes = [re.sub("loft-d-[a-z]+", "", stage_symbol(stage)) for stage in DutyStage]
    assert len(set(shapes)) == len(shapes) == 6


def test_names_and_windows() -> None:
    yearly = replace(DUTY, recurrence=DutyRecurrence.YEARLY)
    assert duty_name(DutyState(AGREEMENT, yearly, Occasion("2024", AUTUMN), DutyStage.UPCOMING, None, 0)).endswith(
        "för 2024"
    )
    assert window_text(AUTUMN) == "september–november 2024"
    assert window_text(Period(date(2024, 3, 5), date(2024, 3, 6))) == "5 mars 2024"
    assert window_text(Period(date(2024, 11, 1), date(2025, 2, 1))) == "november 2024–januari 2025"


def test_the_list_escapes_and_folds_what_is_done() -> None:
    html = duty_list([state("2024-10-15"), state("2024-10-15", MARK)], lambda _: "./x", date(2024, 10, 15))
    assert "Uppföljning &lt;hösten&gt;" in html
    assert html.index("Dags att genomföra") < html.index("<details>") < html.index("§ 112")
    assert "1 genomförd" in html


def test_nothing_left_is_said() -> None:
    assert "Inget återstår." in duty_list([state("2024-10-15", MARK)], lambda _: "./x", date(2024, 10, 15))


def test_the_history_tells_the_latest_first_in_swedish_time() -> None:
    back = replace(
        MARK, version=2, on=None, paragraph="", case="", registered_at=datetime.fromisoformat("2024-10-09T07:09")
    )
    html = history([MARK, back])
    assert html is not None
    assert html.index("Ångrad") < html.index("Genomförd 8 oktober 2024")
    assert "9 oktober 2024 kl. 09.05" in html
    assert history([]) is None


def test_the_head_leads_back() -> None:
    assert 'href="./back"' in head(state("2024-10-15"), date(2024, 10, 15), "./back")
