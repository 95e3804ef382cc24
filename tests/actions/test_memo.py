"""What is gathered for a board's text: the right agreement, day and moment, and nothing that is not for everybody."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from loftdb.actions.context import Context
from loftdb.actions.deviations import Account, write
from loftdb.actions.logging import log
from loftdb.actions.memo import memo
from loftdb.actions.progress import Scope
from loftdb.actions.sheet import Filled, save
from loftdb.actions.status import Word, update
from loftdb.core.access import Grant, Role
from loftdb.core.errors import NotFound
from loftdb.core.memo import Explained, Followed, MonthCount, Unexplained
from loftdb.core.model import SIGNING_PARTIES, Party, Standing, Status
from tests.actions.conftest import CONTROLS, GRUMS, STROMSTAD, as_actor, number, single

BETWEEN = datetime.fromisoformat("2024-10-15T10:00")
DOGS = "stromstad-2023-2024/hundsok-i-skolor"
NARCOTICS = "stromstad-2023-2024/arbete-mot-narkotika"
LIGHTS = "stromstad-2023-2024/led-armaturer"


def followed(context: Context, promise: str, scope: Scope | None = None) -> Followed:
    [part] = memo(context, "Strömstad", scope).parts
    [found] = [each for each in part.followed if each.promise.id == promise]
    return found


def test_the_agreement_in_force_on_the_day_is_told_of(context: Context) -> None:
    [part] = memo(context, "strömstad").parts
    assert (part.agreement.id, part.year, len(part.followed)) == ("stromstad-2023-2024", 2024, 21)
    [old] = memo(context, "Grästorp").parts
    assert (old.agreement.id, old.year) == ("grastorp-2021", 2021)
    [other] = memo(context, "Tanum").parts
    assert [each.promise.id for each in other.followed] == ["stromstad-2023-2024/samverkan-med-tanum"]


def test_the_figures_are_those_of_the_day_and_the_moment(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-15", 7))
    later = replace(context, now=datetime.fromisoformat("2024-10-15T12:00"))
    log(later, single(later, CONTROLS, "2024-03-20", 2))
    [row] = followed(later, CONTROLS).counted[0].now
    assert row["actual"] == 9
    [row] = followed(later, CONTROLS, Scope(known_on=BETWEEN)).counted[0].now
    assert row["actual"] == 7
    assert memo(later, "Strömstad", Scope(known_on=BETWEEN)).moment == BETWEEN
    [row] = followed(later, CONTROLS, Scope(on=date(2024, 3, 17))).counted[0].now
    assert row["actual"] == 7
    assert memo(later, "Strömstad", Scope(on=date(2024, 3, 17))).day == date(2024, 3, 17)


def test_years_before_are_told_of_and_years_ahead_are_not(context: Context) -> None:
    figures = followed(context, CONTROLS).counted[0]
    assert [row["year"] for row in (*figures.earlier, *figures.now)] == [2023, 2024]
    figures = followed(context, CONTROLS, Scope(on=date(2023, 6, 30))).counted[0]
    assert [row["year"] for row in (*figures.earlier, *figures.now)] == [2023]


def test_of_a_deviation_the_public_text_alone_is_told(context: Context) -> None:
    assert Unexplained(2024, Standing.BEHIND) in followed(context, CONTROLS).unexplained
    write(context, Account(CONTROLS, 2024, "Internt.", ""))
    assert followed(context, CONTROLS).explained == ()
    write(context, Account(CONTROLS, 2024, "Internt.", "Polisen prioriterade annat.", 1))
    found = followed(context, CONTROLS)
    assert found.explained == (Explained(2024, "Polisen prioriterade annat."),)
    assert "Internt" not in repr(found)
    assert Unexplained(2024, Standing.BEHIND) not in found.unexplained


def test_of_a_sensitive_promise_months_and_status_are_told_and_no_words(context: Context) -> None:
    log(context, single(context, DOGS, "2024-01-15", 6))
    for party in SIGNING_PARTIES:
        save(context, Filled(party, date(2024, 1, 1), sign=frozenset({STROMSTAD})))
    assert followed(context, DOGS).counted[0].months == (MonthCount(date(2024, 1, 1), 6),)
    update(context, Word(NARCOTICS, date(2024, 5, 2), Status.ONGOING, "Hemligt.", "Hemligare."))
    word = followed(context, NARCOTICS).word
    assert word
    assert (word.status, word.done, word.next_step) == (Status.ONGOING, "", "")
    assert followed(context, CONTROLS).counted[0].months == ()


def test_an_unsigned_month_without_entries_is_unknown_and_not_zero(context: Context) -> None:
    log(context, single(context, DOGS, "2024-02-15", 6))
    months = followed(context, DOGS).counted[0].months
    assert [each.count for each in months] == [None, 6, *[None] * 8]


def test_the_last_word_by_the_day_is_told(context: Context) -> None:
    update(context, Word(LIGHTS, date(2024, 5, 2), Status.ONGOING, "Hälften."))
    update(context, Word(LIGHTS, date(2024, 9, 2), Status.DELAYED, "Sen leverans.", seen=1))
    late = followed(context, LIGHTS)
    assert late.word
    assert late.word.status is Status.DELAYED
    assert late.unexplained == (Unexplained(2024, Status.DELAYED),)
    early = followed(context, LIGHTS, Scope(on=date(2024, 6, 30))).word
    assert early
    assert early.done == "Hälften."
    assert followed(context, LIGHTS, Scope(on=date(2024, 4, 30))).word is None


def test_unsigned_months_end_with_the_day(context: Context) -> None:
    [part] = memo(context, "Strömstad", Scope(on=date(2023, 3, 15))).parts
    assert part.unreported[Party.POLICE] == [date(2023, 1, 1), date(2023, 2, 1)]


def test_only_who_may_read_there_gets_anything(context: Context) -> None:
    stranger = as_actor(context, Grant(Role.READER, frozenset({GRUMS})))
    with pytest.raises(NotFound):
        memo(stranger, "Strömstad")
    reader = as_actor(context, Grant(Role.READER, frozenset({STROMSTAD})))
    assert len(memo(reader, "Strömstad").parts[0].followed) == 21


def test_nobody_who_registered_is_named(context: Context) -> None:
    somebody = replace(context, actor=replace(context.actor, name="Kalle på kontoret"))
    log(somebody, single(somebody, CONTROLS, "2024-03-15"))
    assert number(context, CONTROLS)
    assert "Kalle" not in repr(followed(somebody, CONTROLS).counted)
