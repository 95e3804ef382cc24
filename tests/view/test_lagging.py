"""What a manager reads of a promise that lags: figures, time, chance, reason; and the text to send."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from unittest.mock import Mock

import pytest

from loftdb.core.arrears import Lag, Silent, Stale
from loftdb.core.deviations import Deviation
from loftdb.core.model import (
    Agreement,
    Measure,
    Municipality,
    Party,
    Promise,
    PromiseKind,
    Standing,
    Status,
    StatusUpdate,
)
from loftdb.core.periods import DAY, Interval, Period
from loftdb.view import request
from loftdb.view.lagging import Ways, good_news, lag_item, silent_item, stale_item, told
from tests.view.test_markup import Texts

TODAY = date(2024, 11, 5)
MEASURE = Measure(1, "s/t", "trafikkontroll", "trafikkontroller")
PROMISE = Promise(
    "s/t", 1, "Polisen", "Trafikkontroller", "En mening.", (Party.POLICE,), (), PromiseKind.COUNT, (1486,), (MEASURE,)
)  # fmt: skip
AGREEMENT = Agreement(
    "s", "Medborgarlöfte 2023–2024", Period.through(date(2023, 1, 1), date(2024, 12, 31)), date(2023, 1, 1), "LPO",
    (Municipality(1486, "Strömstad"),), (), "Källa.", (PROMISE,),
)  # fmt: skip
ROW: dict[str, Any] = {
    "title": "Trafikkontroller", "state": Standing.BEHIND, "start": date(2024, 1, 1), "last": date(2024, 12, 31),
    "judged_through": date(2024, 10, 31), "interval": Interval.YEAR, "singular": "trafikkontroll",
    "plural": "trafikkontroller", "promise": "s/t", "measure": "s/t", "parties": (Party.POLICE,), "value": 80,
    "year": 2024, "target": 80, "actual": 55, "expected_floor": 66, "signed": True, "missing": 11, "remaining": 25,
    "days_left": 61, "days_elapsed": 305, "days_total": 366, "last_safe": date(2024, 9, 12), "probability": 0.07,
    "low": 62, "high": 74,
}  # fmt: skip
WEEKLY = ROW | {
    "interval": Interval.WEEK, "value": 1, "target": 1, "held": 5, "completed": 8, "intervals": 52,
    "probability": None, "low": None, "high": None,
}  # fmt: skip
WAYS = Ways(lambda promise, year: f"lofte?{promise}&{year}", lambda lag: "skriv", lambda state: "duty")


def lag(row: dict[str, Any] = ROW, slack: int = 2, spare: int | None = None, written: Deviation | None = None) -> Lag:
    source = Mock(agreement=AGREEMENT, promise=PROMISE)
    missing, start = (3, None) if row is WEEKLY else (11, date(2024, 11, 15))
    return Lag(source, row, missing, 2.9, 1.3, slack, start, date(2024, 9, 12), spare, deviation=written)


def deviation(public: str = "", internal: str = "") -> Deviation:
    return Deviation("s/t", 2024, 1, internal, public, "chef", datetime.fromisoformat("2024-10-01T12:00"))


def text(markup: str) -> str:
    return " ".join(Texts(markup).text.replace("\xa0", " ").split())


def test_a_row_holds_what_is_missing_the_paces_the_time_and_the_chance() -> None:
    shown = text(lag_item(lag(), WAYS, TODAY))
    for part in (
        "Efter", "Strömstad · Polisen · minst 80 per år · 2024", "11 trafikkontroller",
        "i fas till och med 12 september",
        "2,9 i veckan", "hittills 1,3", "2 arbetsveckor", "kan vänta till 15 november 2024", "liten chans (7 %)",
        "i nuvarande takt 62–74 av 80", "55 av minst 80 trafikkontroller.", "Inte skriven än.",
    ):  # fmt: skip
        assert part in shown, part


def test_time_that_is_out_says_since_when_and_what_it_means() -> None:
    shown = text(lag_item(lag(slack=-1), WAYS, TODAY))
    assert "Ingen" in shown
    assert "sedan 15 november krävs tydligt högre takt än den utlovade" in shown


@pytest.mark.parametrize(
    ("spare", "words"),
    [(2, "2 veckor till får missas"), (1, "1 vecka till får missas"), (-3, "missat 3 veckor för mycket")],
)
def test_weeks_are_told_by_how_many_more_may_be_missed(spare: int, words: str) -> None:
    shown = text(lag_item(lag(WEEKLY, spare=spare), WAYS, TODAY))
    assert "".join(words.split()) in "".join(shown.split())
    assert "hittills 5 av 8" in shown


def test_a_promise_on_a_condition_says_it_beside_its_state() -> None:
    given = replace(lag(), source=Mock(agreement=AGREEMENT, promise=replace(PROMISE, conditional="Om det behövs.")))
    assert "Villkorat: Om det behövs." in text(lag_item(given, WAYS, TODAY))
    assert "Villkorat" not in text(lag_item(lag(), WAYS, TODAY))


def test_one_missed_interval_is_told_in_the_singular() -> None:
    assert "1 veckamissad" in text(lag_item(replace(lag(WEEKLY, spare=2), missing=1), WAYS, TODAY))
    quarterly = replace(lag(WEEKLY | {"interval": Interval.QUARTER}, spare=0), missing=1)
    assert "1 kvartalmissat" in text(lag_item(quarterly, WAYS, TODAY))


def test_no_forecast_is_no_number() -> None:
    shown = text(lag_item(lag(ROW | {"probability": None, "low": None, "high": None}), WAYS, TODAY))
    assert "Ingen prognosför lite är känt än" in shown
    unsigned = ROW | {"probability": None, "low": None, "high": None, "signed": False}
    assert "Ingen prognosingen månad är avstämd än" in text(lag_item(lag(unsigned), WAYS, TODAY))
    hours = unsigned | {"minutes": True}
    assert "Ingen prognosgörs inte för löften i timmar" in text(lag_item(lag(hours), WAYS, TODAY))
    hidden = replace(lag(unsigned), source=Mock(agreement=AGREEMENT, promise=replace(PROMISE, sensitive=True)))
    assert "Ingen prognosgörs inte för känsliga löften" in text(lag_item(hidden, WAYS, TODAY))
    late = ROW | {"probability": None, "low": None, "high": None, "expected": 80.0, "expected_floor": 80}
    assert "Ingen prognosallt väntades redan" in text(lag_item(lag(late), WAYS, TODAY))
    assert "%" not in shown


def test_a_joint_hue_never_stands_without_its_word() -> None:
    shown = lag_item(lag(), WAYS, TODAY)
    assert "loft-s-behind" in shown
    assert "Efter" in text(shown)


def test_the_reason_is_told_and_its_internal_part_apart() -> None:
    shown = text(told(deviation("Polisen var omdisponerad.", "Fyra pass i mars.")))
    assert shown == "Avvikelse och orsak: Polisen var omdisponerad.Internt: Fyra pass i mars."
    assert "Text till allmänheten saknas." in text(told(deviation(internal="Fyra pass.")))
    assert text(told(deviation())) == "Avvikelse och orsak: Inte skriven än."


def test_an_accepted_deviation_says_by_whom_and_until_when() -> None:
    accepted = replace(deviation("Väder."), decided_by="kommunstyrelsen", accepted_until=date(2024, 12, 31))
    assert "Väder. Godtagen av kommunstyrelsen, till och med 31 december 2024." in text(told(accepted))
    assert "tills vidare" in text(told(replace(accepted, accepted_until=None)))
    last = date(2024, 12, 31)
    assert "gått ut" not in text(told(accepted, today=last))
    assert "till och med 31 december 2024; den tiden har gått ut." in text(told(accepted, today=last + DAY))


def test_only_those_who_may_write_are_led_there() -> None:
    closed = replace(WAYS, deviation=lambda lag: None)
    assert 'href="skriv"' in lag_item(lag(), WAYS, TODAY)
    assert 'href="skriv"' not in lag_item(lag(), closed, TODAY)
    assert "Ändra avvikelse och orsak" in lag_item(lag(written=deviation("Väder.")), WAYS, TODAY)


def test_who_answers_is_told_or_where_it_is_said() -> None:
    known = replace(PROMISE, function="kommunpolis")
    leading = replace(WAYS, function=lambda promise: f"ange?{promise.id}")
    for ways in (WAYS, leading):
        shown = lag_item(replace(lag(), source=Mock(agreement=AGREEMENT, promise=known)), ways, TODAY)
        assert "Ansvarig funktion: kommunpolis<" in shown
        assert "ange?" not in shown
    assert "Ansvarig funktion: inte angiven<" in lag_item(lag(), WAYS, TODAY)
    assert 'Ansvarig funktion: inte angiven. <a href="ange?s/t"' in lag_item(lag(), leading, TODAY)
    assert "Strömstad · Polisen (kommunpolis)" in text(stale_item(Stale(AGREEMENT, known, None), WAYS))
    asked = request.of_silent(Silent(AGREEMENT, known, MEASURE, None))
    assert "som polisen ansvarar för (ansvarig funktion: kommunpolis)." in asked


def test_quiet_promises_tell_when_something_was_last_said() -> None:
    silent = Silent(AGREEMENT, PROMISE, MEASURE, date(2024, 3, 1))
    assert "Senast 1 mars 2024" in text(silent_item(silent, WAYS))
    assert "Inget registrerat än" in text(silent_item(replace(silent, last=None), WAYS))
    at = datetime.fromisoformat("2024-01-01T12:00")
    update = StatusUpdate("s/t", 1, date(2024, 1, 24), Status.DELAYED, "", "", (), "anna", at)
    assert "Försenat, 24 januari 2024" in text(stale_item(Stale(AGREEMENT, PROMISE, update), WAYS))
    assert "Ingen uppdatering än" in text(stale_item(Stale(AGREEMENT, PROMISE, None), WAYS))


def test_good_news_has_a_mark_and_no_colour_alone() -> None:
    shown = good_news("Inget löfte är efter. De andra är i fas.")
    assert "<svg" in shown
    assert text(shown) == "Inget löfte är efter.De andra är i fas."


def test_the_text_to_send_names_the_promise_and_the_party_and_no_person() -> None:
    written = request.of_lag(lag(written=deviation("Väder.")), TODAY)
    assert written.startswith(
        "Hej!\n\nDet gäller löftet ”Trafikkontroller” (Strömstad, Medborgarlöfte 2023–2024), som polisen ansvarar för."
    )
    assert "Efter: 55 av minst 80 trafikkontroller." in written
    assert "chef" not in written


def test_where_the_text_names_nobody_the_letter_names_nobody() -> None:
    nobody = replace(PROMISE, parties=())
    assert "ansvarar" not in request.of_silent(Silent(AGREEMENT, nobody, MEASURE, None))


def test_what_is_written_is_escaped() -> None:
    shown = lag_item(lag(written=deviation("<script>alert(1)</script>")), WAYS, TODAY)
    assert "<script" not in shown
