"""The start view of a meeting: what a council needs to see in five minutes, each promise one tap away."""

from collections.abc import Callable, Iterator

from loftdb.core.meetings.agenda import Agenda, Group, Item
from loftdb.view.bars import standing_badge
from loftdb.view.formats import number, prose_date
from loftdb.view.markup import Html, joined, tag
from loftdb.view.rows import NO_STATUS, laggards_first, listing, standing_chips
from loftdb.view.sentences import count_label
from loftdb.view.texts.labels import label

Link = Callable[[Item], str]
"""The address of a promise in the meeting."""

STYLE = ""


def state(agenda: Agenda) -> Html:
    """Return how many promises stand where."""
    rows = [row for item in agenda.items for row in item.rows]
    return tag("div", standing_chips(rows) if rows else None, class_="loft-page")


def promises(agenda: Agenda, link: Link) -> Html:
    """Return every promise by why it comes where it does; the rest is folded."""
    parts = (_group(agenda, group, link) for group in Group)
    return tag("div", *(part for part in parts if part), class_="loft-page")


def _group(agenda: Agenda, group: Group, link: Link) -> Html | None:
    items = [(place, item) for place, item in enumerate(agenda.items, 1) if item.group is group]
    if not items:
        return None
    name = f"{label(group)} ({number(len(items))})"
    rows = listing((_row(place, item, link) for place, item in items), name)
    if group is Group.REST:
        return tag("details", tag("summary", name), rows)
    return tag("section", tag("h2", name), rows)


def _row(place: int, item: Item, link: Link) -> Html:
    title = tag("a", f"{place}. {item.promise.title}", href=link(item), target="_self", class_="loft-title loft-link")
    return tag("li", tag("div", title, class_="loft-head"), *_told(item), class_="loft-counted")


def _told(item: Item) -> Iterator[Html]:
    rows = laggards_first(item.rows)
    if rows:
        yield tag("div", tag("span", count_label(rows[0]), class_="loft-figure"), class_="loft-result")
        yield tag("div", standing_badge(rows[0].state), class_="loft-state")
        return
    said = item.word.said if item.word else None
    status = label(said.status) if said and said.status else NO_STATUS
    yield tag("div", joined(tag("span", prose_date(said.on)) if said else None), class_="loft-result")
    yield tag("div", tag("strong", status), class_="loft-state")
