"""Serve the small site of these tests: ``python -m tests.ui.site PORT MARK``; the database breaks when MARK exists."""

import sys
from pathlib import Path

from loftdb.core.errors import DatabaseDamaged
from loftdb.ui.server import Site, serve

MARK = Path(sys.argv[2])


def ask() -> None:
    """Fail when the test says so."""
    if MARK.exists():
        raise DatabaseDamaged(MARK)


serve(
    Site(
        MARK,
        ask,
        back_up=lambda: MARK.with_name("backup").write_text("saved"),
        port=int(sys.argv[1]),
        script=Path(__file__).with_name("dashboard.py"),
    )
)
