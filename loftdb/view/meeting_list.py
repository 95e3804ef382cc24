"""A council's meetings: the next one as a card with what to do, the others as rows."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from loftdb.core.meetings.records import Meeting
from loftdb.view.formats import prose_date
from loftdb.view.markup import Html, page_link, tag
from loftdb.view.meeting_head import stage_badge
from loftdb.view.rows import listing
from loftdb.view.texts import meeting as words

Link = Callable[[Meeting], str]
"""The address of a meeting."""

STYLE = """
[class*=st-key-mote-card]{padding:1.25rem 1.5rem 1.5rem;border-radius:.5rem;max-width:52rem;
border:1px solid color-mix(in srgb,currentColor 35%,transparent)}
.loft-next-meeting{display:grid;gap:.5rem;margin-bottom:1rem}
.st-key-mote-list [data-testid=stExpander]{max-width:52rem}
.st-key-handover{margin-top:1.5rem}
.loft-next-meeting .loft-day{font-size:2rem;font-weight:650;line-height:1.2}
.loft-next-meeting .loft-kicker{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center}
.loft-meeting-rows{max-width:52rem}
.loft-meeting-rows h2{margin:1.5rem 0 .5rem}
"""


def next_meeting(meeting: Meeting, council: str, today: date) -> Html:
    """Return the next meeting: when, how far it has come, what to do."""
    day = tag("p", f"{prose_date(meeting.day)}, {words.away(meeting.day, today)}", class_="loft-day")
    kicker = tag("p", tag("span", council), stage_badge(meeting.stage), class_="loft-kicker")
    step = tag("p", words.next_step(meeting.stage, meeting.day, today))
    inside = tag("section", tag("h2", words.NEXT_MEETING), kicker, day, step, class_="loft-next-meeting")
    return tag("div", inside, class_="loft-page")


def rows(name: str, every: Sequence[Meeting], said: Mapping[int, str], link: Link) -> Html | None:
    """Return meetings under a heading, with what is said of each by its number; null for none."""
    if not every:
        return None
    listed = listing((_row(each, said.get(each.id, ""), link) for each in every), name)
    inside = tag("section", tag("h2", name), listed, class_="loft-meeting-rows")
    return tag("div", inside, class_="loft-page")


def _row(meeting: Meeting, said: str, link: Link) -> Html:
    title = page_link(link(meeting), prose_date(meeting.day), class_="loft-title loft-link")
    head = tag("div", title, class_="loft-head")
    result = tag("div", tag("span", said), class_="loft-result")
    return tag("li", head, result, tag("div", stage_badge(meeting.stage), class_="loft-state"), class_="loft-counted")
