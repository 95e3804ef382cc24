"""Random work in a database, step by step through the use cases: what a property must hold for."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from loftdb.actions.context import Context
from loftdb.actions.deviations import Account, write
from loftdb.actions.duties import Done, Owed, duties, mark_done, undo
from loftdb.actions.functions import Naming, name_function
from loftdb.actions.indicators import enter
from loftdb.actions.logging import correct, log, redact, withdraw
from loftdb.actions.meetings import council, name_council
from loftdb.actions.progress import Scope
from loftdb.actions.register import find_measure, find_promise
from loftdb.actions.revisions import revise
from loftdb.actions.sheet import sign_off
from loftdb.actions.status import Word, update
from loftdb.core.amendments import Amendment, Dropped, Ground, NewTarget, NewWording, Prolonged
from loftdb.core.errors import Refused
from loftdb.core.meetings.rules import Reading
from loftdb.core.model import ActivityKind, ActivityState, Entry, Party, Season, SeasonKind, Share, Status, Target
from loftdb.core.periods import Interval, Period, month
from loftdb.store import activities
from loftdb.store.agreements import revise_target, set_season, set_thresholds
from loftdb.store.deviations import history as deviation_history
from loftdb.store.reference import load
from loftdb.store.revisions import Warrant, revise_promise
from loftdb.store.status import history as words
from tests.actions.conftest import AGREEMENT, CONTROLS, PATROLS, STROMSTAD, VISITS

HOUNDS = "stromstad-2023-2024/hundsok-i-skolor"
LIGHTS = "stromstad-2023-2024/led-armaturer"

Step = Callable[[Context], None]

days = st.dates(date(2022, 12, 28), date(2024, 10, 15)) | st.sampled_from(
    [date(2023, 1, 1), date(2024, 2, 29), date(2024, 6, 30), date(2024, 10, 15)]
)
promises = st.sampled_from([CONTROLS, PATROLS, VISITS, HOUNDS])


@dataclass(frozen=True)
class Logging:
    """Log, correct, withdraw or redact: which one, and toward what."""

    what: str
    promise: str
    day: date
    count: int
    pick: int

    def __call__(self, context: Context) -> None:
        saved = activities.search(context.database, municipalities={STROMSTAD}, limit=1000)
        if self.what == "log" or not saved:
            log(context, self.entry(context))
            return
        chosen = saved[self.pick % len(saved)]
        try:
            if self.what == "correct":
                entry = replace(self.entry(context), shares=self.entry(context).shares)
                correct(context, chosen.id, chosen.version, entry)
            elif self.what == "withdraw":
                withdraw(context, chosen.id, chosen.version)
            else:
                redact(context, chosen.id)
        except Refused:
            return

    def entry(self, context: Context) -> Entry:
        """Return a done day, or a month of the sensitive promise."""
        measure = find_measure(context, self.promise)[1].number
        place = "" if self.promise == HOUNDS else f"Plats {self.count}"
        kind = ActivityKind.BATCH if self.promise == HOUNDS else ActivityKind.SINGLE
        whole = Period(month(self.day).start, min(month(self.day).end, context.today + timedelta(days=1)))
        length = whole if self.promise == HOUNDS else Period.through(self.day, self.day)
        return Entry(kind, ActivityState.DONE, length, (Share(measure, self.count),), place=place)


@dataclass(frozen=True)
class Signing:
    """Sign a month."""

    party: Party
    day: date

    def __call__(self, context: Context) -> None:
        try:
            sign_off(context, STROMSTAD, self.party, month(self.day).start)
        except Refused:
            return


@dataclass(frozen=True)
class Saying:
    """Say how a promise without a number goes."""

    day: date
    status: Status
    done: str

    def __call__(self, context: Context) -> None:
        update(context, Word(LIGHTS, self.day, self.status, self.done, seen=len(words(context.database, LIGHTS))))


@dataclass(frozen=True)
class Revising:
    """Change a target from a day on, its season, the limits, or a wording."""

    what: str
    day: date
    value: int

    def __call__(self, context: Context) -> None:
        number = find_measure(context, CONTROLS)[1].number
        agreement, promise = find_promise(context, CONTROLS)
        with context.database.transaction(context.now) as tx:
            if self.what == "target":
                value = self.value or None
                revise_target(tx, number, Target(self.day, value, Interval.YEAR, decision="§ 1", reason="Mer"), "x")
            elif self.what == "season":
                set_season(tx, number, Season(SeasonKind.MONTHS, (self.value + 1, *(1,) * 11)), "x")
            elif self.what == "limits":
                set_thresholds(
                    tx, replace(load(context.database).thresholds, pace_excess=101 + self.value), self.day, "x"
                )
            else:
                revised = replace(promise, measures=(), items=(), wording=f"Minst {self.value} kontroller.")
                revise_promise(tx, agreement, revised, Warrant(self.day, "x", "§ 2", "Klarare"))


@dataclass(frozen=True)
class Explaining:
    """Write why, for those inside and for the public."""

    year: int
    text: str

    def __call__(self, context: Context) -> None:
        seen = len(deviation_history(context.database, (CONTROLS, self.year)))
        write(context, Account(CONTROLS, self.year, f"internt {self.text}", self.text, seen))


@dataclass(frozen=True)
class Amending:
    """Revise as a coordinator does: another target, wording or last day, or a promise dropped."""

    what: str
    promise: str
    day: date
    value: int

    def __call__(self, context: Context) -> None:
        agreement, promise = find_promise(context, self.promise)
        number, targets = promise.measures[0].number, promise.measures[0].targets
        amendment: Amendment = NewWording(promise.id, f"Minst {self.value} gånger.")
        if self.what == "target" and targets:
            amendment = NewTarget(promise.id, number, replace(targets[-1], value=self.value + 1))
        elif self.what == "drop":
            amendment = Dropped(promise.id)
        elif self.what == "prolong":
            amendment = Prolonged(agreement.period.last + timedelta(days=30 * (self.value + 1)))
        with suppress(Refused):
            revise(context, agreement, amendment, Ground(self.day, "BRÅ § 1", "Läget är ett annat."))


@dataclass(frozen=True)
class Noting:
    """Say what stands beside the counts: a figure from elsewhere, a function, the council, a follow-up done or not."""

    what: str
    value: int

    def __call__(self, context: Context) -> None:
        if self.what == "indicator":
            enter(context, Reading(AGREEMENT, "Otrygghet", "procent", Decimal(self.value), "NTU", year=2020))
        elif self.what == "function":
            seen = find_promise(context, CONTROLS)[1].function
            name_function(context, Naming(CONTROLS, f"gruppchef {'ab'[self.value % 2]}", seen))
        elif self.what == "council":
            seen_version = council(context, "Strömstad").version
            name_council(context, "Strömstad", f"Trygghetsrådet {'ab'[self.value % 2]}", seen_version)
        else:
            state = duties(context, Scope(agreement=AGREEMENT))[0]
            owed = Owed(AGREEMENT, state.duty.id, state.occasion.key, state.version)
            if state.mark:
                undo(context, owed)
            else:
                mark_done(context, Done(owed, context.today - timedelta(days=self.value)))


past = st.dates(date(2023, 1, 1), date(2024, 9, 30))
steps: st.SearchStrategy[Step] = st.one_of(
    st.builds(
        Logging,
        st.sampled_from(["log", "log", "correct", "withdraw", "redact"]),
        promises, days, st.integers(1, 40), st.integers(0, 99),
    ),
    st.builds(Signing, st.sampled_from([Party.POLICE, Party.MUNICIPALITY]), past),
    st.builds(Saying, past, st.sampled_from(Status), st.sampled_from(["Nytt", "Klart"])),
    st.builds(
        Revising,
        st.sampled_from(["target", "season", "limits", "wording"]),
        st.sampled_from([date(2023, 1, 1), date(2024, 1, 1), date(2024, 7, 1)]), st.integers(0, 90),
    ),
    st.builds(
        Amending,
        st.sampled_from(["target", "wording", "drop", "prolong"]), st.sampled_from([PATROLS, VISITS, HOUNDS]),
        st.sampled_from([date(2023, 1, 1), date(2024, 7, 1), date(2024, 10, 1)]), st.integers(0, 90),
    ),
    st.builds(Noting, st.sampled_from(["indicator", "function", "council", "duty"]), st.integers(0, 99)),
    st.builds(Explaining, st.sampled_from([2023, 2024]), st.sampled_from(["Vakanser.", "Väder.", ""])),
)  # fmt: skip
