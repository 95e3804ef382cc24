"""The theme's colours can be read, and its charts never fall back to somebody else's colours."""

import itertools
import math
import tomllib
from pathlib import Path

import pytest

THEME = tomllib.loads((Path(__file__).parents[2] / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]

# How each kind of eye mixes linear red, green and blue (Machado, Oliveira and Fernandes 2009, full severity).
EYES = {
    "most": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)
Three = tuple[float, ...]


def linear(colour: str) -> Three:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def mixed(matrix: tuple[Three, ...], colour: Three) -> Three:
    return tuple(min(1.1, max(0.0, sum(a * b for a, b in zip(row, colour, strict=True)))) for row in matrix)


def lab(colour: str, eye: str) -> Three:
    shares = (
        value / white for value, white in zip(mixed(TO_XYZ, mixed(EYES[eye], linear(colour))), WHITE, strict=True)
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def luminance(colour: str) -> float:
    return mixed(TO_XYZ, linear(colour))[1]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_links_and_borders_stand_out(scheme: str) -> None:
    theme = THEME[scheme]
    for ground in (theme["backgroundColor"], theme["secondaryBackgroundColor"]):
        assert contrast(theme["textColor"], ground) >= 7
        assert contrast(theme["linkColor"], ground) >= 4.5
        assert contrast(theme["primaryColor"], ground) >= 4.5
        assert contrast(theme["borderColor"], theme["backgroundColor"]) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_there_are_ten_different_chart_colours_that_stand_out(scheme: str) -> None:
    colours = THEME[scheme]["chartCategoricalColors"]
    assert len(set(colours)) == len(colours) == 10  # with fewer, Streamlit hands plotly the colour "undefined"
    assert min(contrast(colour, THEME[scheme]["backgroundColor"]) for colour in colours) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("eye", EYES)
def test_chart_colours_are_told_apart_by_every_eye(scheme: str, eye: str) -> None:
    seen = [lab(colour, eye) for colour in THEME[scheme]["chartCategoricalColors"]]
    assert min(math.dist(one, other) for one, other in itertools.combinations(seen, 2)) >= 18  # 2.3 is barely seen
