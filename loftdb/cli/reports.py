"""The commands that only read: what was promised, and how it goes."""

from argparse import Namespace

from loftdb.actions.forecast import forecasted
from loftdb.actions.progress import Scope, today
from loftdb.actions.register import reference
from loftdb.cli.databases import opened
from loftdb.cli.output import Answer, Record, Sheet
from loftdb.core.model import Agreement, Measure, Promise, Standing, Target
from loftdb.core.progress import records
from loftdb.view.figures import Figures, figures
from loftdb.view.forecast import forecast_text
from loftdb.view.sentences import count_label, sentence
from loftdb.view.texts import commands as texts
from loftdb.view.texts.labels import label, parties_label
from loftdb.view.texts.targets import target_phrase


def promises(found: Namespace) -> Answer:
    """List every promise with its targets."""
    with opened(found.database) as context:
        pairs = list(reference(context).promises())
    rows = tuple(
        (promise.id, promise.title, parties_label(promise.parties, promise.third_parties), _goals(promise))
        for _, promise in pairs
    )
    return Answer([_promise(*pair) for pair in pairs], sheet=Sheet(texts.PROMISES, rows))


def _promise(agreement: Agreement, promise: Promise) -> Record:
    names = {municipality.code: municipality.name for municipality in agreement.municipalities}
    return {
        "promise": promise.id,
        "title": promise.title,
        "agreement": agreement.id,
        "municipalities": [names[code] for code in promise.municipalities],
        "parties": promise.parties,
        "function": promise.function or None,
        "targets": [_target(measure, target) for measure in promise.measures for target in measure.targets],
    }


def _target(measure: Measure, target: Target) -> Record:
    return {
        "measure": measure.id,
        "valid_from": target.valid_from,
        "value": target.value,
        "value_max": target.value_max,
        "comparator": target.comparator,
        "interval": target.interval,
        "every": target.every,
        "average": target.average,
    }


def _goals(promise: Promise) -> str | None:
    goals = (target_phrase(each, measure.minutes) for measure in promise.measures for each in measure.targets)
    return "; ".join(goals) or None


def report(found: Namespace) -> Answer:
    """Judge every measure in every year of its agreement."""
    scope = Scope(found.municipality, on=found.on, known_on=found.known_on)
    with opened(found.database) as context:
        rows = [figures(row) for row in records(forecasted(context, scope))]
        names = {
            each.code: each.name for agreement in reference(context).agreements for each in agreement.municipalities
        }
        day = today(context, found.known_on)
    lines = tuple(
        (names[row.municipality], row.title, str(row.year or "–"), count_label(row), label(row.state),
         row.judged_through, f"{sentence(row, day)} {forecast_text(row)}".rstrip())
        for row in rows
    )  # fmt: skip
    found_records = [progress_record(row, names[row.municipality], sentence(row, day)) for row in rows]
    return Answer(found_records, sheet=Sheet(texts.PROGRESS, lines))


def progress_record(row: Figures, municipality: str, said: str) -> Record:
    """Return what a command tells of a progress row."""
    has_target = row.state is not Standing.NO_TARGET
    return {
        "promise": row.promise,
        "measure": row.measure,
        "municipality": municipality,
        "title": row.title,
        "parties": row.parties,
        "interval": row.interval,
        "year": row.year,
        "target": row.target if has_target else None,
        "target_original": row.target_original,
        "actual": row.actual,
        "preliminary": row.preliminary,
        "expected": None if row.expected is None else round(row.expected, 2),
        "state": row.state,
        "state_label": label(row.state),
        "judged_through": row.judged_through,
        "held": row.held,
        "completed": row.completed,
        "last_safe": row.last_safe,
        "sentence": said,
        "probability": None if row.probability is None else round(row.probability, 4),
        "low": row.low,
        "high": row.high,
    }
