"""Ändra löftet: a coordinator changes a promise during the term, sees the effect first, and the old stays."""

import re
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.actions.context import Context
from loftdb.actions.register import find_promise
from loftdb.actions.setup import LOCAL_USER
from loftdb.core.amendments import Kind
from loftdb.core.periods import Interval
from loftdb.ui.session import database
from loftdb.view.shell import person_name
from loftdb.view.texts import revision as words
from tests.pages.conftest import RunPage, html, undisturbed

AGREEMENT = "stromstad-2023-2024"
CONTROLS, PATROLS = f"{AGREEMENT}/trafikkontroller", f"{AGREEMENT}/fot-och-cykelpatruller"
VISITS = f"{AGREEMENT}/skol-och-fritidsgardsbesok"
TAVERNS = f"{AGREEMENT}/krogar-mot-knark"
OFFICE = "forshaga-2023-2025/lokalt-poliskontor"
JULY = date(2024, 7, 1)


def plain(app: AppTest) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html(app))).replace("\xa0", " ")


def effect(app: AppTest) -> str:
    return plain(app).partition(words.EFFECT)[2]


def field(fields: Any, label: str) -> Any:
    return next(each for each in fields if each.label == label)


def choose(app: AppTest, kind: Kind) -> AppTest:
    return field(app.radio, words.KIND).set_value(kind).run()


def since(app: AppTest, day: date, label: str = words.SINCE) -> AppTest:
    return field(app.date_input, label).set_value(day).run()


def save(app: AppTest, decision: str = "KS 2024-06-12, § 80", reason: str = "Fler besökare.") -> AppTest:
    field(app.text_input, words.DECISION).set_value(decision)
    field(app.text_area, words.REASON).set_value(reason)
    return field(app.button, words.SAVE).click().run()


def context() -> Context:
    opened = database()
    assert opened.clock is not None
    return Context(opened, LOCAL_USER, opened.clock)


def test_forty_a_year_becomes_sixty_from_july_which_is_fifty_of_2024(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=PATROLS, ar="2024")
    assert words.NOTHING_YET in [each.value for each in app.caption]
    app = since(app, JULY)
    app = field(app.number_input, words.VALUE).set_value(60).run()
    assert undisturbed(app)
    shown = effect(app)
    assert "2024 Mål 45 → 50 Förväntat till och med 31 augusti 28 → 30 Utfall 30 Läge I fas" in shown
    assert "minst 40 per år till och med 30 juni, minst 60 per år från och med 1 juli." in shown
    assert [each.value for each in find_promise(context(), PATROLS)[1].measures[0].targets] == [40, 50]
    app = save(app)
    assert [each.value for each in app.success] == [words.saved(Kind.TARGET)]
    shown = plain(app)
    assert "30 av 50 fot- eller cykelpatruller" in shown
    assert "Ändrat från och med 1 juli 2024 Beslut: KS 2024-06-12, § 80. Fler besökare." in shown
    assert "minst 40 per år (fot- eller cykelpatruller)" in shown
    assert field(app.text_input, words.DECISION).value == ""


def test_what_is_wrong_is_told_at_once_and_nothing_that_was_written_is_lost(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=CONTROLS)
    app = field(app.number_input, words.VALUE).set_value(60).run()
    app = since(app, date(2025, 3, 1))
    [said] = [each.value for each in app.warning]
    assert said.startswith("1 mars 2025 ligger utanför perioden 1 januari 2023–31 december 2024.")
    app = save(app, decision="", reason="Ring 070-123 45 67.")
    errors = [each.value for each in app.error]
    assert errors[0] == "Skriv vilket beslut ändringen bygger på."
    assert "telefonnummer" in errors[1]
    assert errors[2] == said
    assert field(app.text_area, words.REASON).value == "Ring 070-123 45 67."
    assert field(app.number_input, words.VALUE).value == 60
    app = save(since(app, JULY))
    assert [each.value for each in app.success] == [words.saved(Kind.TARGET)]


def test_a_form_that_nobody_has_changed_warns_of_nothing_but_saves_nothing(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=CONTROLS)
    assert undisturbed(app)
    app = save(app)
    assert [each.value for each in app.error] == ["Inget är ändrat. Ändra något, eller avbryt."]


def test_new_words_leave_the_old_to_be_read(run_page: RunPage) -> None:
    app = choose(run_page("lofte", lofte=TAVERNS), Kind.WORDING)
    field(app.text_area, words.WORDING).set_value("Minst tio krogar deltar.")
    app = field(app.text_area, words.SUMMARY).set_value("Tio krogar deltar.").run()
    assert words.NO_NUMBERS in effect(app)
    assert "Nu: Minst tio krogar deltar." in effect(app)
    app = save(since(app, JULY))
    shown = plain(app)
    assert "Ändrat från och med 1 juli 2024" in shown
    assert "Förut: " in shown
    assert "Så står det i medborgarlöftet Minst tio krogar deltar." in shown


def test_a_dropped_promise_says_so_asks_for_its_reason_and_is_changed_no_more(run_page: RunPage) -> None:
    app = since(choose(run_page("lofte", lofte=CONTROLS, ar="2024"), Kind.DROPPED), JULY)
    assert "Löftet avförs från och med 1 juli 2024." in effect(app)
    assert "2024 Mål 80 → 40" in effect(app)
    assert "2023" not in effect(app).partition("Omräknat")[0]
    app = save(app)
    assert "Avfört från och med 1 juli 2024 Beslut: KS 2024-06-12, § 80. Fler besökare." in plain(app)
    assert "Skriv avvikelse och orsak" in plain(app)
    assert field(app.radio, words.KIND).options == [words.kind_name(Kind.PROLONGED)]


def test_an_agreement_goes_on_and_every_promise_says_until_when(run_page: RunPage) -> None:
    app = choose(run_page("lofte", lofte=CONTROLS), Kind.PROLONGED)
    app = since(app, date(2024, 6, 30), words.LAST)
    assert "Medborgarlöftet slutar redan 31 december 2024." in app.warning[0].value
    app = since(app, date(2025, 12, 31), words.LAST)
    assert "Medborgarlöftets 21 löften gäller till och med 31 december 2025." in effect(app)
    assert "2025 läggs till: Trafikkontroller (minst 80 per år), " in effect(app)
    app = save(app)
    assert "Förlängt till 31 december 2025" in plain(app)
    shown = plain(run_page("lofte", lofte=VISITS))
    assert "Förlängt till 31 december 2025 Beslut: KS 2024-06-12, § 80. Fler besökare." in shown
    assert "Förut: 31 december 2024" in shown


def test_a_number_without_a_period_is_settled_by_one(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=VISITS)
    assert "Den andra läsningen" in plain(app)
    app = since(app, date(2024, 1, 1))
    app = field(app.selectbox, words.PER).set_value(Interval.YEAR).run()
    assert "2024" in effect(app)
    assert "Den andra läsningen" not in plain(save(app))


def test_weeks_are_changed_too(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=OFFICE, ar="2024")
    app = field(app.number_input, words.VALUE).set_value(2).run()
    assert undisturbed(app)
    assert "Från och med 15 oktober 2024 gäller 2 per vecka." in effect(app)
    assert "2025 Mål 1 per vecka → 2 per vecka" in effect(app)
    assert undisturbed(save(app))


@pytest.mark.parametrize("role", ["lasare", "kommunpolis-stromstad", "handlaggare-stromstad"])
def test_only_who_edits_agreements_may_change_it(run_page: RunPage, role: str) -> None:
    app = run_page("lofte", lofte=PATROLS, roll=person_name(role))
    assert words.CHANGE not in [each.label for each in app.expander]
    assert "Ändrat från och med 1 juli 2024" in plain(app)
