"""The words of *Månadsblad*."""

from collections.abc import Sequence
from datetime import date

from loftdb.core.model import Measure, Party, Promise, Standing
from loftdb.core.periods import add_months
from loftdb.view.figures import Figures
from loftdb.view.formats import (
    HARD_SPACE,
    counted,
    duration,
    listed,
    month_name,
    months_listed,
    number,
    prose_date,
    week_of,
)
from loftdb.view.texts.labels import label

TITLE = "Månadsblad"
NOTHING_TO_REPORT = (
    "Din roll får inte stämma av månader. Registrerare och samordnare får det. "
    "Be en administratör om rollen, eller läs läget på Översikt."
)
MONTH = "Månad"
PARTY = "Fylls i för"
MUNICIPALITIES = "Kommuner"
NO_MUNICIPALITY = "Välj minst en kommun."
NOTHING_THIS_MONTH = "Inget löfte att räkna den här månaden. Välj en annan månad."
HOW = (
    "Skriv månadens hela antal, och bocka för veckorna då löftet hölls. "
    "Det som redan är loggat är ifyllt och räknas inte två gånger."
)
CANCELLED = "inställd"
CANCELLED_WEEKS = "Inställda veckor"
NOT_CANCELLED = "Inte inställd"
SAVE = "Spara"
SAVE_AND_SIGN = "Spara och stäm av"
SAVE_ONLY = "Bara spara"
NOT_SAVED = "Inget är sparat. Rätta det som är markerat. Allt du har fyllt i står kvar."
RUNNING = "Månaden pågår. Spara nu, och stäm av när den är slut."
NOTHING_CHANGED = "Inga antal ändrades."


def month_choice(name: str, signed: bool) -> str:
    """Write ``mars 2024, avstämd``."""
    return f"{name}{', avstämd' if signed else ''}"


def signing(party: Party, name: str) -> str:
    """Say what signing means, before it is done."""
    who = {Party.POLICE: "polisen", Party.MUNICIPALITY: "kommunen"}.get(party, label(party))
    return f"Att stämma av betyder: allt som {who} gjorde i {name} finns med, och nollor är nollor."


def gap(earlier: Sequence[date], name: str) -> str:
    """Say that earlier months keep a month from being judged."""
    return f"Läget räknas inte fram till {name} förrän de här månaderna är avstämda: {_months(earlier)}."


def saved(name: str, signed: bool) -> str:
    """Say that the month is saved."""
    return f"Sparat{' och avstämt' if signed else ''}: {name}."


def was(before: Standing) -> str:
    """Write the läge that a promise had before: ``Efter → ``."""
    return f"{label(before)} → "


def line_label(promise: Promise, measure: Measure, logged: int) -> str:
    """Write ``Trafikkontroller (redan loggat: 5)``, with the unit where a promise counts several."""
    unit = f", {measure.plural}" if len(promise.measures) > 1 else ""
    minutes = ", minuter" if measure.minutes else ""
    already = f" (redan loggat: {number(logged)})".replace(" ", HARD_SPACE).replace(HARD_SPACE, " ", 1)
    return f"{promise.title}{unit}{minutes}{already if logged else ''}"


def nothing_in(names: Sequence[str], name: str) -> str:
    """Say why chosen municipalities are not on the sheet."""
    return f"{listed(names)} har inget löfte att räkna i {name} och är inte med på bladet."


def in_full(text: str, *context: str) -> str:
    """Write ``*Forshaga, Lokalt poliskontor,* v. 9``: what stands above a field is said with it, and is not seen."""
    return f"*{', '.join(context)},* {text}"


def week_label(monday: date) -> str:
    """Write ``v. 9``, of the week's own year by its Thursday."""
    return week_of(monday).split(" (", maxsplit=1)[0]


def signed_line(through: date | None, unreported: Sequence[date]) -> str:
    """Write ``Avstämt till och med 31 mars 2024. Uppgift saknas för januari 2024.``."""
    signed = f"Avstämt till och med {prose_date(through)}." if through else "Inget är avstämt än."
    return f"{signed} Uppgift saknas för {_months(unreported)}." if unreported else signed


def signed_through(through: date | None, on: date | None) -> str:
    """Write ``Avstämt till och med 31 mars 2024. Månaden stämdes av 15 oktober 2024.``."""
    return signed_line(through, ()) + (f" Månaden stämdes av {prose_date(on)}." if on else "")


def so_far(row: Figures) -> str:
    """Write ``6 fotpatruller 2024``, of a count without a target."""
    year = f" {row.year}" if row.year is not None else ""
    amount = duration(row.actual) if row.minutes else counted(row.actual, row.singular, row.plural)
    return f"{amount}{year}"


def _months(months: Sequence[date]) -> str:
    """Write ``mars–september 2024`` for months in a row, else each of them."""
    first, last = months[0], months[-1]
    if len(months) < 3 or add_months(first, len(months) - 1) != last:
        return months_listed(months)
    return f"{month_name(first, last.year)}–{month_name(last)}"


def conflict(title: str) -> str:
    """Say that somebody logged meanwhile."""
    return (
        f"Inget är sparat: någon har registrerat till ”{title}” medan du fyllde i. Det du har skrivit står kvar, och "
        "”redan loggat” visar vad som gäller nu. Kontrollera antalet och spara igen."
    )


def elsewhere(weeks: Sequence[str]) -> str:
    """Say why some boxes cannot be changed here."""
    return f"{', '.join(weeks)}: redan loggat. Rättas under Aktiviteter."
