"""The words of *Ansvarig funktion*."""

NAME, UNSAID = "Ansvarig funktion", "inte angiven"
SET, CHANGE, SAVE = "Ange ansvarig funktion", "Ändra ansvarig funktion", "Spara funktionen"
SAY = "Ange funktion"
LIKE = "kommunpolis och säkerhetssamordnare"
HELP = "En eller flera funktioner, aldrig en persons namn. Lämna rutan tom för att ta bort uppgiften."
NO_PERSONS = "Skriv funktioner, aldrig namn eller andra personuppgifter."
SAVED, TAKEN_BACK = "Ansvarig funktion är sparad.", "Uppgiften är borttagen."


def said(function: str) -> str:
    """Write ``Ansvarig funktion: kommunpolis``; *inte angiven* where nobody has said."""
    return f"{NAME}: {function or UNSAID}"
