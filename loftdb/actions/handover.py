"""*Överlämning*: what a successor has to know of one municipality, for those who may read it; as it is now."""

from collections.abc import Iterator
from dataclasses import replace

from loftdb.actions.context import Context
from loftdb.actions.deviations import needing
from loftdb.actions.duties import duties
from loftdb.actions.lagging import lagging
from loftdb.actions.meetings import council, meetings
from loftdb.actions.minutes import decisions
from loftdb.actions.overview import default_year
from loftdb.actions.progress import Scope, agreements, cutoffs, judgement
from loftdb.actions.register import find_municipality
from loftdb.core.access import Action, allowed
from loftdb.core.duties import DutyStage
from loftdb.core.handover import Handover, Lagging, OpenDecision, Part, SignedMonths, Unexplained
from loftdb.core.meetings.records import Decision, Meeting, Stage
from loftdb.core.model import SIGNING_PARTIES, Agreement, Promise, Standing
from loftdb.core.progress import signers


def handover(context: Context, municipality: str) -> Handover:
    """Gather what is to be known of a municipality (name or code). NotFound."""
    place = find_municipality(context, municipality)
    code = str(place.code)
    found = sorted(agreements(context, Scope(code)), key=lambda each: each.period)
    current = [each for each in found if each.period.end > context.today]
    ended = [each for each in found if each.period.end <= context.today]
    last = max(ended, key=lambda each: each.period.end, default=None)
    held = _meetings(context, place.code)
    return Handover(
        place,
        context.today,
        context.now,
        council(context, code).name,
        tuple(_part(context, code, each) for each in current),
        _part(context, code, last) if last else None,
        tuple(sorted(_open(context, found, held), key=lambda each: (each.decision.due, each.decision.id))),
        next((each for each in reversed(held) if each.stage is Stage.CLOSED), None),
        next((each for each in held if each.is_open), None),
        context.database.clock is not None,
    )


def _meetings(context: Context, municipality: int) -> list[Meeting]:
    """Return the council's meetings by day; a joint promise alone lets nobody read another council's."""
    if not allowed(context.actor, Action.READ, municipality):
        return []
    return [each for each in meetings(context, str(municipality)) if each.stage is not Stage.CANCELLED]


def _part(context: Context, code: str, agreement: Agreement) -> Part:
    scope = Scope(code, agreement.id)
    return Part(
        agreement,
        tuple(_signed(context, scope, agreement)),
        tuple(_lagging(context, scope, agreement)),
        tuple(each.promise for each in lagging(context, scope).stale),
        tuple(each for each in duties(context, scope) if each.stage is not DutyStage.DONE),
        tuple(Unexplained(each.promise, each.year, each.state) for each in needing(context, scope)),
    )


def _signed(context: Context, scope: Scope, agreement: Agreement) -> Iterator[SignedMonths]:
    limits, home = cutoffs(context, scope), agreement.home.code
    reporting = {party for promise in agreement.promises if promise.measures for party in signers(promise)}
    for party in SIGNING_PARTIES:
        if party in reporting:
            signed, missing = limits.signed(agreement, home, party), limits.unreported(agreement, home, party)
            yield SignedMonths(party, tuple(signed), tuple(missing))


def _lagging(context: Context, scope: Scope, agreement: Agreement) -> Iterator[Lagging]:
    """Yield what lags among the rows that *Översikt* shows of this year."""
    frame = judgement(context, scope).frame
    shown = frame[
        (frame["year"] == default_year(agreement, context.today)) | (frame["year"].isna() & ~frame["held_rule"])
    ]
    for promise in agreement.promises:
        said = set(shown[shown["promise"] == promise.id]["state"])
        worst = next((each for each in (Standing.BEHIND, Standing.SLIGHTLY_BEHIND) if each in said), None)
        if worst:
            yield Lagging(promise, worst)


def _open(context: Context, found: list[Agreement], held: list[Meeting]) -> Iterator[OpenDecision]:
    promises = {promise.id: promise for agreement in found for promise in agreement.promises}
    for meeting in held:
        for decision in decisions(context, meeting):
            if decision.is_open:
                promise = promises.get(decision.promise or "")
                yield OpenDecision(_told(decision, promise), meeting.day, promise)


def _told(decision: Decision, promise: Promise | None) -> Decision:
    """Return the decision without its words where the promise is sensitive, whoever asks."""
    return replace(decision, action="", note="", by="") if promise and promise.sensitive else replace(decision, by="")
