"""The limits of the judgement by name."""

from dataclasses import fields

import pytest

from loftdb.core.model import Thresholds
from loftdb.view.texts.thresholds import limit


@pytest.mark.parametrize("name", [each.name for each in fields(Thresholds)])
def test_every_limit_has_a_name_of_its_own(name: str) -> None:
    called, before, after = limit(name, 75, 90)
    assert name not in called
    assert before != after


def test_a_limit_is_written_as_the_rules_write_it() -> None:
    assert limit("pace_excess", 130, 150)[1:] == ("1,3 gånger", "1,5 gånger")
    assert limit("late_share", 25, 30)[1:] == ("25\N{NO-BREAK SPACE}%", "30\N{NO-BREAK SPACE}%")
    assert limit("missing_for_behind", 2, 3)[1:] == ("2", "3")
