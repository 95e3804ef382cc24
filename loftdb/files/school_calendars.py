"""School calendars as data files, one per municipality: read whole, or refused with every mistake in it."""

from itertools import pairwise
from pathlib import Path, PurePath

from loftdb.core.errors import DataFileError, Issue
from loftdb.core.model.limits import SENTENCE, SHORT
from loftdb.core.periods import Interval, Period, interval_of
from loftdb.core.schools import Break, SchoolCalendar, SchoolTerm
from loftdb.files.agreement_rules import forwards
from loftdb.files.records import Field, Record, read_file, record, several
from loftdb.files.values import day, flag, municipality_code, text


def read_calendars(directory: Path) -> dict[int, SchoolCalendar]:
    """Read every ``*.yaml`` of a directory, by municipality; raise DataFileError with the mistakes of all of them."""
    found: dict[int, SchoolCalendar] = {}
    issues: list[Issue] = []
    for path in sorted(directory.glob("*.yaml")):
        try:
            calendar = read_calendar(path.read_bytes(), path.name)
            found[calendar.municipality] = calendar
        except DataFileError as error:
            issues += error.issues
    if issues:
        raise DataFileError(*issues)
    return found


def read_calendar(data: bytes, name: str) -> SchoolCalendar:
    """Read one data file, called ``name`` (``<code>.yaml``); raise DataFileError with every mistake."""
    whole = read_file(data, name, _CALENDAR, _has_the_name_of_its_file)
    return SchoolCalendar(whole["municipality"], whole["name"], tuple(map(_term, whole["terms"])))


def _term(each: Record) -> SchoolTerm:
    breaks = tuple(Break(off["name"], _days(off)) for off in each.get("breaks", ()))
    return SchoolTerm(Period.through(each["first"], each["last"]), breaks, each["source"], each.get("assumed", False))


def _days(stretch: Record) -> Period:
    """Return the days of a term or a break; a break without a last day is one day."""
    return Period.through(stretch["first"], stretch.get("last", stretch["first"]))


def _has_the_name_of_its_file(whole: Record) -> None:
    stem, code = PurePath(whole.spot.file).stem, whole.get("municipality")
    if code and f"{code:04}" != stem:
        whole.note("id_not_file_name", "municipality", value=f"{code:04}", wanted=stem)


def _in_one_half_year(term: Record) -> None:
    first, last = term.get("first"), term.get("last")
    half = first and interval_of(first, Interval.HALF_YEAR)
    if half and last and last >= half.end:
        term.note("date_outside", "last", value=last, first=half.start, last=half.last)


def _breaks_inside(term: Record) -> None:
    first, last = term.get("first"), term.get("last")
    if not (first and last and first <= last):
        return
    days = Period.through(first, last)
    for off in term.get("breaks", ()):
        for key in ("first", "last"):
            if (on := off.get(key)) and on not in days:
                off.note("date_outside", key, value=on, first=days.start, last=days.last)


def _breaks_apart(term: Record) -> None:
    _apart(term.get("breaks", ()))


def _terms_apart(whole: Record) -> None:
    _apart(whole.get("terms", ()))


def _apart(stretches: tuple[Record, ...]) -> None:
    """Note a stretch that begins before the one before it has ended."""
    known = [each for each in stretches if "first" in each.values]
    for before, after in pairwise(known):
        last = before.get("last", before["first"])
        if after["first"] <= last:
            after.note("stretches_overlap", "first", value=after["first"], before=last)


_BREAK = record({"name": Field(text(SHORT)), "first": Field(day), "last": Field(day, required=False)},
                forwards("first", "last"))  # fmt: skip

_TERM = record(
    {
        "first": Field(day),
        "last": Field(day),
        "source": Field(text(SENTENCE)),
        "assumed": Field(flag, required=False),
        "breaks": Field(several(_BREAK), required=False),
    },
    forwards("first", "last"),
    _in_one_half_year,
    _breaks_inside,
    _breaks_apart,
)

_CALENDAR = record(
    {
        "municipality": Field(municipality_code),
        "name": Field(text(SHORT)),
        "terms": Field(several(_TERM, at_least=1)),
    },
    _terms_apart,
)
