"""The command ``loftdb``: results on stdout, talk on stderr, an exit code of its own for each kind of error."""

from loftdb.cli.command_line import main

__all__ = ["main"]
