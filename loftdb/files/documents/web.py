"""A web page as text: what a reader sees of its content, never its scripts, navigation or hidden parts.

selectolax is used because its parser (Lexbor) follows the HTML standard, as browsers do, also where a page is broken.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from loftdb.files.documents.lines import Lines
from loftdb.files.documents.plain import decoded


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DROPPED = _words(
    "script style noscript template nav footer aside button select textarea iframe object svg math canvas audio video "
    "map dialog title"
)
_ROLES = _words("navigation banner contentinfo search complementary menu menubar dialog alertdialog")
_HIDDEN_CLASSES = _words("sr-only visually-hidden screen-reader-text env-assistive-text")
_CONTENT = frozenset(("main", "article"))
_CELLS = frozenset(("td", "th"))
_APART = _words("h1 h2 h3 h4 h5 h6 p ul ol dl table blockquote")
"""What an empty line sets apart, but not inside an item or a cell."""
_BLOCKS = _APART | _words(
    "address article body caption center dd details div dt fieldset figcaption figure form header hr legend main pre "
    "section summary tbody tfoot thead tr"
)
_LEAST = 40
"""Letters that a marked main part must have to be taken for the content."""


def text_of(content: bytes) -> str:
    """Return the text of a page, which may be any bytes at all."""
    tree = LexborHTMLParser(decoded(content))
    lines = Lines()
    for root in _content(tree):
        for node, is_entered in _steps(root):
            _write(node, is_entered, lines)
        lines.gap()
    return lines.text()


def _content(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """Yield the page's main part, after its title where that stands apart, or the whole body."""
    marked = tree.css("main, [role=main]")
    if len(marked) != 1 or len(marked[0].text(strip=True)) < _LEAST:
        yield from filter(None, [tree.body])
        return
    titles = tree.css("h1")
    if len(titles) == 1 and marked[0].css_first("h1") is None:
        yield titles[0]
    yield marked[0]


def _steps(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each node that is shown when it is entered and when it is left; without recursion, however deep it is."""
    node: LexborNode | None = root
    depth = 0
    while node is not None:
        child = None
        if not _is_dropped(node):
            yield node, True
            child = node.child
        if child is not None:
            node, depth = child, depth + 1
            continue
        while node is not None and depth > 0 and node.next is None:
            yield node, False
            node, depth = node.parent, depth - 1
        if node is None or depth == 0:
            yield root, False
            return
        yield node, False
        node = node.next


def _is_dropped(node: LexborNode) -> bool:
    tag = node.tag
    if not node.is_element_node or tag == "br":
        return node.is_comment_node
    if tag in _DROPPED or _is_hidden(node):
        return True
    if tag == "header":
        return not any(parent.tag in _CONTENT for parent in _ancestors(node))
    return tag == "form" and node.css_first("h1, main, article") is None


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in _ROLES
        or not _HIDDEN_CLASSES.isdisjoint((attributes.get("class") or "").split())
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _write(node: LexborNode, is_entered: bool, lines: Lines) -> None:
    tag = node.tag
    if node.is_text_node:
        _write_text(node, is_entered, lines)
    elif tag == "li":
        (lines.item if is_entered else lines.leave)()
    elif tag in _CELLS and not is_entered:
        lines.cell()
    elif tag in _APART and not _is_within(node):
        lines.gap()
    elif tag == "br" or (tag in _BLOCKS and not _is_whole_cell(node)):
        lines.end()


def _is_within(node: LexborNode) -> bool:
    return node.parent is not None and node.parent.tag in (*_CELLS, "li")


def _write_text(node: LexborNode, is_entered: bool, lines: Lines) -> None:
    text = node.text_content if is_entered else None
    if text and node.parent is not None and node.parent.tag == "pre":
        for line in text.splitlines():
            lines.add(line)
            lines.end()
    elif text:
        lines.add(text)


def _is_whole_cell(node: LexborNode) -> bool:
    """Whether a block is all that a cell holds, as editors write cells; the row is one line then."""
    parent = node.parent
    if parent is None or parent.tag not in _CELLS:
        return False
    return _is_blank(node.prev) and _is_blank(node.next)


def _is_blank(node: LexborNode | None) -> bool:
    return node is None or (node.is_empty_text_node and (node.prev is None or node.next is None))
