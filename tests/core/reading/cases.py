"""Texts with what a careful person reads in them, from files in the form of the agreed examples."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent / "corpus"
FOLLOWED = {"count", "hours", "frequency-word"}


@dataclass(frozen=True)
class Row:
    """A number as somebody read it, a person or the program."""

    measure: str
    value: int
    value_max: int | None
    comparator: str
    per: str
    every: int
    average: bool
    explicit: bool
    kind: str
    party: str | None
    context: str
    """The words around the number."""
    sure: bool = True

    @property
    def time(self) -> tuple[int, str, int]:
        """What must be equal for two readings to be of the same number."""
        return self.value, self.per, self.every

    @property
    def form(self) -> tuple[str, int | None, bool, bool]:
        """What is compared once the number is found."""
        return self.comparator, self.value_max, self.average, self.explicit

    @property
    def counts(self) -> bool:
        """Whether the number must be found; another may be read or left."""
        return self.sure and self.kind in FOLLOWED


@dataclass(frozen=True)
class Case:
    """A text and what a careful person reads in it."""

    name: str
    text: str
    rows: tuple[Row, ...]
    promises: int | None = None
    """How many; null: not said."""
    agreements: tuple[tuple[Any, ...], ...] = ()
    """Municipalities, first and last day of each agreement whose period is certain."""
    issues: frozenset[str] = frozenset()
    open: bool = False
    """Whether people differ on whether there is a number at all."""

    @property
    def wanted(self) -> tuple[Row, ...]:
        """The numbers that must be found."""
        return tuple(row for row in self.rows if row.counts)


def sentences(path: Path) -> list[Case]:
    """Return the single sentences of a file, a JSON object a line, each read under its heading."""
    return [_sentence(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def documents(texts: Path, expected: Path | None = None) -> list[Case]:
    """Return the documents ``NN_name.txt`` of a folder with what ``NN_name.json`` expects."""
    return [_document(path, (expected or texts) / f"{path.stem}.json") for path in sorted(texts.glob("*.txt"))]


def _sentence(row: dict[str, Any]) -> Case:
    text = f"{row['heading']}\n\n{row['text']}" if row["heading"] else row["text"]
    rows = tuple(_expected(each, row["text"]) for each in row["expected"])
    return Case(row["id"], text, rows, issues=frozenset(row.get("issues", ())), open=row.get("doubt", False))


def _document(text: Path, expected: Path) -> Case:
    whole = json.loads(expected.read_text("utf-8"))
    plans = whole.get("plans", [whole])
    return Case(
        text.stem,
        text.read_text("utf-8"),
        tuple(_expected(each, each["quote"]) for plan in plans for each in plan["targets"]),
        sum(plan["n_commitments"] for plan in plans),
        tuple(
            (frozenset(plan["municipalities"]), plan["period"]["start"], plan["period"]["end"])
            for plan in plans
            if not plan.get("period_doubt")
        ),
    )


def _expected(row: dict[str, Any], context: str) -> Row:
    return Row(
        row["measure"], row["value"], row["value_max"], row["comparator"], row["per"], row["every"], row["average"],
        row["per_is_explicit"], row["kind"], row["party"], context, sure=not row["doubt"],
    )  # fmt: skip
