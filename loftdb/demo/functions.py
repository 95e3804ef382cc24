"""Which functions answer for some of the promises: made up, since none of the five texts names one for a promise."""

from dataclasses import replace
from datetime import date, datetime

from loftdb.demo.events import ANYBODY_POLICE, moment
from loftdb.store.agreements import load
from loftdb.store.database import Database
from loftdb.store.revisions import Warrant, revise_promise

_S, _G, _H = "stromstad-2023-2024", "grums-2023-2025", "hammaro-2023-2025"

_SAID = {
    f"{_S}/trafikkontroller": "gruppchef",
    f"{_S}/fot-och-cykelpatruller": "kommunpolis",
    f"{_S}/skol-och-fritidsgardsbesok": "kommunpolis",
    f"{_S}/grann-och-batsamverkan": "kommunpolis och säkerhetssamordnare",
    f"{_S}/led-armaturer": "gatukontorets chef",
    f"{_G}/lokalt-poliskontor": "kommunpolis",
    f"{_H}/lokalt-poliskontor": "kommunpolis",
}
"""What is left to say is for the visitor: the police office of Forshaga among it."""


def name_functions(database: Database, clock: datetime) -> None:
    """Say them, from each agreement's first day."""
    known = {promise.id: (agreement, promise) for agreement, promise in load(database).promises()}
    with database.transaction(clock, registered_at=moment(date(2023, 1, 4), 9)) as tx:
        for promise_id, function in _SAID.items():
            agreement, promise = known[promise_id]
            warrant = Warrant(agreement.period.start, ANYBODY_POLICE.name)
            revise_promise(tx, agreement, replace(promise, function=function), warrant)
