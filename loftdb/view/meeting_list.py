"""A council's meetings as links."""

from collections.abc import Callable, Sequence

from loftdb.core.meetings.records import Meeting
from loftdb.view.formats import prose_date
from loftdb.view.markup import Html, tag
from loftdb.view.meeting_head import stage_badge
from loftdb.view.rows import listing
from loftdb.view.texts import meeting as words

Link = Callable[[Meeting], str]

STYLE = ""


def meetings(every: Sequence[Meeting], link: Link) -> Html:
    """Return the meetings, the latest first."""
    rows = (_row(each, link) for each in sorted(every, key=lambda each: each.day, reverse=True))
    return tag("div", listing(rows, words.TITLE), class_="loft-page")


def _row(meeting: Meeting, link: Link) -> Html:
    title = tag("a", prose_date(meeting.day), href=link(meeting), target="_self", class_="loft-title loft-link")
    head = tag("div", title, class_="loft-head")
    return tag("li", head, tag("div", stage_badge(meeting.stage), class_="loft-state"), class_="loft-counted")
