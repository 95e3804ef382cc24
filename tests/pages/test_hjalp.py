"""Hjälp: the judgement in plain words, from the thresholds in force."""

from loftdb.core.model import Thresholds
from loftdb.view.guide import sections
from tests.pages.conftest import RunPage, html, undisturbed


def test_the_help_page_says_how_laege_is_computed(run_page: RunPage) -> None:
    app = run_page("hjalp")
    assert undisturbed(app)
    for part in ("1,3 gånger takten hittills", "90\u00a0%", "Kan inte bedömas", "Månadsblad"):
        assert part in html(app), part


def test_each_part_is_reached_from_the_top(run_page: RunPage) -> None:
    app = run_page("hjalp")
    for heading in app.header:
        assert f"(#{heading.anchor})" in html(app)
    assert len(app.header) == len(sections(Thresholds()))
