"""One counted unit of a promise in the chosen year: where it stands, how it went, and what lies behind that."""

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.promise import Curve, MeasureView, PromiseView, curve
from loftdb.core.periods import Interval
from loftdb.core.progress import records, row_verdict, whole_verdict
from loftdb.ui.deviation_form import measure_form, measure_reason
from loftdb.ui.html import draw
from loftdb.ui.season_panel import season_panel
from loftdb.view import results
from loftdb.view.charts import CONFIG, Course, cumulative, cumulative_text, per_year, per_year_text
from loftdb.view.figures import Figures, figures
from loftdb.view.markup import Html
from loftdb.view.strips import Strip, cells


def measure_panel(context: Context, view: PromiseView, told: MeasureView, year: int | None) -> None:
    """Draw the panel; ``year`` null is the whole period."""
    rows = [figures(row) for row in records(told.rows)]
    row = next((row for row in rows if row.year == year), None)
    if row is not None:
        draw(results.standing(row, context.today))
        measure_reason(context, view, row)
    elif year is None:
        draw(results.by_year(rows))
    else:
        st.markdown(results.NO_ROW)
    if len(told.windows):
        draw(_strip(context, view, told, year))
    elif row is None or not row.is_unknown:
        _chart(context, view, told, row, rows)
    season_panel(context, view.agreement, told.measure, year)
    if row is not None:
        measure_form(context, view, row)
    draw(_readings(told))
    verdicts = [row_verdict(each) for each in records(told.rows)]
    draw(results.years_table(rows, verdicts, whole_verdict(verdicts)))


def _chart(context: Context, view: PromiseView, told: MeasureView, row: Figures | None, rows: list[Figures]) -> None:
    """Draw the row's course, or the years beside each other where the period has no row of its own."""
    drawn = curve(context, view.promise.id, told.measure.number, row.year, view.on) if row else None
    measure = told.measure
    if drawn and row:
        course = _course(drawn, row)
        figure, text = cumulative(course), cumulative_text(course)
    else:
        years = [each.year or 0 for each in rows]
        counts = [None if each.is_unknown else each.actual for each in rows]
        figure = per_year(years, counts, measure.plural, measure.minutes, [each.target for each in rows])
        text = per_year_text(years, counts, measure.singular, measure.plural)
    st.plotly_chart(figure, config=CONFIG, alt=text, key=f"chart-{measure.number}")


def _course(drawn: Curve, row: Figures) -> Course:
    return Course(
        days=drawn.row.days,
        actual=drawn.days,
        known_through=drawn.known_through,
        judged_through=drawn.judged_through,
        expected=drawn.expected,
        expected_floor=row.expected_floor,
        target=row.target,
        plural=row.plural,
        minutes=row.minutes,
        likely=(row.low, row.high) if row.low is not None and row.high is not None else None,
    )


def _strip(context: Context, view: PromiseView, told: MeasureView, year: int | None) -> Html:
    windows = told.windows if year is None else told.windows[told.windows["year"] == year]
    target = next(each for each in told.measure.targets if each.judged_by_interval)
    strip = Strip(cells(windows, context.today), Interval(target.interval), target.every)
    return results.strip(strip, told.measure, view.cancelled, year)


def _readings(told: MeasureView) -> Html | None:
    if told.other_rows is None:
        return None
    return results.readings(told.measure.targets[-1], records(told.rows), records(told.other_rows))
