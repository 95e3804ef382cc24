"""The start view of a meeting: how many promises stand where, and each of them one tap away, those that lag first."""

from collections.abc import Iterator, Mapping, Sequence

from loftdb.core.meetings.agenda import Agenda, Group, Item
from loftdb.core.model import Status
from loftdb.view import phrases
from loftdb.view.bars import standing_badge, symbol
from loftdb.view.formats import counted, number, prose_date
from loftdb.view.indicators import indicators
from loftdb.view.markup import Html, page_link, tag
from loftdb.view.meeting_ways import Ways
from loftdb.view.rows import NO_STATUS, laggards_first, listing, standing_chips
from loftdb.view.sentences import count_label
from loftdb.view.texts import meeting as words
from loftdb.view.texts.labels import label
from loftdb.view.texts.lagging import OLD

MOST = 4
"""Promises that lag that are named under the counts; all of them stand in the list."""

STYLE = """
.loft-meeting-state .loft-chips{font-size:1.125em}
.loft-meeting-state .loft-worst{display:flex;flex-wrap:wrap;gap:.25rem 2rem;list-style:none;padding:0!important;
margin:1rem 0 1.5rem!important;font-size:1.125em}
.loft-worst li{margin:0!important;padding:0!important;font-size:1em}
.loft-worst .loft-symbol{margin-right:.5rem}
.loft-meeting-list section{margin-top:1.5rem}
.loft-meeting-list h2{margin-bottom:.5rem}
.loft-fold{margin-top:1.25rem}
.loft-fold>summary{padding:.7rem 0;cursor:pointer;font-weight:600;font-size:1.125em}
.loft-meeting-list .loft-number{display:inline-block;min-width:1.75em;font-variant-numeric:tabular-nums;opacity:.85}
"""


def state(agenda: Agenda, ways: Ways) -> Html:
    """Return how many promises stand where, and by name those that lag."""
    rows = [row for item in agenda.items for row in item.rows]
    chips = standing_chips(rows) if rows else None
    inside = tag("div", chips, _worst(agenda.group(Group.LAGGING), ways), class_="loft-meeting-state")
    return tag("div", inside, class_="loft-page")


def _worst(items: tuple[Item, ...], ways: Ways) -> Html | None:
    if not items:
        return None
    named = [_named(item, ways) for item in items[:MOST]]
    more = tag("li", words.more(len(items) - MOST)) if len(items) > MOST else None
    return tag("ul", *named, more, class_="loft-worst", role="list", aria_label=label(Group.LAGGING))


def _named(item: Item, ways: Ways) -> Html:
    row = laggards_first(item.rows)[0]
    title = page_link(ways.promise(item.promise.id), item.promise.title)
    state = tag("span", f" {label(row.state)}, ", class_="loft-heard-only")
    return tag("li", symbol(row.state), state, title, tag("strong", f" {count_label(row)}"))


def promises(agenda: Agenda, ways: Ways) -> Html:
    """Return every promise by why it comes where it does, in the order they are gone through; the rest is folded."""
    numbered = {item.promise.id: number for number, item in enumerate(agenda.items, 1)}
    several = len(agenda.shown.agreements) > 1
    named = {each.id: each.title for each in agenda.shown.agreements if several}
    parts = [_group(group, [_row(item, named, numbered, ways) for item in agenda.group(group)]) for group in Group]
    shown = (part for part in parts if part)
    listed = tag("div", *shown, class_="loft-meeting-list", id="mote-loften", tabindex=-1)
    return tag("div", listed, class_="loft-page")


def beside(agenda: Agenda) -> Html | None:
    """Return what was measured elsewhere, beside the promises and never merged with them; null for nothing."""
    found = indicators(agenda.shown.indicators)
    return tag("div", found, class_="loft-page loft-meeting-beside") if found else None


def _group(group: Group, items: Sequence[Html]) -> Html | None:
    if not items:
        return None
    name = f"{label(group)} ({number(len(items))})"
    rows = listing(items, name)
    if group is Group.REST:
        return tag("details", tag("summary", name), rows, class_="loft-fold")
    return tag("section", tag("h2", name), rows)


def _row(item: Item, named: Mapping[str, str], numbered: Mapping[str, int], ways: Ways) -> Html:
    """Return a promise; ``named``: the agreements by id where there are several, which may promise the same."""
    before = tag("span", f"{number(numbered[item.promise.id])}.", class_="loft-number")
    address = ways.promise(item.promise.id)
    title = page_link(address, before, item.promise.title, class_="loft-title loft-link")
    small = [*_small(item), *([words.NEW] if item.is_changed else [])]
    small = [*([named[item.agreement.id]] if named else []), *small]
    under = tag("span", " · ".join(small), class_="loft-small") if small else None
    return tag("li", tag("div", title, under, class_="loft-head"), *_told(item), class_="loft-counted")


def _told(item: Item) -> Iterator[Html]:
    rows = laggards_first(item.rows)
    if rows:
        figure = tag("span", count_label(rows[0]), class_="loft-figure")
        under = tag("span", rows[0].plural, class_="loft-small") if not rows[0].is_held else None
        yield tag("div", figure, under, class_="loft-result")
        yield tag("div", standing_badge(rows[0].state), class_="loft-state")
        return
    said = item.word.said if item.word else None
    status = tag("strong", label(said.status)) if said and said.status else tag("span", NO_STATUS)
    yield tag(
        "div", tag("span", prose_date(said.on) if said else words.NEVER, class_="loft-small"), class_="loft-result"
    )
    yield tag("div", status, class_="loft-state")


def _small(item: Item) -> Iterator[str]:
    """Yield the shortest arithmetic behind why the promise comes where it does."""
    rows = {row.number: row for row in laggards_first(item.rows)}
    for lag in item.lagging:
        row = rows.get(lag.measure)
        if row and row.is_held:
            yield words.missed(counted(lag.missing, *phrases.unit(row)))
            yield words.spare(lag.slack_weeks)
            continue
        if row and lag.missing:
            yield words.missing(phrases.write(row, lag.missing), phrases.day(row, row.judged_through))
        yield words.slack(lag.slack_weeks)
    is_delayed = item.word and item.word.said and item.word.said.status is Status.DELAYED
    if item.group is Group.OVERDUE and item.decisions and not is_delayed:
        yield words.late_decision(item.decisions[0].due)
    if item.group is Group.STALE and item.word and item.word.said:
        yield OLD
