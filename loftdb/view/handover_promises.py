"""How each promise of a handover is counted, and who reports it: what the agreement settles, no läge."""

from collections.abc import Iterator, Sequence
from datetime import date

from loftdb.core.documents import Bullets, Paragraph, Part, Run, Table, Text
from loftdb.core.model import Agreement, Interpretation, Measure, Promise, SeasonKind, Target
from loftdb.core.season_choice import applies
from loftdb.view.formats import counted, noun, prose_date
from loftdb.view.phrases import capital
from loftdb.view.promise import NO_OCCASION
from loftdb.view.seasons import why
from loftdb.view.texts import handover as words
from loftdb.view.texts.labels import NO_PARTY, parties_label
from loftdb.view.texts.targets import amount_phrase, interval_phrase


def counted_promises(agreement: Agreement, today: date) -> Iterator[Part]:
    """Yield a table of the promises that are counted; nothing where there are none."""
    rows = [
        (_title(promise), _targets(promise, today), _counting(agreement, promise, today))
        for promise in agreement.promises
        if promise.measures
    ]
    if rows:
        yield Table(words.COUNTED_HEADER, tuple(rows), widths=(4, 4, 7))
        yield Paragraph(words.EVENLY, small=True)


def worded_promises(agreement: Agreement) -> Iterator[Part]:
    """Yield a list of the promises that are followed by words alone; nothing where there are none."""
    items = tuple(_worded(promise) for promise in agreement.promises if not promise.measures)
    if items:
        yield Bullets(items)
    if any(promise.sensitive for promise in agreement.promises if not promise.measures):
        yield Paragraph(words.SENSITIVE_NOTE, small=True)


def reporting(agreements: Sequence[Agreement]) -> Table:
    """Return who reports which promises: by party and function, never by person."""
    found: dict[tuple[str, str], list[str]] = {}
    for agreement in agreements:
        for promise in agreement.promises:
            who = parties_label(promise.parties, promise.third_parties)
            function = capital(promise.function) or words.NO_FUNCTION
            found.setdefault((who, function), []).append(promise.title)
    ordered = sorted(found.items(), key=lambda each: each[0][0] == NO_PARTY)
    rows = tuple((who, function, ", ".join(dict.fromkeys(titles))) for (who, function), titles in ordered)
    return Table(words.REPORTS_HEADER, rows, widths=(3, 3, 6))


def readings(agreement: Agreement, agreed: bool | None) -> list[str]:
    """Return the promises whose *Tolkning* the parties agree on, do not, or have not answered (null)."""
    return [
        promise.title
        for promise in agreement.promises
        if any(read.agreed is agreed for measure in promise.measures if (read := _interpretation(measure)))
    ]


def _title(promise: Promise) -> Text:
    return (Run(promise.title, strong=True), Run(f"\n{_owner(promise)}"))


def _owner(promise: Promise) -> str:
    """Write ``Ansvarig: polisen``; *Ansvarig framgår inte* where the text does not say."""
    who = parties_label(promise.parties, promise.third_parties)
    return who if who == NO_PARTY else words.OWNER.format(who=who)


def _targets(promise: Promise, today: date) -> str:
    """Write each measure's target of today on a line of its own, with what comes and the one before."""
    return "\n".join(capital(text) for measure in promise.measures for text in _versions(measure, today))


def _versions(measure: Measure, today: date) -> Iterator[str]:
    """Yield the target of today, those that come, and the one that was changed."""
    targets = measure.targets
    if not targets:
        yield f"{words.NO_TARGET}: {measure.plural}"
        return
    now = max((place for place, each in enumerate(targets) if each.valid_from <= today), default=0)
    since = f", {_from(targets[now])}" if now and targets[now].value is not None else ""
    yield f"{_target(measure, targets[now])}{since}"
    for coming in targets[now + 1 :]:
        yield _target(measure, coming) if coming.value is None else f"{_from(coming)}: {_target(measure, coming)}"
    if now:
        yield words.EARLIER.format(target=_target(measure, targets[now - 1]))


def _from(target: Target) -> str:
    return words.FROM.format(day=prose_date(target.valid_from))


def _target(measure: Measure, target: Target) -> str:
    """Write ``minst 80 trafikkontroller per år``."""
    if target.value is None:
        return words.DROPPED.format(day=prose_date(target.valid_from))
    amount = amount_phrase(target.comparator, target.value, target.value_max, measure.minutes)
    unit = (
        measure.plural if measure.minutes else noun(target.value_max or target.value, measure.singular, measure.plural)
    )
    average = "i snitt " if target.average else ""
    return f"{average}{amount} {unit} {interval_phrase(target.interval, target.every)}"


def _counting(agreement: Agreement, promise: Promise, today: date) -> Text:
    """Return what counts as an occasion, how an open text is read, and how a target is spread."""
    runs = [Run(promise.occasion or NO_OCCASION)]
    for measure in promise.measures:
        if read := _interpretation(measure):
            runs += [Run(f"\n{words.READING}", strong=True), Run(f" {_read(read)}")]
        if applies(measure) and measure.season.kind is not SeasonKind.EVEN:
            runs.append(Run(f"\n{why(measure.season, agreement.home.name, today)}"))
    return (*runs, *(Run(f"\n{text}") for text in _conditions(promise)))


def _interpretation(measure: Measure) -> Interpretation | None:
    return measure.targets[-1].interpretation if measure.targets else None


def _read(read: Interpretation) -> str:
    return f"{read.text} {read.by}, {prose_date(read.on)}. {words.AGREED[read.agreed]}"


def _conditions(promise: Promise) -> Iterator[str]:
    if promise.is_told_in_words and promise.items:
        yield words.LIST.format(count=counted(len(promise.items), "namn", "namn"))
    if promise.conditional:
        yield f"{words.CONDITIONAL} {promise.conditional}"
    if promise.sensitive:
        yield words.SENSITIVE if promise.measures else words.SENSITIVE_WORDED


def _worded(promise: Promise) -> Text:
    dropped = capital(words.DROPPED.format(day=prose_date(promise.dropped_from))) if promise.dropped_from else ""
    more = " ".join([*([f"{dropped}."] if dropped else []), *_conditions(promise)])
    return (Run(promise.title, strong=True), Run(f". {_owner(promise)}.{f' {more}' if more else ''}"))
