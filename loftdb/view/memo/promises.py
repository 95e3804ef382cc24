"""One promise of a board's text: what was promised, its läge with symbol and bar, its sentence, and what is said of it.

Of a sensitive promise counts per month and its läge are told, never a comment; 1–4 in a month is "färre än 5", and then
no total that would give the number away (section 4).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from loftdb.core.documents import Figure, Heading, Paragraph, Run, Together
from loftdb.core.documents import Part as Drawn
from loftdb.core.memo import Counted, Followed, MonthCount, Row
from loftdb.core.model import Interpretation, Promise, PromiseKind, Standing
from loftdb.view import phrases
from loftdb.view.bars import bar_text
from loftdb.view.figures import Figures, figures
from loftdb.view.forecast import forecast_text
from loftdb.view.formats import listed, month_name, number, prose_date
from loftdb.view.printed import bar_file, symbol_file
from loftdb.view.rows import NO_STATUS, covered_text, laggards_first, list_label
from loftdb.view.sentences import UNREPORTED, count_label, judged_label, sentence, target_label
from loftdb.view.texts import functions
from loftdb.view.texts.labels import NO_PARTY, label, parties_label
from loftdb.view.worded import IS_OLD, done_name

NEXT = "Nästa steg:"
FEW, FEWEST = "färre än 5", 5


def promise_part(followed: Followed, day: date, tells_day: bool = True) -> Together:
    """Return one promise as parts kept together; ``tells_day``: through which day it is judged is said here."""
    word, symbol = state(followed)
    return Together(
        (
            Heading(followed.promise.title, 3, word, symbol),
            Paragraph(followed.promise.summary),
            *counted_parts(followed, day),
            *told_parts(followed),
            Paragraph(small_print(followed, tells_day), small=True),
        )
    )


def state(followed: Followed) -> tuple[str, str]:
    """Return the word beside the title with its symbol (empty: none): the most urgent läge, or the status."""
    rows = now(followed)
    if rows and is_counted(followed):
        standing = laggards_first(rows)[0].state
        return label(standing), "" if standing is Standing.NO_TARGET else symbol_file(standing)
    status = followed.word.status if followed.word else None
    return label(status) if status else NO_STATUS if followed.promise.is_told_in_words else "", ""


def is_counted(followed: Followed) -> bool:
    """Tell whether the promise is told by its number; every other is told by its status, so that each counts once."""
    return followed.promise.has_target or not followed.promise.is_told_in_words


def now(followed: Followed) -> list[Row]:
    """Return the rows of the year, or of the term, of all the promise's measures."""
    return [row for counted in followed.counted for row in counted.now]


def result(followed: Followed, row: Row | Figures) -> str:
    """Write ``55 av 80 trafikkontroller``; empty where the number is not for everybody."""
    facts = figures(row)
    if followed.promise.sensitive:
        return ""
    return _figure(facts, followed.promise)


def _figure(facts: Figures, promise: Promise) -> str:
    """Write the figure with what is counted, weeks and other intervals only where a promise counts several things."""
    if facts.is_held or facts.is_unknown:
        return f"{count_label(facts)} ({facts.plural})" if len(promise.measures) > 1 else count_label(facts)
    return f"{count_label(facts)}{phrases.noun_after(facts, facts.target or facts.actual)}"


def counted_parts(followed: Followed, day: date) -> Iterator[Drawn]:
    """Yield bar and sentence of each row, then the years before; of a sensitive promise only its months."""
    for counted in followed.counted:
        yield from _counted(followed.promise, counted, day)


def _counted(promise: Promise, counted: Counted, day: date) -> Iterator[Drawn]:
    if promise.sensitive:
        yield Paragraph(_by_month(counted))
        return
    for row in counted.now:
        facts = figures(row)
        if drawing := bar_file(facts):
            yield Figure(drawing, bar_text(facts))
        text = " ".join(text for text in (sentence(facts, day), forecast_text(facts)) if text)
        is_named = facts.is_held and len(promise.measures) > 1
        name = (Run(f"{phrases.capital(facts.plural)}. ", strong=True),) if is_named else ()
        yield Paragraph((*name, Run(text)) if name else text)
    if counted.earlier:
        yield Paragraph(" ".join(year_text(row, promise) for row in counted.earlier))


def year_text(row: Row, promise: Promise) -> str:
    """Write ``2023: 95 av 80 trafikkontroller, Uppnått.``"""
    facts = figures(row)
    told = "" if facts.state is Standing.NO_TARGET else f", {label(facts.state)}"
    return f"{facts.year}: {_figure(facts, promise)}{told}."


def _by_month(counted: Counted) -> str:
    """Write ``Hundsök per månad: januari 0, mars färre än 5.``, and the total only where it gives nothing away."""
    name = phrases.capital(counted.measure.plural)
    if not counted.months:
        return f"{name}: inga månader är bedömda än."
    if all(each.count is None for each in counted.months):
        return f"{name}: {UNREPORTED.lower()}."
    told = listed(f"{month_name(each.first, each.first.year)} {_few(each)}" for each in counted.months)
    known = [each.count or 0 for each in counted.months]
    is_open = all(each.count is not None and not 0 < each.count < FEWEST for each in counted.months)
    total = f" Sammanlagt {number(sum(known))}." if is_open else ""
    return f"{name} per månad {counted.months[0].first.year}: {told}.{total}"


def _few(month: MonthCount) -> str:
    if month.count is None:
        return UNREPORTED.lower()
    return FEW if 0 < month.count < FEWEST else number(month.count)


def told_parts(followed: Followed) -> Iterator[Drawn]:
    """Yield the last word, with its day; a list's items first."""
    word, promise = followed.word, followed.promise
    if promise.kind is PromiseKind.LIST and promise.items:
        covered = covered_text(promise, word)
        yield Paragraph(f"{list_label(promise, word)} klara.{f' {covered}.' if covered else ''}")
    if word and (word.done or word.next_step):
        parts = [(f"{_mark(done_name(promise, word))} ", word.done), (f" {NEXT} ", word.next_step)]
        runs = [run for name, text in parts if text for run in (Run(name, strong=True), Run(text))]
        yield Paragraph(tuple(runs))


def _mark(name: str) -> str:
    return name if name.endswith("?") else f"{name}:"


def small_print(followed: Followed, tells_day: bool = True) -> str:
    """Say who answers, what the target is, how an open text is read, and how far the figures reach."""
    return " ".join(_small(followed, tells_day))


def _small(followed: Followed, tells_day: bool) -> Iterator[str]:
    promise, rows = followed.promise, now(followed)
    owners = parties_label(promise.parties, promise.third_parties)
    yield f"{owners}." if owners == NO_PARTY else f"Ansvarig: {owners}."
    if promise.function:
        yield f"{functions.said(promise.function)}."
    yield from _targets(promise, rows)
    if promise.conditional:
        yield f"Villkorat: {promise.conditional}"
    yield from (_read(each) for each in _interpretations(followed))
    yield from dict.fromkeys(f"{judged_label(row)}." for row in rows if tells_day)
    if followed.word:
        yield f"Status den {prose_date(followed.word.on)}.{f' {IS_OLD}' if followed.is_stale else ''}"


def _targets(promise: Promise, rows: Sequence[Row]) -> Iterator[str]:
    """Yield what is promised, where the sentence has not said it with what it was reckoned from."""
    for facts in map(figures, rows):
        if facts.state is not Standing.NO_TARGET and facts.target_original is None and not facts.average:
            of = f" för {facts.plural}" if len(promise.measures) > 1 else ""
            yield f"Mål{of}: {target_label(facts)}."


def _interpretations(followed: Followed) -> Iterator[Interpretation]:
    for counted in followed.counted:
        if counted.measure.targets and (read := counted.measure.targets[-1].interpretation):
            yield read


def _read(interpretation: Interpretation) -> str:
    agreed = {True: "överens", False: "inte överens", None: "har inte svarat"}[interpretation.agreed]
    return f"Tolkning: {interpretation.text} Parterna: {agreed}."
