"""The council's meetings of 2024: one held in June with decisions and verdicts, one sent out for the clock's day.

They are held through the use cases, after everything else is in the log: each is frozen as of its own moment, and
what is known at a moment is the same whenever it is asked for.
"""

from datetime import date, datetime
from decimal import Decimal

from loftdb.actions import indicators, meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.meetings import Draft
from loftdb.actions.minutes import Write
from loftdb.core.meetings.records import Meeting
from loftdb.core.meetings.rules import Assignment, Opinion, Reading
from loftdb.core.model import Verdict
from loftdb.demo.events import COORDINATOR, moment
from loftdb.demo.roles import person
from loftdb.store.database import Database

_S = "stromstad-2023-2024"
JUNE, OCTOBER = date(2024, 6, 12), date(2024, 10, 15)

_COMMENTS = (
    (f"{_S}/trafikkontroller", "Skolorna ser gärna fler kontroller vid skolstarten."),
    (f"{_S}/fot-och-cykelpatruller", "Patrullerna i hamnarna är uppskattade. Fler besökare väntas i sommar."),
    (f"{_S}/led-armaturer", "Leveransen dröjer. Kommunen återkommer med en ny tidplan."),
)

_VERDICTS = (
    (f"{_S}/trafikkontroller", 2023, Verdict.FULFILLED, ""),
    (f"{_S}/fot-och-cykelpatruller", 2023, Verdict.PARTLY, "Hösten gick till trafiken, sommaren höll."),
    (f"{_S}/samverkanskonferens", 2023, Verdict.FULFILLED, ""),
)

_DECISIONS: tuple[tuple[str | None, str, str, str, str | None, str], ...] = (
    (f"{_S}/trafikkontroller", "Lägg kontroller vid skolorna under skolstartens två första veckor", "Gruppchefen",
     "2024-09-06", None, ""),
    (f"{_S}/fot-och-cykelpatruller", "Höj målet till 50 patruller per år från 1 juli", "Samordnaren",
     "2024-06-30", "2024-06-18", "Infört i medborgarlöftet."),
    (f"{_S}/grann-och-batsamverkan", "Boka höstens möte med båtklubbarna", "Kommunens säkerhetssamordnare",
     "2024-09-30", None, ""),
    (f"{_S}/led-armaturer", "Begär en ny tidplan av leverantören", "Gatukontorets chef",
     "2024-09-13", "2024-09-10", "Leverans är utlovad till mars 2025."),
    (None, "Ta fram en gemensam text till årets redovisning", "Kommunens informationsansvariga",
     "2024-12-13", None, ""),
)  # fmt: skip

_SURVEYS = ((2021, "71.5"), (2022, "74.0"), (2023, "77.5"))
_SURVEY = ("Trygga utomhus i sitt bostadsområde på kvällen", "procent")


def hold_meetings(database: Database, clock: datetime) -> None:
    """Hold the meetings, each thing at its own moment."""
    context = Context(database, person(COORDINATOR.name).actor, clock)
    _survey(context)
    draft = Draft(JUNE, (_S,))
    june = meetings.plan(context, "Strömstad", draft, at=moment(date(2024, 5, 20), 10, 30))
    june = meetings.send(context, june.id, june.version, at=moment(date(2024, 6, 5), 13, 40))
    june = meetings.hold(context, june.id, june.version, at=moment(JUNE, 13))
    _write(context, june)
    meetings.close(context, june.id, june.version, at=moment(JUNE, 15, 10))
    october = meetings.plan(context, "Strömstad", Draft(OCTOBER, (_S,)), at=moment(JUNE, 15, 20))
    _finish(context, june)
    meetings.send(context, october.id, october.version, at=moment(date(2024, 10, 8), 9, 5))


def _survey(context: Context) -> None:
    for minute, (year, value) in enumerate(_SURVEYS):
        reading = Reading(_S, *_SURVEY, Decimal(value), f"Trygghetsmätningen {year}, påhittad", year=year)
        indicators.enter(context, reading, at=moment(date(2024, 2, 5), 11, minute))


def _write(context: Context, june: Meeting) -> None:
    at = iter(range(5, 60, 3))
    for promise, text in _COMMENTS:
        minutes.comment(context, june.id, promise, text, Write(at=moment(JUNE, 13, next(at))))
    for promise, year, verdict, motivation in _VERDICTS:
        opinion = Opinion(promise, year, verdict, motivation)
        minutes.judge(context, june.id, opinion, Write(at=moment(JUNE, 13, next(at))))
    for subject, action, function, due, *_ in _DECISIONS:
        assignment = Assignment(subject, action, function, date.fromisoformat(due))
        minutes.decide(context, june.id, assignment, Write(at=moment(JUNE, 13, next(at))))


def _finish(context: Context, june: Meeting) -> None:
    made = {each.action: each for each in minutes.decisions(context, june)}
    for _, action, *_, done, note in _DECISIONS:
        if done:
            on = date.fromisoformat(done)
            minutes.mark_done(context, made[action].id, on, note, Write(1, at=moment(on, 15, 45)))
