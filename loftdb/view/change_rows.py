"""What changed, as rows of words: what kind of change, of what, what it was, what it is."""

from collections.abc import Iterator, Mapping

from loftdb.core.changes import THRESHOLDS, WHOLE, Changes, FieldChange, RowFacts, Said, TargetChange, Told
from loftdb.core.entries import Counted
from loftdb.core.model import Season, Target
from loftdb.view.formats import month_name, number, signed, table_date
from loftdb.view.texts import changes as words
from loftdb.view.texts.labels import label
from loftdb.view.texts.targets import target_phrase
from loftdb.view.texts.thresholds import limit

Row = tuple[str, str, str | None, str | None]
"""What kind of change, of what, before, after."""


def change_rows(found: Changes, counted: Counted, titles: Mapping[str, str]) -> Iterator[Row]:
    """Yield a row for each change, *Läge* first; ``titles`` are by the id of promises, measures and agreements."""
    names = {number: promise.title for number, (_, promise, _) in counted.items()}
    for row in found.rows:
        about = _of_year(names.get(row.measure, words.GONE), row.year)
        yield words.STANDING, about, _standing(row.before), _standing(row.after)
    for entry in found.entries:
        shares = [share for side in (entry.before, entry.after) if side for share in side.shares]
        about = ", ".join(dict.fromkeys(names.get(share.measure, words.GONE) for share in shares))
        yield label(entry.edit), about, _told(entry.before), _told(entry.after)
    for each in found.months:
        more = f"{month_name(each.month)}: {signed(each.added)}"
        yield words.SENSITIVE, names.get(each.measure, words.GONE), None, more
    for target in found.targets:
        yield words.TARGET, names.get(target.measure, words.GONE), _target(target.before), _new_target(target)
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


def _standing(facts: RowFacts | None) -> str | None:
    if facts is None:
        return None
    done, wanted = (facts.actual, facts.target) if facts.completed is None else (facts.held, facts.completed)
    count = number(done or 0) if wanted is None else words.out_of(number(done or 0), number(wanted))
    return f"{label(facts.state)}, {count}"


def _told(entry: Told | None) -> str | None:
    if entry is None:
        return None
    days = [table_date(entry.days.start), table_date(entry.days.last)]
    count = "+".join(number(share.count) for share in entry.shares)
    return " · ".join(part for part in ("–".join(dict.fromkeys(days)), entry.place, count, label(entry.state)) if part)


def _target(target: Target | None) -> str | None:
    return target_phrase(target) if target else None


def _new_target(change: TargetChange) -> str | None:
    if change.after is None:
        return None
    return words.from_day(target_phrase(change.after), change.valid_from, change.after.decision, change.after.reason)


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
