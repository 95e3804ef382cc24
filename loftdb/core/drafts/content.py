"""A draft as plain values and back, by the types of its fields: what was kept reads as it was, or not at all."""

from collections.abc import Mapping
from typing import Any, cast

from loftdb.core.drafts.draft import Draft, Plain
from loftdb.core.plain import plain, read, read_field


def content(draft: Draft) -> dict[str, Any]:
    """Return the draft as values that JSON has, without the text that it was read from."""
    kept = cast(dict[str, Any], plain(draft))
    del kept["text"]
    return kept


def draft_of_content(content: Mapping[str, Any], text: str) -> Draft:
    """Return the draft of such content; a field that an older program did not write has its usual value.

    ValueError, KeyError or TypeError for anything else.
    """
    return read(Draft, {**content, "text": text})


def from_plain(owner: type, name: str, value: Plain) -> Any:
    """Return the value of a field of a class, from its plain form."""
    return read_field(owner, name, value)
