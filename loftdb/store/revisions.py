"""A new version of an agreement adds rows and changes none: what stood before can be read, and was known, as it was.

What joins an agreement later begins with version 2: version 1 of anything is known from always.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from loftdb.core.amendments import End, Ground
from loftdb.core.drafts import Revision
from loftdb.core.errors import NotFound
from loftdb.core.model import Agreement, Duty, ListItem, Measure, Promise, PromiseVersion, Status, Target
from loftdb.core.periods import DAY
from loftdb.store import status
from loftdb.store.agreements import (
    Mark,
    demand_new,
    duty_rows,
    last_measure,
    measure_row,
    next_version,
    promise_row,
    revise_agreement,
    revise_target,
    target_row,
)
from loftdb.store.database import Database, Transaction
from loftdb.store.reference import PROMISE_COLUMNS, TARGET_COLUMNS, promise, target
from loftdb.store.rows import insert, next_number

LATER = 2
"""The first version of what joins an agreement after its beginning."""


@dataclass(frozen=True)
class Warrant:
    """From when a change holds, and by what right."""

    valid_from: date
    by: str
    decision: str | None = None
    reason: str | None = None


def write(tx: Transaction, revision: Revision, warrant: Warrant) -> None:
    """Save everything that a new version of an agreement changes, adds and drops."""
    own = revision.agreement
    if revision.whole:
        revise_agreement(tx, own, warrant.by, warrant.decision, warrant.reason, warrant.valid_from)
    _write_measures(tx, revision, warrant)
    for each in revision.changed:
        revise_promise(tx, own, each, warrant)
    for each in revision.added:
        add_promise(tx, own, each, warrant)
    for duty in revision.duties:
        add_duty(tx, own, duty, warrant)
    for said, promises in ((Status.DROPPED, revision.dropped), (None, revision.restored)):
        for each in promises:
            if each.is_told_in_words:
                status.decide(tx, each.id, warrant.valid_from, said, warrant.reason or "", warrant.by)


def _write_measures(tx: Transaction, revision: Revision, warrant: Warrant) -> None:
    for owner, measure in revision.renamed:
        revise_measure(tx, owner, measure, warrant)
    for owner, measure in revision.measures:
        add_measure(tx, owner, measure, warrant)
    for number, each in revision.targets:
        revise_target(tx, number, replace(each, decision=warrant.decision, reason=warrant.reason), warrant.by)


def revise_promise(tx: Transaction, agreement: Agreement, revised: Promise, warrant: Warrant) -> None:
    """Save a new version of a promise's own fields and list; its measures stand. NotFound."""
    version = next_version(tx, "promise", "id", revised.id)
    if version is None:
        raise NotFound("promise", revised.id)
    insert(tx.cursor, "promise", [promise_row(agreement, revised, version, _mark(tx, warrant))])
    _revise_items(tx, revised, warrant)
    tx.touches_reference = True


def add_promise(tx: Transaction, agreement: Agreement, added: Promise, warrant: Warrant) -> None:
    """Add a promise to an agreement that is there, known from now on. Refused (``promise_exists``)."""
    demand_new(tx, "promise", [added.id])
    insert(tx.cursor, "promise", [promise_row(agreement, added, LATER, _mark(tx, warrant))])
    for measure in added.measures:
        add_measure(tx, added, measure, warrant)
    _revise_items(tx, added, warrant)
    tx.touches_reference = True


def add_measure(tx: Transaction, owner: Promise, measure: Measure, warrant: Warrant) -> None:
    """Add a measure with its targets to a promise that is there. Refused (``measure_exists``)."""
    demand_new(tx, "measure", [measure.id])
    number = last_measure(tx) + 1
    insert(tx.cursor, "measure", [measure_row(number, LATER, owner, measure, _mark(tx, warrant))])
    mark = Mark(tx, warrant.by, warrant.decision, warrant.reason)
    insert(tx.cursor, "target", [target_row(number, LATER, each, mark) for each in measure.targets])
    tx.touches_reference = True


def revise_measure(tx: Transaction, owner: Promise, measure: Measure, warrant: Warrant) -> None:
    """Save a new version of what a measure counts; its targets stand. NotFound."""
    version = next_version(tx, "measure", "number", measure.number)
    if version is None:
        raise NotFound("measure", measure.number)
    insert(tx.cursor, "measure", [measure_row(measure.number, version, owner, measure, _mark(tx, warrant))])
    tx.touches_reference = True


def add_duty(tx: Transaction, agreement: Agreement, duty: Duty, warrant: Warrant) -> None:
    """Add a follow-up to an agreement that is there."""
    position = next_number(tx.cursor, "duty", "position", agreement=agreement.id)
    insert(tx.cursor, "duty", list(duty_rows(agreement.id, [duty], _mark(tx, warrant), LATER, position)))
    tx.touches_reference = True


def promise_versions(database: Database, promise_id: str) -> tuple[PromiseVersion, ...]:
    """Return every version of a promise's own fields, the first first; none for an unknown promise."""
    with database.reading() as cursor:
        rows = cursor.execute(
            f"select version, valid_from, decision, reason, registered_by, registered_at, {PROMISE_COLUMNS} "  # noqa: S608 - own text
            "from promise where id = $1 order by version",
            [promise_id],
        ).fetchall()
    return tuple(_version(*row) for row in rows)


def target_versions(database: Database, measure: int) -> tuple[Target, ...]:
    """Return every target that a measure has had, as they were registered; also those that another replaced."""
    with database.reading() as cursor:
        rows = cursor.execute(
            f"select {TARGET_COLUMNS} from target where measure = $1 order by version, valid_from",  # noqa: S608 - own text
            [measure],
        ).fetchall()
    return tuple(map(target, rows))


def ends(database: Database, agreement_id: str) -> tuple[End, ...]:
    """Return the last days that an agreement's versions set, each once, the first first."""
    with database.reading() as cursor:
        rows = cursor.execute(
            "select ends, valid_from, coalesce(decision, ''), coalesce(reason, '') from agreement "
            "where id = $1 order by version",
            [agreement_id],
        ).fetchall()
    found = [End(end - DAY, Ground(*ground)) for end, *ground in rows]
    return tuple(each for place, each in enumerate(found) if not place or each.last != found[place - 1].last)


def _version(number: int, valid_from: date, decision: str | None, reason: str | None, *rest: Any) -> PromiseVersion:
    by, registered_at, *row = rest
    return PromiseVersion(promise(tuple(row)), number, valid_from, decision, reason, by, registered_at)


def _revise_items(tx: Transaction, revised: Promise, warrant: Warrant) -> None:
    """Save the list's new and renamed items, and blank those that are gone."""
    query = (
        "select key, arg_max(name, version), max(version), max(position) from list_item where promise = $1 group by key"
    )
    known = {key: rest for key, *rest in tx.cursor.execute(query, [revised.id]).fetchall()}
    wanted = {each.key for each in revised.items}
    gone = [ListItem(key, "") for key, (name, *_) in known.items() if name and key not in wanted]
    rows, after = [], max((place for *_, place in known.values()), default=0)
    for place, item in enumerate((*revised.items, *gone), start=after + 1):
        name, version, position = known.get(item.key, (None, LATER - 1, place))
        if name != item.name:
            rows.append((revised.id, item.key, version + 1, position, item.name, *_mark(tx, warrant)))
    insert(tx.cursor, "list_item", rows)


def _mark(tx: Transaction, warrant: Warrant) -> tuple[object, ...]:
    return Mark(tx, warrant.by, warrant.decision, warrant.reason).since(warrant.valid_from)
