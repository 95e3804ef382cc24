"""The words of *Månadsblad*."""

from collections.abc import Sequence
from datetime import date

from loftdb.core.model import Measure, Party, Promise
from loftdb.view.formats import months_listed, number, prose_date, week_of
from loftdb.view.texts.labels import label

TITLE = "Månadsblad"
NOTHING_TO_REPORT = (
    "Din roll får inte stämma av månader. Registrerare och samordnare får det. "
    "Be en administratör om rollen, eller läs läget på Översikt."
)
MONTH = "Månad"
PARTY = "För"
MUNICIPALITIES = "Kommuner"
NO_MUNICIPALITY = "Välj minst en kommun."
NOTHING_THIS_MONTH = "Inget löfte att räkna den här månaden. Välj en annan månad."
HOW = "Skriv månadens hela antal. Det som redan är loggat är ifyllt och räknas inte två gånger."
WEEKS = "Bocka för veckorna då löftet hölls."
CANCELLED_WEEKS = "Inställda veckor"
NOT_CANCELLED = "Inte inställd"
SAVE = "Spara"
SAVE_AND_SIGN = "Spara och stäm av"
SAVE_ONLY = "Bara spara"
NOT_SAVED = "Inget är sparat. Rätta det som är markerat. Allt du har fyllt i står kvar."
RUNNING = "Månaden pågår. Spara nu, och stäm av när den är slut."
NOTHING_CHANGED = "Inga antal ändrades."


def month_choice(first: date, name: str, signed: bool) -> str:
    """Write ``mars 2024, avstämd``."""
    return f"{name}{', avstämd' if signed else ''}"


def signing(party: Party, first: date, name: str) -> str:
    """Say what signing means, before it is done."""
    who = {Party.POLICE: "polisen", Party.MUNICIPALITY: "kommunen"}.get(party, label(party))
    return f"Att stämma av betyder: allt som {who} gjorde i {name} finns med, och nollor är nollor."


def line_label(promise: Promise, measure: Measure, logged: int) -> str:
    """Write ``Trafikkontroller (redan loggat: 5)``, with the unit where a promise counts several."""
    unit = f", {measure.plural}" if len(promise.measures) > 1 else ""
    minutes = ", minuter" if measure.minutes else ""
    return f"{promise.title}{unit}{minutes}{f' (redan loggat: {number(logged)})' if logged else ''}"


def week_label(monday: date) -> str:
    """Write ``v. 9``, of the week's own year by its Thursday."""
    return week_of(monday).split(" (", maxsplit=1)[0]


def signed_line(through: date | None, unreported: Sequence[date]) -> str:
    """Write ``Avstämt till och med 31 mars 2024. Uppgift saknas för januari 2024.``."""
    signed = f"Avstämt till och med {prose_date(through)}." if through else "Inget är avstämt än."
    return f"{signed} Uppgift saknas för {months_listed(unreported)}." if unreported else signed


def conflict(title: str) -> str:
    """Say that somebody logged meanwhile."""
    return (
        f"Inget är sparat: någon har registrerat till ”{title}” medan du fyllde i. Det du har skrivit står kvar, och "
        "”redan loggat” visar vad som gäller nu. Kontrollera antalet och spara igen."
    )


def elsewhere(weeks: Sequence[str]) -> str:
    """Say why some boxes cannot be changed here."""
    return f"{', '.join(weeks)}: redan loggat. Rättas under Aktiviteter."
