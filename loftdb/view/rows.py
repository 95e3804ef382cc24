"""The promises of *Översikt* as a list of rows: title and party, bar, figure, läge in words with its symbol.

A row is a grid that folds by itself from three columns to one, from a projector down to 320 pixels.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from loftdb.core.deviations import Deviation
from loftdb.core.model import Promise, Standing, Status, StatusUpdate
from loftdb.view.bars import bar, share_bar, standing_badge, symbol
from loftdb.view.figures import Figures, Row, figures
from loftdb.view.formats import duration, listed, noun, number, prose_date, sorting_key
from loftdb.view.markup import Html, joined, page_link, tag
from loftdb.view.phrases import unit
from loftdb.view.sentences import count_label, preliminary_label, target_label
from loftdb.view.texts.labels import label, parties_label
from loftdb.view.texts.lagging import OLD

Link = Callable[[str, int | None], str]
"""The address of a promise, by its id and year (null: no year)."""

NO_STATUS = "Ingen status satt"
"""A status is set by a person; where nobody has, none is stated."""

ACCEPTED = "Avvikelsen godtagen"

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
.loft-rows{--loft-line:color-mix(in srgb,currentColor 20%,transparent);list-style:none;margin:0!important;
padding:0!important}
.loft-rows>li{position:relative;display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.35rem 1rem;
align-items:center;margin:0!important;padding:.75rem 0!important;border-top:1px solid var(--loft-line);font-size:1em}
.loft-rows>li:last-child{border-bottom:1px solid var(--loft-line)}
.loft-rows>li:hover{background:color-mix(in srgb,currentColor 5%,transparent)}
.loft-head,.loft-middle{grid-column:1/-1}
.loft-title{font-weight:600;line-height:1.5;overflow-wrap:anywhere;hyphens:auto}
.loft-title::after{content:"";position:absolute;inset:0}
.loft-title:focus-visible{outline:none!important}
.loft-rows>li:focus-within:has(:focus-visible){outline:3px solid;outline-offset:2px}
.loft-small{display:block;font-size:.875em;opacity:.85;overflow-wrap:anywhere}
.loft-figure{display:block;font-size:1.125em;line-height:1.3;font-variant-numeric:tabular-nums;font-weight:600}
.loft-state{justify-self:end}
.loft-told .loft-state{justify-self:start}
.loft-standing{display:inline-flex;gap:.5rem;align-items:center;font-weight:600}
.loft-chips{display:flex;flex-wrap:wrap;gap:.4rem .6rem;list-style:none;margin:0 0 .5rem;padding:0!important}
.loft-chips>li{display:inline-flex;gap:.4rem;align-items:center;margin:0!important;padding:.2rem .7rem!important;
border-radius:1rem;border:1px solid color-mix(in srgb,currentColor 35%,transparent);font-size:1em}
@media (min-width:48rem){
.loft-rows>li{grid-template-columns:minmax(0,5fr) minmax(0,5fr) minmax(0,4fr) 10rem;gap:1.5rem}
.loft-head{grid-column:1}
.loft-middle{grid-column:2}
.loft-told .loft-middle{grid-column:2/4}
.loft-counted .loft-head{grid-column:1/3}
.loft-result{grid-column:3}
.loft-state{grid-column:4;justify-self:start}
}
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
    return ", ".join(count_phrase(standing, counts[standing]) for standing in _COUNT_WORDS if counts[standing])


def standing_chips(rows: Iterable[Row]) -> Html:
    """Return the same counts as a list with symbols."""
    return count_chips(standing_by_promise(rows))


def count_chips(counts: Mapping[Standing, int]) -> Html:
    """Return counts of promises per läge as a list with symbols."""
    chips = (
        tag("li", symbol(standing), tag("span", count_phrase(standing, counts[standing])))
        for standing in _COUNT_WORDS
        if counts.get(standing)
    )
    return tag("ul", *chips, class_="loft-chips", aria_label="Antal löften per läge")


def count_phrase(standing: Standing, count: int) -> str:
    """Write ``2 uppnådda``."""
    return f"{number(count)} {noun(count, *_COUNT_WORDS[standing])}"


def listing(items: Iterable[Html], name: str) -> Html:
    """Return the items as one list with a name for screen readers."""
    return tag("ul", *items, class_="loft-rows", role="list", aria_label=name)


def progress_item(
    row: Row,
    link: Link,
    previous: int | None = None,
    today: date | None = None,
    deviation: Deviation | None = None,
) -> Html:
    """Return one counted promise; ``previous`` is last year's actual, shown where there is no target."""
    facts = figures(row)
    has_goal = facts.is_held or (facts.target is not None and facts.state is not Standing.NO_TARGET)
    small = f"{parties_label(facts.parties)} · {target_label(facts)}"
    head = _head(facts.title, link(facts.promise, facts.year), small)
    if not has_goal:
        is_open = facts.state is Standing.CANNOT_JUDGE
        beside = standing_badge(facts.state) if is_open else _before(facts, previous)
        return _item(head, None, _result(facts, today), beside, "loft-counted")
    asides = _dropped(facts), _accepted(deviation, today or facts.judged_through)
    state = joined(standing_badge(facts.state), *asides)
    return _item(head, bar(facts), _result(facts, today), state)


def _dropped(facts: Figures) -> Html | None:
    """Say from when the promise is dropped; null while it is in force."""
    if not (facts.is_dropped and facts.dropped_from):
        return None
    return tag("span", f"{label(Status.DROPPED)} från och med {prose_date(facts.dropped_from)}", class_="loft-small")


def _accepted(deviation: Deviation | None, today: date) -> Html | None:
    """Say whether what went otherwise is accepted, or was; null where nobody has accepted it."""
    if deviation is None or not deviation.decided_by:
        return None
    until = f"till och med {prose_date(deviation.accepted_until)}" if deviation.accepted_until else "tills vidare"
    over = "" if deviation.is_accepted(today) else ", inte längre"
    return tag("span", f"{ACCEPTED} {until}{over}", class_="loft-small")


def _result(facts: Figures, today: date | None) -> Html:
    later = preliminary_label(facts, today)
    after = tag("span", f"{later}, preliminärt", class_="loft-small") if later else _since(facts)
    if facts.is_unknown:
        return joined(_figure(count_label(facts)), tag("span", facts.plural, class_="loft-small"), after)
    if facts.is_held:
        what = tag("span", f"{unit(facts)[1].capitalize()} då löftet hölls: ", class_="loft-small")
        return joined(what, _figure(f"{number(facts.held or 0)} av {number(facts.completed or 0)}"), after)
    plural = facts.plural if facts.minutes else noun(facts.target or facts.actual, facts.singular, facts.plural)
    return joined(_figure(count_label(facts)), tag("span", plural, class_="loft-small"), after)


def _since(facts: Figures) -> Html | None:
    """Tell from when a row is followed that nothing is known of."""
    if not facts.is_before_followed or not facts.followed_from:
        return None
    return tag("span", f"följs här från {prose_date(facts.followed_from)}", class_="loft-small")


def _figure(text: str) -> Html:
    return tag("span", text, class_="loft-figure")


def _before(facts: Figures, previous: int | None) -> Html | None:
    """Return last year's number, to look at beside this year's so far."""
    if previous is None or facts.year is None:
        return None
    amount = duration(previous) if facts.minutes else number(previous)
    return joined(_figure(amount), tag("span", f"hela {facts.year - 1}", class_="loft-small"))


def quality_item(
    promise: Promise, update: StatusUpdate | None, link: Link, year: int | None = None, is_stale: bool = False
) -> Html:
    """Return a promise followed by status and text, with its latest note and date; null: nothing said yet."""
    head = _head(promise.title, link(promise.id, year), _owners(promise))
    return _item(head, _note(update), None, _status(update, is_stale), "loft-told")


def list_item(
    promise: Promise, update: StatusUpdate | None, link: Link, year: int | None = None, is_stale: bool = False
) -> Html:
    """Return a promise with a list to cover: ``3 av 5``, which ones, and its status."""
    figure = _figure(list_label(promise, update))
    covered = tag("span", covered_text(promise, update), class_="loft-small")
    drawing = share_bar(_covered(promise, update), len(promise.items), f"Klart: {list_label(promise, update)}.")
    head = _head(promise.title, link(promise.id, year), _owners(promise))
    return _item(head, drawing or _note(update), joined(figure, covered), _status(update, is_stale))


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


def _item(head: Html, middle: Html | None, result: Html | None, state: Html | None, kind: str | None = None) -> Html:
    return tag(
        "li",
        head,
        tag("div", middle, class_="loft-middle") if middle else None,
        tag("div", result, class_="loft-result") if result else None,
        tag("div", state, class_="loft-state") if state else None,
        class_=kind,
    )


def _head(title: str, address: str, small: str) -> Html:
    link = page_link(address, title, class_="loft-title loft-link")
    return tag("div", link, tag("span", small, class_="loft-small"), class_="loft-head")


def _note(update: StatusUpdate | None) -> Html:
    text = update.done if update else "Ingen uppdatering än."
    return tag("span", text, class_="loft-small")


def _status(update: StatusUpdate | None, is_stale: bool) -> Html:
    """Return the status with its date; only the date where nothing but a list was ticked."""
    said = tag("span", f" {prose_date(update.on)}", class_="loft-small") if update else None
    old = tag("span", f" {OLD}", class_="loft-small") if is_stale else None
    if update is None:
        return tag("span", NO_STATUS)
    return tag("span", tag("strong", label(update.status)) if update.status else None, said, old)
