"""What changed, as rows of words: what kind of change, of what, what it was, what it is."""

from collections.abc import Collection, Iterator, Mapping

from loftdb.core.changes import THRESHOLDS, WHOLE, Changes, FieldChange, RowFacts, Said, TargetChange, Told
from loftdb.core.entries import Counted
from loftdb.core.model import Measure, Promise, Season, Target
from loftdb.view.formats import duration, month_name, number, signed, table_date
from loftdb.view.texts import changes as words
from loftdb.view.texts.labels import label
from loftdb.view.texts.targets import target_phrase
from loftdb.view.texts.thresholds import limit

Row = tuple[str, str, str | None, str | None]
"""What kind of change, of what, before, after."""


def change_rows(
    found: Changes, counted: Counted, titles: Mapping[str, str], *, tells_sensitive: bool = True
) -> Iterator[Row]:
    """Yield a row for each change that people see, *Läge* first; ``titles`` are by the ids of what has one.

    ``tells_sensitive``: whether the number of a sensitive promise stands beside its läge.
    """
    names = {number: measure_title(promise, measure) for number, (_, promise, measure) in counted.items()}
    hours = frozenset(number for number, (_, _, measure) in counted.items() if measure.minutes)
    bare = frozenset(number for number, (_, promise, _) in counted.items() if promise.sensitive and not tells_sensitive)
    for row in found.rows:
        about = _of_year(names.get(row.measure, words.GONE), row.year)
        about = f"{about}{words.whole_term(row)}"
        before, after = (_standing(side, row.measure, hours, bare) for side in (row.before, row.after))
        if before != after:  # only the day that it is judged through moved
            yield words.STANDING, about, before, after
    for entry in found.entries:
        shares = [share for side in (entry.before, entry.after) if side for share in side.shares]
        about = ", ".join(dict.fromkeys(names.get(share.measure, words.GONE) for share in shares))
        yield label(entry.edit), about, _told(entry.before, hours), _told(entry.after, hours)
    for each in found.months:
        more = f"{month_name(each.month)}: {signed(each.added)}"
        yield words.SENSITIVE, names.get(each.measure, words.GONE), None, more
    for target in found.targets:
        is_time = target.measure in hours
        about = names.get(target.measure, words.GONE)
        yield words.TARGET, about, _target(target.before, is_time), _new_target(target, is_time)
    for season in found.seasons:
        yield words.SEASON, names.get(season.measure, words.GONE), _season(season.before), _season(season.after)
    for field in found.fields:
        yield _field(field, titles)
    yield from _spoken(found, titles)


def _spoken(found: Changes, titles: Mapping[str, str]) -> Iterator[Row]:
    for word in found.statuses:
        yield words.STATUS, titles.get(word.promise, words.GONE), _said(word.before), _said(word.after)
    for each in found.signed:
        yield words.SIGNED, label(each.party), None, month_name(each.month)
    for deviation in found.deviations:
        about = _of_year(titles.get(deviation.subject, words.GONE), deviation.year)
        yield words.DEVIATION, about, deviation.before, deviation.after
    for duty in found.duties:
        before, after = (table_date(day) if day else None for day in (duty.before, duty.after))
        yield words.DUTY, titles.get(duty.duty, duty.occasion), before, after


def _of_year(title: str, year: int | None) -> str:
    return f"{title} {year}" if year else title


def measure_title(promise: Promise, measure: Measure) -> str:
    """Name a measure: by its promise alone, or where that has several also by what is counted."""
    return f"{promise.title}, {measure.plural}" if len(promise.measures) > 1 else promise.title


def _standing(
    facts: RowFacts | None, measure: int, hours: Collection[int] = (), bare: Collection[int] = ()
) -> str | None:
    """Write ``Efter, 42 av 80``; only the läge in ``bare``, and where no week or other interval is complete."""
    if facts is None:
        return None
    if measure in bare or facts.completed == 0:
        return label(facts.state)
    if facts.completed is not None:
        count = words.out_of(number(facts.held or 0), number(facts.completed))
    elif facts.target is None:
        count = _amount(facts.actual, measure, hours)
    else:
        count = words.out_of(_amount(facts.actual, measure, hours), _amount(facts.target, measure, hours))
    return f"{label(facts.state)}, {count}"


def _amount(count: int, measure: int, hours: Collection[int]) -> str:
    return duration(count) if measure in hours else number(count)


def _told(entry: Told | None, hours: Collection[int]) -> str | None:
    if entry is None:
        return None
    days = [table_date(entry.days.start), table_date(entry.days.last)]
    count = "+".join(_amount(share.count, share.measure, hours) for share in entry.shares)
    return " · ".join(part for part in ("–".join(dict.fromkeys(days)), entry.place, count, label(entry.state)) if part)


def _target(target: Target | None, is_time: bool) -> str | None:
    return target_phrase(target, is_time) if target else None


def _new_target(change: TargetChange, is_time: bool) -> str | None:
    if change.after is None:
        return None
    said = target_phrase(change.after, is_time)
    return words.from_day(said, change.valid_from, change.after.decision, change.after.reason)


def _season(season: Season | None) -> str | None:
    return label((season or Season()).kind)


def _said(word: Said | None) -> str | None:
    if word is None:
        return None
    return ". ".join(part for part in (label(word.status) if word.status else "", word.done) if part)


def _field(change: FieldChange, titles: Mapping[str, str]) -> Row:
    if change.subject == THRESHOLDS:
        return words.LIMITS, *limit(change.field, change.before, change.after)
    about = titles.get(change.subject.partition("#")[0], change.subject)
    if change.field == WHOLE:
        return words.NEW, about, None, None
    before, after = (words.value(change.field, each) for each in (change.before, change.after))
    return words.field(change.field), about, before, after
