"""Ansvarig funktion on Löfte: shown where it is known, said by coordinators, never a person."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.view.shell import person_name
from loftdb.view.texts import functions as words
from tests.pages.conftest import RunPage, html, undisturbed

MEETINGS = "stromstad-2023-2024/informationsmoten"


def named(app: AppTest, function: str) -> AppTest:
    """Write the function and save it."""
    next(field for field in app.text_input if field.label == words.NAME).input(function)
    return next(button for button in app.button if button.label == words.SAVE).click().run()


def plain(app: AppTest) -> str:
    return re.sub("<[^>]+>", " ", html(app))


def test_a_coordinator_says_which_function_answers_and_everybody_reads_it(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=MEETINGS, funktion="1", roll=person_name("samordnare-stromstad"))
    assert "loft-arrive" in html(app)
    assert words.SET not in [each.label for each in app.expander]
    app = named(app, "kommunpolis och säkerhetssamordnare")
    assert undisturbed(app)
    shown = plain(app)
    assert words.SAVED in shown
    assert "Ansvarig funktion: kommunpolis och säkerhetssamordnare" in shown
    assert "Ändrat från och med 15 oktober 2024" in shown
    assert words.CHANGE in [each.label for each in app.expander]
    reader = run_page("lofte", lofte=MEETINGS, roll=person_name("lasare"))
    assert "Ansvarig funktion: kommunpolis och säkerhetssamordnare" in plain(reader)


@pytest.mark.parametrize("role", ["lasare", "kommunpolis-stromstad"])
def test_where_nobody_has_said_nothing_is_shown_to_those_who_may_not(run_page: RunPage, role: str) -> None:
    app = run_page("lofte", lofte=MEETINGS, funktion="1", roll=person_name(role))
    assert undisturbed(app)
    assert words.NAME not in html(app)
    assert not [field for field in app.text_input if field.label == words.NAME]


def test_what_is_refused_stays_in_its_field_and_a_name_is_warned_of(run_page: RunPage) -> None:
    app = named(run_page("lofte", lofte=MEETINGS), "kommunpolis 850101-1234")
    assert "personnummer" in app.error[0].value
    assert [field.value for field in app.text_input if field.label == words.NAME] == ["kommunpolis 850101-1234"]
    app = named(app, "kommunpolis Anna Svensson")
    assert not app.error
    assert "”Anna Svensson” ser ut som ett personnamn" in plain(app)
    app = named(app, "")
    assert words.TAKEN_BACK in plain(app)
    assert "Svensson" not in html(app)
