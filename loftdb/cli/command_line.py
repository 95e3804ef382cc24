"""Every way out ends with a code and, when something is wrong, a Swedish sentence; never with a trace."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TextIO

from loftdb import __version__
from loftdb.cli import changes, databases, ledger, planning, reading, reports, values
from loftdb.cli.exits import Exit, exit_of
from loftdb.cli.options import DATABASE, FORMAT, Option, parse
from loftdb.cli.output import Answer, written
from loftdb.core.errors import Issue, LoftdbError, UsageError
from loftdb.core.model import ActivityState
from loftdb.view.texts import commands as texts


@dataclass(frozen=True)
class Command:
    """One word after ``loftdb``."""

    run: Callable[[Namespace], Answer]
    options: tuple[Option, ...]


COMMANDS = {
    "init": Command(
        databases.init,
        (
            Option("file", values.path, required=True),
            Option("--demo", None),
            Option("--followed-from", values.day),
            FORMAT,
        ),
    ),
    "serve": Command(
        databases.serve,
        (DATABASE, Option("--host"), Option("--port", values.port), Option("--backup-dir", values.path)),
    ),
    "check": Command(databases.check, (DATABASE, FORMAT)),
    "backup": Command(databases.backup, (DATABASE, Option("--to", values.path, required=True), FORMAT)),
    "restore": Command(databases.restore, (DATABASE, Option("--from", values.path, required=True), FORMAT)),
    "promises": Command(reports.promises, (DATABASE, FORMAT)),
    "log": Command(
        ledger.log,
        (
            DATABASE,
            Option("--promise", values.counted, required=True, many=True),
            Option("--date", values.day, required=True),
            Option("--count", values.whole, default=1),
            Option("--state", values.state, default=ActivityState.DONE),
            Option("--reason", values.reason),
            Option("--place", default=""),
            Option("--note", default=""),
            Option("--registered-at", values.moment),
            FORMAT,
        ),
    ),
    "withdraw": Command(ledger.withdraw, (DATABASE, Option("--activity", values.whole, required=True), FORMAT)),
    "sign-off": Command(
        ledger.sign_off,
        (
            DATABASE,
            Option("--municipality", required=True),
            Option("--party", values.party, required=True),
            Option("--month", values.month, required=True),
            FORMAT,
        ),
    ),
    "read": Command(reading.document, (Option("document", values.path, required=True), FORMAT)),
    "progress": Command(
        reports.report,
        (DATABASE, Option("--on", values.day), Option("--known-on", values.moment), Option("--municipality"), FORMAT),
    ),
    "changes": Command(
        changes.changes,
        (
            DATABASE,
            Option("--municipality", required=True),
            Option("--from", values.moment, required=True),
            Option("--to", values.moment, required=True),
            FORMAT,
        ),
    ),
    "lagging": Command(planning.lagging, (DATABASE, Option("--on", values.day), Option("--district"), FORMAT)),
    "needed": Command(
        planning.needed, (DATABASE, Option("--municipality"), Option("--district"), Option("--on", values.day), FORMAT)
    ),
}


def main(words: Sequence[str] | None = None) -> int:
    """Run a command line (null: the process's own) and return its exit code."""
    _speak_utf8()
    try:
        return _tell(*_run(list(sys.argv[1:] if words is None else words)))
    except LoftdbError as error:
        _say(texts.command_error(error))
        return exit_of(error)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:
        _say(texts.unexpected(error))
        return Exit.UNEXPECTED


def _run(words: list[str]) -> tuple[str, Answer]:
    """Do what the words ask; return the results as text, and the rest of the answer."""
    name, *rest = words or ["--help"]
    if name in ("-h", "--help", "help") or {"-h", "--help"} & set(rest):
        return _help(name if name in COMMANDS else next(iter(rest), "")), Answer()
    if name == "--version":
        return f"loftdb {__version__}\n", Answer()
    if name not in COMMANDS:
        raise UsageError(Issue("command_unknown", facts={"text": name, "choices": tuple(COMMANDS)}))
    command = COMMANDS[name]
    found = parse(command.options, rest)
    answer = command.run(found)
    return written(answer, found.format) if "format" in found else "", answer


def _help(name: str) -> str:
    if name not in COMMANDS:
        return texts.general_help(COMMANDS)
    return texts.command_help(name, [(option.name, option.required) for option in COMMANDS[name].options])


def _tell(text: str, answer: Answer) -> int:
    """Write the results and say what belongs to them; where they cannot be written, also what is saved anyway."""
    is_written = _write(text)
    sentences = answer.talk if is_written else (answer.saved, *answer.talk, texts.UNWRITTEN)
    for sentence in filter(None, sentences):
        _say(sentence)
    return answer.exit if is_written else Exit.UNWRITTEN


def _write(text: str) -> bool:
    """Write to stdout, and tell whether it took it; a reader that has had enough is no failure."""
    if sys.stdout is None:  # closed by whoever started the process
        return not text
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _let_go(sys.stdout)
        return isinstance(error, BrokenPipeError)
    return True


def _say(sentence: str) -> None:
    if sys.stderr is None:  # as stdout
        return
    try:
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()
    except OSError:
        _let_go(sys.stderr)


def _let_go(stream: TextIO) -> None:
    """Lead a stream that takes no more to nowhere, or Python complains again when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _speak_utf8() -> None:
    """Write å, ä and ö also where a pipe on Windows would have another encoding, and spell out what is no text."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
