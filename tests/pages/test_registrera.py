"""Registrera: one activity, saved once, told at once, taken back with one tap."""

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.core.model import ActivityState, Reason
from loftdb.view.shell import person_name
from loftdb.view.texts import logging_form as words
from tests.pages.conftest import RunPage, html, undisturbed

POLICE = person_name("kommunpolis-stromstad")
CONTROLS = "stromstad-2023-2024/trafikkontroller"
PATROLS = "stromstad-2023-2024/fot-och-cykelpatruller"


def field(app: AppTest, kind: str, label: str):  # type: ignore[no-untyped-def]
    return next(each for each in getattr(app, kind) if each.label == label)


def said(app: AppTest) -> str:
    """Return what the live regions say, as plain text."""
    regions = (each.value for each in app.markdown if "loft-receipt" in each.value)
    return re.sub("<[^>]+>", " ", " ".join(regions)).replace("\xa0", " ")


def save(app: AppTest) -> AppTest:
    return field(app, "button", words.SAVE).click().run()


def test_the_page_begins_with_chips_today_and_nothing_saved(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE)
    assert undisturbed(app)
    chips = field(app, "button_group", words.PROMISE)
    assert 2 <= len(chips.options) <= 6
    assert chips.value in (None, [])
    assert str(field(app, "date_input", words.DAY).value) == "2024-10-15"
    assert "Tisdag 15 oktober, v.\xa042" in [each.value for each in app.caption]
    assert said(app).strip() == ""


def test_there_are_at_most_eight_fields(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte=CONTROLS)
    field(app, "button_group", words.STATE).set_value(ActivityState.CANCELLED).run()
    kinds = "button_group", "number_input", "date_input", "text_input", "selectbox", "multiselect", "text_area"
    fields = [each.label for kind in kinds for each in getattr(app, kind) if each.key != "roll"]
    assert len(fields) == 8, fields


def test_saving_shows_what_was_saved_and_the_new_standing(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte=CONTROLS)
    field(app, "number_input", words.COUNT).set_value(2).run()
    save(app)
    assert undisturbed(app)
    assert "Sparat: 2 trafikkontroller, Strömstad, tisdag 15 oktober 2024, v. 42." in said(app)
    assert "42 av 80, +11 i september och oktober" in said(app)
    assert "svg" in html(app)
    assert field(app, "button_group", words.PROMISE).value in (None, [])
    assert field(app, "number_input", words.COUNT).value == 1


def test_a_second_tap_saves_nothing_more_and_says_so(run_page: RunPage) -> None:
    app = save(run_page("registrera", roll=POLICE, lofte=CONTROLS))
    save(app)
    assert not app.error
    assert [each.value for each in app.info] == [words.ALREADY_SAVED]
    assert "+10 i september" in said(app)


def test_undo_takes_it_back_and_brings_back_what_was_typed(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte=CONTROLS)
    field(app, "number_input", words.COUNT).set_value(3)
    field(app, "text_input", words.PLACE).set_value("Nordby").run()
    save(app)
    field(app, "button", words.UNDO).click().run()
    assert undisturbed(app)
    assert "Ångrat, räknas inte längre: 3 trafikkontroller" in said(app)
    assert "+9 i september" in said(app)
    assert field(app, "text_input", words.PLACE).value == "Nordby"
    assert field(app, "number_input", words.COUNT).value == 3
    assert not [each for each in app.button if each.label == words.UNDO]


def test_whoever_leaves_the_page_after_undo_comes_back_to_empty_fields(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte=CONTROLS)
    field(app, "text_input", words.PLACE).set_value("Nordby").run()
    save(app)
    field(app, "button", words.UNDO).click().run()
    app.switch_page("pages/hjalp.py").run()
    app.switch_page("pages/registrera.py").run()
    assert field(app, "text_input", words.PLACE).value == ""
    assert field(app, "button_group", words.PROMISE).value in (None, [])
    assert str(field(app, "date_input", words.DAY).value) == "2024-10-15"


def test_a_day_that_is_emptied_is_refused_and_stays_empty(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte=CONTROLS)
    day = field(app, "date_input", words.DAY)
    assert not day.proto.default, "a browser keeps an emptied day to itself where the field does not begin empty"
    day.set_value(None).run()
    save(app)
    assert "Datum saknas" in app.error[0].value
    assert field(app, "date_input", words.DAY).value is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Förare 850101-1234", "personnummer"),
        ("ring 070-123 45 67", "telefonnummer"),
        ("bil ABC 123", "registreringsnummer"),
    ],
)
def test_refused_text_stays_in_its_field_and_nothing_is_saved(run_page: RunPage, text: str, part: str) -> None:
    app = run_page("registrera", roll=POLICE, lofte=CONTROLS)
    field(app, "text_area", words.NOTE).set_value(text).run()
    save(app)
    assert any(part in each.value for each in app.error)
    assert field(app, "text_area", words.NOTE).value == text
    assert said(app).strip() == ""
    field(app, "text_area", words.NOTE).set_value("").run()
    save(app)
    assert "Sparat: 1 trafikkontroll" in said(app)


def test_one_patrol_may_count_for_two_promises_each_with_its_own_number(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte=PATROLS)
    also = field(app, "multiselect", words.ALSO)
    also.set_value([each for each in also.options if each.startswith("Besök på skolor")]).run()
    field(app, "number_input", "Antal skol- eller fritidsgårdsbesök").set_value(2).run()
    save(app)
    assert "1 fot- eller cykelpatrull och 2 skol- eller fritidsgårdsbesök" in said(app)


@pytest.mark.parametrize("count", [0, -3])
def test_a_count_below_one_is_refused_at_its_field_and_nothing_is_saved(run_page: RunPage, count: int) -> None:
    app = run_page("registrera", roll=POLICE, lofte=CONTROLS)
    field(app, "number_input", words.COUNT).set_value(12).run()
    field(app, "number_input", words.COUNT).set_value(count).run()
    save(app)
    assert any("Antalet ska vara minst 1" in each.value for each in app.error)
    assert field(app, "number_input", words.COUNT).value == count
    assert said(app).strip() == ""


def test_a_day_before_the_agreement_is_saved_as_typed_with_a_warning(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte=CONTROLS)
    field(app, "date_input", words.DAY).set_value(date(1999, 1, 1)).run()
    save(app)
    assert "fredag 1 januari 1999" in said(app)
    assert "Datumet ligger utanför perioden" in said(app)


@pytest.mark.parametrize("day", [date(1850, 10, 15), date(9998, 12, 31)])
def test_a_year_that_nobody_means_is_refused_and_stays(run_page: RunPage, day: date) -> None:
    app = run_page("registrera", roll=POLICE, lofte=CONTROLS)
    field(app, "date_input", words.DAY).set_value(day).run()
    save(app)
    assert any("Året ska ligga mellan 1990 och 2100" in each.value for each in app.error)
    assert field(app, "date_input", words.DAY).value == day
    assert said(app).strip() == ""


@pytest.mark.parametrize(("count", "is_asked"), [(999, False), (1000, True), (100_000, True)])
def test_an_unusually_large_count_is_saved_and_asked_about(run_page: RunPage, count: int, is_asked: bool) -> None:
    app = run_page("registrera", roll=POLICE, lofte=CONTROLS)
    field(app, "number_input", words.COUNT).set_value(count).run()
    save(app)
    assert "Sparat: " in said(app)
    assert ("Stämmer " in said(app)) is is_asked


def test_the_same_again_is_warned_of_with_undo_near(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte=CONTROLS)
    save(app)
    asked = app.session_state["registrera-kommunpolis-stromstad"].asked
    field(app, "button_group", words.PROMISE).set_value(asked).run()
    save(app)
    assert "liknande aktivitet" in said(app)
    assert field(app, "button", words.UNDO)


def test_a_cancelled_occasion_asks_for_its_reason(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte="stromstad-2023-2024/informationsmoten")
    field(app, "button_group", words.STATE).set_value(ActivityState.CANCELLED).run()
    save(app)
    assert any("Välj varför" in each.value for each in app.error)
    field(app, "selectbox", words.REASON).set_value(Reason.ILLNESS).run()
    save(app)
    assert "Sparat som inställd, räknas inte (sjukdom)" in said(app)


def test_a_sensitive_promise_asks_for_no_place_and_no_comment_and_says_so(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte="stromstad-2023-2024/hundsok-i-skolor")
    assert words.SENSITIVE in [each.value for each in app.caption]
    assert words.PLACE not in [each.label for each in app.text_input]
    assert not app.text_area
    save(app)
    assert "Strömstad, oktober 2024" in said(app)


def test_a_place_typed_for_another_promise_is_told_of_where_a_sensitive_one_is_saved_at_once(run_page: RunPage) -> None:
    other = field(run_page("registrera", roll=POLICE, lofte=CONTROLS), "button_group", words.PROMISE).value
    app = run_page("registrera", roll=POLICE, lofte="stromstad-2023-2024/hundsok-i-skolor")
    sensitive = field(app, "button_group", words.PROMISE).value
    field(app, "button_group", words.PROMISE).set_value(other).run()
    field(app, "text_input", words.PLACE).set_value("Hamngatan 3")
    field(app, "button_group", words.PROMISE).set_value(sensitive)
    save(app)
    assert any("plats och kommentar sparas inte" in each.value for each in app.error)
    assert said(app).strip() == ""


def test_a_promise_followed_in_words_leads_to_its_page(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte="stromstad-2023-2024/arbete-mot-narkotika")
    assert [each.value for each in app.warning] == [words.TOLD_IN_WORDS]


def test_an_unknown_promise_is_a_sentence_and_the_form_is_there(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte="finns-inte")
    assert "Det går inte att hitta löftet finns-inte" in app.warning[0].value
    assert not app.exception
    assert field(app, "button", words.SAVE)


@pytest.mark.parametrize("who", ["lasare", "chef-karlstad", "allmanhet"])
def test_who_may_not_log_is_told_so(run_page: RunPage, who: str) -> None:
    app = run_page("registrera", roll=person_name(who))
    assert undisturbed(app)
    assert [each.value for each in app.info] == [words.NOTHING_TO_LOG]
    assert not app.number_input


def test_changing_the_promise_keeps_no_other_promise_twice(run_page: RunPage) -> None:
    app = run_page("registrera", roll=POLICE, lofte=PATROLS)
    also = field(app, "multiselect", words.ALSO)
    also.set_value([each for each in also.options if each == "Trafikkontroller"]).run()
    known = app.session_state["registrera-kommunpolis-stromstad"]
    controls = next(each for each in known.chips if each != known.asked)
    field(app, "button_group", words.PROMISE).set_value(controls).run()
    assert undisturbed(app)
    assert field(app, "multiselect", words.ALSO).value == []
    save(app)
    assert "Sparat: 1 trafikkontroll, " in said(app)
