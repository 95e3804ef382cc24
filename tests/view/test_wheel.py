"""The year as a ring: every kind has a shape of its own, and the list says all that the ring does."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from loftdb.core.council_years import Announced, CouncilYear
from loftdb.core.duties import DutyStage
from loftdb.core.model import ActivityState, Municipality
from loftdb.core.periods import Period
from loftdb.core.schools import SchoolTerm
from loftdb.view.council_year import heading, year
from loftdb.view.wheel import Arc, Mark, Point, Ring, key, wheel
from tests.view.test_duties import state

TODAY = date(2024, 10, 15)


def ring(arcs: list[Arc] | None = None, points: list[Point] | None = None, today: date = TODAY) -> Ring:
    return Ring(2024, [Period(date(2024, 8, 19), date(2024, 12, 21))], arcs or [], points or [], today, "ett år")


def drawn(of: Ring) -> ElementTree.Element:
    return ElementTree.fromstring(wheel(of))


def circles(of: Ring) -> list[tuple[float, float]]:
    return [(float(each.get("cx", "")), float(each.get("cy", ""))) for each in drawn(of).iter("circle")]


def apart(found: list[tuple[float, float]]) -> float:
    return min(((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 for at, (ax, ay) in enumerate(found) for bx, by in found[:at])


def test_twelve_months_by_name_and_the_year_in_the_middle() -> None:
    texts = [each.text for each in drawn(ring()).iter("text")]
    assert texts == ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec", "2024"]


def test_january_is_at_the_top_right_and_july_at_the_bottom_left() -> None:
    place = {each.text: (float(each.get("x", "")), float(each.get("y", ""))) for each in drawn(ring()).iter("text")}
    assert place["jan"][0] > 188 > place["jan"][1]
    assert place["jul"][0] < 188 < place["jul"][1]


def test_a_week_of_offices_in_a_row_do_not_hide_each_other() -> None:
    points = [Point(at, date(2024, 10, at), Mark.BOOKED) for at in (17, 24, 31)]
    assert apart(circles(ring(points=points))) >= 20


def test_meetings_are_squares_and_occasions_circles() -> None:
    marked = ring(points=[Point(1, TODAY, Mark.MEETING), Point(2, date(2024, 5, 2), Mark.HELD)])
    assert len(list(drawn(marked).iter("rect"))) == 1
    assert len(circles(marked)) == 1


def test_two_duties_of_the_same_months_stand_in_two_lanes() -> None:
    autumn = Period(date(2024, 9, 1), date(2024, 12, 1))
    bands = re.findall(r'd="([^"]+)" class="loft-arc', wheel(ring([Arc(1, autumn, DutyStage.PERFORM)] * 2)))
    assert len(set(bands)) == 2


def test_a_window_past_the_new_year_is_drawn_to_its_end() -> None:
    winter = Period(date(2024, 11, 1), date(2025, 2, 1))
    assert "NaN" not in wheel(ring([Arc(1, winter, DutyStage.UPCOMING)]))


@pytest.mark.parametrize(("today", "count"), [(TODAY, 1), (date(2025, 1, 1), 0)])
def test_today_is_pointed_at_in_its_own_year_only(today: date, count: int) -> None:
    assert len(list(drawn(ring(today=today)).iter("polygon"))) == count
    assert ("i dag" in key(ring(today=today))) is bool(count)


def test_the_list_says_all_that_the_ring_does() -> None:
    booked = Announced(7, 1, Period.through(date(2024, 11, 20), date(2024, 11, 20)), ("Vandring",), "Torget",
                       ActivityState.PLANNED)  # fmt: skip
    passed = Announced(8, 1, Period.through(date(2024, 10, 1), date(2024, 10, 1)), ("Möte",), "",
                       ActivityState.PLANNED)  # fmt: skip
    term = SchoolTerm(Period(date(2024, 8, 19), date(2024, 12, 21)), (), "källa", True)
    found = CouncilYear(
        Municipality(1761, "Hammarö"), "BRÅ", Period.year(2024), (state("2024-10-15"),), (date(2024, 3, 5),),
        (booked, passed), (term,),
    )  # fmt: skip
    html = year(found, TODAY, lambda _: "./x")
    said = " ".join(re.sub("<[^>]+>", " ", html[html.index("<ol") :]).split())
    assert said.startswith(
        "1 5 mars 2024 Möte i BRÅ 2 september–november 2024 Uppföljning &lt;hösten&gt; Dags att genomföra "
        "3 1 oktober 2024 Möte Bokat tillfälle, inte avgjort 4 20 november 2024 Vandring Bokat tillfälle · Torget"
    )
    assert "Skolterminer i Hammarö: 19 augusti–20 december 2024 (antagen)." in said
    assert "Årshjul för Hammarö 2024 med 1 uppföljning, 1 möte och 2 annonserade tillfällen." in html
    assert "<h2>Årshjul Hammarö 2024</h2>" in heading(found)


def test_an_empty_year_says_so() -> None:
    empty = CouncilYear(Municipality(1761, "Hammarö"), "BRÅ", Period.year(2024), (), (), (), ())
    assert "Inget är inplanerat det här året." in year(empty, TODAY, lambda _: "./x")
