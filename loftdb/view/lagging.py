"""*Löften som släpar efter*: each promise with what it takes, in figures and in its sentence; never a total score.

Colour stands with a shape and a word, and every läge with the arithmetic behind it and what was written of it.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from loftdb.core.arrears import Lag, Silent, Stale
from loftdb.core.deviations import Deviation
from loftdb.core.duties import DutyState
from loftdb.core.model import Promise, Standing
from loftdb.view import functions, phrases, request
from loftdb.view.bars import standing_badge, symbol
from loftdb.view.duties import duty_name, next_text, stage_badge
from loftdb.view.figures import Figures, figures
from loftdb.view.forecast import chance_text, range_text
from loftdb.view.formats import counted, number, prose_date
from loftdb.view.held import missed_word
from loftdb.view.markup import Html, joined, page_link, tag
from loftdb.view.overview import unreported_phrase
from loftdb.view.rows import Link, count_chips
from loftdb.view.sentences import paces, sentence, target_label
from loftdb.view.texts import lagging as words
from loftdb.view.texts.labels import label, parties_label

STYLE = """
.loft-page ul.loft-lags{list-style:none;margin:0!important;padding:0!important}
.loft-lags>li{margin:0!important;padding:1.1rem 0 .75rem!important;font-size:1em;
border-top:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-lags>li:last-child{border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-lag-head{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;justify-content:space-between;align-items:baseline}
.loft-lag-head a{font-weight:600;font-size:1.125em;overflow-wrap:anywhere;display:inline-block;padding:.2rem 0}
.loft-page .loft-asks{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));
gap:.6rem 1.5rem;margin:.6rem 0}
.loft-asks dt{font-size:.875em;opacity:.85;font-weight:400}
.loft-asks dd{margin:0}
.loft-lags .loft-why{max-width:60rem;margin-top:.35rem}
.loft-lags>.loft-quiet{padding:.4rem 0!important}
.loft-quiet .loft-lag-ways>details{flex:1 1 auto}
@media (min-width:48rem){.loft-quiet{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,3fr) minmax(0,4fr);
gap:0 1.5rem;align-items:center}}
.loft-lag-ways{display:flex;flex-wrap:wrap;gap:0 2rem;align-items:flex-start}
.loft-lag-ways>a{padding:.6rem 0}
.loft-lag-ways>details{flex:1 1 14rem;max-width:46rem}
.loft-good{display:flex;gap:.6rem;align-items:baseline;font-weight:600}
.loft-good+p{margin-top:.25rem}
.loft-more{display:inline-flex;align-items:center;min-height:2.75rem}
@media (max-width:40rem){.loft-page .loft-asks{grid-template-columns:1fr 1fr}}
@media (forced-colors:active){.loft-lags>li{border-color:CanvasText}}
@media print{.loft-lags>li{break-inside:avoid}.loft-lag-ways{display:none}}
"""


@dataclass(frozen=True)
class Ways:
    """The addresses that the list leads to."""

    promise: Link
    deviation: Callable[[Lag], str | None]
    """Where its deviation is written; null: not by this actor."""
    duty: Callable[[DutyState], str]
    function: Callable[[Promise], str | None] = lambda _: None
    """Where the function that answers for it is said; null: not by this actor."""


@dataclass(frozen=True)
class Part:
    """One heading of the page and the rows under it."""

    title: str
    note: str
    total: int
    rows: tuple[Html, ...]
    """At most as many as are shown at once."""
    more: Html | None
    """The way to the others."""
    nothing: str
    """What is said when there are none."""
    is_good: bool = True
    """Whether that is good news."""


def head(lags: Iterable[Lag], where: str | None, back: Html | None) -> Html:
    """Return title, what the page is, and how many promises stand where; ``where``: what was chosen, for the paper."""
    worst: dict[str, Standing] = {}
    for lag in lags:
        state = Standing(lag.row["state"])
        worst[lag.promise.id] = state if state is Standing.BEHIND else worst.get(lag.promise.id, state)
    chips = count_chips(Counter(worst.values())) if worst else None
    lead = tag("p", words.LEAD, class_="loft-known")
    place = tag("p", where, class_="loft-kicker") if where else None
    return tag("div", tag("header", place, tag("h1", words.TITLE), lead, chips, back), class_="loft-page")


def way(text: str, address: str) -> Html:
    """Return a link of its own line."""
    return page_link(address, text, class_="loft-link loft-more")


def parts(found: Iterable[Part]) -> Html:
    """Return every heading with its rows, or with the good news."""
    return tag("div", *(_part(each) for each in found), class_="loft-page")


def _part(part: Part) -> Html:
    header = tag("header", tag("h2", part.title), tag("p", part.note) if part.rows and part.note else None)
    body = tag("ul", *part.rows, class_="loft-lags", role="list", aria_label=part.title)
    nothing = good_news(part.nothing) if part.is_good else tag("p", part.nothing)
    return tag("section", header, body if part.rows else nothing, part.more, class_="loft-part")


def good_news(text: str) -> Html:
    """Return a sentence with the mark of what is reached."""
    first, _, rest = text.partition(". ")
    said = first if not rest else f"{first}."
    line = tag("p", symbol(Standing.REACHED), tag("span", said), class_="loft-good")
    return joined(line, tag("p", rest) if rest else None)


def lag_item(lag: Lag, ways: Ways, today: date) -> Html:
    """Return one promise that lags: what is missing, what it takes, how long it can wait, and why."""
    facts = figures(lag.row)
    where = (lag.agreement.home.name, parties_label(facts.parties, lag.promise.third_parties), target_label(facts))
    small = " · ".join((*where, *([str(facts.year)] if facts.year else [])))
    lacking = unreported_phrase(lag.unreported, today.year)
    return tag(
        "li",
        _head(lag.promise.title, ways.promise(lag.promise.id, facts.year), small, standing_badge(facts.state)),
        functions.line(lag.promise.function, ways.function(lag.promise)),
        tag("dl", *_asks(lag, facts, today), class_="loft-asks"),
        tag("p", sentence(facts, today), class_="loft-why"),
        _condition(lag.promise),
        tag("p", f"{lacking}.", class_="loft-why loft-lacking") if lacking else None,
        told(lag.deviation, today=today),
        _ways(ways.deviation(lag), lag, request.of_lag(lag, today)),
    )


def _condition(promise: Promise) -> Html | None:
    if promise.conditional is None:
        return None
    return tag("p", tag("strong", f"{words.CONDITIONAL}: "), promise.conditional, class_="loft-why")


def _head(title: str, address: str, small: str, state: Html | None) -> Html:
    link = page_link(address, title)
    return joined(tag("div", link, state, class_="loft-lag-head"), tag("span", small, class_="loft-small"))


def _asks(lag: Lag, facts: Figures, today: date) -> Iterable[Html]:
    yield _fact(words.MISSING, *_missing(lag, facts))
    yield _fact(words.NEEDED, *(_needed_held(lag, facts) if facts.is_held else _needed(facts)))
    yield _fact(words.TIME, *(_time_held(lag, facts) if facts.is_held else _time(lag, facts, today)))
    name = words.CHANCE_HELD if facts.is_held and not facts.probability else words.CHANCE
    yield _fact(name, *_chance(lag.promise, facts))


def _fact(name: str, value: str, small: str = "") -> Html:
    under = tag("span", small, class_="loft-small") if small else None
    return tag("div", tag("dt", name), tag("dd", tag("strong", value), under))


def _missing(lag: Lag, facts: Figures) -> tuple[str, str]:
    if facts.is_held:
        return counted(lag.missing, *phrases.unit(facts)), missed_word(facts, lag.missing)
    safe = f"i fas till och med {phrases.day(facts, lag.last_safe)}" if lag.last_safe else ""
    return f"{phrases.write(facts, lag.missing)}{phrases.noun_after(facts, lag.missing)}", safe


def _needed(facts: Figures) -> tuple[str, str]:
    found = paces(facts)
    if found:
        return found[0], f"hittills {found[1]}"
    amount = f"{phrases.write(facts, facts.remaining or 0)} till"
    return amount, f"på {counted(facts.days_left, 'dag', 'dagar')}{phrases.reckoned_from(facts)}"


def _needed_held(lag: Lag, facts: Figures) -> tuple[str, str]:
    """Say how many of the intervals left must be held for *I fas*."""
    left = (facts.intervals or 0) - (facts.completed or 0)
    so_far = f"hittills {number(facts.held or 0)} av {number(facts.completed or 0)}"
    needed = min(left, left - (lag.spare or 0))
    return f"{number(needed)} av {counted(left, *phrases.unit(facts))}", so_far


def _time(lag: Lag, facts: Figures, today: date) -> tuple[str, str]:
    if lag.slack_weeks < 0 or lag.last_start is None:
        return words.NO_TIME, words.FASTER.format(day=phrases.day(facts, lag.last_start)) if lag.last_start else ""
    can = "kan" if lag.last_start >= today else "kunde"
    return counted(lag.slack_weeks, "arbetsvecka", "arbetsveckor"), f"{can} vänta till {prose_date(lag.last_start)}"


def _time_held(lag: Lag, facts: Figures) -> tuple[str, str]:
    spare, unit = lag.spare or 0, phrases.unit(facts)
    if spare < 0:
        return words.NO_TIME, f"missat {counted(-spare, *unit)} för mycket för att bli I fas"
    return counted(spare, *unit), "till får missas"


def _chance(promise: Promise, facts: Figures) -> tuple[str, str]:
    if facts.low is None or facts.high is None or facts.probability is None:
        return words.NO_FORECAST, _no_chance(promise, facts)
    whole = (facts.intervals if facts.is_held else facts.target) or 0
    span = f"{range_text(facts.low, facts.high)} av {number(whole)}"
    if facts.is_held and not facts.probability:
        return span, "i nuvarande takt"
    return chance_text(facts.probability), f"i nuvarande takt {span}"


def _no_chance(promise: Promise, facts: Figures) -> str:
    """Say why there is no forecast."""
    if promise.sensitive:
        return words.NOT_OF_SENSITIVE
    if facts.minutes and not facts.is_held:
        return words.NOT_OF_TIME
    if facts.target is not None and (facts.expected_floor or 0) >= facts.target:
        return words.ALL_EXPECTED
    return words.NO_FORECAST_WHY if facts.signed else words.NOTHING_SIGNED


def told(deviation: Deviation | None, named: bool = True, today: date | None = None) -> Html:
    """Return *Avvikelse och orsak*: the public text, and the internal one for those who may read it.

    ``named``: it says what it is, as where no heading does. ``today`` (null: not asked) tells an acceptance run out.
    """
    name = tag("strong", f"{words.DEVIATION}: ") if named else None
    if deviation is None or not (deviation.public or deviation.internal):
        return tag("p", name, words.NOT_WRITTEN, class_="loft-why")
    public = tag("p", name, deviation.public or words.NOT_PUBLIC, _accepted(deviation, today), class_="loft-why")
    internal = tag("p", tag("strong", f"{words.INTERNAL}: "), deviation.internal, class_="loft-why")
    return joined(public, internal if deviation.internal else None)


def _accepted(deviation: Deviation, today: date | None) -> str | None:
    """Say which function has accepted the deviation, until when, and that this time is over; null: none has."""
    if not deviation.decided_by:
        return None
    until = f"till och med {prose_date(deviation.accepted_until)}" if deviation.accepted_until else "tills vidare"
    is_over = today is not None and not deviation.is_accepted(today)
    return f" {words.ACCEPTED} {deviation.decided_by}, {until}{words.RUN_OUT if is_over else ''}."


def _ways(write: str | None, lag: Lag, text: str) -> Html:
    name = words.CHANGE if lag.deviation else words.WRITE
    link = page_link(write, name) if write else None
    subject = f"{lag.promise.title}, {lag.agreement.home.name}"
    return tag("div", link, request.request(text, subject), class_="loft-lag-ways")


def silent_item(silent: Silent, ways: Ways) -> Html:
    """Return a promise of which nothing was logged for longer than its own interval allows."""
    last = f"Senast {prose_date(silent.last)}" if silent.last else words.NEVER_LOGGED
    small = f"{silent.agreement.home.name} · {_owners(silent.promise)} · {silent.measure.plural}"
    address = ways.promise(silent.promise.id, None)
    return _quiet(silent.promise.title, address, (small, last, silent.agreement.home.name), request.of_silent(silent))


def stale_item(stale: Stale, ways: Ways) -> Html:
    """Return a promise told in words that nobody has updated for long."""
    update, home = stale.update, stale.agreement.home.name
    status = f"{label(update.status)}, " if update and update.status else ""
    last = f"{status}{prose_date(update.on)}" if update else words.NEVER_UPDATED
    small = f"{home} · {_owners(stale.promise)}"
    address = ways.promise(stale.promise.id, None)
    return _quiet(stale.promise.title, address, (small, last, home), request.of_stale(stale))


def _owners(promise: Promise) -> str:
    """Name the parties, and the function where it is known."""
    owners = parties_label(promise.parties, promise.third_parties)
    return f"{owners} ({promise.function})" if promise.function else owners


def _quiet(title: str, address: str, said: tuple[str, str, str], text: str) -> Html:
    small, last, home = said
    ways = tag("div", request.request(text, f"{title}, {home}"), class_="loft-lag-ways")
    return tag("li", tag("div", _head(title, address, small, None)), tag("span", last), ways, class_="loft-quiet")


def duty_item(state: DutyState, ways: Ways, today: date) -> Html:
    """Return a follow-up that is overdue."""
    name, small = duty_name(state), f"{state.agreement.home.name} · {state.duty.to_whom}"
    ask = request.request(request.of_duty(state, today), f"{name}, {state.agreement.home.name}")
    return tag(
        "li",
        _head(name, ways.duty(state), small, stage_badge(state.stage)),
        tag("p", next_text(state, today), class_="loft-why"),
        tag("div", ask, class_="loft-lag-ways"),
    )
