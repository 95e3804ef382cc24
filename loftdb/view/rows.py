"""The promises of *Översikt* as a list of rows: title and party, bar, figure, läge in words with its symbol.

A row is a grid that folds by itself from three columns to one, from a projector down to 320 pixels.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from loftdb.core.model import Promise, Standing, Status, StatusUpdate
from loftdb.view.bars import bar, share_bar, standing_badge, symbol
from loftdb.view.figures import Figures, Row, figures
from loftdb.view.formats import duration, listed, noun, number, prose_date, sorting_key
from loftdb.view.markup import Child, Html, tag
from loftdb.view.sentences import count_label, preliminary_label, target_label
from loftdb.view.texts.labels import label, parties_label

Link = Callable[[str, int | None], str]
"""The address of a promise, by its id and year (null: no year)."""

URGENCY = (
    Standing.BEHIND,
    Standing.NOT_REACHED,
    Standing.SLIGHTLY_BEHIND,
    Standing.CANNOT_JUDGE,
    Standing.ON_TRACK,
    Standing.REACHED,
    Standing.NOT_STARTED,
    Standing.NO_TARGET,
)

_COUNT_WORDS = {  # in the order they are said; one, several
    Standing.REACHED: ("uppnått", "uppnådda"),
    Standing.ON_TRACK: ("i fas", "i fas"),
    Standing.SLIGHTLY_BEHIND: ("något efter", "något efter"),
    Standing.BEHIND: ("efter", "efter"),
    Standing.NOT_REACHED: ("ej uppnått", "ej uppnådda"),
    Standing.CANNOT_JUDGE: ("kan inte bedömas", "kan inte bedömas"),
    Standing.NOT_STARTED: ("har inte börjat", "har inte börjat"),
    Standing.NO_TARGET: ("utan måltal", "utan måltal"),
}

STYLE = """
.loft-rows{list-style:none;margin:0;padding:0}
.loft-rows>li{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:.25rem 1.5rem;
align-items:center;margin:0;padding:.65rem 0;border-top:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-rows>li:last-child{border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-title{display:inline-block;font-weight:600;line-height:1.5;overflow-wrap:anywhere;hyphens:auto}
.loft-small{display:block;font-size:.875em;opacity:.85;overflow-wrap:anywhere}
.loft-result{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.15rem 1rem;align-items:start}
.loft-figure{font-variant-numeric:tabular-nums;font-weight:600}
.loft-standing{display:inline-flex;gap:.4rem;align-items:center}
.loft-chips{display:flex;flex-wrap:wrap;gap:.4rem .6rem;list-style:none;margin:0 0 .5rem;padding:0}
.loft-chips>li{display:inline-flex;gap:.4rem;align-items:center;margin:0;padding:.2rem .7rem;border-radius:1rem;
border:1px solid color-mix(in srgb,currentColor 35%,transparent)}
@media (forced-colors:active){.loft-rows>li,.loft-chips>li{border-color:CanvasText}}
"""


def laggards_first(rows: Iterable[Row]) -> list[Figures]:
    """Sort rows by how soon they need somebody's attention, then by title in Swedish order."""
    return sorted(map(figures, rows), key=lambda row: (URGENCY.index(row.state), sorting_key(row.title)))


def standing_by_promise(rows: Iterable[Row]) -> Counter[Standing]:
    """Count promises per läge; one with several measures takes its most urgent."""
    worst: dict[str, Standing] = {}
    for row in laggards_first(rows):
        worst.setdefault(row.promise, row.state)
    return Counter(worst.values())


def standing_counts(rows: Iterable[Row]) -> str:
    """Write ``7 uppnådda, 2 i fas, 1 efter``; never a share of the whole (5.21)."""
    counts = standing_by_promise(rows)
    return ", ".join(_count_phrase(standing, counts[standing]) for standing in _COUNT_WORDS if counts[standing])


def standing_chips(rows: Iterable[Row]) -> Html:
    """Return the same counts as a list with symbols."""
    counts = standing_by_promise(rows)
    chips = (
        tag("li", symbol(standing), tag("span", _count_phrase(standing, counts[standing])))
        for standing in _COUNT_WORDS
        if counts[standing]
    )
    return tag("ul", *chips, class_="loft-chips", aria_label="Antal löften per läge")


def _count_phrase(standing: Standing, count: int) -> str:
    return f"{number(count)} {noun(count, *_COUNT_WORDS[standing])}"


def listing(items: Iterable[Html], name: str) -> Html:
    """Return the items as one list with a name for screen readers."""
    return tag("ul", *items, class_="loft-rows", role="list", aria_label=name)


def progress_item(row: Row, link: Link, previous: int | None = None, today: date | None = None) -> Html:
    """Return one counted promise; ``previous`` is last year's actual, shown where there is no target."""
    facts = figures(row)
    later = preliminary_label(facts, today)
    figure = tag("span", _figure(facts, previous), class_="loft-figure")
    what = tag("span", f"{_what(facts)}{f' · {later}, preliminärt' if later else ''}", class_="loft-small")
    who = f"{parties_label(facts.parties)} · {target_label(facts)}"
    return _item(
        _head(facts.title, link(facts.promise, facts.year), who), bar(facts), tag("div", figure, what),
        standing_badge(facts.state),
    )  # fmt: skip


def _figure(facts: Figures, previous: int | None) -> str:
    has_goal = facts.target is not None and facts.state is not Standing.NO_TARGET
    if previous is None or facts.year is None or has_goal:
        return count_label(facts)
    return f"{count_label(facts)} · {facts.year - 1}: {duration(previous) if facts.minutes else number(previous)}"


def _what(facts: Figures) -> str:
    if facts.is_held:
        return "löftet hölls"
    return facts.plural if facts.minutes else noun(facts.target or facts.actual, facts.singular, facts.plural)


def quality_item(promise: Promise, update: StatusUpdate | None, link: Link, year: int | None = None) -> Html:
    """Return a promise followed by status and text, with its latest note and date; null: nothing said yet."""
    return _item(
        _head(promise.title, link(promise.id, year), _owners(promise)), _note(update), None, _status(update)
    )  # fmt: skip


def list_item(promise: Promise, update: StatusUpdate | None, link: Link, year: int | None = None) -> Html:
    """Return a promise with a list to cover: ``3 av 5``, which ones, and its status."""
    figure = tag("span", list_label(promise, update), class_="loft-figure")
    covered = tag("span", covered_text(promise, update), class_="loft-small")
    drawing = share_bar(_covered(promise, update), len(promise.items), f"Klart: {list_label(promise, update)}.")
    head = _head(promise.title, link(promise.id, year), _owners(promise))
    return _item(head, drawing or _note(update), tag("div", figure, covered), _status(update))


def list_label(promise: Promise, update: StatusUpdate | None) -> str:
    """Write ``3 av 5``; an empty list says so."""
    total = len(promise.items)
    return f"{number(_covered(promise, update))} av {number(total)}" if total else "Listan är tom"


def covered_text(promise: Promise, update: StatusUpdate | None) -> str:
    """Name what is covered so far; empty for nothing."""
    covered = update.covered if update else ()
    names = listed(item.name for item in promise.items if item.key in covered)
    return f"Klart: {names}" if names else ""


def _covered(promise: Promise, update: StatusUpdate | None) -> int:
    covered = update.covered if update else ()
    return sum(item.key in covered for item in promise.items)


def _owners(promise: Promise) -> str:
    return parties_label(promise.parties, promise.third_parties)


def _item(head: Html, middle: Child, result: Child, state: Html) -> Html:
    return tag("li", head, tag("div", middle), tag("div", result or tag("div"), state, class_="loft-result"))


def _head(title: str, address: str, small: str) -> Html:
    link = tag("a", title, href=address, target="_self", class_="loft-title")
    return tag("div", link, tag("span", small, class_="loft-small"))


def _note(update: StatusUpdate | None) -> Html:
    text = update.done if update else "Ingen uppdatering än."
    return tag("span", text, class_="loft-small")


def _status(update: StatusUpdate | None) -> Html:
    status = update.status if update and update.status else Status.NOT_BEGUN
    said = f" {prose_date(update.on)}" if update else ""
    return tag("span", tag("strong", label(status)), tag("span", said, class_="loft-small"))
