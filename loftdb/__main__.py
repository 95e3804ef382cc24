"""``python -m loftdb`` is the command ``loftdb``."""

import sys

from loftdb.cli import main

if __name__ == "__main__":
    sys.exit(main())
