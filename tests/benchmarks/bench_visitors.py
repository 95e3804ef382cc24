"""Fifty visitors at once on *Registrera*: how long a tap takes, and that nothing is lost or doubled."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from statistics import median, quantiles

from loftdb.demo.generator import generate
from loftdb.store.activities import search
from loftdb.store.database import Database
from tests.benchmarks.timing import report
from tests.browser.serving import ROOT, free_port, running

VISITORS, ROUNDS = 50, 6


def test_fifty_visitors_at_once_on_registrera(tmp_path: Path) -> None:
    path, port = tmp_path / "demo.duckdb", free_port()
    generate(path)
    in_demo = in_log(path)
    command = ["-m", "loftdb", "serve", "--database", str(path), "--port", str(port)]
    with running(command, port, tmp_path / "talk.txt") as server:
        before = visit(server.url, 2, 1)["saved"]
        met = visit(server.url, VISITORS, ROUNDS)
        assert server.stop() == 0
    assert met["errors"] == []
    assert "Traceback" not in (tmp_path / "talk.txt").read_text()
    assert len(met["saved"]) == VISITORS * ROUNDS
    logged = in_log(path)
    assert logged - in_demo == Counter(met["saved"]) + Counter(before)
    taps, opened = met["taps"], median(met["opened"])
    detail = f"{len(taps)} taps; opening the page {opened:.0f} ms"
    report("50 visitors on Registrera: median of a tap, ms", median(taps), 100, detail)
    report("50 visitors on Registrera: p95 of a tap, ms", quantiles(taps, n=20)[18], 250)


def visit(url: str, visitors: int, rounds: int) -> dict[str, list]:
    """Let visitors come, in a process of their own, and return what they met."""
    command = [sys.executable, "-m", "tests.benchmarks.visitors", url, str(visitors), str(rounds)]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=600).stdout)


def in_log(path: Path) -> Counter[str]:
    """Return how many activities of the file have each place."""
    database = Database.open(path)
    found = Counter(each.entry.place for each in search(database, limit=100_000))
    database.close()
    return found
