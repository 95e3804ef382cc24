"""The fields of a change during the term: a complete amendment comes out of them, right or wrong."""

from dataclasses import replace
from datetime import date

import streamlit as st

from loftdb.actions.revisions import Amendment, Dropped, NewTarget, NewWording, Prolonged
from loftdb.core.amendments import Kind
from loftdb.core.model import Agreement, Comparator, Measure, Promise, Target
from loftdb.core.periods import FIRST_TYPED, LAST_TYPED, Interval
from loftdb.view.texts import revision as words
from loftdb.view.texts.labels import label
from loftdb.view.texts.new_agreement import comparator_label


def amendment(kind: Kind, agreement: Agreement, promise: Promise, prefix: str) -> Amendment:
    """Ask what the change is; the fields begin with what holds."""
    match kind:
        case Kind.TARGET:
            return _target(promise, prefix)
        case Kind.WORDING:
            return _wording(promise, prefix)
        case Kind.DROPPED:
            return Dropped(promise.id)
    return Prolonged(_day(words.LAST, _next_year(agreement), f"{prefix}-last"))


def since(kind: Kind, agreement: Agreement, today: date, prefix: str) -> date:
    """Ask from which day the change holds, today at first or the period's nearest day."""
    nearest = min(max(today, agreement.period.start), agreement.period.last)
    if kind is Kind.PROLONGED:
        return _day(words.DECIDED_FROM, nearest, f"{prefix}-decided")
    return _day(words.SINCE, nearest, f"{prefix}-since")


def _day(name: str, value: date, key: str) -> date:
    day = st.date_input(name, value, FIRST_TYPED, LAST_TYPED, format="YYYY-MM-DD", key=key, width=220)
    return day if isinstance(day, date) else value


def _next_year(agreement: Agreement) -> date:
    """Return the end of the calendar year after the agreement's last day."""
    return date(agreement.period.last.year + 1, 12, 31)


def _wording(promise: Promise, prefix: str) -> NewWording:
    text = st.text_area(words.WORDING, promise.wording or "", key=f"{prefix}-wording", height=110)
    summary = st.text_area(words.SUMMARY, promise.summary, key=f"{prefix}-summary", height=80)
    return NewWording(promise.id, text, summary)


def _target(promise: Promise, prefix: str) -> NewTarget:
    measure = _measure(promise, prefix)
    now = measure.targets[-1] if measure.targets else Target(date.min, None, Interval.YEAR)
    key = f"{prefix}-{measure.number}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        comparator = st.selectbox(
            words.COMPARATOR, list(Comparator), list(Comparator).index(now.comparator), comparator_label,
            key=f"{key}-comparator", width=140,
        )  # fmt: skip
        value = _count(words.value_name(measure), now.value, f"{key}-value")
        is_range = comparator is Comparator.RANGE
        most = _count(words.most_name(measure), now.value_max, f"{key}-most") if is_range else None
        interval = st.selectbox(
            words.PER, list(Interval), list(Interval).index(now.interval), label, key=f"{key}-interval", width=200
        )
    new = replace(now, comparator=comparator or now.comparator, value=value, value_max=most)
    return NewTarget(promise.id, measure.number, _per(new, interval or now.interval))


def _measure(promise: Promise, prefix: str) -> Measure:
    """Ask which of the counted units, where there are several."""
    if len(promise.measures) == 1:
        return promise.measures[0]
    return st.selectbox(
        words.MEASURE, promise.measures, format_func=lambda each: each.plural, key=f"{prefix}-measure", width=320
    )


def _count(name: str, value: int | None, key: str) -> int | None:
    return st.number_input(name, value=value, step=1, format="%d", key=key, width=180)


def _per(target: Target, interval: Interval) -> Target:
    """Return the target per another interval, which settles how an open text is read."""
    if interval is target.interval:
        return target
    return replace(target, interval=interval, every=1, average=False, interpretation=None)
