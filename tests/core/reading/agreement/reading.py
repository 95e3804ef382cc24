"""What the tests ask of a text: its one agreement, and its promises as short rows."""

from loftdb.core.reading.agreement.plans import plans
from loftdb.core.reading.result import Doubt, DoubtKind, ReadPlan, ReadPromise
from loftdb.core.reading.source import canonical

LETTERS = {"police": "P", "municipality": "K", "other": "Ö"}


def read(text: str) -> tuple[tuple[ReadPlan, ...], tuple[Doubt, ...]]:
    return plans(canonical(text))


def plan(text: str) -> ReadPlan:
    (found,), _ = read(text)
    return found


def texts(text: str) -> list[str]:
    return [promise.text for promise in promises(text)]


def parties(text: str) -> str:
    """Return the parties of the promises in order, such as ``P K PK -``."""
    return " ".join("".join(LETTERS[each] for each in promise.parties) or "-" for promise in promises(text))


def promises(text: str) -> list[ReadPromise]:
    return [promise for each in read(text)[0] for promise in each.promises]


def doubts(text: str) -> set[DoubtKind]:
    return {doubt.kind for doubt in read(text)[1]}
