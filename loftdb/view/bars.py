"""Inline SVG bars and symbols: every colour is doubled by a shape and a word, and the text says all the drawing does.

A theme is chosen apart from the operating system, so nothing asks for the preferred scheme: lines take the text's own
colour, tracks are that colour nearly transparent, and the few hues have at least 3:1 on white and Streamlit's dark.
"""

from loftdb.core.model import Comparator, Standing
from loftdb.view.figures import Figures, Row, figures
from loftdb.view.formats import counted, duration, number
from loftdb.view.markup import Html, joined, tag
from loftdb.view.sentences import count_label
from loftdb.view.texts.labels import label
from loftdb.view.texts.targets import interval_words

HUES = {
    Standing.NOT_STARTED: "#7b8494",
    Standing.ON_TRACK: "#2f78d0",
    Standing.SLIGHTLY_BEHIND: "#b87400",
    Standing.BEHIND: "#d9483b",
    Standing.REACHED: "#2e8b57",
    Standing.NOT_REACHED: "#d9483b",
    Standing.NO_TARGET: "#7b8494",
    Standing.CANNOT_JUDGE: "#7b8494",
}

_SHAPES = {  # paths in a box of 16 by 16; the second member tells whether the path is filled
    Standing.NOT_STARTED: ("M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z", False),
    Standing.ON_TRACK: ("M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z", True),
    Standing.SLIGHTLY_BEHIND: ("M8 2l6.5 12h-13z", False),
    Standing.BEHIND: ("M8 1.5l7 13H1z", True),
    Standing.REACHED: ("M2 8.5l4 4.5l8-10", False),
    Standing.NOT_REACHED: ("M3 3l10 10M13 3L3 13", False),
    Standing.NO_TARGET: ("M2 8h12", False),
    Standing.CANNOT_JUDGE: ("M5 5.5a3 3 0 1 1 4.5 2.6Q8 9 8 10.5M8 13v.6", False),
}

STYLE = (
    "".join(f".loft-s-{standing.value}{{--loft-hue:{hue}}}" for standing, hue in HUES.items())
    + """
.loft-symbol{width:1em;height:1em;flex:none;vertical-align:-.125em;fill:none;stroke:var(--loft-hue,currentColor);
stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.loft-symbol .loft-solid{fill:var(--loft-hue,currentColor)}
.loft-bar{display:block;width:100%;height:1.25rem;overflow:visible}
.loft-marks-key{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;list-style:none;margin:0!important;padding:0!important}
.loft-marks-key li{display:inline-flex;gap:.4rem;align-items:center;margin:0!important;padding:0!important;
font-size:.875em;opacity:.85}
.loft-key{flex:none}
.loft-track{fill:currentColor;fill-opacity:.13}
.loft-actual{fill:var(--loft-hue,currentColor)}
.loft-preliminary{fill:var(--loft-hue,currentColor);fill-opacity:.4}
.loft-missed{fill:none;stroke:var(--loft-hue,currentColor);stroke-width:2}
.loft-tick,.loft-goal{stroke:currentColor}
.loft-tick{stroke-width:2;stroke-dasharray:3 2}
.loft-goal{stroke-width:3}
@media (forced-colors:active){
.loft-s-not_started,.loft-s-on_track,.loft-s-slightly_behind,.loft-s-behind,.loft-s-reached,.loft-s-not_reached,
.loft-s-no_target,.loft-s-cannot_judge{--loft-hue:CanvasText}
.loft-track{fill:Canvas;fill-opacity:1;stroke:CanvasText;stroke-width:1}
.loft-actual{fill:Highlight}
.loft-preliminary{fill:GrayText;fill-opacity:1}
.loft-missed{stroke:CanvasText}
.loft-tick,.loft-goal{stroke:CanvasText}
}
"""
)


def symbol(standing: Standing) -> Html:
    """Return the standing's shape, hidden from screen readers: its word always stands beside it."""
    path, solid = _SHAPES[standing]
    shape = tag("path", d=path, class_="loft-solid" if solid else None)
    classes = f"loft-symbol loft-s-{standing.value}"
    return tag("svg", shape, class_=classes, viewBox="0 0 16 16", width="16", height="16", aria_hidden="true")


def standing_badge(standing: Standing) -> Html:
    """Return symbol and word."""
    return tag("span", symbol(standing), tag("span", label(standing)), class_="loft-standing")


def bar(row: Row) -> Html:
    """Draw actual, expected so far and target, or held intervals of all; nothing for a count without a target."""
    facts = figures(row)
    if facts.is_held:
        return _held_bar(facts)
    return _sum_bar(facts) if facts.target is not None and facts.state is not Standing.NO_TARGET else Html("")


def share_bar(done: int, total: int, text: str) -> Html:
    """Draw ``done`` of ``total``, as for a list to cover; nothing without a total."""
    if total <= 0:
        return Html("")
    return _drawing(Standing.NO_TARGET, text, _stretch("loft-actual", 0, done / total), _mark("loft-goal", 1))


def bar_legend(has_intervals: bool = False) -> Html:
    """Return what the marks of a bar mean; ``has_intervals``: some bars are of weeks or months that may be missed."""
    marks = [
        (_mark("loft-tick", 0.5), "förväntat hittills"),
        (_mark("loft-goal", 0.5), "mål"),
        (tag("rect", class_="loft-preliminary", y="4", width="100%", height="12"), "preliminärt"),
    ]
    if has_intervals:
        marks.append((tag("rect", class_="loft-missed", x="1", y="5", width="14", height="10"), "missade veckor"))
    return tag("ul", *(_entry(mark, word) for mark, word in marks), class_="loft-marks-key")


def _entry(mark: Html, word: str) -> Html:
    shape = tag("svg", mark, class_="loft-key loft-s-no_target", width="16", height="20", aria_hidden="true")
    return tag("li", shape, word)


def bar_text(row: Row) -> str:
    """Say what the bar draws: ``Utfall 55, förväntat hittills 66, mål 80. Läge: Efter.``"""
    facts = figures(row)
    standing = f"Läge: {label(facts.state)}."
    if facts.is_held:
        units = interval_words(facts.interval)[1] if facts.interval and facts.every == 1 else "perioder"
        return f"{units.capitalize()} då löftet hölls: {count_label(facts)}. {_in_all(facts)} {standing}"
    write = duration if facts.minutes else number
    parts = [f"Utfall {write(facts.actual)}"]
    if facts.expected_floor is not None:
        parts.append(f"förväntat hittills {write(facts.expected_floor)}")
    if facts.preliminary:
        parts.append(f"preliminärt {write(facts.preliminary)} till")
    limit = "gräns" if facts.comparator is Comparator.AT_MOST else "mål"
    return f"{', '.join([*parts, f'{limit} {write(facts.target or 0)}'])}. {standing}"


def _in_all(facts: Figures) -> str:
    words = interval_words(facts.interval)[:2] if facts.interval and facts.every == 1 else ("period", "perioder")
    return f"Sammanlagt {counted(facts.intervals or 0, *words)}."


def _sum_bar(facts: Figures) -> Html:
    target = facts.target or 0
    known = facts.actual + facts.preliminary
    full = max(target, known, facts.value_max or 0, 1)
    marks = [_mark("loft-goal", target / full)]
    if 0 < (facts.expected_floor or 0) < target:
        marks.insert(0, _mark("loft-tick", (facts.expected_floor or 0) / full))
    stretches = (
        _stretch("loft-actual", 0, facts.actual / full),
        _stretch("loft-preliminary", facts.actual / full, known / full),
    )
    return _drawing(facts.state, bar_text(facts), *stretches, *marks)


def _held_bar(facts: Figures) -> Html:
    full = max(facts.intervals or 0, 1)
    held, completed = (facts.held or 0) / full, (facts.completed or 0) / full
    stretches = (_stretch("loft-actual", 0, held), _stretch("loft-missed", held, completed))
    marks = (_mark("loft-tick", completed) if completed else None, _mark("loft-goal", 1))
    return _drawing(facts.state, bar_text(facts), *stretches, *marks)


def _drawing(standing: Standing, text: str, *shapes: Html | None) -> Html:
    inside = joined(tag("title", text), tag("rect", class_="loft-track", y="4", width="100%", height="12"), *shapes)
    classes = f"loft-bar loft-s-{standing.value}"
    return tag("svg", inside, class_=classes, role="img", aria_label=text, width="100%", height="20")


def _stretch(class_: str, start: float, end: float) -> Html | None:
    if end <= start:
        return None
    return tag("rect", class_=class_, x=_share(start), y="4", width=_share(end - start), height="12")


def _mark(class_: str, at: float) -> Html:
    return tag("line", class_=class_, x1=_share(at), x2=_share(at), y1="0", y2="20")


def _share(share: float) -> str:
    return f"{100 * share:.4g}%"
