"""*Ansvarig funktion* as it is drawn: in a line where it is known, and the words of the form that says it."""

from collections.abc import Sequence

from loftdb.core.errors import Issue
from loftdb.view.markup import Html, joined, tag
from loftdb.view.receipts import live
from loftdb.view.texts import functions as words
from loftdb.view.texts.issues import issue_text


def line(function: str, say: str | None) -> Html:
    """Return who answers, or that nobody has said, and where it can be said (null: not by this actor)."""
    link = tag("a", words.SAY, href=say, target="_self", class_="loft-link") if say and not function else None
    return tag("span", words.said(function), ". " if link else None, link, class_="loft-small")


def form_heading() -> Html:
    """Return the heading of the form, where a link that leads to it arrives."""
    heading = tag("h2", words.NAME)
    return tag("div", tag("section", heading, class_="loft-arrive", tabindex=-1), class_="loft-page loft-about")


def receipt(sentence: str, warnings: Sequence[Issue]) -> Html:
    """Return the live region with what was saved and what to look at; an empty one for nothing."""
    if not sentence:
        return live(Html(""))
    cautions = (tag("p", issue_text(each), class_="loft-warning") for each in warnings)
    return live(joined(tag("p", sentence, class_="loft-said"), *cautions))
