"""What a person may choose when logging: only measures that the actor may log toward, the likely ones first."""

from loftdb.actions.context import Context
from loftdb.actions.register import measures
from loftdb.actions.search import recent_measures
from loftdb.core.access import Action
from loftdb.core.entries import Counted

REMEMBERED = 50
"""Measures looked back at for what somebody uses to log."""


def loggable(context: Context) -> Counted:
    """Return the measures that the actor may log toward, by number, those of running agreements first."""
    found = {number: known for number, known in measures(context).items() if context.may(Action.LOG, known[1])}
    return dict(sorted(found.items(), key=lambda item: context.today not in item[1][0].period))


def suggested(context: Context, limit: int) -> tuple[int, ...]:
    """Return the measures to offer first, of running agreements only.

    Those that the actor last logged toward, filled up with those that carry a number.
    """
    open_ = {
        number: known
        for number, known in loggable(context).items()
        if context.today in known[1].days_in(known[0].period)
    }
    recent = [number for number in recent_measures(context, REMEMBERED) if number in open_]
    numeric = [number for number, (_, _, measure) in open_.items() if measure.targets]
    return tuple(dict.fromkeys([*recent, *numeric]))[:limit]
