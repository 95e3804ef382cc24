"""Text that arrives in pieces leaves as lines with single spaces, list items marked and headings set apart."""

BULLET = "• "
MARKS = tuple("•·∙●○▪▫■□◦‣⁃➢➤►▶✓✔–—-*")
"""What a writer may have begun an item with already."""
_INDENT = "  "
CELLS = " | "
"""What stands between the cells of a row."""


class Lines:
    """What has been written so far; ``text`` ends it."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._cells: list[list[str]] = [[]]
        self._before = ""
        """What the next line begins with: a list item's mark, or the indent of what goes on with it."""

    def add(self, piece: str) -> None:
        """Write on the line that is open."""
        self._cells[-1].append(piece)

    def cell(self) -> None:
        """Go on in the next cell of a table's row."""
        self._cells.append([])

    def end(self) -> None:
        """End the line; a line without text leaves nothing."""
        cells = (" ".join("".join(pieces).split()) for pieces in self._cells)
        line = CELLS.join(filter(None, cells))
        self._cells = [[]]
        if line:
            is_marked = self._before == BULLET and line.startswith(MARKS)
            self._done.append(line if is_marked else self._before + line)
            self._before = _INDENT if self._before else ""

    def item(self) -> None:
        """Begin a list item with the next line; ``leave`` ends it."""
        self.end()
        self._before = BULLET

    def leave(self) -> None:
        """End the line and the list item that it stands in."""
        self.end()
        self._before = ""

    def gap(self) -> None:
        """End the line and leave an empty one, unless there is one."""
        self.leave()
        if self._done and self._done[-1]:
            self._done.append("")

    def text(self) -> str:
        """Return all lines."""
        self.end()
        return "\n".join(self._done).strip("\n")
