"""A line of text holds only what is seen: a hidden character makes two texts look alike, or one text lie."""

import unicodedata

_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode's categories of controls, formats (such as marks that turn the text), surrogates and line breaks."""

_JOINERS = "\u200c\u200d"
"""Formats that emoji and some scripts are written with."""


def hidden(text: str) -> str | None:
    """Return the first character that one line may not hold, as ``U+202E``; null: there is none.

    Bytes of a command line that are not UTF-8 reach Python as surrogates, so they are found too.
    """
    found = (each for each in text if unicodedata.category(each) in _HIDDEN and each not in _JOINERS)
    return next((f"U+{ord(each):04X}" for each in found), None)
