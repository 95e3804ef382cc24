"""An example database to try everything in: the same one each time, on a day when much is unfinished."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from loftdb.actions.setup import Start, create
from loftdb.core.model import Activity
from loftdb.core.moments import local_day
from loftdb.demo.events import Desk, Event, Numbers
from loftdb.demo.follow_up import follow_up
from loftdb.demo.functions import name_functions
from loftdb.demo.meetings import hold_meetings
from loftdb.demo.routine import routine
from loftdb.demo.stories import stories
from loftdb.demo.words import words
from loftdb.store import agreements
from loftdb.store.database import Database

CLOCK = datetime(2024, 10, 15, 8)  # noqa: DTZ001 - naive UTC
"""When the demo stands still: a Tuesday morning in the second autumn of the agreements, naive UTC."""

BEGUN = datetime(2023, 1, 2, 8)  # noqa: DTZ001 - naive UTC
"""When the agreements were put into the demo, naive UTC."""


def generate(path: Path) -> None:
    """Create the example database, whole or not at all. DatabaseExists."""
    database = create(path, Start(BEGUN, clock=CLOCK))
    try:
        name_functions(database, CLOCK)
        _write(database, sorted(_events(_numbers(database)), key=attrgetter("at")))
        hold_meetings(database, CLOCK)
    except BaseException:
        database.close()
        path.unlink()
        raise
    database.close()


def _events(numbers: Numbers) -> Iterator[Event]:
    yield from routine(numbers, local_day(CLOCK))
    yield from stories(numbers)
    yield from words()
    yield from follow_up(numbers)


def _write(database: Database, events: list[Event]) -> None:
    """Save the events, those of one moment together."""
    named: dict[str, Activity] = {}
    for moment, together in groupby(events, attrgetter("at")):
        with database.transaction(CLOCK, registered_at=moment) as tx:
            for event in together:
                event.save(Desk(tx, named))


def _numbers(database: Database) -> Numbers:
    found = (promise.measures for _, promise in agreements.load(database).promises())
    return {measure.id: measure.number for measures in found for measure in measures}
