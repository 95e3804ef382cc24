"""Forecasts as the actor may read them, reckoned only where they are shown: judging alone never waits for them."""

import numpy as np
import pandas as pd

from loftdb.actions.cache import cached
from loftdb.actions.context import Context
from loftdb.actions.progress import Judgement, Scope, homes_of, judgement
from loftdb.core.forecast import dispersion, forecast
from loftdb.core.forecast.outlook import Flags, Floats
from loftdb.core.progress.totals import Totals
from loftdb.store import sums


def forecasted(context: Context, scope: Scope | None = None) -> pd.DataFrame:
    """Return the progress frame with a forecast on each row (columns: ``core.forecast.COLUMNS`` too).

    Of a sensitive promise, and of what nobody has signed off while no person picked the day, only what is settled is
    said. NotFound for an unknown municipality. The frame is shared: copy before changing it.
    """
    scope = scope or Scope()
    database = context.database
    version = (database.ledger_version, database.reference_version)
    return cached(("forecasted", context.actor, context.today, scope), version, lambda: _forecasted(context, scope))


def _forecasted(context: Context, scope: Scope) -> pd.DataFrame:
    judged = judgement(context, scope)
    told = forecast(judged.frame, _clustering(context, scope, judged), _withheld(judged))
    return pd.concat([judged.frame, told], axis=1)


def _clustering(context: Context, scope: Scope, judged: Judgement) -> Floats:
    """Return how unevenly each row runs, from the whole months that are judged."""
    plan = judged.limits.plan.assign(weekly=False, monthly=True)
    totals = Totals.of(sums.totals(context.database, plan, homes_of(context, scope), scope.known_on))
    months = judged.judge.months.counts(totals, judged.limits.through)
    return dispersion(months.row, months.count, months.weight, len(judged.frame))


def _withheld(judged: Judgement) -> Flags:
    sensitive = np.array([row.promise.sensitive for row in judged.judge.schedule.rows], dtype=bool)
    withheld: Flags = sensitive if judged.limits.picked else sensitive | ~judged.limits.signed
    return withheld
