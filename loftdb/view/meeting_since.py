"""*Sedan förra mötet*: what moved, was changed, said, logged and done, each with its promise.

What a promise did is told promise by promise and never added up; of a sensitive one only months are.
"""

from collections.abc import Iterator

from loftdb.core.changes import Changes, RowChange, RowFacts, StatusChange, TargetChange
from loftdb.core.meetings.agenda import Agenda, NewEntries
from loftdb.core.meetings.records import Decision
from loftdb.core.model import Measure, Promise, Standing, Status
from loftdb.view.bars import standing_badge
from loftdb.view.change_rows import change_rows, measure_title
from loftdb.view.formats import duration, month_name, number
from loftdb.view.markup import Html, joined, tag
from loftdb.view.meeting_due import due
from loftdb.view.meeting_ways import Ways, action, part, titled
from loftdb.view.rows import NO_STATUS
from loftdb.view.texts import meeting as words
from loftdb.view.texts.changes import whole_term
from loftdb.view.texts.labels import label
from loftdb.view.texts.targets import target_phrase

STYLE = """
.loft-meeting-two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1.5rem 3rem}
.loft-meeting-two .loft-whole{grid-column:1/-1}
.loft-meeting-two h3{margin:1rem 0 .25rem;padding:0;font-size:1em;opacity:.85;font-weight:600}
.loft-meeting-two h2+h3{margin-top:.5rem}
.loft-meeting-two ul{list-style:none;margin:0!important;padding:0!important}
.loft-meeting-two li{margin:0!important;padding:.3rem 0!important;font-size:1em}
.loft-meeting-two li a{display:inline-block;padding:.1rem 0}
.loft-meeting-two .loft-standing{vertical-align:bottom}
.loft-meeting-two .loft-fold{margin-top:.5rem}
.loft-meeting-two .loft-fold>summary{padding:.4rem 0;font-size:1em}
.loft-arrow{padding:0 .35rem;opacity:.85}
.loft-heard-only{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
"""


def since_and_due(agenda: Agenda, ways: Ways) -> Html:
    """Return what happened since the last meeting beside what waits for this one."""
    both = tag("div", _since(agenda, ways), due(agenda, ways), class_="loft-meeting-two")
    return tag("div", both, class_="loft-page")


def _since(agenda: Agenda, ways: Ways) -> Html:
    previous = agenda.shown.previous
    if previous is None:
        return tag("section", tag("p", words.FIRST_MEETING), class_="loft-whole")
    told = _Told(agenda, ways)
    weighty = [each for each in (told.moved(), told.targets(), told.statuses(), told.fields()) if each]
    folded = (_fold(words.DONE, told.done()), _fold(words.NEWS, told.news()), _fold(words.ENTRIES, told.entries()))
    heading = tag("h2", words.since(previous))
    if not weighty and not any(folded):
        return tag("section", heading, tag("p", words.NOTHING_SINCE))
    return tag("section", heading, *(weighty or [tag("p", words.NOTHING_WEIGHTY)]), *folded)


class _Told:
    """What happened since the last meeting, list by list."""

    def __init__(self, agenda: Agenda, ways: Ways) -> None:
        self._agenda, self._ways, self._since = agenda, ways, agenda.shown.since
        self._promises = {promise.id: promise for _, promise in agenda.shown.promises()}
        self._owners = {
            each.number: (promise, each) for promise in self._promises.values() for each in promise.measures
        }

    def moved(self) -> Html | None:
        own = (each for each in self._agenda.moved if each.measure in self._owners)
        return part(words.MOVED, (_moved(each, *self._owners[each.measure], self._agenda, self._ways) for each in own))

    def targets(self) -> Html | None:
        own = (each for each in self._agenda.targets if each.measure in self._owners and each.after)
        return part(words.TARGETS, (_target(each, *self._owners[each.measure], self._ways) for each in own))

    def statuses(self) -> Html | None:
        own = (each for each in self._words() if _is_other_status(each))
        return part(words.STATUSES, (_status(each, self._promises[each.promise], self._ways) for each in own))

    def fields(self) -> Html | None:
        return part(words.FIELDS, _fields(self._agenda, self._promises))

    def done(self) -> list[Html]:
        return [_done(each, self._promises, self._ways) for each in self._agenda.decisions_done]

    def news(self) -> list[Html]:
        own = (each for each in self._words() if not _is_other_status(each))
        return [_status(each, self._promises[each.promise], self._ways) for each in own]

    def entries(self) -> list[Html]:
        years = self._agenda.shown.years()
        owned = ((self._owners[each.measure][0].id, each) for each in self._since.rows if each.measure in self._owners)
        rows = {promise: each for promise, each in owned if each.year in (years[promise], None)}
        return [
            _entries(each, self._promises[each.promise], self._outcome(rows.get(each.promise)), self._ways)
            for each in self._agenda.entries
        ]

    def _outcome(self, row: RowChange | None) -> Html | None:
        """Return how a number grew; null where it did not."""
        if not (row and row.before and row.after) or row.before.actual == row.after.actual:
            return None
        written = duration if self._owners[row.measure][1].minutes else number
        return joined(", utfall ", _change(written(row.before.actual), written(row.after.actual)))

    def _words(self) -> Iterator[StatusChange]:
        return (each for each in self._since.statuses if each.promise in self._promises)


def _is_other_status(change: StatusChange) -> bool:
    return (change.before and change.before.status) != (change.after and change.after.status)


def _fold(name: str, items: list[Html]) -> Html | None:
    if not items:
        return None
    listed = tag("ul", *items, role="list", aria_label=name)
    return tag("details", tag("summary", f"{name} ({number(len(items))})"), listed, class_="loft-fold")


def _change(before: str | Html, after: str | Html) -> Html:
    """Return what was and what is, with a word for the arrow to those who hear it."""
    arrow = tag("span", "→", class_="loft-arrow", aria_hidden="true")
    return joined(before, arrow, tag("span", " nu ", class_="loft-heard-only"), after)


def _moved(row: RowChange, promise: Promise, measure: Measure, agenda: Agenda, ways: Ways) -> Html:
    before, after = (_badge(facts) for facts in (row.before, row.after))
    year = f" {row.year}" if row.year and row.year != agenda.shown.day.year else ""
    return tag(
        "li", titled(promise, ways), f"{_counted(promise, measure)}{year}{whole_term(row)}: ", _change(before, after)
    )


def _counted(promise: Promise, measure: Measure) -> str:
    """Name what is counted where a promise counts several things; else nothing."""
    return measure_title(promise, measure).removeprefix(promise.title)


def _badge(facts: RowFacts | None) -> Html:
    return standing_badge(facts.state if facts else Standing.CANNOT_JUDGE)


def _target(change: TargetChange, promise: Promise, measure: Measure, ways: Ways) -> Html:
    after = change.after
    earlier = [each for each in measure.targets if each.valid_from < change.valid_from]
    before = change.before or (earlier[-1] if earlier else None)
    line = words.target_line(target_phrase(after, measure.minutes), change.valid_from) if after else ""
    said = _change(target_phrase(before, measure.minutes), line) if before else line
    basis = " ".join(f"{part.rstrip('.')}." for part in (after and after.decision, after and after.reason) if part)
    small = tag("span", basis, class_="loft-small") if basis else None
    return tag("li", titled(promise, ways), f"{_counted(promise, measure)}: ", said, small)


def _status(change: StatusChange, promise: Promise, ways: Ways) -> Html:
    before, after = (_status_word(side.status if side else None) for side in (change.before, change.after))
    said = _change(before, tag("strong", after)) if before != after else after
    done = change.after.done if change.after else ""
    return tag("li", titled(promise, ways), ": ", said, tag("span", done, class_="loft-small") if done else None)


def _status_word(status: Status | None) -> str:
    return label(status) if status else NO_STATUS


def _entries(new: NewEntries, promise: Promise, outcome: Html | None, ways: Ways) -> Html:
    months = {month_name(each.month): each.added for each in new.months}
    said = ", ".join(part for part in (words.edits(new.edits), words.in_months(months)) if part)
    return tag("li", titled(promise, ways), f": {said}", outcome)


def _fields(agenda: Agenda, promises: dict[str, Promise]) -> Iterator[Html]:
    titles = {promise.id: promise.title for promise in promises.values()}
    titles |= {agreement.id: agreement.title for agreement in agenda.shown.agreements}
    only = Changes(None, None, fields=agenda.fields)
    for kind, about, before, after in change_rows(only, {}, titles):
        said = _change(before, after or "–") if before else after or ""
        yield tag("li", f"{about}, {kind.lower()}: ", said)


def _done(decision: Decision, promises: dict[str, Promise], ways: Ways) -> Html:
    done = words.done_line(decision.function, decision.done_on) if decision.done_on else decision.function
    return tag("li", action(decision, promises, ways), tag("span", done, class_="loft-small"))
