"""A command declares its options once: the parser, the help and the README's test read the same declarations."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from loftdb.cli import values
from loftdb.core.characters import hidden
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
        if character := hidden(text):
            raise UsageError(Issue("hidden_character", facts={"option": self.name, "character": character}))
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
    wrong = [issue for option in options for issue in _misused(option, getattr(found, option.key))]
    if wrong:
        raise UsageError(*wrong)
    return argparse.Namespace(**{option.key: _chosen(option, getattr(found, option.key)) for option in options})


def _misused(option: Option, given: list[object]) -> Iterator[Issue]:
    if option.required and not given:
        yield Issue("option_missing" if option.is_named else "path_missing", facts={"option": option.name})
    if len(given) > 1 and not option.many:
        yield Issue("option_twice", facts={"option": option.name})


def _chosen(option: Option, given: list[object]) -> object:
    """Return all that was given of an option that may be repeated, else the only value or the default."""
    if option.many:
        return given
    return given[0] if given else option.default


def _add(parser: argparse.ArgumentParser, option: Option) -> None:
    """Let the parser collect a list of each option's values, so that a repetition shows."""
    if option.read is None:
        parser.add_argument(option.name, action="append_const", const=True, default=[])
    elif option.is_named:
        parser.add_argument(option.name, type=option.value, action="append", default=[])
    else:
        parser.add_argument(option.name, type=option.value, nargs="*", default=[])
