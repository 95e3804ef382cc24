"""What is said after saving: what was saved, what to look at, and where the promise stands now.

The receipt is a live region that is on the page before anything is saved, so that screen readers announce it.
"""

from collections.abc import Callable, Iterable
from datetime import date

from loftdb.core.entries import Counted
from loftdb.core.errors import Issue
from loftdb.core.model import Activity, ActivityState, Measure
from loftdb.view.bars import bar, standing_badge
from loftdb.view.figures import Figures, Row, figures
from loftdb.view.formats import counted, duration
from loftdb.view.markup import Html, joined, page_link, tag
from loftdb.view.rows import Link
from loftdb.view.sentences import count_label, preliminary_label, sentence
from loftdb.view.texts.activities import home_name
from loftdb.view.texts.issues import issue_text
from loftdb.view.texts.labels import label
from loftdb.view.texts.logging_form import amounts, saved_on

STYLE = """
[data-testid=stMarkdownContainer]:has(>.loft-receipt){margin-bottom:0}
.loft-receipt:focus{outline:none}
.loft-receipt p{margin:0}
.loft-receipt ul{list-style:none;margin:0;padding:0}
.loft-receipt li{margin:0;padding:.35rem 0}
.loft-said{font-weight:600}
.loft-now{display:flex;flex-wrap:wrap;gap:.1rem 1rem;align-items:baseline;justify-content:space-between}
.loft-warning{border-left:4px solid #b87400;padding-left:.75rem;margin-top:.35rem!important}
@media (forced-colors:active){.loft-warning{border-color:CanvasText}}
"""

_SAVED = {
    ActivityState.DONE: "Sparat",
    ActivityState.PLANNED: "Sparat som planerad, räknas inte än",
    ActivityState.CANCELLED: "Sparat som inställd, räknas inte",
    ActivityState.WITHDRAWN: "Ångrat, räknas inte längre",
}


def live(inside: Html) -> Html:
    """Return the live region with what is to be announced; empty: nothing yet."""
    return tag("div", inside, class_="loft-receipt", role="status", aria_live="polite", aria_atomic="true", tabindex=-1)


def announced(sentence: str, warnings: Iterable[Issue] = (), told: Callable[[Issue], str] = issue_text) -> Html:
    """Return the live region with what was saved and what to look at; an empty one for no sentence."""
    return live(_with_warnings(sentence, warnings, told) if sentence else Html(""))


def saved(activity: Activity, known: Counted, warnings: Iterable[Issue]) -> Html:
    """Say what was saved, or withdrawn, and what to look at."""
    return _with_warnings(_said(activity, known), warnings, issue_text)


def _with_warnings(sentence: str, warnings: Iterable[Issue], told: Callable[[Issue], str]) -> Html:
    cautions = (tag("p", told(each), class_="loft-warning") for each in warnings)
    return joined(tag("p", sentence, class_="loft-said"), *cautions)


def standings(rows: Iterable[Row], link: Link, today: date) -> Html:
    """Return where the promises stand now."""
    return tag("ul", *(_standing(figures(row), link, today) for row in rows), role="list")


def link_line(text: str, address: str) -> Html:
    """Return a line that is a link inside the program."""
    return tag("p", page_link(address, text), class_="loft-small")


def _said(activity: Activity, known: Counted) -> str:
    entry = activity.entry
    parts = [(known[share.measure], share.count) for share in entry.shares if share.measure in known]
    agreement, promise, _ = parts[0][0]
    reason = f" ({label(entry.reason).lower()})" if entry.reason else ""
    place = f", {entry.place.strip()}" if entry.place.strip() else ""
    what = amounts([_amount(measure, count) for (_, _, measure), count in parts])
    when = saved_on((entry.days.start, entry.days.last), promise.sensitive)
    return f"{_SAVED[entry.state]}{reason}: {what}, {home_name(agreement, promise)}{place}, {when}."


def _amount(measure: Measure, count: int) -> str:
    return (
        f"{duration(count)} {measure.plural}" if measure.minutes else counted(count, measure.singular, measure.plural)
    )


def _standing(facts: Figures, link: Link, today: date) -> Html:
    """Return title, figure, läge, bar and sentence of one promise."""
    title = page_link(link(facts.promise, facts.year), facts.title, class_="loft-title loft-link")
    later = preliminary_label(facts, today)
    figure = tag("span", f"{count_label(facts)}{f', {later}' if later else ''}", class_="loft-figure")
    return tag(
        "li",
        tag("div", title, class_="loft-now"),
        tag("div", figure, standing_badge(facts.state), class_="loft-now"),
        bar(facts),
        tag("span", sentence(facts, today), class_="loft-small"),
    )
