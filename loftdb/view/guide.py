"""The help page: sections in plain Swedish, with the thresholds that the judgement itself uses."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from loftdb.core.forecast import LEAST_DONE
from loftdb.core.model import Thresholds
from loftdb.view.forecast import chances_table
from loftdb.view.formats import number, percent

TITLE = "Hjälp"

STYLE = """
.st-key-help [data-testid=stMarkdownContainer]{max-width:44rem}
.st-key-help h2{margin-top:1.5rem}
.st-key-help li>a[href^="#"]{display:inline-block;padding:.25rem 0}
@media (max-width:40rem){.st-key-help li>a[href^="#"]{padding:.7rem 0}}
"""


@dataclass(frozen=True)
class Section:
    """One part of the help page: its heading, and Markdown under it."""

    key: str
    title: str
    text: str


def sections(thresholds: Thresholds) -> tuple[Section, ...]:
    """Return the help page's sections in order."""
    facts = {
        "pace_excess": number(thresholds.pace_excess / 100, 2),
        "late_share": percent(thresholds.late_share),
        "missing_for_behind": number(thresholds.missing_for_behind),
        "small_target": number(thresholds.small_target),
        "held_on_track": percent(thresholds.held_on_track),
        "held_slightly_behind": percent(thresholds.held_slightly_behind),
        "least_done": number(LEAST_DONE),
        "chances": chances_table(),
    }
    return tuple(Section(key, title, text.format_map(facts)) for key, title, text in _templates())


def contents(parts: Iterable[Section]) -> str:
    """Return a list of links to the sections as Markdown."""
    return "\n".join(f"- [{part.title}](#{part.key})" for part in parts)


@cache
def _templates() -> tuple[tuple[str, str, str], ...]:
    """Read the package's own help files once: key, heading and text, by the number in their names."""
    found = (each for each in files("loftdb.view").joinpath("help").iterdir() if each.name.endswith(".md"))
    ordered = sorted(found, key=lambda each: _place(each.name))
    return tuple(_parted(each.name, each.read_text(encoding="utf-8")) for each in ordered)


def _place(name: str) -> tuple[int, str]:
    """Return where a file comes: by its number, then by its name."""
    number, _, rest = name.partition("-")
    return int(number), rest


def _parted(name: str, text: str) -> tuple[str, str, str]:
    heading, _, body = text.partition("\n")
    return name.removesuffix(".md").split("-", 1)[1], heading.removeprefix("# "), body.strip()
