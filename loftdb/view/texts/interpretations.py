"""*Tolkning*: the sentence that says how a number without a period is read, and by whom (5.4)."""

from loftdb.core.drafts import DraftTarget
from loftdb.core.periods import Interval
from loftdb.view.texts.targets import amount_phrase, interval_phrase

BY = "Samordnaren vid inläsningen"
"""The function that decided, where nobody says another."""


def interpretation_text(target: DraftTarget, other: Interval) -> str:
    """Write how the number is read, and the other reading; ``target`` has a value and an interval."""
    amount = amount_phrase(target.comparator, target.value or 0, target.value_max, target.minutes)
    chosen = interval_phrase(target.interval or Interval.TERM)
    return (
        f"Texten säger inte hur lång tid talet gäller. Här läses det som {amount} {target.plural} {chosen}. "
        f"Den andra läsningen är {amount} {interval_phrase(other)}."
    )
