"""BRÅ-möte: planned, frozen, held, closed; its start view, and the way from promise to promise."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.actions.context import Context
from loftdb.actions.setup import LOCAL_USER
from loftdb.core.changes import Changes, RowChange, RowFacts
from loftdb.core.model import Standing
from loftdb.demo.generator import CLOCK
from loftdb.store.database import Database
from loftdb.ui.server import DATABASE
from loftdb.view.shell import person_name
from loftdb.view.texts import meeting as words
from loftdb.view.texts import meeting_item as item
from tests.actions.council import of_the_new_one
from tests.pages.conftest import RunPage, html, undisturbed

_S = "stromstad-2023-2024"


def plain(app: AppTest) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html(app)).split())


def button(app: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(each for each in app.button if each.label == label)


def labels(app: AppTest) -> list[str]:
    return [each.label for each in app.button]


def press(app: AppTest, label: str) -> AppTest:
    return button(app, label).click().run()


def test_the_council_that_meets_next_is_shown_first_with_what_to_do(run_page: RunPage) -> None:
    app = run_page("mote")
    assert undisturbed(app)
    shown = plain(app)
    assert "BRÅ i Strömstad Utskickat 15 oktober 2024, i dag Underlaget är fryst. Mötet kan börja." in shown
    assert "Tidigare möten 12 juni 2024 5 beslut, 3 kvar att göra Avslutat" in shown
    assert app.query_params.get("mote") is None
    app = press(app, "Öppna mötet")
    assert app.query_params["mote"] == "2"
    assert "Möte 15 oktober 2024" in plain(app)


def test_a_year_that_a_longer_period_adds_is_no_news_since_the_mailing(
    run_page: RunPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = RowFacts(Standing.NOT_STARTED, 0, 80, None, None, date(2024, 8, 31), True)
    rows = (RowChange(1, 2025, date(2025, 1, 1), None, added),)
    monkeypatch.setattr("loftdb.actions.meetings.since_sent", lambda *_: Changes(None, None, rows=rows))
    app = run_page("mote", mote="2")
    assert undisturbed(app)
    assert "Tillkommit sedan utskicket" not in plain(app)


def test_the_start_view_tells_what_moved_what_waits_and_what_lags_in_order(run_page: RunPage) -> None:
    app = run_page("mote", mote="2")
    assert undisturbed(app)
    shown = plain(app)
    parts = (
        "Läge till och med 31 augusti, avstämt",
        "Siffrorna är desamma som i utskicket (fryst 8 oktober 2024 kl. 9.05 svensk tid).",
        "1 uppnått 4 i fas 1 något efter 1 efter 4 utan måltal",
        "Sedan förra mötet (12 juni 2024)",
        "Fot- och cykelpatruller : Något efter → nu I fas",
        "minst 40 per år → nu minst 50 per år från och med 1 juli 2024 BRÅ 2024-06-12, § 4. Fler passerar",
        "Byte till LED-armaturer : Löpande → nu Försenat",
        "Beslut som blivit klara (2)",
        "Trafikkontroller : 12 nya, utfall 20 → nu 42",
        "Boka höstens möte med båtklubbarna Kommunens säkerhetssamordnare · skulle vara klart 30 september 2024",
        "Trafikkontroller 2024: Efter. Skriv",
        "Tillkommit sedan utskicket (3)",
        "Släpar efter (2)",
        "2. Trafikkontroller 11 saknas till och med 31 augusti · ingen tid att vända · nytt sedan förra mötet 42 av 80",
        "Ingen uppdatering på länge (3)",
        "Försenat (1)",
        "Övriga löften (15)",
    )
    places = [shown.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_one_tap_shows_the_live_state_and_one_tap_takes_it_back(run_page: RunPage) -> None:
    app = press(run_page("mote", mote="2"), words.LIVE)
    assert app.query_params["visa"] == "nu"
    assert "Läget nu, 15 oktober 2024. Det här är inte siffrorna i utskicket." in plain(app)
    assert "Uppgift saknas: polisen och kommunen för september." in plain(app)
    app = press(app, words.FROZEN)
    assert "visa" not in app.query_params
    assert "fryst 8 oktober" in plain(app)


def test_the_first_meeting_compares_with_nothing_and_a_closed_one_has_no_live_state(run_page: RunPage) -> None:
    app = run_page("mote", mote="1", visa="nu")
    assert undisturbed(app)
    assert words.FIRST_MEETING in plain(app)
    assert "fryst 5 juni 2024" in plain(app)
    assert words.LIVE not in labels(app)


def test_next_and_previous_follow_the_agenda_and_lead_back(run_page: RunPage) -> None:
    app = press(run_page("mote", mote="2"), words.BEGIN)
    assert app.query_params["lofte"] == f"{_S}/grann-och-batsamverkan"
    assert "Löfte 1 av 21 · Släpar efter" in plain(app)
    assert button(app, words.PREVIOUS).disabled
    app = press(app, words.FOLLOWING)
    assert app.query_params["lofte"] == f"{_S}/trafikkontroller"
    app = press(press(app, words.LIVE), words.FOLLOWING)
    assert "Löfte 3 av 21 · Ingen uppdatering på länge" in plain(app)
    assert app.query_params["visa"] == "nu"
    app = press(press(app, words.PREVIOUS), words.BACK)
    assert "lofte" not in app.query_params
    assert "Släpar efter (2)" in plain(app)


def test_a_promise_of_another_agreement_leads_to_the_start_view(run_page: RunPage) -> None:
    app = run_page("mote", mote="2", lofte="grums-2023-2025/lokalt-poliskontor")
    assert [each.value for each in app.warning] == [words.NO_PROMISE.format(asked="grums-2023-2025/lokalt-poliskontor")]
    assert "Släpar efter (2)" in plain(app)


@pytest.mark.parametrize("asked", ["99", "nix", ""])
def test_an_unknown_meeting_leaves_the_list(run_page: RunPage, asked: str) -> None:
    app = run_page("mote", mote=asked)
    assert [each.value for each in app.warning] == ([words.NOT_FOUND.format(asked=asked)] if asked else [])
    assert "15 oktober 2024, i dag" in plain(app)


def test_a_meeting_is_planned_frozen_held_closed_and_opened_again(run_page: RunPage) -> None:
    app = run_page("mote", kommun="Grums")
    assert [each.value for each in app.info] == [words.PLAN_FIRST]
    assert [each.value for each in app.checkbox] == [True]
    app = press(app, words.SAVE_PLAN)
    assert "Mötet 15 oktober 2024 är inlagt." in plain(app)
    app = press(app, "Förbered mötet")
    number = app.query_params["mote"]
    assert words.UNFROZEN in plain(app)
    app = press(app, words.SEND)
    assert "frystes 15 oktober 2024" in plain(app)
    app = press(app, words.HOLD)
    assert "Pågår" in plain(app)
    app = press(app, words.CLOSE)
    assert words.CLOSED in plain(app)
    assert words.HOLD not in labels(app)
    app = press(app, words.REOPEN)
    assert undisturbed(app)
    assert words.CLOSE in labels(app)
    assert number == app.query_params["mote"]


def test_a_planned_meeting_is_changed_and_called_off_without_being_lost(run_page: RunPage) -> None:
    app = press(run_page("mote", kommun="Hammarö"), words.SAVE_PLAN)
    app = press(app, "Förbered mötet")
    next(each for each in app.date_input if each.label == words.DAY).set_value(date(2024, 12, 3))
    app = press(app, words.SAVE_CHANGE)
    assert "Möte 3 december 2024" in plain(app)
    assert words.HOLD not in labels(app)
    assert undisturbed(app)
    app = decided(app)
    assert [each.value for each in app.warning] == [words.left_behind(1)]
    app = press(app, words.CANCEL)
    assert words.CANCELLED in plain(app)
    assert "Inställt" in plain(run_again(app))


def decided(app: AppTest) -> AppTest:
    """Return the page after a decision written ahead."""
    next(each for each in app.text_area if each.label == item.ACTION).set_value("Kalla nattvandrarna")
    next(each for each in app.text_input if each.label == item.FUNCTION).set_value("Kommunpolis")
    next(each for each in app.date_input if each.label == item.DUE).set_value(date(2024, 12, 20))
    return press(app, item.SAVE_DECISION)


def run_again(app: AppTest) -> AppTest:
    del app.query_params["mote"]
    return app.run()


def test_what_is_refused_stays_in_the_form(run_page: RunPage) -> None:
    app = run_page("mote")
    next(each for each in app.checkbox).uncheck()
    app = press(app, words.SAVE_PLAN)
    assert [each.value for each in app.error] == [
        "Det finns redan ett möte 15 oktober 2024. Öppna det, eller välj en annan dag.",
        "Välj minst ett medborgarlöfte som mötet ska gå igenom.",
    ]


def test_the_council_has_a_name_of_its_own(run_page: RunPage) -> None:
    app = run_page("mote")
    next(each for each in app.text_input if each.label == words.COUNCIL_NAME).input("Trygghetsrådet")
    app = press(app, words.SAVE_NAME)
    assert words.NAMED in plain(app)
    assert "Trygghetsrådet i Strömstad" in plain(app)


@pytest.mark.parametrize("role", ["lasare", "kommunpolis-stromstad", "handlaggare-stromstad"])
def test_others_read_the_meeting_and_are_offered_nothing_to_write(run_page: RunPage, role: str) -> None:
    app = run_page("mote", roll=person_name(role))
    assert undisturbed(app)
    assert words.READ_ONLY in [each.value for each in app.caption]
    assert words.SAVE_PLAN not in labels(app)
    app = press(app, words.READ)
    assert undisturbed(app)
    assert not {words.HOLD, words.SEND_AGAIN, words.CANCEL} & set(labels(app))
    assert "Trafikkontroller 2024: Efter. Skriv" not in plain(app)


def test_somebody_who_may_read_nothing_is_told_so(run_page: RunPage) -> None:
    app = run_page("mote", mote="2", roll=person_name("allmanhet"))
    assert [each.value for each in app.info] == [words.NOTHING_TO_READ]
    assert not app.button


def test_a_manager_of_another_district_does_not_find_the_meeting(run_page: RunPage) -> None:
    app = run_page("mote", mote="2", roll=person_name("chef-karlstad"))
    assert [each.value for each in app.warning] == [words.NOT_FOUND.format(asked="2")]
    assert "Strömstad" not in plain(app)


def test_a_decision_on_an_old_agreement_is_done_at_a_meeting_of_the_new_one(run_page: RunPage) -> None:
    database = Database.open(Path(os.environ[DATABASE]))
    found = of_the_new_one(Context(database, LOCAL_USER, CLOCK))
    database.close()
    app = run_page("mote", mote=str(found.id))
    about = "Gäller löftet Trafikkontroller i Medborgarlöfte 2023–2024"
    assert about in plain(app)
    press(app, item.SAVE_DONE)
    assert undisturbed(app)
    assert "Gruppchefen · Klart 15 oktober 2024" in plain(app)
