"""*Löfte* followed by status and text: the latest word, all that has been said, and the words of the form."""

from collections.abc import Sequence
from datetime import date

from loftdb.core.model import Agreement, ListItem, Promise, PromiseKind, Status, StatusUpdate
from loftdb.view.bars import share_bar
from loftdb.view.formats import prose_date
from loftdb.view.markup import Html, tag
from loftdb.view.rows import NO_STATUS, list_label
from loftdb.view.texts.labels import label
from loftdb.view.texts.lagging import OLD

STATUS, DONE, NEXT, DATE, SAVE = "Status", "Vad har gjorts?", "Nästa steg", "Datum", "Spara status"
REASON = "Skäl"
FORM_TITLE, EARLIER = "Uppdatera", "Tidigare"
COVERED = "Klart hittills"
SAVED = "Statusen är sparad."
EMPTY_LIST = "Texten namnger inga skolor eller platser ännu, så det finns inget att bocka av."
NOTHING_SAID = "Ingen har uppdaterat löftet än."
IS_OLD = f"Det är {OLD}."

STYLE = """
.loft-word{max-width:52rem;display:grid;gap:.6rem}
.loft-word .loft-figure{font-size:2rem;line-height:1.15}
.loft-word dl{margin:0;display:grid;gap:.6rem}
.loft-word dt{font-weight:600}
.loft-word dd{margin:0;white-space:pre-line}
.loft-word ul{list-style:none;margin:0!important;padding:0!important;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.loft-word li{margin:0!important;padding:0!important;font-size:1em}
.loft-page .loft-history{list-style:none;margin:0;padding:0}
.loft-history>li{margin:0!important;padding:.7rem 0!important;font-size:1em;
border-top:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-history dl{margin:.3rem 0 0;display:grid;gap:.3rem}
.loft-history dt{font-weight:400;font-size:.875em;opacity:.85}
.loft-history dd{margin:0;white-space:pre-line}
.st-key-word [data-testid=stForm]{border:0;padding:0;max-width:42rem}
"""


def latest(promise: Promise, agreement: Agreement, updates: Sequence[StatusUpdate], today: date) -> Html:
    """Return the promise's status with its date, what was done and what comes next; its list where it has one."""
    update = updates[-1] if updates else None
    old = f" {IS_OLD}" if update and update.is_stale(today, agreement.period) else ""
    said = tag("p", f"{prose_date(update.on)}.{old}" if update else NOTHING_SAID, class_="loft-small")
    head = tag("div", tag("span", _status(promise, update), class_="loft-figure"), said)
    return tag(
        "div", tag("div", head, _list(promise, update), _told(promise, update), class_="loft-word"), class_="loft-page"
    )


def history(promise: Promise, updates: Sequence[StatusUpdate]) -> Html | None:
    """Return what was said before the latest word, the newest first; null for nothing."""
    items = [tag("li", tag("strong", _dated(promise, each)), _told(promise, each)) for each in reversed(updates[:-1])]
    if not items:
        return None
    listing = tag("ol", *items, class_="loft-history")
    return tag("div", tag("section", tag("h2", EARLIER), listing, class_="loft-block"), class_="loft-page")


def heading() -> Html:
    """Return the heading of what is said of a promise whose number comes first."""
    return tag("div", tag("section", tag("h2", STATUS), class_="loft-block"), class_="loft-page")


def form_heading() -> Html:
    """Return the heading above the form."""
    return tag("div", tag("section", tag("h2", FORM_TITLE), class_="loft-block"), class_="loft-page")


def _dated(promise: Promise, update: StatusUpdate) -> str:
    share = list_label(promise, update) if promise.items else ""
    said = (prose_date(update.on), label(update.status) if update.status else "", share)
    return " · ".join(part for part in said if part)


def _status(promise: Promise, update: StatusUpdate | None) -> str:
    """Write the status; a list of which only ticks are known speaks for itself."""
    if update and update.status is None and promise.items:
        return f"{list_label(promise, update)} klart"
    return label(update.status) if update and update.status else NO_STATUS


def done_name(promise: Promise, update: StatusUpdate) -> str:
    """Name what was written: of a promise that a decision has dropped it is the reason, and nothing done."""
    is_decided = update.status is Status.DROPPED and update.on == promise.dropped_from
    return REASON if is_decided else DONE


def done_before(promise: Promise, update: StatusUpdate | None) -> str:
    """Return what was done, as the form begins with it; the reason of a decision is none of it."""
    return update.done if update and done_name(promise, update) == DONE else ""


def _told(promise: Promise, update: StatusUpdate | None) -> Html | None:
    pairs = ((done_name(promise, update), update.done), (NEXT, update.next_step)) if update else ()
    parts = [tag("div", tag("dt", name), tag("dd", text)) for name, text in pairs if text]
    return tag("dl", *parts) if parts else None


def _list(promise: Promise, update: StatusUpdate | None) -> Html | None:
    if promise.kind is not PromiseKind.LIST:
        return None
    if not promise.items:
        return tag("p", EMPTY_LIST)
    share = list_label(promise, update)
    covered = set(update.covered) if update else set()
    drawing = share_bar(len(covered), len(promise.items), f"Klart: {share}.")
    items = (tag("li", _item(item, item.key in covered)) for item in promise.items)
    return tag("div", tag("p", tag("strong", share)), drawing, tag("ul", *items))


def _item(item: ListItem, is_covered: bool) -> str:
    return f"{'✓' if is_covered else '○'} {item.name}{'' if is_covered else ', återstår'}"
