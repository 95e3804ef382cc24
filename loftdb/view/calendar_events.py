"""What the entries of a calendar file say, from a list of allowed fields: titles, places and days (5.23)."""

from collections.abc import Iterable, Iterator

from loftdb.core.council_years import Announced, CalendarEvent
from loftdb.core.duties import DutyStage, DutyState
from loftdb.core.model import ActivityState, DutyRecurrence, Municipality
from loftdb.core.periods import DAY, Period
from loftdb.view.duties import duty_name, window_text
from loftdb.view.texts.labels import label

EXAMPLE = "Exempeldata: "
INVENTED = "Exempeldata: uppgiften är påhittad."


def name(municipality: Municipality, is_demo: bool) -> str:
    """Name the calendar."""
    return f"{EXAMPLE if is_demo else ''}Medborgarlöften i {municipality.name}"


def file_name(municipality: Municipality, is_demo: bool) -> str:
    """Return a name in ASCII: ``medborgarloften-1761.ics``."""
    return f"medborgarloften-{municipality.code}{'-exempeldata' if is_demo else ''}.ics"


def of_duties(states: Iterable[DutyState], is_demo: bool) -> Iterator[CalendarEvent]:
    """Yield each duty over the days it is to be made, and the day its preparation begins while it is not done."""
    for state in states:
        window = state.occasion.window
        uid = f"uppfoljning-{state.duty.id}{f'-{state.occasion.key}' if state.occasion.key else ''}"
        about = f"{state.agreement.title}, {state.agreement.home.name}. Till: {state.duty.to_whom}."
        done = state.stage is DutyStage.DONE
        said = f"{label(DutyStage.DONE)}: {duty_name(state)}" if done else duty_name(state)
        yield _event(uid, window, said, about, is_demo, sequence=state.version)
        if not done and state.duty.recurrence is not DutyRecurrence.PER_MEETING:
            first = Period(state.occasion.prepared_from, state.occasion.prepared_from + DAY)
            when = f"Ska göras {window_text(window)}."
            said = f"{label(DutyStage.PREPARE)}: {duty_name(state)}"
            yield _event(f"{uid}-forbered", first, said, f"{when} {about}", is_demo, sequence=state.version)


def of_occasions(occasions: Iterable[Announced], municipality: Municipality, is_demo: bool) -> Iterator[CalendarEvent]:
    """Yield each announced occasion with its place; one that was called off takes itself out of the calendar."""
    for each in occasions:
        called_off = each.state is ActivityState.CANCELLED
        title = "; ".join(each.titles)
        yield _event(
            f"tillfalle-{municipality.code}-{each.activity}", each.days,
            f"{label(ActivityState.CANCELLED)}: {title}" if called_off else title,
            f"Annonserat tillfälle, {municipality.name}.", is_demo,
            place=each.place, sequence=each.version - 1, is_cancelled=called_off,
        )  # fmt: skip


def _event(  # noqa: PLR0913 - an entry's fields
    uid: str, days: Period, summary: str, description: str, is_demo: bool,
    *, place: str = "", sequence: int = 0, is_cancelled: bool = False,
) -> CalendarEvent:  # fmt: skip
    if is_demo:
        uid, summary, description = f"exempel-{uid}", f"{EXAMPLE}{summary}", f"{description} {INVENTED}"
    return CalendarEvent(f"{uid}@loftdb", days, summary, description, place, sequence, is_cancelled)
