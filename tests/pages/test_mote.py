"""BRÅ-möte: the council's meetings, one of them, and the state that it shows."""

import re

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunPage, html, undisturbed


def plain(app: AppTest) -> str:
    return re.sub("<[^>]+>", " ", html(app))


def test_the_municipality_with_a_meeting_ahead_is_shown_first(run_page: RunPage) -> None:
    app = run_page("mote")
    assert undisturbed(app)
    shown = plain(app)
    assert "12 juni 2024" in shown
    assert "15 oktober 2024" in shown


def test_a_meeting_begins_with_what_lags_and_folds_the_rest(run_page: RunPage) -> None:
    app = run_page("mote", mote="2")
    assert undisturbed(app)
    shown = plain(app)
    assert "fryst 8 oktober 2024 kl. 9.05 svensk tid" in shown
    assert shown.index("Släpar efter (2)") < shown.index("Ingen uppdatering på länge") < shown.index("Övriga löften")
