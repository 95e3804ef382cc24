"""*Be om uppdatering*: a ready text to whoever answers for a promise, by function, never to a person by name."""

from collections.abc import Iterator
from datetime import date

from loftdb.core.arrears import Lag, Silent, Stale
from loftdb.core.duties import DutyState
from loftdb.core.model import SIGNING_PARTIES, Agreement, Party, Promise
from loftdb.view.duties import duty_name, next_text
from loftdb.view.figures import figures
from loftdb.view.forecast import forecast_text
from loftdb.view.formats import listed, prose_date
from loftdb.view.markup import Html, tag
from loftdb.view.overview import unreported_phrase
from loftdb.view.sentences import sentence
from loftdb.view.texts import lagging as words
from loftdb.view.texts.labels import inside, label

STYLE = """
.loft-ask summary{cursor:pointer;padding:.6rem 0;text-decoration:underline;text-underline-offset:.2em}
.loft-ask .loft-letter{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0 0 .5rem;padding:.75rem 1rem;
border:1px solid color-mix(in srgb,currentColor 35%,transparent);border-radius:.5rem;background:none;color:inherit}
.loft-ask button{min-height:2.75rem;padding:0 1.25rem;border:1px solid;border-radius:.375rem;background:none;
color:inherit;font:inherit;font-weight:600;cursor:pointer}
.loft-ask output{margin-left:.75rem}
@media print{.loft-ask{display:none}}
"""

_ASKED = ("Registrera det som är gjort och stäm av månaderna.", "Säg vad som avviker och varför.", "Säg nästa steg.")
_WHOM = {Party.POLICE: "polisen", Party.MUNICIPALITY: "kommunen"}


def request(text: str, subject: str) -> Html:
    """Return the text folded, with a button that copies it; ``subject`` tells one button from another."""
    copy = tag("button", words.COPY, type="button", class_="loft-copy", aria_label=f"{words.COPY}: {subject}")
    letter, said = tag("div", text, class_="loft-letter"), tag("output", data_done=words.COPIED)
    return tag("details", tag("summary", words.ASK), letter, copy, said, class_="loft-ask")


def of_lag(lag: Lag, today: date) -> str:
    """Ask about a promise that lags."""
    facts = figures(lag.row)
    state = f"{label(facts.state)}: {sentence(facts, today)} {forecast_text(facts)}".strip()
    lacking = unreported_phrase(lag.unreported, today.year)
    return _letter(lag.agreement, lag.promise, (state, f"{lacking}." if lacking else ""), _ASKED)


def of_silent(silent: Silent) -> str:
    """Ask about a promise of which nothing was logged for long."""
    since = f"sedan {prose_date(silent.last)}" if silent.last else "än"
    told = f"Inga {silent.measure.plural} är registrerade {since}."
    return _letter(silent.agreement, silent.promise, (told,), _ASKED)


def of_stale(stale: Stale) -> str:
    """Ask about a promise told in words, of which nothing was said for long."""
    told = f"Status uppdaterades senast {prose_date(stale.update.on)}." if stale.update else "Ingen status är skriven."
    asked = ("Välj status.", "Skriv vad som är gjort.", "Skriv nästa steg.")
    return _letter(stale.agreement, stale.promise, (told,), asked)


def of_duty(state: DutyState, today: date) -> str:
    """Ask about a follow-up that is overdue."""
    about = f"Det gäller uppföljningen ”{duty_name(state)}” till {state.duty.to_whom} ({_place(state.agreement)})."
    asked = ("Säg när den görs.", "Markera den som genomförd när den är gjord.")
    return "\n\n".join(("Hej!", about, next_text(state, today), _list(asked)))


def _letter(agreement: Agreement, promise: Promise, told: tuple[str, ...], asked: tuple[str, ...]) -> str:
    about = f"Det gäller löftet ”{promise.title}” ({_place(agreement)}){_to(promise)}."
    return "\n\n".join(("Hej!", about, *filter(None, told), _list(asked)))


def _to(promise: Promise) -> str:
    """Say who answers: parties and organisations, and their function."""
    whom = [*_parties(promise), *map(inside, promise.third_parties)]
    function = f" (ansvarig funktion: {promise.function})" if promise.function else ""
    return f", som {listed(whom)} ansvarar för{function}" if whom else function


def _parties(promise: Promise) -> Iterator[str]:
    return (_WHOM[party] for party in SIGNING_PARTIES if party in promise.parties)


def _place(agreement: Agreement) -> str:
    return f"{agreement.home.name}, {agreement.title}"


def _list(asked: tuple[str, ...]) -> str:
    return "\n".join(("Kan ni göra det här?", *(f"– {each}" for each in asked)))
