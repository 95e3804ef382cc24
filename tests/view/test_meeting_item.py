"""One promise at a meeting, as it is drawn: the same words as in the papers."""

import re
from datetime import date

from loftdb.core.meetings.shown import Explanation
from loftdb.view.meeting_item import why


def test_an_acceptance_that_has_run_out_says_so_as_in_the_papers() -> None:
    told = Explanation("a/p", 2024, "Färre pass i höst", "kommunchefen", date(2024, 9, 30))
    drawn = why((told,), date(2024, 10, 8))
    assert (
        "2024: Färre pass i höst. Godtagen av kommunchefen, till och med 30 september 2024; den tiden har gått ut."
        in (re.sub(r"<[^>]+>", "", str(drawn)).replace("\u00a0", " "))
    )
    assert "gått ut" not in str(why((told,), date(2024, 9, 30)))
    assert why((), date(2024, 10, 8)) is None
