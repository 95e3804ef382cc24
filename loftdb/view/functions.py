"""*Ansvarig funktion* as it is drawn: in a line where it is known, and the words of the form that says it."""

from loftdb.view.markup import Html, page_link, tag
from loftdb.view.texts import functions as words


def line(function: str, say: str | None) -> Html:
    """Return who answers, or that nobody has said, and where it can be said (null: not by this actor)."""
    link = page_link(say, words.SAY) if say and not function else None
    return tag("span", words.said(function), ". " if link else None, link, class_="loft-small")


def form_heading() -> Html:
    """Return the heading of the form, where a link that leads to it arrives."""
    heading = tag("h2", words.NAME)
    return tag("div", tag("section", heading, class_="loft-arrive", tabindex=-1), class_="loft-page loft-about")
