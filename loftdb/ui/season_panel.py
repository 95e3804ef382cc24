"""How a target is spread over its year: told to everybody, changed by those who edit the agreement.

What a choice would do is shown before it is saved. The fields are named by the version that the person has read, so
that a save over somebody else's is refused, and a double tap saves once.
"""

from collections.abc import Sequence

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.seasons import Bend, SeasonView, preview, season, set_season
from loftdb.core.access import Actor
from loftdb.core.model import Agreement, Measure, Season, SeasonKind
from loftdb.core.season_choice import applies, dates_of
from loftdb.ui.html import draw
from loftdb.ui.receipts import Receipt, leave, submission, take
from loftdb.ui.refusals import telling
from loftdb.ui.session import context_of
from loftdb.view import seasons as view
from loftdb.view.charts import CONFIG
from loftdb.view.formats import short_month_names
from loftdb.view.texts import seasons as words
from loftdb.view.texts.labels import label


def season_panel(context: Context, agreement: Agreement, measure: Measure, year: int | None) -> None:
    """Draw which way holds, and the form; nothing for a measure that is not judged by a sum."""
    if not applies(measure):
        return
    found, place = season(context, measure.number), agreement.home.name
    draw(view.about(found.season, place, context.today, found.history))
    if found.is_outdated:
        st.warning(words.OUTDATED.format(municipality=place))
    if saved := take(("season", measure.number)):
        st.success(saved.sentence)
    if found.may_set:
        with st.expander(words.CHANGE, key=f"season-{measure.number}"):
            _form(context.actor, agreement, measure, year, found)


@st.fragment
def _form(who: Actor, agreement: Agreement, measure: Measure, year: int | None, found: SeasonView) -> None:
    prefix = f"season-{measure.number}-{found.version}"
    st.markdown(words.LEAD)
    kind = st.radio(
        words.KIND, list(SeasonKind), list(SeasonKind).index(found.season.kind), label, key=f"{prefix}-kind",
        horizontal=True,
    )  # fmt: skip
    if kind is SeasonKind.SCHOOL_DAYS and found.calendar and found.calendar.is_assumed(agreement.period):
        st.caption(words.ASSUMED.format(municipality=agreement.home.name))
    context = context_of(who)
    with telling(st.warning):
        choice = _choice(kind or found.season.kind, found.season, prefix)
        if choice == _own(found.season) and not found.is_outdated:
            return
        _show(preview(context, measure.number, choice).bends, measure, year)
        if st.button(words.SAVE, type="primary", key=f"{prefix}-save"):
            set_season(context, measure.number, choice, found.version, submission(f"{prefix}-key"))
            leave(("season", measure.number), Receipt(words.SAVED))
            st.rerun()


def _own(season: Season) -> Season:
    """Return the season as a person would choose it: school days come from the calendar."""
    return Season(season.kind) if season.kind is SeasonKind.SCHOOL_DAYS else season


def _choice(kind: SeasonKind, now: Season, prefix: str) -> Season:
    """Ask what the kind needs. Refused for what is no date."""
    if kind is SeasonKind.MONTHS:
        return Season(kind, months=_shares(now, prefix))
    if kind is SeasonKind.DATES:
        before = "\n".join(map(str, now.dates)) if now.kind is kind else ""
        return Season(kind, dates=dates_of(_dates(before, prefix)))
    return Season(kind)


def _dates(before: str, prefix: str) -> str:
    return st.text_area(words.BOOKED, before, key=f"{prefix}-dates", placeholder=words.BOOKED_LIKE, width=320)


def _shares(now: Season, prefix: str) -> tuple[int, ...]:
    st.caption(words.SHARES)
    before = now.months or (1,) * 12
    with st.container(horizontal=True, key=f"{prefix}-months"):
        return tuple(
            st.number_input(name, value=share, step=1, key=f"{prefix}-{name}", width=96)
            for name, share in zip(short_month_names(), before, strict=True)
        )


def _show(bends: Sequence[Bend], measure: Measure, year: int | None) -> None:
    """Draw the effect: the line of the year that the page shows, else of the latest, and in words all that change."""
    told = [_told(each) for each in bends]
    if not told:
        return
    shown = next((each for each in told if each.year == year), max(told, key=lambda each: each.through))
    draw(view.effects([each for each in told if each is shown or each.is_changed], measure))
    st.plotly_chart(view.chart(shown), config=CONFIG, alt=view.chart_text(shown, measure), key=f"bend-{measure.number}")


def _told(bend: Bend) -> view.Bent:
    before, after = bend.before, bend.after
    through = min(bend.judged_through, before.points[-1][0])
    lines, expected = (before.points, after.points), (before.expected, after.expected)
    return view.Bent(bend.year, through, lines, expected, (before.state, after.state))
