"""Words that cannot be understood, help, and how the command ends."""

import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest

import loftdb as package
from loftdb.cli.command_line import COMMANDS
from loftdb.cli.exits import Exit, exit_of
from loftdb.core import errors
from loftdb.view.texts import commands as texts
from tests.cli.conftest import CONTROLS, Loftdb, own_process


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nonsens"], "”nonsens” finns inte"),
        (["init"], "Skriv vilken fil det gäller"),
        (["read"], "Skriv vilken fil det gäller"),
        (["progress"], "--database saknas"),
        (["log", "--database", "x.duckdb"], "--promise saknas"),
        (["progress", "--database"], "--database saknar ett värde"),
        (["progress", "--database", "x", "--onn", "2024-01-01"], "”--onn” hör inte till"),
        (["progress", "--database", "x", "extra"], "”extra” hör inte till"),
        (["progress", "--database", "x", "--on", "2024-02-30"], "--on: ”2024-02-30” är inget datum"),
        (["progress", "--database", "x", "--known-on", "i går"], "--known-on: ”i går” är ingen tid"),
        (["progress", "--database", "x", "--format", "xml"], "--format: ”xml” går inte att välja. Skriv table eller"),
        (["sign-off", "--database", "x", "--month", "mars"], "--month: ”mars” är ingen månad"),
        (["sign-off", "--database", "x", "--month", "2024-13"], "är ingen månad"),
        (["sign-off", "--database", "x", "--party", "other"], "Skriv police eller municipality"),
        (["withdraw", "--database", "x", "--activity", "ett"], "”ett” är inget heltal"),
        (["log", "--database", "x", "--promise", "a=två"], "--promise: ”två” är inget heltal"),
        (["serve", "--database", "x", "--port", "70000"], "är ingen port"),
        (["progress", "--database", "x", "--on", "9999-12-31"], "--on: året är 9999, men ska ligga mellan 1990 och"),
        (["progress", "--database", "x", "--known-on", "0001-01-01T00:00"], "--known-on: året är 1,"),
        (["sign-off", "--database", "x", "--month", "9999-12"], "--month: året är 9999"),
        (["progress", "--database", "x", "--on", "20240315"], "--on: ”20240315” är inget datum"),
        (["log", "--database", "x", "--count", "9223372036854775808"], "--count: 9223372036854775808 är för stort"),
        (["log", "--database", "x", "--promise", "\udcff"], "--promise: värdet har ett tecken"),
        (["log", "--database", "x", "--note", "a\x00b"], "(U+0000)"),
        (["init", "a\nb"], "FIL: värdet har ett tecken"),
        (["check", "--database", ""], "--database saknar ett värde"),
        (["check", "--database", "a", "--database", "b"], "--database står flera gånger"),
        (["init", "a", "b"], "FIL står flera gånger"),
        (
            ["log", "--database", "x", "--promise", "a", "--date", "2024-03-15", "--reason", "weather"],
            "--state cancelled",
        ),
    ],
)
def test_words_that_cannot_be_understood_say_so(loftdb: Loftdb, words: list[str], sentence: str) -> None:
    done = loftdb(*words)
    assert (done.exit, done.out) == (2, "")
    assert sentence in done.talk
    assert "…" not in done.talk


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"], ["help"]])
def test_help_lists_every_command(loftdb: Loftdb, words: list[str]) -> None:
    done = loftdb(*words)
    assert done.exit == 0
    assert all(f"  {name} " in done.out and texts.COMMANDS[name] in done.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_each_of_its_options(loftdb: Loftdb, name: str) -> None:
    done = loftdb(name, "--help")
    assert done.exit == 0
    assert loftdb("help", name).out == done.out
    for option in COMMANDS[name].options:
        assert any(line.startswith(f"  {option.name} ") or not option.is_named for line in done.out.splitlines())


def test_every_command_has_a_text_and_no_text_lacks_a_command() -> None:
    assert list(texts.COMMANDS) == list(COMMANDS)


def test_the_version_is_told(loftdb: Loftdb) -> None:
    assert loftdb("--version").out == f"loftdb {package.__version__}\n"


def test_each_kind_of_error_has_its_own_exit() -> None:
    kinds = [each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, errors.LoftdbError)]
    codes = {each: exit_of(each.__new__(each)) for each in kinds}
    unmapped = {each.__name__ for each, code in codes.items() if code is Exit.UNEXPECTED}
    # A command gives no submission key, so nothing is already saved, and none sends or closes a meeting.
    assert unmapped == {"LoftdbError", "AlreadySaved", "DocumentUnwritten"}
    own = [code for each, code in codes.items() if code is not codes.get(each.__base__)]
    assert len(own) == len(set(own)), "only a kind of the same error shares its exit"


def test_python_m_loftdb_is_the_same_command(file: Path) -> None:
    done = own_process("log", "--database", file, "--promise", CONTROLS, "--date", "2024-03-15", "--format", "json")
    assert done.exit == 0
    assert done.record["lines"] == 1
    assert own_process("progress", "--database", file.with_name("none")).exit == 10
    assert own_process("nonsens").exit == 2


def test_an_unforeseen_error_is_a_sentence_too(loftdb: Loftdb, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("loftdb.actions.upkeep.check")
    done = loftdb("check", "--database", file)
    assert (done.exit, done.out) == (1, "")
    assert "Något oväntat gick fel." in done.talk
    assert "AttributeError databases.py:" in done.talk
    assert "has no attribute" not in done.talk, "what Python says is English"
    assert "Traceback" not in done.talk


def test_bytes_that_are_no_text_are_spelled_out_instead_of_a_trace() -> None:
    done = own_process(b"nonsens\xff".decode("utf-8", "surrogateescape"))
    assert done.exit == 2
    assert "Traceback" not in done.talk
    assert "udcff” finns inte" in done.talk


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("form", ["table", "json"])
def test_results_that_cannot_be_written_are_told_apart_from_what_is_saved(file: Path, form: str) -> None:
    words = ("log", "--database", file, "--promise", CONTROLS, "--date", "2024-03-15", "--format", form)
    with Path("/dev/full").open("w") as full:
        done = own_process(*words, stdout=full)
    assert done.exit == 16
    assert "Aktiviteten är sparad och har nummer 3" in done.talk
    assert "gick inte att skriva ut" in done.talk
    assert "Error" not in done.talk
    assert own_process("withdraw", "--database", file, "--activity", 3).exit == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes its streams")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 16), ("2>&-", 0), (">&- 2>&-", 16)])
def test_a_closed_stream_loses_no_activity(file: Path, closed: str, code: int) -> None:
    command = f'"{sys.executable}" -m loftdb log --database "{file}" --promise {CONTROLS} --date 2024-03-15 {closed}'
    assert subprocess.run(command, shell=True, capture_output=True, check=False, timeout=60).returncode == code
    assert own_process("withdraw", "--database", file, "--activity", 3).exit == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no head")
def test_a_reader_that_has_had_enough_is_no_error(file: Path) -> None:
    command = f'"{sys.executable}" -m loftdb promises --database "{file}" | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.stdout.startswith("Löfte")
    assert done.stderr == ""


def test_swedish_letters_survive_a_machine_without_them(file: Path) -> None:
    bare = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    words = ("progress", "--database", file, "--municipality", "Strömstad")
    done = own_process(*words, env={**bare, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "1"})
    assert done.exit == 0
    assert "Läge" in done.out
