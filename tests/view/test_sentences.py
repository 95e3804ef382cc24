"""What a row says: its number, what was expected, what is missing and what is left."""

from collections.abc import Iterator
from datetime import date

import pandas
import pytest

from loftdb.core.model import Comparator, Standing
from loftdb.core.periods import Interval
from loftdb.view.figures import Figures, figures
from loftdb.view.sentences import count_label, judged_label, sentence, target_label
from tests.view.sentence_rows import BEHIND, CONTROLS, WEEKLY


def test_a_row_behind_reads_as_the_domain_writes_it() -> None:
    assert sentence(BEHIND) == (
        "55 av minst 80 trafikkontroller. Till och med 31 oktober väntades 66; 11 saknas. För 80 behövs 25 till på "
        "61 dagar: 2,9 i veckan mot hittills 1,3. Låg i fas till och med 12 september."
    )


def test_a_row_ahead_reads_as_the_domain_writes_it() -> None:
    ahead = CONTROLS | {
        "state": Standing.ON_TRACK,
        "actual": 62,
        "judged_through": date(2024, 9, 30),
        "expected_floor": 59,
        "remaining": 18,
        "last_safe": date(2024, 10, 14),
    }
    assert sentence(ahead) == (
        "62 av minst 80 trafikkontroller. Till och med 30 september väntades 59; "
        "löftet klarar sig till 14 oktober utan ny insats."
    )


def test_held_weeks_read_as_the_domain_writes_them() -> None:
    assert sentence(WEEKLY | {"state": Standing.ON_TRACK}) == (
        "Veckor då löftet hölls: 88 av 93. 5 veckor missade; alla veckor kan inte längre hållas. "
        "Längsta uppehållet är 2 veckor. 63 veckor återstår."
    )


def test_the_first_missed_week_is_one_week() -> None:
    text = sentence(WEEKLY | {"state": Standing.ON_TRACK, "held": 92, "longest_gap": 1})
    assert "1 vecka missad; alla veckor kan inte längre hållas. 63" in text


def test_no_week_completed_is_said() -> None:
    text = sentence(WEEKLY | {"state": Standing.ON_TRACK, "held": 0, "completed": 0, "longest_gap": 0})
    assert text == "Ingen vecka är avslutad än. 156 veckor återstår."


def test_a_year_that_is_over_has_nothing_more_to_lose() -> None:
    over = WEEKLY | {"state": Standing.NOT_REACHED, "held": 154, "completed": 156, "longest_gap": 1}
    assert sentence(over) == "Veckor då löftet hölls: 154 av 156. 2 veckor missade."


def test_the_count_of_held_weeks_is_of_completed_ones() -> None:
    assert count_label(WEEKLY | {"state": Standing.ON_TRACK}) == "88 av 93 veckor"
    assert count_label(WEEKLY | {"state": Standing.NOT_STARTED, "held": 0, "completed": 0}) == "0 avslutade veckor"


def test_all_weeks_held_is_said() -> None:
    held = WEEKLY | {"state": Standing.REACHED, "held": 156, "completed": 156, "longest_gap": 0}
    assert sentence(held) == "Veckor då löftet hölls: 156 av 156. Löftet hölls alla veckor."


def test_a_lagging_quarter_explains_a_row_whose_quarters_were_all_held() -> None:
    quarter = WEEKLY | {"interval": Interval.QUARTER, "state": Standing.BEHIND, "held": 3, "completed": 3}
    assert "Det kvartal som pågår ligger efter." in sentence(quarter | {"intervals": 4})


def test_windows_of_three_weeks_are_named() -> None:
    windows = WEEKLY | {"every": 3, "state": Standing.ON_TRACK, "held": 5, "completed": 6, "intervals": 17}
    assert sentence(windows).startswith("Perioder om tre veckor då löftet hölls: 5 av 6. 1 period missad;")


def test_over_delivery_is_shown_and_never_capped() -> None:
    meetings = CONTROLS | {
        "singular": "informationsmöte",
        "plural": "informationsmöten",
        "comparator": Comparator.EXACTLY,
        "state": Standing.REACHED,
        "value": 2,
        "target": 2,
        "actual": 3,
        "judged_through": date(2024, 12, 31),
    }
    assert sentence(meetings) == "3 av 2 informationsmöten. Måltalet uppnått, 1 över målet."
    assert count_label(meetings) == "3 av 2"


def test_a_year_that_ended_short_says_how_much_was_missing() -> None:
    ended = CONTROLS | {"state": Standing.NOT_REACHED, "actual": 70, "judged_through": date(2024, 12, 31)}
    assert sentence(ended) == "70 av minst 80 trafikkontroller. Året är slut; 10 saknas."


def test_a_small_target_with_nothing_booked_says_so() -> None:
    conference = CONTROLS | {
        "singular": "digital konferens",
        "plural": "digitala konferenser",
        "comparator": Comparator.EXACTLY,
        "state": Standing.SLIGHTLY_BEHIND,
        "value": 1,
        "target": 1,
        "unbooked": True,
        "days_left": 77,
        "judged_through": date(2024, 10, 15),
    }
    assert sentence(conference) == "0 av 1 digital konferens. Ingen dag bokad och 77 dagar kvar."


def test_a_partial_year_shows_both_numbers() -> None:
    half = CONTROLS | {
        "state": Standing.NOT_STARTED,
        "year": 2023,
        "comparator": Comparator.EXACTLY,
        "start": date(2023, 7, 1),
        "last": date(2023, 12, 31),
        "target": 40,
        "target_original": 80,
        "days_total": 184,
        "judged_through": date(2023, 6, 1),
    }
    assert "Mål 40 (80 per år, omräknat till 184 av 365 dagar)" in sentence(half)
    assert target_label(half) == "40 (80 per år, omräknat till 184 av 365 dagar)"


def test_a_revised_year_shows_both_numbers() -> None:
    revised = BEHIND | {"target": 50, "target_original": 40, "value": 40}
    assert "Mål 50 (från början 40 per år, ändrat och omräknat efter dagar)." in sentence(revised)


def test_at_most_is_a_limit() -> None:
    limit = CONTROLS | {"comparator": Comparator.AT_MOST, "value": 3, "target": 3, "judged_through": date(2024, 6, 30)}
    kept = sentence(limit | {"state": Standing.ON_TRACK, "actual": 2})
    assert kept == "2 av högst 3 trafikkontroller. 1 kvar till gränsen den 30 juni."
    assert "Gränsen är överskriden med 1." in sentence(limit | {"state": Standing.NOT_REACHED, "actual": 4})
    assert "Året är slut och gränsen hölls." in sentence(limit | {"state": Standing.REACHED, "actual": 3})


def test_a_range_is_written_with_both_ends() -> None:
    row = CONTROLS | {"comparator": Comparator.RANGE, "value": 2, "target": 2, "value_max": 4, "actual": 3}
    assert sentence(row | {"state": Standing.REACHED, "judged_through": date(2024, 6, 30)}) == (
        "3 av 2–4 trafikkontroller. Måltalet uppnått."
    )
    assert target_label(row | {"state": Standing.REACHED, "judged_through": date(2024, 6, 30)}) == "2–4 per år"


def test_an_estimate_reads_ca_and_a_lower_bound_minst() -> None:
    visits = CONTROLS | {
        "state": Standing.NO_TARGET,
        "target": None,
        "value": None,
        "judged_through": date(2024, 12, 31),
    }
    assert sentence(visits | {"actual": 15, "estimated": True}) == (
        "Ca 15 trafikkontroller till och med 31 december. Inget måltal."
    )
    assert count_label(visits | {"actual": 15, "estimated": True}) == "ca 15"
    assert count_label(visits | {"actual": 55, "at_least": True}) == "minst 55"
    assert sentence(BEHIND | {"at_least": True}).startswith("Minst 55 av 80 trafikkontroller.")


def test_planned_occasions_are_told_apart() -> None:
    assert "Planerat, räknas inte än: 3." in sentence(BEHIND | {"planned": 3})


def test_a_row_of_a_frame_reads_like_a_mapping() -> None:
    frame = pandas.DataFrame([BEHIND | {"held": None, "year": 2024}, WEEKLY | {"state": Standing.ON_TRACK}])
    frame = frame.astype(
        {"held": "Int64", "year": "Int64", "start": "datetime64[s]", "judged_through": "datetime64[s]"}
    )
    first, second = frame.itertuples(index=False)
    assert sentence(first) == sentence(BEHIND)
    assert sentence(second) == sentence(WEEKLY | {"state": Standing.ON_TRACK})
    assert figures(second).year is None


def every_form() -> Iterator[Figures]:
    for state in Standing:
        for interval in [None, *Interval]:
            for year in (None, 2024):
                row = {**BEHIND, "state": state, "interval": interval, "year": year}
                yield figures(row | {"target": None, "value": None} if interval is None else row)
                yield figures({**WEEKLY, "state": state, "interval": interval or Interval.WEEK, "year": year})


@pytest.mark.parametrize("row", list(every_form()))
def test_every_form_is_whole_sentences(row: Figures) -> None:
    text = sentence(row)
    assert text[0].isupper() or text[0].isdigit()
    assert text.endswith(".")
    assert "None" not in text
    assert "  " not in text


def test_what_is_left_tells_from_which_passed_day_it_is_reckoned() -> None:
    assert "25 till på 61 dagar, räknat från 31 oktober: 2,9 i veckan" in sentence(BEHIND, date(2024, 11, 20))
    assert "räknat från" not in sentence(BEHIND, date(2024, 10, 31))


def test_an_unsigned_count_of_nothing_is_no_zero() -> None:
    row = CONTROLS | {"state": Standing.NO_TARGET, "judged_through": date(2024, 10, 31), "value": None, "target": None}
    assert count_label(row) == "Uppgift saknas"
    assert sentence(row).startswith("Uppgift saknas: inga trafikkontroller är registrerade")
    assert count_label(row | {"signed": True}) == "0"
    assert count_label(row | {"signed": True, "followed_from": date(2025, 1, 1)}) == "–"


def test_an_ended_year_is_judged_to_its_end() -> None:
    row = CONTROLS | {"state": Standing.NOT_REACHED, "actual": 3, "judged_through": date(2026, 11, 22)}
    assert judged_label(row) == "Läge till och med 31 december, inte avstämt"
