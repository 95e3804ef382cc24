"""How well years are foretold, scored where a number is shown: Brier score, calibration, the likely range; its cost.

Against what people do without it: carrying the pace so far straight on (yes or no), and taking *behind the line* for
no. Lower is better. What is settled already (reached, a week missed) is right by either and left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import cycle

import numpy as np

from loftdb.actions.context import Context
from loftdb.actions.forecast import forecasted
from loftdb.actions.progress import Scope, progress
from loftdb.core.forecast import LEAST_DONE, dispersion
from loftdb.core.forecast.intervals import forecast_intervals
from loftdb.core.forecast.outlook import Flags, Floats, Outlook
from loftdb.core.forecast.sums import forecast_sums
from tests.benchmarks.bench_reading import changed
from tests.benchmarks.conftest import LARGE, Country
from tests.benchmarks.country import median_municipalities
from tests.benchmarks.timing import in_turn, report
from tests.benchmarks.years import MONTH_OF_DAY, WORLDS, Counts, World, pulls

YEARS = 4000
"""Simulated years behind each cell."""
FEWEST = 100
"""A cell with fewer years that show a number is not scored."""
SHARES = (0.25, 0.5, 0.75)
TARGETS = (2, 6, 12, 30, 80)
WEEKS = 52
SLACK = 1.02
"""No cell may be worse than the better of the two others by more than this."""


@dataclass(frozen=True)
class Cell:
    """The undecided years of one world, target and share of the year, one value each."""

    name: str
    kept: Flags
    final: Counts
    shown: Flags
    """Whether a number is shown, or the year stays silent."""
    told: Outlook
    straight: Flags
    behind: Flags

    def scores(self, among: Flags) -> Floats:
        """Return the squared errors of the forecast, the straight line and *behind is no*, in rows, of some years."""
        said = np.stack([self.told.probability, self.straight, self.behind])
        return (said[:, among] - self.kept[among]) ** 2

    @property
    def covered(self) -> Flags:
        """Whether the final number fell inside the likely range."""
        return (self.told.low <= self.final) & (self.final <= self.told.high)


@cache
def cells() -> tuple[Cell, ...]:
    """Return every cell; those of one world and target are the same years at three times."""
    return tuple(_cells())


def _cells() -> Iterator[Cell]:
    for number, world in enumerate(WORLDS):
        for target in TARGETS:
            chance = np.random.default_rng([number, target])
            days = world.occasions(chance, target * pulls(chance, YEARS))
            yield from (_of_sums(world, target, share, days) for share in SHARES)
        weeks = world.weeks(np.random.default_rng([number, WEEKS]), YEARS)
        yield from (_of_weeks(world, share, weeks) for share in SHARES)


def _of_sums(world: World, target: int, share: float, days: Counts) -> Cell:
    """Look at the years from the first day with at least the share of the weight behind it."""
    passed = world.weights.cumsum() / world.weights.sum()
    through = int(np.argmax(passed >= share))
    elapsed, days = passed[through], days[days[:, : through + 1].sum(axis=1) < target]
    done, final, years = days[:, : through + 1].sum(axis=1), days.sum(axis=1), len(days)
    told = forecast_sums(
        done, np.full(years, target), np.full(years, elapsed), np.zeros(years, dtype=bool),
        clustering(world, days, through),
    )  # fmt: skip
    return Cell(
        f"{world.name:<22} {target:>8} {share:>5.0%}", final >= target, final, done >= LEAST_DONE, told,
        done / elapsed >= target, done >= np.floor(target * elapsed + 1e-9),
    )  # fmt: skip


def clustering(world: World, days: Counts, through: int) -> Floats:
    """Estimate how unevenly the years run from their months so far, as the program does."""
    weights = np.bincount(MONTH_OF_DAY, world.weights)
    last = np.flatnonzero(np.diff(MONTH_OF_DAY, append=12))
    ended = np.flatnonzero((last <= through) & (weights > 0))
    counts = np.stack([days[:, month == MONTH_OF_DAY].sum(axis=1) for month in ended], axis=1)
    row = np.repeat(np.arange(len(days)), len(ended))
    return dispersion(row, counts.ravel(), np.tile(weights[ended], len(days)), len(days))


def _of_weeks(world: World, share: float, weeks: Counts) -> Cell:
    """Look at the years in which no week has been missed: straight on all will be held, and none is behind."""
    completed = round(WEEKS * share)
    weeks = weeks[weeks[:, :completed].all(axis=1)]
    so_far, yes = np.full(len(weeks), completed), np.ones(len(weeks), dtype=bool)
    told = forecast_intervals(so_far, so_far, np.full(len(weeks), WEEKS))
    return Cell(
        f"{world.name:<22} {'weekly':>8} {share:>5.0%}", weeks.all(axis=1), weeks.sum(axis=1), yes, told, yes, yes
    )


def test_brier_scores_where_a_number_is_shown() -> None:
    heading = ("forecast", "straight", "behind=no", "ratio", "in range")
    print(f"\n{'':<38}{'shown':>7} {'kept':>6} {' '.join(f'{name:>9}' for name in heading)}")
    ratios = {cell.name: _printed(cell) for cell in cells()}
    scored = {name: ratio for name, ratio in ratios.items() if ratio is not None}
    total = np.concatenate([cell.scores(cell.shown) for cell in cells()], axis=1).mean(axis=1)
    for other, score in zip(("straight line", "behind = no"), total[1:], strict=True):
        report(f"forecast: Brier score / {other}", total[0] / score, 1, f"{total[0]:.4f}; {score:.4f}")
    worst = max(scored, key=lambda name: scored[name])
    report("forecast: the worst cell's Brier score / the better of both", scored[worst], SLACK, " ".join(worst.split()))
    worse = [name for name, ratio in scored.items() if ratio > SLACK]
    print("worse than 2 %:", worse or "none")


def _printed(cell: Cell) -> float | None:
    """Print a cell's row and return its ratio to the better of both, null where too few years show a number."""
    if cell.shown.sum() < FEWEST:
        print(f"{cell.name:<38}{cell.shown.mean():>7.0%}   silent")
        return None
    forecast, straight, behind = cell.scores(cell.shown).mean(axis=1)
    kept, covered = cell.kept[cell.shown].mean(), cell.covered[cell.shown].mean()
    ratio = forecast / min(straight, behind)
    print(
        f"{cell.name:<38}{cell.shown.mean():>7.0%} {kept:>6.0%} {forecast:>9.3f} {straight:>9.3f} {behind:>9.3f} "
        f"{ratio:>9.2f} {covered:>9.0%}"
    )
    return float(ratio)


def test_what_would_be_said_where_nothing_is() -> None:
    silent = [cell.scores(~cell.shown).mean(axis=1) for cell in cells() if (~cell.shown).sum() >= FEWEST]
    forecast, straight, behind = np.mean(silent, axis=0)
    print(
        f"\nin silent years it would score {forecast:.3f}, the straight line {straight:.3f}, behind = no {behind:.3f}"
    )


def test_calibration() -> None:
    said = np.concatenate([cell.told.probability[cell.shown] for cell in cells()])
    kept = np.concatenate([cell.kept[cell.shown] for cell in cells()])
    bins = np.minimum((said * 10).astype(int), 9)
    print(f"\n{'said':>8} {'came':>6} {'years':>8}")
    for tenth in range(10):
        chosen = bins == tenth
        print(f"{said[chosen].mean():>8.0%} {kept[chosen].mean():>6.0%} {chosen.sum():>8}")
    gap = sum(abs(said[bins == tenth].sum() - kept[bins == tenth].sum()) for tenth in range(10)) / len(said)
    report("forecast: mean distance from what came, by tenths", gap, 0.05)
    covered = np.concatenate([cell.covered[cell.shown] for cell in cells()]).mean()
    report("forecast: final numbers outside the likely range", 1 - covered, 0.2)


def test_a_forecast_costs_less_than_the_judgement_it_stands_on(country: Country) -> None:
    context, codes = country(LARGE), cycle(median_municipalities())
    jobs: dict[str, Callable[[], object]] = {
        "the country": lambda: progress(context),
        "the country, forecast": lambda: forecasted(context),
        "one municipality": lambda: progress(context, Scope(municipality=str(next(codes)))),
        "one municipality, forecast": lambda: forecasted(context, Scope(municipality=str(next(codes)))),
    }
    for code in median_municipalities():
        forecasted(context, Scope(municipality=str(code)))
    taken = in_turn({name: anew(context, job) for name, job in jobs.items()}, rounds=9)
    for name in ("the country", "one municipality"):
        plain, told = taken[name], taken[f"{name}, forecast"]
        report(f"{name}, judged and forecast / judged", told / plain, 3, f"{told:.0f} ms; judged {plain:.0f} ms")


def anew(context: Context, job: Callable[[], object]) -> Callable[[], object]:
    """Return the job with nothing answered from the cache."""

    def run() -> object:
        changed(context)
        return job()

    return run
