from enum import StrEnum

import pytest

from loftdb.core import access, changes, duties, model
from loftdb.core.meetings import agenda, records
from loftdb.core.model import Party, Standing, Status, Verdict
from loftdb.core.periods import Interval
from loftdb.view.texts.labels import label, parties_label

ENUMS = [
    kind
    for kind in [
        *vars(model).values(),
        *vars(access).values(),
        *vars(duties).values(),
        *vars(changes).values(),
        *vars(agenda).values(),
        *vars(records).values(),
    ]
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]


@pytest.mark.parametrize("kind", sorted({*ENUMS, Interval}, key=repr))
def test_every_member_of_every_closed_set_has_a_label(kind: type[StrEnum]) -> None:
    assert [isinstance(label(member), str) for member in kind] == [True] * len(kind)


def test_labels_are_the_domain_s_own_words() -> None:
    assert [*map(label, Standing)] == [
        "Perioden har inte börjat",
        "I fas",
        "Något efter",
        "Efter",
        "Uppnått",
        "Ej uppnått",
        "Inget måltal",
        "Kan inte bedömas",
    ]
    assert [*map(label, Status)] == [
        "Ej påbörjat", "Påbörjat", "Löpande", "Genomfört", "Försenat", "Avfört",
    ]  # fmt: skip
    assert [*map(label, Verdict)] == ["Uppfyllt", "Delvis uppfyllt", "Ej uppfyllt", "Kan inte bedömas"]


def test_members_with_the_same_value_keep_their_own_labels() -> None:
    assert label(model.ActivityState.DONE) == "Genomförd"
    assert label(Status.DONE) == "Genomfört"


@pytest.mark.parametrize(
    ("parties", "others", "text"),
    [
        ((), (), "Ansvarig framgår inte"),
        ((Party.POLICE,), (), "Polisen"),
        ((Party.POLICE, Party.MUNICIPALITY), (), "Polisen och kommunen"),
        ((Party.MUNICIPALITY, Party.OTHER), ("Brottsofferjouren",), "Kommunen och Brottsofferjouren"),
        ((Party.POLICE, Party.MUNICIPALITY, Party.OTHER), (), "Polisen, kommunen och annan part"),
        ((Party.POLICE, Party.OTHER), ("Andra kommuner", "Postnord"), "Polisen, andra kommuner och Postnord"),
        ((Party.OTHER,), ("Väktare",), "Väktare"),
    ],
)
def test_owners_are_a_list(parties: tuple[Party, ...], others: tuple[str, ...], text: str) -> None:
    assert parties_label(parties, others) == text
