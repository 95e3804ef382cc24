"""A reading made by hand, and drafts of it, for testing what lies between a text and an agreement."""

from dataclasses import replace
from datetime import date
from typing import Any

from loftdb.core import drafts
from loftdb.core.drafts import Draft, DraftDuty, DraftPromise, Relation
from loftdb.core.model import Agreement, Comparator, Duty, Party
from loftdb.core.periods import Period
from loftdb.core.reading.result import (
    Doubt,
    DoubtKind,
    NumberKind,
    Per,
    ReadDuty,
    Reading,
    ReadPlan,
    ReadPromise,
    ReadTarget,
    Span,
)

TEXT = """Medborgarlöfte för Kumla kommun 2025–2026

Polisen ska
• Polisen ska genomföra minst 80 trafikkontroller per år, och minst åttio (90) nykterhetskontroller.
• Polisen ska hålla öppet kontor i Kumla varje vecka.
Kommunen ska
• Kommunen ska arbeta för ökad trygghet kring stationen i samverkan med väktare.
• Minst 30 besök på skolor och fritidsgårdar.
• Patrullera centrum 2 gånger per dag.

Frågor? Kommunpolis Johan Hilding, 070-123 45 67.
"""


def span(words: str, start: int = 0) -> Span:
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


def target(words: str, measure: str, value: int, per: Per = Per.YEAR, **more: Any) -> ReadTarget:
    plain: dict[str, Any] = {
        "comparator": Comparator.AT_LEAST, "value_max": None, "unit": "st", "every": 1, "average": False,
        "per_is_explicit": per is not Per.TERM, "kind": NumberKind.COUNT,
    }  # fmt: skip
    return ReadTarget(measure=measure, value=value, per=per, span=span(words), **(plain | more))


def promise(text: str, heading: str, *parties: Party, targets: tuple[ReadTarget, ...] = (), **more: Any) -> ReadPromise:
    plain: dict[str, Any] = {"third_parties": (), "conditional": None}
    return ReadPromise(text=text, heading=heading, parties=parties, span=span(text), targets=targets, **(plain | more))


POLICE, MUNICIPALITY = Party.POLICE, Party.MUNICIPALITY
CONTROLS = promise(
    "Polisen ska genomföra minst 80 trafikkontroller per år, och minst åttio (90) nykterhetskontroller.",
    "Polisen ska",
    POLICE,
    targets=(
        target("minst 80 trafikkontroller per år", "trafikkontroller", 80),
        target("minst åttio (90) nykterhetskontroller", "nykterhetskontroller", 80, Per.TERM),
    ),
)
OFFICE = promise(
    "Polisen ska hålla öppet kontor i Kumla varje vecka.",
    "Polisen ska",
    POLICE,
    targets=(target("varje vecka", "öppet kontor", 1, Per.WEEK, kind=NumberKind.FREQUENCY),),
)
SAFETY = promise(
    "Kommunen ska arbeta för ökad trygghet kring stationen i samverkan med väktare.",
    "Kommunen ska",
    MUNICIPALITY,
    third_parties=("Väktare",),
)
VISITS = promise(
    "Minst 30 besök på skolor och fritidsgårdar.",
    "Kommunen ska",
    MUNICIPALITY,
    targets=(target("Minst 30 besök på skolor och fritidsgårdar", "besök på skolor och fritidsgårdar", 30, Per.TERM),),
)
PATROLS = promise(
    "Patrullera centrum 2 gånger per dag.",
    "Kommunen ska",
    targets=(target("2 gånger per dag", "patruller i centrum", 2, Per.DAY),),
)
DUTIES = (
    ReadDuty("Löftet följs upp i kommunstyrelsen hösten 2025.", "Kommunstyrelsen",
             Period(date(2025, 9, 1), date(2025, 12, 1)), "hösten 2025", Span(0, 0)),
    ReadDuty("Arbetet redovisas offentligt varje år.", "Invånarna", None, "varje år", Span(0, 0)),
)  # fmt: skip
PLAN = ReadPlan(
    title="Medborgarlöfte för Kumla kommun 2025–2026",
    municipalities=("Kumla",),
    police_district="Lokalpolisområde Hallsberg",
    period=Period(date(2025, 1, 1), date(2027, 1, 1)),
    problem_areas=("Trafik", "Trygghet i centrum"),
    promises=(CONTROLS, OFFICE, SAFETY, VISITS, PATROLS),
    duties=DUTIES,
    span=Span(0, len(TEXT)),
)
DOUBTS = (
    Doubt(DoubtKind.NUMBERS_DISAGREE, span("åttio (90)"), {"word": 80, "digits": 90}),
    Doubt(DoubtKind.NO_PERIOD, VISITS.span),
    Doubt(DoubtKind.NO_PARTY, PATROLS.span),
)
READING = Reading(TEXT, (PLAN,), DOUBTS)
DRAFT = drafts.propose(READING, 0, "Medborgarlöfte för Kumla kommun, publicerat 2025.")


def settled(draft: Draft = DRAFT) -> Draft:
    """Return the draft with every question answered by its first choice, and what each counted promise counts."""
    while found := next(iter(draft.unsettled()), None):
        key, place, question = found
        draft = drafts.choose(draft, key, place, 0) if question.choices else drafts.settle(draft, key, place)
    for each in draft.kept:
        if each.counted and not each.occasion:
            draft = drafts.change_promise(draft, each.key, occasion="Varje genomförd insats för sig.")
    return draft


def taken_out(agreement: Agreement) -> Draft:
    """Return the agreement itself as a draft of its next version, without a text: unchanged, it changes nothing."""
    promises = (
        DraftPromise(f"p{number}", follows=each.id)
        for number, each in enumerate(agreement.promises, 1)
        if each.dropped_from is None
    )
    bare = Draft(
        title=agreement.title, first=agreement.period.start, last=agreement.period.last,
        district=agreement.district, municipalities=agreement.municipalities,
        problem_areas=agreement.problem_areas, source=agreement.source,
        promises=tuple(promises),
        duties=tuple(_duty(each, number) for number, each in enumerate(agreement.duties, 1)),
        relation=Relation.REVISION, related=agreement.id,
    )  # fmt: skip
    return drafts.relate(bare, Relation.REVISION, agreement)


def _duty(duty: Duty, number: int) -> DraftDuty:
    days = (duty.window.start, duty.window.last) if duty.window else ()
    return DraftDuty(f"d{number}", duty.title, duty.to_whom, duty.recurrence, *days)


def reworded(reading: Reading, before: str, after: str, **fields: Any) -> Reading:
    """Return the reading with one promise's words and fields changed; its spans still quote the first text."""
    plan = reading.plans[0]
    promises = tuple(
        replace(each, text=each.text.replace(before, after), **fields) if before in each.text else each
        for each in plan.promises
    )
    return replace(reading, plans=(replace(plan, promises=promises),))
