"""YAML that is only mappings, lists and words: nothing is constructed, and an alias, anchor or tag is a mistake.

A word means what its field says, so ``no`` is the word "no" and ``0114`` keeps its zero.
"""

from typing import Any

import yaml

from loftdb.core.errors import DataFileError, Issue

REFUSED = "!refused"
"""The tag of a node that was noted as not plain: what stands in it is not judged further."""

DEEPEST = 20
"""Lists and mappings inside each other that a file may have; an agreement needs seven."""

_PROBLEMS = {
    r"'\t'": "syntax_tab",
    "mapping values are not": "syntax_colon",
    "expected ':'": "syntax_colon",
    "expected ','": "syntax_bracket",
    "end of stream": "syntax_open",
    "another document": "syntax_documents",
    "document start": "syntax_documents",
}
"""Part of what the parser says, in English, when it gives up, and the code of the sentence that says it."""


def compose(data: bytes, file: str) -> tuple[yaml.Node, list[Issue]]:
    """Return the root node and what is not plain; raise DataFileError where there is no one document to read."""
    loader = _Loader(_decoded(data, file), file)
    try:
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        raise DataFileError(*loader.issues, _syntax_issue(error, file)) from error
    if node is None:
        raise DataFileError(file_issue("type", file, 1, wanted="mapping"))
    return node, loader.issues


def file_issue(code: str, file: str, line: int, path: str | None = None, **facts: object) -> Issue:
    """Return an issue that says where in the file it stands: ``path`` is the keys that lead there."""
    return Issue(f"file_{code}", path, {"file": file, "line": line, **facts})


class _Loader(yaml.BaseLoader):
    """Composes nodes without resolving anything; what is not plain becomes a refused node."""

    def __init__(self, text: str, file: str) -> None:
        self.issues: list[Issue] = []
        self.file = file
        self.depth = 0
        super().__init__(text)

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]  # the stubs leave it out
        special = _special(event)
        if special:
            self.issues.append(file_issue("not_plain", self.file, event.start_mark.line + 1, construct=special))
        if special == "alias":
            self.get_event()  # type: ignore[no-untyped-call]  # as above
            return yaml.ScalarNode(REFUSED, "", event.start_mark, event.end_mark)
        if self.depth == DEEPEST:
            deep = file_issue("deep", self.file, event.start_mark.line + 1, most=DEEPEST)
            raise DataFileError(*self.issues, deep)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        if special and node is not None:
            node.tag = REFUSED
        return node


def _special(event: Any) -> str | None:
    if isinstance(event, yaml.AliasEvent):
        return "alias"
    if getattr(event, "tag", None):
        return "tag"
    return "anchor" if getattr(event, "anchor", None) else None


def _decoded(data: bytes, file: str) -> str:
    """Return the text; raise DataFileError where it is not UTF-8 or holds a character that no YAML may."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataFileError(file_issue("encoding", file, data[: error.start].count(b"\n") + 1)) from error
    if found := yaml.reader.Reader.NON_PRINTABLE.search(text):
        line = text[: found.start()].count("\n") + 1
        raise DataFileError(file_issue("encoding", file, line))
    return text


def _syntax_issue(error: yaml.YAMLError, file: str) -> Issue:
    """Return which problem the parser met, where it gave up, and where what it was reading began."""
    gave_up, began = (_line(getattr(error, mark, None)) for mark in ("problem_mark", "context_mark"))
    said = getattr(error, "problem", None) or ""
    code = next((code for words, code in _PROBLEMS.items() if words in said), "syntax")
    return file_issue(code, file, gave_up or 1, began=began or gave_up or 1)


def _line(mark: Any) -> int | None:
    return None if mark is None else int(mark.line) + 1
