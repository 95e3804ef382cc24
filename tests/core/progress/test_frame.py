"""The frame is what it declares."""

from loftdb.core.periods import Interval
from loftdb.core.progress import COLUMNS
from tests.core.building import agreement, on, period, progress, target


def test_the_frame_has_the_declared_columns_and_types() -> None:
    for given in (
        agreement(period("2023-01-01", "2024-12-31"), target(80)),
        agreement(period("2023-01-01", "2024-12-31"), target(1, Interval.WEEK)),
        agreement(period("2023-01-01", "2024-12-31")),
    ):
        frame = progress(given, "2024-03-01", [on("2024-02-01")])
        assert {name: str(kind) for name, kind in frame.dtypes.items()} == COLUMNS
