"""Which function answers for a promise: said by coordinators, kept with what was said before, never a person."""

from datetime import datetime

import pytest

from loftdb.actions.changes import Span, changes
from loftdb.actions.context import Context
from loftdb.actions.drafts import promise_history
from loftdb.actions.functions import Naming, may_name, name_function
from loftdb.actions.progress import Scope
from loftdb.actions.register import find_promise
from loftdb.actions.revisions import Ground, NewWording, revise
from loftdb.core.access import Grant, Role
from loftdb.core.errors import ConcurrentChange, NotAllowed, NotFound, Refused
from tests.actions.conftest import CONTROLS, GRUMS, STROMSTAD, as_actor, police_in


def function(context: Context) -> str:
    return find_promise(context, CONTROLS)[1].function


def test_a_function_is_said_changed_and_taken_back_and_all_of_it_is_history(context: Context) -> None:
    assert function(context) == ""
    assert name_function(context, Naming(CONTROLS, "  kommunpolis\n och säkerhetssamordnare ", "")) == ()
    assert function(context) == "kommunpolis och säkerhetssamordnare"
    name_function(context, Naming(CONTROLS, "", function(context)))
    said = [(each.promise.function, each.valid_from, each.decision) for each in promise_history(context, CONTROLS)]
    today = context.today
    assert said[1:] == [("kommunpolis och säkerhetssamordnare", today, None), ("", today, None)]


def test_saying_the_same_again_or_twice_saves_once(context: Context) -> None:
    for seen in ("", "kommunpolis"):
        name_function(context, Naming(CONTROLS, "kommunpolis", seen))
    again = Naming(CONTROLS, "trafikpolis", "kommunpolis")
    for _ in range(2):
        name_function(context, again, "en tapp")
    assert [each.promise.function for each in promise_history(context, CONTROLS)] == ["", "kommunpolis", "trafikpolis"]


def test_nothing_but_the_function_changes(context: Context) -> None:
    agreement, before = find_promise(context, CONTROLS)
    name_function(context, Naming(CONTROLS, "kommunpolis", ""))
    after, now = find_promise(context, CONTROLS)
    assert [each for each in after.promises if each != now] == [each for each in agreement.promises if each != before]
    found = changes(context, Span(Scope(known_on=datetime.fromisoformat("2024-10-15T07:00")), Scope()))
    assert [(each.field, each.before, each.after) for each in found.fields] == [("function", "", "kommunpolis")]


def test_a_decision_about_something_else_is_not_the_function_s_and_is_not_lost_by_it(context: Context) -> None:
    name_function(context, Naming(CONTROLS, "kommunpolis", ""))
    ground = Ground(context.today, "KS § 3", "Tydligare ord")
    agreement, _ = find_promise(context, CONTROLS)
    revise(context, agreement, NewWording(CONTROLS, "Minst 80 kontroller per år."), ground)
    name_function(context, Naming(CONTROLS, "trafikpolis", "kommunpolis"))
    found = changes(context, Span(Scope(known_on=datetime.fromisoformat("2024-10-15T07:00")), Scope()))
    decided = {each.field: each.basis and each.basis.decision for each in found.fields}
    assert decided == {"wording": "KS § 3", "function": None}
    assert find_promise(context, CONTROLS)[1].wording == "Minst 80 kontroller per år."


def test_a_person_is_no_function(context: Context) -> None:
    for text, code in (
        ("kommunpolis 850101-1234", "personal_identity_number"),
        ("kommunpolis@polisen.se", "email_address"),
        ("a" * 81, "text_too_long"),
        ("kommun\u200bpolis", "hidden_character"),
    ):
        with pytest.raises(Refused) as refused:
            name_function(context, Naming(CONTROLS, text, ""))
        assert [(each.code, each.field) for each in refused.value.issues] == [(code, "function")]
    assert function(context) == ""
    [warning] = name_function(context, Naming(CONTROLS, "kommunpolis Anna Svensson", ""))
    assert warning.code == "likely_name"


def test_who_has_read_something_else_must_look_again(context: Context) -> None:
    name_function(context, Naming(CONTROLS, "kommunpolis", ""))
    with pytest.raises(ConcurrentChange):
        name_function(context, Naming(CONTROLS, "säkerhetssamordnare", ""))
    assert function(context) == "kommunpolis"


@pytest.mark.parametrize(
    ("grant", "may"),
    [
        (Grant(Role.COORDINATOR, frozenset({STROMSTAD})), True),
        (Grant(Role.COORDINATOR, frozenset({GRUMS})), False),
        (Grant(Role.MANAGER, frozenset({STROMSTAD})), False),
        (Grant(Role.ADMINISTRATOR), False),
        (Grant(Role.READER), False),
    ],
)
def test_only_a_coordinator_there_says_it(context: Context, grant: Grant, *, may: bool) -> None:
    asking = as_actor(context, grant, Grant(Role.READER))
    _, promise = find_promise(asking, CONTROLS)
    assert may_name(asking, promise) is may
    if may:
        name_function(asking, Naming(CONTROLS, "kommunpolis", ""))
    else:
        with pytest.raises(NotAllowed):
            name_function(asking, Naming(CONTROLS, "kommunpolis", ""))
    assert (function(context) == "kommunpolis") is may


def test_what_may_not_be_read_is_not_found(context: Context) -> None:
    with pytest.raises(NotFound):
        name_function(police_in(context, GRUMS), Naming(CONTROLS, "kommunpolis", ""))
