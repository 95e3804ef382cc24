"""Nytt medborgarlöfte: read, put right by taps and fields, kept, and adopted."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.core.model import PromiseKind
from loftdb.view.shell import person_name
from loftdb.view.texts import new_agreement as words
from loftdb.view.texts.functions import NAME as FUNCTION
from tests.browser.test_nytt import TEXT
from tests.pages.conftest import RunPage, html, undisturbed

STROMSTAD = person_name("samordnare-stromstad")
TWO = """Medborgarlöfte 2024–2025 för Kumla kommun

Polisen ska genomföra minst tio trafikkontroller per år.

Medborgarlöfte 2021–2022 för Kumla kommun

Polisen ska genomföra minst fem fotpatruller per år.
"""


def press(app: AppTest, label: str) -> AppTest:
    found = [each for each in app.button if each.label == label or each.label.endswith(f",* {label}")]
    assert found, [each.label for each in app.button]
    return found[0].click().run()


def counts(app: AppTest) -> str:
    return re.findall(r'<p class="loft-counts">(.*?)</p>', html(app))[0]


def field(app: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(each for each in (*app.text_input, *app.text_area) if each.label == label)


@pytest.fixture
def begun(run_page: RunPage) -> AppTest:
    app = run_page("nytt")
    field(app, words.PASTE).set_value(TEXT)
    return press(app, words.READ)


def test_nothing_is_read_without_a_text(run_page: RunPage) -> None:
    assert [each.value for each in press(run_page("nytt"), words.READ).error] == [words.NOTHING_TO_READ]


def test_a_role_that_may_not_edit_gets_a_sentence_and_no_field(run_page: RunPage) -> None:
    app = run_page("nytt", roll=person_name("kommunpolis-stromstad"))
    assert [each.value for each in app.info] == [words.NOT_ALLOWED]
    assert not app.text_area


def test_the_proposal_says_how_many_promises_and_questions(begun: AppTest) -> None:
    assert undisturbed(begun)
    assert counts(begun) == "12 löften, 7 med måltal · 8 frågor att ta ställning till"
    assert "7 av 12 löften har ett måltal." in html(begun)


def test_an_answer_changes_the_promise_and_can_be_undone(begun: AppTest) -> None:
    app = press(begun, "Per år")
    assert "7 frågor" in counts(app)
    assert "minst 12 per år" in html(app)
    app = press(app, words.UNDO)
    assert "8 frågor" in counts(app)
    assert "minst 12 under hela perioden" in html(app)


def test_what_is_typed_is_in_the_draft_when_something_else_is_tapped(begun: AppTest) -> None:
    opened = named(begun)
    field(opened, FUNCTION).set_value("kommunpolis")
    app = press(opened, "Per år")
    assert field(app, words.PROMISE_TITLE).value == "Kontroller på skolvägar"
    closed = html(press(app, words.CLOSE))
    assert "Kontroller på skolvägar" in closed
    assert "Polisen · Ansvarig funktion: kommunpolis" in closed


def named(app: AppTest) -> AppTest:
    """Open the first promise, and type its name without leaving the field."""
    opened = next(each for each in app.button if each.label == "*Löfte 1, Trafikkontroller,* Ändra").click().run()
    field(opened, words.PROMISE_TITLE).set_value("Kontroller på skolvägar")
    return opened


def test_a_number_can_be_corrected_split_merged_dropped_and_restored(begun: AppTest) -> None:
    app = next(each for each in begun.button if "Löfte 1," in each.label and each.label.endswith("Ändra")).click().run()
    app.number_input[0].set_value(45)
    app = press(app, words.MERGE)
    assert counts(app).startswith("11 löften")
    assert "minst 45 per år" in html(app)
    app = press(app, words.UNDO)
    assert counts(app).startswith("12 löften")
    app = next(each for each in app.button if "Löfte 9," in each.label and each.label.endswith("Ändra")).click().run()
    app = press(app, words.DROP)
    assert counts(app).startswith("11 löften")
    assert counts(press(app, words.RESTORE)).startswith("12 löften")


def opened(app: AppTest, position: int) -> AppTest:
    """Open a promise."""
    start = f"*Löfte {position},"
    return (
        next(each for each in app.button if each.label.startswith(start) and each.label.endswith("Ändra")).click().run()
    )


def test_a_promise_that_is_opened_anew_has_new_fields_that_hold_what_the_draft_says(begun: AppTest) -> None:
    """A slow browser sends the old ones with the second tap, and has emptied them when they come back."""
    first = opened(begun, 1).number_input[0]
    again = opened(opened(begun, 2), 1).number_input[0]
    assert first.value == again.value == 40
    assert first.key != again.key


def test_a_target_that_comes_back_has_new_fields_that_hold_what_the_draft_says(begun: AppTest) -> None:
    app = opened(begun, 1)
    key = app.number_input[0].key
    app.number_input[0].set_value(45).run()
    kind = next(each for each in app.button_group if each.label == words.FOLLOWED)
    kind.set_value(PromiseKind.QUALITY).run()
    assert not app.number_input
    next(each for each in app.button_group if each.label == words.FOLLOWED).set_value(PromiseKind.COUNT).run()
    assert app.number_input[0].value == 45
    assert app.number_input[0].key != key
    app.number_input[0].set_value(50).run()
    assert "minst 50 per år" in html(press(app, words.CLOSE))


def test_an_emptied_number_is_no_goal_and_can_be_undone(begun: AppTest) -> None:
    app = opened(begun, 1)
    number = app.number_input[0]
    assert not number.proto.HasField("default"), "a browser sends 0 for an emptied number that does not begin empty"
    number.set_value(None).run()
    assert "minst 40 per år" not in html(app)
    assert app.number_input[0].value is None
    assert "minst 40 per år" in html(press(app, words.UNDO))


def test_what_is_left_is_listed_and_leads_to_its_place(begun: AppTest) -> None:
    left = next(each for each in begun.button if each.label.startswith("Löfte 3: "))
    app = left.click().run()
    assert field(app, words.PROMISE_TITLE).value == "Besöka fritidsgården"


def test_adopting_too_early_saves_the_draft_and_says_why(begun: AppTest) -> None:
    app = press(begun, words.ADOPT)
    assert [each.value for each in app.error] == [words.NOT_ADOPTED]
    assert "Inte sparat" not in html(app)


def test_personal_data_is_refused_and_stays_in_its_field(begun: AppTest) -> None:
    app = named(begun)
    field(app, words.PROMISE_TITLE).set_value("Ring 070-123 45 67")
    app = press(app, words.SAVE)
    assert any("telefonnummer" in each.value for each in app.error)
    assert field(app, words.PROMISE_TITLE).value == "Ring 070-123 45 67"


def test_a_coordinator_of_another_municipality_is_refused_in_a_sentence(run_page: RunPage) -> None:
    app = run_page("nytt", roll=STROMSTAD)
    field(app, words.PASTE).set_value(TEXT)
    app = press(press(app, words.READ), words.SAVE)
    assert len(app.error) == 1
    assert "ändra medborgarlöften" in app.error[0].value


def test_a_text_with_several_agreements_asks_which(run_page: RunPage) -> None:
    app = run_page("nytt")
    field(app, words.PASTE).set_value(TWO)
    app = press(app, words.READ)
    assert words.WHICH in html(app)
    app = next(each for each in app.button if "2021–2022" in each.label).click().run()
    assert "fotpatruller" in html(app)
    assert counts(app).startswith("1 löfte, 1 med måltal")


def test_a_saved_draft_is_listed_and_can_be_deleted(begun: AppTest) -> None:
    app = press(press(begun, words.SAVE), words.ANOTHER)
    assert words.DRAFTS in html(app)
    app = press(app, words.CONTINUE)
    assert counts(app).startswith("12 löften")
    app = press(press(app, words.ANOTHER), words.DELETE_DRAFT)
    assert words.DRAFTS not in html(app)


def adopted(app: AppTest, **texts: str) -> AppTest:
    for label, text in texts.items():
        next(each for each in app.text_input if each.label.startswith(label)).set_value(text).run()
    return press(app, words.ADOPT)


def test_the_next_agreement_and_the_revised_one_are_compared_with_what_is_there(begun: AppTest) -> None:
    app = press(press(begun, "Per år"), words.each_by_itself(7))
    app = adopted(app, Beslut="KS § 12")
    assert "Medborgarlöfte 2024–2025, Kumla är fastställt, med 12 löften." in html(app)
    app = press(app, words.ANOTHER)
    field(app, words.PASTE).set_value(TEXT.replace("minst 40", "minst 50"))
    app = press(app, words.READ)
    app = press(app, "Ny version av Medborgarlöfte 2024–2025")
    assert words.COMPARED in html(app)
    assert "minst 40 per år (trafikkontroller)" in html(app)
    app = adopted(app, Beslut="KS § 80", Skäl="Fler olyckor")
    assert "Den nya versionen av Medborgarlöfte 2024–2025, Kumla är fastställd." in html(app)


def test_reading_a_bundled_agreement_fills_in_its_wording_and_asks_nothing(run_page: RunPage) -> None:
    source = """Medborgarlöfte 2021 Grästorps kommun

Lokalpolisområde västra Skaraborg

Polisen
• Polisen ska synas mer i centrum och runt stationen.
"""
    app = run_page("nytt")
    field(app, words.PASTE).set_value(source)
    app = press(app, words.READ)
    app = press(app, "Samma text som Medborgarlöfte 2021: fyll i den exakta lydelsen")
    assert "inga frågor kvar" in counts(app)
    assert "fylls i" in html(app)
    assert not [each for each in app.button if each.label == words.ADD]
