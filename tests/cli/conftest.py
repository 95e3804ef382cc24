"""The real command, in this process or in its own; databases are made by it and copied."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from loftdb.cli import main

CONTROLS = "stromstad-2023-2024/trafikkontroller"
PATROLS = "stromstad-2023-2024/fot-och-cykelpatruller"
VISITS = "stromstad-2023-2024/skol-och-fritidsgardsbesok"
MEETINGS = "stromstad-2023-2024/informationsmoten"
QUALITY = "stromstad-2023-2024/arbete-mot-narkotika"
OFFICE = "grums-2023-2025/lokalt-poliskontor"


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    exit: int
    out: str
    talk: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The JSON array on stdout."""
        found: list[dict[str, Any]] = json.loads(self.out)
        return found

    @property
    def record(self) -> dict[str, Any]:
        """The only record."""
        [found] = self.records
        return found


Loftdb = Callable[..., Done]


@pytest.fixture
def loftdb(capsys: pytest.CaptureFixture[str]) -> Loftdb:
    """Return a function that runs ``loftdb WORDS`` in this process."""

    def run(*words: object) -> Done:
        capsys.readouterr()
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run


def own_process(*words: object, **more: Any) -> Done:
    """Run ``python -m loftdb WORDS`` in a process of its own."""
    command = [sys.executable, "-W", "error", "-m", "loftdb", *map(str, words)]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    done = subprocess.run(command, encoding="utf-8", timeout=60, check=False, **streams)
    return Done(done.returncode, done.stdout or "", done.stderr)


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new database, followed from 2023, to be copied."""
    path = tmp_path_factory.mktemp("fresh") / "loft.duckdb"
    assert main(["init", str(path), "--followed-from", "2023-01-01"]) == 0
    return path


@pytest.fixture
def file(fresh: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(fresh, tmp_path))


@pytest.fixture
def ask(loftdb: Loftdb, file: Path) -> Loftdb:
    """Return a function that runs ``loftdb COMMAND --database FILE WORDS --format json``."""
    return lambda command, *words: loftdb(command, "--database", file, *words, "--format", "json")


def row(done: Done, measure: str, year: int | None) -> dict[str, Any]:
    """Return the one progress record of a measure in a year (null: the term)."""
    [found] = [each for each in done.records if (each["measure"], each["year"]) == (measure, year)]
    return found
