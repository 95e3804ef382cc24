"""Whatever text comes, its reading is well formed, in time, and the same however the text was typed or stored."""

import re
import time
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from loftdb.core.reading import read
from loftdb.core.reading.result import Reading, ReadPlan, ReadPromise, ReadTarget, Span
from loftdb.core.reading.source import squeezed
from tests.core.reading.cases import CORPUS, documents, sentences

OURS = {case.name: case.text for case in documents(CORPUS / "documents")}
ORDINARY = "\n\n".join(OURS.values())
PIECES = [
    *(
        "Medborgarlöfte 2024–2025",
        "Polisen lovar att:",
        "Ale kommun",
        "Tillsammans",
        "minst",
        "högst",
        "i snitt",
        "tolv",
    ),
    *(
        "två",
        "2",
        "(två)",
        "(2)",
        "–",
        "1 000",
        "trafikkontroller",
        "gånger",
        "timmar",
        "per år",
        "i veckan",
        "procent",
    ),
    *("var tredje vecka", "varje termin", "under perioden", "inom 24 timmar", "årskurs 7", "kl. 18.00", "(Polisen)"),
    *("Kommunen:", "•", "- ", "1. ", "*", "#", "(", ")", ".", ",", ":", ";", "/", "\t", "\n", "\n\n", "\r\n"),
    *("\u00ad", "\u00a0", "\u2028", "\ud800"),
]
LARGE = 100_000


def _spans(reading: Reading) -> list[Span]:
    plans = reading.plans
    promises = [promise for plan in plans for promise in plan.promises]
    targets = [target for promise in promises for target in promise.targets]
    duties = [duty for plan in plans for duty in plan.duties]
    return [each.span for each in (*plans, *promises, *targets, *duties, *reading.doubts)]


def _is_inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start <= inner.end <= outer.end


def _check(reading: Reading) -> None:
    whole = Span(0, len(reading.text))
    assert all(_is_inside(span, whole) for span in _spans(reading))
    for plan in reading.plans:
        for promise in plan.promises:
            assert _quotes(promise.text, promise.span.of(reading.text))
            assert _is_inside(promise.span, plan.span)
            assert all(_is_inside(target.span, promise.span) for target in promise.targets)
            assert all(_is_possible(target) for target in promise.targets)


def _quotes(text: str, source: str) -> bool:
    """Tell whether the text is the source on one line; a word divided at a line's end may have been put together."""
    if re.search(r"-\s*\n", source):
        return re.sub(r"[-\s]", "", text) == re.sub(r"[-\s]", "", source) and text == squeezed(text)
    return text == squeezed(source) and bool(text)


def _is_possible(target: ReadTarget) -> bool:
    rising = target.value_max is None or target.value < target.value_max
    return rising and target.every >= 1 and bool(squeezed(target.measure)) and target.span.start < target.span.end


@given(st.text())
@example("")
@example("Medborgarlöfte 2024–")
@example("\ud800")
@example("\x00" * 100)
def test_any_text_has_a_well_formed_reading(text):
    _check(read(text))


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(["", " "]))
def test_any_jumble_of_an_agreements_words_has_a_well_formed_reading(pieces, between):
    _check(read(between.join(pieces)))


@given(st.data())
def test_an_agreement_cut_anywhere_has_a_well_formed_reading(data):
    text = data.draw(st.sampled_from(sorted(OURS.values())))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    _check(read(text[start:end]))


@pytest.mark.parametrize("name", OURS)
def test_an_agreement_has_a_well_formed_reading_and_the_same_again(name):
    reading = read(OURS[name])
    _check(reading)
    assert read(OURS[name]) == reading


@pytest.mark.parametrize("case", sentences(CORPUS / "sentences.jsonl"), ids=lambda case: case.name)
def test_a_sentence_has_a_well_formed_reading(case):
    _check(read(case.text))


def _milliseconds(text: str) -> float:
    started = time.process_time()
    _check(read(text))
    return (time.process_time() - started) * 1000


@cache
def _ordinary() -> float:
    """Return the milliseconds of a hundred thousand characters of agreements."""
    text = (ORDINARY * (LARGE // len(ORDINARY) + 1))[:LARGE]
    return min(_milliseconds(text) for _ in range(3))


def _filled(piece: str, size: int = LARGE) -> str:
    return (piece * (size // len(piece) + 1))[:size]


HOSTILE: dict[str, str] = {
    "one letter, 1 MB": "a" * 10 * LARGE,
    "one digit, 1 MB": "7" * 10 * LARGE,
    "opening brackets, 1 MB": "(" * 10 * LARGE,
    "line ends, 1 MB": "\n" * 10 * LARGE,
    "spaces, 1 MB": " " * 10 * LARGE,
    "nested brackets": "(" * (LARGE // 2) + ")" * (LARGE // 2),
    "numbers in brackets": _filled("(2) "),
    "numbers in a row": " ".join(map(str, range(18_000))),
    "number words in a row": _filled("tjugotvå "),
    "one long number word": _filled("tjugo"),
    "minst in a row": _filled("minst "),
    "ranges": _filled("1–2–3 till "),
    "hyphens": _filled("-"),
    "soft hyphens": _filled("a\u00ad"),
    "per år in a row": _filled("per år "),
    "headings": _filled("Polisen lovar:\n\n"),
    "titles": _filled("Medborgarlöfte 2020–2021\n\n"),
    "bullets without words": _filled("• \n"),
    "equal bullets": "Polisen lovar att:\n\n" + _filled("• göra minst två trafikkontroller per år\n"),
    "different bullets": "Polisen lovar att:\n\n"
    + "".join(f"• besöka plats {number} minst två gånger per år\n" for number in range(2200)),
    "one bullet of many numbers": "Polisen lovar att:\n\n• " + _filled("minst två kontroller per år och "),
    "one sentence without end": "Polisen ska göra " + _filled("minst två kontroller, "),
    "commas": "Polisen ska minst " + _filled(", "),
    "pipes": _filled("| "),
    "tabs": _filled("a\t"),
    "ancient marks": _filled("e\u0301"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long_for_its_length(name):
    text = HOSTILE[name]
    limit = 10 * _ordinary() * len(text) / LARGE
    # A second reading where the first was slow: something else may have disturbed it.
    assert _milliseconds(text) <= limit or _milliseconds(text) <= limit, f"more than {limit:.0f} ms"


def test_time_grows_with_the_length_and_not_faster():
    once, four = _milliseconds(_filled(ORDINARY)), _milliseconds(_filled(ORDINARY, 4 * LARGE))
    assert four <= 4 * 3 * once


def _heading(change: Callable[[str], str]) -> Callable[[str], str]:
    def change_headings(text: str) -> str:
        return "\n".join(change(line) if _is_heading(line) else line for line in text.split("\n"))

    return change_headings


def _is_heading(line: str) -> bool:
    """Tell a line like *Polisen lovar att:* from a bullet, a number, a sentence and a row of a table."""
    return bool(re.fullmatch(r"(?=\D{4,45}$)#* ?[A-ZÅÄÖ][^.!?|\t•]*", line))


def _bullets(mark: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"^(\s*)[•▪–-](\s)", rf"\1{mark}\2", text, flags=re.M)


def _hyphenated(text: str) -> str:
    return re.sub(r"(\w{4})(\w{4})", "\\1\u00ad\\2", text)


TYPED: dict[str, Callable[[str], str]] = {
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old line ends": lambda text: text.replace("\n", "\r"),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "thin spaces": lambda text: text.replace(" ", "\u2009"),
    "narrow hard spaces": lambda text: text.replace(" ", "\u202f"),
    "soft hyphens": _hyphenated,
    "a byte order mark": lambda text: "\ufeff" + text,
    "letters with loose dots": lambda text: (
        text.replace("å", "a\u030a").replace("ä", "a\u0308").replace("ö", "o\u0308")
    ),
    "spaces at the ends of lines": lambda text: text.replace("\n", "  \n"),
    "headings in capitals": _heading(str.upper),
    "headings in small letters": _heading(str.lower),
    **{f"bullets {mark}": _bullets(mark) for mark in "•-–*·▪"},
}


@pytest.mark.parametrize("way", TYPED)
@pytest.mark.parametrize("name", OURS)
def test_the_reading_does_not_depend_on_how_the_text_was_typed(name, way):
    assert _content(read(TYPED[way](OURS[name]))) == _content_of_ours(name)


@cache
def _content_of_ours(name: str) -> list[object]:
    return _content(read(OURS[name]))


def _content(reading: Reading) -> list[object]:
    """Return what was read without its places and its capitals."""
    return [_plan(plan) for plan in reading.plans] + [sorted(doubt.kind for doubt in reading.doubts)]


def _plan(plan: ReadPlan) -> object:
    promises = [_promise(promise) for promise in plan.promises]
    duties = [(_plain(duty.text), _plain(duty.to_whom), duty.window, _plain(duty.when)) for duty in plan.duties]
    words = (plan.title, *plan.municipalities, plan.police_district, *plan.problem_areas)
    return [_plain(word) for word in words], plan.period, promises, duties


def _promise(promise: ReadPromise) -> object:
    words = (promise.text, promise.heading, promise.conditional or "", *promise.third_parties)
    return [_plain(word) for word in words], promise.parties, [_target(target) for target in promise.targets]


def _target(target: ReadTarget) -> object:
    return (
        *(_plain(target.measure), target.comparator, target.value, target.value_max, target.unit, target.per),
        *(target.every, target.average, target.per_is_explicit, target.kind),
    )


def _plain(text: str) -> str:
    return squeezed(text).casefold()
