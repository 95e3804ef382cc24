"""One promise at a meeting, as it is drawn: the same words as in the papers."""

import re
from dataclasses import replace
from datetime import date, datetime

from loftdb.core.meetings.agenda import agenda
from loftdb.core.meetings.records import Comment
from loftdb.core.meetings.shown import Explanation
from loftdb.core.model import Standing
from loftdb.view.figures import figures
from loftdb.view.meeting_item import comment, earlier, one_of_several, whole_term, why
from loftdb.view.texts import meeting_item as words
from tests.core.building import agreement, period, target
from tests.core.meetings.test_agenda import row, shown


def test_an_acceptance_that_has_run_out_says_so_as_in_the_papers() -> None:
    told = Explanation("a/p", 2024, "Färre pass i höst", "kommunchefen", date(2024, 9, 30))
    drawn = why((told,), date(2024, 10, 8))
    assert (
        "2024: Färre pass i höst. Godtagen av kommunchefen, till och med 30 september 2024; den tiden har gått ut."
        in (re.sub(r"<[^>]+>", "", str(drawn)).replace("\u00a0", " "))
    )
    assert "gått ut" not in str(why((told,), date(2024, 9, 30)))
    assert why((), date(2024, 10, 8)) is None


def test_a_comment_that_may_not_be_read_is_not_said_to_be_missing() -> None:
    promise = agreement(period("2024-01-01", "2024-12-31"), target(80)).promises[0]
    hidden = Comment(1, promise.id, 1, "", "", datetime.fromisoformat("2024-10-15T09:00"))
    assert words.NO_COMMENT in str(comment(None, promise))
    assert words.NO_COMMENT in str(comment(hidden, promise))
    assert words.NO_COMMENT not in str(comment(hidden, replace(promise, sensitive=True)))


def test_the_years_before_are_told_in_the_words_of_the_papers_and_none_of_a_sensitive_promise() -> None:
    found = shown(rows=(row("a/p", Standing.BEHIND), row("a/p", Standing.REACHED, 2023, actual=95)))
    item = next(each for each in agenda(found, ()).items if each.promise.id == "a/p")
    assert re.sub(r"<[^>]+>", "", str(earlier(item, found, 2024))) == "2023: 95 av 80 kontroller, Uppnått."
    assert earlier(item, found, 2023) is None
    assert earlier(replace(item, promise=replace(item.promise, sensitive=True)), found, 2024) is None


def test_of_several_counts_each_is_named_where_its_figure_is_of_intervals() -> None:
    counts = {
        "interval": "quarter",
        "value": 2,
        "target": 2,
        "held_rule": True,
        "held": 1,
        "completed": 3,
        "intervals": 4,
    }
    first, second = (
        figures(row("a/p", Standing.BEHIND, None, number=number, plural=name, **counts))
        for number, name in ((7, "alkoholtillsyner"), (8, "tobakstillsyner"))
    )
    assert "Alkoholtillsyner" in (one_of_several(first) or "")
    assert one_of_several(figures(row("a/p", Standing.BEHIND))) is None
    assert "Hela perioden, tobakstillsyner: 1 av 3 kvartal" in (whole_term([first, second]) or "")
    assert "Hela perioden: 1 av 3 kvartal" in (whole_term([first]) or "")
