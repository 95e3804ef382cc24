"""The fields of *Månadsblad*: a number or weeks for each promise, in one form, so that typing runs nothing.

No field has limits of its own: one number outside them would keep the browser from sending the whole form.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from loftdb.actions.context import Context
from loftdb.actions.reporting import Report
from loftdb.actions.sheet import Sheet
from loftdb.core.model import Reason
from loftdb.core.moments import local_day
from loftdb.core.periods import month
from loftdb.core.progress import records
from loftdb.core.sheets import SheetLine, WeekBox, WeekState
from loftdb.ui.links import promise_link
from loftdb.ui.sheet_instance import Instance, current, refreshed, save
from loftdb.view import receipts
from loftdb.view.formats import month_name
from loftdb.view.markup import Html
from loftdb.view.sheet_results import Outcome, Place, field_label, results
from loftdb.view.texts import sheet_form as words
from loftdb.view.texts.issues import issue_text
from loftdb.view.texts.labels import label


def sheet_form(context: Context, sheets: Sequence[Sheet]) -> None:
    """Draw the sheets of one month and party as one form, with what came of saving it."""
    first, party = sheets[0].month, sheets[0].party
    form = current(context.actor, party, first)
    form.show(line for each in sheets for line in each.lines)
    unsigned = frozenset(each.municipality.code for each in sheets if each.sign_off is None)
    with st.form("blad", border=False, enter_to_submit=False):
        with st.grid(min_column_width=320, gap="medium"):
            for each in sheets:
                with st.container():
                    _sheet(form, each)
        refreshed(context.actor, form)
        with st.container(key="receipt_trouble"):
            if form.trouble:
                st.error(form.trouble)
        earlier = {each for sheet in sheets for each in sheet.unreported if each < first}
        if unsigned and earlier and month(first).last <= context.today:
            st.info(words.gap(sorted(earlier), month_name(first)))
        _buttons(context, form, unsigned)
    with st.container(key="receipt_sheet"):
        said = _results(form.report, sheets, context.today) if form.report else Html("")
        st.markdown(receipts.live(said), unsafe_allow_html=True)


def _sheet(form: Instance, sheet: Sheet) -> None:
    home = sheet.municipality.name
    st.header(home, anchor=False)
    st.caption(words.signed_line(sheet.signed_through, sheet.unreported))
    for line in sorted(sheet.lines, key=_numbers_first):
        if line.weeks:
            _weeks(form, line, home)
        else:
            text = words.line_label(line.promise, line.measure, line.logged)
            st.number_input(
                words.in_full(text, home), value=None, step=1, key=form.count_key(line), persist_state="page"
            )
        for issue in form.complaints(line):
            st.error(issue_text(issue))


def _numbers_first(line: SheetLine) -> tuple[bool, bool, int]:
    return not line.weeks, not line.measure.targets, line.promise.position


def _weeks(form: Instance, line: SheetLine, home: str) -> None:
    """Draw a box for each week, and apart, since it is rare, why a week was cancelled."""
    st.markdown(field_label(line.promise.title), unsafe_allow_html=True)
    keys = {box.monday: form.week_keys(line, box) for box in line.weeks}
    with st.container(horizontal=True, gap="small"):
        for box in line.weeks:
            text = words.in_full(words.week_label(box.monday), home, line.promise.title)
            st.checkbox(text, key=keys[box.monday][0], disabled=_is_fixed(box), persist_state="page")
    _cancelled(form, line, home, {monday: reason for monday, (_, reason) in keys.items()})
    fixed = [words.week_label(box.monday) for box in line.weeks if box.state is WeekState.HELD and _is_fixed(box)]
    if fixed:
        st.caption(words.elsewhere(fixed))


def _cancelled(form: Instance, line: SheetLine, home: str, keys: Mapping[date, str]) -> None:
    """Let the person say why weeks were cancelled: rare, so folded until one is."""
    open_ = [box for box in line.weeks if not _is_fixed(box)]
    is_used = any(box.reason for box in line.weeks) or bool(form.complaints(line))
    if open_:
        with st.expander(words.CANCELLED_WEEKS, expanded=is_used):
            for box in open_:
                text = words.in_full(words.week_label(box.monday), home, line.promise.title, words.CANCELLED)
                st.selectbox(text, list(Reason), index=None, format_func=label, key=keys[box.monday],
                             placeholder=words.NOT_CANCELLED, persist_state="page")  # fmt: skip


def _is_fixed(box: WeekBox) -> bool:
    """Tell whether the sheet cannot change the week: it lies ahead, or another entry holds it."""
    return box.state is WeekState.UPCOMING or (box.state is WeekState.HELD and box.own is None)


def _buttons(context: Context, form: Instance, unsigned: frozenset[int]) -> None:
    name = month_name(form.month)
    is_running = month(form.month).last > context.today
    args = (context.actor, form.number)
    if is_running or not unsigned:
        st.form_submit_button(words.SAVE, type="primary", key="blad_save", on_click=save, args=(*args, frozenset()))
        if is_running:
            st.caption(words.RUNNING)
        return
    st.caption(words.signing(form.party, name))
    with st.container(horizontal=True):
        st.form_submit_button(words.SAVE_AND_SIGN, type="primary", key="blad_sign", on_click=save,
                              args=(*args, unsigned))  # fmt: skip
        st.form_submit_button(words.SAVE_ONLY, key="blad_save", on_click=save, args=(*args, frozenset()))


def _results(report: Report, sheets: Sequence[Sheet], today: date) -> Html:
    filled = report.filled
    changes = {each.measure: (each.seen, each.total) for each in filled.counts if each.seen != each.total}
    places = [_result(each, changes) for each in sheets]
    outcome = Outcome(month_name(filled.month), bool(filled.sign), records(report.before), records(report.after))
    return results(outcome, places, promise_link, today)


def _result(sheet: Sheet, changes: Mapping[int, tuple[int, int]]) -> Place:
    numbers = frozenset(line.measure.number for line in sheet.lines)
    signed_on = local_day(sheet.sign_off.registered_at) if sheet.sign_off else None
    return Place(sheet.municipality, numbers, changes, sheet.signed_through, signed_on)
