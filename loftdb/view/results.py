"""*Löfte*, the figures: where it stands and why, year by year, both readings, the target's changes."""

from collections.abc import Iterable, Sequence
from datetime import date

from loftdb.core.model import (
    Activity,
    Interpretation,
    Measure,
    Target,
    Verdict,
)
from loftdb.view import phrases
from loftdb.view.bars import bar, standing_badge
from loftdb.view.figures import Row, figures
from loftdb.view.forecast import forecast_text
from loftdb.view.formats import listed, prose_date
from loftdb.view.markup import Html, tag
from loftdb.view.sentences import count_label, judged_label, sentence, target_label
from loftdb.view.strips import CellState, Strip, drawing, strip_text, window_name
from loftdb.view.tables import table
from loftdb.view.texts.labels import label

WHOLE = "Hela perioden"
NO_ROW = "Det året bedöms inte för sig. Välj hela perioden."
YEARS_CAPTION = "År för år"

STYLE = """
.loft-result-now{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;justify-content:space-between;
max-width:52rem}
.loft-result-now .loft-figure{font-size:clamp(1.5rem,1.1rem + 1.6vw,2.25rem);line-height:1.15}
.loft-result-now .loft-standing{font-size:1.25rem}
.loft-result-now .loft-bar,.loft-result-now p{flex:0 0 100%}
.loft-result-now .loft-bar{height:1.5rem}
.loft-sentence{font-size:1.1em}
.loft-readings{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:1rem 2.5rem;
margin-top:1rem}
.loft-readings h3{font-size:1rem;padding:0}
.loft-years{max-width:40rem}
.loft-years p{display:flex;gap:.25rem 1rem;justify-content:space-between;flex-wrap:wrap;padding:.4rem 0;
border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-page .loft-block{margin-top:2rem;max-width:60rem}
.loft-block h2{margin-bottom:.5rem}
.loft-block summary{padding:.7rem 0;cursor:pointer;font-weight:600}
.loft-block tr>:first-child{padding-left:0}
.loft-block .loft-strip{margin-bottom:.25rem}
.loft-block p{margin-top:.5rem}
.loft-block tbody th,.loft-block .loft-stacked td:nth-child(n+3){white-space:nowrap}
@media (max-width:40rem){
.loft-block :is(th,td){padding-inline:.3rem}
.loft-block thead th{white-space:normal}
.loft-block td:not(:last-child){overflow-wrap:anywhere}
.loft-block tr>:last-child{padding-right:0}
}
@media (max-width:22rem){.loft-block :is(th,td){font-size:.875em;padding-inline:.2rem}}
"""


def heading() -> Html:
    """Return the heading of the counts of a promise that is also told in words."""
    return blocks(block("Tillfällen"))


def standing(row: Row, today: date) -> Html:
    """Return läge, figure, bar and the arithmetic sentence of one row."""
    facts = figures(row)
    is_open = facts.target is None and not facts.is_held
    foretold = forecast_text(facts)
    return blocks(
        tag(
            "div",
            tag("span", _headline(row), class_="loft-figure"),
            standing_badge(facts.state),
            None if is_open else bar(facts),
            tag("p", sentence(facts, today), class_="loft-sentence"),
            tag("p", foretold, class_="loft-sentence") if foretold else None,
            tag(
                "p",
                f"{judged_label(facts)}." + (f" Mål: {target_label(facts)}." if facts.is_held else ""),
                class_="loft-small",
            ),
            class_="loft-result-now",
        )
    )


def _headline(row: Row) -> str:
    facts = figures(row)
    if facts.is_unknown:
        return f"{phrases.capital(facts.plural)}: {count_label(facts).lower()}"
    return count_label(facts) if facts.is_held else f"{count_label(facts)} {facts.plural}"


def strip(told: Strip, measure: Measure, cancelled: Iterable[Activity], year: int | None) -> Html:
    """Return the windows as cells, in words, and the missed ones with why an occasion was cancelled."""
    singular, plural = told.words
    names = _missed(told, measure, cancelled, year)
    missed = tag("p", tag("strong", f"Missade {plural}: "), f"{names}.") if names else None
    title = f"{singular.capitalize()} för {singular}"
    return blocks(block(title, drawing(told), tag("p", f"{strip_text(told)}."), missed))


def _missed(told: Strip, measure: Measure, cancelled: Iterable[Activity], year: int | None) -> str:
    own = [each for each in cancelled if any(share.measure == measure.number for share in each.entry.shares)]
    kinds = (CellState.MISSED, CellState.CANCELLED)
    return listed(
        window_name(cell.days, told.interval, year) + _why(each for each in own if each.entry.days.start in cell.days)
        for cell in told.cells
        if cell.state in kinds
    )


def _why(cancelled: Iterable[Activity]) -> str:
    reasons = sorted({label(each.entry.reason).lower() for each in cancelled if each.entry.reason})
    return f" (inställt: {listed(reasons)})" if reasons else ""


def years_table(rows: Sequence[Row], verdicts: Sequence[Verdict | None], whole: Verdict | None) -> Html:
    """Return a line per year with the verdict that the figures propose; ``whole``: that of all the years together."""
    lines = [
        (
            WHOLE if facts.year is None else str(facts.year), target_label(facts), count_label(facts),
            label(facts.state), _verdict(verdict),
        )
        for facts, verdict in zip(map(figures, rows), verdicts, strict=True)
    ]  # fmt: skip
    if len(lines) > 1 and whole:
        lines.append((WHOLE, "varje år för sig", "", "", _verdict(whole)))
    headers = ("År", "Mål", "Utfall", "Läge", "Föreslagen bedömning")
    return blocks(block(None, table(headers, lines, YEARS_CAPTION, stacked=True)))


def _verdict(verdict: Verdict | None) -> str:
    return label(verdict) if verdict else "–"


def readings(target: Target, rows: Iterable[Row], others: Iterable[Row]) -> Html | None:
    """Return *Tolkning*: how an open text is read, and what each reading gives, side by side; null if none is open."""
    read = target.interpretation
    if read is None or read.other_interval is None:
        return None
    both = tag("div", _reading("Så läses det", rows), _reading("Den andra läsningen", others), class_="loft-readings")
    return blocks(block("Tolkning", tag("p", read.text), tag("p", _decided(read), class_="loft-small"), both))


def _decided(read: Interpretation) -> str:
    agreed = {True: "överens", False: "inte överens", None: "har inte svarat"}[read.agreed]
    return f"{read.by}, {prose_date(read.on)}. Parterna: {agreed}."


def by_year(rows: Iterable[Row]) -> Html:
    """Return where each year stands, for a period that has no judgement of its own."""
    return blocks(tag("div", *_years(rows), class_="loft-years"))


def _reading(title: str, rows: Iterable[Row]) -> Html:
    read = [figures(row) for row in rows]
    target = target_label(read[0]) if read else ""
    return tag("div", tag("h3", f"{title}: {target}"), *_years(read), class_="loft-years")


def _years(rows: Iterable[Row]) -> list[Html]:
    return [
        tag(
            "p",
            tag("span", f"{WHOLE if each.year is None else each.year}: {count_label(each)}"),
            standing_badge(each.state),
        )
        for each in map(figures, rows)
    ]


def block(title: str | None, *children: Html | None) -> Html:
    """Return one part of the page; null: it has no heading of its own."""
    return tag("section", tag("h2", title) if title else None, *children, class_="loft-block")


def blocks(*children: Html | None) -> Html:
    """Return parts in the page's own type and measure."""
    return tag("div", *children, class_="loft-page")
