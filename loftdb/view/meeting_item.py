"""One promise at a meeting, drawn for a projector: what it is, what to say, where it stands, what lies behind it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

import plotly.graph_objects as go

from loftdb.core.meetings.agenda import Item
from loftdb.core.meetings.records import Comment, WrittenVerdict
from loftdb.core.meetings.shown import Explanation, Shown, frame_of
from loftdb.core.meetings.tally import Logged, Tally, count_of
from loftdb.core.model import ActivityState, Measure, Promise, StatusUpdate
from loftdb.core.periods import DAY, Period
from loftdb.core.progress import records
from loftdb.view import phrases, worded
from loftdb.view.bars import standing_badge
from loftdb.view.charts import Course
from loftdb.view.figures import Figures, figures
from loftdb.view.formats import month_name
from loftdb.view.markup import Child, Html, tag
from loftdb.view.meeting_speech import Speech
from loftdb.view.memo.promises import year_text
from loftdb.view.sentences import count_label
from loftdb.view.strips import Strip, drawing, missed_text
from loftdb.view.tables import table
from loftdb.view.texts import functions
from loftdb.view.texts import meeting_item as words
from loftdb.view.texts.labels import NO_PARTY, label, parties_label
from loftdb.view.texts.lagging import DEVIATION
from loftdb.view.texts.meeting_papers import explanation_text

STYLE = """
.loft-item h1{font-size:2em;line-height:1.2;margin:.2rem 0}
.loft-item .loft-marks{font-size:1em}
.loft-say{margin-bottom:1.75rem!important;border-left:.35rem solid;padding:.25rem 0 .25rem 1.25rem;max-width:46rem}
.loft-say h2{font-size:1em;margin:0 0 .4rem}
.loft-say p{font-size:1.25em;line-height:1.45;margin:0 0 .7rem!important}
.loft-say p:last-child{margin:0!important}
.st-key-mote-item .loft-result-now .loft-figure{font-size:clamp(1.75rem,1.1rem + 2vw,3.5rem);line-height:1.15}
.st-key-mote-item .loft-result-now .loft-standing{font-size:1.4em}
.st-key-mote-item .loft-page p .loft-standing{font-size:1em}
.st-key-mote-item .loft-word .loft-figure{font-size:clamp(1.75rem,1.1rem + 1.5vw,3rem)}
.st-key-mote-item [data-testid=stForm]{border:0;padding:0;max-width:44rem}
.st-key-mote-item .loft-table tbody th{white-space:nowrap}
.loft-told-why{max-width:46rem;margin-top:1rem}
.st-key-mote-item .loft-revisions{margin-top:1.25rem}
.st-key-mote-item [data-testid=stExpander]{margin-top:.5rem}
.loft-told-why h3,.loft-decisions h3{font-size:1em;margin:.75rem 0 .2rem;padding:0}
.loft-decision{margin:0;padding:.5rem 0 .1rem;border-top:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-decision strong,.loft-decision span{display:block}
.st-key-mote [class*=st-key-mote-fold] :is(details,summary,summary *){color:inherit!important;opacity:1}
.st-key-mote [class*=st-key-mote-fold] summary p{font-weight:600}
.loft-late{font-weight:600}
.loft-note{white-space:pre-line;max-width:46rem}
.st-key-mote-item h2{font-size:1.25em}
@media (min-width:1600px){.st-key-mote [data-testid=stDateInput] :is([role=spinbutton],[role=spinbutton]~*){
font-size:1.25rem}}
@media (forced-colors:active){.loft-decision{border-color:CanvasText}}
"""

_LETTERS, _MOST_TICKS = 15, 7
"""Pixels, and how many months of that size a phone has room for."""

_NEVER = datetime.combine(date.min, time())
"""When a frozen word was registered is not known."""


def head(item: Item) -> Html:
    """Return the promise's title, where a step to it arrives, who made it, and what marks it."""
    agreement, promise = item.agreement, item.promise
    owners = parties_label(promise.parties, promise.third_parties)
    marks = [owners if owners == NO_PARTY else f"Ansvarig: {owners}"]
    marks += [functions.said(promise.function)] if promise.function else []
    marks += [promise.heading] if promise.heading != owners else []
    marks += [agreement.title]
    marks += ["Villkorat"] if promise.conditional else []
    marks += ["Känsligt löfte"] if promise.sensitive else []
    listed = tag("ul", *(tag("li", mark) for mark in dict.fromkeys(marks)), class_="loft-marks")
    place = f"lofte-{agreement.id}-{promise.position}"
    title = tag("h1", promise.title, class_="loft-arrive", id=place, tabindex=-1)
    return page(tag("header", title, listed, class_="loft-item"))


def say(speech: Speech) -> Html:
    """Return the three sentences to read aloud."""
    title = tag("h2", words.SAY)
    return page(tag("section", title, *(tag("p", each) for each in speech), class_="loft-say", aria_label=words.SAY))


def latest_word(item: Item, day: date) -> Html | None:
    """Return the last word on a promise that is told in words."""
    if item.word is None:
        return None
    said = item.word.said
    update = said and StatusUpdate(
        item.promise.id, 1, said.on, said.status, said.done, said.next_step, said.covered, "", _NEVER
    )
    return worded.latest(item.promise, item.agreement, [update] if update else [], day)


def earlier(item: Item, shown: Shown, year: int | None) -> Html | None:
    """Return how the years before ``year`` went, in the words of the papers; null for none, and where sensitive."""
    if item.promise.sensitive or year is None:
        return None
    own = [row for row in records(frame_of(shown)) if row["promise"] == item.promise.id]
    before = [row for row in own if (figures(row).year or year) < year]
    return page(*(tag("p", year_text(row, item.promise)) for row in before)) if before else None


def why(explanations: Sequence[Explanation], today: date) -> Html | None:
    """Return what is written to the public of what went otherwise, year by year; null for nothing.

    As the papers say it: also who has accepted it until when, and that the time is over.
    """
    if not explanations:
        return None
    parts = [_explained(each, today) for each in explanations]
    return page(tag("section", tag("h2", DEVIATION), *parts, class_="loft-told-why"))


def _explained(told: Explanation, today: date) -> Html:
    return tag("p", tag("strong", f"{told.year}: ") if told.year else None, explanation_text(told, today))


def interpretation(measure: Measure) -> Html | None:
    """Return how a text that leaves its number open is read; null where it leaves nothing open."""
    read = measure.targets[-1].interpretation if measure.targets else None
    if read is None:
        return None
    return page(tag("p", tag("strong", "Tolkning: "), read.text, class_="loft-small"))


def strip(told: Strip, year: int | None) -> Html:
    """Return the weeks or other short intervals as cells, and the missed ones by name."""
    missed = missed_text(told, year or 0)
    names = tag("p", tag("strong", words.missed(told.words[1])), f"{missed}.") if missed else None
    return page(drawing(told), names)


def large(figure: go.Figure) -> go.Figure:
    """Return a chart with letters to be read from the back of a room; Streamlit's theme has its own size for each."""
    figure.update_layout(legend_font_size=_LETTERS)
    figure.update_annotations(font_size=_LETTERS)
    places, names = figure.layout.xaxis.tickvals, figure.layout.xaxis.ticktext
    step = -(-len(places) // _MOST_TICKS)
    figure.update_xaxes(tickfont_size=_LETTERS, tickvals=places[::step], ticktext=names[::step])
    return figure.update_yaxes(tickfont_size=_LETTERS)


def course(row: Figures, days: list[tuple[date, int]], known_through: date, line: list[tuple[date, float]]) -> Course:
    """Return what the chart draws of a row."""
    return Course(
        days=Period(row.start, row.last + DAY),
        actual=days,
        known_through=known_through,
        judged_through=min(row.judged_through, row.last),
        expected=line,
        expected_floor=row.expected_floor,
        target=row.target,
        plural=row.plural,
        minutes=row.minutes,
        likely=(row.low, row.high) if row.low is not None and row.high is not None else None,
    )


def occasions_name(row: Figures, is_alone: bool) -> str:
    """Name what opens the log behind a number."""
    return words.BEHIND_NUMBER if is_alone else f"{words.BEHIND_NUMBER}: {row.plural}"


def occasions(row: Figures, found: Logged, sums: Tally, shown: int) -> Html:
    """Return the log behind a number: its own sum, and its newest entries; of a sensitive promise only months."""
    planned = phrases.write(row, sums.planned) if sums.planned else ""
    later = phrases.write(row, sums.preliminary) if sums.preliminary else ""
    through = phrases.day(row, min(row.judged_through, row.last))
    total = tag("p", tag("strong", words.tally(phrases.write(row, sums.counted), later, planned, through)))
    if not found.entries and not found.months:
        return page(tag("p", words.NO_OCCASIONS))
    months = tuple(found.months)
    helps = [words.BY_MONTH] if months else list(_helps(row, found))
    lines = tag("p", words.shown_of(min(shown, len(found.entries)), len(found.entries)), class_="loft-small")
    return page(
        total,
        _months(row, months) if months else None,
        _entries(row, found, shown) if found.entries else None,
        lines if len(found.entries) > shown else None,
        *(tag("p", text, class_="loft-small") for text in helps),
    )


def _entries(row: Figures, found: Logged, shown: int) -> Html:
    """Return the newest entries as a table: when, how many, what, where; never who."""
    lines = [
        (
            words.when(each, has_week=row.is_held),
            f"{words.about(each.precision)}{phrases.write(row, count_of(each, row.number))}",
            words.kind(each, each.state is ActivityState.DONE and each.days.last > row.judged_through),
            each.place or "–",
        )
        for each in found.entries[:shown]
    ]
    return table(words.OCCASION_HEADINGS, lines, phrases.capital(row.plural))


def _months(row: Figures, months: Sequence[tuple[date, int]]) -> Html:
    lines = [(month_name(first), phrases.write(row, count)) for first, count in reversed(months)]
    return table(words.MONTH_HEADINGS, lines, phrases.capital(row.plural))


def _helps(row: Figures, found: Logged) -> Iterable[str]:
    kinds = {each.kind for each in found.entries}
    yield from (text for kind, text in words.KIND_HELP.items() if kind in kinds)
    if row.is_held and kinds & words.KIND_HELP.keys():
        yield words.WEEK_HELP


def comment(written: Comment | None, promise: Promise) -> Html:
    """Return what the meeting said; nothing of a sensitive promise to those who may not read it."""
    text = None if written and promise.sensitive else tag("p", words.NO_COMMENT, class_="loft-small")
    if written and written.text:
        text = tag("p", written.text, class_="loft-note")
    return page(tag("section", tag("h2", words.COMMENT), text, class_="loft-told-why"))


def verdict(written: Sequence[WrittenVerdict], earlier: Sequence[tuple[WrittenVerdict, date]] = ()) -> Html:
    """Return the meeting's verdicts, and those of earlier meetings on what it has not judged itself."""
    own = {each.year for each in written if each.verdict}
    parts = [part for each in written if each.verdict for part in _verdict(each)]
    parts += [part for each, day in earlier if each.year not in own for part in _verdict(each, day)]
    parts = parts or [tag("p", words.NO_VERDICT, class_="loft-small")]
    return page(tag("section", tag("h2", words.VERDICT), *parts, class_="loft-told-why"))


def _verdict(each: WrittenVerdict, day: date | None = None) -> Iterable[Html]:
    """Yield a verdict with what the figures suggested where that is another; ``day``: of the meeting that made it."""
    said = tag("strong", f"{words.year_choice(each.year)}: {label(each.verdict) if each.verdict else ''}")
    made = tag("span", f" {words.judged_on(day)}", class_="loft-small") if day else None
    yield tag("p", said, made, class_="loft-verdict")
    other = words.suggested(each.proposed) if each.proposed is not each.verdict and each.proposed else ""
    text = " ".join(part for part in (each.motivation, other) if part)
    if text:
        yield tag("p", text, class_="loft-note")


def whole_term(rows: Sequence[Figures]) -> Html | None:
    """Return where the whole term stands beside its year, for what is judged by held intervals; null for nothing."""
    held = [each for each in rows if each.is_held and each.completed]
    named = [(f"{words.WHOLE}, {each.plural}" if len(rows) > 1 else words.WHOLE, each) for each in held]
    lines = (tag("p", f"{name}: {count_label(each)} ", standing_badge(each.state)) for name, each in named)
    return page(*lines) if held else None


def one_of_several(row: Figures) -> Html | None:
    """Return what is counted, above one of several figures; null where the figure says it."""
    return page(tag("h2", phrases.capital(row.plural))) if row.is_held else None


def about_log(promise: Promise, known_on: datetime | None) -> Html:
    """Return what counts as an occasion, where somebody has said, and as of when the log is shown (null: now)."""
    counts = tag("p", tag("strong", f"{words.WHAT_COUNTS} "), promise.occasion, class_="loft-small")
    known = tag("p", words.as_known(known_on), class_="loft-small") if known_on else None
    return page(counts if promise.occasion else None, known)


def rule() -> Html:
    """Return the line between what is shown and what is written."""
    return page(tag("hr", class_="loft-item-rule"))


def page(*children: Child) -> Html:
    """Return parts in the page's own type."""
    return tag("div", *children, class_="loft-page")
