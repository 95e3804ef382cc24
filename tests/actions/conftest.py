"""A real database with the bundled agreements, followed from 2023, on 15 October 2024."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from loftdb.actions import meeting_files
from loftdb.actions.context import Context
from loftdb.actions.register import find_measure
from loftdb.actions.setup import DATA, LOCAL_USER, Start, create
from loftdb.core.access import Actor, Grant, Role
from loftdb.core.errors import Refused
from loftdb.core.model import ActivityKind, ActivityState, Entry, Party, Share
from loftdb.core.periods import DAY, Period
from loftdb.store.database import Database
from loftdb.view.plain_text import plain_text

NOW = datetime.fromisoformat("2024-10-15T08:00")
STROMSTAD, GRUMS = 1486, 1764
AGREEMENT = "stromstad-2023-2024"
CONTROLS = "stromstad-2023-2024/trafikkontroller"
PATROLS = "stromstad-2023-2024/fot-och-cykelpatruller"
VISITS = "stromstad-2023-2024/skol-och-fritidsgardsbesok"
OFFICE = "grums-2023-2025/lokalt-poliskontor"


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed new database, to be copied."""
    path = tmp_path_factory.mktemp("fresh") / "loft.duckdb"
    create(path, Start(NOW, date(2023, 1, 1))).close()
    return path


@pytest.fixture
def context(fresh: Path, tmp_path: Path) -> Iterator[Context]:
    database = Database.open(shutil.copy(fresh, tmp_path))
    yield Context(database, LOCAL_USER, NOW)
    database.close()


@contextmanager
def reworded(folder: Path, agreement: str, old: str, new: str) -> Iterator[Context]:
    """Open a new database in which the file of one agreement says something else."""
    data = folder / "data"
    data.mkdir()
    for file in DATA.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        (data / file.name).write_text(text.replace(old, new) if file.stem == agreement else text, encoding="utf-8")
    with closing(create(folder / "reworded.duckdb", Start(NOW, date(2023, 1, 1)), data)) as database:
        yield Context(database, LOCAL_USER, NOW)


@pytest.fixture
def without_typesetting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers are their plain text: for tests of what is kept; how they are set is in test_meeting_files."""
    monkeypatch.setattr(meeting_files, "pdf", lambda document: plain_text(document).encode())


def as_actor(context: Context, *grants: Grant) -> Context:
    """Return the same context for somebody with these grants."""
    return replace(context, actor=Actor("någon", grants))


def police_in(context: Context, *codes: int) -> Context:
    return as_actor(context, Grant(Role.REGISTRAR, frozenset(codes), frozenset({Party.POLICE})))


def number(context: Context, promise: str) -> int:
    return find_measure(context, promise)[1].number


def single(context: Context, promise: str, day: str, count: int = 1, **more: Any) -> Entry:
    """Return a done day of one promise."""
    first = date.fromisoformat(day)
    shares = (Share(number(context, promise), count),)
    return Entry(ActivityKind.SINGLE, ActivityState.DONE, Period(first, first + DAY), shares, **more)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [issue.code for issue in refused.value.issues]
