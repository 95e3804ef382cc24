"""Every code and every error that the source can raise has its own Swedish sentence."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import loftdb
from loftdb.core import errors
from loftdb.core.errors import Issue, LoftdbError
from loftdb.view.texts.errors import error_text
from loftdb.view.texts.file_issues import FILE_SENTENCES
from loftdb.view.texts.issues import SENTENCES, issue_text

SOURCE = Path(loftdb.__file__).parent
CALLS = ("Issue", "_unclear")
"""The functions whose first argument is a code."""
TABLES = ("agreement", "promise", "measure")
"""What ``{table}_exists`` can be about."""


def calls(folder: Path) -> Iterator[tuple[str, ast.expr]]:
    """Yield the name of each call and its first argument."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                function = node.func
                yield getattr(function, "id", getattr(function, "attr", "")), node.args[0]


def constants(node: ast.expr) -> Iterator[str]:
    """Yield the strings that an expression can be, as far as the source tells."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def issue_codes() -> set[str]:
    found = {code for name, first in calls(SOURCE) if name in CALLS for code in constants(first)}
    tables = {f"{table}_exists" for table in TABLES} if "_exists" in found else set()
    kinds = {code for code, _ in privacy_patterns()} | set(consistency_queries())
    return {code for code in found if not code.startswith("_") and code != "file_"} | tables | kinds


def privacy_patterns() -> Iterator[tuple[str, str]]:
    """Yield the codes that ``core.privacy`` keeps beside their shapes."""
    for node in ast.walk(ast.parse((SOURCE / "core/privacy/__init__.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Tuple) and len(node.elts) == 2:
            code, pattern = node.elts
            if isinstance(code, ast.Constant) and isinstance(pattern, ast.Name):
                yield str(code.value), pattern.id


def consistency_queries() -> Iterator[str]:
    """Yield the codes that ``store.consistency`` keeps beside their queries."""
    for node in ast.walk(ast.parse((SOURCE / "store/consistency.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Dict):
            yield from (key.value for key in node.keys if isinstance(key, ast.Constant))  # type: ignore[misc]


def file_codes() -> set[str]:
    names = ("file_issue", "note", "Wrong")
    return {code for name, first in calls(SOURCE / "files") if name in names for code in constants(first)}


def test_the_search_finds_codes() -> None:
    known = {"no_shares", "personal_identity_number", "phone_number", "promise_exists", "lines_disagree"}
    assert known <= issue_codes()
    assert {"key_unknown", "type"} <= file_codes()


def test_codes_are_written_out_but_for_the_places_that_are_searched_apart() -> None:
    computed = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Issue" and node.args
        if not any(constants(node.args[0]))
    }
    assert computed <= {"core/privacy/__init__.py", "store/consistency.py", "cli/values.py"}


@pytest.mark.parametrize("code", sorted(issue_codes()))
def test_every_issue_code_has_a_sentence(code: str) -> None:
    assert code in SENTENCES


@pytest.mark.parametrize("code", sorted(file_codes()))
def test_every_mistake_in_a_file_has_a_sentence(code: str) -> None:
    assert code in FILE_SENTENCES


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_can_be_written_even_without_facts(code: str) -> None:
    text = issue_text(Issue(code))
    assert text.endswith((".", "?"))
    assert "{" not in text


def test_facts_are_written_in_swedish() -> None:
    issue = Issue("file_date_outside", "published.0", {"file": "a.yaml", "line": 12, "value": 2026,
                  "first": date(2023, 1, 1), "last": date(2024, 12, 31)})  # fmt: skip
    assert issue_text(issue) == (
        "a.yaml, rad 12, published.0: 2026 ligger utanför 1 januari 2023–31 december 2024. Rätta det, eller perioden."
    )
    unknown = Issue("file_word", None, {"file": "a.yaml", "line": 3, "value": "x", "allowed": ("a", "b", "c")})
    assert issue_text(unknown) == "a.yaml, rad 3: ”x” finns inte att välja. Skriv a, b eller c."


def test_a_fact_with_braces_is_only_text() -> None:
    assert "{max}" in issue_text(Issue("likely_name", "note", {"name": "{max}", "max": 3}))


def instances() -> Iterator[LoftdbError]:
    for kind in vars(errors).values():
        if not (isinstance(kind, type) and issubclass(kind, LoftdbError)) or kind is LoftdbError:
            continue
        if issubclass(kind, errors.StoreError):
            yield kind(Path("data/loft.duckdb"), "detail")
    yield errors.Refused(Issue("no_shares"), Issue("email_address"))
    yield errors.UsageError(Issue("option_missing", facts={"option": "--database"}))
    yield errors.NotAllowed("log", "1486")
    yield errors.NotFound("promise", "x/y")
    yield errors.AlreadySaved("key")
    yield errors.ConcurrentChange("activity", 7)
    yield errors.DocumentUnwritten("Läget inför mötet")
    yield errors.AddressRefused("0.0.0.0")
    yield errors.PortBusy(8501)
    yield errors.DataFileError(Issue("file_type", None, {"file": "a.yaml", "line": 1, "wanted": "mapping"}))


@pytest.mark.parametrize("error", list(instances()), ids=lambda error: type(error).__name__)
def test_every_error_has_its_own_sentence(error: LoftdbError) -> None:
    text = error_text(error)
    assert text[-1] == "."
    assert "detail" not in text
    assert text != error_text(LoftdbError())


def test_no_error_class_is_forgotten() -> None:
    kinds = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, LoftdbError)}
    assert kinds - {LoftdbError} == {type(error) for error in instances()}
