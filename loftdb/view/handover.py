"""*Överlämning*: one printout for a successor; what waits stands first, then how everything is counted and by whom."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from loftdb.core.documents import Bullets, Document, Heading, KeyFacts, Note, Paragraph, Run, Table, Text
from loftdb.core.documents import Part as Drawn
from loftdb.core.duties import DutyStage, DutyState
from loftdb.core.handover import Handover, OpenDecision, Part, SignedMonths
from loftdb.core.model import Agreement, DutyRecurrence
from loftdb.core.moments import local
from loftdb.core.periods import next_month
from loftdb.view.duties import duty_name, window_text
from loftdb.view.formats import counted, listed, month_name, prose_date, table_date
from loftdb.view.handover_promises import counted_promises, readings, reporting, worded_promises
from loftdb.view.memo.document import section
from loftdb.view.texts import handover as words
from loftdb.view.texts.labels import label
from loftdb.view.texts.papers import DUTIES_HEADER, EXAMPLE, PAGES

_MOST_TITLES = 4


def handover_document(handover: Handover) -> Document:
    """Return the whole printout as a document in A4 portrait."""
    sections: tuple[tuple[str, Iterable[Drawn]], ...] = (
        (words.WAITS, (Bullets(tuple(_waits(handover)) or (words.NOTHING_WAITS,)),)),
        (words.OPEN, (_decisions(handover),)),
        (words.DUTIES, (_duties(handover),)),
        (words.UNEXPLAINED, (_unexplained(handover),)),
        (words.SIGNED, _signed(handover)),
        (words.REPORTS, (reporting(_agreements(handover)), Paragraph(words.REPORTS_NOTE, small=True))),
        *((each.agreement.title, _agreement(each.agreement, handover.day)) for each in _told(handover)),
        (words.PLACES, (KeyFacts(words.PAGES_OF),)),
    )
    opening = (Note(words.EXAMPLE_NOTE), _facts(handover)) if handover.is_example else (_facts(handover),)
    place = handover.municipality.name
    return Document(
        f"{words.TITLE}: {place}",
        handover.moment,
        (*opening, *(drawn for title, parts in sections for drawn in section(title, parts))),
        lead=words.LEAD,
        footer=f"{place} · {EXAMPLE}" if handover.is_example else place,
        pages=PAGES,
    )


def handover_file_name(handover: Handover) -> str:
    """Return a name in ASCII: ``overlamning-1486-2024-10-15.pdf``."""
    example = "-exempeldata" if handover.is_example else ""
    return f"overlamning-{handover.municipality.code}-{handover.day.isoformat()}{example}.pdf"


def months_text(months: Sequence[date]) -> str:
    """Write ``januari 2023–augusti 2024 och oktober 2024``: each unbroken run of months by its ends."""
    return listed(_run([month for _, month in run]) for _, run in groupby(enumerate(months), key=_place_in_run))


def _place_in_run(numbered: tuple[int, date]) -> int:
    """Return what is the same for all months of an unbroken run."""
    place, month = numbered
    return month.year * 12 + month.month - place


def _run(months: Sequence[date]) -> str:
    first, last = months[0], months[-1]
    if first == last:
        return month_name(last)
    between = " och " if next_month(first) == last else "–"
    return f"{month_name(first, last.year)}{between}{month_name(last)}"


def _parts(handover: Handover) -> tuple[Part, ...]:
    return (*handover.parts, *([handover.ended] if handover.ended else []))


def _told(handover: Handover) -> tuple[Part, ...]:
    """Return the agreements whose promises are told: those in force and to come, else the one that ended last."""
    return handover.parts or _parts(handover)


def _agreements(handover: Handover) -> list[Agreement]:
    return [each.agreement for each in _told(handover)]


def _facts(handover: Handover) -> KeyFacts:
    made = local(handover.moment)
    running = listed(_dated(each.agreement) for each in handover.parts) or words.NONE_RUNNING
    pairs = (
        (words.MUNICIPALITY, handover.municipality.name),
        (words.DISTRICT, listed(dict.fromkeys(each.agreement.district for each in _parts(handover)))),
        (words.RUNNING, running),
        (words.ENDED, _dated(handover.ended.agreement) if handover.ended else ""),
        *_meetings(handover),
        (words.MADE, f"{prose_date(made.date())} kl. {made:%H.%M}"),
    )
    return KeyFacts(tuple((name, value) for name, value in pairs if value))


def _meetings(handover: Handover) -> Iterator[tuple[str, str]]:
    held, coming = handover.held, handover.coming
    if held:
        yield words.HELD, f"{handover.council}, {prose_date(held.day)}"
    told = f"{handover.council}, {prose_date(coming.day)} ({label(coming.stage).lower()})" if coming else ""
    yield words.COMING, told or words.NO_MEETING


def _dated(agreement: Agreement) -> str:
    period = agreement.period
    return f"{agreement.title} ({prose_date(period.start)}–{prose_date(period.last)})"


def _waits(handover: Handover) -> Iterator[str]:
    """Yield one sentence for each thing that somebody should do, with where it is done."""
    for part in _parts(handover):
        for each in part.signed:
            if each.missing:
                yield words.UNSIGNED.format(party=label(each.party), months=months_text(each.missing))
    lagging = [each for part in handover.parts for each in part.lagging]
    if lagging:
        yield words.LAGGING.format(
            titles=listed(f"{each.promise.title} ({label(each.state).lower()})" for each in lagging)
        )
    stale = [promise.title for part in handover.parts for promise in part.stale]
    if stale:
        yield _stale(stale)
    yield from _late(handover)
    for part in _parts(handover):
        yield from (_duty_waits(each) for each in part.duties if each.stage is not DutyStage.UPCOMING)
    yield from _readings(handover)


def _stale(titles: Sequence[str]) -> str:
    if len(titles) > _MOST_TITLES:
        return words.STALE_MANY.format(count=counted(len(titles), "löfte", "löften"))
    return words.STALE.format(titles=listed(titles))


def _late(handover: Handover) -> Iterator[str]:
    due = sum(each.decision.is_due(handover.day) for each in handover.decisions)
    if due:
        yield words.DECISIONS_DUE.format(count=f"{due} beslut") if due > 1 else words.DECISION_DUE
    unexplained = dict.fromkeys(each.promise.title for part in _parts(handover) for each in part.unexplained)
    if unexplained:
        yield words.EXPLAIN.format(titles=listed(unexplained))


def _duty_waits(state: DutyState) -> str:
    window = window_text(state.occasion.window)
    return words.DUTY.format(name=duty_name(state), window=window, stage=label(state.stage).lower())


def _readings(handover: Handover) -> Iterator[str]:
    for agreed, sentence in ((False, words.DISAGREED), (None, words.UNASKED)):
        titles = [title for each in _agreements(handover) for title in readings(each, agreed)]
        if titles:
            yield sentence.format(titles=listed(titles))


def _decisions(handover: Handover) -> Drawn:
    rows = tuple(_decision(each, handover.day) for each in handover.decisions)
    return Table(words.OPEN_HEADER, rows, widths=(8, 4, 3, 2)) if rows else Paragraph(words.NONE_OPEN)


def _decision(made: OpenDecision, today: date) -> tuple[Text, ...]:
    decision = made.decision
    about = f"\n{words.ABOUT.format(title=made.promise.title)}" if made.promise else ""
    due = table_date(decision.due)
    return (
        (Run(decision.action or words.HIDDEN, strong=True), Run(about)),
        decision.function,
        (Run(due, strong=True), Run(f"\n{words.LATE}")) if decision.is_due(today) else due,
        table_date(made.made),
    )


def _duties(handover: Handover) -> Drawn:
    rows = tuple(row for part in _parts(handover) for row in _owed(part, handover.day))
    return Table(DUTIES_HEADER, rows, widths=(5, 4, 3, 3)) if rows else Paragraph(words.NO_DUTIES)


def _owed(part: Part, today: date) -> Iterator[tuple[Text, ...]]:
    """Yield each occasion, then what is owed at every meeting of an agreement that is in force."""
    for each in part.duties:
        yield duty_name(each), each.duty.to_whom, window_text(each.occasion.window), label(each.stage)
    for duty in part.agreement.duties if today in part.agreement.period else ():
        if duty.recurrence is DutyRecurrence.PER_MEETING:
            yield duty.title, duty.to_whom, words.EVERY_MEETING, ""


def _unexplained(handover: Handover) -> Drawn:
    rows = tuple(
        (each.promise.title, words.WHOLE if each.year is None else str(each.year), label(each.state))
        for part in _parts(handover)
        for each in part.unexplained
    )
    return Table(words.UNEXPLAINED_HEADER, rows, widths=(6, 3, 3)) if rows else Paragraph(words.NONE_UNEXPLAINED)


def _signed(handover: Handover) -> Iterator[Drawn]:
    """Yield a table for each agreement with something to sign."""
    parts = _parts(handover)
    for part in parts:
        if part.signed:
            rows = tuple(_months(each) for each in part.signed)
            caption = part.agreement.title if len(parts) > 1 else ""
            yield Table(words.SIGNED_HEADER, rows, widths=(2, 5, 5), caption=caption)


def _months(signed: SignedMonths) -> tuple[Text, ...]:
    done = months_text(signed.signed) or words.NONE_SIGNED
    return label(signed.party), done, months_text(signed.missing) or words.NONE_MISSING


def _agreement(agreement: Agreement, today: date) -> Iterator[Drawn]:
    areas = listed(f"{rank}. {area}" for rank, area in enumerate(agreement.problem_areas, 1))
    yield KeyFacts(tuple((name, value) for name, value in _about(agreement, areas) if value))
    for title, parts in (
        (words.HOW_COUNTED, tuple(counted_promises(agreement, today))),
        (words.IN_WORDS, tuple(worded_promises(agreement))),
    ):
        if parts:
            yield from (Heading(title, 2), *parts)


def _about(agreement: Agreement, areas: str) -> Iterator[tuple[str, str]]:
    period = agreement.period
    yield words.PERIOD, f"{prose_date(period.start)}–{prose_date(period.last)}"
    yield words.FOLLOWED, prose_date(agreement.followed_from) if agreement.followed_from > period.start else ""
    yield words.WITH, listed(each.name for each in agreement.municipalities[1:])
    yield words.AREAS, areas
    yield words.SOURCE, agreement.source
