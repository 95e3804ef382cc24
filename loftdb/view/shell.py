"""The words of the frame around the pages: what is said before, beside and after a page."""

NAME = "Medborgarlöften"
SHORTCUTS = "Genvägar"
OUTSIDE_FRAME = "Den här sidan visas bara inne i programmet. Öppna startsidan."
NEEDS_JAVASCRIPT = "Sidan behöver JavaScript. Slå på det i webbläsarens inställningar och ladda om sidan."
WRONG_HOST = "Programmet svarar bara på adressen på den här datorn."
NOT_HERE = "Här finns ingenting."
DEMO_BANNER = (
    "**Exempeldata.** Uppgifterna är påhittade och klockan står på 15 oktober 2024. Börja på riktigt: "
    "`loftdb init data/loft.duckdb`, sedan `loftdb serve --database data/loft.duckdb`."
)
ROLE_LABEL = "Prova som"

_PEOPLE = {
    "alla": "Samordnare och administratör i alla kommuner",
    "kommunpolis-karlstad": "Kommunpolis i Grums, Forshaga och Hammarö",
    "kommunpolis-stromstad": "Kommunpolis i Strömstad",
    "handlaggare-stromstad": "Handläggare i Strömstads kommun",
    "samordnare-stromstad": "Samordnare i Strömstad och Tanum",
    "chef-karlstad": "Chef för lokalpolisområde Karlstad",
    "lasare": "Läsare i alla kommuner",
    "allmanhet": "Allmänhet",
}


def person_name(key: str) -> str:
    """Name somebody that the visitor of the demo can be."""
    return _PEOPLE[key]


def serving(address: str) -> str:
    """Tell where the program is and how to stop it."""
    return f"Öppna {address} i webbläsaren. Avsluta med Ctrl+C."


def stopping() -> str:
    """Tell that the server has stopped."""
    return "Programmet är avslutat."
