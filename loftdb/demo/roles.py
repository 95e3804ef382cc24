"""The people that a visitor of the demo can be, to see what each may read and do."""

from dataclasses import dataclass

from loftdb.actions.setup import LOCAL_USER
from loftdb.core.access import Actor, Grant, Role
from loftdb.core.model import Party

STROMSTAD, TANUM, GRUMS, FORSHAGA, HAMMARO = 1486, 1435, 1764, 1763, 1761
KARLSTAD_AREA = frozenset({GRUMS, FORSHAGA, HAMMARO})
POLICE, MUNICIPALITY = frozenset({Party.POLICE}), frozenset({Party.MUNICIPALITY})


@dataclass(frozen=True)
class Person:
    """Somebody the visitor can be; ``key`` stands in addresses, the view has its name."""

    key: str
    actor: Actor


def _person(key: str, *grants: Grant) -> Person:
    return Person(key, Actor(key, grants))


PEOPLE = (
    Person("alla", LOCAL_USER),
    _person("kommunpolis-karlstad", Grant(Role.REGISTRAR, KARLSTAD_AREA, POLICE)),
    _person("kommunpolis-stromstad", Grant(Role.REGISTRAR, frozenset({STROMSTAD}), POLICE)),
    _person("handlaggare-stromstad", Grant(Role.REGISTRAR, frozenset({STROMSTAD}), MUNICIPALITY)),
    _person("samordnare-stromstad", Grant(Role.COORDINATOR, frozenset({STROMSTAD, TANUM}))),
    _person("chef-karlstad", Grant(Role.MANAGER, KARLSTAD_AREA)),
    _person("lasare", Grant(Role.READER)),
    _person("allmanhet", Grant(Role.PUBLIC)),
)


def person(key: str | None) -> Person:
    """Return the person by key, or the first, who may do everything."""
    return next((each for each in PEOPLE if each.key == key), PEOPLE[0])
