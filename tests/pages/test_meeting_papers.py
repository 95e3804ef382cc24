"""The documents on *BRÅ-möte*: what is stored can be had, and a draft while the meeting is open."""

from loftdb.view.texts import meeting_papers as words
from tests.pages.conftest import RunPage, html, undisturbed


def test_of_a_meeting_that_was_sent_the_state_is_had_and_a_draft_of_the_notes(run_page: RunPage) -> None:
    app = run_page("mote", mote="2")
    names = [each.label for each in app.get("download_button")]
    assert names == ["Hämta läget inför mötet (PDF)"]
    assert "sparat 8 oktober 2024 kl. 9.05 svensk tid" in html(app)
    app.button(key="papers-draft").click().run()
    assert undisturbed(app)
    assert [each.value for each in app.success] == [words.READY]
    assert "Utkast. Mötet är inte avslutat, så det som står här kan ändras." in html(app)


def test_of_a_closed_meeting_everything_is_had_and_there_is_no_draft(run_page: RunPage) -> None:
    app = run_page("mote", mote="1")
    assert undisturbed(app)
    assert [each.label for each in app.get("download_button")] == [
        "Hämta läget inför mötet (PDF)",
        "Hämta underlaget till minnesanteckningar (PDF)",
        "Hämta underlaget som text",
    ]
    assert "Bedömning 2023: Delvis uppfyllt. Motivering: Hösten gick till trafiken, sommaren höll." in html(app)
    assert "papers-draft" not in [each.key for each in app.button]
