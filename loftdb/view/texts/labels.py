"""The exact Swedish label of every closed set (the domain's section 3)."""

import re
from collections.abc import Iterable
from enum import StrEnum

from loftdb.core.access import Action, Role
from loftdb.core.changes import Edit
from loftdb.core.duties import DutyStage
from loftdb.core.meetings.agenda import Group
from loftdb.core.meetings.records import DocumentKind, Stage
from loftdb.core.model import (
    ActivityKind,
    ActivityState,
    Comparator,
    DutyRecurrence,
    Party,
    Precision,
    PromiseKind,
    Reason,
    SeasonKind,
    Standing,
    Status,
    Verdict,
)
from loftdb.core.periods import Interval
from loftdb.view.formats import listed

NO_PARTY = "Ansvarig framgår inte"

# Keyed by type first: members of different StrEnums with the same value are equal as dictionary keys.
_LABELS: dict[type[StrEnum], dict[str, str]] = {
    Standing: {
        Standing.NOT_STARTED: "Perioden har inte börjat",
        Standing.ON_TRACK: "I fas",
        Standing.SLIGHTLY_BEHIND: "Något efter",
        Standing.BEHIND: "Efter",
        Standing.REACHED: "Uppnått",
        Standing.NOT_REACHED: "Ej uppnått",
        Standing.NO_TARGET: "Inget måltal",
        Standing.CANNOT_JUDGE: "Kan inte bedömas",
    },
    Status: {
        Status.NOT_BEGUN: "Ej påbörjat",
        Status.BEGUN: "Påbörjat",
        Status.ONGOING: "Löpande",
        Status.DONE: "Genomfört",
        Status.DELAYED: "Försenat",
        Status.DROPPED: "Avfört",
    },
    Verdict: {
        Verdict.FULFILLED: "Uppfyllt",
        Verdict.PARTLY: "Delvis uppfyllt",
        Verdict.NOT_FULFILLED: "Ej uppfyllt",
        Verdict.CANNOT_JUDGE: "Kan inte bedömas",
    },
    Party: {Party.POLICE: "Polisen", Party.MUNICIPALITY: "Kommunen", Party.OTHER: "Annan part"},
    ActivityState: {
        ActivityState.PLANNED: "Planerad",
        ActivityState.DONE: "Genomförd",
        ActivityState.CANCELLED: "Inställd",
        ActivityState.WITHDRAWN: "Struken",
    },
    ActivityKind: {
        ActivityKind.SINGLE: "En dag",
        ActivityKind.BATCH: "Flera dagar i en månad",
        ActivityKind.ANNUAL: "Årsuppgift",
    },
    Reason: {
        Reason.REDEPLOYED: "Polisen omdisponerad",
        Reason.ILLNESS: "Sjukdom",
        Reason.WEATHER: "Väder",
        Reason.OTHER: "Annat",
    },
    Precision: {Precision.EXACT: "Exakt", Precision.ESTIMATED: "Uppskattat", Precision.AT_LEAST: "Minst"},
    PromiseKind: {PromiseKind.COUNT: "Antal", PromiseKind.LIST: "Lista", PromiseKind.QUALITY: "Status och text"},
    Comparator: {
        Comparator.AT_LEAST: "minst",
        Comparator.EXACTLY: "",
        Comparator.AT_MOST: "högst",
        Comparator.RANGE: "",
    },
    SeasonKind: {
        SeasonKind.EVEN: "Jämnt över året",
        SeasonKind.SCHOOL_DAYS: "Skoldagar",
        SeasonKind.MONTHS: "Egna månadsandelar",
        SeasonKind.DATES: "Bokade datum",
    },
    DutyStage: {
        DutyStage.UPCOMING: "Kommande",
        DutyStage.PREPARE: "Dags att förbereda",
        DutyStage.PERFORM: "Dags att genomföra",
        DutyStage.PASSED: "Angiven tid har passerat",
        DutyStage.OVERDUE: "Försenad",
        DutyStage.DONE: "Genomförd",
    },
    Stage: {
        Stage.PLANNED: "Planerat",
        Stage.SENT: "Utskickat",
        Stage.HELD: "Pågår",
        Stage.CLOSED: "Avslutat",
        Stage.CANCELLED: "Inställt",
    },
    Group: {
        Group.LAGGING: "Släpar efter",
        Group.STALE: "Ingen uppdatering på länge",
        Group.OVERDUE: "Försenat",
        Group.REST: "Övriga löften",
    },
    DocumentKind: {
        DocumentKind.STATE: "Läget inför mötet",
        DocumentKind.NOTES: "Underlag till minnesanteckningar",
        DocumentKind.NOTES_TEXT: "Underlag till minnesanteckningar, text",
        DocumentKind.OTHER: "Bilaga",
    },
    Edit: {Edit.ADDED: "Tillagd", Edit.CORRECTED: "Rättad", Edit.WITHDRAWN: "Struken"},
    DutyRecurrence: {
        DutyRecurrence.ONCE: "En gång",
        DutyRecurrence.YEARLY: "Varje år",
        DutyRecurrence.PER_MEETING: "Vid varje möte",
    },
    Interval: {
        Interval.WEEK: "Vecka",
        Interval.MONTH: "Månad",
        Interval.QUARTER: "Kvartal",
        Interval.HALF_YEAR: "Halvår",
        Interval.SCHOOL_TERM: "Skoltermin",
        Interval.YEAR: "År",
        Interval.TERM: "Hela perioden",
    },
    Role: {
        Role.PUBLIC: "Allmänhet",
        Role.READER: "Läsare",
        Role.REGISTRAR: "Registrerare",
        Role.COORDINATOR: "Samordnare",
        Role.MANAGER: "Chef",
        Role.ADMINISTRATOR: "Administratör",
    },
    Action: {
        Action.READ: "läsa",
        Action.READ_SENSITIVE: "läsa känsliga uppgifter",
        Action.LOG: "registrera aktiviteter",
        Action.CORRECT: "rätta aktiviteter",
        Action.UPDATE_STATUS: "uppdatera status",
        Action.SIGN_OFF: "stämma av månader",
        Action.EDIT_AGREEMENTS: "ändra medborgarlöften",
        Action.WRITE_DEVIATION: "skriva avvikelse och orsak",
        Action.WRITE_VERDICT: "skriva bedömning",
        Action.HOLD_MEETINGS: "förbereda och hålla möten",
        Action.REDACT: "maskera text",
        Action.ADMINISTER: "administrera",
    },
}


def label(member: StrEnum) -> str:
    """Return the label of a member of any enum above."""
    return _LABELS[type(member)][member]


def parties_label(parties: Iterable[Party], third_parties: Iterable[str] = ()) -> str:
    """Write ``Polisen och kommunen``, third parties by name, or *Ansvarig framgår inte*."""
    named = list(third_parties)
    words = [label(party) for party in parties if not (named and party is Party.OTHER)] + named
    first, rest = words[:1], words[1:]
    return listed(first + [inside(word) for word in rest]) or NO_PARTY


def inside(party: str) -> str:
    """Write a party as inside a sentence: small, unless it is a name."""
    return f"{party[:1].lower()}{party[1:]}" if _COMMON_NOUN.match(party) else party


_COMMON_NOUN = re.compile(
    r"(?:annan|andra|övriga|lokala|kommun\w*|polisens?|grannkommun\w*|krögar\w*|väktar\w*|ordningsvakt\w*|"
    r"räddningstjänst\w*|bostadsbolag\w*|fastighetsägar\w*|hyresvärd\w*|handlar\w*|butik\w*|föreningar\w*|"
    r"föreningslivet|näringslivet|företag(?:en)?|skolor(?:na)?|regionen)\b",
    re.IGNORECASE,
)
"""What a party that is no name begins with; any other third party is taken for a name."""
