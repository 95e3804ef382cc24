"""Aktiviteter: find an activity, correct it, withdraw it, read its history."""

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.actions.context import Context
from loftdb.actions.logging import correct, history
from loftdb.actions.search import Found, Query, search
from loftdb.actions.setup import LOCAL_USER
from loftdb.core.model import Activity, ActivityKind, ActivityState, Share
from loftdb.ui.activity_list import PAGE_LENGTH
from loftdb.ui.session import database
from loftdb.view.shell import person_name
from loftdb.view.texts import activities as words
from tests.pages.conftest import RunPage, html, undisturbed

CONTROLS = "stromstad-2023-2024/trafikkontroller"
PATROLS = "stromstad-2023-2024/fot-och-cykelpatruller"


def context() -> Context:
    opened = database()
    assert opened.clock is not None
    return Context(opened, LOCAL_USER, opened.clock)


def find(query: Query) -> Found:
    return search(context(), query, 1000)


def a_control() -> Activity:
    found = find(Query(promise=CONTROLS)).activities
    return next(each for each in found if each.entry.kind is ActivityKind.SINGLE and each.version == 1)


def opened(app: AppTest) -> list[int]:
    return [int(number) for number in re.findall(r"aktivitet=(\d+)", html(app))]


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def field(app: AppTest, kind: str, label: str):  # type: ignore[no-untyped-def]
    return next(each for each in getattr(app, kind) if each.label == label)


def test_the_newest_fifty_are_shown_first(run_page: RunPage) -> None:
    app = run_page("aktiviteter")
    assert undisturbed(app)
    assert app.title[0].value == "Aktiviteter"
    total = find(Query(states=frozenset(ActivityState) - {ActivityState.WITHDRAWN})).total
    assert words.total(total, 1, PAGE_LENGTH) in html(app)
    assert opened(app) == [each.id for each in find(Query()).activities if each.entry.state != "withdrawn"][:50]


def test_the_next_page_goes_on_where_the_first_ended(run_page: RunPage) -> None:
    first, second = opened(run_page("aktiviteter")), opened(run_page("aktiviteter", sida="2"))
    assert len(second) == PAGE_LENGTH
    assert not set(first) & set(second)


@pytest.mark.parametrize("page", ["9999", "0", "-1", "två"])
def test_a_page_that_is_not_there_shows_one_that_is(run_page: RunPage, page: str) -> None:
    app = run_page("aktiviteter", sida=page)
    assert undisturbed(app)
    assert opened(app)


def test_the_list_is_narrowed_by_municipality_promise_month_state_and_words(run_page: RunPage) -> None:
    app = run_page("aktiviteter", kommun="Strömstad", lofte=CONTROLS, tid="mars 2024")
    assert undisturbed(app)
    shown = [history(context(), number)[-1] for number in opened(app)]
    assert shown
    assert all(f"{each.entry.days.last:%Y-%m}" == "2024-03" and each.municipality == 1486 for each in shown)
    cancelled = run_page("aktiviteter", status="Inställd")
    assert len(opened(cancelled)) == find(Query(states=frozenset({ActivityState.CANCELLED}))).total
    searched = run_page("aktiviteter", sok="bibl")
    assert words.total(find(Query(text="bibl")).total, 1, PAGE_LENGTH) in html(searched)


def test_choosing_by_hand_goes_to_the_first_page_and_into_the_address(run_page: RunPage) -> None:
    app = run_page("aktiviteter", sida="3")
    field(app, "selectbox", "Kommun").set_value("Strömstad").run()
    assert (app.query_params["kommun"], app.query_params["sida"]) == ("Strömstad", "1")
    assert (
        opened(app)
        == [each.id for each in find(Query(municipality=1486)).activities if each.entry.state != "withdrawn"][:50]
    )


def test_withdrawn_activities_are_shown_when_asked_for(run_page: RunPage) -> None:
    assert opened(run_page("aktiviteter", status="Struken")) == [
        each.id for each in find(Query(states=frozenset({ActivityState.WITHDRAWN}))).activities
    ]


def test_nothing_found_has_a_way_back(run_page: RunPage) -> None:
    app = run_page("aktiviteter", sok="finns ingenstans", kommun="Grums")
    assert undisturbed(app)
    assert words.NO_MATCH in html(app)
    press(app, words.NO_MATCH_LINK)
    assert len(opened(app)) == PAGE_LENGTH


@pytest.mark.parametrize("parameter", ["kommun", "lofte", "tid", "status", "aktivitet"])
def test_an_unknown_parameter_gives_a_sentence_and_the_list(run_page: RunPage, parameter: str) -> None:
    app = run_page("aktiviteter", **{parameter: "finns-inte"})
    assert not app.exception
    assert "finns-inte" in app.warning[0].value
    assert opened(app)


def test_an_activity_opens_by_its_number(run_page: RunPage) -> None:
    run_page("aktiviteter")
    control = a_control()
    app = run_page("aktiviteter", aktivitet=str(control.id))
    assert undisturbed(app)
    shown = html(app)
    assert words.when_in_words(control.entry) in shown
    assert "Till listan" in shown
    assert "Registrerad" in shown


def test_a_correction_is_saved_shown_and_told_in_the_history(run_page: RunPage) -> None:
    run_page("aktiviteter")
    control = a_control()
    app = press(run_page("aktiviteter", aktivitet=str(control.id)), words.CORRECT)
    field(app, "number_input", "Antal trafikkontroller").set_value(9)
    field(app, "text_input", "Plats").set_value("Nya platsen")
    press(app, words.SAVE)
    assert undisturbed(app)
    now = history(context(), control.id)[-1]
    assert (now.version, now.entry.shares[0].count, now.entry.place) == (2, 9, "Nya platsen")
    shown = html(app)
    assert words.SAVED in shown
    assert "<ins>9</ins>" in shown
    assert "Rättad" in shown


def test_a_refused_correction_keeps_what_was_written_and_says_why(run_page: RunPage) -> None:
    run_page("aktiviteter")
    control = a_control()
    app = press(run_page("aktiviteter", aktivitet=str(control.id)), words.CORRECT)
    field(app, "text_area", "Kommentar").set_value("Föraren var 850101-1234")
    press(app, words.SAVE)
    assert not app.exception
    assert "personnummer" in " ".join(error.value for error in app.error)
    assert field(app, "text_area", "Kommentar").value == "Föraren var 850101-1234"
    assert history(context(), control.id)[-1].version == 1
    field(app, "text_area", "Kommentar").set_value("Rattfylla")
    press(app, words.SAVE)
    assert undisturbed(app)
    assert history(context(), control.id)[-1].entry.note == "Rattfylla"


def test_somebody_elses_change_is_never_overwritten(run_page: RunPage) -> None:
    run_page("aktiviteter")
    control = a_control()
    app = press(run_page("aktiviteter", aktivitet=str(control.id)), words.CORRECT)
    theirs = correct(context(), control.id, 1, control.entry.__class__(**{**vars(control.entry), "place": "Deras"}))
    field(app, "text_input", "Plats").set_value("Min")
    press(app, words.SAVE)
    assert words.CHANGED_MEANWHILE in app.warning[0].value
    assert history(context(), control.id)[-1] == theirs.activity
    assert "Deras" in html(app)


def test_cancelling_a_correction_changes_nothing(run_page: RunPage) -> None:
    run_page("aktiviteter")
    control = a_control()
    app = press(run_page("aktiviteter", aktivitet=str(control.id)), words.CORRECT)
    field(app, "text_input", "Plats").set_value("Ångrat")
    press(app, words.CANCEL)
    assert history(context(), control.id)[-1].version == 1
    press(app, words.CORRECT)
    assert field(app, "text_input", "Plats").value == control.entry.place


def test_withdrawing_asks_first_and_can_be_taken_back(run_page: RunPage) -> None:
    run_page("aktiviteter")
    control = a_control()
    app = press(run_page("aktiviteter", aktivitet=str(control.id)), words.WITHDRAW)
    assert words.ASK_WITHDRAW in html(app)
    assert history(context(), control.id)[-1].version == 1
    press(app, words.CONFIRM)
    assert history(context(), control.id)[-1].entry.state is ActivityState.WITHDRAWN
    assert words.TAKEN_AWAY in html(app)
    press(app, words.BRING_BACK)
    assert history(context(), control.id)[-1].entry == control.entry
    assert words.BROUGHT_BACK in html(app)


def test_an_administrator_blanks_the_words_after_a_question(run_page: RunPage) -> None:
    run_page("aktiviteter")
    control = a_control()
    assert control.entry.place
    app = press(run_page("aktiviteter", aktivitet=str(control.id)), words.REDACT)
    assert words.ASK_REDACT in html(app)
    assert history(context(), control.id)[-1] == control
    app = press(app, words.CONFIRM_REDACT)
    [masked] = history(context(), control.id)
    assert (masked.entry, masked.redacted) == (replace(control.entry, place="", note="", source=""), True)
    assert words.MASKED in html(app)
    assert words.REDACTED in html(app)
    assert words.REDACT not in [each.label for each in app.button]


def test_only_an_administrator_is_offered_to_blank_words(run_page: RunPage) -> None:
    run_page("aktiviteter")
    for role in ("samordnare-stromstad", "kommunpolis-stromstad", "lasare"):
        app = run_page("aktiviteter", aktivitet=str(a_control().id), roll=person_name(role))
        assert words.REDACT not in [each.label for each in app.button]


@pytest.mark.parametrize("kind", list(ActivityKind))
def test_every_kind_of_entry_can_be_corrected_and_stays_what_it_is(run_page: RunPage, kind: ActivityKind) -> None:
    run_page("aktiviteter")
    before = next(
        each
        for each in find(Query()).activities
        if each.entry.kind is kind and each.entry.state is ActivityState.DONE and not each.entry.weeks
    )
    app = press(run_page("aktiviteter", aktivitet=str(before.id)), words.CORRECT)
    app.number_input[-1].set_value(app.number_input[-1].value + 1)
    press(app, words.SAVE)
    assert undisturbed(app)
    after = history(context(), before.id)[-1]
    assert after.entry.shares[-1].count == before.entry.shares[-1].count + 1
    assert after.entry.__class__(**{**vars(after.entry), "shares": before.entry.shares}) == before.entry


def test_a_batch_with_weeks_keeps_its_weeks(run_page: RunPage) -> None:
    run_page("aktiviteter")
    before = next(each for each in find(Query()).activities if each.entry.weeks and each.entry.state == "done")
    app = press(run_page("aktiviteter", aktivitet=str(before.id)), words.CORRECT)
    assert field(app, "multiselect", "Veckor").value == list(before.entry.weeks)
    field(app, "text_input", "Plats").set_value("Biblioteket på Åsen")
    press(app, words.SAVE)
    assert undisturbed(app)
    assert history(context(), before.id)[-1].entry.weeks == before.entry.weeks


def test_an_activity_can_count_toward_more_promises(run_page: RunPage) -> None:
    run_page("aktiviteter")
    control = a_control()
    app = press(run_page("aktiviteter", aktivitet=str(control.id)), words.CORRECT)
    promises = field(app, "multiselect", words.PROMISES)
    other = next(each for each in find(Query(promise=PATROLS)).activities).entry.shares[0].measure
    promises.set_value([*promises.value, other]).run()
    field(app, "number_input", "Antal fot- eller cykelpatruller").set_value(2)
    press(app, words.SAVE)
    assert undisturbed(app)
    assert history(context(), control.id)[-1].entry.shares == (*control.entry.shares, Share(other, 2))


def test_a_reader_sees_but_may_not_correct(run_page: RunPage) -> None:
    run_page("aktiviteter")
    control = a_control()
    app = run_page("aktiviteter", aktivitet=str(control.id), roll=person_name("lasare"))
    assert undisturbed(app)
    assert [button.label for button in app.button] == []
    assert words.READ_ONLY in [caption.value for caption in app.caption]


def test_a_police_officer_sees_only_the_own_municipalities(run_page: RunPage) -> None:
    app = run_page("aktiviteter", roll=person_name("kommunpolis-stromstad"))
    assert undisturbed(app)
    assert {history(context(), number)[-1].municipality for number in opened(app)} <= {1486, 1435}
    assert "Grums" not in field(app, "selectbox", "Kommun").options


def test_the_public_may_read_nothing(run_page: RunPage) -> None:
    run_page("aktiviteter")
    control = a_control()
    app = run_page("aktiviteter", roll=person_name("allmanhet"))
    assert words.NOTHING_TO_READ in app.info[0].value
    assert opened(app) == []
    one = run_page("aktiviteter", roll=person_name("allmanhet"), aktivitet=str(control.id))
    assert words.not_found(str(control.id)) in one.warning[0].value
    assert control.entry.place not in html(one)
