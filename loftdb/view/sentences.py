"""The arithmetic behind a row, in words that can be read aloud; nothing is computed here but rates and differences.

The forms follow the domain's 5.6, 5.7 and 5.9. A date's year is left out where it is the row's own year.
"""

from collections.abc import Callable
from datetime import date

from loftdb.core.model import Comparator, Standing
from loftdb.core.periods import DAY, Interval, Period, covers_all_but_a_month, next_month
from loftdb.view.figures import Figures, Row, figures
from loftdb.view.formats import counted, duration, month_name, months_listed, noun, number, prose_date, signed
from loftdb.view.texts.labels import label
from loftdb.view.texts.targets import NEUTER, amount_phrase, interval_phrase, interval_words

_WEEK_DAYS = 7
_MONTH_DAYS = 365.25 / 12
_HOUR_NOUNS = ("timme", "timmar", "tim", "minut", "minuter")
_COUNTING = ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def sentence(row: Row, today: date | None = None) -> str:
    """Say where the row stands and why; ``today`` (null: unknown) names the months of preliminary figures."""
    facts = figures(row)
    body = _held(facts) if facts.is_held else _COUNTED[facts.state](facts)
    return " ".join(part for part in (*body, *_asides(facts, today)) if part)


def count_label(row: Row) -> str:
    """Write ``55 av 80``, ``ca 15``, ``minst 55``, ``3 av 2``; for held rows ``88 av 93 veckor``."""
    facts = figures(row)
    if facts.is_held and not facts.completed:
        return f"0 avslutade {_unit(facts)[1]}"
    if facts.is_held:
        return f"{number(facts.held or 0)} av {counted(facts.completed or 0, *_unit(facts))}"
    if facts.target is None or facts.state is Standing.NO_TARGET:
        return _actual(facts)
    return f"{_actual(facts)} av {_goal(facts, plain=True)}"


def target_label(row: Row) -> str:
    """Write ``minst 80 per år``, or the recomputed number with what was promised; *Inget måltal* without a target."""
    facts = figures(row)
    promised = _promised(facts)
    if promised is None:
        return label(Standing.NO_TARGET)
    if facts.target_original is None or facts.target is None or facts.is_held:
        return promised
    return f"{_write(facts, facts.target)} ({_recomputed(facts)})"


def judged_label(row: Row) -> str:
    """Write ``Läge till och med 29 februari, avstämt``."""
    facts = figures(row)
    return judged_text(facts.judged_through, facts.signed, facts.year)


def judged_text(through: date, is_signed: bool, reference_year: int | None = None) -> str:
    """Say through which day something is judged, and whether that is signed off."""
    state = "avstämt" if is_signed else "inte avstämt"
    return f"Läge till och med {prose_date(through, reference_year)}, {state}"


def preliminary_label(row: Row, today: date | None = None) -> str:
    """Write ``+12 i mars``: what is logged after the judged day, by months where ``today`` is known; empty for none."""
    facts = figures(row)
    if not facts.preliminary:
        return ""
    amount = f"+{_write(facts, facts.preliminary)}" if facts.minutes else signed(facts.preliminary)
    if today is None or today <= facts.judged_through:
        return f"{amount} efter {_day(facts, facts.judged_through)}"
    return f"{amount} i {_months_after(facts, min(today, facts.last))}"


def _months_after(facts: Figures, through: date) -> str:
    first = facts.judged_through + DAY
    months = [first.replace(day=1)]
    while next_month(months[-1]) <= through:
        months.append(next_month(months[-1]))
    if len(months) <= 2:
        return months_listed(months, facts.year)
    return f"{month_name(months[0], facts.year)}–{month_name(months[-1], facts.year)}"


def _asides(facts: Figures, today: date | None) -> list[str]:
    late_start = facts.followed_from and facts.start < facts.followed_from <= facts.last
    preliminary = preliminary_label(facts, today)
    return [
        f"{_capital(_write(facts, facts.planned))} planerade räknas inte än." if facts.planned else "",
        f"Preliminärt {preliminary}." if preliminary else "",
        f"Följs här från {_day(facts, facts.followed_from)}." if late_start and facts.followed_from else "",
    ]


# Rows judged by their sum


def _not_started(facts: Figures) -> list[str]:
    goal = f"Mål: {_goal_with_noun(facts)}." if facts.target is not None else f"{label(Standing.NO_TARGET)}."
    return [f"Perioden börjar {_day(facts, facts.start)}.", goal, *_reckoned(facts)]


def _on_track(facts: Figures) -> list[str]:
    if facts.comparator is Comparator.AT_MOST:
        room = (facts.target or 0) - facts.actual
        left = f"{_write(facts, room)} kvar till gränsen" if room else "Gränsen är nådd men inte överskriden"
        return [_so_far(facts), *_reckoned(facts), f"{left} till och med {_day(facts, facts.judged_through)}."]
    return [_so_far(facts), *_reckoned(facts), f"{_awaited(facts)}; {_safety(facts)}."]


def _safety(facts: Figures) -> str:
    if facts.last_safe is None:
        return f"{_write(facts, facts.remaining or 0)} återstår"
    if facts.last_safe <= facts.judged_through:
        return "utfallet ligger precis på linjen" if facts.minutes else "dagen därpå behövs 1 till"
    return f"löftet klarar sig till {_day(facts, facts.last_safe)} utan ny insats"


def _lagging(facts: Figures) -> list[str]:
    if facts.unbooked:
        left = counted(facts.days_left, "dag", "dagar")
        return [_so_far(facts), *_reckoned(facts), f"Ingen dag bokad och {left} kvar."]
    was_safe = facts.last_safe and f"Låg i fas till och med {_day(facts, facts.last_safe)}."
    missing = f"{_write(facts, facts.missing or 0)} saknas"
    return [_so_far(facts), *_reckoned(facts), f"{_awaited(facts)}; {missing}.", _needed(facts), was_safe or ""]


def _needed(facts: Figures) -> str:
    goal, rest = _write(facts, facts.target or 0), _write(facts, facts.remaining or 0)
    return f"För {goal} behövs {rest} till på {counted(facts.days_left, 'dag', 'dagar')}{_pace(facts)}."


def _pace(facts: Figures) -> str:
    """Compare the paces by week, or by month where less than one a week is needed; by neither below one a month."""
    if not (facts.days_left and facts.days_elapsed and facts.remaining):
        return ""
    needed, done = facts.remaining / facts.days_left, facts.actual / facts.days_elapsed
    for days, unit in ((_WEEK_DAYS, "i veckan"), (_MONTH_DAYS, "i månaden")):
        if needed * days >= 1:
            return f": {_rate(facts, needed * days)} {unit} mot hittills {_rate(facts, done * days)}"
    return ""


def _rate(facts: Figures, rate: float) -> str:
    return duration(round(rate)) if facts.minutes else number(rate, 1)


def _reached(facts: Figures) -> list[str]:
    if facts.comparator is Comparator.AT_MOST:
        return [_so_far(facts), *_reckoned(facts), f"{_the_interval(facts)} är slut och gränsen hölls."]
    over = facts.actual - (facts.target or 0)
    more = f", {_write(facts, over)} över målet" if over > 0 else ""
    return [_so_far(facts), *_reckoned(facts), f"Måltalet uppnått{more}."]


def _not_reached(facts: Figures) -> list[str]:
    gap = (facts.target or 0) - facts.actual
    if facts.comparator is Comparator.AT_MOST:
        return [_so_far(facts), *_reckoned(facts), f"Gränsen är överskriden med {_write(facts, -gap)}."]
    return [_so_far(facts), *_reckoned(facts), f"{_the_interval(facts)} är slut; {_write(facts, gap)} saknas."]


def _no_target(facts: Figures) -> list[str]:
    through = min(facts.judged_through, facts.last)
    why = _not_by_year(facts) or f"{label(Standing.NO_TARGET)}."
    return [f"{_capital(_actual_with_noun(facts))} till och med {_day(facts, through)}.", why]


def _not_by_year(facts: Figures) -> str:
    promised = _promised(facts)
    return f"Målet, {promised}, bedöms inte år för år." if promised and facts.year is not None else ""


def _cannot_judge(facts: Figures) -> list[str]:
    start, is_held = facts.followed_from, facts.is_held
    why = "Det finns inget helt intervall att bedöma." if is_held else _not_by_year(facts)
    if start and start > facts.last:
        why = f"Löftet följs här från {_day(facts, start)}, och tiden före det bedöms inte."
    return [why, f"Registrerat: {_actual_with_noun(facts)}." if facts.actual else ""]


_COUNTED: dict[Standing, Callable[[Figures], list[str]]] = {
    Standing.NOT_STARTED: _not_started,
    Standing.ON_TRACK: _on_track,
    Standing.SLIGHTLY_BEHIND: _lagging,
    Standing.BEHIND: _lagging,
    Standing.REACHED: _reached,
    Standing.NOT_REACHED: _not_reached,
    Standing.NO_TARGET: _no_target,
    Standing.CANNOT_JUDGE: _cannot_judge,
}


# Rows judged by held intervals


def _held(facts: Figures) -> list[str]:
    if facts.state is Standing.NOT_STARTED:
        return [f"Perioden börjar {_day(facts, facts.start)}.", f"Mål: {_promised(facts)}."]
    if facts.state in (Standing.CANNOT_JUDGE, Standing.NO_TARGET):
        return _COUNTED[facts.state](facts)
    return [_held_share(facts), _missed(facts), _running(facts), _ahead(facts)]


def _held_share(facts: Figures) -> str:
    singular, plural = _unit(facts)
    if not facts.completed:
        return f"Inget {singular} är avslutat än." if _is_neuter(facts) else f"Ingen {singular} är avslutad än."
    return (
        f"{_capital(plural)}{_length(facts)} då löftet hölls: {number(facts.held or 0)} av {number(facts.completed)}."
    )


def _missed(facts: Figures) -> str:
    missed = (facts.completed or 0) - (facts.held or 0)
    if not missed:
        return ""
    verb = "missade" if missed > 1 else "missat" if _is_neuter(facts) else "missad"
    gap = facts.longest_gap or 0
    longest = f" Längsta uppehållet är {counted(gap, *_unit(facts))}." if gap > 1 else ""
    is_over = facts.completed == facts.intervals
    lost = "" if is_over else f"; alla {_unit(facts)[1]} kan inte längre hållas"
    return f"{counted(missed, *_unit(facts))} {verb}{lost}.{longest}"


def _running(facts: Figures) -> str:
    """Explain a row that lags although every completed interval was held: the running one does (section 4)."""
    lags = facts.state in (Standing.SLIGHTLY_BEHIND, Standing.BEHIND)
    if not lags or facts.held != facts.completed:
        return ""
    return f"{'Det' if _is_neuter(facts) else 'Den'} {_unit(facts)[0]} som pågår ligger efter."


def _ahead(facts: Figures) -> str:
    left = (facts.intervals or 0) - (facts.completed or 0)
    if left:
        return f"{counted(left, *_unit(facts))} återstår."
    return f"Alla {_unit(facts)[1]} är hållna." if facts.state is Standing.REACHED else ""


def _unit(facts: Figures) -> tuple[str, str]:
    """Return the singular and plural of what is held: the interval, or a window of several."""
    singular, plural, _ = interval_words(_interval(facts) if facts.every == 1 else Interval.TERM)
    return singular, plural


def _length(facts: Figures) -> str:
    if facts.every == 1:
        return ""
    length = _COUNTING[facts.every - 2] if facts.every - 2 < len(_COUNTING) else str(facts.every)
    return f" om {length} {interval_words(_interval(facts))[1]}"


def _is_neuter(facts: Figures) -> bool:
    return facts.every == 1 and facts.interval in NEUTER


# Parts of sentences


def _so_far(facts: Figures) -> str:
    return f"{_capital(_actual(facts))} av {_goal_with_noun(facts)}."


def _awaited(facts: Figures) -> str:
    return f"Till och med {_day(facts, facts.judged_through)} väntades {_write(facts, facts.expected_floor or 0)}"


def _actual(facts: Figures) -> str:
    prefix = "minst " if facts.at_least else "ca " if facts.estimated else ""
    return f"{prefix}{_write(facts, facts.actual)}"


def _actual_with_noun(facts: Figures) -> str:
    return f"{_actual(facts)}{_noun(facts, facts.actual)}"


def _goal(facts: Figures, plain: bool = False) -> str:
    """Write the goal as an amount; "minst" is left out when ``plain``, or after an actual that is "minst" itself."""
    comparator = facts.comparator or Comparator.AT_LEAST
    if comparator is Comparator.AT_LEAST and (plain or facts.at_least):
        comparator = Comparator.EXACTLY
    if facts.target_original is not None:
        comparator = Comparator.EXACTLY if comparator is Comparator.RANGE else comparator
    return amount_phrase(comparator, facts.target or 0, facts.value_max, facts.minutes)


def _goal_with_noun(facts: Figures) -> str:
    return f"{_goal(facts)}{_noun(facts, facts.target or 0)}"


def _noun(facts: Figures, count: int) -> str:
    if facts.minutes:
        return "" if facts.plural in _HOUR_NOUNS else f" {facts.plural}"
    return f" {noun(count, facts.singular, facts.plural)}"


def _promised(facts: Figures) -> str | None:
    """Write what the text promises: ``minst 80 per år``."""
    value = facts.value if facts.value is not None else facts.target
    if value is None:
        return None
    amount = amount_phrase(facts.comparator or Comparator.AT_LEAST, value, facts.value_max, facts.minutes)
    return f"{'i snitt ' if facts.average else ''}{amount} {interval_phrase(_interval(facts), facts.every)}"


def _reckoned(facts: Figures) -> list[str]:
    """Show the promised number beside a goal that was reckoned from it (5.3, 5.14, averages)."""
    if facts.average:
        return [f"Mål {_write(facts, facts.target or 0)} ({_promised(facts)})."]
    if facts.target_original is None:
        return []
    return [f"Mål {_write(facts, facts.target or 0)} ({_recomputed(facts)})."]


def _recomputed(facts: Figures) -> str:
    promised = f"{_write(facts, facts.target_original or 0)} {interval_phrase(_interval(facts), facts.every)}"
    if facts.year is not None and not covers_all_but_a_month(Period.through(facts.start, facts.last), 12):
        return f"{promised}, omräknat till {facts.days_total} av {Period.year(facts.year).days} dagar"
    return f"från början {promised}, ändrat och omräknat efter dagar"


def _the_interval(facts: Figures) -> str:
    return _capital(interval_words(Interval.TERM if facts.year is None else Interval.YEAR)[2])


def _interval(facts: Figures) -> Interval:
    return facts.interval or (Interval.TERM if facts.year is None else Interval.YEAR)


def _write(facts: Figures, count: int) -> str:
    return duration(count) if facts.minutes else number(count)


def _day(facts: Figures, day: date) -> str:
    return prose_date(day, facts.year)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
