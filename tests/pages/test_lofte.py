"""Löfte: everything behind one promise, and the place where promises without a number are updated."""

import re

from streamlit.testing.v1 import AppTest

from loftdb.actions.context import Context
from loftdb.actions.promise import promise_view
from loftdb.actions.setup import LOCAL_USER
from loftdb.ui.session import database
from loftdb.view import promise as words
from loftdb.view import worded
from loftdb.view.shell import person_name
from loftdb.view.texts import lagging
from tests.pages.conftest import RunPage, html, undisturbed

CONTROLS = "stromstad-2023-2024/trafikkontroller"
PATROLS = "stromstad-2023-2024/fot-och-cykelpatruller"
VISITS = "stromstad-2023-2024/skol-och-fritidsgardsbesok"
WALKS = "stromstad-2023-2024/trygghetsvandringar-vid-skolor"
TAVERNS = "stromstad-2023-2024/krogar-mot-knark"
SENSITIVE = "stromstad-2023-2024/narkotika-i-krogmiljo"
OFFICE = "forshaga-2023-2025/lokalt-poliskontor"
SCHOOLS = "forshaga-2023-2025/skolbesok"


def plain(app: AppTest) -> str:
    return re.sub("<[^>]+>", " ", html(app))


def save(app: AppTest) -> AppTest:
    return next(button for button in app.button if button.label == worded.SAVE).click().run()


def field(app: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(area for area in app.text_area if area.label == label)


def test_every_promise_of_every_agreement_has_a_page(run_page: RunPage) -> None:
    app = run_page("lofte")
    assert undisturbed(app)
    addresses = re.findall(r'lofte=([^"&]+)"', html(app))
    assert len(addresses) == 78
    for address in addresses:
        shown = run_page("lofte", lofte=address.replace("%2F", "/"))
        assert undisturbed(shown), address
        assert "<h1>" in html(shown), address


def test_laege_and_the_arithmetic_come_first(run_page: RunPage) -> None:
    shown = plain(run_page("lofte", lofte=CONTROLS))
    for part in ("42 av 80 trafikkontroller", "Efter", "väntades 53; 11 saknas", "Ansvarig: Polisen", "Synlig polis"):
        assert part in shown, part
    assert shown.index("11 saknas") < shown.index("År för år") < shown.index("Aktiviteter")


def test_what_must_be_explained_is_said_in_a_line_before_the_chart_and_written_after_it(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=CONTROLS)
    [call] = re.findall('<p class="loft-call">.*?</p>', html(app))
    assert "Läget ska förklaras" in call
    assert "skriv=1" in call
    assert not app.expander[-1].proto.expanded
    asked = run_page("lofte", lofte=CONTROLS, ar="2024", skriv="1")
    assert [each.label for each in asked.expander if each.proto.expanded] == [lagging.WRITE]
    assert "loft-arrive" in html(asked)
    assert "loft-call" in html(run_page("lofte", lofte=CONTROLS, roll=person_name("lasare")))


def test_what_was_promised_stands_beside(run_page: RunPage) -> None:
    shown = plain(run_page("lofte", lofte=CONTROLS))
    assert words.NO_WORDING in shown
    assert "flyttar patrullen till en ny plats är det en ny kontroll" in shown
    assert "Löfte 1." in shown


def test_the_chart_says_what_it_shows(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=CONTROLS, ar="2023")
    [chart] = app.get("plotly_chart")
    assert "Diagram över trafikkontroller från 1 januari 2023" in chart.proto.alt
    assert "mål 80" in chart.proto.alt


def test_the_whole_period_of_a_yearly_promise_shows_its_years(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=CONTROLS, ar=words.WHOLE)
    assert undisturbed(app)
    assert "Per år: 2023 95 trafikkontroller" in app.get("plotly_chart")[0].proto.alt


def test_a_weekly_promise_lists_its_missed_weeks_with_reasons_and_draws_no_chart(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=OFFICE, ar="2024")
    shown = plain(app)
    assert "5 veckor hållna, 1 missad, 2 missade (inställt), 1 pågår, 33 preliminära och 10 kommande" in shown
    assert "v.\u00a01 (inställt: polisen omdisponerad), v.\u00a03 och v.\u00a06 (inställt: sjukdom)" in shown
    assert not app.get("plotly_chart")


def test_both_readings_of_an_open_number_stand_side_by_side(run_page: RunPage) -> None:
    shown = plain(run_page("lofte", lofte=VISITS))
    for part in ("Tolkning", "minst 30 under hela perioden", "minst 30 per år", "har inte svarat", "2023: 13 av 30"):
        assert part in shown, part


def test_a_changed_target_shows_its_versions_and_why(run_page: RunPage) -> None:
    shown = plain(run_page("lofte", lofte=PATROLS))
    for part in ("Ändrat från och med 1 juli 2024", "BRÅ 2024-06-12, § 4", "från början 40 per år", "minst 50 per år"):
        assert part in shown, part


def test_an_ended_year_proposes_a_verdict_and_a_running_one_none(run_page: RunPage) -> None:
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", html(run_page("lofte", lofte=CONTROLS)))
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]
    assert ["2023", "minst 80 per år", "95 av 80", "Uppnått", "Uppfyllt"] in cells
    assert ["2024", "minst 80 per år", "42 av 80", "Efter", "–"] in cells


def test_the_log_never_says_who(run_page: RunPage) -> None:
    shown = html(run_page("lofte", lofte=CONTROLS))
    opened = database()
    assert opened.clock is not None
    names = {each.by for each in promise_view(Context(opened, LOCAL_USER, opened.clock), CONTROLS).activities}
    assert names
    assert not [name for name in names if name in shown]
    assert "Hamngatan" in shown


def test_a_sensitive_promise_shows_its_words_only_to_those_who_may(run_page: RunPage) -> None:
    text = "Krögarträff hållen inför sommaren."
    assert text in html(run_page("lofte", lofte=SENSITIVE))
    assert text not in html(run_page("lofte", lofte=SENSITIVE, roll=person_name("lasare")))


def test_an_unknown_promise_gives_a_sentence_and_a_way_back(run_page: RunPage) -> None:
    app = run_page("lofte", lofte="stromstad-2023-2024/finns-inte")
    assert not app.exception
    assert "finns-inte" in app.error[0].value
    assert 'href="./"' in html(app)


def test_a_promise_of_others_is_not_told_apart_from_an_unknown_one(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=CONTROLS, roll=person_name("kommunpolis-karlstad"))
    assert "Det går inte att hitta löftet" in app.error[0].value


def test_registering_is_offered_to_those_who_may(run_page: RunPage) -> None:
    link = "registrera?lofte="
    assert link in html(run_page("lofte", lofte=CONTROLS))
    assert link not in html(run_page("lofte", lofte=CONTROLS, roll=person_name("lasare")))


def test_a_status_is_saved_shown_and_kept_in_the_history(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=TAVERNS)
    field(app, worded.DONE).input("Alla elva krogar är med.")
    field(app, worded.NEXT).input("Uppföljning i maj.")
    app.pills[0].set_value("done")
    app = save(app)
    assert [box.value for box in app.success] == [worded.SAVED]
    shown = plain(app)
    assert shown.index("Alla elva krogar är med.") < shown.index("Nio av elva krogar")
    assert "15 oktober 2024" in shown
    assert field(app, worded.DONE).value == "Alla elva krogar är med."
    assert field(app, worded.NEXT).value == "Uppföljning i maj."
    assert "Alla elva krogar är med." in html(run_page("oversikt", kommun="Strömstad"))


def test_refused_text_stays_in_its_field_until_it_is_mended(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=TAVERNS)
    field(app, worded.DONE).input("Samtal med 850101-1234.")
    app = save(app)
    assert "personnummer" in app.error[0].value
    assert field(app, worded.DONE).value == "Samtal med 850101-1234."
    field(app, worded.DONE).input("Samtal hållna.")
    app = save(app)
    assert not app.error
    assert "850101" not in html(app)


def test_a_likely_name_is_saved_with_a_warning(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=TAVERNS)
    field(app, worded.DONE).input("Möte med Anna Svensson på kontoret.")
    app = save(app)
    assert [box.value for box in app.success] == [worded.SAVED]
    assert "Anna Svensson" in app.warning[0].value


def test_somebody_elses_word_in_between_is_never_overwritten(run_page: RunPage) -> None:
    first, second = run_page("lofte", lofte=TAVERNS), run_page("lofte", lofte=TAVERNS)
    field(first, worded.DONE).input("Den första.")
    field(second, worded.DONE).input("Den andra.")
    save(first)
    assert "Den första." in plain(save(second))
    assert "Den andra." not in html(second)


def test_the_items_of_a_list_are_ticked(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=SCHOOLS)
    assert "1 av 2" in plain(app)
    app.checkbox[1].check()
    app = save(app)
    assert "2 av 2" in plain(app)


def test_an_empty_list_says_so(run_page: RunPage) -> None:
    assert worded.EMPTY_LIST in html(run_page("lofte", lofte=WALKS))


def test_readers_get_no_form(run_page: RunPage) -> None:
    app = run_page("lofte", lofte=TAVERNS, roll=person_name("lasare"))
    assert undisturbed(app)
    assert not app.text_area
