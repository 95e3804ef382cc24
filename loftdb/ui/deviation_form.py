"""*Avvikelse och orsak* on *Löfte*: read by all who may, written by managers and coordinators; refused text stays.

The fields are named by the version that the person has read, as those of the status form.
"""

import secrets

import streamlit as st

from loftdb.actions import deviations
from loftdb.actions.context import Context
from loftdb.actions.deviations import Account
from loftdb.actions.promise import PromiseView
from loftdb.core.deviations import Deviation, Key, needs_explaining
from loftdb.core.errors import LoftdbError, Refused
from loftdb.core.model import Promise
from loftdb.ui.html import draw
from loftdb.ui.links import href
from loftdb.view import deviations as view
from loftdb.view.figures import Figures
from loftdb.view.lagging import way as to_list
from loftdb.view.texts import lagging as words
from loftdb.view.texts.errors import error_text
from loftdb.view.texts.issues import issue_text

ASKED, SAID = "skriv", "deviation-said"
"""The address parameter that opens the form, and where a receipt waits for the next run."""

RUNS = 2
"""Runs that show a receipt: the second tap of a double tap is a run of its own."""


def write_link(promise_id: str, year: int | None) -> str:
    """Return the address where the deviation of a promise in a year is written."""
    return href("lofte", lofte=promise_id, ar=year, **{ASKED: 1})


def measure_deviation(context: Context, told: PromiseView, row: Figures) -> None:
    """Draw what is written of a counted row, with the form for those who may; nothing before the row begins."""
    if row.is_begun and not (row.is_held and row.year is None):
        is_needed = needs_explaining(row.state) or deviations.is_needed_by_word(context, told.promise)
        _panel(context, told.promise, (row.measure, row.year), is_needed)


def promise_deviation(context: Context, told: PromiseView) -> None:
    """Draw what is written of a promise that is followed by words alone, with the form for those who may."""
    if not any(measure.measure.id == told.promise.id for measure in told.measures):
        year = deviations.year_of(context, told.agreement, told.promise)
        _panel(context, told.promise, (told.promise.id, year), deviations.is_needed_by_word(context, told.promise))


def _panel(context: Context, promise: Promise, key: Key, is_needed: bool) -> None:
    written = deviations.history(context, *key)
    last = written[-1] if written else None
    may, is_asked = deviations.may_write(context, promise), ASKED in st.query_params
    draw(view.block(last, key[1], is_needed, may and is_asked))
    if may:
        is_lacking = is_needed and not (last and last.public)
        with st.expander(words.CHANGE if last else words.WRITE, expanded=is_asked or is_lacking):
            _form(context, key, last)
    _show_receipt(key)
    draw(view.history(written))


def _form(context: Context, key: Key, last: Deviation | None) -> None:
    seen = last.version if last else 0
    prefix = f"deviation-{key[0]}-{key[1]}-{seen}"
    with st.container(key=f"deviation-{key[0]}"), st.form(prefix, enter_to_submit=False):
        public = st.text_area(view.PUBLIC, last.public if last else "", key=f"{prefix}-public", height=120)
        st.caption(view.PUBLIC_HELP)
        internal = st.text_area(view.INTERNAL, last.internal if last else "", key=f"{prefix}-internal", height=96)
        st.caption(view.NO_PERSONS)
        answer = st.container()
        if st.form_submit_button(view.SAVE, type="primary"):
            with answer:
                _save(context, Account(*key, internal, public, seen), f"{prefix}-key")


def _save(context: Context, account: Account, name: str) -> None:
    submission = st.session_state.setdefault(name, secrets.token_hex())
    try:
        warnings = deviations.write(context, account, submission)
    except Refused as error:
        for issue in error.issues:
            st.error(issue_text(issue))
    except LoftdbError as error:
        st.error(error_text(error))
    else:
        st.session_state[SAID] = (account.key, warnings, RUNS)
        st.query_params.pop(ASKED, None)
        st.rerun()


def _show_receipt(key: Key) -> None:
    said, warnings, runs = st.session_state.get(SAID, (None, (), 0))
    if said != key:
        return
    st.session_state[SAID] = (key, warnings, runs - 1) if runs > 1 else (None, (), 0)
    st.success(view.SAVED)
    draw(to_list(words.TITLE, href("slapar")))
    for warning in warnings:
        st.warning(issue_text(warning))
