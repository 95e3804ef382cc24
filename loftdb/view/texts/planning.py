"""The headings of the commands that look ahead."""

LAGGING = (
    "Kommun",
    "Löfte",
    "År",
    "Läge",
    "Saknas",
    "Behövs i veckan",
    "Hittills i veckan",
    "Arbetsveckor kvar",
    "I fas till och med",
)
NEEDED = ("Kommun", "Löfte", "År", "Återstår")
"""The months follow."""

TOTAL = "Summa"

NOTHING_LAGS = "Inget löfte som går att bedöma är efter eller något efter."
NOTHING_NEEDED = "Inget löfte med måltal som pågår har något kvar att göra."
