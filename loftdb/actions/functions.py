"""*Ansvarig funktion*: who in an organisation answers for a promise, never a person; what was said before stays.

It is no part of what was promised, so a coordinator says it without a decision, from that day.
"""

from dataclasses import dataclass, replace

from loftdb.actions.context import Context
from loftdb.actions.register import find_promise
from loftdb.core.access import Action
from loftdb.core.drafts.problems import line
from loftdb.core.errors import AlreadySaved, ConcurrentChange, Issue, Refused
from loftdb.core.model import Promise
from loftdb.core.model.limits import SHORT
from loftdb.core.privacy import warnings
from loftdb.store.revisions import Warrant, revise_promise


@dataclass(frozen=True)
class Naming:
    """What somebody writes: the function, and the one that was read before."""

    promise: str
    function: str
    """Empty takes back what was said."""
    seen: str


def may_name(context: Context, promise: Promise) -> bool:
    """Tell whether the actor may say which function answers for the promise."""
    return context.may(Action.EDIT_AGREEMENTS, promise)


def name_function(context: Context, naming: Naming, submission: str | None = None) -> tuple[Issue, ...]:
    """Save which function answers for a promise, nothing where it is the same; return warnings.

    NotFound, NotAllowed, Refused, ConcurrentChange where somebody has said another since.
    """
    _, promise = find_promise(context, naming.promise)
    context.demand(Action.EDIT_AGREEMENTS, promise)
    function = " ".join(naming.function.split())
    if found := tuple(line(function, "function", SHORT)):
        raise Refused(*found)
    try:
        with context.database.transaction(context.now, submission) as tx:
            agreement, before = find_promise(context, naming.promise)
            if before.function != naming.seen:
                raise ConcurrentChange("promise", before.title)
            if before.function != function:
                after = replace(before, function=function)
                revise_promise(tx, agreement, after, Warrant(context.today, context.actor.name))
    except AlreadySaved:
        return ()
    return tuple(warnings(function, "function"))
