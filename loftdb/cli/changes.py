"""The command that tells what changed between two moments: one record for each change, whatever its kind."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import Any

from loftdb.actions import changes as actions
from loftdb.actions.changes import Span
from loftdb.actions.progress import Scope
from loftdb.actions.register import find_municipality, measures, reference
from loftdb.cli.databases import opened
from loftdb.cli.output import Answer, Record, Sheet
from loftdb.core.changes import Changes, Told
from loftdb.core.entries import Counted
from loftdb.core.errors import Issue, UsageError
from loftdb.core.model import Agreement
from loftdb.core.plain import plain
from loftdb.view.change_rows import change_rows
from loftdb.view.texts import changes as texts


def changes(found: Namespace) -> Answer:
    """List what was registered between two moments, and what it did to the figures."""
    since, until = getattr(found, "from"), found.to
    if since > until:
        raise UsageError(Issue("from_after_to", "--from"))
    with opened(found.database) as context:
        place = str(find_municipality(context, found.municipality).code)
        span = Span(Scope(place, known_on=since), Scope(place, known_on=until))
        told, counted = actions.changes(context, span), measures(context)
        titles = dict(_titles(reference(context).agreements))
    rows = tuple(change_rows(told, counted, titles))
    return Answer(list(_records(told, counted)), sheet=Sheet(texts.CHANGES, rows))


def _titles(agreements: Iterable[Agreement]) -> Iterator[tuple[str, str]]:
    for agreement in agreements:
        yield agreement.id, agreement.title
        yield from ((duty.id, duty.title) for duty in agreement.duties)
        for promise in agreement.promises:
            yield from ((measure.id, promise.title) for measure in promise.measures)
            yield promise.id, promise.title


def _records(found: Changes, counted: Counted) -> Iterator[Record]:
    """Yield a record for each change, läge first, then what was logged, promised and said."""
    for row in found.rows:
        yield _record("row", row, {**_measure(counted, row.measure), "year": row.year})
    for entry in found.entries:
        before, after = (_entry(side, counted) for side in (entry.before, entry.after))
        yield {"change": entry.edit, "activity": entry.activity, "before": before, "after": after}
    for month in found.months:
        about = {**_measure(counted, month.measure), "month": f"{month.month:%Y-%m}", "added": month.added}
        yield {"change": "month", **about}
    for target in found.targets:
        yield _record("target", target, {**_measure(counted, target.measure), "valid_from": target.valid_from})
    for season in found.seasons:
        yield _record("season", season, _measure(counted, season.measure))
    for field in found.fields:
        about = {"subject": field.subject, "field": field.field or None, "basis": plain(field.basis)}
        yield _record("field", field, about)
    yield from _spoken(found)


def _spoken(found: Changes) -> Iterator[Record]:
    for word in found.statuses:
        yield _record("status", word, {"promise": word.promise})
    for signed in found.signed:
        yield {"change": "sign_off", "party": signed.party, "month": f"{signed.month:%Y-%m}"}
    for deviation in found.deviations:
        yield _record("deviation", deviation, {"subject": deviation.subject, "year": deviation.year})
    for duty in found.duties:
        about = {"agreement": duty.agreement, "duty": duty.duty, "occasion": duty.occasion}
        yield _record("duty", duty, about)


def _record(kind: str, change: Any, about: Record) -> Record:
    return {"change": kind, **about, "before": plain(change.before), "after": plain(change.after)}


def _entry(entry: Told | None, counted: Counted) -> Record | None:
    if entry is None:
        return None
    counts = {counted[share.measure][2].id: share.count for share in entry.shares if share.measure in counted}
    return {
        "kind": entry.kind,
        "state": entry.state,
        "first": entry.days.start,
        "last": entry.days.last,
        "place": entry.place,
        "counts": counts,
        "precision": entry.precision,
        "reason": entry.reason,
    }


def _measure(counted: Counted, number: int) -> Record:
    """Return what a measure is, nulls where it is no longer there to read."""
    if number not in counted:
        return {"promise": None, "measure": None, "title": None}
    _, promise, measure = counted[number]
    return {"promise": promise.id, "measure": measure.id, "title": promise.title}
