"""The head of a meeting: whose it is, when, how far it has come, and which figures are shown."""

from collections.abc import Iterable, Iterator, Sequence

from loftdb.core.meetings.records import Meeting, Stage
from loftdb.core.meetings.shown import Shown
from loftdb.core.model import Party
from loftdb.view.figures import Row, figures
from loftdb.view.markup import Html, joined, page_link, tag
from loftdb.view.overview import judged_phrases, unreported_phrase
from loftdb.view.tables import table
from loftdb.view.texts import meeting as words
from loftdb.view.texts.labels import label

STYLE = """
.loft-stage{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .7rem;font-weight:600}
.loft-meeting .loft-kicker{font-size:1.125em;display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center}
.loft-page.loft-meeting nav{justify-content:flex-start}
.loft-meeting .loft-back{margin-right:1rem}
.st-key-mote :is(#mote-loften,#mote-beslut,#mote-dokument){scroll-margin-top:4.5rem}
.loft-meeting h1{font-size:2em;line-height:1.2}
.loft-meeting .loft-judged{font-size:1.25em;font-weight:600}
.loft-unfrozen{border-left:4px solid #b87400;padding-left:.75rem}
.loft-place{font-weight:600;margin:0}
.st-key-mote .loft-arrive:focus{outline:none!important}
.st-key-mote .loft-receipt{width:fit-content;outline-offset:.3rem}
.st-key-mote button em{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.st-key-mote .loft-page h2{font-size:1.3em}
.st-key-mote .loft-page h3{font-size:1em}
.st-key-mote .st-key-mote-decisions-all{margin-top:1.5rem}
.st-key-mote-bar [data-testid=stMarkdownContainer]{margin-bottom:0}
.st-key-mote-top>[data-testid=stElementContainer]:has(.loft-meeting){flex:1 1 24rem!important;width:auto!important}
.st-key-mote-actions{flex:0 1 auto!important;width:auto!important}
[data-testid=stLayoutWrapper]:has(>.st-key-mote-actions),[data-testid=stLayoutWrapper]:has(>.st-key-mote-switch)
{flex:0 1 auto!important;width:auto!important}
.st-key-mote-bar [data-testid=stElementContainer]:has(.loft-place){flex:1 1 auto!important;width:auto!important}
.st-key-mote-switch{width:auto!important}
.st-key-mote-switch [data-testid=stElementContainer]:first-child button{border-radius:.375rem 0 0 .375rem}
.st-key-mote-switch [data-testid=stElementContainer]:last-child button{border-radius:0 .375rem .375rem 0}
.st-key-mote-freeze{max-width:46rem}
@media (min-width:1600px){.st-key-mote{font-size:1.1rem}
.st-key-mote :is(.loft-page,.loft-receipt){font-size:1.375rem}
.st-key-mote button p,.st-key-mote label p,.st-key-mote summary p{font-size:1.25rem}
.st-key-mote [data-testid=stCaptionContainer] p{font-size:1.125rem}
.st-key-mote [data-testid=stMarkdownContainer]>p{font-size:1.25rem}
.st-key-mote :is(input,textarea){font-size:1.25rem}}
@media (forced-colors:active){.loft-unfrozen{border-color:CanvasText}}
@media (max-width:640px){.st-key-mote .loft-meeting{margin-bottom:1rem}
.st-key-mote-bar [data-testid=stElementContainer]:has(.loft-place){order:-1;
flex-basis:100%!important}.st-key-mote kbd,.st-key-mote [aria-label^=Kortkommando]{display:none}}
"""


def head(meeting: Meeting, shown: Shown, rows: Iterable[Row], back: str) -> Html:
    """Return the meeting's name, day and stage, and through which day and from when its figures are."""
    way = page_link(back, f"← {words.ALL_MEETINGS}", class_="loft-link loft-back")
    title = tag("h1", words.day_title(meeting.day), class_="loft-arrive", id=f"mote-{meeting.id}", tabindex=-1)
    name = tag("span", words.meeting_name(shown.council, shown.municipality.name))
    header = tag(
        "header",
        tag("p", name, stage_badge(meeting.stage), class_="loft-kicker"),
        title,
        *(tag("p", text, class_="loft-known loft-judged") for text in judged(shown, list(rows))),
        tag("p", which_figures(meeting, shown), class_="loft-known" if shown.known_on else "loft-known loft-unfrozen"),
        *(tag("p", f"{text}.", class_="loft-known loft-lacking") for text in unsigned(shown)),
    )
    jumps = (page_link(f"#{place}", f"↓ {name}", class_="loft-jump") for place, name in words.PLACES.items())
    return tag("div", tag("nav", way, *jumps, aria_label=words.WAYS), header, class_="loft-page loft-meeting")


def which_figures(meeting: Meeting, shown: Shown) -> str:
    """Say whether the figures are those that were sent."""
    if shown.known_on:
        return words.frozen_line(shown.known_on, shown.day)
    return words.UNFROZEN if meeting.stage is Stage.PLANNED else words.live_line(shown.today)


def judged(shown: Shown, rows: Sequence[Row]) -> Iterator[str]:
    """Yield through which day the rows are judged: none beyond its agreement's end, apart where agreements differ."""
    said = {
        each.title: judged_phrases(own, shown.day.year, each.period.last)
        for each in shown.agreements
        if (own := [row for row in rows if figures(row).agreement == each.id])
    }
    phrases = list(said.values())
    if all(each == phrases[0] for each in phrases):
        yield from phrases[0] if phrases else ()
    else:
        yield from (f"{title}: {text[:1].lower()}{text[1:]}" for title, own in said.items() for text in own)


def unsigned(shown: Shown) -> Iterator[str]:
    """Yield whose months are *Uppgift saknas*, agreement by agreement."""
    for agreement in shown.agreements:
        months = {Party(each.party): each.months for each in shown.lacking() if each.agreement == agreement.id}
        if months:
            said = unreported_phrase(months, shown.day.year)
            yield f"{agreement.title}: {said}" if len(shown.agreements) > 1 else said


def stage_badge(stage: Stage) -> Html:
    """Return how far a meeting has come."""
    return tag("span", label(stage), class_="loft-stage")


def place(number: int, of: int, group: str) -> Html:
    """Return where among the promises the meeting is, which is announced."""
    line = tag("p", words.place_line(number, of, group), class_="loft-place", role="status")
    return tag("div", line, class_="loft-page")


def since_sent(rows: Iterable[tuple[str, str, str | None, str | None]]) -> Html | None:
    """Return folded what was known only after the figures were frozen; null for nothing."""
    found = [tuple(row) for row in rows]
    if not found:
        return None
    summary = tag("summary", f"{words.SINCE_SENT} ({len(found)})")
    inside = joined(tag("p", words.SINCE_SENT_NOTE), table(words.SINCE_HEADERS, found, words.SINCE_SENT))
    return tag("div", tag("details", summary, inside, class_="loft-fold"), class_="loft-page")
