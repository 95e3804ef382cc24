"""*Avvikelse och orsak* on *Löfte*: read by all who may, written by managers and coordinators; refused text stays.

The fields are named by the version that the person has read, as those of the status form.
"""

import streamlit as st

from loftdb.actions import deviations
from loftdb.actions.context import Context
from loftdb.actions.deviations import Acceptance, Account
from loftdb.actions.promise import PromiseView
from loftdb.core.access import Actor
from loftdb.core.deviations import Deviation, Key, needs_explaining
from loftdb.core.model import Promise
from loftdb.core.periods import FIRST_TYPED, LAST_TYPED
from loftdb.ui.html import draw
from loftdb.ui.links import href
from loftdb.ui.receipts import Receipt, leave, submission, take
from loftdb.ui.refusals import telling
from loftdb.ui.session import context_of
from loftdb.view import deviations as view
from loftdb.view.figures import Figures
from loftdb.view.lagging import way as to_list
from loftdb.view.texts import lagging as words
from loftdb.view.texts.issues import issue_text

_VISIT = "deviation-visit"
ASKED = "skriv"
"""The address parameter that opens the form."""


def write_link(promise_id: str, year: int | None) -> str:
    """Return the address where the deviation of a promise in a year is written, judged through the day of this page."""
    return href("lofte", lofte=promise_id, ar=year, till=st.query_params.get("till"), **{ASKED: 1})


def measure_reason(context: Context, told: PromiseView, row: Figures) -> None:
    """Draw what is written of a counted row, or that it is lacking; nothing before the row begins."""
    if _is_explained(row):
        is_needed = needs_explaining(row.state) or _is_said_so(context, told.promise, row.year)
        _reason(context, told.promise, (row.measure, row.year), is_needed)


def measure_form(context: Context, told: PromiseView, row: Figures) -> None:
    """Draw the form of a counted row for those who may write, and what was written before."""
    if _is_explained(row):
        _panel(context, told.promise, (row.measure, row.year))


def promise_deviation(context: Context, told: PromiseView) -> None:
    """Draw what is written of a promise that is followed by words alone, with the form for those who may."""
    if not any(measure.measure.id == told.promise.id for measure in told.measures):
        key = told.promise.id, deviations.year_of(context, told.agreement, told.promise)
        _reason(context, told.promise, key, _is_said_so(context, told.promise, None))
        _panel(context, told.promise, key)


def _is_said_so(context: Context, promise: Promise, year: int | None) -> bool:
    """Tell whether a status or the council's verdict (year null: any) must be explained before it is published."""
    return deviations.is_needed_by_word(context, promise) or deviations.is_judged_unfulfilled(context, promise, year)


def _is_explained(row: Figures) -> bool:
    """Tell whether the row is explained by itself: a weekly promise is, year by year."""
    return row.is_begun and not (row.is_held and row.year is None)


def _reason(context: Context, promise: Promise, key: Key, is_needed: bool) -> None:
    written = deviations.history(context, *key)
    write = write_link(promise.id, key[1]) if deviations.may_write(context, promise) else None
    draw(view.block(written[-1] if written else None, is_needed, context.today, write))


def _panel(context: Context, promise: Promise, key: Key) -> None:
    written = deviations.history(context, *key)
    last, is_asked = written[-1] if written else None, ASKED in st.query_params
    receipt = take(_place(key))
    if deviations.may_write(context, promise):
        draw(view.form_heading(key[1], last.version if last else 0) if is_asked or receipt else None)
        with st.expander(words.CHANGE if last else words.WRITE, expanded=is_asked):
            _form(context.actor, key, last, _visit())
    _show_receipt(receipt)
    draw(view.history(written))


def _visit() -> int:
    """Return which time the page shows what it shows; a field that comes back with a year is another to the browser."""
    before, number = st.session_state.get(_VISIT, ("", 0))
    shown = f"{st.query_params.get('lofte')} {st.query_params.get('ar')}"
    if shown != before:
        st.session_state[_VISIT] = shown, number + 1
    return int(st.session_state[_VISIT][1])


@st.fragment
def _form(who: Actor, key: Key, last: Deviation | None, visit: int) -> None:
    """Draw the fields; a fragment keeps what was read, so that nothing is lost where somebody else was first."""
    seen = last.version if last else 0
    prefix = f"deviation-{key[0]}-{key[1]}-{seen}"
    with st.container(key=f"deviation-{key[0]}"), st.form(prefix, enter_to_submit=False):
        public = st.text_area(view.PUBLIC, last.public if last else "", key=f"{prefix}-public", height=120)
        st.caption(view.PUBLIC_HELP)
        internal = st.text_area(view.INTERNAL, last.internal if last else "", key=f"{prefix}-internal", height=96)
        st.caption(view.WRITE_HELP)
        accepted = _acceptance(f"{prefix}-{visit}", last)
        answer = st.container()
        if st.form_submit_button(view.SAVE, type="primary"):
            with answer:
                _save(context_of(who), Account(*key, internal, public, seen, accepted), f"{prefix}-key")


def _acceptance(prefix: str, last: Deviation | None) -> Acceptance:
    """Ask who accepts the deviation and until when.

    Only a date that begins empty to Streamlit can be emptied again, so the state says it (CONTRIBUTING, "late").
    ``prefix`` is of this visit: with two quick taps on years a slow browser would bring the old field back empty.
    """
    draw(view.acceptance_heading())
    decided_by, until = (last.decided_by, last.accepted_until) if last else ("", None)
    st.session_state.setdefault(f"{prefix}-until", until)
    with st.container(horizontal=True):
        function = st.text_input(
            view.DECIDED_BY, decided_by, key=f"{prefix}-by", placeholder=view.DECIDED_LIKE, width=340
        )
        day = st.date_input(
            view.UNTIL, None, FIRST_TYPED, LAST_TYPED, format="YYYY-MM-DD", key=f"{prefix}-until", width=220,
            persist_state="page",
        )  # fmt: skip
    st.caption(view.UNTIL_HELP)
    return Acceptance(function, day)


def _save(context: Context, account: Account, name: str) -> None:
    with telling():
        warnings = deviations.write(context, account, submission(name))
        leave(_place(account.key), Receipt(view.SAVED, warnings))
        st.query_params.pop(ASKED, None)
        st.rerun()


def _show_receipt(receipt: Receipt | None) -> None:
    if receipt is None:
        return
    st.success(receipt.sentence)
    draw(to_list(words.TITLE, href("slapar")))
    for warning in receipt.warnings:
        st.warning(issue_text(warning))


def _place(key: Key) -> tuple[str, Key]:
    return "deviation", key
