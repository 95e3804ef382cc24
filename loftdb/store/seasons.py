"""How a measure's target was spread over the year, choice by choice."""

from loftdb.core.model import Season, SeasonKind
from loftdb.core.season_choice import SeasonVersion
from loftdb.store.database import Database


def history(database: Database, measure: int) -> tuple[SeasonVersion, ...]:
    """Return every choice, the first one first; none where it was always even."""
    with database.reading() as cursor:
        rows = cursor.execute(
            "select kind, months, dates, version, registered_by, registered_at from season where measure = $1 "
            "order by version",
            [measure],
        ).fetchall()
    return tuple(
        SeasonVersion(Season(SeasonKind(kind), tuple(months), tuple(dates)), version, by, at)
        for kind, months, dates, version, by, at in rows
    )
