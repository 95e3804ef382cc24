"""What the text leaves open, each with its place quoted and its answers as taps; what is answered is gone from here."""

from collections.abc import Iterator, Sequence

import streamlit as st

from loftdb.core.drafts import Draft, DraftPromise, Question
from loftdb.core.reading.result import DoubtKind
from loftdb.ui.draft_facts import days, municipalities
from loftdb.ui.draft_fields import Fields
from loftdb.ui.draft_steps import choose, edit, say_district, say_each, say_occasion, settle
from loftdb.ui.draft_work import FACTS, Work, step_button
from loftdb.ui.html import draw
from loftdb.view import draft as drawn
from loftdb.view import reading
from loftdb.view.texts import new_agreement as words
from loftdb.view.texts.reading import doubt_text

AT_ONCE = 3
"""Questions on the page: the next takes the place of one that is answered, so that taps stay near each other."""
MOST_DISTRICTS = 6
"""Answers that are offered; where more are known, nobody is helped by a wall of them."""

Open = tuple[str | None, int, Question]
"""The promise's key (null: the agreement), the question's place among its own, and the question."""


def open_questions(draft: Draft) -> int:
    """Return how many there are."""
    return len(asked(draft)) + sum(1 for _ in without_occasion(draft)) + (not draft.district)


def asked(draft: Draft) -> list[Open]:
    """Return the questions that nobody has answered, be it by a tap or by filling in what was missing."""
    answered = {
        DoubtKind.NO_AGREEMENT_PERIOD: draft.period is not None,
        DoubtKind.NO_MUNICIPALITY: bool(draft.municipalities),
        DoubtKind.NO_PROMISES: bool(draft.kept),
    }
    return [each for each in draft.unsettled() if not answered.get(each[2].kind)]


def first_asked(draft: Draft) -> str | None:
    """Return the promise that the first question is about; null: of none."""
    return next((key for key, _, _ in asked(draft) if key), None)


def without_occasion(draft: Draft) -> Iterator[DraftPromise]:
    """Yield the promises with something to count, of which nobody has said what an occasion is."""
    return (each for each in draft.kept if each.counted and not each.occasion)


def questions(work: Work, districts: Sequence[str]) -> None:
    """Draw the first open questions in the order of the text, the agreement's own first; more come as these go.

    ``districts`` are the local police districts that it may belong to.
    """
    numbers = drawn.positions(work.draft)
    unsettled = asked(work.draft)
    for key, place, question in unsettled[:AT_ONCE]:
        with st.container(border=True, key=work.key("ask", key, place), gap="xsmall"):
            _question(work, key, place, question, numbers)
    if len(unsettled) > AT_ONCE:
        st.caption(words.more_questions(len(unsettled) - AT_ONCE))
    if not work.draft.district:
        with st.container(border=True, key=work.key("which_district"), gap="xsmall"):
            _district(work, districts)
    lacking = list(without_occasion(work.draft))
    if lacking:
        with st.container(border=True, key=work.key("occasions"), gap="xsmall"):
            _occasions(work, lacking, numbers)


def _question(work: Work, key: str | None, place: int, question: Question, numbers: dict[str, int]) -> None:
    said = doubt_text(question.kind, question.facts)
    if key is None:
        draw(drawn.question(None, 0, said))
        _answer_here(work, question.kind)
        return
    promise = work.draft.promise(key)
    target = promise.target(question.target) if question.target else None
    about = words.numbered(numbers[key], promise)
    draw(drawn.question(promise, numbers[key], said))
    if question.span:
        draw(reading.quoted(work.draft.text, question.span, promise.span))
    with st.container(horizontal=True, gap="small"):
        for number, choice in enumerate(question.choices):
            label = words.choice_label(choice, target)
            step_button(work, label, choose, key, place, number, words.answered(about, label), about=about)
        if not question.choices:
            stands = words.answered(about, words.AS_IT_STANDS)
            step_button(work, words.AS_IT_STANDS, settle, key, place, stands, about=about)
        step_button(work, words.EDIT, edit, key, f"ask{place}", about=about, kind="tertiary")


def _answer_here(work: Work, kind: DoubtKind) -> None:
    """Draw the fields that answer a question about the agreement, where they are not open below."""
    if work.open == FACTS:
        return
    fields = Fields(work, work.draft)
    if kind is DoubtKind.NO_AGREEMENT_PERIOD:
        days(fields)
    elif kind is DoubtKind.NO_MUNICIPALITY:
        municipalities(work.draft, fields)


def _district(work: Work, districts: Sequence[str]) -> None:
    """Ask for the local police district, which many texts leave out, with those that are known to choose from."""
    draw(drawn.question(None, 0, words.WHICH_DISTRICT))
    with st.container(horizontal=True, gap="small"):
        for name in districts[:MOST_DISTRICTS]:
            said = words.answered(words.DISTRICT, name)
            step_button(work, name, say_district, name, said, about=words.DISTRICT)
    if work.open != FACTS:
        Fields(work, work.draft).text("district", words.OTHER_DISTRICT if districts else words.DISTRICT)


def _occasions(work: Work, lacking: list[DraftPromise], numbers: dict[str, int]) -> None:
    """Ask what counts as an occasion, of one promise after the other, or of all of them at once."""
    draw(drawn.question(None, 0, words.OCCASION))
    if len(lacking) > 1:
        step_button(work, words.each_by_itself(len(lacking)), say_each, words.each_said(len(lacking)))
    first = lacking[0]
    about = words.numbered(numbers[first.key], first)
    draw(drawn.subject(first, numbers[first.key]))
    draw(reading.cited(first.wording))
    with st.container(horizontal=True, gap="small"):
        for text in words.occasions(first.counted[0]):
            step_button(work, text, say_occasion, first.key, text, words.answered(about, text), about=about)
        step_button(work, words.OWN_WORDS, edit, first.key, "own", about=about, kind="tertiary")
    if len(lacking) > 1:
        st.caption(words.more_questions(len(lacking) - 1))
