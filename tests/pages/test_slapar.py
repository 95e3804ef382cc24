"""Löften som släpar efter: everything a manager acts on, each kind under its own heading, with its reason."""

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.demo.roles import PEOPLE
from loftdb.view import deviations as view
from loftdb.view.overview import YEAR
from loftdb.view.shell import person_name
from tests.pages.conftest import RunPage, html, undisturbed

KARLSTAD, READER = person_name("chef-karlstad"), person_name("lasare")


def texts(shown: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", shown)).replace("\xa0", " ")


def titles(shown: str) -> list[str]:
    return re.findall(r'class="loft-lag-head"><a[^>]*>([^<]+)<', shown)


def test_the_promise_with_the_least_time_stands_first(run_page: RunPage) -> None:
    app = run_page("slapar")
    assert undisturbed(app)
    assert titles(html(app))[:2] == ["Träffar om grann- och båtsamverkan", "Trafikkontroller"]


def test_the_chosen_area_is_said_since_paper_has_no_filters(run_page: RunPage) -> None:
    assert "LPO Karlstad · Grums Löften som släpar efter" in texts(
        html(run_page("slapar", lpo="LPO Karlstad", kommun="Grums"))
    )
    assert ">Grums</p>" in html(run_page("slapar", kommun="Grums"))
    assert "loft-kicker" not in html(run_page("slapar"))


def test_a_row_says_what_is_missing_what_it_takes_how_long_and_how_sure(run_page: RunPage) -> None:
    shown = texts(html(run_page("slapar", kommun="Strömstad")))
    for part in (
        "11 trafikkontroller i fas till och med 14 juli",
        "2,2 i veckan hittills 1,2",
        "mycket liten chans (3 %) i nuvarande takt 54–73 av 80",
        "42 av minst 80 trafikkontroller. Till och med 31 augusti väntades 53; 11 saknas.",
        "Uppgift saknas: polisen för september.",
        "Avvikelse och orsak: Inte skriven än.",
    ):
        assert part in shown, part


def test_each_kind_has_its_own_heading_and_none_is_good_news(run_page: RunPage) -> None:
    shown = texts(html(run_page("slapar", roll=KARLSTAD)))
    assert "Ingen uppföljning är försenad." in shown
    assert "Inget löfte med måltal har varit utan registrering längre än sin egen takt." in shown
    assert "Ingen ny status på länge Mer än 180 dagar utan uppdatering" in shown


def test_where_nothing_lags_the_page_says_so(run_page: RunPage) -> None:
    shown = texts(html(run_page("slapar", kommun="Hammarö")))
    assert "Inget löfte är efter. De löften som går att bedöma är i fas eller uppnådda." in shown


def test_nothing_to_judge_is_no_good_news(run_page: RunPage) -> None:
    shown = html(run_page("slapar", kommun="Grästorp"))
    assert "<p>Inget löfte här har ett måltal som går att bedöma nu.</p>" in shown
    assert "i fas eller uppnådda" not in shown
    assert shown.count('class="loft-good"') == 2


def test_a_district_stands_in_the_address(run_page: RunPage) -> None:
    app = run_page("slapar")
    lpo = app.selectbox(key="slapar-lpo")
    lpo.set_value(next(each for each in lpo.options if "Karlstad" in each)).run()
    assert "Karlstad" in app.query_params["lpo"]
    assert titles(html(app))[0] == "Lokalt poliskontor varje vecka"
    assert "Trafikkontroller" not in html(app)


def test_a_manager_is_led_to_write_and_a_reader_is_not(run_page: RunPage) -> None:
    assert "skriv=1" in html(run_page("slapar", roll=KARLSTAD))
    assert "skriv=1" not in html(run_page("slapar", roll=READER))


def test_the_text_to_send_asks_a_party_and_names_no_person(run_page: RunPage) -> None:
    shown = html(run_page("slapar", roll=KARLSTAD))
    assert "som polisen ansvarar för" in shown
    assert not [each.key for each in PEOPLE if "-" in each.key and each.key in shown]


def test_one_part_can_be_seen_whole(run_page: RunPage) -> None:
    shown = texts(html(run_page("slapar", visa="status")))
    assert "Ingen ny status på länge" in shown
    assert "Efter eller något efter" not in shown
    assert "Visa alla delar" in shown


@pytest.mark.parametrize("key", [person.key for person in PEOPLE])
def test_every_role_meets_a_page_without_errors(run_page: RunPage, key: str) -> None:
    app = run_page("slapar", roll=person_name(key))
    assert undisturbed(app)
    assert app.info if key == "allmanhet" else titles(html(app)) or "Inget löfte är efter" in html(app)


def test_a_manager_writes_and_the_list_and_the_promise_say_it(run_page: RunPage) -> None:
    office = {"lofte": "forshaga-2023-2025/lokalt-poliskontor", "ar": "2024", "skriv": "1", "roll": KARLSTAD}
    app = run_page("lofte", **office)
    public, internal = app.text_area
    public.set_value("Kontoret stod stilla i februari.")
    internal.set_value("Bussen byts ut.")
    save(app)
    assert [each.value for each in app.success] == ["Avvikelsen är sparad."]
    assert "Kontoret stod stilla i februari." in html(app)
    for role, sees in ((KARLSTAD, True), (READER, False)):
        shown = html(run_page("slapar", roll=role))
        assert "Kontoret stod stilla i februari." in shown
        assert ("Bussen byts ut." in shown) is sees


def test_who_accepts_a_deviation_and_until_when_is_written_and_told_everywhere(run_page: RunPage) -> None:
    app = run_page("lofte", lofte="stromstad-2023-2024/trafikkontroller", ar="2024", skriv="1")
    app.text_input[0].set_value("Chef för lokalpolisområdet")
    save(app)
    assert "En godtagen avvikelse behöver en mening till allmänheten. Skriv den." in [each.value for each in app.error]
    assert app.text_input[0].value == "Chef för lokalpolisområdet"
    app.text_area[0].set_value("Två tjänster var vakanta under våren.")
    until(app).set_value(date(2024, 9, 30))
    save(app)
    told = "Godtagen av Chef för lokalpolisområdet, till och med 30 september 2024; den tiden har gått ut."
    assert told in html(app)
    assert told in html(run_page("slapar", kommun="Strömstad"))
    assert "Avvikelsen godtagen till och med 30 september 2024, inte längre" in html(
        run_page("oversikt", kommun="Strömstad", ar="2024")
    )
    until(app).set_value(None)
    save(app)
    assert "Godtagen av Chef för lokalpolisområdet, tills vidare." in html(app)


def test_until_when_is_a_new_field_that_holds_what_is_written_when_a_year_comes_back(run_page: RunPage) -> None:
    """A slow browser sends the old one with the second tap, and has emptied it when it comes back."""
    app = run_page("lofte", lofte="stromstad-2023-2024/trafikkontroller", ar="2024", skriv="1")
    app.text_input[0].set_value("Chef för lokalpolisområdet")
    app.text_area[0].set_value("Två tjänster var vakanta under våren.")
    until(app).set_value(date(2024, 9, 30))
    save(app)
    key = until(app).key
    for year in ("2023", "2024"):
        next(each for each in app.button_group if each.label == YEAR).set_value(year).run()
    assert until(app).value == date(2024, 9, 30)
    assert until(app).key != key


def until(app: AppTest):  # type: ignore[no-untyped-def]
    return next(each for each in app.date_input if each.label == view.UNTIL)


def test_what_is_refused_stays_with_a_sentence(run_page: RunPage) -> None:
    app = run_page("lofte", lofte="forshaga-2023-2025/lokalt-poliskontor", ar="2024", roll=KARLSTAD)
    app.text_area[0].set_value("Ring 070-123 45 67.")
    save(app)
    assert "telefonnummer" in app.error[0].value
    assert app.text_area[0].value == "Ring 070-123 45 67."
    app.text_area[0].set_value("")
    save(app)
    assert "Skriv vad som avviker och varför" in app.error[0].value


def test_every_version_is_kept(run_page: RunPage) -> None:
    app = run_page("lofte", lofte="forshaga-2023-2025/lokalt-poliskontor", ar="2023", roll=KARLSTAD)
    app.text_area[0].set_value("Kontoret höll stängt i juli.")
    save(app)
    shown = html(app)
    assert "Så har texten ändrats" in shown
    assert "Det mobila poliskontoret delas mellan tre kommuner och var sällan i Forshaga" in shown
    assert "Chef för lokalpolisområde Karlstad" in texts(shown)


def test_a_reader_reads_the_public_text_and_has_no_form(run_page: RunPage) -> None:
    app = run_page("lofte", lofte="forshaga-2023-2025/lokalt-poliskontor", ar="2023", roll=READER)
    assert "var sällan i Forshaga i juli och augusti" in html(app)
    assert "Nytt schema från mars" not in html(app)
    assert not app.text_area


def test_a_delayed_promise_told_in_words_asks_for_its_reason(run_page: RunPage) -> None:
    app = run_page("lofte", lofte="forshaga-2023-2025/vaktare", roll=KARLSTAD)
    assert "Läget ska förklaras innan det publiceras." in html(app)
    app.text_area[0].set_value("Upphandlingen gjordes om.")
    save(app)
    assert "Läget ska förklaras" not in html(app)


def save(app) -> None:  # type: ignore[no-untyped-def]
    next(button for button in app.button if button.label == "Spara avvikelsen").click().run()
