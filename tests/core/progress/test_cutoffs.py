"""Through which day a promise is judged (rules 7 and 18)."""

from datetime import date

import pytest

from loftdb.core.model import Party
from loftdb.core.progress import Cutoffs
from tests.core.building import HOME, agreement, judged, on, period, signed, target

YEARS = period("2023-01-01", "2024-12-31")
EIGHTY = agreement(YEARS, target(80))


def test_a_promise_is_judged_to_the_last_signed_off_month() -> None:
    row = judged(
        EIGHTY, "2024-03-20", on("2024-02-10", 12), on("2024-03-10", 5), year=2024, picked=False,
        sign_offs=[signed("2024-01"), signed("2024-02")],
    )  # fmt: skip
    assert (str(row["judged_through"].date()), row["signed"]) == ("2024-02-29", True)
    assert (row["actual"], row["preliminary"]) == (12, 5)


def test_a_gap_stops_the_judgement_until_it_is_signed() -> None:
    months = ("2023-12", "2024-01", "2024-03", "2024-04")
    signs = [signed(month) for month in months]
    assert Cutoffs(signs, date(2024, 6, 1)).of(EIGHTY, EIGHTY.promises[0]).through == date(2024, 1, 31)
    closed = [*signs, signed("2024-02")]
    assert Cutoffs(closed, date(2024, 6, 1)).of(EIGHTY, EIGHTY.promises[0]).through == date(2024, 4, 30)


def test_before_any_sign_off_it_is_judged_to_today() -> None:
    row = judged(EIGHTY, "2024-03-20", on("2024-03-10", 5), year=2024, picked=False)
    assert (str(row["judged_through"].date()), row["actual"], row["signed"]) == ("2024-03-20", 5, False)


def test_a_picked_day_wins_over_the_sign_off() -> None:
    row = judged(EIGHTY, "2024-03-20", on("2024-03-21", 5), year=2024, sign_offs=[signed("2024-02")])
    assert (str(row["judged_through"].date()), row["actual"], row["preliminary"]) == ("2024-03-20", 0, 0)


@pytest.mark.parametrize(("day", "signed_off"), [("2024-02-10", True), ("2024-02-29", True), ("2024-03-01", False)])
def test_a_picked_day_is_signed_off_with_its_month(day: str, signed_off: bool) -> None:
    signs = [signed("2024-01"), signed("2024-02")]
    picked = Cutoffs(signs, date(2024, 5, 1), date.fromisoformat(day))
    assert picked.of(EIGHTY, EIGHTY.promises[0]).signed is signed_off


def test_the_party_that_has_signed_the_least_decides_for_a_shared_promise() -> None:
    shared = agreement(YEARS, target(80), parties=(Party.POLICE, Party.MUNICIPALITY))
    signs = [signed("2024-03"), signed("2024-02", Party.MUNICIPALITY)]
    assert Cutoffs(signs, date(2024, 5, 1)).of(shared, shared.promises[0]).through == date(2024, 2, 29)
    assert Cutoffs(signs[:1], date(2024, 5, 1)).of(shared, shared.promises[0]).through == date(2024, 3, 31)


def test_another_partys_sign_off_says_nothing() -> None:
    signs = [signed("2024-02", Party.MUNICIPALITY)]
    assert Cutoffs(signs, date(2024, 5, 1)).of(EIGHTY, EIGHTY.promises[0]).through == date(2024, 5, 1)


def test_months_signed_before_the_agreement_say_nothing_of_it() -> None:
    assert not Cutoffs([signed("2022-12")], date(2023, 1, 20)).of(EIGHTY, EIGHTY.promises[0]).signed


def test_a_month_unsigned_fifteen_days_after_its_end_is_unreported() -> None:
    months = Cutoffs([signed("2024-01")], date(2024, 4, 15)).unreported(EIGHTY, HOME.code, Party.POLICE)
    assert months[-2:] == [date(2024, 2, 1), date(2024, 3, 1)]
    assert len(months) == 14
    assert date(2024, 3, 1) not in Cutoffs([], date(2024, 4, 14)).unreported(EIGHTY, HOME.code, Party.POLICE)
