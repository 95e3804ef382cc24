"""Everything that becomes HTML is escaped here and nowhere else: a string that is not ``Html`` is text.

The output never holds a line break, so that a Markdown renderer takes it as one block of HTML.
"""

import html
import re

Attribute = str | int | float | bool | None


class Html(str):
    """A string that is markup already."""

    __slots__ = ()


Child = str | Html | None


def escaped(text: str) -> Html:
    """Return the text as markup that shows it; markup is returned as it is."""
    if isinstance(text, Html):
        return text
    return Html(html.escape(text, quote=True).replace("\r", "").replace("\n", "&#10;"))


_MARKS = re.compile(r"[\\`*_{}\[\]#|~<>$:&]")
_LINKED = re.compile(r"www(?=\.)|:(?=/)|@", re.IGNORECASE)
_JOINER = "\u2060"


def literal(text: str) -> str:
    """Return the text as Markdown that shows it: what an address asks for is never a link, a picture or a style.

    Web addresses are linked by their looks, whatever is escaped, unless something unseen stands in them.
    """
    return _MARKS.sub(r"\\\g<0>", _LINKED.sub(rf"\g<0>{_JOINER}", text))


def joined(*children: Child) -> Html:
    """Return the children one after another; null is nothing."""
    return Html("".join(escaped(child) for child in children if child is not None))


def tag(name: str, *children: Child, **attributes: Attribute) -> Html:
    """Return an element; ``aria_label`` becomes ``aria-label``, ``class_`` ``class``; null or false is left out."""
    inside = "".join(_attribute(key, value) for key, value in attributes.items())
    return Html(f"<{name}{inside}>{joined(*children)}</{name}>")


def page_link(address: str, *inside: Child, class_: str = "loft-link", **more: Attribute) -> Html:
    """Return a link inside the program, which opens where the page stands."""
    return tag("a", *inside, href=address, target="_self", class_=class_, **more)


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{html.escape(_plain(value))}"'


def _plain(value: str | int | float) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value).replace("\n", " ").replace("\r", "")
