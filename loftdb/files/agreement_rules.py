"""What must agree inside an agreement's data file: each rule notes mistakes in whatever could be read."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from loftdb.core.model.limits import LARGEST
from loftdb.core.periods import Period, add_months, years
from loftdb.files.records import Record, note_repeats, numbered

FIGURE_KEYS = ("promise", "key", "year")
"""What tells one published figure from another."""


def forwards(start: str, end: str) -> Callable[[Record], None]:
    """Return a rule that ``end`` does not lie before ``start``."""

    def rule(each: Record) -> None:
        first, last = each.get(start), each.get(end)
        if first and last and last < first:
            each.note("backwards", end)

    return rule


def range_is_wide(target: Record) -> None:
    value, upper = target.get("value"), target.get("value_max")
    if value and upper and upper <= value:
        target.note("number", "value_max", value=upper, least=value + 1, most=LARGEST)


def measures_have_keys(promise: Record) -> None:
    measures = promise.get("measures", ())
    several_measures = len(measures) > 1
    for each in measures:
        if several_measures and "key" not in each:
            each.note("key_needed", key="key", because="measures: 2+")
        if not several_measures and "key" in each:
            each.note("key_out_of_place", "key", key="key", because="measures: 1")
    note_repeats((each.spots["key"], each.get("key")) for each in measures if "key" in each)


def later_targets_are_dated(measure: Record) -> None:
    for each in measure.get("targets", ())[1:]:
        if "valid_from" not in each:
            each.note("key_needed", key="valid_from", because="targets: 2+")


def ranked(agreement: Record) -> None:
    numbered("rank", agreement.get("problem_areas", ()))


def positioned(agreement: Record) -> None:
    numbered("position", agreement.get("promises", ()))


def municipalities_known(agreement: Record) -> None:
    """Note codes outside the agreement's own list, and joint promises whose home is not first."""
    known = [each["code"] for each in agreement.get("municipalities", ()) if "code" in each.values]
    for promise in agreement.get("promises", ()):
        codes = promise.get("municipalities", ())
        for code in codes:
            if code not in known:
                allowed = tuple(map(_as_written, known))
                promise.note("municipality_unknown", "municipalities", value=_as_written(code), allowed=allowed)
        if known and codes and codes[0] != known[0]:
            first, home = _as_written(codes[0]), _as_written(known[0])
            promise.note("home_not_first", "municipalities", value=first, wanted=home)


def dates_inside(agreement: Record) -> None:
    """Note target versions, windows and figures outside the period; a window may fall in the year after it."""
    if not (period := period_of(agreement)):
        return
    for measure in _measures(agreement):
        for target in measure.get("targets", ()):
            _inside(target, "valid_from", target.get("valid_from"), period)
    following = Period(period.start, add_months(period.end, 12))
    for window in (duty["window"] for duty in agreement.get("duties", ()) if "window" in duty.values):
        for end, month in window.values.items():
            _inside(window, end, month.start, following)
    for figure in agreement.get("published", ()):
        if (year := figure.get("year")) and year not in years(period):
            figure.note("date_outside", "year", value=year, first=period.start, last=period.last)


def targets_in_order(agreement: Record) -> None:
    """Note a target version that does not begin after the one before it; the first begins with the period."""
    period = period_of(agreement)
    begins = period.start if period else date.min
    for measure in _measures(agreement):
        for earlier, later in pairwise(measure.get("targets", ())):
            before, after = earlier.get("valid_from", begins), later.get("valid_from")
            if after and after <= before:
                later.note("target_order", "valid_from", value=after, before=before)


def published_promises_counted(agreement: Record) -> None:
    """Note published figures whose promise or measure is not in the file."""
    promises = agreement.get("promises", ())
    known = {(each.get("id"), measure.get("key")) for each in promises for measure in each.get("measures", ())}
    figures = [each for each in agreement.get("published", ()) if "promise" in each.values]
    for each in figures:
        if (each["promise"], each.get("key")) not in known:
            counted = tuple(sorted(f"{promise}:{key}" if key else str(promise) for promise, key in known))
            each.note("measure_unknown", "promise", value=each["promise"], allowed=counted)
    note_repeats(
        (each.spots["promise"], " ".join(str(each[key]) for key in FIGURE_KEYS if key in each.values))
        for each in figures
    )


def another_is_replaced(agreement: Record) -> None:
    replaced = agreement.get("replaces")
    if replaced and replaced == agreement.get("id"):
        agreement.note("replaces_itself", "replaces")


def predecessors_need_replaces(agreement: Record) -> None:
    for promise in agreement.get("promises", ()):
        if "predecessor" in promise and "replaces" not in agreement:
            promise.note("key_needed", "predecessor", key="replaces", because="predecessor")


def period_of(agreement: Record) -> Period | None:
    """Return the agreement's period, or null where it could not be read."""
    stretch = agreement.get("period")
    first, last = (stretch.get("first"), stretch.get("last")) if stretch else (None, None)
    return Period.through(first, last) if first and last and first <= last else None


def _measures(agreement: Record) -> Iterator[Record]:
    for promise in agreement.get("promises", ()):
        yield from promise.get("measures", ())


def _as_written(code: int) -> str:
    return f"{code:04}"


def _inside(each: Record, key: str, on: date | None, period: Period) -> None:
    if on is not None and on not in period:
        each.note("date_outside", key, value=on, first=period.start, last=period.last)
