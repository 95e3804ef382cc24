"""What a Word paragraph is, by its own marks and by the styles that it builds on: heading, list item or contents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_HEADING = re.compile(r"(?:heading|rubrik|title|subtitle|underrubrik)\b", re.I)
_CONTENTS = re.compile(r"(?:toc|innehåll)\s?\d", re.I)
_BODY_LEVEL = "9"
"""The outline level of running text."""


@dataclass(frozen=True)
class Style:
    """What a paragraph is."""

    is_contents: bool
    is_heading: bool
    is_item: bool


def local(element: Element) -> str:
    """Return an element's name without its namespace: Word has two sets of them."""
    return element.tag.rpartition("}")[2]


def value(element: Element) -> str | None:
    """Return what an element says in its ``val`` attribute."""
    return next((text for name, text in element.items() if name.rpartition("}")[2] == "val"), None)


class Styles:
    """The styles of a file by id; a file without any has none."""

    def __init__(self, root: Element | None) -> None:
        found = (each for each in root if local(each) == "style") if root is not None else ()
        self._by_id = {_attribute(each, "styleId"): each for each in found}

    def of(self, paragraph: Element) -> Style:
        """Return what a paragraph is."""
        own = _properties(paragraph)
        chain = list(self._chain(_said(own, "pStyle")))
        names = [_said(each, "name") or "" for each in chain]
        marks = [own, *map(_properties, chain)]
        level = next(filter(None, (_said(each, "outlineLvl") for each in marks)), _BODY_LEVEL)
        number = next(filter(None, map(_number, marks)), "0")
        is_heading = level != _BODY_LEVEL or any(map(_HEADING.match, names))
        return Style(any(map(_CONTENTS.match, names)), is_heading, is_item=number != "0" and not is_heading)

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        """Yield a style and those it builds on, each once."""
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            yield self._by_id[style_id]
            style_id = _said(self._by_id[style_id], "basedOn")


def _properties(parent: Element) -> Element | None:
    return _child(parent, "pPr")


def _number(properties: Element | None) -> str | None:
    """Return the list that a paragraph belongs to: ``0`` takes it out of its style's list, null says nothing."""
    listed = _child(properties, "numPr")
    return None if listed is None else _said(listed, "numId") or "1"


def _said(parent: Element | None, name: str) -> str | None:
    child = _child(parent, name)
    return None if child is None else value(child)


def _child(parent: Element | None, name: str) -> Element | None:
    return next((child for child in parent if local(child) == name), None) if parent is not None else None


def _attribute(element: Element, name: str) -> str:
    return next((text for key, text in element.items() if key.rpartition("}")[2] == name), "")
