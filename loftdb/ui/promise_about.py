"""What stands beside a promise's figures: who answers, what it says, how it is read, and how it has changed."""

from loftdb.actions.context import Context
from loftdb.actions.drafts import promise_history
from loftdb.actions.promise import PromiseView
from loftdb.ui.function_form import function_form
from loftdb.ui.html import draw
from loftdb.view import promise, revisions


def about(context: Context, view: PromiseView) -> None:
    """Draw it."""
    function_form(context, view.promise)
    draw(revisions.history(view.agreement, view.promise, promise_history(context, view.promise.id)))
    draw(promise.about(view.agreement, view.promise))
