"""*Underlag till tjänsteskrivelse*: one document, as PDF or as text to paste; it proposes, and a person decides."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from loftdb.core.documents import (
    Bullets,
    Document,
    Figure,
    Heading,
    KeyFacts,
    Note,
    Paragraph,
    Run,
    Table,
    Text,
    flattened,
)
from loftdb.core.documents import Part as Drawn
from loftdb.core.memo import Followed, Memo, Part, Row
from loftdb.core.model import Standing, Status
from loftdb.core.moments import local
from loftdb.view.figures import figures
from loftdb.view.formats import counted, listed, number, prose_date
from loftdb.view.memo import duties
from loftdb.view.memo.decision import DRAFT, is_late, lags, proposals
from loftdb.view.memo.promises import is_counted, now, promise_part, result, state
from loftdb.view.memo.unknown import unknown
from loftdb.view.rows import NO_STATUS, laggards_first, standing_counts
from loftdb.view.texts.labels import label
from loftdb.view.texts.papers import EXAMPLE, PAGES
from loftdb.view.texts.thresholds import RULES_TITLE, rules

KICKER = "Underlag till tjänsteskrivelse"
EXAMPLE_NOTE = "Exempeldata: det som är registrerat är påhittat. Använd inte underlaget i ett verkligt ärende."
NOT_BINDING = (
    "Ett medborgarlöfte är inte rättsligt bindande. Uppföljningen visar om det som lovades blev gjort, och hur ofta. "
    "Den säger inget om vilken effekt det har haft."
)
NONE_LAGS = "Inget löfte ligger efter."
BARS = (
    "I staplarna är det mörka utfallet och det ljusa preliminärt. Det prickade strecket visar vad som väntades "
    "hittills, och det tjocka strecket målet."
)
NO_DEVIATIONS = "Det finns inga avvikelser att förklara."
NOT_WRITTEN = "Avvikelse och orsak är inte skriven än."

_JUDGED = (Standing.ON_TRACK, Standing.REACHED)


def memo_document(memo: Memo) -> Document:
    """Return the whole text as a document in A4 portrait."""
    names = listed(dict.fromkeys(map(_named, memo.parts)))
    sections: tuple[tuple[str, Iterable[Drawn]], ...] = (
        ("Sammanfattning", (drawn for part in memo.parts for drawn in summary(part, len(memo.parts) > 1))),
        ("Bakgrund", (*map(_background, memo.parts), Paragraph(NOT_BINDING))),
        *((_follow_up_title(memo, part), _follow_up(part, memo.day)) for part in memo.parts),
        ("Avvikelser", (_deviations(memo),)),
        ("Det som inte är känt", (Bullets(unknown(memo.parts, memo.day)),)),
        (duties.TITLE, duties.duties_table(memo)),
        (RULES_TITLE, (Bullets(rules(memo.thresholds)),)),
        ("Förslag till beslut", (Bullets(tuple(proposals(memo, names)), numbered=True), Paragraph(DRAFT, small=True))),
    )
    opening = (Note(EXAMPLE_NOTE), _facts(memo)) if memo.is_example else (_facts(memo),)
    return Document(
        f"Uppföljning av {names}",
        memo.moment,
        (*opening, *(drawn for title, parts in sections for drawn in section(title, parts))),
        kicker=f"{KICKER} · {memo.municipality.name}",
        footer=f"{memo.municipality.name} · {EXAMPLE}" if memo.is_example else memo.municipality.name,
        pages=PAGES,
    )


def memo_file_name(memo: Memo, ending: str) -> str:
    """Return a name in ASCII: ``underlag-1486-2024-10-15.pdf``."""
    example = "-exempeldata" if memo.is_example else ""
    return f"underlag-{memo.municipality.code}-{memo.day.isoformat()}{example}.{ending}"


def _named(part: Part) -> str:
    """Return the agreement's title as it stands inside a sentence."""
    title = part.agreement.title
    return f"m{title[1:]}" if title.startswith("Medborgarlöfte") else title


def section(title: str, parts: Iterable[Drawn]) -> Iterator[Drawn]:
    """Yield the parts under their heading; nothing at all where there are none."""
    if said := tuple(parts):
        yield from (Heading(title), *said)


def _facts(memo: Memo) -> KeyFacts:
    made = local(memo.moment)
    pairs = (
        ("Kommun", memo.municipality.name),
        ("Lokalpolisområde", listed(dict.fromkeys(part.agreement.district for part in memo.parts))),
        ("Läge till och med", judged_days(memo.parts)),
        ("Framtaget", f"{prose_date(made.date())} kl. {made:%H.%M}, ur det som då var registrerat"),
    )
    return KeyFacts(tuple((name, value) for name, value in pairs if value))


def judged_days(parts: Iterable[Part]) -> str:
    """Write ``31 augusti 2024 (avstämt)``; where promises are judged to several days, each says its own."""
    days = sorted({judged for part in parts for judged in part.judged_through})
    told = listed(f"{prose_date(day)} ({'avstämt' if signed else 'inte avstämt'})" for day, signed in days)
    return f"{told}; det står vid varje löfte" if len(days) > 1 else told


def summary(part: Part, named: bool = False) -> Iterator[Drawn]:
    """Yield counts of promises per läge and status, never a share of the whole (5.21), then those that lag.

    ``named``: the agreement is said first, as where there are several.
    """
    rows = counted_rows(part)
    told = f" Löften som räknas, {part.year}: {standing_counts(rows)}." if rows else ""
    whose = f"{part.agreement.title}: " if named else ""
    yield Paragraph(f"{whose}{have_targets(part)}{told} {_statuses(part)}".strip())
    lagging = lagging_items(part)
    if lagging:
        yield Bullets(lagging)
    elif any(figures(row).state in _JUDGED for row in rows):
        yield Paragraph(NONE_LAGS)


def have_targets(part: Part) -> str:
    """Write ``7 av 21 löften har ett måltal.``"""
    measured = sum(each.promise.has_target for each in part.followed)
    some = number(measured) if measured else "Inget"
    return f"{some} av {counted(len(part.followed), 'löfte', 'löften')} har ett måltal."


def counted_rows(part: Part) -> list[Row]:
    """Return the rows of the promises that are counted by their number."""
    return [row for each in part.followed for row in now(each) if is_counted(each)]


def status_counts(part: Part) -> dict[str, int]:
    """Count the other promises per status, those without one last."""
    told = [each for each in part.followed if not is_counted(each)]
    counts = Counter(each.word.status if each.word else None for each in told)
    named = [(label(status), counts[status]) for status in Status]
    return {name: count for name, count in (*named, (NO_STATUS, counts[None])) if count}


def lagging_items(part: Part) -> tuple[Text, ...]:
    """Return the promises that are late or lag, each with its läge and figure."""
    return tuple(_lagging(each) for each in part.followed if is_late(each) or lags(each))


def _statuses(part: Part) -> str:
    """Write ``Löften som följs med status: Löpande 5, Försenat 1 och Ingen status satt 6.``"""
    said = [f"{name.lower()} {number(count)}" for name, count in status_counts(part).items()]
    return f"Löften som följs med status: {listed(said)}." if said else ""


def _lagging(followed: Followed) -> Text:
    word, _ = state(followed)
    figure = next((text for row in laggards_first(now(followed)) if (text := result(followed, row))), "")
    return (Run(followed.promise.title, strong=True), Run(f": {word}{f', {figure}' if figure else ''}."))


def _background(part: Part) -> Paragraph:
    agreement = part.agreement
    period = f"{prose_date(agreement.period.start)}–{prose_date(agreement.period.last)}"
    several = [each.name for each in agreement.municipalities[1:]]
    places = f"kommunerna {listed([agreement.home.name, *several])}" if several else "kommunen"
    areas = listed(f"{rank}. {area}" for rank, area in enumerate(agreement.problem_areas, 1))
    is_later = agreement.followed_from > agreement.period.start
    parts = (
        f"{agreement.title} är en överenskommelse mellan polisen och {places} om vad var och en ska göra {period}.",
        f"Problemområdena är {areas}." if areas else "",
        f"Löftena följs här från {prose_date(agreement.followed_from)}." if is_later else "",
        f"Källa: {agreement.source}",
    )
    return Paragraph(" ".join(text for text in parts if text))


def _follow_up_title(memo: Memo, part: Part) -> str:
    return f"Uppföljning {part.year}" + (f": {_named(part)}" if len(memo.parts) > 1 else "")


def _follow_up(part: Part, day: date) -> Iterator[Drawn]:
    promises = {each.promise.id: promise_part(each, day, len(part.judged_through) > 1) for each in part.followed}
    if any(isinstance(drawn, Figure) for drawn in flattened(tuple(promises.values()))):
        yield Paragraph(BARS, small=True)
    for heading, group in groupby(part.followed, key=lambda each: each.promise.heading):
        yield Heading(heading, 2)
        yield from (promises[each.promise.id] for each in group)


def _deviations(memo: Memo) -> Drawn:
    rows = tuple(row for part in memo.parts for each in part.followed for row in _explained(each))
    header = ("Löfte", "År", "Avvikelse och orsak")
    return Table(header, rows, widths=(4, 0, 7)) if rows else Paragraph(NO_DEVIATIONS)


def _explained(followed: Followed) -> Iterator[tuple[Text, ...]]:
    title = followed.promise.title
    told: list[tuple[int | None, Text]] = [(each.year, each.text) for each in followed.explained]
    told += [
        (each.year, (Run(f"{label(each.state)}. "), Run(NOT_WRITTEN, emphasis=True))) for each in followed.unexplained
    ]
    for year, text in sorted(told, key=lambda each: each[0] or 0):
        yield title, "Hela perioden" if year is None else str(year), text
