"""*Avvikelse och orsak* on *Löfte*: what is written, all that was written before, and the words of the form."""

from collections.abc import Sequence

from loftdb.core.deviations import Deviation
from loftdb.core.moments import local
from loftdb.view import shell
from loftdb.view.formats import prose_date
from loftdb.view.lagging import told
from loftdb.view.markup import Html, tag
from loftdb.view.texts import lagging as words

PUBLIC, PUBLIC_HELP = "Till allmänheten", "Så här publiceras det. Skriv vad som blev annorlunda och varför."
INTERNAL = "Internt, bara för dem som arbetar med löftet"
NO_PERSONS = "Skriv funktioner, aldrig namn eller andra personuppgifter. Två tomma rutor tar tillbaka texten."
SAVE, SAVED = "Spara avvikelsen", "Avvikelsen är sparad."
EARLIER, TAKEN_BACK = "Så har texten ändrats", "Texten togs tillbaka."
NEEDED = "Läget ska förklaras innan det publiceras."

STYLE = """
.loft-page .loft-deviation{margin:1.5rem 0 .75rem;max-width:52rem}
.loft-arrive{scroll-margin-top:4.5rem}
.loft-arrive:focus{outline:none!important}
.loft-deviation h2{font-size:1.125rem}
.loft-deviation p{margin-top:.25rem}
[class*=st-key-deviation] [data-testid=stForm]{border:0;padding:0;max-width:42rem}
"""


def block(deviation: Deviation | None, year: int | None, is_needed: bool, is_asked: bool) -> Html | None:
    """Return what is written of a year (null: the term); null where nothing is and nothing need be."""
    is_written = deviation is not None and bool(deviation.public or deviation.internal)
    if not (is_written or is_needed or is_asked):
        return None
    heading = tag("h2", f"{words.DEVIATION}{f' {year}' if year else ''}")
    lacking = is_needed and not (deviation and deviation.public)
    note = tag("p", NEEDED) if lacking else None
    parts = (heading, told(deviation, named=False), note)
    if is_asked:
        return _page(tag("section", *parts, class_="loft-deviation loft-arrive", tabindex=-1))
    return _page(tag("section", *parts, class_="loft-deviation"))


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
