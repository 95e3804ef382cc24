"""What the parties of the demo said of promises without a number, and of the items of lists."""

from collections.abc import Iterator
from datetime import date

from loftdb.core.model import Status
from loftdb.core.periods import DAY
from loftdb.demo.events import (
    ANYBODY_MUNICIPALITY,
    COORDINATOR,
    OFFICER_STROMSTAD,
    POLICE_KARLSTAD,
    POLICE_STROMSTAD,
    Said,
    Writer,
    moment,
)

_BEGUN, _ONGOING, _DONE, _DELAYED = Status.BEGUN, Status.ONGOING, Status.DONE, Status.DELAYED

_Word = tuple[str, str, Writer, Status | None, str, str, tuple[str, ...]]

_STROMSTAD: tuple[_Word, ...] = (
    ("arbete-mot-narkotika", "2023-06-14", POLICE_STROMSTAD, _BEGUN,
     "Arbetssättet är beslutat och en samordnare på stationen är utsedd.", "Genomgång med skolorna i höst.", ()),
    ("arbete-mot-narkotika", "2024-06-19", POLICE_STROMSTAD, _ONGOING,
     "Skolorna har fått genomgången och tar själva kontakt när de behöver.", "Samma genomgång för ny personal.", ()),
    ("narkotika-i-krogmiljo", "2024-05-29", COORDINATOR, _ONGOING,
     "Krögarträff hållen inför sommaren.", "Uppföljande träff i november.", ()),
    ("krogar-mot-knark", "2023-05-17", OFFICER_STROMSTAD, _BEGUN,
     "Sex av elva krogar har skrivit på.", "Utbilda personalen före sommaren.", ()),
    ("krogar-mot-knark", "2024-05-22", OFFICER_STROMSTAD, _ONGOING,
     "Nio av elva krogar är med och personalen är utbildad.", "Kontakta de två som återstår.", ()),
    ("tidig-upptackt", "2023-10-11", OFFICER_STROMSTAD, _BEGUN,
     "Elevhälsan och socialtjänsten har enats om en gemensam rutin.", "Pröva rutinen på två skolor.", ()),
    ("vagledning-om-vald", "2023-09-20", OFFICER_STROMSTAD, _BEGUN,
     "Ett utkast finns och prövas av tre enheter.", "Beslut i ledningsgruppen.", ()),
    ("vagledning-om-vald", "2024-03-13", OFFICER_STROMSTAD, _DONE,
     "Vägledningen är beslutad och finns på kommunens intranät.", "", ()),
    ("battre-belysning", "2023-11-15", OFFICER_STROMSTAD, _ONGOING,
     "Gångvägen till högstadieskolan och två övergångsställen har fått ny belysning.", "Strömsdalen under 2024.", ()),
    ("battre-belysning", "2024-09-04", OFFICER_STROMSTAD, _ONGOING,
     "Första delen av Strömsdalen är klar.", "Andra delen före nyår.", ()),
    ("led-armaturer", "2023-08-30", OFFICER_STROMSTAD, _ONGOING,
     "320 av 900 armaturer är bytta.", "Nästa etapp under våren.", ()),
    ("led-armaturer", "2024-08-28", OFFICER_STROMSTAD, _DELAYED,
     "410 av 900 armaturer är bytta. Leverantören är ett halvår sen.", "Ny tidplan begärd till den 1 november.", ()),
    ("samverkan-med-tanum", "2023-12-06", COORDINATOR, _ONGOING,
     "Två gemensamma möten under året.", "Gemensam lägesbild inför sommaren.", ()),
    ("samverkan-med-tanum", "2024-06-26", COORDINATOR, _ONGOING,
     "Den gemensamma lägesbilden är klar och används av båda kommunerna.", "Utvärdera efter sommaren.", ()),
)  # fmt: skip

_GRUMS: tuple[_Word, ...] = (
    ("samverkan-polis-socialtjanst", "2024-06-12", POLICE_KARLSTAD, _ONGOING,
     "Fast mötestid varannan vecka.", "Fortsätter.", ()),
    ("delade-lagesbilder", "2023-09-06", ANYBODY_MUNICIPALITY, _BEGUN,
     "Mall för lägesbilden framtagen.", "Första gemensamma lägesbilden i oktober.", ()),
    ("delade-lagesbilder", "2024-02-21", ANYBODY_MUNICIPALITY, _ONGOING,
     "Lägesbilden delas varje månad.", "Bjud in fritid.", ()),
    ("tidiga-insatser", "2024-05-08", ANYBODY_MUNICIPALITY, _BEGUN,
     "Arbetsgrupp utsedd.", "Förslag till arbetssätt i höst.", ()),
    ("andts-arbete", "2024-09-11", ANYBODY_MUNICIPALITY, _ONGOING,
     "Föräldrar i årskurs 7 har fått höra om tobak och vitt snus.", "Samma träffar för årskurs 8.", ()),
)  # fmt: skip

_FORSHAGA: tuple[_Word, ...] = (
    ("skolbesok", "2023-12-13", POLICE_KARLSTAD, None, "Forshagaakademien besökt fyra gånger under året.",
     "Grundskolorna under våren.", ("forshagaakademien",)),
    ("samverkan-polis-socialtjanst", "2023-11-22", POLICE_KARLSTAD, _ONGOING,
     "Gemensam lägesbild varje månad.", "Bjud in skolan.", ()),
    ("kostnadsfri-radgivning", "2024-08-21", ANYBODY_MUNICIPALITY, _ONGOING,
     "Rådgivningen är öppen två kvällar i veckan.", "Ny affisch till skolstarten.", ()),
    ("motesplatser-och-aktiviteter", "2024-06-17", ANYBODY_MUNICIPALITY, _ONGOING,
     "Sommarlovets aktiviteter är klara, alla dagar utom söndagar.", "Räkna besökarna till hösten.", ()),
    ("vaktare", "2024-01-24", ANYBODY_MUNICIPALITY, _DELAYED,
     "Upphandlingen fick göras om.", "Nytt avtal beräknas till hösten.", ()),
)  # fmt: skip

_HAMMARO: tuple[_Word, ...] = (
    ("uppsokande-arbete", "2024-06-05", POLICE_KARLSTAD, _ONGOING,
     "Återkommande besök där unga möts på kvällar.", "Fler kvällar under hösten.", ()),
    ("informationskampanjer", "2023-06-07", POLICE_KARLSTAD, None, "Kampanj i mellanstadiet genomförd.",
     "Högstadiet till hösten.", ("mellanstadiet",)),
    ("informationskampanjer", "2024-06-10", ANYBODY_MUNICIPALITY, _ONGOING, "Föräldrar har fått information i maj.",
     "Högstadiet och föreningslivet återstår.", ("foraldrar", "mellanstadiet")),
    ("tidiga-insatser", "2024-09-18", ANYBODY_MUNICIPALITY, _ONGOING,
     "Två familjebehandlare anställda.", "Följ upp väntetiderna.", ()),
    ("forebyggande-drogarbete", "2024-08-29", ANYBODY_MUNICIPALITY, _ONGOING,
     "Alla sjundeklasser har deltagit i temadag.", "Temadag för årskurs 8.", ()),
)  # fmt: skip

_SAID = {
    "stromstad-2023-2024": _STROMSTAD,
    "grums-2023-2025": _GRUMS,
    "forshaga-2023-2025": _FORSHAGA,
    "hammaro-2023-2025": _HAMMARO,
}


def words() -> Iterator[Said]:
    """Yield everything that was said, each written down the day after."""
    for agreement, said in _SAID.items():
        for slug, day, writer, status, done, next_step, covered in said:
            on = date.fromisoformat(day)
            yield Said(moment(on + DAY, 10, 30), writer, f"{agreement}/{slug}", on, status, done, next_step, covered)
