"""Nodes of a data file read through field tables: no mistake stops the reading, each is noted with file and line."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from loftdb.core.errors import DataFileError, Issue
from loftdb.files.plain_yaml import REFUSED, compose, file_issue

NULLS = ("", "~", "null")


@dataclass(frozen=True)
class Spot:
    """A node of a file, with where it stands and the list that collects what is wrong."""

    node: yaml.Node
    file: str
    issues: list[Issue]
    line: int = 1
    """The line of its key, or that it begins on, from 1."""
    path: str = ""
    """The keys that lead to it; list items count from 1."""

    @property
    def is_null(self) -> bool:
        """Whether a key stands without a value."""
        node = self.node
        return isinstance(node, yaml.ScalarNode) and node.tag != REFUSED and node.style is None and node.value in NULLS

    def at(self, node: yaml.Node, step: object, key: yaml.Node | None = None) -> "Spot":
        """Return the spot of a node inside this one, where its key stands if it has one."""
        line = int((key or node).start_mark.line) + 1
        return replace(self, node=node, line=line, path=f"{self.path}.{step}".lstrip("."))

    def note(self, code: str, **facts: object) -> None:
        """Note a mistake here, unless the node itself is already refused."""
        if self.node.tag != REFUSED:
            self.issues.append(file_issue(code, self.file, self.line, self.path or None, **facts))

    def read(self, reader: "Reader") -> Any:
        """Return the reader's value, or None with a note of why it cannot be read."""
        try:
            return reader(self)
        except Wrong as wrong:
            return self.note(wrong.code, **wrong.facts)


Reader = Callable[[Spot], Any]
"""Reads the value of one node, or raises Wrong."""


class Wrong(Exception):
    """A value cannot be read; never leaves the readers."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


@dataclass(frozen=True)
class Record:
    """A mapping that was read: ``values`` of the keys that stand in the file and could be read."""

    spot: Spot
    values: Mapping[str, Any] = field(default_factory=dict)
    spots: Mapping[str, Spot] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    def __contains__(self, key: str) -> bool:
        """Tell whether the key stands in the file with a value, right or wrong."""
        return key in self.spots

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value, or the default where it is absent or could not be read."""
        return self.values.get(key, default)

    def note(self, code: str, at: str = "", **facts: object) -> None:
        """Note a mistake at a key's value, or at the record where there is none."""
        self.spots.get(at, self.spot).note(code, **facts)


@dataclass(frozen=True)
class Field:
    """One key of a record: how to read its value, and whether it must be there."""

    read: Reader
    required: bool = True


@dataclass(frozen=True)
class Rule:
    """When the condition holds, some keys of the record are needed and some out of place."""

    because: str
    """The condition, as the file would say it."""
    when: Callable[[Record], bool]
    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()

    def __call__(self, record: Record) -> None:
        """Note what the record lacks or should not have."""
        if not self.when(record):
            return
        for key in self.needs:
            if key not in record:
                record.note("key_needed", key=key, because=self.because)
        for key in self.bars:
            if key in record:
                record.note("key_out_of_place", at=key, key=key, because=self.because)


def record(fields: Mapping[str, Field], *rules: Callable[[Record], None]) -> Reader:
    """Return a reader of mappings with these keys and no others; the rules run on whatever could be read."""

    def read(spot: Spot) -> Record:
        if not isinstance(spot.node, yaml.MappingNode):
            raise Wrong("type", wanted="mapping")
        spots = _keys(spot, spot.node, fields)
        values = {key: inner.read(fields[key].read) for key, inner in spots.items()}
        for key, wanted in fields.items():
            if wanted.required and key not in spots:
                spot.note("key_missing", wanted=key)
        whole = Record(spot, {key: value for key, value in values.items() if value is not None}, spots)
        for rule in rules:
            rule(whole)
        return whole

    return read


def several(item: Reader, *identities: str, at_least: int = 0) -> Reader:
    """Return a reader of lists whose items differ: records in each of the identity keys, other values as such."""

    def read(spot: Spot) -> tuple[Any, ...]:
        if not isinstance(spot.node, yaml.SequenceNode):
            raise Wrong("type", wanted="list")
        spots = [spot.at(node, place) for place, node in enumerate(spot.node.value, 1)]
        items = [(inner, inner.read(item)) for inner in spots]
        if len(items) < at_least:
            spot.note("list_short", wanted=at_least)
        note_repeats((inner, value) for inner, value in items if not isinstance(value, Record))
        for key in identities:
            note_repeats([(each.spots[key], each.get(key)) for _, each in items if each and key in each])
        return tuple(value for _, value in items if value is not None)

    return read


def note_repeats(items: Iterable[tuple[Spot, Any]]) -> None:
    """Note every value that an earlier spot already has."""
    first: dict[Any, int] = {}
    for spot, value in items:
        if value in first:
            spot.note("duplicate", value=value, first_line=first[value])
        elif value is not None:
            first[value] = spot.line


def numbered(key: str, items: Sequence[Record]) -> None:
    """Note the first record whose number is not its place in the list, counted from 1."""
    note_repeats((each.spots[key], each[key]) for each in items if key in each.values)
    seen: set[int] = set()
    for place, each in enumerate(items, 1):
        number = each.get(key, place)
        if number != place and number not in seen:
            return each.note("order", at=key, key=key, value=number, wanted=place)
        seen.add(number)
    return None


def read_file(data: bytes, file: str, reader: Reader, *rules: Callable[[Record], None]) -> Record:
    """Read the one document of a file by a reader and rules for the whole; raise DataFileError with every mistake."""
    node, issues = compose(data, file)
    whole = Spot(node, file, issues, int(node.start_mark.line) + 1).read(reader)
    for rule in rules if isinstance(whole, Record) else ():
        rule(whole)
    if issues or not isinstance(whole, Record):
        raise DataFileError(*sorted(issues, key=lambda issue: int(str(issue.facts["line"]))))
    return whole


def _keys(spot: Spot, node: yaml.MappingNode, fields: Mapping[str, Field]) -> dict[str, Spot]:
    """Return the spots of the known keys that have a value, noting keys that are unknown or stand twice."""
    lines: dict[str, int] = {}
    spots: dict[str, Spot] = {}
    for key_node, value_node in node.value:
        key, at_key = str(key_node.value), spot.at(key_node, key_node.value)
        if key in lines:
            at_key.note("key_twice", key=key, first_line=lines[key])
        elif key not in fields or not isinstance(key_node, yaml.ScalarNode):
            at_key.note("key_unknown", key=key, allowed=tuple(fields))
        elif not (inner := spot.at(value_node, key, key_node)).is_null:
            spots[key] = inner
        lines.setdefault(key, at_key.line)
    return spots
