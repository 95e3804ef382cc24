"""What a board's text cannot say, said first: months that nobody has signed, and promises that cannot be judged."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from loftdb.core.memo import Followed, Part, unsigned
from loftdb.core.model import STALE_DAYS, Party, Standing
from loftdb.core.periods import next_month
from loftdb.view.figures import figures
from loftdb.view.formats import counted, listed, month_name, months_listed, prose_date
from loftdb.view.memo.promises import is_counted, now
from loftdb.view.sentences import sentence
from loftdb.view.texts.labels import label

ALL_KNOWN = "Alla månader är avstämda, och alla löften går att bedöma."
_FEW_MONTHS = 2


def unknown(parts: Sequence[Part], day: date) -> tuple[str, ...]:
    """Return a sentence for each thing that is not known."""
    months = tuple(_unsigned(*each) for each in unsigned(parts))
    told = (*months, *(text for part in parts for text in _of_part(part, day)))
    return (*_not_begun(parts, day), *told) or (ALL_KNOWN,)


def _not_begun(parts: Sequence[Part], day: date) -> Iterator[str]:
    for agreement in (part.agreement for part in parts if day < part.agreement.period.start):
        yield f"{agreement.title} gäller från {prose_date(agreement.period.start)}. Det finns inget att följa upp än."


def _of_part(part: Part, day: date) -> Iterator[str]:
    yield from _unjudged(part, day)
    for says, applies in (*_LISTS, _OWNERS) if day >= part.agreement.period.start else (_OWNERS,):
        titles = [each.promise.title for each in part.followed if applies(each)]
        if titles:
            yield f"{says} {listed(titles)}."


def _unsigned(party: Party, months: Sequence[date]) -> str:
    return (
        f"{label(party)} har inte stämt av {months_text(months)}. Det är därför inte känt om allt som gjordes då är "
        "registrerat."
    )


def months_text(months: Sequence[date]) -> str:
    """Write ``mars–september 2024 (7 månader)``, or the months one by one where they are few or have gaps."""
    is_run = all(next_month(first) == second for first, second in pairwise(months))
    if len(months) <= _FEW_MONTHS or not is_run:
        return months_listed(months)
    first, last = months[0], months[-1]
    span = f"{month_name(first, last.year)}–{month_name(last)}"
    return f"{span} ({counted(len(months), 'månad', 'månader')})"


def _unjudged(part: Part, day: date) -> Iterator[str]:
    for followed in part.followed:
        for row in now(followed):
            facts = figures(row)
            if facts.state is Standing.CANNOT_JUDGE and not followed.promise.sensitive:
                yield f"{facts.title}: {label(facts.state).lower()}. {sentence(facts, day)}"


def _has_no_word(followed: Followed) -> bool:
    return followed.word is None and not is_counted(followed)


def _has_no_number(followed: Followed) -> bool:
    return any(figures(row).is_unknown and figures(row).state is Standing.NO_TARGET for row in now(followed))


def _has_no_owner(followed: Followed) -> bool:
    return not followed.promise.parties and not followed.promise.third_parties


_LISTS: tuple[tuple[str, Callable[[Followed], bool]], ...] = (
    ("Uppgift saknas om antalet för:", _has_no_number),
    ("Ingen har sagt hur det går med:", _has_no_word),
    (f"Statusen är mer än {STALE_DAYS} dagar gammal för:", lambda followed: followed.is_stale),
    ("Antalet är uppskattat för:", lambda followed: any(figures(row).estimated for row in now(followed))),
)
_OWNERS = ("Det framgår inte av texten vem som ansvarar för:", _has_no_owner)
