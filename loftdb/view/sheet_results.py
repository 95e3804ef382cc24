"""What a saved month sheet moved: per municipality what changed, where each promise stands, and what is signed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from loftdb.core.model import Municipality, Standing
from loftdb.view.bars import bar, standing_badge
from loftdb.view.figures import Figures, Row, figures
from loftdb.view.formats import number
from loftdb.view.markup import Html, page_link, tag
from loftdb.view.rows import Link
from loftdb.view.sentences import count_label, preliminary_label
from loftdb.view.texts import sheet_form as words

STYLE = """
[data-testid=stMarkdownContainer]:has(>.loft-label){margin-bottom:0}
.loft-label{font-size:.875rem;margin-top:.25rem}
.st-key-manadsblad [data-testid=stWidgetLabel] em{position:absolute;width:1px;height:1px;overflow:hidden;
clip-path:inset(50%);white-space:nowrap}
.loft-places{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem 2.5rem}
.loft-places h3{padding:.5rem 0 0}
.loft-places .loft-now{flex-wrap:nowrap}
.loft-places .loft-now:first-child>.loft-figure{white-space:nowrap}
.loft-moved{display:inline-flex;flex-wrap:wrap;gap:0 .4rem;justify-content:flex-end}
"""


@dataclass(frozen=True)
class Place:
    """One municipality's part of a saved sheet; ``changes`` holds a measure's count before and after, by number."""

    municipality: Municipality
    numbers: frozenset[int]
    changes: Mapping[int, tuple[int, int]]
    signed_through: date | None
    signed_on: date | None
    """The day that the month itself was signed."""


@dataclass(frozen=True)
class Outcome:
    """The month by name, whether it was signed now, and the sheet's progress rows before and after."""

    month: str
    is_signed: bool
    before: Iterable[Row]
    after: Iterable[Row]


def results(outcome: Outcome, places: Sequence[Place], link: Link, today: date) -> Html:
    """Return the whole answer; rows without a target are listed only where their number changed."""
    states = {row.number: row.state for row in map(figures, outcome.before)}
    rows = [figures(row) for row in outcome.after]
    said = tag("p", words.saved(outcome.month, outcome.is_signed), class_="loft-said")
    listed = tag("div", *(_place(place, rows, states, link, today) for place in places), class_="loft-places")
    return tag("div", said, listed)


def field_label(text: str) -> Html:
    """Return what stands above a group of fields, as the label of one field does."""
    return tag("div", text, class_="loft-label")


def _place(place: Place, rows: Sequence[Figures], states: Mapping[int, Standing], link: Link, today: date) -> Html:
    own = [row for row in rows if row.number in place.numbers]
    targeted = [row for row in own if row.state is not Standing.NO_TARGET]
    judged = [_judged(row, place, states.get(row.number), link, today) for row in targeted]
    changed = [row for row in own if row.state is Standing.NO_TARGET and row.number in place.changes]
    items = [*judged, *(_counted(row, place, link, today) for row in changed)]
    signed = tag("p", words.signed_through(place.signed_through, place.signed_on), class_="loft-small")
    body = tag("ul", *items, role="list") if items else tag("p", words.NOTHING_CHANGED)
    return tag("section", tag("h3", place.municipality.name), signed, body)


def _judged(row: Figures, place: Place, before: Standing | None, link: Link, today: date) -> Html:
    """Return a promise with a target: what changed, the figure with its bar, and the läge, with what it was before."""
    was = tag("span", words.was(before), class_="loft-was") if before and before is not row.state else None
    figure = tag("span", _with_later(count_label(row), row, today), class_="loft-figure")
    state = tag("span", was, standing_badge(row.state), class_="loft-moved")
    return tag("li", _head(row, _change(row, place), link), tag("div", figure, state, class_="loft-now"), bar(row))


def _counted(row: Figures, place: Place, link: Link, today: date) -> Html:
    """Return a count without a target: what changed, and the year's number."""
    return tag(
        "li",
        _head(row, _change(row, place), link),
        tag("span", _with_later(words.so_far(row), row, today), class_="loft-small"),
    )


def _with_later(figure: str, row: Figures, today: date) -> str:
    """Add what is logged in months that are not judged yet, which the figure itself leaves out."""
    later = preliminary_label(row, today)
    return f"{figure}, {later}" if later else figure


def _head(row: Figures, change: str, link: Link) -> Html:
    title = page_link(link(row.promise, row.year), row.title, class_="loft-title loft-link")
    return tag("div", title, tag("span", change, class_="loft-figure"), class_="loft-now")


def _change(row: Figures, place: Place) -> str:
    change = place.changes.get(row.number)
    return f"{number(change[0])} → {number(change[1])}" if change else ""
