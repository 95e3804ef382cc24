import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from loftdb.actions import cache
from loftdb.actions.cache import cached
from loftdb.actions.context import Context
from loftdb.actions.logging import log
from loftdb.actions.progress import Scope, progress
from loftdb.actions.sheet import sign_off
from loftdb.core.access import Grant, Role
from loftdb.core.errors import NotFound
from loftdb.core.model import Party
from tests.actions.conftest import CONTROLS, STROMSTAD, as_actor, single


def test_an_answer_is_found_once_for_each_version_and_the_newest_is_kept() -> None:
    found: list[int] = []

    def ask(version: int) -> int:
        return cached("once", version, lambda: found.append(version) or version)

    assert [ask(1), ask(1), ask(2), ask(2), ask(1)] == [1, 1, 2, 2, 1]
    assert found == [1, 2, 1]


def test_those_who_ask_at_once_share_one_answer() -> None:
    found: list[int] = []

    def answer() -> int:
        time.sleep(0.05)
        found.append(1)
        return 7

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: cached("at once", 1, answer), range(8))) == {7}
    assert found == [1]


def test_a_question_without_an_answer_can_be_asked_again() -> None:
    def fail() -> int:
        raise NotFound("municipality", "Atlantis")

    for _ in range(2):
        with pytest.raises(NotFound):
            cached("atlantis", 1, fail)
    assert "atlantis" not in cache._turns


def test_the_question_asked_longest_ago_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_kept", type(cache._kept)())
    monkeypatch.setattr(cache, "SIZE", 2)
    for question in ("a", "b", "a", "c"):
        cached(question, 1, object)
    assert list(cache._kept) == ["a", "c"]


def test_the_same_page_again_is_the_same_frame_until_something_is_logged(context: Context) -> None:
    scope = Scope(municipality="Strömstad")
    before = progress(context, scope)
    assert progress(context, scope) is before
    log(context, single(context, CONTROLS, "2024-03-04"))
    after = progress(context, scope)
    assert after["actual"].sum() == before["actual"].sum() + 1


def test_a_sign_off_moves_the_judged_day_at_once(context: Context) -> None:
    scope = Scope(municipality="Strömstad")
    before = progress(context, scope)
    assert not before["signed"].any()
    sign_off(context, STROMSTAD, Party.POLICE, date(2024, 2, 1))
    assert set(progress(context, scope)["judged_through"].dt.date) >= {date(2024, 2, 29)}


def test_one_actor_never_gets_anothers_answer(context: Context) -> None:
    assert len(progress(context))
    assert progress(as_actor(context, Grant(Role.PUBLIC))).empty
