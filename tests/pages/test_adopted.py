"""What is adopted and revised stands on every page at once: changed, new from the middle of a year, and dropped."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loftdb.actions import drafts as stored
from loftdb.actions.context import Context
from loftdb.actions.drafts import Adoption
from loftdb.actions.register import find_agreement
from loftdb.actions.setup import LOCAL_USER
from loftdb.core import drafts
from loftdb.core.model import Party
from loftdb.core.periods import Interval
from loftdb.store.database import Database
from loftdb.ui.server import DATABASE
from tests.core.drafting import settled, taken_out
from tests.pages.conftest import RunPage, html, undisturbed

STROMSTAD = "stromstad-2023-2024"
ADOPTION = Adoption(date(2024, 6, 1), "KS § 45", valid_from=date(2024, 7, 1), reason="Fler poliser i yttre tjänst")


@pytest.fixture
def context(run_page: RunPage) -> Iterator[Context]:
    database = Database.open(Path(os.environ[DATABASE]))
    assert database.clock is not None
    yield Context(database, LOCAL_USER, database.clock)
    database.close()


def adopt(context: Context, draft: drafts.Draft) -> str:
    saved = stored.save(context, draft)
    return stored.adopt(context, saved.id, saved.version, ADOPTION)


@pytest.fixture
def revised(context: Context) -> Context:
    """Return Strömstad's agreement with a new number, a new promise and two dropped ones, from 1 July 2024."""
    draft = taken_out(find_agreement(context, STROMSTAD))
    keys = {each.title: each.key for each in draft.promises}
    draft = drafts.change_target(draft, keys["Trafikkontroller"], "t1", value=120)
    draft = drafts.drop(drafts.drop(draft, keys["Fot- och cykelpatruller"]), keys["Bättre belysning"])
    draft = drafts.add_target(drafts.add(draft), "p22")
    draft = drafts.change_promise(
        draft, "p22", title="Cykelkontroller", heading="Synlig polis", wording="Polisen gör 40 cykelkontroller per år.",
        parties=(Party.POLICE,), occasion="En kontroll på en plats.",
    )  # fmt: skip
    draft = drafts.change_target(
        draft, "p22", "t1", singular="cykelkontroll", plural="cykelkontroller", value=40, interval=Interval.YEAR
    )
    assert adopt(context, draft) == STROMSTAD
    return context


def test_the_overview_shows_the_year_that_the_change_makes(revised: Context, run_page: RunPage) -> None:
    app = run_page("oversikt", kommun="Strömstad", ar="2024")
    shown = html(app)
    assert undisturbed(app)
    for part in ("42 av 100", "Cykelkontroller", "0 av 20", "Avfört"):
        assert part in shown, part


@pytest.mark.parametrize(
    ("promise", "year", "words"),
    [
        ("trafikkontroller", "2023", "120"),
        ("trafikkontroller", "2024", "120"),
        ("cykelkontroller", "2024", "Polisen gör 40 cykelkontroller per år."),
        ("fot-och-cykelpatruller", "2023", "Avfört"),
        ("fot-och-cykelpatruller", "2024", "Avfört"),
        ("battre-belysning", "2024", "Avfört"),
    ],
)
def test_each_promise_has_its_page(revised: Context, run_page: RunPage, promise: str, year: str, words: str) -> None:
    app = run_page("lofte", lofte=f"{STROMSTAD}/{promise}", ar=year)
    assert undisturbed(app)
    assert words in html(app)


def test_a_new_promise_is_not_in_the_years_before_it(revised: Context, run_page: RunPage) -> None:
    assert "Cykelkontroller" not in html(run_page("oversikt", kommun="Strömstad", ar="2023"))
    asked = run_page("lofte", lofte=f"{STROMSTAD}/cykelkontroller", ar="2023")
    assert [each.value for each in asked.warning] == [
        "År ”2023” finns inte att visa. 2024 visas i stället; välj ett annat i listan."
    ]


@pytest.mark.parametrize("page", ["registrera", "manadsblad", "aktiviteter", "lofte"])
def test_the_other_pages_know_them(revised: Context, run_page: RunPage, page: str) -> None:
    app = run_page(page, kommun="Strömstad")
    assert undisturbed(app)


def test_a_new_agreement_stands_beside_the_others_at_once(context: Context, run_page: RunPage) -> None:
    draft = replace(settled(), first=date(2024, 1, 1), last=date(2025, 12, 31))
    assert adopt(context, draft) == "kumla-2024-2025"
    app = run_page("oversikt", kommun="Kumla")
    assert undisturbed(app)
    assert "4 av 5 löften har ett måltal" in html(app)
    app = run_page("lofte", lofte="kumla-2024-2025/besok-pa-skolor-och-fritidsgardar", ar="2024")
    assert undisturbed(app)
    assert "Minst 30 besök på skolor och fritidsgårdar." in html(app)
    assert "Texten säger inte hur lång tid talet gäller." in html(app)
