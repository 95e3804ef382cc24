from datetime import date

import pytest

from loftdb.core.model import Comparator, Target
from loftdb.core.periods import Interval
from loftdb.view.texts.targets import interval_phrase, target_phrase

START = date(2023, 1, 1)


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (Target(START, 80, Interval.YEAR), "minst 80 per år"),
        (Target(START, 1, Interval.WEEK, Comparator.EXACTLY), "1 per vecka"),
        (Target(START, 3, Interval.MONTH, Comparator.AT_MOST), "högst 3 per månad"),
        (Target(START, 2, Interval.YEAR, Comparator.RANGE, 4), "2–4 per år"),
        (Target(START, 1, Interval.WEEK, every=3), "minst 1 var tredje vecka"),
        (Target(START, 2, Interval.WEEK, Comparator.EXACTLY, average=True), "i snitt 2 per vecka"),
        (Target(START, 30, Interval.TERM), "minst 30 under hela perioden"),
        (Target(START, None, Interval.YEAR), "Avfört"),
        (Target(START, 1250, Interval.SCHOOL_TERM), "minst 1\u00a0250 per skoltermin"),
    ],
)
def test_a_target_reads_as_the_domain_writes_it(target: Target, text: str) -> None:
    assert target_phrase(target) == text


def test_minutes_are_promised_in_hours() -> None:
    assert target_phrase(Target(START, 90, Interval.MONTH), minutes=True) == "minst 1\u00a0tim 30\u00a0min per månad"


@pytest.mark.parametrize(
    ("interval", "every", "text"),
    [
        (Interval.WEEK, 2, "varannan vecka"),
        (Interval.YEAR, 2, "vartannat år"),
        (Interval.QUARTER, 3, "vart tredje kvartal"),
        (Interval.MONTH, 12, "var tolfte månad"),
        (Interval.WEEK, 13, "var 13:e vecka"),
    ],
)
def test_every_nth_interval_has_its_ordinal(interval: Interval, every: int, text: str) -> None:
    assert interval_phrase(interval, every) == text
