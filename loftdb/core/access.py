"""One question, ``allowed(actor, action, municipality)``: role x action x municipality, closed by default."""

from dataclasses import dataclass
from enum import StrEnum

from loftdb.core.errors import NotAllowed
from loftdb.core.model import SIGNING_PARTIES, Party


class Role(StrEnum):
    """Who somebody is to the program (the domain's section 3)."""

    PUBLIC = "public"
    READER = "reader"
    REGISTRAR = "registrar"
    COORDINATOR = "coordinator"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """What somebody can ask to do."""

    READ = "read"
    READ_SENSITIVE = "read_sensitive"
    LOG = "log"
    CORRECT = "correct"
    UPDATE_STATUS = "update_status"
    SIGN_OFF = "sign_off"
    EDIT_AGREEMENTS = "edit_agreements"
    WRITE_DEVIATION = "write_deviation"
    WRITE_VERDICT = "write_verdict"
    HOLD_MEETINGS = "hold_meetings"
    REDACT = "redact"
    ADMINISTER = "administer"


_READER = frozenset({Action.READ})
_REGISTRAR = _READER | {Action.READ_SENSITIVE, Action.LOG, Action.CORRECT, Action.UPDATE_STATUS, Action.SIGN_OFF}
_COORDINATOR = _REGISTRAR | {
    Action.EDIT_AGREEMENTS,
    Action.WRITE_DEVIATION,
    Action.WRITE_VERDICT,
    Action.HOLD_MEETINGS,
}

PERMITTED: dict[Role, frozenset[Action]] = {
    Role.PUBLIC: frozenset(),
    Role.READER: _READER,
    Role.REGISTRAR: _REGISTRAR,
    Role.COORDINATOR: _COORDINATOR,
    Role.MANAGER: _READER | {Action.READ_SENSITIVE, Action.WRITE_DEVIATION, Action.WRITE_VERDICT},
    Role.ADMINISTRATOR: _READER | {Action.READ_SENSITIVE, Action.REDACT, Action.ADMINISTER},
}

BY_PARTY = frozenset({Action.LOG, Action.CORRECT, Action.UPDATE_STATUS, Action.SIGN_OFF})
"""Actions that a role held for one party permits for that party only."""


@dataclass(frozen=True)
class Grant:
    """A role held in some municipalities (null: in all), for some of the parties."""

    role: Role
    municipalities: frozenset[int] | None = None
    parties: frozenset[Party] = frozenset(SIGNING_PARTIES)


@dataclass(frozen=True)
class Actor:
    """Somebody, by a name for the history, with what was granted; no grant permits nothing."""

    name: str
    grants: tuple[Grant, ...] = ()


def allowed(actor: Actor, action: Action, municipality: int | None = None, party: Party | None = None) -> bool:
    """Tell whether any grant permits the action there (null: in every municipality), for the party (null: any)."""
    return any(_permits(grant, action, municipality, party) for grant in actor.grants)


def demand(actor: Actor, action: Action, municipality: int | None = None, party: Party | None = None) -> None:
    """Raise NotAllowed unless the actor may."""
    if not allowed(actor, action, municipality, party):
        raise NotAllowed(action, None if municipality is None else str(municipality))


def _permits(grant: Grant, action: Action, municipality: int | None, party: Party | None) -> bool:
    everywhere = grant.municipalities is None
    return (
        action in PERMITTED[grant.role]
        and (everywhere or municipality in (grant.municipalities or ()))
        and (party is None or action not in BY_PARTY or party in grant.parties)
    )
