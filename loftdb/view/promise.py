"""*Löfte*, all that no figure changes: what was promised, by whom, in whose words; and the list of all promises."""

from collections.abc import Iterable

from loftdb.core.model import Agreement, Promise
from loftdb.view.formats import listed, sorting_key
from loftdb.view.markup import Child, Html, page_link, tag
from loftdb.view.overview import problems
from loftdb.view.rows import Link
from loftdb.view.texts import functions
from loftdb.view.texts.labels import NO_PARTY, parties_label

INDEX_TITLE = "Löften"
INDEX_LEAD = "Välj ett löfte för att se allt som ligger bakom det."
WHOLE = "Hela perioden"
TO_OVERVIEW, LOG = "Till Översikt", "Registrera"
NO_WORDING = "Den exakta lydelsen är inte inläst än. Sammanfattningen ovan är skriven med egna ord."
NO_OCCASION = "Det är inte bestämt än."

STYLE = """
.loft-page nav{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;justify-content:space-between;align-items:center}
.loft-page nav a,.loft-back{display:inline-flex;align-items:center;min-height:2.75rem}
.loft-action{padding:0 1.25rem;border:1px solid;border-radius:.375rem;font-weight:600;text-decoration:none!important}
.loft-lead{font-size:1.2em;max-width:46rem;margin-top:.5rem!important}
.loft-marks{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;margin-top:.6rem!important;list-style:none;padding:0!important}
.loft-marks li{margin:0!important;padding:0!important;font-size:1em}
.loft-about{display:grid;gap:1.4rem;max-width:42rem}
.loft-about h2{font-size:1.125rem;margin-bottom:.2rem}
.loft-about blockquote{margin:0;padding-left:1rem;border-left:3px solid;white-space:pre-line}
.loft-about .loft-problems{display:block;margin:0}
.loft-about .loft-problems span{display:none}
.loft-about .loft-problems ol{display:block;padding:0;margin:0}
.loft-names{list-style:none;margin:0!important;padding:0!important;columns:22rem;column-gap:2.5rem}
.loft-names li{break-inside:avoid;margin:0!important;padding:0!important;font-size:1em}
.loft-names a{display:inline-block;padding:.4rem 0;line-height:1.4}
@media (max-width:40rem){.loft-names a{padding:.7rem 0}}
"""


def page_title(agreement: Agreement, promise: Promise) -> str:
    """Return the page's name for tabs, history and bookmarks."""
    return f"{promise.title}, {agreement.home.name}"


def head(agreement: Agreement, promise: Promise, back: str, log: str | None) -> Html:
    """Return the page's head; ``back`` leads to *Översikt*, ``log`` to *Registrera* (null: not for this actor)."""
    ways = tag("nav", page_link(back, f"← Översikt, {agreement.home.name}"), _action(log), aria_label="Vägar härifrån")
    kicker = tag("p", f"{agreement.home.name} · {agreement.title} · {promise.heading}", class_="loft-kicker")
    lead = tag("p", promise.summary, class_="loft-lead")
    marks = tag("ul", *(tag("li", mark) for mark in _marks(agreement, promise)), class_="loft-marks")
    return _page(ways, tag("header", kicker, tag("h1", promise.title), lead, marks))


def about(agreement: Agreement, promise: Promise) -> Html:
    """Return what the promise says, how it is read, and where it comes from."""
    areas = problems(agreement)
    return _page(
        tag(
            "div",
            _section("Så står det i medborgarlöftet", _quoted(promise.wording)),
            _section("Vad räknas som ett tillfälle?", promise.occasion or NO_OCCASION) if promise.measures else None,
            _section("Villkorat", promise.conditional) if promise.conditional else None,
            _section("Problemområden", areas) if areas else None,
            _section("Källa", f"{agreement.source} Löfte {promise.position}."),
            class_="loft-about",
        )
    )


def index(agreements: Iterable[Agreement], link: Link) -> Html:
    """Return every promise as a link, by municipality in Swedish order and as the source has them."""
    ordered = sorted(agreements, key=lambda each: (sorting_key(each.home.name), each.period))
    parts = (_names(agreement, link) for agreement in ordered)
    return _page(tag("h1", INDEX_TITLE), tag("p", INDEX_LEAD, class_="loft-lead"), *parts)


def way_back(address: str) -> Html:
    """Return a link to *Översikt*, for a page that cannot show what was asked for."""
    return tag("p", page_link(address, TO_OVERVIEW, class_="loft-back loft-link"))


def _names(agreement: Agreement, link: Link) -> Html:
    title = f"{agreement.home.name}, {agreement.title}"
    items = (tag("li", page_link(link(promise.id, None), promise.title)) for promise in agreement.promises)
    names = tag("ul", *items, class_="loft-names", role="list", aria_label=title)
    return tag("section", tag("header", tag("h2", title)), names, class_="loft-part")


def _marks(agreement: Agreement, promise: Promise) -> Iterable[str]:
    owners = parties_label(promise.parties, promise.third_parties)
    yield owners if owners == NO_PARTY else f"Ansvarig: {owners}"
    if promise.function:
        yield functions.said(promise.function)
    others = [each.name for each in agreement.municipalities if each.code in promise.municipalities[1:]]
    if others:
        yield f"Gemensamt med {listed(others)}"
    if promise.conditional:
        yield "Villkorat"
    if promise.sensitive:
        yield "Känsligt löfte"


def _section(title: str, content: Child) -> Html:
    return tag("section", tag("h2", title), content if isinstance(content, Html) else tag("p", content))


def _quoted(wording: str | None) -> Html | str:
    return tag("blockquote", wording) if wording else NO_WORDING


def _action(address: str | None) -> Html | None:
    return page_link(address, LOG, class_="loft-link loft-action") if address else None


def _page(*children: Child) -> Html:
    return tag("div", *children, class_="loft-page")
