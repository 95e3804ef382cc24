"""The words of the frame around the pages: what is said before, beside and after a page."""

from datetime import date

from loftdb.view.formats import prose_date
from loftdb.view.markup import Html, tag

NAME = "Medborgarlöften"
OUTSIDE_FRAME = "Den här sidan visas bara inne i programmet. Öppna startsidan."
NEEDS_JAVASCRIPT = "Sidan behöver JavaScript. Slå på det i webbläsarens inställningar och ladda om sidan."
NOT_HERE = "Här finns ingenting."
UNEXPECTED = (
    "Något gick fel i programmet. Det du har sparat finns kvar. Ladda om sidan; händer det igen, "
    "skicka det som står i serverns fönster till den som sköter programmet."
)
ROLE_LABEL = "Prova som"

_PEOPLE = {
    "alla": "Samordnare och administratör",
    "kommunpolis-karlstad": "Kommunpolis i Karlstadsområdet",
    "kommunpolis-stromstad": "Kommunpolis i Strömstad",
    "handlaggare-stromstad": "Handläggare i Strömstads kommun",
    "samordnare-stromstad": "Samordnare i Strömstad och Tanum",
    "chef-karlstad": "Chef för lokalpolisområde Karlstad",
    "lasare": "Läsare i alla kommuner",
    "allmanhet": "Allmänhet",
}


def demo_banner(today: date) -> Html:
    """Say that everything is made up, which day it is here, and, unfolded, how to start for real."""
    summary = tag("summary", tag("strong", "Exempeldata"), f" · här är det {prose_date(today)}")
    start, show = (tag("code", command) for command in (_START, _SERVE))
    return tag(
        "details",
        summary,
        tag("p", "Alla uppgifter är påhittade. Börja på riktigt: ", start, " och sedan ", show, "."),
        class_="loft-demo",
    )


def no_demo(path: str) -> str:
    """Say how to make the example that is missing, and how to start for real instead."""
    return (
        f"Exempeldatabasen {path} finns inte. Skapa den med `make run` eller `loftdb init {path} --demo`, "
        f"och ladda om sidan. Börja på riktigt: `{_START}` och sedan `{_SERVE}`."
    )


_START = "loftdb init data/loft.duckdb"
_SERVE = "loftdb serve --database data/loft.duckdb"


def person_name(key: str) -> str:
    """Name somebody that the visitor of the demo can be."""
    return _PEOPLE[key]


def author_name(name: str) -> str:
    """Name who wrote something in the log, for its history; in the demo by the person's description."""
    return _PEOPLE.get(name, name)


def serving(address: str) -> str:
    """Tell where the program is and how to stop it."""
    return f"Öppna {address} i webbläsaren. Avsluta med Ctrl+C."


def stopping() -> str:
    """Tell that the server has stopped."""
    return "Programmet är avslutat."
