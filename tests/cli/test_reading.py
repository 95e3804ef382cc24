"""``loftdb read``: one object or readable lines from a document, and a sentence for each that cannot be read."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Loftdb, own_process
from tests.files.documents.making import HERE, plain_word

TEXT = """Medborgarlöfte Strömstads kommun 2023–2024

Polisen lovar att

• genomföra minst åttio (80) trafikkontroller per år
• fotpatrullera i centrum

Kommunen lovar att

• gå två trygghetsvandringar
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "löfte.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def read(loftdb: Loftdb, path: Path) -> dict[str, Any]:
    done = loftdb("read", path, "--format", "json")
    assert done.exit == 0, done.talk
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_it_is_one_object_with_the_declared_keys(loftdb: Loftdb, file: Path) -> None:
    found = read(loftdb, file)
    assert list(found) == ["text", "plans", "issues"]
    [plan] = found["plans"]
    assert list(plan) == [
        "title",
        "municipalities",
        "police_district",
        "period",
        "problem_areas",
        "commitments",
        "duties",
    ]
    assert plan["municipalities"] == ["Strömstad"]
    assert date.fromisoformat(plan["period"]["end"]) == date(2024, 12, 31)
    assert [each["parties"] for each in plan["commitments"]] == [["police"], ["police"], ["municipality"]]
    assert [(each["value"], each["per"]) for promise in plan["commitments"] for each in promise["targets"]] == [
        (80, "year"), (2, "term"),
    ]  # fmt: skip


def test_every_span_lies_in_the_text(loftdb: Loftdb, file: Path) -> None:
    found = read(loftdb, file)
    promises = [promise for plan in found["plans"] for promise in plan["commitments"]]
    spans = [each["span"] for each in (*promises, *(t for p in promises for t in p["targets"]), *found["issues"])]
    assert spans
    assert all(0 <= start <= end <= len(found["text"]) for start, end in spans)
    [(start, end), *_] = [each["span"] for each in promises[0]["targets"]]
    assert "80" in found["text"][start:end]


def test_people_see_lines(loftdb: Loftdb, file: Path) -> None:
    done = loftdb("read", file)
    assert done.exit == 0
    assert "Kommun: Strömstad" in done.out
    assert "minst 80 per år" in done.out
    assert not done.out.startswith("[")


@pytest.mark.parametrize("name", ["typeset.pdf", "printed_by_a_browser.pdf"])
def test_a_pdf_is_read_to_its_promises(loftdb: Loftdb, name: str) -> None:
    [plan] = read(loftdb, HERE / name)["plans"]
    targets = {(each["value"], each["per"]) for promise in plan["commitments"] for each in promise["targets"]}
    assert {(1, "week"), (2, "year")} <= targets
    assert "Polisen lovar" in plan["commitments"][0]["heading"]


def test_a_word_file_is_read(loftdb: Loftdb, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(plain_word(*TEXT.split("\n")))
    assert read(loftdb, path)["plans"][0]["municipalities"] == ["Strömstad"]


def test_a_file_that_is_missing_or_no_file_is_told(loftdb: Loftdb, tmp_path: Path) -> None:
    done = loftdb("read", tmp_path / "saknas.pdf")
    assert (done.exit, done.out) == (10, "")
    assert "saknas.pdf finns inte" in done.talk
    assert "databas" not in done.talk.lower()
    assert loftdb("read", tmp_path).exit == 14
    assert loftdb("read", "-").exit == 10


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no named pipes")
def test_a_pipe_is_no_file_and_nothing_waits_for_it(loftdb: Loftdb, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör")
    assert loftdb("read", tmp_path / "rör").exit == 14


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "ingen text"), (b"\x89PNG\r\n", "bild"), (b"%PDF-1.7 skadad", "skadad"), (b"a" * 10_000_001, "10 MB")],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(
    loftdb: Loftdb, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    done = loftdb("read", path, "--format", "json")
    assert (done.exit, done.out) == (3, "")
    assert said in done.talk
    assert len(done.talk.splitlines()) == 1


def test_the_real_command_reads_a_pdf_with_warnings_as_errors() -> None:
    done = own_process("read", HERE / "typeset.pdf", "--format", "json")
    assert (done.exit, done.talk) == (0, "")
    assert json.loads(done.out)["plans"]
