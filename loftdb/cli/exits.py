"""Each kind of error ends the command with a code of its own; the README lists them."""

from enum import IntEnum

from loftdb.core import errors


class Exit(IntEnum):
    """What the command says to the shell."""

    OK = 0
    UNEXPECTED = 1
    USAGE = 2
    REFUSED = 3
    NOT_FOUND = 4
    NOT_ALLOWED = 5
    BUSY = 6
    DAMAGED = 7
    NEWER = 8
    DISK_FULL = 9
    MISSING = 10
    EXISTS = 11
    ADDRESS = 12
    PORT = 13
    UNUSABLE = 14
    CHANGED = 15
    UNWRITTEN = 16
    INTERRUPTED = 130


_EXITS: dict[type[errors.LoftdbError], Exit] = {
    errors.UsageError: Exit.USAGE,
    errors.Refused: Exit.REFUSED,
    errors.NotFound: Exit.NOT_FOUND,
    errors.NotAllowed: Exit.NOT_ALLOWED,
    errors.DatabaseBusy: Exit.BUSY,
    errors.DatabaseDamaged: Exit.DAMAGED,
    errors.DatabaseNewer: Exit.NEWER,
    errors.DiskFull: Exit.DISK_FULL,
    errors.DatabaseMissing: Exit.MISSING,
    errors.DatabaseExists: Exit.EXISTS,
    errors.AddressRefused: Exit.ADDRESS,
    errors.PortBusy: Exit.PORT,
    errors.StoreError: Exit.UNUSABLE,
    errors.ConcurrentChange: Exit.CHANGED,
}


def exit_of(error: errors.LoftdbError) -> Exit:
    """Return the code of an error's kind, or of the nearest kind above it."""
    return next((_EXITS[kind] for kind in type(error).__mro__ if kind in _EXITS), Exit.UNEXPECTED)
