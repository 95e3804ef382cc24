"""What a council decides: what, who answers, until when, and what became of it; functions, never persons."""

from datetime import date

from loftdb.core.meetings.records import Decision
from loftdb.core.model import Agreement, Promise
from loftdb.view.markup import Html, tag
from loftdb.view.texts import meeting_item as words


def heading(is_of_promise: bool) -> Html:
    """Return the heading of the decisions on a promise, or of the meeting as a whole."""
    if is_of_promise:
        return _page(tag("h2", words.DECISIONS))
    return _page(tag("div", tag("h2", words.OTHER_DECISIONS), id="mote-beslut", tabindex=-1))


def part(title: str) -> Html:
    """Return the heading of some of them."""
    return _page(tag("h3", title))


def nothing() -> Html:
    """Say that there are none."""
    return _page(tag("p", words.NO_DECISIONS, class_="loft-small"))


def decision(made: Decision, day: date, made_on: date | None, about: tuple[Agreement, Promise] | None = None) -> Html:
    """Return one decision as it stands on the day of the meeting; ``made_on``: the day of another that made it.

    ``about``: its promise, where that is in none of the meeting's agreements.
    """
    is_late = made.is_open and made.due < day
    when = words.done_text(made.done_on) if made.done_on else words.due_text(made.due, is_late)
    facts = [made.function, when, *([words.made_on(made_on)] if made_on else [])]
    return _page(
        tag(
            "div",
            tag("strong", made.action or words.HIDDEN_ACTION),
            tag("span", " · ".join(facts), class_="loft-late" if is_late else None),
            tag("span", _about(*about), class_="loft-small") if about else None,
            tag("span", made.note, class_="loft-small loft-note") if made.note else None,
            class_="loft-decision",
        )
    )


def _about(agreement: Agreement, promise: Promise) -> str:
    return f"Gäller löftet {promise.title} i {agreement.title}"


def _page(*children: Html) -> Html:
    return tag("div", *children, class_="loft-page")
