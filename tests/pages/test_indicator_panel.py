"""Figures from elsewhere on Översikt: read by all, entered, mended and taken back by the coordinator."""

from streamlit.testing.v1 import AppTest

from loftdb.view.shell import person_name
from loftdb.view.texts import indicators as words
from tests.pages.conftest import RunPage, html, undisturbed


def fill(app: AppTest, **values: str) -> AppTest:
    names = {"name": words.NAME, "value": words.VALUE, "unit": words.UNIT, "when": words.WHEN, "source": words.SOURCE}
    for field, text in values.items():
        next(each for each in app.text_input if each.label == names[field]).input(text)
    return app


def tap(app: AppTest, label: str) -> AppTest:
    return next(each for each in app.button if each.label == label).click().run()


def test_a_reader_sees_the_values_beside_the_promises_and_no_form(run_page: RunPage) -> None:
    app = run_page("oversikt", kommun="Strömstad", roll=person_name("lasare"))
    assert undisturbed(app)
    assert words.LEAD in html(app)
    assert "77,5\xa0procent" in html(app)
    assert not app.text_input


def test_an_agreement_without_values_says_nothing_of_them(run_page: RunPage) -> None:
    assert words.TITLE not in html(run_page("oversikt", kommun="Grums", roll=person_name("lasare")))


def test_the_coordinator_enters_a_value_and_what_is_refused_stays(run_page: RunPage) -> None:
    app = run_page("oversikt", kommun="Grums")
    app = tap(fill(app, name="Trygga i centrum", value="många", unit="procent", when="2099"), words.SAVE)
    assert [each.value for each in app.error] == [
        "Värde: Skriv ett tal med högst 3 decimaler, som 77,5. Enheten har ett eget fält.",
        "År eller datum: Värdet gäller en tid som inte har varit än. Rätta datumet eller året.",
        "Källa: Fyll i fältet.",
    ]
    app = tap(fill(app, value="61,5", when="2023-11-15", source="Trygghetsmätningen 2023"), words.SAVE)
    assert undisturbed(app)
    assert words.SAVED in html(app)
    assert "61,5\xa0procent" in html(app)
    assert "15 november 2023. Källa: Trygghetsmätningen 2023." in html(app)
    assert {each.value for each in app.text_input} == {""}


def test_a_value_is_mended_and_taken_back(run_page: RunPage) -> None:
    app = run_page("oversikt", kommun="Strömstad")
    which = next(each for each in app.selectbox if each.label == words.WHICH)
    app = which.select_index(1).run()
    app = tap(fill(app, value="78"), words.SAVE_MENDED)
    assert words.MENDED in html(app)
    assert "78\xa0procent" in html(app)
    which = next(each for each in app.selectbox if each.label == words.WHICH)
    app = tap(which.select_index(1).run(), words.WITHDRAW)
    assert "Borttagen: Trygga utomhus i sitt bostadsområde på kvällen 2023: 78\xa0procent." in html(app)
    assert "74\xa0procent" in html(app)


def test_what_somebody_else_has_mended_meanwhile_is_not_written_over(run_page: RunPage) -> None:
    mine, others = (run_page("oversikt", kommun="Strömstad") for _ in range(2))
    mine, others = (
        next(each for each in app.selectbox if each.label == words.WHICH).select_index(1).run()
        for app in (mine, others)
    )
    assert words.MENDED in html(tap(fill(others, value="78"), words.SAVE_MENDED))
    mine = tap(fill(mine, value="79"), words.SAVE_MENDED)
    assert ["Någon annan" in each.value for each in mine.error] == [True]
    assert "78\xa0procent" in html(run_page("oversikt", kommun="Strömstad"))
