"""The log as an HTML table that becomes a list of cards on a phone; the whole row opens the activity.

The roles are written out, since a browser takes them from a table that is laid out as anything else.
"""

from collections.abc import Callable, Iterable

from loftdb.core.entries import Counted
from loftdb.core.model import Activity, ActivityState
from loftdb.view.markup import Html, joined, page_link, tag
from loftdb.view.texts import activities as words

STYLE = """
.loft-log{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;line-height:1.4;
--loft-line:color-mix(in srgb,currentColor 20%,transparent)}
.loft-log th,.loft-log td{border:0;padding:.6rem .75rem .6rem 0;text-align:left;vertical-align:top;font-weight:400}
.loft-log thead th{font-weight:600;border-bottom:2px solid var(--loft-line);padding-top:0}
.loft-log thead tr,.loft-log thead th{border-top:0}
.loft-log tbody tr{position:relative;border-bottom:1px solid var(--loft-line)}
.loft-log tbody tr:hover{background:color-mix(in srgb,currentColor 5%,transparent)}
.loft-log tbody tr:focus-within:has(:focus-visible){outline:3px solid;outline-offset:-1px}
.loft-log a{font-weight:600}
.loft-log a::after{content:"";position:absolute;inset:0}
.loft-log a:focus-visible{outline:none!important}
.loft-log .loft-number{text-align:right;white-space:nowrap;padding-right:1.5rem;min-width:4rem}
.loft-log .loft-when{white-space:nowrap}
.loft-log .loft-words{overflow-wrap:anywhere;max-width:28rem}
.loft-log .loft-share{display:block}
.loft-log .loft-withdrawn .loft-number{text-decoration:line-through}
.loft-mark{display:inline-block;margin:.15rem .4rem 0 0;padding:0 .5rem;border-radius:.25rem;font-size:.8125em;
line-height:1.6;border:1px solid color-mix(in srgb,currentColor 40%,transparent)}
.loft-pager{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:1rem 0}
.loft-pager a{display:inline-flex;align-items:center;min-height:44px;padding:0 1rem;border-radius:.375rem;
border:1px solid color-mix(in srgb,currentColor 40%,transparent);text-decoration:none}
.loft-nothing{padding:2rem 0 .5rem;font-size:1.125em}
.st-key-log-filters>[data-testid=stElementContainer]:has([data-testid=stAlert]){flex-basis:100%!important;order:-1;
grid-column:1/-1}
.st-key-log-head{row-gap:.25rem!important}
@media (max-width:47.99rem){
.loft-log,.loft-log tbody{display:block}
.loft-log thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.loft-log tbody tr{display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem;padding:.75rem 0}
.loft-log tbody tr:first-child{border-top:1px solid var(--loft-line)}
.loft-log tbody th,.loft-log td{padding:0}
.loft-log .loft-what{grid-column:1;grid-row:1}
.loft-log .loft-number{grid-column:2;grid-row:1;padding:0;font-weight:600;font-size:1.125em;min-width:0}
.loft-log .loft-when{grid-column:1;grid-row:2}
.loft-log .loft-state{grid-column:2;grid-row:2;text-align:right}
.loft-log .loft-words{grid-column:1/-1;max-width:none}
.loft-log .loft-words:empty{display:none}
.st-key-log-filters{display:grid!important;grid-template-columns:1fr 1fr;gap:.25rem .75rem!important}
.st-key-log-filters>*{width:auto!important;min-width:0!important}
.st-key-log-filters>:first-child{grid-column:1/-1}
}
@media (forced-colors:active){.loft-log thead th,.loft-log tbody tr,.loft-mark,.loft-pager a{border-color:CanvasText}}
"""

Link = Callable[[int], str]
"""The address of an activity by its number."""


def log_table(activities: Iterable[Activity], late: frozenset[int], known: Counted, link: Link) -> Html:
    """Return the table; ``late`` holds the activities first registered long after they happened."""
    classes = ("loft-when", None, "loft-number", "loft-state", None)
    head = (
        tag("th", text, scope="col", role="columnheader", class_=class_)
        for text, class_ in zip(words.HEADINGS, classes, strict=True)
    )
    rows = (_row(activity, marks(activity, activity.id in late), known, link) for activity in activities)
    return tag(
        "table",
        tag("thead", tag("tr", *head, role="row"), role="rowgroup"),
        tag("tbody", *rows, role="rowgroup"),
        class_="loft-log",
        role="table",
        aria_label=words.TITLE,
    )


def marks(activity: Activity, is_late: bool) -> list[str]:
    """Return what is worth knowing of how an activity was registered."""
    found = {
        words.ANNUAL: bool(activity.entry.source),
        words.CORRECTED: activity.version > 1 and activity.entry.state is not ActivityState.WITHDRAWN,
        words.LATE: is_late,
        words.REDACTED: activity.redacted,
    }
    return [text for text, holds in found.items() if holds]


def mark_list(texts: Iterable[str]) -> Html:
    """Return marks as small framed words."""
    return joined(*(tag("span", text, class_="loft-mark") for text in texts))


def pager(page: int, pages: int, link: Link) -> Html:
    """Return links to the page before and after, and which page this is; nothing for one page."""
    if pages <= 1:
        return Html("")
    before = page_link(link(page - 1), words.PREVIOUS) if page > 1 else None
    after = page_link(link(page + 1), words.NEXT) if page < pages else None
    return tag(
        "nav", before, tag("span", words.page_of(page, pages)), after, class_="loft-pager", aria_label=words.PAGER
    )


def nothing(text: str, link_text: str = "", address: str = "") -> Html:
    """Return what an empty list says, with the way on where that is another page."""
    link = page_link(address, link_text) if address else None
    return tag("p", f"{text} ", link, class_="loft-nothing")


def _row(activity: Activity, noted: list[str], known: Counted, link: Link) -> Html:
    entry = activity.entry
    shares = [(known[share.measure], share.count) for share in entry.shares if share.measure in known]
    agreement, promise, _ = shares[0][0]
    titles = [tag("span", each.title, class_="loft-share") for (_, each, _), _ in shares]
    counts = [
        tag("span", words.amount(count, measure, entry.precision), class_="loft-share")
        for (_, _, measure), count in shares
    ]
    opened = page_link(link(activity.id), *titles)
    under = tag("span", words.home_name(agreement, promise), class_="loft-small")
    return tag(
        "tr",
        tag("td", words.when(entry), role="cell", class_="loft-when"),
        tag("th", opened, under, mark_list(noted), scope="row", role="rowheader", class_="loft-what"),
        tag("td", *counts, role="cell", class_="loft-number"),
        tag("td", words.state(entry), role="cell", class_="loft-state"),
        tag("td", " – ".join(filter(None, (entry.place, entry.note))), role="cell", class_="loft-words"),
        role="row",
        class_="loft-withdrawn" if entry.state is ActivityState.WITHDRAWN else None,
    )
