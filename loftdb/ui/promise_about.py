"""What stands beside a promise's figures: who answers, what it says, and how it is read."""

from loftdb.actions.context import Context
from loftdb.actions.promise import PromiseView
from loftdb.ui.function_form import function_form
from loftdb.ui.html import draw
from loftdb.view import promise


def about(context: Context, view: PromiseView) -> None:
    """Draw it."""
    draw(promise.about(view.agreement, view.promise))
    function_form(context, view.promise)
