"""Överlämning under the meetings: made when it is asked for, by all who may read, and for one municipality."""

import pytest

from loftdb.actions import handover_files
from loftdb.core.documents import Document
from loftdb.core.errors import DocumentUnwritten
from loftdb.view.shell import person_name
from loftdb.view.texts import handover as words
from tests.pages.conftest import RunPage, html, undisturbed


def test_a_reader_makes_it_and_another_municipality_is_not_shown_it(run_page: RunPage) -> None:
    app = run_page("mote", kommun="Strömstad", roll=person_name("lasare"))
    assert words.NOTHING_WAITS not in html(app)
    assert "loft-letter" not in html(app)
    app = app.button(key="handover-make").click().run()
    assert undisturbed(app)
    assert "Överlämning: Strömstad" in html(app)
    assert "2 beslut skulle ha varit klara." in html(app)
    place = next(each for each in app.selectbox if each.label == words.MUNICIPALITY)
    app = place.set_value("Grums").run()
    assert "loft-letter" not in html(app)


def test_where_the_file_cannot_be_made_a_sentence_says_so(run_page: RunPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(document: Document) -> bytes:
        raise DocumentUnwritten(document.title)

    monkeypatch.setattr(handover_files, "pdf", failing)
    app = run_page("mote", kommun="Strömstad").button(key="handover-make").click().run()
    assert not app.exception
    assert [each.value for each in app.error if "gick inte att skapa" in each.value]
