"""What a row says of its time: not begun, not followed, not judged, and the days and months it names."""

from datetime import date
from typing import Any

import pytest

from loftdb.core.model import Comparator, Standing
from loftdb.core.periods import Interval
from loftdb.view.sentences import count_label, judged_label, preliminary_label, sentence, target_label
from tests.view.sentence_rows import BEHIND, CONTROLS, WEEKLY


def test_a_year_that_was_before_the_judgement_is_named() -> None:
    past = CONTROLS | {"year": 2023, "start": date(2023, 1, 1), "last": date(2023, 12, 31), "target": None}
    row = past | {"value": None, "state": Standing.NO_TARGET, "actual": 7, "judged_through": date(2024, 10, 15)}
    assert sentence(row) == "7 trafikkontroller till och med 31 december 2023. Inget måltal."


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (CONTROLS | {"year": 2025, "start": date(2025, 1, 1)}, "Året börjar 1 januari 2025."),
        (CONTROLS | {"year": 2025, "start": date(2025, 7, 1)}, "Perioden börjar 1 juli 2025."),
        (CONTROLS | {"year": None, "start": date(2025, 1, 1)}, "Perioden börjar 1 januari 2025."),
        (WEEKLY | {"year": 2025, "start": date(2024, 12, 30)}, "Den första veckan börjar 30 december 2024."),
        (WEEKLY | {"year": 2025, "interval": Interval.QUARTER}, "Det första kvartalet börjar 2 januari 2023."),
        (WEEKLY | {"year": 2025, "every": 3}, "Den första perioden börjar 2 januari 2023."),
        (WEEKLY | {"year": None}, "Perioden börjar 2 januari 2023."),
    ],
)
def test_what_has_not_begun_says_when_it_does_with_its_year(row: dict[str, Any], text: str) -> None:
    assert sentence(row | {"state": Standing.NOT_STARTED, "judged_through": date(2022, 10, 15)}).startswith(text)


def test_minutes_are_written_as_hours() -> None:
    patrol = BEHIND | {"minutes": True, "plural": "timmar", "actual": 90, "target": 600, "value": 600, "remaining": 510}
    assert sentence(patrol).startswith(
        "1 tim 30 min av minst 10 tim. Till".replace(" tim", "\u00a0tim").replace(" min ", "\u00a0min ")
    )


def test_a_year_of_a_term_target_is_not_judged_by_itself() -> None:
    visits = CONTROLS | {
        "interval": Interval.TERM,
        "value": 30,
        "target": None,
        "actual": 12,
        "judged_through": date(2025, 2, 1),
    }
    text = "Målet, minst 30 under hela perioden, bedöms inte år för år."
    assert (
        sentence(visits | {"state": Standing.NO_TARGET}) == f"12 trafikkontroller till och med 31 december 2024. {text}"
    )
    assert text in sentence(visits | {"state": Standing.CANNOT_JUDGE})


def test_a_time_before_the_promise_was_followed_accuses_nobody() -> None:
    row = CONTROLS | {
        "state": Standing.CANNOT_JUDGE,
        "judged_through": date(2025, 2, 1),
        "followed_from": date(2025, 1, 15),
    }
    assert sentence(row) == "Löftet följs här från 15 januari 2025, och tiden före det bedöms inte."


def test_a_lower_bound_below_the_target_judges_nobody() -> None:
    published = CONTROLS | {"state": Standing.CANNOT_JUDGE, "actual": 55, "at_least": True}
    over = published | {"judged_through": date(2024, 12, 31)}
    unknown = "det publicerade talet är en undre gräns, så det går inte att säga"
    assert sentence(over) == f"Minst 55 av 80 trafikkontroller; {unknown} om målet nåddes."
    limit = over | {"comparator": Comparator.AT_MOST}
    assert sentence(limit) == f"Minst 55 av högst 80 trafikkontroller; {unknown} om gränsen hölls."
    running = published | {"judged_through": date(2024, 11, 30)}
    assert sentence(running) == f"Minst 55 av 80 trafikkontroller; {unknown} hur mycket som saknas."


def test_what_was_before_the_follow_up_began_is_not_known() -> None:
    row = CONTROLS | {"state": Standing.CANNOT_JUDGE, "actual": 12, "followed_from": date(2024, 10, 1)}
    assert sentence(row | {"judged_through": date(2024, 10, 31)}) == (
        "Följs här från 1 oktober; vad som hände dessförinnan är inte känt. Registrerat: 12 trafikkontroller."
    )
    assert sentence(row | {"judged_through": date(2024, 9, 30), "actual": 0}) == (
        "Läget gäller till och med 30 september, men löftet följs här först från 1 oktober."
    )


@pytest.mark.parametrize(
    ("interval", "every", "text"),
    [
        (Interval.WEEK, 1, "Ingen vecka räknas till 2026, så det finns inget att bedöma."),
        (Interval.WEEK, 3, "Ingen period om tre veckor räknas till 2026, så det finns inget att bedöma."),
        (Interval.QUARTER, 1, "Inget kvartal räknas till 2026, så det finns inget att bedöma."),
    ],
)
@pytest.mark.parametrize("average", [False, True])
def test_a_year_without_an_interval_has_a_target_but_nothing_to_judge(
    interval: Interval, every: int, average: bool, text: str
) -> None:
    row = CONTROLS | {"state": Standing.CANNOT_JUDGE, "year": 2026, "target": None, "value": 1, "interval": interval}
    row |= {"every": every, "average": average, "judged_through": date(2024, 10, 15)}
    assert sentence(row) == text
    assert "minst 1" in target_label(row)
    assert count_label(row) == "0"


def test_a_target_of_two_years_says_how_it_is_judged() -> None:
    row = CONTROLS | {"every": 2, "target": None, "actual": 3, "followed_from": date(2024, 3, 1)}
    assert sentence(row | {"state": Standing.CANNOT_JUDGE, "judged_through": date(2024, 10, 15)}) == (
        "Målet, minst 80 vartannat år, bedöms vartannat år. Registrerat: 3 trafikkontroller."
    )


def test_what_cannot_be_judged_always_has_a_reason() -> None:
    unknown = WEEKLY | {"state": Standing.CANNOT_JUDGE, "actual": 2}
    assert sentence(unknown) == "Uppgifterna räcker inte för en bedömning. Registrerat: 2 tillfällen."


def test_a_dropped_promise_says_since_when_and_asks_for_nothing_more() -> None:
    dropped = BEHIND | {"target": 40, "target_original": 80, "actual": 30, "dropped_from": date(2024, 7, 1)}
    assert sentence(dropped).endswith("11 saknas. Låg i fas till och med 12 september. Avfört från och med 1 juli.")
    kept = sentence(dropped | {"state": Standing.ON_TRACK})
    assert kept.endswith("Till och med 31 oktober väntades 66. Avfört från och med 1 juli.")
    ended = sentence(dropped | {"state": Standing.NOT_REACHED})
    assert ended.endswith("Tiden med detta mål är slut; 10 saknas. Avfört från och med 1 juli.")
    weekly = WEEKLY | {"state": Standing.ON_TRACK, "dropped_from": date(2024, 7, 1)}
    assert sentence(weekly).endswith("Avfört från och med 1 juli 2024.")


def test_a_promise_that_will_be_dropped_is_asked_for_until_then() -> None:
    assert "behövs 25 till" in sentence(BEHIND | {"dropped_from": date(2024, 12, 1)})
    assert "Avfört" not in sentence(BEHIND | {"dropped_from": date(2025, 7, 1)})


def test_a_target_that_was_replaced_ended_before_the_year() -> None:
    row = CONTROLS | {"state": Standing.NOT_REACHED, "target": 40, "last": date(2024, 6, 30)}
    text = "Tiden med detta mål är slut; 40 saknas."
    assert sentence(row | {"judged_through": date(2024, 10, 15)}).endswith(text)
    window = CONTROLS | {"state": Standing.NOT_REACHED, "every": 2, "start": date(2023, 1, 1)}
    assert "Perioden är slut; 80 saknas." in sentence(window | {"judged_through": date(2024, 12, 31)})


def test_a_small_target_with_nothing_booked_is_told_by_when_to_book() -> None:
    row = CONTROLS | {"state": Standing.ON_TRACK, "value": 1, "target": 1, "remaining": 1, "expected_floor": 0}
    row |= {"judged_through": date(2024, 5, 15), "last_safe": date(2024, 12, 30), "book_by": date(2024, 10, 1)}
    assert sentence(row).endswith("Till och med 15 maj väntades 0; boka en dag före 1 oktober.")
    assert "klarar sig till 30 december" in sentence(row | {"planned": 1, "book_by": None})
    assert "klarar sig till 1 juli" in sentence(row | {"target": 2, "last_safe": date(2024, 7, 1)})


def test_a_limit_in_each_week_is_named() -> None:
    limit = WEEKLY | {"state": Standing.ON_TRACK, "comparator": Comparator.AT_MOST, "value": 3, "target": 3}
    assert sentence(limit).startswith("Veckor då löftet hölls, högst 3 per vecka: 88 av 93.")
    quarter = limit | {"interval": Interval.QUARTER, "state": Standing.BEHIND, "held": 3, "completed": 3}
    assert "Gränsen är redan passerad i det kvartal som pågår." in sentence(quarter)


def test_a_promise_followed_from_the_middle_of_the_year_says_so() -> None:
    row = BEHIND | {"followed_from": date(2024, 3, 1)}
    assert sentence(row).endswith("Låg i fas till och med 12 september. Följs här från 1 mars.")
    assert "Låg i fas" not in sentence(row | {"last_safe": date(2024, 1, 4)})


def test_dates_of_a_term_carry_their_year() -> None:
    term = BEHIND | {"year": None, "interval": Interval.TERM}
    assert "Till och med 31 oktober 2024 väntades 66" in sentence(term)


def test_a_pace_is_given_only_while_two_of_its_unit_are_left() -> None:
    late = BEHIND | {"remaining": 2, "missing": 1}
    assert "För 80 behövs 2 till på 1 dag. " in sentence(late | {"days_left": 1})
    assert "För 80 behövs 2 till på 13 dagar. " in sentence(late | {"days_left": 13})
    assert "För 80 behövs 2 till på 14 dagar: 1 i veckan mot" in sentence(late | {"days_left": 14})
    assert "För 80 behövs 2 till på 40 dagar. " in sentence(late | {"days_left": 40})


def test_slow_paces_are_given_by_month_or_not_at_all() -> None:
    monthly = BEHIND | {"target": 12, "remaining": 5, "actual": 7, "missing": 3}
    assert "på 61 dagar: 2,5 i månaden mot hittills 0,7." in sentence(monthly)
    assert "För 2 behövs 1 till på 61 dagar. " in sentence(BEHIND | {"target": 2, "remaining": 1, "actual": 1})


@pytest.mark.parametrize(
    ("today", "text"),
    [
        (date(2024, 3, 20), "+12 i mars"),
        (date(2024, 4, 2), "+12 i mars och april"),
        (date(2024, 5, 2), "+12 i mars–maj"),
        (date(2024, 2, 29), "+12 med senare datum"),
        (None, "+12 efter 29 februari"),
    ],
)
def test_preliminary_figures_name_their_months(today: date | None, text: str) -> None:
    row = BEHIND | {"judged_through": date(2024, 2, 29), "preliminary": 12, "signed": True}
    assert preliminary_label(row, today) == text
    assert f"Preliminärt {text}." in sentence(row, today)
    assert judged_label(row) == "Läge till och med 29 februari, avstämt"


@pytest.mark.parametrize(
    ("through", "text"),
    [
        (date(2024, 2, 29), "+7 i mars–oktober 2024"),
        (date(2023, 10, 31), "+7 i november 2023–oktober 2024"),
        (date(2024, 8, 31), "+7 i september och oktober 2024"),
    ],
)
def test_preliminary_months_of_a_term_name_a_year_once(through: date, text: str) -> None:
    term = BEHIND | {"year": None, "interval": Interval.TERM, "preliminary": 7, "judged_through": through}
    assert preliminary_label(term, date(2024, 10, 15)) == text
