"""A draft as it will be read: its promises as cards that show what was read, and what is still missing."""

from collections.abc import Iterable, Sequence

from loftdb.core.drafts import Draft, DraftPromise, DraftTarget, likely_names
from loftdb.core.model import Agreement
from loftdb.core.reading.measurability import missing
from loftdb.core.reading.result import ReadPromise, Span
from loftdb.view.formats import listed
from loftdb.view.markup import Attribute, Child, Html, page_link, tag
from loftdb.view.reading import Place, anchor, badge
from loftdb.view.texts import functions
from loftdb.view.texts import new_agreement as words

STYLE = """
[class*=st-key-nytt] [role=heading]{font-size:1.0625rem;font-weight:600;line-height:1.4}
[class*=st-key-nytt] [data-testid=stHeaderActionElements]{display:none}
.loft-card p{margin:.2rem 0 0!important}
.loft-card blockquote{margin:.35rem 0 0!important;padding:0 0 0 .9rem!important;white-space:pre-line;
overflow-wrap:anywhere;border-left:3px solid color-mix(in srgb,currentColor 40%,transparent)}
.loft-card a{color:inherit;text-decoration:none}
.loft-goal{font-weight:600}
.loft-pending{border-left:4px solid #b87400;padding-left:.6rem}
.loft-counts{font-size:1.125rem;font-weight:600;margin:0!important}
.loft-goto{padding-bottom:.4rem}
.loft-goto:focus,.loft-next:focus{outline:none}
.loft-section{margin:1rem 0 .5rem!important;padding:0!important}
.loft-ways{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1rem}
.loft-ways a{display:inline-flex;align-items:center;min-height:2.75rem}
@media (forced-colors:active){.loft-pending,.loft-card blockquote{border-color:CanvasText}}
"""


def positions(draft: Draft) -> dict[str, int]:
    """Return the number of each kept promise, as it stands on the page and in the text."""
    return {each.key: position for position, each in enumerate(draft.kept, 1)}


def places(draft: Draft) -> list[Place]:
    """Return where the kept promises stand in the text."""
    return [
        Place(position, each.span, tuple(target.span for target in each.targets if target.span))
        for position, each in enumerate(draft.kept, 1)
        if each.span
    ]


def doubts(draft: Draft) -> list[Span]:
    """Return what nobody has looked at yet; what the agreement does not say stands nowhere in its text."""
    return [question.span for key, _, question in draft.unsettled() if key and question.span]


def head(draft: Draft, questions: int, is_saved: bool) -> Html:
    """Return what the draft is: its name, how many promises and questions, and whether it is saved."""
    parts = (draft.title, listed(each.name for each in draft.municipalities), "" if is_saved else words.UNSAVED)
    named = tag("p", " · ".join(filter(None, parts)), class_="loft-small")
    return tag("div", named, tag("p", words.summary(draft, questions), class_="loft-counts"))


def section(title: str) -> Html:
    """Return the heading of a part of the page."""
    return tag("h2", title, class_="loft-section")


def question(promise: DraftPromise | None, position: int, text: str) -> Html:
    """Return what is asked, and of which promise (null: of the agreement)."""
    about = subject(promise, position) if promise else None
    return tag("div", about, _heading(text, class_="loft-next", tabindex=-1), class_="loft-card")


def subject(promise: DraftPromise, position: int) -> Html:
    """Return which promise is asked about."""
    return tag("p", badge(position), promise.title or words.UNTITLED, class_="loft-small")


def said(text: str) -> Html:
    """Return what the last tap did, where screen readers follow it."""
    return tag("div", text, class_="loft-said", role="status", aria_live="polite")


def measurable(draft: Draft) -> Html:
    """Return how many promises have a number."""
    return tag("p", words.measurable(draft), class_="loft-legend")


def left(count: int) -> Html:
    """Return how much is left to do."""
    return tag("p", tag("strong", words.left(count)))


def adopted(agreement: Agreement, draft: Draft, overview: str, log: str | None) -> Html:
    """Return what is in force, and the ways on; ``log`` null: nothing in it is counted."""
    ways = [page_link(overview, words.TO_OVERVIEW, class_="loft-link loft-action")]
    if log:
        ways.append(page_link(log, words.TO_LOG, class_="loft-link loft-action"))
    said_ = tag("p", words.adopted(agreement, draft.relation), class_="loft-counts")
    return tag("div", said_, tag("p", measurable(draft)), tag("nav", *ways, class_="loft-ways"), class_="loft-page")


def card(promise: DraftPromise, position: int, asked: int = 0, turn: int | None = None) -> Html:
    """Return a promise as it stands; ``asked``: questions about it; ``turn``: it comes into view."""
    name = tag("span", promise.title or words.UNTITLED)
    number = badge(position)
    title = tag("a", number, name, href=f"#{anchor(position)}") if promise.span else tag("span", number, name)
    lacks = [words.MISSING[each] for each in missing(_as_read(promise))] if not _has_number(promise) else []
    return tag(
        "div",
        goto(turn, title),
        tag("blockquote", promise.wording) if promise.wording else None,
        *(tag("p", tag("span", goal_line(each), class_="loft-goal")) for each in promise.counted),
        tag("p", " · ".join(_marks(promise)), class_="loft-small"),
        tag("p", f"{words.OCCASION} {promise.occasion}", class_="loft-small") if promise.occasion else None,
        tag("p", _lacking(lacks), class_="loft-small") if lacks else None,
        *(tag("p", words.likely_name(each), class_="loft-small loft-pending") for each in likely_names(promise)),
        tag("p", _asked(asked), class_="loft-small loft-pending") if asked else None,
        class_="loft-card",
        id=f"lofte-{position}",
    )


def dropped(promise: DraftPromise) -> Html:
    """Return a promise that was taken out, in one line."""
    return tag("p", tag("s", promise.title or promise.wording[:80] or words.UNTITLED))


def goto(turn: int | None, text: Child) -> Html:
    """Return a heading that comes into view, and takes the focus, when its turn comes (null: it does not)."""
    if turn is None:
        return _heading(text)
    return _heading(text, class_="loft-goto", tabindex=-1, id=f"goto-{turn}")


def _heading(text: Child, **attributes: Attribute) -> Html:
    """Return a heading with an id of its own or none: Streamlit gives its h3 one made of the words."""
    return tag("div", text, role="heading", aria_level=3, **attributes)


def goal_line(target: DraftTarget) -> str:
    """Write ``minst 80 per år · trafikkontroller``."""
    return f"{words.goal(target)} · {target.plural}"


def _marks(promise: DraftPromise) -> Iterable[str]:
    yield words.owner_names(promise)
    if promise.function:
        yield functions.said(promise.function)
    if promise.conditional:
        yield f"Villkorat: {promise.conditional}"
    if promise.sensitive:
        yield words.SENSITIVE


def _has_number(promise: DraftPromise) -> bool:
    return any(each.value is not None for each in promise.counted)


def _as_read(promise: DraftPromise) -> ReadPromise:
    """Return the promise's words as the reader would see them, without a number."""
    span = Span(0, len(promise.wording))
    return ReadPromise(promise.wording, promise.heading, promise.parties, (), None, span)


def _lacking(lacks: Sequence[str]) -> str:
    return f"Utan måltal. Texten säger inte {', '.join(lacks[:-1])}{' eller ' if lacks[1:] else ''}{lacks[-1]}."


def _asked(asked: int) -> str:
    return "1 fråga att ta ställning till" if asked == 1 else f"{asked} frågor att ta ställning till"
