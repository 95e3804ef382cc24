"""A command declares its options once: the parser, the help and the README's test read the same declarations."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from loftdb.cli import values
from loftdb.core.errors import Issue, UsageError


@dataclass(frozen=True)
class Option:
    """A word that a command takes: ``--name VALUE``, or only ``VALUE`` where the name has no dashes."""

    name: str
    read: Callable[[str], object] | None = str
    """How its value is read; null: a switch."""
    required: bool = False
    many: bool = False
    default: object = None

    @property
    def is_named(self) -> bool:
        """Whether it is given by name rather than by place."""
        return self.name.startswith("-")

    def value(self, text: str) -> object:
        """Return the value that the text stands for. UsageError, which names the option."""
        try:
            return (self.read or str)(text)
        except UsageError as error:
            found = (replace(issue, facts={**issue.facts, "option": self.name}) for issue in error.issues)
            raise UsageError(*found) from error

    @property
    def key(self) -> str:
        """The attribute that holds the value."""
        return self.name.lstrip("-").replace("-", "_")


DATABASE = Option("--database", values.path, required=True)
FORMAT = Option("--format", values.form, default="table")


def parse(options: Sequence[Option], words: Sequence[str]) -> argparse.Namespace:
    """Return the options' values by key. UsageError, and what a value's reader raises."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    for option in options:
        _add(parser, option)
    try:
        found, rest = parser.parse_known_args(words)
    except argparse.ArgumentError as error:
        raise UsageError(Issue("value_missing", facts={"option": error.argument_name})) from error
    if rest:
        raise UsageError(Issue("option_unknown", facts={"option": rest[0]}))
    missing = [option for option in options if option.required and getattr(found, option.key) in (None, [])]
    if missing:
        raise UsageError(*map(_missing, missing))
    return found


def _missing(option: Option) -> Issue:
    return Issue("option_missing" if option.is_named else "target_file_missing", facts={"option": option.name})


def _add(parser: argparse.ArgumentParser, option: Option) -> None:
    if option.read is None:
        parser.add_argument(option.name, action="store_true")
    elif not option.is_named:
        parser.add_argument(option.name, type=option.value, nargs="?")
    elif option.many:
        parser.add_argument(option.name, type=option.value, action="append", default=[])
    else:
        parser.add_argument(option.name, type=option.value, default=option.default)
