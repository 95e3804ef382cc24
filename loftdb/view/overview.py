"""*Översikt* as one piece of HTML: what is known, promises per läge, then every promise of the year as a row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from loftdb.core.deviations import Deviation, Key
from loftdb.core.meetings.records import IndicatorValue
from loftdb.core.model import (
    SIGNING_PARTIES,
    Agreement,
    Municipality,
    Party,
    Promise,
    PromiseKind,
    Status,
    StatusUpdate,
)
from loftdb.view.bars import bar_legend
from loftdb.view.figures import Row, figures
from loftdb.view.formats import counted, listed, month_name, months_listed, number, prose_date
from loftdb.view.indicators import indicators
from loftdb.view.markup import Html, page_link, tag
from loftdb.view.rows import Link, laggards_first, list_item, listing, progress_item, quality_item, standing_chips
from loftdb.view.sentences import judged_text
from loftdb.view.texts.labels import label

MUNICIPALITY, AGREEMENT, YEAR = "Kommun", "Medborgarlöfte", "År"
"""What the choices above the page are called."""

JUDGED_THROUGH, AS_KNOWN = "Läge till och med", "Senast avstämt"

NOTHING_TO_READ = (
    "Den här rollen har inget att läsa här. Publicerade redovisningar för allmänheten kommer i en senare version. "
    "Byt roll högst upp på sidan, eller be en administratör om läsrätt."
)

NOTHING_YET = (
    "Så länge ingen månad är avstämd vet ingen om något har gjorts: det står Uppgift saknas, "
    "och läget räknas på det som är registrerat fram till i dag."
)

_MOST_MONTHS = 4
_WHOSE = {
    (Party.POLICE,): "polisens",
    (Party.MUNICIPALITY,): "kommunens",
    SIGNING_PARTIES: "gemensamma",
}
_URGENCY = (Status.DELAYED, Status.NOT_BEGUN, Status.BEGUN, Status.ONGOING, Status.DONE, Status.DROPPED)

STYLE = """
.loft-page{line-height:1.45}
.loft-page p{margin:0}
.loft-page h1{padding:0;margin:0}
.loft-page h2{padding:0;margin:0}
.loft-page [data-testid=stHeaderActionElements]{display:none}
.loft-kicker{opacity:.85}
.loft-known{margin-top:.35rem!important}
.loft-lacking{font-weight:600}
.loft-page .loft-chips{margin:1rem 0 0;font-weight:600}
.loft-page .loft-begin{margin-top:1rem;max-width:46rem}
.loft-problems{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;margin-top:.35rem}
.loft-problems ol{display:contents;list-style:none}
.loft-problems li{margin:0}
.loft-part{margin-top:2.25rem}
.loft-part>header{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:.1rem 1.5rem;
margin-bottom:.6rem}
.loft-part>header p{opacity:.85}
.loft-part+.loft-indicators{margin-top:2.25rem}
@media (min-width:1600px){.loft-page{font-size:1.15rem}}
@media print{.stApp{background:#fff!important}.stApp,.stApp *{color:#000!important}
.st-key-filters,.st-key-demo [data-testid=stSelectbox]{display:none!important}
.loft-rows>li{break-inside:avoid}.loft-part>header{break-after:avoid}.loft-page{max-width:none;font-size:10pt}
.loft-track,.loft-actual,.loft-preliminary,.loft-missed{print-color-adjust:exact}}
"""


@dataclass(frozen=True)
class Board:
    """What the page shows: progress rows with a target and without, and the latest word on the other promises."""

    agreement: Agreement
    municipality: Municipality
    year: int
    judged: Sequence[Row]
    counted: Sequence[Row]
    previous: Mapping[int, int]
    """Last year's actual by measure number."""
    statuses: Sequence[tuple[Promise, StatusUpdate | None]]
    unreported: Mapping[Party, Sequence[date]]
    """Months without sign-off."""
    today: date
    indicators: Sequence[IndicatorValue] = ()
    """Figures from elsewhere, beside the promises."""
    begin: tuple[str, str] | None = None
    """The addresses of *Registrera* and *Månadsblad* while nothing at all is registered; else null."""
    deviations: Mapping[Key, Deviation] = field(default_factory=dict)
    """What is written of what went otherwise: a row says whether that is accepted."""


def page(board: Board, link: Link) -> Html:
    """Return the whole page; what is measured elsewhere comes last, for the promises that lag are to stand first."""
    promises = (_with_target(board, link), _without_target(board, link), _in_words(board, link))
    return tag("div", _head(board), *promises, indicators(board.indicators), class_="loft-page")


def page_title(municipality: Municipality, year: int) -> str:
    """Return the page's name for tabs, history and bookmarks."""
    return f"{municipality.name} {year}"


def not_here(asked: str, shown: str, what: str) -> str:
    """Say that what the address asks for cannot be shown, and what is shown instead; ``what`` names the choice."""
    whom = " för din roll" if what in (MUNICIPALITY, AGREEMENT) else ""
    other = "ett annat" if what in (AGREEMENT, YEAR) else "en annan"
    return f"{what} ”{asked}” finns inte att visa{whom}. {_day_in_words(shown)} visas i stället; välj {other} i listan."


def _day_in_words(text: str) -> str:
    try:
        return prose_date(date.fromisoformat(text))
    except ValueError:
        return text or AS_KNOWN


def judged_phrases(rows: Iterable[Row], year: int, end: date | None = None) -> list[str]:
    """Say through which day the rows are judged, one sentence per day where these differ; ``end``: none is later."""
    owners: dict[tuple[date, bool], set[tuple[Party, ...]]] = {}
    for facts in map(figures, rows):
        parties = tuple(party for party in SIGNING_PARTIES if party in facts.parties) or SIGNING_PARTIES
        through = min(facts.judged_through, end or facts.judged_through)
        owners.setdefault((through, facts.signed), set()).add(parties)
    if len(owners) == 1:
        return [judged_text(*next(iter(owners)), year)]
    return [
        f"{_whose(whose)}: {judged_text(*cutoff, year).replace('Läge', 'läge')}"
        for cutoff, whose in sorted(owners.items())
    ]


def _whose(whose: set[tuple[Party, ...]]) -> str:
    named = listed(sorted(_WHOSE[parties] for parties in whose))
    return f"{named[:1].upper()}{named[1:]} löften"


def unreported_phrase(unreported: Mapping[Party, Sequence[date]], year: int) -> str:
    """Write ``Uppgift saknas: polisen för juli och augusti``; empty when every month is signed off."""
    lacking: dict[str, list[str]] = {}
    for party, months in unreported.items():
        if months:
            lacking.setdefault(_months(months, year), []).append(label(party).lower())
    return f"Uppgift saknas: {listed(f'{listed(who)} för {when}' for when, who in lacking.items())}" if lacking else ""


def _months(months: Sequence[date], year: int) -> str:
    if len(months) <= _MOST_MONTHS:
        return months_listed(months, year)
    first, last = months[0], months[-1]
    ends = (last.year, year) if first.year == last.year else (None, None)
    span = "–".join(map(month_name, (first, last), ends))
    return f"{counted(len(months), 'månad', 'månader')}, {span}"


def _head(board: Board) -> Html:
    agreement, year = board.agreement, board.year
    known = [*judged_phrases([*board.judged, *board.counted], year, agreement.period.last), _followed(agreement)]
    lacking = unreported_phrase(board.unreported, year)
    return tag(
        "header",
        tag("p", f"{agreement.title} · {agreement.district}", class_="loft-kicker"),
        tag("h1", f"{board.municipality.name} {year}"),
        *(tag("p", text, class_="loft-known") for text in known if text),
        tag("p", lacking, class_="loft-lacking") if lacking else None,
        problems(agreement),
        standing_chips(board.judged) if board.judged else None,
        beginning(*board.begin) if board.begin else None,
    )


def _followed(agreement: Agreement) -> str:
    """Tell of a follow-up that began after the agreement did (5.8)."""
    first = agreement.followed_from
    return f"Följs här från {prose_date(first)}." if first > agreement.period.start else ""


def beginning(register: str, sheet: str) -> Html:
    """Return what to do while nothing is registered; the addresses lead to *Registrera* and *Månadsblad*."""
    ways = (page_link(way, name) for name, way in _ways(register, sheet))
    first, other = ways
    said = ("Inget är registrerat än. Börja med ", first, " för en enskild aktivitet eller ", other, " för en månad. ")
    return tag("p", *said, NOTHING_YET, class_="loft-begin")


def _ways(register: str, sheet: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("Registrera", register), ("Månadsblad", sheet)


def problems(agreement: Agreement) -> Html | None:
    """Return the ranked problem areas on one line; null where the text ranks none."""
    if not agreement.problem_areas:
        return None
    items = (tag("li", f"{rank}. {area}") for rank, area in enumerate(agreement.problem_areas, 1))
    return tag("div", tag("span", "Problemområden:"), tag("ol", *items), class_="loft-problems")


def _with_target(board: Board, link: Link) -> Html:
    promises = board.agreement.promises
    measured = sum(any(measure.targets for measure in promise.measures) for promise in promises)
    share = f"{number(measured)} av {counted(len(promises), 'löfte', 'löften')} har ett måltal"
    written = board.deviations.get
    items = [
        progress_item(row, link, today=board.today, deviation=written((row.measure, row.year)))
        for row in laggards_first(board.judged)
    ]
    return _part(
        "Löften med måltal",
        share,
        items,
        bar_legend(any(row.is_held for row in map(figures, board.judged))) if items else None,
    )


def _without_target(board: Board, link: Link) -> Html | None:
    rows = laggards_first(board.counted)
    items = [progress_item(row, link, board.previous.get(row.number), board.today) for row in rows]
    when = "hittills i år" if board.year == board.today.year else f"under {board.year}"
    return _part("Löften utan måltal", f"Antal {when}, och hela året före", items) if items else None


def _in_words(board: Board, link: Link) -> Html | None:
    items = [_told(board, promise, update, link) for promise, update in sorted(board.statuses, key=_urgency)]
    return _part("Löften som följs med status", "Det senaste som är sagt om varje löfte", items) if items else None


def _told(board: Board, promise: Promise, update: StatusUpdate | None, link: Link) -> Html:
    item = list_item if promise.kind is PromiseKind.LIST else quality_item
    is_stale = update is not None and update.is_stale(board.today, board.agreement.period)
    return item(promise, update, link, board.year, is_stale)


def _urgency(told: tuple[Promise, StatusUpdate | None]) -> tuple[int, int]:
    promise, update = told
    status = update.status if update and update.status else Status.NOT_BEGUN
    return _URGENCY.index(status), promise.position


def _part(title: str, note: str, items: Sequence[Html], legend: Html | None = None) -> Html:
    body = listing(items, title) if items else tag("p", "Inga löften här har ett måltal det här året.")
    return tag("section", tag("header", tag("h2", title), legend, tag("p", note)), body, class_="loft-part")
