"""Words for the ear: what is read aloud has no abbreviations, and a sentence is one breath."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from loftdb.core.model import Comparator, Measure, Party, Promise, Target
from loftdb.core.municipalities import find
from loftdb.view import phrases
from loftdb.view.figures import Figures
from loftdb.view.formats import counted, listed, month_name, months_listed, number, prose_date
from loftdb.view.texts.labels import inside, label
from loftdb.view.texts.targets import interval_phrase

_HOUR = 60
_RUN = 3
"""Months in a row that are told as from the first to the last."""
_LIMITS = {Comparator.AT_LEAST: "minst ", Comparator.AT_MOST: "högst "}
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[^a-zåäö\s])")
_SHORTENED = re.compile(
    r"(?:^|[\s(])(?:[a-zåäö]|[a-zåäö]+\.[a-zåäö.]*|ca|kl|nr|st|kap|dvs|resp|tel|max|min|dnr|osv|mfl)\.$", re.IGNORECASE
)


def day(on: date, reference_year: int) -> str:
    """Write ``den 31 augusti``, with the year where it is another."""
    return f"den {prose_date(on, reference_year)}"


def amount(facts: Figures, count: int) -> str:
    """Write a count, or minutes as ``1 timme och 30 minuter``."""
    if not facts.minutes:
        return number(count)
    hours, rest = divmod(count, _HOUR)
    parts = [counted(hours, "timme", "timmar")] if hours else []
    return listed([*parts, counted(rest, "minut", "minuter")] if rest or not hours else parts)


def actual(facts: Figures) -> str:
    """Write how many there are: ``42``, ``ungefär 15`` or ``minst 55``."""
    prefix = "minst " if facts.at_least else "ungefär " if facts.estimated else ""
    return f"{prefix}{amount(facts, facts.actual)}"


def goal(facts: Figures) -> str:
    """Write ``minst 80 trafikkontroller``: the row's target, else what is promised in each interval."""
    is_own = facts.target is not None
    value = (facts.target if is_own else facts.value) or 0
    comparator = facts.comparator or Comparator.AT_LEAST
    is_range = comparator is Comparator.RANGE and facts.value_max and facts.target_original is None
    prefix = "" if facts.at_least and comparator is Comparator.AT_LEAST else _LIMITS.get(comparator, "")
    upper = f" till {amount(facts, facts.value_max or 0)}" if is_range else ""
    return f"{prefix}{amount(facts, value)}{upper}{phrases.noun_after(facts, value)}"


def promised(facts: Figures) -> str:
    """Write what is promised and for which time: ``minst 80 trafikkontroller under 2024``."""
    if facts.is_held or facts.target is None:
        return f"{goal(facts)} {interval_phrase(phrases.interval(facts), facts.every)}"
    return f"{goal(facts)} {span(facts)}"


def reckoned(facts: Figures, measures: Sequence[Measure]) -> str:
    """Write what a target was reckoned from: ``40 per år och 50 per år från den 1 juli``, ``i snitt 2 per vecka``."""
    value = facts.target_original if facts.target_original is not None else facts.value or 0
    average = "i snitt " if facts.average else ""
    begun = f"{average}{amount(facts, value)} {interval_phrase(phrases.interval(facts), facts.every)}"
    targets = (target for each in measures if each.number == facts.number for target in each.targets)
    later = [each for each in targets if each.value is not None and facts.start < each.valid_from <= facts.last]
    return listed([begun, *(_later(facts, each) for each in later)])


def _later(facts: Figures, target: Target) -> str:
    average = "i snitt " if target.average else ""
    goal = f"{average}{amount(facts, target.value or 0)} {interval_phrase(target.interval, target.every)}"
    return f"{goal} från {day(target.valid_from, facts.start.year)}"


def span(facts: Figures) -> str:
    """Write the row's time: ``under 2024``, ``under hela perioden``."""
    if facts.year is None:
        return "under hela perioden"
    return f"under {facts.year}" if facts.start.year == facts.year else f"under {facts.start.year} till {facts.year}"


def owner(promise: Promise) -> str | None:
    """Name who made the promise, to begin a sentence with; null where the text does not say."""
    names = _owners(promise)
    return phrases.capital(names) if names else None


def asked(promise: Promise) -> str:
    """Name whom to ask, inside a sentence."""
    return _owners(promise) or "parterna"


def _owners(promise: Promise) -> str:
    named = list(promise.third_parties)
    parties = [label(party) for party in promise.parties if not (named and party is Party.OTHER)]
    return listed(map(inside, [*parties, *named]))


def small(text: str) -> str:
    """Write a text as inside a sentence: *gruppchefen*, but *BRÅ-samordnaren* and *Strömstads kommun*."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    is_name = first[1:2].isupper() or find(first) is not None
    return text if is_name else f"{text[:1].lower()}{text[1:]}"


def months(every: Sequence[date], reference_year: int) -> str:
    """Write ``juli och augusti``, or a run of more as ``mars till september``; months apart are counted."""
    if len(every) < _RUN:
        return months_listed(every, reference_year)
    first, last = every[0], every[-1]
    if len(every) != (last.year - first.year) * 12 + last.month - first.month + 1:
        return f"{number(len(every))} månader"
    started = month_name(first, last.year if first.year == last.year else None)
    return f"{started} till {month_name(last, reference_year)}"


def first_sentence(text: str) -> str:
    """Return the first sentence of what somebody wrote, with a full stop; empty for nothing."""
    told = next(_sentences(next((line for line in text.splitlines() if line.strip()), "")), "")
    plain = told.rstrip(" .!?…:;,–-")
    return f"{plain}." if plain else ""


def _sentences(line: str) -> Iterator[str]:
    """Yield a line's sentences; a full stop after an abbreviation ends none."""
    told = ""
    for part in _ENDS.split(" ".join(line.split())):
        told = f"{told} {part}".strip()
        if not _SHORTENED.search(told):
            yield told
            told = ""
    if told:
        yield told
