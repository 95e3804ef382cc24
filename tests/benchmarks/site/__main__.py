"""The real *Översikt* beside an empty page in the same frame: ``python -m tests.benchmarks.site PORT DATABASE``."""

import sys
from pathlib import Path

from loftdb.ui.server import Site, serve

if __name__ == "__main__":
    port, database = int(sys.argv[1]), Path(sys.argv[2])
    serve(Site(database, lambda: None, port=port, script=Path(__file__).with_name("dashboard.py")))
