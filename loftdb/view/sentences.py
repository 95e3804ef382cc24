"""The arithmetic behind a row, in words that can be read aloud; nothing is computed here but rates and differences.

The forms follow the domain's 5.6, 5.7 and 5.9. A date's year is left out where it is the row's and the judgement's.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from loftdb.core.model import Comparator, Standing
from loftdb.core.periods import DAY, next_month
from loftdb.view import phrases
from loftdb.view.figures import Figures, Row, figures
from loftdb.view.formats import counted, duration, month_name, months_listed, number, prose_date, signed
from loftdb.view.held import held_parts
from loftdb.view.texts.labels import label
from loftdb.view.unjudged import cannot_judge, no_target

UNKNOWN, UNREPORTED = "–", "Uppgift saknas"
"""What stands for a number before the follow-up began, and for one that nobody has signed off."""

_JUDGED = frozenset(Standing) - {Standing.NO_TARGET}
_WEEK_DAYS = 7
_MONTH_DAYS = 365.25 / 12


def sentence(row: Row, today: date | None = None) -> str:
    """Say where the row stands and why; ``today`` (null: unknown) names the months of preliminary figures."""
    facts = replace(figures(row), today=today)
    is_judged_by_held = facts.is_held and facts.state not in (Standing.CANNOT_JUDGE, Standing.NO_TARGET)
    body = held_parts(facts) if is_judged_by_held else _COUNTED[facts.state](facts)
    return " ".join(part for part in (*body, *_asides(facts, today)) if part)


def count_label(row: Row) -> str:
    """Write ``55 av 80``, ``ca 15``, ``3 av 2``, ``88 av 93 veckor``; ``–`` or *Uppgift saknas* for what is unknown."""
    facts = figures(row)
    if facts.is_unknown:
        return UNKNOWN if facts.is_before_followed or not facts.is_begun or facts.state in _JUDGED else UNREPORTED
    if facts.is_held and not facts.completed:
        return f"0 avslutade {phrases.unit(facts)[1]}"
    if facts.is_held:
        return f"{number(facts.held or 0)} av {counted(facts.completed or 0, *phrases.unit(facts))}"
    if facts.target is None or facts.state is Standing.NO_TARGET:
        return phrases.actual(facts)
    return f"{phrases.actual(facts)} av {phrases.goal(facts, plain=True)}"


def target_label(row: Row) -> str:
    """Write ``minst 80 per år``, or the recomputed number with what was promised; *Inget måltal* without a target."""
    facts = figures(row)
    promised = phrases.promised(facts)
    if promised is None:
        return label(Standing.NO_TARGET)
    if facts.target_original is None or facts.target is None or facts.is_held:
        return promised
    return f"{phrases.write(facts, facts.target)} ({phrases.recomputed(facts)})"


def judged_label(row: Row) -> str:
    """Write ``Läge till och med 29 februari, avstämt``."""
    facts = figures(row)
    through = min(facts.judged_through, facts.last) if facts.is_begun else facts.judged_through
    return judged_text(through, facts.signed, facts.year)


def judged_text(through: date, is_signed: bool, reference_year: int | None = None) -> str:
    """Say through which day something is judged, and whether that is signed off."""
    state = "avstämt" if is_signed else "inte avstämt"
    return f"Läge till och med {prose_date(through, reference_year)}, {state}"


def preliminary_label(row: Row, today: date | None = None) -> str:
    """Write ``+12 i mars``: what is logged after the judged day, by months where ``today`` is known; empty for none."""
    facts = figures(row)
    if not facts.preliminary:
        return ""
    amount = f"+{phrases.write(facts, facts.preliminary)}" if facts.minutes else signed(facts.preliminary)
    if facts.is_held:
        amount += phrases.noun_after(facts, facts.preliminary)
    if today is None:
        return f"{amount} efter {phrases.day(facts, facts.judged_through)}"
    if today <= facts.judged_through:
        return f"{amount} med senare datum"
    return f"{amount} i {_months_after(facts, min(today, facts.last))}"


def _months_after(facts: Figures, through: date) -> str:
    first = facts.judged_through + DAY
    months = [first.replace(day=1)]
    while next_month(months[-1]) <= through:
        months.append(next_month(months[-1]))
    if len(months) <= 2:
        return months_listed(months, facts.spoken_year)
    is_within_a_year = months[0].year == months[-1].year
    first_name = month_name(months[0], months[0].year if is_within_a_year else None)
    return f"{first_name}–{month_name(months[-1], facts.spoken_year)}"


def _asides(facts: Figures, today: date | None) -> list[str]:
    preliminary = preliminary_label(facts, today)
    return [
        f"Planerat, räknas inte än: {phrases.write(facts, facts.planned)}." if facts.planned else "",
        f"Preliminärt {preliminary}." if preliminary else "",
        _followed(facts),
        _dropped(facts),
    ]


def _followed(facts: Figures) -> str:
    """Tell of a late start; where the row cannot be judged, the reason has told it."""
    first = facts.followed_from
    if first is None or not facts.start < first <= facts.last or facts.state is Standing.CANNOT_JUDGE:
        return ""
    return f"Följs här från {phrases.day(facts, first)}."


def _dropped(facts: Figures) -> str:
    first = facts.dropped_from
    return f"Avfört från och med {phrases.day(facts, first)}." if first and facts.is_dropped else ""


# Rows judged by their sum


def _not_started(facts: Figures) -> list[str]:
    goal = f"Mål: {phrases.goal_with_noun(facts)}." if facts.target is not None else f"{label(Standing.NO_TARGET)}."
    return [f"{phrases.begins(facts)}.", goal, *phrases.reckoned(facts)]


def _on_track(facts: Figures) -> list[str]:
    if facts.is_limit:
        room = (facts.target or 0) - facts.actual
        left = f"{phrases.write(facts, room)} kvar till gränsen" if room else "Gränsen är nådd men inte överskriden"
        return [
            *phrases.opening(facts),
            f"{left} den {phrases.day(facts, facts.judged_through)}.",
        ]
    if _is_over(facts):
        return [*phrases.opening(facts), f"{phrases.awaited(facts)}."]
    return [*phrases.opening(facts), f"{phrases.awaited(facts)}; {_safety(facts)}."]


def _is_over(facts: Figures) -> bool:
    """Tell whether the promise was dropped by the judged day, so that nothing more is asked for."""
    return bool(facts.is_dropped and facts.dropped_from and facts.dropped_from <= facts.judged_through + DAY)


def _safety(facts: Figures) -> str:
    late = facts.book_by
    if late and (facts.last_safe is None or facts.last_safe >= late):
        is_ahead = late > (facts.today or facts.judged_through)
        return f"boka en dag före {phrases.day(facts, late)}" if is_ahead else "ingen dag är bokad"
    if facts.last_safe is None:
        return f"{phrases.write(facts, facts.remaining or 0)} återstår"
    if facts.last_safe <= facts.judged_through:
        return "utfallet ligger precis på linjen" if facts.minutes else "dagen därpå behövs 1 till"
    if facts.today and facts.last_safe < facts.today:
        return f"utfallet räckte till {phrases.day(facts, facts.last_safe)}"
    return f"löftet klarar sig till {phrases.day(facts, facts.last_safe)} utan ny insats"


def _lagging(facts: Figures) -> list[str]:
    if facts.unbooked:
        left = counted(facts.days_left, "dag", "dagar")
        return [*phrases.opening(facts), f"Ingen dag bokad och {left} kvar{phrases.reckoned_from(facts)}."]
    missing = f"{phrases.write(facts, facts.missing or 0)} saknas"
    return [
        *phrases.opening(facts),
        f"{phrases.awaited(facts)}; {missing}.",
        "" if _is_over(facts) else _needed(facts),
        _was_safe(facts),
    ]


def _was_safe(facts: Figures) -> str:
    """Tell until when it was on track; nobody knows it of a day before it was followed."""
    safe, first = facts.last_safe, facts.followed_from
    is_known = safe and (first is None or first <= safe or first <= facts.start)
    return f"Låg i fas till och med {phrases.day(facts, safe)}." if safe and is_known else ""


def _needed(facts: Figures) -> str:
    goal, rest = phrases.write(facts, facts.target or 0), phrases.write(facts, facts.remaining or 0)
    days = f"{counted(facts.days_left, 'dag', 'dagar')}{phrases.reckoned_from(facts)}"
    return f"För {goal} behövs {rest} till på {days}{_pace(facts)}."


def _pace(facts: Figures) -> str:
    found = paces(facts)
    return f": {found[0]} mot hittills {found[1]}" if found else ""


def paces(facts: Figures) -> tuple[str, str] | None:
    """Return the pace needed with its unit, and the pace so far; null where there is nothing to compare.

    By week, or by month where less than one a week is needed; at least two of it must be left.
    """
    if not (facts.days_left and facts.days_elapsed and facts.remaining):
        return None
    needed, done = facts.remaining / facts.days_left, facts.actual / facts.days_elapsed
    for days, unit in ((_WEEK_DAYS, "i veckan"), (_MONTH_DAYS, "i månaden")):
        if needed * days >= 1 and facts.days_left >= 2 * days:
            return f"{_rate(facts, needed * days)} {unit}", _rate(facts, done * days)
    return None


def _rate(facts: Figures, rate: float) -> str:
    return duration(round(rate)) if facts.minutes else number(rate, 1)


def _reached(facts: Figures) -> list[str]:
    if facts.is_limit:
        return [
            *phrases.opening(facts),
            f"{phrases.the_interval(facts)} är slut och gränsen hölls.",
        ]
    is_range = facts.comparator is Comparator.RANGE
    over = facts.actual - ((facts.value_max if is_range else None) or facts.target or 0)
    more = f", {phrases.write(facts, over)} över målet" if over > 0 else ""
    return [*phrases.opening(facts), f"Måltalet uppnått{more}."]


def _not_reached(facts: Figures) -> list[str]:
    gap = (facts.target or 0) - facts.actual
    if facts.is_limit:
        return [
            *phrases.opening(facts),
            f"Gränsen är överskriden med {phrases.write(facts, -gap)}.",
        ]
    return [
        *phrases.opening(facts),
        f"{phrases.the_interval(facts)} är slut; {phrases.write(facts, gap)} saknas.",
    ]


_COUNTED: dict[Standing, Callable[[Figures], list[str]]] = {
    Standing.NOT_STARTED: _not_started,
    Standing.ON_TRACK: _on_track,
    Standing.SLIGHTLY_BEHIND: _lagging,
    Standing.BEHIND: _lagging,
    Standing.REACHED: _reached,
    Standing.NOT_REACHED: _not_reached,
    Standing.NO_TARGET: no_target,
    Standing.CANNOT_JUDGE: cannot_judge,
}
