"""The README is true: its commands run, its paths, ids, options and exit codes exist, and none is left out."""

import re
import shlex
import shutil
import struct
from datetime import date
from pathlib import Path

import pytest

from loftdb.actions.setup import DATA
from loftdb.cli import main
from loftdb.cli.command_line import COMMANDS
from loftdb.cli.exits import Exit
from loftdb.cli.options import parse
from loftdb.files.agreements import read_agreements

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENT = ROOT / "tests" / "files" / "documents" / "typeset.pdf"
LONGEST = 120
LARGEST_PICTURE = 200_000


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


def commands() -> list[list[str]]:
    """Return the README's loftdb commands, as a shell splits them."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("loftdb ")]


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= LONGEST


def test_the_commands_run_as_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    shutil.copy(DOCUMENT, tmp_path / "medborgarlofte.pdf")
    for words in commands():
        if words[0] == "serve":
            assert Path(parse(COMMANDS["serve"].options, words[1:]).database).exists()
        else:
            assert main(words) == 0, f"{words}: {capsys.readouterr().err}"


def test_every_command_is_shown() -> None:
    assert {words[0] for words in commands()} == set(COMMANDS)


def test_every_option_is_told_and_every_told_option_exists() -> None:
    own = "\n".join([*blocks("sh"), README.partition("## Commands")[2]])
    told = set(re.findall(r"--[a-z][a-z-]+", own)) - {"--help"}
    assert told == {option.name for command in COMMANDS.values() for option in command.options if option.is_named}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_shown_with_what_it_needs(name: str) -> None:
    needed = {option.name for option in COMMANDS[name].options if option.required and option.is_named}
    assert all(needed <= set(words) for words in commands() if words[0] == name)


def test_the_exit_codes_are_those_of_the_program() -> None:
    told = {int(code) for code in re.findall(r"\| (\d+) (?=\|)", README)}
    assert told == set(Exit) - {Exit.INTERRUPTED}


def test_the_promises_with_a_number_are_listed_and_no_others() -> None:
    told = set(re.findall(r"`([a-z]+(?:-\d{4})+/[a-z-]+)`", README))
    files = read_agreements(DATA, date(2023, 1, 1))
    numeric = {
        promise.id
        for file in files
        for promise in file.agreement.promises
        if any(measure.targets for measure in promise.measures)
    }
    assert len(numeric) == 10
    assert told == numeric


def test_the_tree_exists_and_names_every_floor() -> None:
    tree = README.partition("## The tree")[2]
    paths = re.findall(r"(?:^|\s)((?:loftdb/)?[a-z]+(?:/|\.py))(?= )", tree, re.M)
    assert all((ROOT / path).exists() for path in paths)
    floors = {path.name for path in (ROOT / "loftdb").iterdir() if (path / "__init__.py").exists()}
    assert floors == {path.split("/")[1] for path in paths if path.startswith("loftdb/")}


def test_linked_files_exist() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert all((ROOT / link).is_file() for link in links)


def test_what_windows_installs_exists() -> None:
    [run, test] = blocks("bat")
    paths = [path.replace("\\", "/") for path in re.findall(r"requirements\\[a-z]+\.txt", run + test)]
    assert paths
    assert all((ROOT / path).is_file() for path in paths)


def test_the_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = re.findall(r"\bmake ([a-z]+)\b", "\n".join(blocks("sh")))
    assert told == ["run", "test"]
    assert all(re.search(rf"^{target}:", makefile, re.M) for target in told)


def test_the_picture_is_a_small_png_of_a_desktop() -> None:
    data = (ROOT / "docs" / "oversikt.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) < LARGEST_PICTURE
    assert struct.unpack(">II", data[16:24]) == (1280, 800)
