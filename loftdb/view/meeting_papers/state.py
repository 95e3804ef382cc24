"""*Läget inför mötet*: what the members get, in A4 landscape, from the frozen figures alone; what lags stands first."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from loftdb.core.documents import (
    Alignment,
    Bullets,
    Columns,
    Document,
    Heading,
    KeyFacts,
    Note,
    Orientation,
    Paragraph,
    Run,
    Table,
    Together,
)
from loftdb.core.documents import Part as Drawn
from loftdb.core.duties import DutyStage
from loftdb.core.meetings.agenda import Group, Item, agenda
from loftdb.core.meetings.shown import OwedDuty, Shown
from loftdb.core.memo import Followed, Part, Row
from loftdb.core.model import Standing
from loftdb.view import phrases
from loftdb.view.duties import window_text
from loftdb.view.figures import figures
from loftdb.view.formats import number
from loftdb.view.indicators import indicator_parts
from loftdb.view.meeting_papers.gathered import judged_day, parts
from loftdb.view.meeting_papers.since import change_parts
from loftdb.view.memo.document import (
    BARS,
    NONE_LAGS,
    NOT_BINDING,
    counted_rows,
    have_targets,
    judged_days,
    lagging_items,
    section,
    status_counts,
)
from loftdb.view.memo.promises import counted_parts, now, result, small_print, state, told_parts
from loftdb.view.memo.unknown import unknown
from loftdb.view.rows import URGENCY, standing_by_promise
from loftdb.view.texts import indicators
from loftdb.view.texts import meeting_papers as words
from loftdb.view.texts.labels import label
from loftdb.view.texts.lagging import DEVIATION
from loftdb.view.texts.meeting import meeting_name, moment_text, since
from loftdb.view.texts.papers import DUTIES_HEADER, EXAMPLE, PAGES
from loftdb.view.texts.thresholds import RULES_TITLE, rules

_WIDTHS = (5, 8)
_URGENT = (Group.LAGGING, Group.STALE, Group.OVERDUE)


def state_document(shown: Shown, now: datetime, is_example: bool) -> Document:
    """Return the document; ``now`` (naive UTC) dates one whose figures are not frozen, which is a draft."""
    name = meeting_name(shown.council, shown.municipality.name)
    return Document(
        words.titled(words.STATE_TITLE, shown.day),
        shown.known_on or now,
        tuple(_parts(shown, is_example)),
        kicker=name,
        footer=footer(name, is_example, shown.known_on is None),
        pages=PAGES,
        orientation=Orientation.LANDSCAPE,
    )


def _parts(shown: Shown, is_example: bool) -> Iterator[Drawn]:
    gathered = parts(shown)
    yield from _opening(shown, gathered, is_example)
    yield from section(words.SHORTLY, _shortly(gathered))
    yield from _promises(shown, gathered, _URGENT)
    yield from together(section(since(shown.previous) if shown.previous else words.SINCE, _since(shown)))
    yield from _promises(shown, gathered, (Group.REST,))
    for title, told in (
        (words.DUTIES, _duties(shown)),
        (words.UNKNOWN, _unknown(gathered, judged_day(shown))),
        (indicators.TITLE, indicator_parts(shown.indicators)),
        (RULES_TITLE, small_rules(shown)),
    ):
        yield from together(section(title, told))


def state_file_name(shown: Shown, is_example: bool) -> str:
    """Return a name in ASCII: ``laget-1486-2024-10-15.pdf``."""
    return file_name("laget", shown, is_example, shown.known_on is None) + ".pdf"


def footer(name: str, is_example: bool, is_draft: bool) -> str:
    """Write what every page says: whose it is, and that it is an example or a draft."""
    marks = ((EXAMPLE, is_example), (words.DRAFT, is_draft))
    return " · ".join((name, *(mark for mark, applies in marks if applies)))


def file_name(first: str, shown: Shown, is_example: bool, is_draft: bool) -> str:
    """Return a file name in ASCII without its ending."""
    marks = (("exempeldata", is_example), ("utkast", is_draft))
    return "-".join(
        (first, str(shown.municipality.code), shown.day.isoformat(), *(m for m, applies in marks if applies))
    )


def opening_facts(gathered: tuple[Part, ...]) -> Iterator[tuple[str, str]]:
    """Yield of which agreements it is, and through which day they are judged."""
    yield words.AGREEMENTS, "\n".join(words.agreement_text(part.agreement) for part in gathered)
    if judged := judged_days(gathered):
        yield words.JUDGED, judged


def _opening(shown: Shown, gathered: tuple[Part, ...], is_example: bool) -> Iterator[Drawn]:
    if is_example:
        yield Note(words.EXAMPLE_NOTE)
    if shown.known_on is None:
        yield Note(words.STATE_DRAFT)
    frozen = words.FROZEN_TEXT.format(moment=moment_text(shown.known_on)) if shown.known_on else words.NOT_FROZEN
    yield KeyFacts((*opening_facts(gathered), (words.FROZEN, frozen)))


def small_rules(shown: Shown) -> tuple[Drawn, ...]:
    """Return how a läge was judged, in small type, and what that does not say."""
    return Paragraph("\n".join(rules(shown.thresholds)), small=True), Paragraph(NOT_BINDING, small=True)


def _shortly(gathered: tuple[Part, ...]) -> Iterator[Drawn]:
    for part in gathered:
        if len(gathered) > 1:
            yield Heading(part.agreement.title, 2)
        yield _summary(part)
    rows = [figures(row) for part in gathered for row in counted_rows(part)]
    if any(row.target is not None for row in rows):
        yield Paragraph(f"{BARS}{words.MISSED if any(row.is_held for row in rows) else ''}", small=True)


def _summary(part: Part) -> Columns:
    """Return how many promises stand where, per läge and per status, and beside it those that lag."""
    standings = standing_by_promise(counted_rows(part))
    counted = {label(standing): standings[standing] for standing in URGENCY if standings[standing]}
    tables = (
        _counts(words.COUNTED.format(year=part.year), counted),
        _counts(words.TOLD, status_counts(part)),
        (Paragraph(have_targets(part)), *_lagging(part)),
    )
    columns = tuple(column for column in tables if column)
    return Columns(columns, (4,) * (len(columns) - 1) + (7,))


def _lagging(part: Part) -> Iterator[Drawn]:
    """Yield the promises that lag, or that none does where some are judged."""
    if items := lagging_items(part):
        yield Bullets(items)
    elif any(figures(row).state in (Standing.ON_TRACK, Standing.REACHED) for row in counted_rows(part)):
        yield Paragraph(NONE_LAGS)


def _unknown(gathered: tuple[Part, ...], day: date) -> Iterator[Drawn]:
    for part in gathered:
        if len(gathered) > 1:
            yield Heading(part.agreement.title, 2)
        yield Bullets(unknown((part,), day))


def _counts(title: str, counts: Mapping[str, int]) -> tuple[Table, ...]:
    rows = tuple((name, number(count)) for name, count in counts.items())
    alignments = (Alignment.START, Alignment.END)
    return (Table((title, words.COUNT), rows, alignments, (1, 0)),) if rows else ()


def together(told: Iterable[Drawn]) -> Iterator[Together]:
    """Yield a section that stays on one page while it fits on one; nothing for nothing."""
    if said := tuple(told):
        yield Together(said)


def _since(shown: Shown) -> Iterator[Drawn]:
    if shown.previous is None:
        yield Paragraph(words.FIRST_MEETING)
        return
    yield from change_parts(shown.since, shown) or (Paragraph(words.NOTHING_SINCE),)


def _promises(shown: Shown, gathered: tuple[Part, ...], groups: tuple[Group, ...]) -> Iterator[Drawn]:
    """Yield the promises of some groups, each group under its heading."""
    followed = {each.promise.id: each for part in gathered for each in part.followed}
    ordered = agenda(shown, ())
    tells = len(gathered) > 1, len({judged for part in gathered for judged in part.judged_through}) > 1
    for group in groups:
        items = ordered.group(group)
        yield from section(label(group), (_promise(shown, each, followed[each.promise.id], tells) for each in items))


def _promise(shown: Shown, item: Item, followed: Followed, tells: tuple[bool, bool]) -> Columns:
    """Return one promise: what it is and where it stands to the left, why to the right.

    ``tells``: its agreement, and the day it is judged through, where these differ between promises.
    """
    tells_agreement, tells_day = tells
    word, symbol = state(followed)
    figure = "\n".join(text for row in now(followed) if (text := figure_text(followed, row)))
    whose = f"{item.agreement.title}. " if tells_agreement else ""
    left = (
        Heading(followed.promise.title, 2, word, symbol),
        *((Paragraph((Run(figure, strong=True),)),) if figure else ()),
        Paragraph(f"{whose}{small_print(followed, tells_day)}", small=True),
    )
    right = (Paragraph(followed.promise.summary, small=True), *counted_parts(followed, judged_day(shown)))
    return Columns((left, (*right, *told_parts(followed), *_deviations(followed))), _WIDTHS)


def figure_text(followed: Followed, row: Row) -> str:
    """Write ``42 av 80 trafikkontroller, förväntat hittills 53``; empty where the number is not for everybody."""
    told, awaited = result(followed, row), expected(followed, row)
    return f"{told}, {words.EXPECTED.format(count=awaited)}" if awaited else told


def expected(followed: Followed, row: Row) -> str:
    """Write what was expected by the judged day, while the row runs; empty where nothing is, or nobody may know."""
    facts = figures(row)
    is_over = facts.state in (Standing.REACHED, Standing.NOT_REACHED, Standing.CANNOT_JUDGE)
    if facts.expected_floor is None or facts.is_held or is_over or followed.promise.sensitive:
        return ""
    return phrases.write(facts, facts.expected_floor)


def _deviations(followed: Followed) -> Iterator[Paragraph]:
    for explained in followed.explained:
        of = f" {explained.year}" if explained.year else ""
        yield Paragraph((Run(f"{DEVIATION}{of}: ", strong=True), Run(explained.text)))
    for lacking in followed.unexplained:
        of = f" {lacking.year}" if lacking.year else ""
        yield Paragraph((Run(f"{DEVIATION}{of}: ", strong=True), Run(words.NOT_WRITTEN)))


def _duties(shown: Shown) -> Iterator[Table]:
    """Yield what is not done yet, in the order it is owed."""
    left = sorted((each for each in shown.duties if each.stage is not DutyStage.DONE), key=lambda each: each.window)
    if left:
        rows = tuple((_duty_name(each), each.to_whom, window_text(each.window), label(each.stage)) for each in left)
        yield Table(DUTIES_HEADER, rows, widths=(5, 5, 3, 3))


def _duty_name(duty: OwedDuty) -> str:
    return f"{duty.title} för {duty.occasion}" if duty.occasion.isdigit() else duty.title
