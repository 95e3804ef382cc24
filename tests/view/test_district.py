"""A district's table says of an agreement that does not run today whether it has ended or when it begins."""

from datetime import date
from unittest.mock import Mock

import pytest

from loftdb.core.districts import District, Place
from loftdb.core.model import Agreement, Municipality
from loftdb.core.periods import Period
from loftdb.view.district import Ways, page
from tests.view.test_markup import Texts

TJORN = Municipality(1419, "Tjörn")
AGREEMENT = Agreement(
    "t", "Medborgarlöfte 2025", Period.through(date(2025, 7, 1), date(2025, 12, 31)), date(2025, 7, 1), "LPO",
    (TJORN,), (), "Källa.", (),
)  # fmt: skip


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2025, 6, 30), "Medborgarlöfte 2025, 2025, gäller från 1 juli 2025"),
        (date(2025, 7, 1), "Medborgarlöfte 2025, 2025"),
        (date(2025, 12, 31), "Medborgarlöfte 2025, 2025"),
        (date(2026, 1, 1), "Medborgarlöfte 2025, 2025, avslutat"),
    ],
)
def test_an_agreement_that_does_not_run_says_when_it_did_or_will(today: date, said: str) -> None:
    place = Place(TJORN, AGREEMENT, 2025, [], 1, {}, None)
    ways = Ways(lambda _: "oversikt", Mock(return_value="duty"), Mock(return_value="lofte"))
    shown = Texts(page(District("LPO", (place,), (), ()), ways, today)).text
    assert f"{said}1" in shown.replace("\n", "")
