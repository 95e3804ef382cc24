"""What a council decides: what, who answers, until when, and what became of it; functions, never persons."""

from datetime import date

from loftdb.core.meetings.records import Decision
from loftdb.view.formats import prose_date
from loftdb.view.markup import Html, tag
from loftdb.view.texts import meeting_item as words


def heading() -> Html:
    """Return the heading of the decisions."""
    return _page(tag("h2", words.DECISIONS))


def part(title: str) -> Html:
    """Return the heading of some of them."""
    return _page(tag("h3", title))


def nothing() -> Html:
    """Say that there are none."""
    return _page(tag("p", words.NO_DECISIONS, class_="loft-small"))


def decision(made: Decision, day: date, title: str | None, made_on: date | None) -> Html:
    """Return one decision as it stands on the day of the meeting.

    ``title``: its promise's, where the list is of several; ``made_on``: the day of another meeting that made it.
    """
    is_late = made.is_open and made.due < day
    when = words.done_text(made.done_on) if made.done_on else words.due_text(made.due, is_late)
    facts = [made.function, when, *([words.made_on(made_on)] if made_on else [])]
    return _page(
        tag(
            "div",
            tag("span", title, class_="loft-small") if title else None,
            tag("strong", made.action or words.HIDDEN_ACTION),
            tag("span", " · ".join(facts), class_="loft-late" if is_late else None),
            tag("span", made.note, class_="loft-small loft-note") if made.note else None,
            class_="loft-decision",
        )
    )


def name(made: Decision) -> str:
    """Name a decision in a receipt or for a screen reader."""
    return made.action or f"{words.HIDDEN_ACTION}, {prose_date(made.due)}"


def _page(*children: Html) -> Html:
    return tag("div", *children, class_="loft-page")
