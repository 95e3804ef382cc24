"""A revision during the term: its effect is shown before it is saved, and the old stays."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from loftdb.actions.context import Context
from loftdb.actions.deviations import needing
from loftdb.actions.drafts import promise_history
from loftdb.actions.logging import log
from loftdb.actions.progress import Scope, progress
from loftdb.actions.register import find_agreement, find_promise
from loftdb.actions.revisions import (
    Amendment,
    Dropped,
    Ground,
    NewTarget,
    NewWording,
    Prolonged,
    past,
    possible,
    preview,
    revise,
)
from loftdb.actions.seasons import set_season
from loftdb.actions.status import latest
from loftdb.core.access import Grant, Role
from loftdb.core.amendments import Kind
from loftdb.core.errors import ConcurrentChange, NotAllowed, NotFound, Refused
from loftdb.core.model import Comparator, Season, SeasonKind, Standing, Status, Target
from loftdb.core.periods import Interval
from tests.actions.conftest import CONTROLS, GRUMS, PATROLS, STROMSTAD, as_actor, number, single
from tests.actions.histories import LIGHTS

AGREEMENT = "stromstad-2023-2024"
GROUND = Ground(date(2024, 7, 1), "BRÅ 2024-06-12, § 4", "Fler besökare i hamnarna.")


def more(context: Context, value: int = 60) -> NewTarget:
    _, promise = find_promise(context, PATROLS)
    last = promise.measures[0].targets[-1]
    return NewTarget(PATROLS, promise.measures[0].number, replace(last, value=value))


def test_a_new_target_is_shown_before_it_is_saved_and_is_then_so(context: Context) -> None:
    log(context, single(context, PATROLS, "2024-03-01", 38))
    [effect] = preview(context, AGREEMENT, more(context), GROUND)
    assert effect.before
    assert effect.after
    assert (effect.year, effect.before["target"], effect.after["target"]) == (2024, 40, 50)
    assert effect.standings == (Standing.ON_TRACK, Standing.ON_TRACK)
    assert [row["target"] for row in rows(context)] == [40, 40]
    revise(context, find_agreement(context, AGREEMENT), more(context), GROUND)
    assert [row["target"] for row in rows(context)] == [40, 50]
    before, after = find_promise(context, PATROLS)[1].measures[0].targets
    assert (before.value, after.value, after.valid_from) == (40, 60, GROUND.valid_from)
    assert (after.decision, after.reason) == (GROUND.decision, GROUND.reason)


def rows(context: Context) -> list[dict[str, object]]:
    frame = progress(context, Scope(agreement=AGREEMENT))
    return frame[frame["measure"] == PATROLS].to_dict("records")  # type: ignore[return-value]


def test_a_target_that_another_replaced_from_the_same_day_is_kept(context: Context) -> None:
    for value in (60, 70):
        revise(
            context, find_agreement(context, AGREEMENT), more(context, value), replace(GROUND, decision=f"§ {value}")
        )
    assert [each.value for each in find_promise(context, PATROLS)[1].measures[0].targets] == [40, 70]
    [versions] = past(context, PATROLS).targets.values()
    assert [(each.value, each.decision) for each in versions][1:] == [(60, "§ 60"), (70, "§ 70")]


def test_a_new_wording_leaves_the_old_to_be_read(context: Context) -> None:
    amendment = NewWording(PATROLS, "Minst fyrtio patruller, även i hamnarna.")
    assert preview(context, AGREEMENT, amendment, GROUND) == ()
    revise(context, find_agreement(context, AGREEMENT), amendment, GROUND)
    promise = find_promise(context, PATROLS)[1]
    assert promise.wording == amendment.wording
    assert promise.measures
    first, second = promise_history(context, PATROLS)
    assert first.promise.wording != second.promise.wording
    assert (second.valid_from, second.decision) == (GROUND.valid_from, GROUND.decision)


def test_a_promise_is_dropped_with_its_target_and_needs_explaining(context: Context) -> None:
    found = preview(context, AGREEMENT, Dropped(PATROLS), GROUND)
    assert [(each.year, each.after and each.after["target"]) for each in found] == [(2023, 40), (2024, 20)]
    revise(context, find_agreement(context, AGREEMENT), Dropped(PATROLS), GROUND)
    assert find_promise(context, PATROLS)[1].dropped_from == GROUND.valid_from
    assert (PATROLS, 2024) in {need.key for need in needing(context)}


def test_a_dropped_promise_told_in_words_says_so(context: Context) -> None:
    revise(context, find_agreement(context, AGREEMENT), Dropped(LIGHTS), GROUND)
    assert latest(context)[LIGHTS].status is Status.DROPPED


def test_an_agreement_goes_on_with_the_same_promises(context: Context) -> None:
    amendment = Prolonged(date(2025, 12, 31))
    found = preview(context, AGREEMENT, amendment, GROUND)
    assert {each.year for each in found if each.before is None} == {2025}
    revise(context, find_agreement(context, AGREEMENT), amendment, GROUND)
    agreement = find_agreement(context, AGREEMENT)
    assert agreement.period.last == amendment.last
    assert len(agreement.promises) == 21
    assert [row["year"] for row in rows(context)] == [2023, 2024, 2025]
    first, second = past(context, PATROLS).ends
    assert (first.last, second.last, second.ground) == (date(2024, 12, 31), amendment.last, GROUND)


def test_who_prolongs_is_told_of_promises_spread_over_days_that_end(context: Context) -> None:
    set_season(context, number(context, PATROLS), Season(SeasonKind.DATES, dates=(date(2024, 5, 4),)), 0)
    (warned,) = revise(context, find_agreement(context, AGREEMENT), Prolonged(date(2025, 12, 31)), GROUND)
    assert (warned.code, warned.facts["last"]) == ("season_ends", date(2024, 12, 31))


def test_what_may_be_changed_is_known_before_it_is_tried(context: Context) -> None:
    agreement, patrols = find_promise(context, PATROLS)
    assert possible(context, agreement, patrols) == tuple(Kind)
    assert Kind.TARGET not in possible(context, agreement, find_promise(context, LIGHTS)[1])
    tanum = as_actor(context, Grant(Role.COORDINATOR, frozenset({1435})))
    joint = next(each for each in agreement.promises if each.is_joint)
    assert possible(tanum, agreement, joint)
    assert Kind.PROLONGED not in possible(tanum, agreement, joint)
    assert possible(as_actor(context, Grant(Role.MANAGER)), agreement, patrols) == ()
    revise(context, agreement, Dropped(PATROLS), GROUND)
    assert possible(context, *find_promise(context, PATROLS)) == (Kind.PROLONGED,)


def test_a_change_since_it_was_read_is_told_and_a_double_tap_saves_once(context: Context) -> None:
    seen = find_agreement(context, AGREEMENT)
    revise(context, seen, more(context), GROUND, "key")
    revise(context, seen, more(context), GROUND, "key")
    with pytest.raises(ConcurrentChange):
        revise(context, seen, more(context, 70), GROUND)
    assert len(find_promise(context, PATROLS)[1].measures[0].targets) == 2


@pytest.mark.parametrize(
    ("amendment", "ground", "codes"),
    [
        (Dropped(PATROLS), replace(GROUND, decision=" ", reason=""), ["revision_decision", "revision_reason"]),
        (Dropped(PATROLS), replace(GROUND, reason="Ring 070-123 45 67"), ["phone_number"]),
        (Dropped(PATROLS), replace(GROUND, valid_from=date(2025, 1, 1)), ["revision_outside"]),
        (NewWording(PATROLS, " "), GROUND, ["words_missing"]),
        (NewWording(PATROLS, "Nytt", ""), GROUND, ["words_missing"]),
        (NewTarget(LIGHTS, 1, Target(date(2024, 1, 1), 3, Interval.YEAR)), GROUND, ["revision_no_number"]),
        (Prolonged(date(2024, 12, 31)), GROUND, ["revision_shorter"]),
        (Prolonged(date(3024, 12, 31)), GROUND, ["date_far"]),
    ],
)
def test_a_change_has_a_ground_and_changes_something(
    context: Context, amendment: Amendment, ground: Ground, codes: list[str]
) -> None:
    with pytest.raises(Refused) as refused:
        revise(context, find_agreement(context, AGREEMENT), amendment, ground)
    assert [issue.code for issue in refused.value.issues] == codes


def test_the_effect_is_shown_before_anybody_has_written_why(context: Context) -> None:
    unsaid = Ground(GROUND.valid_from, "", "")
    assert preview(context, AGREEMENT, more(context), unsaid) == preview(context, AGREEMENT, more(context), GROUND)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"value": 40}, "revision_nothing"),
        ({"value": 0}, "revision_value"),
        ({"value": None}, "revision_value"),
        ({"comparator": Comparator.RANGE}, "revision_range"),
        ({"value": 10**9}, "revision_value"),
    ],
)
def test_a_target_is_a_possible_number(context: Context, changed: dict[str, object], code: str) -> None:
    target = replace(more(context).target, value=60)
    with pytest.raises(Refused) as refused:
        revise(
            context,
            find_agreement(context, AGREEMENT),
            NewTarget(PATROLS, number(context, PATROLS), replace(target, **changed)),
            GROUND,
        )  # type: ignore[arg-type]
    assert [issue.code for issue in refused.value.issues] == [code]


def test_a_dropped_promise_is_not_changed_from_a_later_day(context: Context) -> None:
    revise(context, find_agreement(context, AGREEMENT), Dropped(PATROLS), GROUND)
    later = replace(GROUND, valid_from=GROUND.valid_from + timedelta(days=30))
    with pytest.raises(Refused) as refused:
        preview(context, AGREEMENT, more(context), later)
    assert [issue.code for issue in refused.value.issues] == ["revision_dropped"]


def test_who_may_change_an_agreement(context: Context) -> None:
    agreement = find_agreement(context, AGREEMENT)
    here, there = frozenset({STROMSTAD}), frozenset({GRUMS})
    promise = find_promise(context, CONTROLS)[1]
    assert possible(as_actor(context, Grant(Role.COORDINATOR, here)), agreement, promise)
    for role in (Role.READER, Role.REGISTRAR, Role.MANAGER):
        who = as_actor(context, Grant(role, here))
        assert possible(who, agreement, promise) == ()
        for amendment in (more(context), Prolonged(date(2025, 12, 31))):
            with pytest.raises(NotAllowed):
                revise(who, agreement, amendment, GROUND)
    for stranger in (as_actor(context, Grant(Role.COORDINATOR, there)), as_actor(context)):
        with pytest.raises(NotFound):
            revise(stranger, agreement, more(context), GROUND)
    with pytest.raises(NotFound):
        preview(context, AGREEMENT, Dropped(CONTROLS + "x"), GROUND)
