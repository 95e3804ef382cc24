"""Reference data only grows: a change is a new version row, and what stood before can be read as it was known."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from loftdb.core.errors import Issue, NotFound, Refused
from loftdb.core.model import Agreement, Duty, Measure, Promise, Season, Target, Thresholds
from loftdb.store.database import Transaction
from loftdb.store.reference import load
from loftdb.store.rows import Condition, insert

__all__ = [
    "add_agreement",
    "add_agreements",
    "load",
    "revise_agreement",
    "revise_target",
    "set_season",
    "set_thresholds",
]

Row = tuple[object, ...]


def add_agreement(tx: Transaction, agreement: Agreement, by: str, decision: str | None = None) -> None:
    """Add an agreement with its promises, measures, targets, seasons, lists and duties, known from always.

    Measures are numbered here; ``Measure.number`` is ignored. Refused (``agreement_exists``, ``promise_exists``,
    ``measure_exists``) when an id is taken.
    """
    add_agreements(tx, [agreement], by, decision)


def add_agreements(tx: Transaction, agreements: Sequence[Agreement], by: str, decision: str | None = None) -> None:
    """Add several agreements at once, as ``add_agreement`` does each."""
    promises = [(agreement, promise) for agreement in agreements for promise in agreement.promises]
    measures = [(agreement, promise, measure) for agreement, promise in promises for measure in promise.measures]
    demand_new(tx, "agreement", [agreement.id for agreement in agreements])
    demand_new(tx, "promise", [promise.id for _, promise in promises])
    demand_new(tx, "measure", [measure.id for _, _, measure in measures])
    _add_municipalities(tx, agreements, by)
    numbered = list(enumerate(measures, start=last_measure(tx) + 1))
    mark = Mark(tx, by, decision)
    insert(tx.cursor, "agreement", [_agreement_row(each, 1, mark.of(each)) for each in agreements])
    insert(tx.cursor, "promise", [promise_row(agreement, each, 1, mark.of(agreement)) for agreement, each in promises])
    insert(tx.cursor, "measure", [measure_row(no, 1, p, m, mark.of(a)) for no, (a, p, m) in numbered])
    insert(tx.cursor, "target", [target_row(no, 1, each, mark) for no, (_, _, m) in numbered for each in m.targets])
    insert(
        tx.cursor,
        "season",
        [_season_row(no, 1, m.season, mark.of(a)) for no, (a, _, m) in numbered if m.season != Season()],
    )
    insert(
        tx.cursor,
        "list_item",
        [
            (promise.id, item.key, 1, position, item.name, *mark.of(agreement))
            for agreement, promise in promises
            for position, item in enumerate(promise.items, start=1)
        ],
    )
    insert(tx.cursor, "duty", [row for each in agreements for row in duty_rows(each.id, each.duties, mark.of(each))])
    tx.touches_reference = True


def revise_agreement(  # noqa: PLR0913, PLR0917 - what changes, and by what right
    tx: Transaction,
    agreement: Agreement,
    by: str,
    decision: str | None,
    reason: str | None,
    valid_from: date | None = None,
) -> None:
    """Save a new version of the agreement's own fields from a day (null: its first); its promises and duties stand.

    NotFound.
    """
    version = next_version(tx, "agreement", "id", agreement.id)
    if version is None:
        raise NotFound("agreement", agreement.id)
    _add_municipalities(tx, [agreement], by)
    mark = Mark(tx, by, decision, reason).since(valid_from or agreement.period.start)
    insert(tx.cursor, "agreement", [_agreement_row(agreement, version, mark)])
    tx.touches_reference = True


def revise_target(tx: Transaction, measure_number: int, target: Target, by: str) -> None:
    """Save a target that applies from its ``valid_from``, in place of an earlier one from the same day. NotFound."""
    _demand_measure(tx, measure_number)
    version = next_version(tx, "target", "measure", measure_number) or 2
    insert(tx.cursor, "target", [target_row(measure_number, version, target, Mark(tx, by))])
    tx.touches_reference = True


def set_season(tx: Transaction, measure_number: int, season: Season, by: str) -> None:
    """Save how the measure's targets are spread over the year. NotFound."""
    _demand_measure(tx, measure_number)
    version = next_version(tx, "season", "measure", measure_number) or 2
    row = _season_row(measure_number, version, season, (tx.registered_at.date(), *Mark(tx, by).words()))
    insert(tx.cursor, "season", [row])
    tx.touches_reference = True


def set_thresholds(tx: Transaction, thresholds: Thresholds, valid_from: date, by: str) -> None:
    """Save the limits of the judgement that apply from a day."""
    version = next_version(tx, "thresholds", "valid_from", valid_from) or 1
    limits = (
        thresholds.pace_excess,
        thresholds.late_share,
        thresholds.missing_for_behind,
        thresholds.small_target,
        thresholds.held_on_track,
        thresholds.held_slightly_behind,
    )
    insert(tx.cursor, "thresholds", [(valid_from, version, *limits, *Mark(tx, by).words())])
    tx.touches_reference = True


class Mark:
    """Who registered a version, when and why: the last columns of every reference table."""

    def __init__(self, tx: Transaction, by: str, decision: str | None = None, reason: str | None = None) -> None:
        self.by, self.registered_at, self.decision, self.reason = by, tx.registered_at, decision, reason

    def of(self, agreement: Agreement) -> Row:
        """Return the columns for something in force since the agreement began."""
        return self.since(agreement.period.start)

    def since(self, valid_from: date) -> Row:
        """Return the columns for something in force since a day."""
        return (valid_from, *self.words())

    def words(self, decision: str | None = None, reason: str | None = None) -> Row:
        """Return the columns after ``valid_from``."""
        return (self.by, self.registered_at, decision or self.decision, reason or self.reason)


def _agreement_row(agreement: Agreement, version: int, mark: Row) -> Row:
    return (
        agreement.id,
        version,
        agreement.title,
        agreement.period.start,
        agreement.period.end,
        agreement.followed_from,
        agreement.district,
        [municipality.code for municipality in agreement.municipalities],
        list(agreement.problem_areas),
        agreement.source,
        agreement.replaces,
        *mark,
    )


def promise_row(agreement: Agreement, promise: Promise, version: int, mark: Row) -> Row:
    """Return a row of ``promise``."""
    return (
        promise.id,
        version,
        agreement.id,
        promise.position,
        promise.heading,
        promise.title,
        promise.summary,
        list(promise.parties),
        list(promise.third_parties),
        promise.kind,
        list(promise.municipalities),
        promise.occasion,
        promise.wording,
        promise.conditional,
        promise.sensitive,
        promise.announced,
        promise.predecessor,
        *mark,
        promise.dropped_from,
        promise.function,
    )


def measure_row(number: int, version: int, promise: Promise, measure: Measure, mark: Row) -> Row:
    """Return a row of ``measure``."""
    return (number, version, measure.id, promise.id, measure.singular, measure.plural, measure.minutes, *mark)


def target_row(measure: int, version: int, target: Target, mark: Mark) -> Row:
    """Return a row of ``target``."""
    reading = target.interpretation
    return (
        measure,
        target.valid_from,
        version,
        target.value,
        target.value_max,
        target.interval,
        target.comparator,
        target.every,
        target.average,
        *((reading.text, reading.by, reading.on, reading.agreed, reading.other_interval) if reading else [None] * 5),
        *mark.words(target.decision, target.reason),
    )


def _season_row(measure: int, version: int, season: Season, mark: Row) -> Row:
    return (measure, version, season.kind, list(season.months), list(season.dates), *mark)


def duty_rows(agreement: str, duties: Iterable[Duty], mark: Row, version: int = 1, first: int = 1) -> Iterator[Row]:
    """Yield rows of ``duty``, at places from ``first`` on."""
    for position, duty in enumerate(duties, start=first):
        window = (duty.window.start, duty.window.end) if duty.window else (None, None)
        yield agreement, duty.id, version, position, duty.title, duty.to_whom, duty.recurrence, *window, *mark


def _add_municipalities(tx: Transaction, agreements: Sequence[Agreement], by: str) -> None:
    """Add the municipalities that are new, and a version of those that have a new name."""
    rows = tx.cursor.execute("select code, version, name from municipality order by code, version").fetchall()
    known: dict[int, tuple[int, str]] = {code: (version, name) for code, version, name in rows}
    added: list[Row] = []
    for agreement in agreements:
        for municipality in agreement.municipalities:
            version, name = known.get(municipality.code, (0, ""))
            if name != municipality.name:
                known[municipality.code] = (version + 1, municipality.name)
                added.append((municipality.code, version + 1, municipality.name, *Mark(tx, by).of(agreement)))
    insert(tx.cursor, "municipality", added)


def demand_new(tx: Transaction, table: str, ids: Sequence[str]) -> None:
    """Refuse (``agreement_exists``, ...) ids that are taken, or given twice."""
    condition = Condition()
    condition.among("id", ids)
    query = f"select min(id) from {table} {condition}"  # noqa: S608 - own table names
    [(taken,)] = tx.cursor.execute(query, condition.parameters).fetchall()
    taken = taken or next((each for each, times in Counter(ids).items() if times > 1), None)
    if taken:
        raise Refused(Issue(f"{table}_exists", "id", {"id": taken}))


def _demand_measure(tx: Transaction, number: int) -> None:
    if not tx.cursor.execute("select 1 from measure where number = $1", [number]).fetchall():
        raise NotFound("measure", number)


def next_version(tx: Transaction, table: str, key: str, value: object) -> int | None:
    """Return the number of the next version of what has this key; null where there is none yet."""
    query = f"select max(version) + 1 from {table} where {key} = $1"  # noqa: S608 - own table names
    [(version,)] = tx.cursor.execute(query, [value]).fetchall()
    return version if version is None else int(version)


def last_measure(tx: Transaction) -> int:
    """Return the highest number of a measure, 0 without any."""
    [(number,)] = tx.cursor.execute("select coalesce(max(number), 0) from measure").fetchall()
    return int(number)


def measure_numbers(tx: Transaction) -> dict[str, int]:
    """Return the number of every measure by its id."""
    return dict(tx.cursor.execute("select distinct id, number from measure").fetchall())
