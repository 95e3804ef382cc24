"""The limits of the judgement in sentences, for every report that states a läge (5.6)."""

from collections.abc import Callable, Mapping

from loftdb.core.model import Standing, Thresholds
from loftdb.view.formats import counted, number, percent
from loftdb.view.texts.labels import label

RULES_TITLE = "Så bedöms läget"


def _pace(limit: int) -> str:
    return f"{number(limit / 100, 2)} gånger"


_ON_TRACK, _SLIGHTLY, _BEHIND = map(label, (Standing.ON_TRACK, Standing.SLIGHTLY_BEHIND, Standing.BEHIND))
_LIMITS: Mapping[str, tuple[str, Callable[[int], str]]] = {
    "pace_excess": (f"{_BEHIND}: takten som behövs, mot takten hittills", _pace),
    "late_share": ("Tid kvar, när ett saknat tillfälle väger tyngre", percent),
    "missing_for_behind": (f"{_BEHIND}: hela tillfällen som saknas", number),
    "small_target": ("Litet mål, som behöver något gjort eller bokat", number),
    "held_on_track": (f"{_ON_TRACK}: andel veckor, månader eller kvartal då löftet hölls", percent),
    "held_slightly_behind": (f"{_SLIGHTLY}: andel veckor, månader eller kvartal då löftet hölls", percent),
}


def limit(name: str, before: int, after: int) -> tuple[str, str, str]:
    """Return what a limit of the judgement is called, and its value before and after."""
    called, write = _LIMITS[name]
    return called, write(before), write(after)


def rules(thresholds: Thresholds) -> tuple[str, ...]:
    """Return how a läge follows from the figures, with the thresholds that were used."""
    missing = counted(thresholds.missing_for_behind, "helt tillfälle", "hela tillfällen")
    late, excess = percent(thresholds.late_share), number(thresholds.pace_excess / 100, 2)
    behind, slightly, on_track = map(label, (Standing.BEHIND, Standing.SLIGHTLY_BEHIND, Standing.ON_TRACK))
    return (
        "Läget räknas fram ur det som är registrerat, på samma sätt för alla löften. Målet fördelas jämnt över tiden, "
        "om inget annat är bestämt för löftet. Delar av ett tillfälle väntas aldrig.",
        f"{behind}: takten som behövs är mer än {excess} gånger takten hittills, eller inget är gjort. Dessutom saknas "
        f"minst {missing}, eller så är högst {late} av tiden kvar.",
        f"{slightly}: något saknas, men läget är inte {behind}. Ett mål på högst {number(thresholds.small_target)} är "
        f"{slightly} också när högst {late} av tiden är kvar och ingen dag är bokad.",
        f"Löften per vecka, månad eller kvartal: {on_track} när löftet hölls minst "
        f"{percent(thresholds.held_on_track)} av gångerna, {slightly} när det hölls minst "
        f"{percent(thresholds.held_slightly_behind)}, annars {behind}.",
    )
