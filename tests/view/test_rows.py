from dataclasses import replace
from datetime import date, datetime

import pytest

from loftdb.core.deviations import Deviation
from loftdb.core.model import ListItem, Party, Promise, PromiseKind, Standing, Status, StatusUpdate
from loftdb.core.periods import Interval
from loftdb.view.figures import Figures
from loftdb.view.rows import (
    laggards_first,
    list_item,
    list_label,
    listing,
    progress_item,
    quality_item,
    standing_chips,
    standing_counts,
)
from tests.view.test_markup import Texts


def row(
    title: str, state: Standing, promise: str = "", year: int = 2024, target: int | None = 80, actual: int = 55
) -> Figures:
    return Figures(
        title, state, date(year, 1, 1), date(year, 12, 31), date(year, 10, 31), Interval.YEAR, "trafikkontroll",
        "trafikkontroller", promise=promise or title, measure=promise or title, parties=(Party.POLICE,), value=target,
        year=year, target=target, actual=actual,
    )  # fmt: skip


def promise(kind: PromiseKind, *items: str) -> Promise:
    return Promise(
        "a/b", 1, "Rubrik", "Trygghetsvandringar", "En mening.", (Party.POLICE,), (), kind, (1486,),
        items=tuple(ListItem(item.lower(), item) for item in items),
    )  # fmt: skip


def update(done: str = "", status: Status | None = Status.ONGOING, *covered: str) -> StatusUpdate:
    at = datetime.fromisoformat("2024-09-03T12:00")
    return StatusUpdate("a/b", 1, date(2024, 9, 3), status, done, "", covered, "Någon", at)


def link(promise_id: str, year: int | None) -> str:
    return f"lofte?lofte={promise_id}&ar={year}"


def text(markup: str) -> str:
    return Texts(markup).text


def test_a_row_says_that_its_deviation_is_accepted_and_when_it_no_longer_is() -> None:
    at = datetime.fromisoformat("2024-09-03T12:00")
    written = Deviation("a", 2024, 1, "", "Väder.", "chef", at, "BRÅ", date(2024, 9, 30))
    said = [
        text(progress_item(row("a", Standing.BEHIND), link, today=day, deviation=each))
        for day, each in (
            (date(2024, 9, 30), written),
            (date(2024, 10, 1), written),
            (date(2024, 10, 1), replace(written, accepted_until=None)),
            (date(2024, 9, 30), replace(written, decided_by="")),
        )
    ]
    assert [each.rpartition("Efter")[2] for each in said] == [
        "Avvikelsen godtagen till och med 30 september 2024",
        "Avvikelsen godtagen till och med 30 september 2024, inte längre",
        "Avvikelsen godtagen tills vidare",
        "",
    ]


def test_a_dropped_promise_says_from_when() -> None:
    dropped = replace(row("a", Standing.ON_TRACK), dropped_from=date(2024, 10, 15))
    assert "Avfört från och med 15 oktober 2024" in text(progress_item(dropped, link))
    assert "Avfört" not in text(progress_item(replace(dropped, year=2023), link))


def test_promises_are_counted_per_lage_and_never_as_a_share() -> None:
    rows = [row(str(index), Standing.REACHED) for index in range(7)]
    rows += [row("a", Standing.ON_TRACK), row("b", Standing.ON_TRACK), row("c", Standing.BEHIND)]
    assert standing_counts(rows) == "7 uppnådda, 2 i fas, 1 efter"
    assert text(standing_chips(rows)) == "7 uppnådda2 i fas1 efter"
    assert standing_counts(rows[:1]) == "1 uppnått"


def test_a_promise_with_several_measures_counts_once_with_its_most_urgent() -> None:
    rows = [row("Alkohol", Standing.REACHED, "tillsyn"), row("Tobak", Standing.SLIGHTLY_BEHIND, "tillsyn")]
    assert standing_counts(rows) == "1 något efter"


def test_laggards_come_first_and_titles_in_swedish_order() -> None:
    rows = [row(title, Standing.ON_TRACK) for title in ("Öppet", "Zon", "Ådra")] + [row("Zebra", Standing.BEHIND)]
    assert [each.title for each in laggards_first(rows)] == ["Zebra", "Zon", "Ådra", "Öppet"]


def test_a_counted_promise_shows_title_party_target_figure_and_lage() -> None:
    shown = progress_item(row("Trafikkontroller", Standing.BEHIND, "s/t"), link)
    for part in ("Trafikkontroller", "Polisen · minst 80 per år", "55 av 80", "trafikkontroller", "Efter"):
        assert part in text(shown)
    assert 'href="lofte?lofte=s/t&amp;ar=2024"' in shown
    assert "<svg" in shown


def test_a_count_without_a_target_stands_beside_last_year() -> None:
    shown = progress_item(row("Hundsök", Standing.NO_TARGET, "h", 2024, None, 37), link, 41)
    assert "41hela 2023" in text(shown)
    assert "Inget måltal" in text(shown)
    assert "loft-bar" not in shown


def test_a_target_that_cannot_be_judged_by_itself_shows_its_lage() -> None:
    shown = progress_item(row("Kontor", Standing.CANNOT_JUDGE, "k", 2024, None, 3), link, 41)
    assert "Kan inte bedömas" in text(shown)
    assert "hela 2023" not in text(shown)


def test_an_unsigned_zero_is_not_a_zero_and_a_signed_one_is() -> None:
    unsigned = row("Möten", Standing.NO_TARGET, "m", 2024, None, 0)
    assert "Uppgift saknas" in text(progress_item(unsigned, link))
    assert "Uppgift saknas" not in text(progress_item(replace(unsigned, signed=True), link))
    assert "0trafikkontroller" in text(progress_item(replace(unsigned, signed=True), link))


def test_a_year_before_the_follow_up_has_no_number() -> None:
    for state, target in ((Standing.NO_TARGET, None), (Standing.CANNOT_JUDGE, 80)):
        facts = replace(row("Möten", state, "m", 2024, target, 0), followed_from=date(2025, 1, 1))
        shown = text(progress_item(facts, link))
        assert "–trafikkontrollerföljs här från 1 januari 2025" in shown
        assert "0 av 80" not in shown


def test_a_quality_promise_shows_status_note_and_date() -> None:
    shown = text(quality_item(promise(PromiseKind.QUALITY), update("Två möten."), link))
    for part in ("Löpande", "3 september 2024", "Två möten."):
        assert part in shown


def test_a_promise_nobody_has_spoken_of_says_so() -> None:
    shown = text(quality_item(promise(PromiseKind.QUALITY), None, link))
    assert "Ingen status satt" in shown
    assert "Ej påbörjat" not in shown
    assert "Ingen uppdatering än." in shown


def test_a_list_shows_what_is_covered_of_all() -> None:
    schools = promise(PromiseKind.LIST, "Odelsberg", "Valemyr", "Strömstiern")
    shown = list_item(schools, update("", Status.BEGUN, "valemyr", "odelsberg", "gone"), link)
    assert "2 av 3" in text(shown)
    assert "Klart: Odelsberg och Valemyr" in text(shown)
    assert list_label(promise(PromiseKind.LIST), None) == "Listan är tom"


@pytest.mark.parametrize("note", ["<script>alert(1)</script>", '"><img src=x>', "a\n\n# b"])
def test_what_somebody_wrote_is_never_markup(note: str) -> None:
    shown = quality_item(promise(PromiseKind.QUALITY), update(note), link)
    assert note in text(shown)
    assert {"script", "img", "h1"}.isdisjoint(Texts(shown).tags)
    assert "\n" not in shown


def test_a_listing_has_a_name() -> None:
    assert listing([], "Löften") == '<ul class="loft-rows" role="list" aria-label="Löften"></ul>'
