"""How much an agreement may say, in a data file and in a draft alike; data/README.md says the same in prose."""

TITLE = 45
"""Characters of a promise's title: one line on a phone."""
SHORT = 80
"""Characters of a name or a heading."""
SENTENCE = 400
"""Characters of a sentence."""
LARGEST = 1_000_000
"""The largest number that can be promised."""
FURTHEST_APART = 60
"""Intervals of a target that is counted once in several."""
