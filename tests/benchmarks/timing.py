"""Durations of things run in turn, so that all of them meet the same noise; what counts is the ratio of medians."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 15
"""How often each thing is run; medians of fewer than seven are not worth printing."""

Jobs = dict[str, Callable[[], object]]


@dataclass(frozen=True)
class Result:
    """A measured ratio (or milliseconds) beside its bound."""

    name: str
    value: float
    bound: float
    detail: str = ""

    @property
    def line(self) -> str:
        """The result as a row of the table."""
        verdict = "ok" if self.value <= self.bound else "OVER"
        return f"{self.name:<66} {self.value:>9.3f} {self.bound:>8.3f}  {verdict:<5} {self.detail}"


RESULTS: list[Result] = []
HEADING = f"{'':<66} {'measured':>9} {'bound':>8}"


def report(name: str, value: float, bound: float, detail: str = "") -> None:
    """Print a result and keep it for the table at the end."""
    RESULTS.append(Result(name, value, bound, detail))
    print(f"\n{HEADING}\n{RESULTS[-1].line}")


def in_turn(jobs: Jobs, rounds: int = ROUNDS) -> dict[str, float]:
    """Run every job once, then all of them in turn; return each one's median in milliseconds."""
    for job in jobs.values():
        job()
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            taken[name].append(milliseconds(job))
    return {name: median(times) for name, times in taken.items()}


def milliseconds(job: Callable[[], object]) -> float:
    """Return how long the job takes."""
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1000
