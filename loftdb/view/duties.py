"""*Uppföljningar* as rows, what comes next first, and one of them with its history; shape and word say each state."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from loftdb.core.duties import DutyMark, DutyStage, DutyState
from loftdb.core.meetings.shown import OwedDuty
from loftdb.core.model import Agreement, Duty, DutyRecurrence
from loftdb.core.moments import local
from loftdb.core.periods import DAY, Period
from loftdb.view import shell
from loftdb.view.formats import counted, month_name, noun, number, prose_date
from loftdb.view.markup import Html, joined, page_link, tag
from loftdb.view.rows import listing
from loftdb.view.texts import duties as words
from loftdb.view.texts.labels import label

Link = Callable[[DutyState], str]
"""The address of one occasion."""

HUES = {
    DutyStage.UPCOMING: "#7b8494",
    DutyStage.PREPARE: "#2f78d0",
    DutyStage.PERFORM: "#2f78d0",
    DutyStage.PASSED: "#b87400",
    DutyStage.OVERDUE: "#d9483b",
    DutyStage.DONE: "#2e8b57",
}

_SHAPES = {  # paths in a box of 16 by 16; the second member tells whether the path is filled
    DutyStage.UPCOMING: ("M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z", False),
    DutyStage.PREPARE: ("M4 2.5l9 5.5l-9 5.5z", False),
    DutyStage.PERFORM: ("M4 2.5l9 5.5l-9 5.5z", True),
    DutyStage.PASSED: ("M8 2l6.5 12h-13z", False),
    DutyStage.OVERDUE: ("M8 1.5l7 13H1z", True),
    DutyStage.DONE: ("M2 8.5l4 4.5l8-10", False),
}

STYLE = (
    "".join(f".loft-d-{stage.value}{{--loft-hue:{hue}}}" for stage, hue in HUES.items())
    + """
.loft-page .loft-duties{margin:.75rem 0 1rem}
.loft-duty>details{margin-top:.5rem}
.loft-duty details summary{padding:.7rem 0;cursor:pointer;font-weight:600}
.loft-duty header .loft-standing{font-size:1.25rem;margin-top:.75rem}
.loft-duty .loft-facts{margin-bottom:1rem}
.st-key-duty{max-width:44rem}
.st-key-memo p{max-width:46rem}
.loft-page .loft-meetings{margin-top:1rem;max-width:46rem}
@media (forced-colors:active){.loft-d-upcoming,.loft-d-prepare,.loft-d-perform,.loft-d-passed,.loft-d-overdue,
.loft-d-done{--loft-hue:CanvasText}}
"""
)


def stage_symbol(stage: DutyStage) -> Html:
    """Return the stage's shape, hidden from screen readers: its word always stands beside it."""
    path, solid = _SHAPES[stage]
    shape = tag("path", d=path, class_="loft-solid" if solid else None)
    classes = f"loft-symbol loft-d-{stage.value}"
    return tag("svg", shape, class_=classes, viewBox="0 0 16 16", width="16", height="16", aria_hidden="true")


def stage_badge(stage: DutyStage) -> Html:
    """Return symbol and word."""
    return tag("span", stage_symbol(stage), tag("span", label(stage)), class_="loft-standing")


def duty_name(state: DutyState) -> str:
    """Name an occasion: ``Årlig offentlig redovisning för 2024``."""
    is_yearly = state.duty.recurrence is DutyRecurrence.YEARLY
    return f"{state.duty.title} för {state.occasion.key}" if is_yearly else state.duty.title


def owed_title(owed: OwedDuty) -> str:
    """Name an occasion that a meeting is told of, as ``duty_name`` does."""
    return f"{owed.title} för {owed.occasion}" if owed.occasion.isdigit() else owed.title


def window_text(window: Period) -> str:
    """Write ``september–november 2024``, or the day where the window is one."""
    first, last = window.start, window.last
    if first == last:
        return prose_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return month_name(last)
    return f"{month_name(first, last.year)}–{month_name(last)}"


def next_text(state: DutyState, today: date) -> str:
    """Say what comes next and when, or how it was done."""
    window, mark = state.occasion.window, state.mark
    match state.stage:
        case DutyStage.UPCOMING:
            return f"Börja förbereda {prose_date(state.occasion.prepared_from)}."
        case DutyStage.PREPARE:
            return f"Kan göras från {prose_date(window.start)}, om {_days(window.start, today)}."
        case DutyStage.PERFORM:
            return f"Senast {prose_date(window.last)}: {_left(window.last, today)}."
        case DutyStage.DONE if mark:
            return done_text(mark)
    if state.is_before_following:
        followed = prose_date(state.agreement.followed_from)
        return f"Skulle ha gjorts senast {prose_date(window.last)}. {words.MAY_BE_DONE.format(day=followed)}"
    return f"Skulle ha gjorts senast {prose_date(window.last)}, för {_days(window.last, today)} sedan."


def _left(last: date, today: date) -> str:
    return f"{_days(last + DAY, today)} kvar" if last > today else "i dag är sista dagen"


def _days(day: date, today: date) -> str:
    return counted(abs((day - today).days), "dag", "dagar")


def done_text(mark: DutyMark) -> str:
    """Write ``26 mars 2024, § 112, KS 2024/0123``."""
    said = (prose_date(mark.on) if mark.on else "", mark.paragraph, mark.case)
    return ", ".join(part for part in said if part)


def duty_list(states: Sequence[DutyState], link: Link, today: date) -> Html:
    """Return what is left to do by window, then folded what is done, the latest first."""
    left = [each for each in states if each.stage is not DutyStage.DONE]
    done = sorted((each for each in states if each.stage is DutyStage.DONE), key=_done_on, reverse=True)
    rows = listing((_row(each, link, today) for each in left), words.LEFT)
    parts = (_chips(states), rows if left else tag("p", words.NOTHING_LEFT), _done(done, link, today))
    return tag("div", tag("div", *parts, class_="loft-duty"), class_="loft-page")


def _done_on(state: DutyState) -> date:
    return state.mark.on if state.mark and state.mark.on else state.occasion.window.start


def _done(states: Sequence[DutyState], link: Link, today: date) -> Html | None:
    if not states:
        return None
    summary = tag("summary", f"{words.DONE} ({number(len(states))})")
    return tag("details", summary, listing((_row(each, link, today) for each in states), words.DONE))


def _chips(states: Iterable[DutyState]) -> Html:
    """Return how many stand in each stage, the most pressing first."""
    counts = Counter(state.stage for state in states)
    order = (DutyStage.OVERDUE, DutyStage.PASSED, DutyStage.PERFORM, DutyStage.PREPARE, DutyStage.UPCOMING)
    chips = (
        tag("li", stage_symbol(stage), tag("span", f"{number(counts[stage])} {_word(stage, counts[stage])}"))
        for stage in (*order, DutyStage.DONE)
        if counts[stage]
    )
    return tag("ul", *chips, class_="loft-chips loft-duties", aria_label=words.COUNTS)


def _word(stage: DutyStage, count: int) -> str:
    several = {DutyStage.OVERDUE: "försenade", DutyStage.DONE: "genomförda"}
    one = label(stage).lower()
    return noun(count, one, several.get(stage, one))


def _row(state: DutyState, link: Link, today: date) -> Html:
    small = f"{state.agreement.home.name} · {state.duty.to_whom}"
    title = page_link(link(state), duty_name(state), class_="loft-title loft-link")
    head = tag("div", title, tag("span", small, class_="loft-small"), class_="loft-head")
    when = tag("span", window_text(state.occasion.window), class_="loft-figure")
    result = tag("div", joined(when, tag("span", next_text(state, today), class_="loft-small")), class_="loft-result")
    badge = tag("div", stage_badge(state.stage), class_="loft-state")
    return tag("li", head, result, badge, class_="loft-counted")


def meeting_duties(owed: Sequence[tuple[Agreement, Duty]]) -> Html | None:
    """Say which follow-ups are made at each meeting of a council; null for none."""
    if not owed:
        return None
    items = (tag("li", f"{agreement.home.name}: {duty.title} ({duty.to_whom})") for agreement, duty in owed)
    section = tag("section", tag("h2", words.PER_MEETING), tag("p", words.PER_MEETING_NOTE), tag("ul", *items))
    return tag("div", tag("div", section, class_="loft-meetings"), class_="loft-page")


def head(state: DutyState, today: date, back: str) -> Html:
    """Return one occasion: what is owed to whom, when, and where it stands."""
    agreement = state.agreement
    way = page_link(back, f"← {words.TITLE}", class_="loft-link loft-back")
    pairs = (
        (words.TO_WHOM, state.duty.to_whom),
        (words.WHEN, window_text(state.occasion.window)),
        (words.NEXT if state.stage is not DutyStage.DONE else label(DutyStage.DONE), next_text(state, today)),
    )
    facts = tag(
        "dl", *(part for name, text in pairs for part in (tag("dt", name), tag("dd", text))), class_="loft-facts"
    )
    kicker = tag("p", f"{agreement.home.name} · {agreement.title}", class_="loft-kicker")
    whole = tag("header", kicker, tag("h1", duty_name(state)), tag("p", stage_badge(state.stage)), facts)
    return tag("div", tag("div", tag("nav", way, aria_label=words.WAYS), whole, class_="loft-duty"), class_="loft-page")


def form_heading() -> Html:
    """Return the heading of the form that marks an occasion as done."""
    return tag("div", tag("h2", words.FORM_TITLE), class_="loft-page")


def history(marks: Sequence[DutyMark]) -> Html | None:
    """Return everything that was said of an occasion, the latest first; null for nothing."""
    if not marks:
        return None
    steps = (tag("li", tag("strong", _said(mark)), tag("span", f" · {_when(mark)}")) for mark in reversed(marks))
    listed = tag("ol", *steps, class_="loft-versions", reversed=True, role="list")
    section = tag("section", tag("h2", words.HISTORY), listed, class_="loft-block")
    return tag("div", section, class_="loft-page")


def _said(mark: DutyMark) -> str:
    return f"{words.MARKED} {done_text(mark)}" if mark.on else words.TAKEN_BACK


def _when(mark: DutyMark) -> str:
    moment = local(mark.registered_at)
    return f"{prose_date(moment.date())} kl. {moment:%H.%M}, {shell.author_name(mark.by)}"
