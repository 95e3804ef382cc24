"""The commands that write in the log."""

from argparse import Namespace
from collections.abc import Iterator

from loftdb.actions import logging, sheet
from loftdb.actions.context import Context
from loftdb.actions.register import find_measure, find_municipality
from loftdb.cli.databases import opened
from loftdb.cli.output import Answer
from loftdb.core.errors import Issue, UsageError
from loftdb.core.model import ActivityKind, ActivityState, Entry, Share
from loftdb.core.periods import Period
from loftdb.view.texts import commands as texts
from loftdb.view.texts.issues import issue_text


def log(found: Namespace) -> Answer:
    """Save an activity of one day, toward one promise or several."""
    if found.reason and found.state is not ActivityState.CANCELLED:
        raise UsageError(Issue("reason_without_cancelled", "--reason"))
    with opened(found.database) as context:
        entry = Entry(
            ActivityKind.SINGLE,
            found.state,
            Period.through(found.date, found.date),
            tuple(_shares(context, found)),
            place=found.place,
            note=found.note,
            reason=found.reason,
        )
        saved = logging.log(context, entry, at=found.registered_at)
    record = {
        "activity": saved.activity.id,
        "lines": saved.lines,
        "state": saved.activity.entry.state,
        "warnings": [issue.code for issue in saved.warnings],
    }
    return Answer([record], [issue_text(issue) for issue in saved.warnings], saved=texts.logged(saved.activity.id))


def withdraw(found: Namespace) -> Answer:
    """Withdraw an activity; it stays in the history."""
    with opened(found.database) as context:
        activity = logging.withdraw(context, found.activity)
    record = {"activity": activity.id, "version": activity.version, "state": ActivityState.WITHDRAWN}
    return Answer([record], saved=texts.withdrawn(activity.id))


def sign_off(found: Namespace) -> Answer:
    """Sign a municipality's month for a party."""
    with opened(found.database) as context:
        municipality = find_municipality(context, found.municipality)
        sheet.sign_off(context, municipality.code, found.party, found.month)
    record = {"municipality": municipality.name, "party": found.party, "month": f"{found.month:%Y-%m}"}
    return Answer([record], saved=texts.signed(municipality.name, record["month"]))


def _shares(context: Context, found: Namespace) -> Iterator[Share]:
    for name, count in found.promise:
        _, measure = find_measure(context, name)
        yield Share(measure.number, found.count if count is None else count)
