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
        (["init"], "Skriv vilken fil som ska skapas"),
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
        assert any(line.startswith(f"  {option.name} ") or option.name == "file" for line in done.out.splitlines())


def test_every_command_has_a_text_and_no_text_lacks_a_command() -> None:
    assert list(texts.COMMANDS) == list(COMMANDS)


def test_the_version_is_told(loftdb: Loftdb) -> None:
    assert loftdb("--version").out == f"loftdb {package.__version__}\n"


def test_each_kind_of_error_has_its_own_exit() -> None:
    kinds = [each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, errors.LoftdbError)]
    codes = {each: exit_of(each.__new__(each)) for each in kinds}
    unmapped = {each.__name__ for each, code in codes.items() if code is Exit.UNEXPECTED}
    assert unmapped == {"LoftdbError", "AlreadySaved"}, "a command gives no submission key, so nothing is already saved"
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
    assert "Något oväntat gick fel: AttributeError" in done.talk
    assert "Traceback" not in done.talk


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
