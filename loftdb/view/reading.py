"""The text that was read, with what was found in it marked in place: each character of it once, and in order.

A promise is a ``mark`` with its number on the page; a number that is followed is bold in it, a doubt is underlined.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loftdb.core.reading.result import Span
from loftdb.view.markup import Child, Html, joined, tag

TITLE, SHOW = "Texten", "Visa texten som lästes"
LEGEND = "Gult är ett löfte, fet stil ett mål och streckad linje en fråga. Siffran är löftets nummer här bredvid."
AROUND = 90
"""Characters that are quoted on each side of a place."""
LONGEST = 100_000
"""Characters that are shown; published agreements have a tenth of it, and each tap sends the text anew."""

STYLE = """
.loft-source{--loft-ground:light-dark(#fff3bf,#4a3f10);white-space:pre-line;overflow-wrap:anywhere;line-height:1.55;
max-height:calc(100vh - 9rem);overflow-y:auto;padding:1rem 1.25rem;font-size:.9375rem;
border:1px solid color-mix(in srgb,currentColor 30%,transparent);border-radius:.5rem}
.loft-source:focus-visible{outline:3px solid;outline-offset:2px}
.loft-source mark,.loft-quote mark{color:inherit;background:light-dark(#fff3bf,#4a3f10);padding:.1em 0;
-webkit-box-decoration-break:clone;box-decoration-break:clone;scroll-margin-block:2rem}
.loft-source mark.loft-here,.loft-source mark:target{outline:2px solid;outline-offset:2px}
.loft-source b{text-decoration:underline;text-decoration-thickness:.12em;text-underline-offset:.15em}
.loft-source .loft-doubt{text-decoration:underline dashed;text-decoration-thickness:.12em;text-underline-offset:.3em}
.loft-beside>summary{cursor:pointer;padding:.6rem 0;font-weight:600}
@media (min-width:641px){@supports selector(::details-content){
.loft-beside::details-content{content-visibility:visible;display:block;height:auto}
.loft-beside>summary{display:none}}}
.loft-no{display:inline-block;min-width:1.5em;margin-right:.35em;padding:0 .3em;border-radius:.75em;text-align:center;
font-size:.8125em;font-weight:700;line-height:1.6;text-decoration:none;
color:light-dark(#fff,#0f1722);background:light-dark(#1d4f91,#8ab8f2)}
.loft-heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.loft-legend{font-size:.875em;opacity:.85;margin:0 0 .5rem!important}
.loft-quote,.loft-card blockquote{color:inherit!important;opacity:1!important}
.loft-quote{margin:0!important;padding:.1rem 0 .1rem .9rem!important;border-left:3px solid
color-mix(in srgb,currentColor 40%,transparent);overflow-wrap:anywhere}
@media (max-width:40rem){.loft-source{max-height:60vh;padding:.75rem}}
@media (forced-colors:active){
.loft-source mark,.loft-quote mark{background:Canvas;color:CanvasText;border:1px solid CanvasText;
forced-color-adjust:none}
.loft-no{background:CanvasText;color:Canvas;forced-color-adjust:none}
}
"""


@dataclass(frozen=True)
class Place:
    """Where a promise stands in the text, by its number on the page."""

    number: int
    span: Span
    targets: tuple[Span, ...] = ()


def marked(text: str, places: Iterable[Place], doubts: Sequence[Span], here: int | None = None) -> Html:
    """Return the text with its places marked; ``here`` is the promise that is being worked on.

    A place that begins inside another one is marked from where that one ends.
    """
    ordered = sorted(places, key=lambda each: (each.span, each.number))
    shown = _shown(text, ordered)
    parts: list[Child] = ["… " if shown.start else None]
    at = shown.start
    for place in ordered:
        start, end = max(at, place.span.start), min(place.span.end, shown.end)
        if start >= end:
            continue
        parts += [*_pieces(text, Span(at, start), (), doubts), _mark(text, place, Span(start, end), doubts, here)]
        at = end
    parts += [*_pieces(text, Span(at, shown.end), (), doubts), " …" if shown.end < len(text) else None]
    return tag("div", *parts, class_="loft-source", role="region", aria_label=TITLE, tabindex=0)


def source(text: str, places: Iterable[Place], doubts: Sequence[Span], here: int | None = None) -> Html:
    """Return the marked text with what the marks mean; a phone has it folded."""
    legend = tag("p", LEGEND, class_="loft-legend")
    return tag("details", tag("summary", SHOW), legend, marked(text, places, doubts, here), class_="loft-beside")


def cited(text: str) -> Html:
    """Return a promise's exact words."""
    return tag("blockquote", text, class_="loft-quote")


def quoted(text: str, span: Span, within: Span | None = None) -> Html:
    """Return the place marked among the words around it, on one line; ``within``: no further than this."""
    first, last = (within.start, within.end) if within else (0, len(text))
    start, end = max(first, span.start - AROUND), min(last, span.end + AROUND)
    start, end = _after_word(text, start, first), _before_word(text, end, last)
    before, after = text[start : span.start], text[span.end : end]
    return tag(
        "blockquote",
        "… " if start > first else None,
        " ".join(before.split()) + " " * before[-1:].isspace(),
        tag("mark", " ".join(span.of(text).split())),
        " " * after[:1].isspace() + " ".join(after.split()),
        " …" if end < last else None,
        class_="loft-quote",
    )


def badge(number: int) -> Html:
    """Return the promise's number as it stands in the text; it is heard as ``Löfte 3``."""
    return tag("span", tag("span", "Löfte ", class_="loft-heard"), str(number), class_="loft-no")


def anchor(number: int) -> str:
    """Return the name of the promise's place in the text."""
    return f"text-{number}"


def _shown(text: str, ordered: Sequence[Place]) -> Span:
    """Return all of a text of usual length; of a longer one the part that holds its promises, and what fits of it."""
    if len(text) <= LONGEST:
        return Span(0, len(text))
    start = max(0, (ordered[0].span.start if ordered else 0) - AROUND * 10)
    last = max((each.span.end for each in ordered), default=start)
    return Span(start, min(len(text), last + AROUND * 10, start + LONGEST))


def _mark(text: str, place: Place, span: Span, doubts: Sequence[Span], here: int | None) -> Html:
    pieces = _pieces(text, span, place.targets, doubts)
    is_here = "loft-here" if place.number == here else None
    return tag("mark", badge(place.number), *pieces, id=anchor(place.number), class_=is_here)


def _pieces(text: str, span: Span, targets: Sequence[Span], doubts: Sequence[Span]) -> Iterator[Child]:
    """Yield the stretches between the ends of targets and doubts, each as what it is."""
    ends = {edge for each in (*targets, *doubts) for edge in (each.start, each.end) if span.start < edge < span.end}
    edges = [span.start, *sorted(ends), span.end]
    for start, end in pairwise(edges):
        piece = joined(text[start:end])
        if _covers(doubts, start):
            piece = tag("span", piece, class_="loft-doubt")
        yield tag("b", piece) if _covers(targets, start) else piece


def _covers(spans: Sequence[Span], at: int) -> bool:
    return any(each.start <= at < each.end for each in spans)


def _after_word(text: str, at: int, first: int) -> int:
    """Return the start of the next word, unless ``at`` is the beginning."""
    found = text.find(" ", at)
    return at if at == first or not 0 <= found < at + AROUND // 2 else found + 1


def _before_word(text: str, at: int, last: int) -> int:
    found = text.rfind(" ", 0, at)
    return at if at == last or found < at - AROUND // 2 else found
