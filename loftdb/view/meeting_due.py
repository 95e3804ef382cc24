"""*Att följa upp*: what waits for the council, each with where it is dealt with."""

from datetime import date

from loftdb.core.deviations import explained
from loftdb.core.meetings.agenda import Agenda
from loftdb.core.meetings.records import Decision
from loftdb.core.meetings.shown import OwedDuty, Unexplained
from loftdb.core.model import Promise
from loftdb.view.duties import owed_title, stage_badge, window_text
from loftdb.view.markup import Html, page_link, tag
from loftdb.view.meeting_ways import Ways, action, part
from loftdb.view.texts import meeting as words
from loftdb.view.texts.labels import label


def due(agenda: Agenda, ways: Ways) -> Html:
    """Return decisions to be done, follow-ups owed, and deviations without a reason."""
    promises = {promise.id: promise for _, promise in agenda.shown.promises()}
    lists = (
        part(words.DECISIONS_DUE, (_decision(each, promises, agenda.shown.day, ways) for each in agenda.decisions_due)),
        part(words.DUTIES_DUE, (_duty(each, ways) for each in agenda.duties_due)),
        part(words.UNEXPLAINED, (_unexplained(each, promises, ways) for each in agenda.unexplained)),
    )
    found = [each for each in lists if each]
    return tag("section", tag("h2", words.FOLLOW_UP), *(found or [tag("p", words.NOTHING_DUE)]))


def _decision(decision: Decision, promises: dict[str, Promise], day: date, ways: Ways) -> Html:
    due = words.due_line(decision.function, decision.due, day)
    return tag("li", action(decision, promises, ways), tag("span", due, class_="loft-small"))


def _duty(duty: OwedDuty, ways: Ways) -> Html:
    title = page_link(ways.duty(duty), owed_title(duty))
    when = f" · {duty.to_whom} · {window_text(duty.window)}"
    return tag("li", title, tag("span", stage_badge(duty.stage), when, class_="loft-small"))


def _unexplained(lack: Unexplained, promises: dict[str, Promise], ways: Ways) -> Html:
    promise, address = promises.get(lack.promise), ways.deviation(lack)
    title = promise.title if promise else lack.promise
    year = f" {lack.year}" if lack.year else ""
    write = page_link(address, words.WRITE, aria_label=f"{words.WRITE}: {title}{year}") if address else None
    return tag("li", f"{title}{year}: {label(explained(lack.state))}. ", write)
