"""Every way out ends with a code and, when something is wrong, a Swedish sentence; never with a trace."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loftdb import __version__
from loftdb.cli import databases, ledger, reports, values
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
    "progress": Command(
        reports.report,
        (DATABASE, Option("--on", values.day), Option("--known-on", values.moment), Option("--municipality"), FORMAT),
    ),
}


def main(words: Sequence[str] | None = None) -> int:
    """Run a command line (null: the process's own) and return its exit code."""
    _speak_utf8()
    try:
        return _run(list(sys.argv[1:] if words is None else words))
    except LoftdbError as error:
        _say(texts.command_error(error))
        return exit_of(error)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read the results has had enough; Python would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    except Exception as error:
        _say(texts.unexpected(error))
        return Exit.UNEXPECTED


def _run(words: list[str]) -> int:
    name, *rest = words or ["--help"]
    if name in ("-h", "--help", "help") or {"-h", "--help"} & set(rest):
        return _help(name if name in COMMANDS else next(iter(rest), ""))
    if name == "--version":
        _write(f"loftdb {__version__}\n")
        return Exit.OK
    if name not in COMMANDS:
        raise UsageError(Issue("command_unknown", facts={"text": name, "choices": tuple(COMMANDS)}))
    command = COMMANDS[name]
    found = parse(command.options, rest)
    answer = command.run(found)
    _write(written(answer, found.format) if "format" in found else "")
    for sentence in answer.talk:
        _say(sentence)
    return answer.exit


def _help(name: str) -> int:
    if name in COMMANDS:
        options = [(option.name, option.required) for option in COMMANDS[name].options]
        _write(texts.command_help(name, options))
    else:
        _write(texts.general_help(COMMANDS))
    return Exit.OK


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def _speak_utf8() -> None:
    """Write å, ä and ö also where a pipe on Windows would have another encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
