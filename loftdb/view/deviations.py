"""*Avvikelse och orsak* on *Löfte*: what is written, all that was written before, and the words of the form."""

from collections.abc import Sequence
from datetime import date

from loftdb.core.deviations import Deviation
from loftdb.core.moments import local
from loftdb.view import shell
from loftdb.view.formats import prose_date
from loftdb.view.lagging import told
from loftdb.view.markup import Html, page_link, tag
from loftdb.view.texts import lagging as words
from loftdb.view.texts.functions import NO_PERSONS

PUBLIC, PUBLIC_HELP = "Till allmänheten", "Så här publiceras det. Skriv vad som blev annorlunda och varför."
INTERNAL = "Internt, bara för dem som arbetar med löftet"
WRITE_HELP = f"{NO_PERSONS} Två tomma rutor tar tillbaka texten."
ACCEPTED = "Har någon godtagit avvikelsen?"
ACCEPTED_HELP = "Fyll bara i om det finns ett beslut. Läget står kvar som det är."
DECIDED_BY, DECIDED_LIKE = "Godtagen av (funktion eller organ)", "kommunstyrelsen"
UNTIL, UNTIL_HELP = "Godtagen till och med", "Utan datum gäller det tills vidare."
SAVE, SAVED = "Spara avvikelsen", "Avvikelsen är sparad."
EARLIER, TAKEN_BACK = "Så har texten ändrats", "Texten togs tillbaka."
NEEDED = "Läget ska förklaras innan det publiceras."

STYLE = """
.loft-page .loft-deviation{margin:.75rem 0;max-width:52rem}
.loft-page .loft-call{display:flex;flex-wrap:wrap;gap:0 1.25rem;align-items:center}
.loft-call span{font-weight:600}
.loft-arrive{scroll-margin-top:4.5rem}
.loft-arrive:focus{outline:none!important}
.loft-deviation h2{font-size:1.125rem}
[class*=st-key-deviation] .loft-page h3{font-size:1rem;padding:0}
.loft-deviation p{margin-top:.25rem}
[class*=st-key-deviation] [data-testid=stForm]{border:0;padding:0;max-width:42rem}
"""


def block(deviation: Deviation | None, is_needed: bool, today: date, write: str | None) -> Html | None:
    """Return what is written beside a figure, or that it is lacking; null where nothing is and nothing need be.

    ``write`` is where it is written; null: not by this actor.
    """
    is_written = deviation is not None and bool(deviation.public or deviation.internal)
    lacking = is_needed and not (deviation and deviation.public)
    if not (is_written or lacking):
        return None
    said = told(deviation, today=today) if is_written else None
    return _page(tag("div", said, _call(is_written, write) if lacking else None, class_="loft-deviation"))


def _call(is_written: bool, write: str | None) -> Html:
    """Return in one line that a text is lacking, with the way to write it."""
    name = words.CHANGE if is_written else words.WRITE
    link = page_link(write, name, class_="loft-link loft-more") if write else None
    return tag("p", tag("span", NEEDED), link, class_="loft-call")


def form_heading(year: int | None, version: int) -> Html:
    """Return the heading of the form (year null: of the term), where a link to it, and each save, arrives."""
    heading = tag("h2", f"{words.DEVIATION}{f' {year}' if year else ''}")
    place = f"avvikelse-{version}"
    return _page(tag("section", heading, id=place, class_="loft-deviation loft-arrive", tabindex=-1))


def acceptance_heading() -> Html:
    """Return the heading of the form's part about who has accepted the deviation."""
    return _page(tag("h3", ACCEPTED), tag("p", ACCEPTED_HELP, class_="loft-small"))


def history(versions: Sequence[Deviation]) -> Html | None:
    """Return every version, the latest first, folded; null for fewer than two."""
    if len(versions) < 2:
        return None
    items = (tag("li", tag("strong", _when(each)), _said(each)) for each in reversed(versions))
    listing = tag("ol", *items, class_="loft-history", reversed=True, role="list")
    folded = tag("details", tag("summary", EARLIER), listing)
    return _page(tag("section", folded, class_="loft-block"))


def _said(deviation: Deviation) -> Html:
    if not (deviation.public or deviation.internal):
        return tag("p", TAKEN_BACK)
    return told(deviation, named=False)


def _when(deviation: Deviation) -> str:
    moment = local(deviation.registered_at)
    return f"{prose_date(moment.date())} kl. {moment:%H.%M}, {shell.author_name(deviation.by)}"


def _page(*children: Html) -> Html:
    return tag("div", *children, class_="loft-page")
