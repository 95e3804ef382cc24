"""*Att säga på mötet*: three sentences of a promise, from the figures that are shown and nothing else.

The first says what is promised and how far it is, the second what that means, the third why, or what the council is
to decide or to ask.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from loftdb.core.meetings.agenda import Item
from loftdb.core.meetings.shown import Shown
from loftdb.core.model import PromiseKind, Standing, Status
from loftdb.core.progress import signers
from loftdb.view import meeting_phrases as spoken
from loftdb.view import phrases
from loftdb.view.figures import Figures, figures
from loftdb.view.formats import counted, listed, noun, number
from loftdb.view.meeting_reasons import why
from loftdb.view.rows import laggards_first
from loftdb.view.sentences import paces
from loftdb.view.texts import meeting_item as words
from loftdb.view.texts.labels import label
from loftdb.view.unjudged import cannot_judge, no_target

Speech = tuple[str, str, str]


def speech(item: Item, shown: Shown) -> Speech:
    """Return the three sentences."""
    rows = told_rows(item, shown)
    return _counted(item, shown, rows) if rows else _worded(item, shown)


def told_rows(item: Item, shown: Shown) -> list[Figures]:
    """Return the rows that are told, the most urgent first: those of the meeting's year, else those of the term.

    After the agreement has ended they are those of its last year.
    """
    every = [replace(figures(row), today=shown.today) for row in item.rows]
    yearly = [row for row in every if row.year is not None]
    return laggards_first(yearly or every)


def _counted(item: Item, shown: Shown, rows: Sequence[Figures]) -> Speech:
    main = rows[0]
    is_open = main.value is None and main.target is None
    second = _without_target(item, shown, main) if is_open else _means(main, shown)
    dropped = _dropped(item, shown)
    if len(rows) > 1 and not dropped and not is_open:
        second = f"{phrases.capital(main.plural)}: {second[0].lower()}{second[1:]}"
    first = spoken.first_sentence(item.promise.summary) if is_open else _promised(item, shown, rows)
    return first, dropped or second, why(item, shown, main)


# The first sentence of a number


def _promised(item: Item, shown: Shown, rows: Sequence[Figures]) -> str:
    main, owner = rows[0], spoken.owner(item.promise)
    several = [row for row in rows if row.target is not None and not row.is_held and row.is_begun]
    if len(several) > 1 and len(several) == len(rows) and not any(map(_is_reckoned, rows)):
        goals, counts = listed(map(spoken.goal, rows)), listed(map(spoken.actual, rows))
        promised = f"{owner} har lovat {goals}" if owner else f"Löftet är {goals}"
        return f"{promised} {spoken.span(main)}, och {_by(main, shown)} har det blivit {counts}."
    if _is_reckoned(main):
        promised = (
            f"Målet {_for(main)} är {spoken.goal(main)}, omräknat från {spoken.reckoned(main, item.promise.measures)}"
        )
    else:
        promised = f"{owner} har lovat {spoken.promised(main)}" if owner else f"Löftet är {spoken.promised(main)}"
    return f"{promised}, {', '.join(_how_far(item, shown, main))}."


def _is_reckoned(row: Figures) -> bool:
    return not row.is_held and row.target is not None and (row.target_original is not None or row.average)


def _for(row: Figures) -> str:
    return f"för {row.year}" if row.year else "för hela perioden"


def _how_far(item: Item, shown: Shown, row: Figures) -> list[str]:
    if row.state is Standing.NOT_STARTED or not row.is_begun:
        is_ahead = row.start > shown.today
        return [f"och det gäller från {_day(row.start, shown)}" if is_ahead else words.NOTHING_SIGNED]
    if row.state is Standing.CANNOT_JUDGE:
        return [words.NOT_JUDGED]
    return [_so_far(row, shown), *_lacking(item, shown, row)]


def _so_far(row: Figures, shown: Shown) -> str:
    if row.is_held:
        return _held_so_far(row, shown)
    is_over = row.judged_through >= row.last
    if not row.actual and not row.is_limit:
        return words.NOTHING_WAS_DONE if is_over else f"och {_by(row, shown)} {words.NOTHING_DONE}"
    if is_over:
        return f"och det blev {spoken.actual(row)}"
    return f"och {_by(row, shown)} har det blivit {spoken.actual(row)}"


def _held_so_far(row: Figures, shown: Shown) -> str:
    if not row.completed:
        none = "inget" if phrases.is_neuter(row) else "ingen"
        return f"och {none} {phrases.unit(row)[0]} är {'avslutat' if none == 'inget' else 'avslutad'} än"
    kept = f"{number(row.held or 0)} av {counted(row.completed, *phrases.unit(row))}"
    return f"och {_by(row, shown)} hölls löftet {kept}{f' {spoken.span(row)}' if row.year else ''}"


def _by(row: Figures, shown: Shown) -> str:
    return f"till och med {_day(min(row.judged_through, row.last), shown)}"


def _day(on: date, shown: Shown) -> str:
    return spoken.day(on, shown.day.year)


def _lacking(item: Item, shown: Shown, row: Figures) -> list[str]:
    """Tell of the row's months that somebody who reports the promise has not signed off in time."""
    if row.judged_through >= row.last and (row.at_least or row.estimated):  # a published figure needs no months
        return []
    parties = signers(item.promise)
    own = (each for each in shown.lacking() if each.agreement == item.agreement.id and each.party in parties)
    months = sorted({month for each in own for month in each.months if row.start <= month <= row.last})
    return [words.unsigned(spoken.months(months, shown.day.year))] if months else []


# The second sentence: what it means


def _means(row: Figures, shown: Shown) -> str:
    if row.state is Standing.CANNOT_JUDGE:
        return _one(cannot_judge(row)[0])
    if row.state is Standing.NOT_STARTED or not row.is_begun:
        return words.NOTHING_TO_JUDGE
    return _held(row, shown) if row.is_held else _SUMS[row.state](row, shown)


def _one(text: str) -> str:
    """Return a text of the arithmetic as one sentence."""
    return spoken.first_sentence(text)


def _on_track(row: Figures, shown: Shown) -> str:
    if row.is_limit:
        room = (row.target or 0) - row.actual
        return f"Gränsen är inte passerad; {spoken.amount(row, room)} kvar till den." if room else "Gränsen är nådd."
    expected = row.expected_floor or 0
    awaited = f"Då väntades {spoken.amount(row, expected)}" if expected else "Inget väntades än"
    if row.last < shown.today:
        return f"{awaited}, så löftet var i fas då, men {_over(row, shown)}."
    return f"{awaited}, så löftet är i fas{_safe(row, shown)}."


def _safe(row: Figures, shown: Shown) -> str:
    safe, late = row.last_safe, row.book_by
    if late and (safe is None or safe >= late):
        return (
            f", men en dag behöver bokas före {_day(late, shown)}" if shown.today < late else ", men ingen dag är bokad"
        )
    if row.planned and row.planned >= (row.remaining or 0):
        return ", och det som återstår är inbokat"
    if safe is None or safe >= row.last:
        return ""
    if safe <= row.judged_through:
        return " men behöver mer genast"
    if safe < shown.day:
        return f", och det som var gjort räckte till {_day(safe, shown)}"
    return f" och klarar sig till {_day(safe, shown)} utan ny insats"


def _over(row: Figures, shown: Shown) -> str:
    """Tell that the time has passed beyond what is signed off, or beyond the day that a person picked."""
    over = f"{phrases.the_interval(row).lower()} är slut"
    return f"{over} sedan dess" if shown.judged_on else f"{over} och resten är inte avstämd"


def _lags(row: Figures, shown: Shown) -> str:
    left = counted(row.days_left, "dag", "dagar")
    if row.unbooked:
        return f"Ingen dag är bokad, och {left} återstod."
    awaited, missing = (spoken.amount(row, each or 0) for each in (row.expected_floor, row.missing))
    missing = f"Då väntades {awaited}, så {missing} saknas"
    if row.judged_through < row.last < shown.today:
        return f"{missing}, men {_over(row, shown)}."
    if not row.remaining or not row.days_left:
        return f"{missing}."
    need = f"för att nå {spoken.amount(row, row.target or 0)} behövs {spoken.amount(row, row.remaining)} till"
    return f"{missing}, och {need} på de {left} som återstod{_pace(row)}."


def _pace(row: Figures) -> str:
    found = None if row.minutes else paces(row)
    return f", alltså {found[0]} mot hittills {found[1]}" if found else ""


def _reached(row: Figures, _: Shown) -> str:
    if row.is_limit:
        return f"{phrases.the_interval(row)} är slut och gränsen hölls."
    over = row.actual - (row.value_max if row.value_max and row.target_original is None else row.target or 0)
    return f"Måltalet är uppnått{f', med {spoken.amount(row, over)} över målet' if over > 0 else ''}."


def _not_reached(row: Figures, _: Shown) -> str:
    gap = (row.target or 0) - row.actual
    if row.is_limit:
        return f"Gränsen är passerad med {spoken.amount(row, -gap)}."
    return f"{phrases.the_interval(row)} är slut, och {spoken.amount(row, gap)} saknas till målet."


_SUMS: dict[Standing, Callable[[Figures, Shown], str]] = {
    Standing.ON_TRACK: _on_track,
    Standing.SLIGHTLY_BEHIND: _lags,
    Standing.BEHIND: _lags,
    Standing.REACHED: _reached,
    Standing.NOT_REACHED: _not_reached,
}


def _held(row: Figures, shown: Shown) -> str:
    one, several = phrases.unit(row)
    missed, left = (row.completed or 0) - (row.held or 0), (row.intervals or 0) - (row.completed or 0)
    ahead = f"{counted(left, one, several)} {'återstod' if row.last >= shown.today else _not_told(row, left, shown)}"
    if not missed:
        whole = f"Löftet hölls alla {several}" if row.completed else "Det finns inget att bedöma än"
        return f"{whole}, och {ahead}." if left else f"{whole}."
    lost = f"{counted(missed, one, several)} missades"
    return f"{lost}, så löftet kan inte längre hållas alla {several}, och {ahead}." if left else f"{lost}."


def _not_told(row: Figures, left: int, shown: Shown) -> str:
    word = "bedöm" if shown.judged_on else "avstäm"
    one = f"{word}t" if phrases.is_neuter(row) else f"{word}d"
    return f"är inte {noun(left, one, f'{word}da')}"


def _without_target(item: Item, shown: Shown, row: Figures) -> str:
    if row.is_unknown:
        return _one(no_target(row)[0])
    if not row.is_begun:
        return words.NOTHING_TO_JUDGE
    before, lacking = _year_before(row, shown), _lacking(item, shown, row)
    against = [_against(row, before)] if before and not lacking else lacking
    many = f"{spoken.actual(row)}{phrases.noun_after(row, row.actual)}"
    if row.judged_through >= row.last:
        told = f"Det blev {many} {spoken.span(row)}" if row.actual else f"Inget blev gjort {spoken.span(row)}"
    elif row.actual:
        told = f"{phrases.capital(_by(row, shown))} har det blivit {many} {spoken.span(row)}"
    else:
        told = f"{phrases.capital(_by(row, shown))} är inget gjort {spoken.span(row)}"
    return f"{', '.join([told, *against])}."


def _against(row: Figures, before: Figures) -> str:
    if not before.actual:
        return f"{'mot inga under hela' if row.actual else 'och inte heller under'} {before.year}"
    return f"mot {spoken.actual(before)} under hela {before.year}"


def _year_before(row: Figures, shown: Shown) -> Figures | None:
    same = (each for each in shown.rows if each["number"] == row.number and row.year and each["year"] == row.year - 1)
    return next((facts for facts in map(figures, same) if not facts.is_unknown), None)


def _dropped(item: Item, shown: Shown) -> str:
    first = item.promise.dropped_from
    if first is None:
        return ""
    verb = "är avfört" if first <= shown.day else "avförs"
    return f"Löftet {verb} från och med {_day(first, shown)}."


# A promise that is told in words


def _worded(item: Item, shown: Shown) -> Speech:
    first = spoken.first_sentence(item.promise.summary)
    return first, _dropped(item, shown) or _said(item, shown), why(item, shown, None)


def _said(item: Item, shown: Shown) -> str:
    if item.word is None:
        return _outside(item, shown)
    if item.promise.kind is PromiseKind.LIST and not item.promise.items:
        return words.EMPTY_LIST
    said = item.word.said
    if said is None:
        return _outside(item, shown)
    covered = _covered(item)
    done = spoken.first_sentence(said.done) if not covered else ""
    told = _standing(said.status, covered)
    opening = f"Enligt uppdateringen {_day(said.on, shown)}"
    if not told:
        return f"{opening}: {done}" if done else f"Den senaste uppdateringen är från {_day(said.on, shown)}."
    return f"{opening} {told}: {done}" if done else f"{opening} {told}."


def _standing(status: Status | None, covered: str) -> str:
    """Write ``är arbetet försenat``, or ``är 1 av 2 på listan klara, och arbetet pågår löpande``."""
    if status is None:
        return covered
    name = "inte påbörjat" if status is Status.NOT_BEGUN else label(status).lower()
    verb = "pågår" if status is Status.ONGOING else "är"
    return f"{covered}, och arbetet {verb} {name}" if covered else f"{verb} arbetet {name}"


def _covered(item: Item) -> str:
    known = {each.key for each in item.promise.items}
    covered = known & set(item.word.said.covered) if item.word and item.word.said else set()
    return f"är {number(len(covered))} av {number(len(known))} på listan klara" if known else ""


def _outside(item: Item, shown: Shown) -> str:
    """Tell of a promise that nothing is said of, and whose agreement may be over or ahead."""
    period = item.agreement.period
    if shown.day >= period.end:
        return f"Medborgarlöftet gällde till och med {_day(period.last, shown)}."
    start = max(period.start, item.promise.joined or period.start)
    return f"Löftet gäller från och med {_day(start, shown)}." if shown.day < start else words.NEVER_SAID
