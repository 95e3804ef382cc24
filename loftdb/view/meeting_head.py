"""The head of a meeting: whose it is, when, how far it has come, and which figures are shown."""

from collections.abc import Iterable

from loftdb.core.meetings.records import Meeting, Stage
from loftdb.core.meetings.shown import Shown
from loftdb.view.figures import Row
from loftdb.view.formats import prose_date
from loftdb.view.markup import Html, tag
from loftdb.view.overview import judged_phrases
from loftdb.view.texts import meeting as words
from loftdb.view.texts.labels import label

STYLE = """
.loft-stage{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:.05rem .7rem;font-weight:600}
.loft-stage.loft-now{background:currentColor}
.loft-stage.loft-now>span{color:Canvas}
"""


def head(meeting: Meeting, shown: Shown, rows: Iterable[Row], back: str) -> Html:
    """Return the meeting's name, day and stage, and through which day and from when its figures are."""
    way = tag("a", f"← {words.TITLE}", href=back, target="_self", class_="loft-link loft-back")
    name = words.meeting_name(shown.council, shown.municipality.name)
    known = [*judged_phrases(rows, meeting.day.year), which_figures(meeting, shown)]
    return tag(
        "div",
        tag("nav", way, aria_label=words.WAYS),
        tag(
            "header",
            tag("p", name, " · ", stage_badge(meeting.stage), class_="loft-kicker"),
            tag("h1", words.day_title(prose_date(meeting.day))),
            *(tag("p", text, class_="loft-known") for text in known if text),
        ),
        class_="loft-page",
    )


def which_figures(meeting: Meeting, shown: Shown) -> str:
    """Say whether the figures are those that were sent."""
    if shown.known_on:
        return words.frozen_line(shown.known_on)
    return words.UNFROZEN if meeting.stage is Stage.PLANNED else words.live_line(shown.today)


def stage_badge(stage: Stage) -> Html:
    """Return how far a meeting has come."""
    return tag("span", label(stage), class_="loft-stage")
