"""Nothing of a page is shown outside the frame."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.ui import frame
from loftdb.view import shell

SITE = Path(__file__).parent / "site"


def test_a_page_run_alone_shows_one_sentence_and_nothing_else() -> None:
    page = AppTest.from_file(str(SITE / "pages/lofte.py")).run()
    assert [box.value for box in page.info] == [shell.OUTSIDE_FRAME]
    assert not page.title
    assert not page.button
    assert not page.exception


def test_the_default_page_is_shown_in_the_frame() -> None:
    app = AppTest.from_file(str(SITE / "dashboard.py")).run()
    assert [text.value for text in app.caption] == ["Ramen"]
    assert [text.value for text in app.title] == ["Start"]
    assert "Du är Anna" in [text.value for text in app.markdown]


def test_a_page_asked_for_first_is_shown_through_the_frame() -> None:
    app = AppTest.from_file(str(SITE / "dashboard.py")).switch_page("pages/lofte.py").run()
    assert [text.value for text in app.caption] == ["Ramen"]
    assert [text.value for text in app.title] == ["Löfte"]
    assert not app.exception


def test_a_button_works_on_a_page_asked_for_first() -> None:
    app = AppTest.from_file(str(SITE / "dashboard.py")).switch_page("pages/lofte.py").run()
    app.button(key="tap").click().run()
    assert "Tryckt" in [text.value for text in app.markdown]
    assert not app.exception


def test_there_is_no_actor_outside_the_frame_nor_after_it() -> None:
    AppTest.from_file(str(SITE / "dashboard.py")).run()
    with pytest.raises(RuntimeError):
        frame.actor()
