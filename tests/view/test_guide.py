import pytest

from loftdb.core.forecast import LEAST_DONE, LEAST_SHARE
from loftdb.core.model import Standing, Thresholds
from loftdb.view.guide import Section, contents, sections
from loftdb.view.texts.labels import label


def whole(thresholds: Thresholds) -> str:
    return "".join(section.text for section in sections(thresholds))


def test_the_sections_come_in_order() -> None:
    assert [section.key for section in sections(Thresholds())] == [
        "lage", "registrera", "manadsblad", "ratta", "visas-inte", "las-in", "tillganglighet", "uppfoljningar",
        "fordelning", "prognos",
        "andringar", "chefer", "mote",
    ]  # fmt: skip


def test_every_lage_is_explained() -> None:
    text = sections(Thresholds())[0].text
    assert all(f"| {label(standing)} |" in text for standing in Standing)


def test_the_contents_lead_to_the_sections() -> None:
    assert contents(sections(Thresholds())).splitlines()[0] == "- [Läge: hur går det?](#lage)"


def test_the_scale_and_the_limits_of_forecasts_are_those_in_use() -> None:
    text = whole(Thresholds())
    assert "| 5–24\u00a0% | liten chans |" in text
    assert f"minst {LEAST_DONE} tillfällen" in text
    assert ("en fjärdedel av tiden" in text) == (LEAST_SHARE == 1 / 4)


def test_the_thresholds_are_those_that_judge() -> None:
    assert "mer än 1,3 gånger takten hittills" in whole(Thresholds())
    changed = whole(Thresholds(pace_excess=150, late_share=30, held_on_track=95, held_slightly_behind=80))
    assert "mer än 1,5 gånger takten hittills" in changed
    assert all(f"{share}\u00a0%" in changed for share in (30, 95, 80))
    assert "25\u00a0%" not in changed


@pytest.mark.parametrize("section", sections(Thresholds()), ids=lambda section: section.key)
def test_a_section_is_whole_and_short(section: Section) -> None:
    assert section.title
    assert not set("{}") & set(section.text)
    assert 100 < len(section.text.split()) < 520
    assert "dashboard" not in section.text.lower()
