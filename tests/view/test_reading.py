"""The text that was read, marked: every character of it once, whatever overlaps."""

import re

from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.reading.result import Span
from loftdb.view.reading import Place, marked, quoted
from tests.view.test_markup import Texts

TEXT = "Polisen ska göra minst 80 kontroller per år.\nKommunen ska ordna möten."
CONTROLS, MEETINGS = Span(0, 44), Span(45, 70)
NUMBER = Span(17, 25)


def shown(markup: str) -> str:
    return Texts(re.sub(r'<span class="loft-no">.*?</span>\d+</span>', "", markup)).text


def test_a_promise_is_marked_with_its_number_and_its_targets_inside_it() -> None:
    markup = marked(TEXT, [Place(1, CONTROLS, (NUMBER,)), Place(2, MEETINGS)], [Span(37, 43)])
    assert markup.count("<mark") == 2
    assert "<b>minst 80</b>" in markup
    assert '<span class="loft-doubt">per år</span>' in markup
    assert 'id="text-2"' in markup
    assert shown(markup) == TEXT


def test_the_promise_that_is_worked_on_is_told_apart() -> None:
    markup = marked(TEXT, [Place(1, CONTROLS), Place(2, MEETINGS)], [], here=2)
    assert markup.count("loft-here") == 1
    assert '<mark id="text-2" class="loft-here">' in markup


def test_what_the_text_holds_is_never_markup() -> None:
    assert "<script" not in marked("<script>x</script>", [Place(1, Span(0, 8))], [Span(3, 9)])


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.text("abå <&\n", max_size=40), st.lists(spans, max_size=6), st.lists(spans, max_size=6))
def test_the_whole_text_is_shown_once_however_places_overlap(text: str, places: list[Span], doubts: list[Span]) -> None:
    numbered = [Place(number, span, tuple(doubts)) for number, span in enumerate(places, 1)]
    assert shown(marked(text, numbered, doubts)) == text


def test_a_very_long_text_is_shown_where_its_promises_are() -> None:
    text = "x" * 300_000 + TEXT + "y" * 300_000
    place = Place(1, Span(300_000, 300_044))
    parsed = shown(marked(text, [place], []))
    assert TEXT in parsed
    assert parsed.startswith("… x")
    assert parsed.endswith("y …")
    assert len(parsed) < 3_000


def test_a_place_is_quoted_among_the_words_around_it() -> None:
    text = "ord " * 100 + "minst\n80 kontroller" + " ord" * 100
    start = text.index("minst")
    markup = quoted(text, Span(start, start + 8))
    assert "<mark>minst 80</mark> kontroller ord" in markup
    assert Texts(markup).text.startswith("… ord")
    assert Texts(markup).text.endswith("ord …")


def test_a_quote_stays_inside_its_promise() -> None:
    assert Texts(quoted(TEXT, NUMBER, CONTROLS)).text == "Polisen ska göra minst 80 kontroller per år."
