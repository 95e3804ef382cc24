"""Månadsblad: a month for several municipalities, saved whole and signed at once."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.core.model import Reason
from loftdb.view.shell import person_name
from loftdb.view.texts import sheet_form as words
from tests.pages.conftest import RunPage, undisturbed

POLICE = person_name("kommunpolis-karlstad")
STROMSTAD = person_name("kommunpolis-stromstad")
CONTROLS = "Trafikkontroller"
HAMMARO = 1761


def numbers(app: AppTest, start: str):  # type: ignore[no-untyped-def]
    return next(each for each in app.number_input if f",* {start}" in each.label)


def week_of(field) -> str:  # type: ignore[no-untyped-def]
    return str(field.label).rsplit("* ", maxsplit=1)[1]


def press(app: AppTest, label: str) -> AppTest:
    return next(each for each in app.button if each.label == label).click().run()


def said(app: AppTest) -> str:
    regions = (each.value for each in app.markdown if "loft-receipt" in each.value)
    return re.sub(" +", " ", re.sub("<[^>]+>", " ", " ".join(regions)).replace("\xa0", " "))


def test_the_first_month_missing_a_signature_comes_first(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=POLICE)
    assert undisturbed(app)
    assert [each.label for each in app.selectbox if each.label == words.MONTH]
    assert app.selectbox(key="manadsblad-manad").value == "2024-03"
    assert [each.value for each in app.header] == ["Forshaga", "Grums", "Hammarö"]
    assert [each.label for each in app.button] == [words.SAVE_AND_SIGN, words.SAVE_ONLY]


def test_earlier_months_without_a_signature_are_told_before_signing(run_page: RunPage) -> None:
    told = [each.value for each in run_page("manadsblad", roll=POLICE, manad="2024-09").info]
    assert any("förrän de här månaderna är avstämda: mars–augusti 2024." in each for each in told)
    assert not run_page("manadsblad", roll=POLICE, manad="2024-03").info


def test_what_is_logged_is_filled_in_and_said(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=STROMSTAD, manad="2024-09")
    controls = numbers(app, CONTROLS)
    assert controls.value > 0
    assert f"redan\xa0loggat:\xa0{controls.value}" in controls.label
    assert all(each.value is not None for each in app.number_input)


def test_saving_and_signing_moves_the_standing_and_says_what_changed(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=STROMSTAD, manad="2024-09")
    before = numbers(app, CONTROLS).value
    numbers(app, CONTROLS).set_value(before + 30)
    press(app, words.SAVE_AND_SIGN)
    assert undisturbed(app)
    assert "Sparat och avstämt: september 2024." in said(app)
    assert f"{before} → {before + 30}" in said(app)
    assert "Efter →" in said(app)
    assert "Avstämt till och med 30 september 2024. Månaden stämdes av 15 oktober 2024." in said(app)
    assert numbers(app, CONTROLS).value == before + 30
    assert [each.label for each in app.button] == [words.SAVE]


def test_a_late_second_tap_leaves_the_receipt_of_the_first(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=STROMSTAD, manad="2024-09")
    before = numbers(app, CONTROLS).value
    numbers(app, CONTROLS).set_value(before + 3)
    press(app, words.SAVE_ONLY)
    press(app, words.SAVE_ONLY)
    assert f"{before} → {before + 3}" in said(app)


def test_a_signed_month_can_still_be_corrected(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=STROMSTAD, manad="2024-08")
    assert [each.label for each in app.button] == [words.SAVE]
    more = numbers(app, CONTROLS).value + 2
    numbers(app, CONTROLS).set_value(more)
    press(app, words.SAVE)
    assert f"→ {more}" in said(app)


def test_an_empty_number_leaves_what_is_logged(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=STROMSTAD, manad="2024-09")
    before = numbers(app, CONTROLS).value
    numbers(app, CONTROLS).set_value(None)
    press(app, words.SAVE_ONLY)
    assert undisturbed(app)
    assert numbers(app, CONTROLS).value == before
    assert "Sparat: september 2024." in said(app)
    assert "→" not in said(app)


def test_all_that_is_refused_is_said_at_its_field_and_nothing_is_saved(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=POLICE, manad="2024-03")
    controls = [each for each in app.number_input if f",* {CONTROLS}" in each.label]
    kept = numbers(app, "Besök på skolor och fritidsgård")
    for each in controls:
        each.set_value(0)
    kept.set_value(9)
    press(app, words.SAVE_AND_SIGN)
    assert [each.value for each in app.error][-1] == words.NOT_SAVED
    assert len(app.error) == len(controls) + 1 == 4
    assert numbers(app, "Besök på skolor och fritidsgård").value == 9
    assert [each.label for each in app.button] == [words.SAVE_AND_SIGN, words.SAVE_ONLY]
    assert said(app).strip() == ""


def test_weeks_are_ticked_and_cancelled_with_a_reason(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=POLICE, manad="2024-03")
    tick = next(each for each in app.checkbox if not each.value and not each.disabled)
    week = tick.label
    tick.check()
    press(app, words.SAVE_ONLY)
    assert undisturbed(app)
    assert next(each for each in app.checkbox if each.label == week).value
    reason = next(each for each in app.selectbox if words.CANCELLED in each.label and week_of(each) != week_of(tick))
    reason.set_value(Reason.WEATHER)
    press(app, words.SAVE_ONLY)
    assert undisturbed(app)
    assert [each.value for each in app.selectbox if each.label == reason.label][:1] == [Reason.WEATHER]


def test_a_week_cannot_be_both_held_and_cancelled(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=POLICE, manad="2024-03")
    tick = next(each for each in app.checkbox if not each.value and not each.disabled)
    tick.check()
    reasons = (each for each in app.selectbox if words.CANCELLED in each.label)
    next(each for each in reasons if week_of(each) == week_of(tick)).set_value(Reason.ILLNESS)
    press(app, words.SAVE_ONLY)
    assert "både markerad och inställd" in app.error[0].value


def test_what_somebody_logs_meanwhile_is_said_and_what_was_typed_stays(run_page: RunPage) -> None:
    mine = run_page("manadsblad", roll=STROMSTAD, manad="2024-09")
    theirs = run_page("manadsblad", roll=STROMSTAD, manad="2024-09")
    before = numbers(theirs, CONTROLS).value
    numbers(theirs, CONTROLS).set_value(before + 1)
    press(theirs, words.SAVE_ONLY)
    numbers(mine, "Fot- och cykelpatruller").set_value(77)
    press(mine, words.SAVE_ONLY)
    assert "någon har registrerat till ”Trafikkontroller”" in mine.error[0].value
    assert numbers(mine, "Fot- och cykelpatruller").value == 77
    assert numbers(mine, CONTROLS).value == before + 1
    press(mine, words.SAVE_ONLY)
    assert not mine.error
    assert "→ 77" in said(mine)
    assert numbers(mine, CONTROLS).value == before + 1


def test_whoever_comes_back_to_the_sheet_has_read_what_was_logged_meanwhile(run_page: RunPage) -> None:
    mine = run_page("manadsblad", roll=STROMSTAD, manad="2024-09")
    before = numbers(mine, CONTROLS).value
    mine.switch_page("pages/hjalp.py").run()
    theirs = run_page("manadsblad", roll=STROMSTAD, manad="2024-09")
    numbers(theirs, CONTROLS).set_value(before + 1)
    press(theirs, words.SAVE_ONLY)
    mine.switch_page("pages/manadsblad.py").run()
    numbers(mine, CONTROLS).set_value(before + 3)
    press(mine, words.SAVE_ONLY)
    assert undisturbed(mine)
    assert f"{before + 1} → {before + 3}" in said(mine)


def test_a_municipality_that_is_taken_back_has_new_fields_that_hold_what_is_logged(run_page: RunPage) -> None:
    """A slow browser sends the old ones with the second tap, and has emptied them when they come back."""
    app = run_page("manadsblad", roll=POLICE, manad="2024-02")
    before = {each.key: each.value for each in (*app.number_input, *app.checkbox) if "Hammarö" in each.label}
    places = next(each for each in app.button_group if each.label == words.MUNICIPALITIES)
    everywhere = places.value
    places.set_value([each for each in everywhere if each != HAMMARO]).run()
    places.set_value(everywhere).run()
    after = {each.key: each.value for each in (*app.number_input, *app.checkbox) if "Hammarö" in each.label}
    assert list(after.values()) == list(before.values())
    assert not after.keys() & before.keys()


def test_what_a_municipality_that_is_left_out_holds_is_not_saved(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=POLICE, manad="2024-03")
    left_out = next(each for each in app.number_input if "Hammarö" in each.label)
    before = left_out.value
    left_out.set_value(before + 7)
    numbers(app, "Besök på skolor och fritidsgård").set_value(-1)
    press(app, words.SAVE_ONLY)
    places = next(each for each in app.button_group if each.label == words.MUNICIPALITIES)
    places.set_value([each for each in places.value if each != HAMMARO]).run()
    numbers(app, "Besök på skolor och fritidsgård").set_value(4)
    press(app, words.SAVE_ONLY)
    assert undisturbed(app)
    other = run_page("manadsblad", roll=POLICE, manad="2024-03")
    assert next(each for each in other.number_input if each.label == left_out.label).value == before


@pytest.mark.parametrize(("total", "sentence"), [(-1, "mindre än 0"), (200_000, "högst 100")])
def test_an_impossible_number_is_refused_at_its_field(run_page: RunPage, total: int, sentence: str) -> None:
    app = run_page("manadsblad", roll=STROMSTAD, manad="2024-09")
    numbers(app, CONTROLS).set_value(total)
    press(app, words.SAVE_ONLY)
    assert sentence in app.error[0].value
    assert app.error[-1].value == words.NOT_SAVED
    assert numbers(app, CONTROLS).value == total
    assert said(app).strip() == ""


def test_every_field_has_a_name_of_its_own(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=POLICE, manad="2024-03")
    names = [each.label for kind in ("checkbox", "number_input", "selectbox") for each in getattr(app, kind)]
    assert len(set(names)) == len(names)


def test_the_receipt_tells_what_is_logged_but_not_judged_yet(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=STROMSTAD, manad="2024-09")
    numbers(app, CONTROLS).set_value(numbers(app, CONTROLS).value + 2)
    press(app, words.SAVE_ONLY)
    assert re.search(r"av 80, \+\d+ i september", said(app))


def test_a_chosen_municipality_that_is_not_on_the_sheet_is_explained(run_page: RunPage) -> None:
    app = run_page("manadsblad", manad="2024-09")
    assert any(each.value.startswith("Grästorp har inget löfte att räkna i september 2024") for each in app.caption)


def test_the_running_month_is_saved_and_not_signed(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=STROMSTAD, manad="2024-10")
    assert [each.label for each in app.button] == [words.SAVE]
    assert words.RUNNING in [each.value for each in app.caption]
    numbers(app, CONTROLS).set_value(numbers(app, CONTROLS).value + 1)
    press(app, words.SAVE)
    assert "Sparat: oktober 2024." in said(app)


def test_whoever_answers_for_both_parties_chooses(run_page: RunPage) -> None:
    app = run_page("manadsblad")
    party = next(each for each in app.button_group if each.label == words.PARTY)
    assert party.options == ["Polisen", "Kommunen"]


def test_an_unknown_month_is_a_sentence(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=POLICE, manad="1999-13")
    assert not app.exception
    assert len(app.warning) == 1
    assert app.selectbox(key="manadsblad-manad").value == "2024-03"


def test_without_a_municipality_there_is_nothing_to_fill_in(run_page: RunPage) -> None:
    app = run_page("manadsblad", roll=POLICE)
    next(each for each in app.button_group if each.label == words.MUNICIPALITIES).set_value([]).run()
    assert [each.value for each in app.info] == [words.NO_MUNICIPALITY]
    assert not app.number_input


@pytest.mark.parametrize("who", ["lasare", "chef-karlstad", "allmanhet"])
def test_who_may_not_sign_is_told_so(run_page: RunPage, who: str) -> None:
    app = run_page("manadsblad", roll=person_name(who))
    assert undisturbed(app)
    assert [each.value for each in app.info] == [words.NOTHING_TO_REPORT]
