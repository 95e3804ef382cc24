"""The same drawings as on screen, as files of their own: plain colours on white instead of a page's style sheet.

What a reader of grey print needs is in the shapes and in the text beside them, as on screen.
"""

from loftdb.core.model import Standing
from loftdb.view.bars import HUES, bar, symbol
from loftdb.view.figures import Row, figures
from loftdb.view.markup import Html, tag

_INK, _TRACK = "#0f1722", "#dfe4ea"
_WIDTH, _HEIGHT, _EDGE = 640, 20, 2
_NAMESPACE = "http://www.w3.org/2000/svg"


def bar_file(row: Row) -> str:
    """Return the row's bar as an SVG file; empty for a count without a target."""
    drawing = bar(row)
    if not drawing:
        return ""
    share = (_WIDTH - 2 * _EDGE) / _WIDTH  # the strokes at both ends reach over the edge
    inside = tag("g", drawing, transform=f"translate({_EDGE} 0) scale({share:.4f} 1)")
    return _file(inside, _bar_style(HUES[figures(row).state]), _WIDTH, _HEIGHT)


def symbol_file(standing: Standing) -> str:
    """Return the standing's shape as an SVG file."""
    return _file(symbol(standing), _bar_style(HUES[standing]), 16, 16)


def _file(drawing: Html, style: str, width: int, height: int) -> str:
    sheet = tag("style", Html(style))
    return tag("svg", sheet, drawing, xmlns=_NAMESPACE, viewBox=f"0 0 {width} {height}", width=width, height=height)


def _bar_style(hue: str) -> str:
    return (
        f"svg{{overflow:visible}}.loft-symbol{{fill:none;stroke:{hue};stroke-width:2;stroke-linejoin:round;"
        f"stroke-linecap:round}}.loft-solid,.loft-actual{{fill:{hue}}}.loft-track{{fill:{_TRACK}}}"
        f".loft-preliminary{{fill:{hue};fill-opacity:.4}}.loft-missed{{fill:none;stroke:{hue};stroke-width:2}}"
        f".loft-tick,.loft-goal{{stroke:{_INK}}}.loft-tick{{stroke-width:2;stroke-dasharray:3 2}}"
        ".loft-goal{stroke-width:3}"
    )
