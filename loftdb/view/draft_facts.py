"""What a draft says of the agreement itself, at a glance; what is missing is said, never left out."""

from loftdb.core.drafts import Draft, DraftDuty
from loftdb.view.draft import goto
from loftdb.view.formats import listed, prose_date
from loftdb.view.markup import Html, joined, tag
from loftdb.view.texts import new_agreement as words
from loftdb.view.texts.labels import label

MISSING = "Saknas"

STYLE = """
.loft-facts{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.25rem 1rem;margin:.25rem 0 0}
.loft-facts dt{opacity:.85;font-size:.9375em}
.loft-facts dd{margin:0;font-weight:400;overflow-wrap:anywhere}
.loft-lacks{border-left:4px solid #b87400;padding-left:.6rem}
@media (max-width:40rem){.loft-facts{grid-template-columns:1fr;gap:0}.loft-facts dd{margin-bottom:.5rem}}
@media (forced-colors:active){.loft-lacks{border-color:CanvasText}}
"""


def facts(draft: Draft, turn: int | None = None) -> Html:
    """Return the facts as a list; ``turn``: they come into view."""
    rows = (
        (words.AGREEMENT_TITLE, draft.title, True),
        (words.PLACES, listed(_places(draft)), bool(draft.municipalities) and not draft.unknown_municipalities),
        (words.PERIOD, words.period(draft), draft.period is not None),
        (words.DISTRICT, draft.district, bool(draft.district)),
        (words.PROBLEM_AREAS, ", ".join(draft.problem_areas) or words.NONE_RANKED, True),
        (words.SOURCE, draft.source, bool(draft.source)),
        (words.DUTIES, _duties(draft) or words.NO_DUTIES, True),
    )
    pairs = [part for name, said, is_there in rows for part in _pair(name, said, is_there)]
    return tag("div", goto(turn, words.FACTS), tag("dl", *pairs, class_="loft-facts"), class_="loft-card")


def dropped_duty(duty: DraftDuty) -> Html:
    """Return a follow-up that was taken out, in one line."""
    return tag("p", tag("s", duty.title))


def _pair(name: str, said: str | Html, is_there: bool) -> tuple[Html, Html]:
    shown = said or MISSING
    return tag("dt", name), tag("dd", shown, class_=None if is_there and said else "loft-lacks")


def _places(draft: Draft) -> list[str]:
    unknown = (words.unknown(each) for each in draft.unknown_municipalities)
    return [*(each.name for each in draft.municipalities), *unknown]


def _duties(draft: Draft) -> Html | str:
    kept = [each for each in draft.duties if not each.dropped]
    return joined(*(tag("div", _duty(each)) for each in kept)) if kept else ""


def _duty(duty: DraftDuty) -> str:
    often = label(duty.recurrence).lower() if duty.recurrence else words.HOW_OFTEN_MISSING
    window = f", {prose_date(duty.first)}–{prose_date(duty.last)}" if duty.first and duty.last else ""
    whom = f", till {duty.to_whom}" if duty.to_whom else ""
    return f"{duty.title or words.UNTITLED_DUTY}{whom} ({often}{window})"
