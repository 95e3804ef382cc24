"""The words of the frame around the pages: what is said before, beside and after a page."""

NAME = "Medborgarlöften"
SHORTCUTS = "Genvägar"
OUTSIDE_FRAME = "Den här sidan visas bara inne i programmet. Öppna startsidan."
NEEDS_JAVASCRIPT = "Sidan behöver JavaScript. Slå på det i webbläsarens inställningar och ladda om sidan."
WRONG_HOST = "Programmet svarar bara på adressen på den här datorn."
NOT_HERE = "Här finns ingenting."


def serving(address: str) -> str:
    """Tell where the program is and how to stop it."""
    return f"Öppna {address} i webbläsaren. Avsluta med Ctrl+C."


def stopping() -> str:
    """Tell that the server has stopped."""
    return "Programmet är avslutat."
