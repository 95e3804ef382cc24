"""What a change of a promise would do, before it is saved: each row that moves, as it is and as it would be.

A row that the change leaves as it is is not told; every figure is the judgement's own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from loftdb.core.amendments import Effect
from loftdb.core.drafts import Difference
from loftdb.core.model import Agreement, Measure, Promise
from loftdb.core.periods import DAY, Period
from loftdb.view import phrases
from loftdb.view.bars import standing_badge
from loftdb.view.changes import sides
from loftdb.view.figures import Figures, figures
from loftdb.view.formats import listed, prose_date
from loftdb.view.markup import Child, Html, joined, tag
from loftdb.view.sentences import count_label, target_label
from loftdb.view.texts import revision as words
from loftdb.view.texts.targets import target_phrase

STYLE = """
.loft-page .loft-effect{list-style:none;margin:.5rem 0 1rem!important;padding:0!important}
.loft-effect>li{margin:0!important;padding:.6rem 0!important;font-size:1em;
border-top:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-effect>li:last-child{border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-page .loft-effect .loft-asks{margin:.2rem 0;grid-template-columns:repeat(auto-fit,minmax(min(100%,8rem),1fr))}
.loft-turn{display:inline-flex;flex-wrap:wrap;gap:.1rem .5rem;align-items:center}
"""

Counted = Mapping[int, tuple[Promise, Measure]]
"""The promise and the measure behind each number, as they would be."""


def effect(found: Sequence[Effect], changed: Agreement, promise: Promise, lead: str = "") -> Html:
    """Return every row that moves; those of other promises than ``promise`` are named. ``lead`` says the rest."""
    counted = {each.number: (own, each) for own in changed.promises for each in own.measures}
    rows = [tag("li", _line(each, counted, promise)) for each in found if each.before and each.after and _moves(each)]
    items = [*rows, *_added(found, counted), *_gone(found, counted)]
    body = tag("ul", *items, class_="loft-effect", role="list") if items else tag("p", words.UNCHANGED)
    return _page(tag("p", lead) if lead else None, body)


def wording(before: Promise, after: Promise) -> Html:
    """Return the old words beside the new."""
    fields = ("wording", "summary")
    differences = [Difference(each, getattr(before, each), getattr(after, each)) for each in fields]
    return _page(sides([each for each in differences if each.before != each.after]), tag("p", words.NO_NUMBERS))


def _page(*children: Html | None) -> Html:
    return tag("div", tag("h2", words.EFFECT), *children, class_="loft-page")


def _moves(effect: Effect) -> bool:
    before, after = _figures(effect)
    return [_goal(before), before.state, before.expected_floor, count_label(before)] != [
        _goal(after), after.state, after.expected_floor, count_label(after),
    ]  # fmt: skip


def _figures(effect: Effect) -> tuple[Figures, Figures]:
    return figures(effect.before or {}), figures(effect.after or {})


def _line(effect: Effect, counted: Counted, promise: Promise) -> Html:
    before, after = _figures(effect)
    own, measure = counted[effect.measure]
    course = _course(measure, Period.through(after.start, after.last), effect.year)
    return joined(
        tag("strong", _name(effect.year, own, promise)),
        tag("dl", *_facts(before, after), class_="loft-asks"),
        tag("p", f"{words.RECOMPUTED}: {course}.", class_="loft-small") if course else None,
    )


def _name(year: int | None, own: Promise, promise: Promise) -> str:
    when = words.WHOLE if year is None else str(year)
    return when if own.id == promise.id else f"{own.title}, {when[:1].lower()}{when[1:]}"


def _facts(before: Figures, after: Figures) -> Iterator[Html]:
    yield _fact(words.GOAL, _turn(_goal(before), _goal(after)))
    if before.expected_floor is not None and after.expected_floor is not None:
        counts = (phrases.write(each, each.expected_floor or 0) for each in (before, after))
        yield _fact(f"{words.EXPECTED} till och med {_through(after)}", _turn(*counts))
    yield _fact(words.ACTUAL, _turn(*(_actual(each) for each in (before, after))))
    badges = (standing_badge(each.state) for each in (before, after))
    yield _fact(words.STANDING, tag("span", *_both(*badges), class_="loft-turn"))


def _through(facts: Figures) -> str:
    return prose_date(min(facts.judged_through, facts.last), facts.spoken_year)


def _goal(facts: Figures) -> str:
    if facts.target is None:
        return words.NO_GOAL
    return target_label(facts) if facts.is_held else phrases.goal(facts, plain=True)


def _actual(facts: Figures) -> str:
    return count_label(facts) if facts.is_held or facts.is_unknown else phrases.actual(facts)


def _turn(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"


def _both(before: Html, after: Html) -> tuple[Child, ...]:
    return (after,) if before == after else (before, "→", after)


def _fact(name: str, value: Child) -> Html:
    return tag("div", tag("dt", name), tag("dd", tag("strong", value)))


def _added(found: Iterable[Effect], counted: Counted) -> Iterator[Html]:
    """Yield a line per year that the change adds, with the targets that it then holds."""
    rows: dict[int | None, list[str]] = {}
    for each in found:
        if each.after and not each.before and figures(each.after).target is not None:
            rows.setdefault(each.year, []).append(f"{counted[each.measure][0].title} ({target_label(each.after)})")
    for year, titles in rows.items():
        yield tag("li", tag("strong", f"{_when(year)} {words.ADDED}: "), f"{listed(titles)}.")


def _gone(found: Iterable[Effect], counted: Counted) -> Iterator[Html]:
    for each in found:
        if each.before and not each.after:
            title = counted[each.measure][0].title
            yield tag("li", tag("strong", f"{_when(each.year)} {words.GONE}: "), f"{title}.")


def _when(year: int | None) -> str:
    return words.WHOLE if year is None else str(year)


def _course(measure: Measure, days: Period, year: int | None) -> str:
    """Write ``minst 40 per år till och med 30 juni, minst 60 per år från och med 1 juli``; empty for a single one."""
    ends = (each.valid_from for each in measure.targets[1:])
    spans = [
        (target_phrase(target, measure.minutes), days & Period(target.valid_from, end or days.end))
        for target, end in zip_longest(measure.targets, ends)
    ]
    parts = [_part(phrase, span, year, is_first=span.start == days.start) for phrase, span in spans if span.days]
    return ", ".join(parts) if len(parts) > 1 else ""


def _part(phrase: str, span: Period, year: int | None, *, is_first: bool) -> str:
    said = phrase[:1].lower() + phrase[1:]
    if is_first:
        return f"{said} till och med {prose_date(span.end - DAY, year)}"
    return f"{said} från och med {prose_date(span.start, year)}"
