"""The municipalities are Sweden's, and found however they are written."""

import pytest

from loftdb.core.municipalities import MUNICIPALITIES, find
from loftdb.files.values import COUNTIES

PER_COUNTY = {
    1: 26, 3: 8, 4: 9, 5: 13, 6: 13, 7: 8, 8: 12, 9: 1, 10: 5, 12: 33, 13: 6, 14: 49, 17: 16, 18: 12, 19: 10,
    20: 15, 21: 10, 22: 7, 23: 8, 24: 15, 25: 14,
}  # fmt: skip
"""How many municipalities each county has, by its two digits."""


def test_there_are_290_with_names_of_their_own() -> None:
    assert len(MUNICIPALITIES) == len(set(MUNICIPALITIES.values())) == 290
    assert list(MUNICIPALITIES) == sorted(MUNICIPALITIES)


def test_each_county_has_its_own() -> None:
    counted = {county: sum(code // 100 == county for code in MUNICIPALITIES) for county in COUNTIES}
    assert counted == PER_COUNTY


@pytest.mark.parametrize(
    ("code", "name"),
    [(114, "Upplands Väsby"), (180, "Stockholm"), (330, "Knivsta"), (331, "Heby"), (980, "Gotland"),
     (1435, "Tanum"), (1444, "Grästorp"), (1486, "Strömstad"), (1761, "Hammarö"), (1763, "Forshaga"),
     (1764, "Grums"), (1080, "Karlskrona"), (1480, "Göteborg"), (1863, "Hällefors"), (2584, "Kiruna")],
)  # fmt: skip
def test_known_codes(code: int, name: str) -> None:
    assert MUNICIPALITIES[code] == name


@pytest.mark.parametrize("code", MUNICIPALITIES)
def test_every_name_is_found_as_it_is_written_before_kommun(code: int) -> None:
    name = MUNICIPALITIES[code]
    genitive = name if name.endswith(("s", "x")) else f"{name}s"
    for form in (name, genitive, f"{name} kommun", f"{genitive} kommun", f"{genitive} STAD", name.lower(),
                 f" {name.upper()}  kommun ", f"{genitive} kommuns"):  # fmt: skip
        assert find(form) == code, form


@pytest.mark.parametrize(
    ("written", "code"),
    [("Falu kommun", 2080), ("Region Gotland", 980), ("Upplands Bro", 139), ("Malung–Sälens kommun", 2023),
     ("Dals\u00a0Ed", 1438), ("Kommunen Åre", 2321)],
)  # fmt: skip
def test_other_ways_to_write_a_name(written: str, code: int) -> None:
    assert find(written) == code


@pytest.mark.parametrize(
    "written", ["", "s", "kommun", "kommunen", "stad", "Köpenhamn", "Strömstadss", "Strömsta", "Åland"]
)
def test_what_is_no_municipality_is_not_found(written: str) -> None:
    assert find(written) is None
