"""Seasons in words: one sentence says which holds and why the line bends; an effect is told before it is saved."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from loftdb.core.model import Measure, Season, SeasonKind, Standing
from loftdb.core.season_choice import SeasonVersion
from loftdb.view.seasons import Bent, about, chart, chart_text, effects, why

TODAY = date(2024, 10, 15)
CONTROLS = Measure(1, "m", "kontroll", "kontroller")
POINTS = ((date(2023, 12, 31), 0.0), (date(2024, 8, 31), 53.3), (date(2024, 12, 31), 80.0))
BENT = Bent(
    2024, date(2024, 8, 31), (POINTS, (POINTS[0], (POINTS[1][0], 46.9), POINTS[2])), (53.3, 46.9),
    (Standing.BEHIND, Standing.SLIGHTLY_BEHIND),
)  # fmt: skip


@pytest.mark.parametrize(
    ("season", "said"),
    [
        (Season(), "Förväntat stiger lika mycket varje dag."),
        (
            Season(SeasonKind.SCHOOL_DAYS),
            "Förväntat följer skoldagarna i Åmål: linjen stiger när skolan har öppet och ligger stilla på loven.",
        ),
        (
            Season(SeasonKind.MONTHS, months=(1, 1, 1, 1, 3, 3, 0, 1, 1, 1, 1, 1)),
            "Förväntat följer månadernas andelar. Mest väntas i maj och juni, inget i juli.",
        ),
        (
            Season(SeasonKind.DATES, dates=(date(2024, 5, 2), date(2024, 11, 13))),
            "Förväntat följer 2 bokade datum: linjen stiger när ett datum har passerat. Nästa är 13 november 2024.",
        ),
    ],
)
def test_one_sentence_says_why_the_line_bends(season: Season, said: str) -> None:
    assert why(season, "Åmål", TODAY) == said


def test_every_choice_is_shown_with_the_day_it_was_made_and_nobody_s_name() -> None:
    made = SeasonVersion(
        Season(SeasonKind.MONTHS, months=(1,) * 12), 1, "någon", datetime.fromisoformat("2023-01-18T23:30")
    )
    html = about(made.season, "Åmål", TODAY, [made])
    assert "Ändrat från och med 19 januari 2023: Egna månadsandelar (1, 1, 1" in html
    assert "någon" not in html


def test_an_effect_tells_numbers_and_laege() -> None:
    html = effects([BENT], CONTROLS)
    assert "53 blir 46 kontroller förväntade till och med 31 augusti 2024." in html
    assert "Läget ändras från Efter till Något efter." in html


def test_no_effect_is_said_too() -> None:
    same = replace(BENT, expected=(53.3, 53.9), states=(Standing.BEHIND,) * 2)
    assert not same.is_changed
    assert "53 väntas till och med 31 augusti 2024, som nu. Läget är oförändrat: Efter." in effects([same], CONTROLS)


def test_the_chart_tells_both_lines_apart_by_dash_and_says_the_same_in_words() -> None:
    now, then = chart(BENT).data
    assert (now.name, now.line.dash) == ("Förväntat nu", "dash")
    assert (then.name, then.line.dash) == ("Förväntat efter ändringen", "solid")
    assert chart(BENT).layout.xaxis.ticktext[:2] == ("jan<br>2024", "feb")
    assert chart_text(BENT, CONTROLS) == (
        "Diagram över förväntade kontroller: till och med 31 augusti 2024 53 som det är nu och 46 efter ändringen."
    )
