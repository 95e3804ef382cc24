"""What is a promise and what is not, in layouts of many kinds."""

import pytest

from loftdb.core.reading.agreement.clauses import sentences
from loftdb.core.reading.agreement.shapes import Shape, shape_of
from loftdb.core.reading.result import DoubtKind, Span
from tests.core.reading.agreement.reading import doubts, parties, plan, promises, texts

PAGE = """Hoppa till innehållet
Sök
Meny

Norrby – medborgarlöften

Bild: Anna Ek

Situationen i dag

Invånarna är oroliga för trafiken. Vi behöver synas mer:

 • Buskörning på Storgatan
 • Ungdomar som dricker

Det här ska vi göra

 • Polisen ska hålla minst 12 trafikkontroller.
 • Kommunen ska sätta upp två fartvisare.
   Det sker före sommaren.

Det här ska vi åstadkomma

 • Tryggheten ska öka.
 • Färre ska köra för fort.

Så här följer vi upp

 • Löftet följs upp varje kvartal.

Kontakt
 • Ring 114 14
 • kommunpolis@polisen.se

Läs mer
Till toppen
"""


def test_only_what_stands_under_a_promising_heading_is_promised():
    assert texts(PAGE) == [
        "Polisen ska hålla minst 12 trafikkontroller.",
        "Kommunen ska sätta upp två fartvisare. Det sker före sommaren.",
    ]


def test_a_promise_quotes_its_place():
    text = PAGE
    assert all(" ".join(each.span.of(text).split()) == each.text for each in promises(text))


@pytest.mark.parametrize(
    "heading",
    ["Polisen lovar", "Vi ska", "Aktiviteter", "Åtgärder 2024", "Så arbetar vi", "Vad gör vi?", "Våra löften"],
)
def test_a_list_under_a_promising_heading_needs_no_verbs(heading):
    assert len(texts(f"Medborgarlöfte\n\n{heading}\n\n• Fler fotpatruller\n• Belysning vid skolan")) == 2


@pytest.mark.parametrize(
    "heading",
    [
        "Bakgrund", "Lägesbild", "Problembild", "Vad är ett medborgarlöfte?", "Prioriterade områden", "Mål",
        "Det här har vi gjort", "Resultat 2022", "Uppföljning", "Kontakt", "Vad kan du göra?", "Följ med i hur det går",
    ],
)  # fmt: skip
def test_a_list_under_another_heading_is_not_promised(heading):
    text = f"{heading}\n\n• Fler fotpatruller\n• Belysning vid skolan\n\nPolisen lovar\n\n• Besöka skolan"
    assert texts(text) == ["Besöka skolan"]


@pytest.mark.parametrize(
    "aim", ["Tryggheten ska öka.", "Inbrotten ska bli färre.", "Fler ska våga gå ut.", "Minskad skadegörelse"]
)
def test_an_aim_among_promises_is_none(aim):
    assert texts(f"Vi lovar\n\n• Gå fotpatrull varje vecka\n• {aim}\n") == ["Gå fotpatrull varje vecka"]


def test_goals_before_a_list_of_activities_are_none():
    text = "Vi lovar att:\n\n• Göra Norrby tryggare\n• Bli bättre på trafik\n\nAktiviteter\n\n• Fotpatrull på torget\n"
    assert texts(text) == ["Fotpatrull på torget"]


def test_a_list_of_problems_overrules_no_list_of_promises_under_a_theme():
    text = "Vi lovar\n\n• Gå fotpatrull\n\nDialog\n\n• Polisen ska möta de äldre\n• Kommunen ska bjuda in till samtal\n"
    assert len(texts(text)) == 3


def test_themes_with_prose_under_numbered_headings():
    text = """Medborgarlöfte Norrby 2024

1. Bakgrund
Polisen har under 2023 tagit emot 200 anmälningar. Många vill se fler poliser.

2. Synlig polis
Polisen ska gå fotpatrull minst två kvällar i veckan. Patrulleringen ska ske i centrum.
Kommunen ska lysa upp parken.

3. Uppföljning
Arbetet följs upp varje år."""
    assert texts(text) == [
        "Polisen ska gå fotpatrull minst två kvällar i veckan. Patrulleringen ska ske i centrum.",
        "Kommunen ska lysa upp parken.",
    ]


def test_an_agreement_in_prose_alone():
    text = """Medborgarlöfte Norrby

Polisen och Norrby kommun har enats om att arbeta med trafiken.

Polisen kommer att göra 20 kontroller. Detta sker i första hand på Storgatan. Kommunen bjuder in till två träffar.

Målet är att olyckorna ska minska. Resultatet presenteras i januari."""
    assert texts(text) == [
        "Polisen kommer att göra 20 kontroller. Detta sker i första hand på Storgatan.",
        "Kommunen bjuder in till två träffar.",
    ]


def test_a_table_is_read_row_by_row_without_its_head():
    text = "Löfte | Ansvarig | Hur ofta\nFotpatrull | Polisen | 2 per vecka\nBelysning i parken | Kommunen | före 1 maj"
    assert (len(texts(text)), parties(text)) == (2, "P K")


def test_a_table_with_a_column_for_each_party_is_read_cell_by_cell():
    text = "Område | Polisen | Kommunen\nTrafik | Tio kontroller | Sänkt fart\nKrog | Åtta tillsyner | \n"
    assert (texts(text)[:2], parties(text)) == (["Tio kontroller", "Sänkt fart"], "P K P")


def test_page_furniture_among_promises_changes_nothing():
    text = "Polisen lovar\n\nLyssna\nSkriv ut\n\n• Besöka skolan\n\nDela sidan\n\n• Gå fotpatrull\n"
    assert (texts(text), parties(text)) == (["Besöka skolan", "Gå fotpatrull"], "P P")


def test_a_form_of_lines_is_one_promise():
    text = "Vi lovar:\n\nLöfte: Ny park\nAnsvarig: Kommunen\nMål: sex lampor\n\nLöfte: Kontroller\nAnsvarig: Polisen\n"
    assert texts(text) == ["Ny park Ansvarig: Kommunen Mål: sex lampor", "Kontroller Ansvarig: Polisen"]


def test_a_list_whose_bullets_were_lost():
    text = "Polisen lovar:\nFyra krogtillsyner\nFotpatrull varje fredag\nKommunen lovar:\nTända upp Hamngatan"
    assert (len(texts(text)), parties(text)) == (3, "P P K")


def test_an_item_that_only_holds_others_is_a_heading():
    text = "Polisen lovar\n• synas mer genom\n  – fotpatruller\n  – samtal med butiker\n"
    assert texts(text) == ["fotpatruller", "samtal med butiker"]


def test_lines_with_a_label_first_are_items():
    text = "Trygghet\n[Polis] Fotpatrull varje vecka\n[Kommun] Ny belysning\nPolisen: besök i butiker\n"
    assert parties(text) == "P K P"


def test_att_begins_an_item():
    text = "Kommunen lovar:\natt göra trygghetsvandringar i Norrby och Söderby,\natt städa torget."
    assert len(texts(text)) == 2


@pytest.mark.parametrize("heading", ["", "Trafik\n\n", "Polisen lovar\n\n"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Polisen ska hålla tio kontroller.",
        "Narkotikainsatser med hund, minst sju stycken. (Polisen)",
        "Varannan vecka står polisens buss vid torget.",
        "Minst tio skolbesök hinns med varje termin, lovar områdespolisen.",
        "Kommunen tar bort klotter inom två dygn", "Tillsyn sker på krogar (3 st).",
    ],
)  # fmt: skip
def test_one_sentence_alone_is_a_promise(heading, sentence):
    assert texts(heading + sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ring 112 vid pågående brott.",
        "Antalet stölder ska minska med 10 procent.",
        "Under 2022 gjorde polisen 64 kontroller.",
        "Lokala Brå stämmer av läget två gånger om året.", "Löftet följs upp varje år.", "",
    ],
)  # fmt: skip
def test_a_sentence_that_promises_nothing_is_none(sentence):
    assert doubts(sentence) == {DoubtKind.NO_PROMISES}


@pytest.mark.parametrize(
    ("sentence", "shape"),
    [
        ("Polisen ska besöka skolan.", Shape.PLEDGE),
        ("Det lovar polisen.", Shape.PLEDGE),
        ("Medborgardialog hålls av polis och kommun.", Shape.PLEDGE),
        ("Kontroller på de platser som invånarna har pekat ut.", Shape.ACTION),
        ("Att erbjuda samtal.", Shape.ACTION),
        ("Kontinuerlig kontroll och uppföljning av lägesbilden.", Shape.ACTION),
        ("På sikt ska brotten bli färre.", Shape.AIM),
        ("Syftet är att öka tryggheten.", Shape.AIM),
        ("Polisen har genomfört tre vandringar.", Shape.PAST),
        ("Uppföljning sker varje termin.", Shape.FOLLOW_UP),
        ("Arbetet redovisas för kommunstyrelsen.", Shape.FOLLOW_UP),
        ("Varje halvår berättar vi hur det går.", Shape.FOLLOW_UP),
        ("Läs mer på www.norrby.se.", Shape.NOTICE),
        ("Löftet bygger på samtal.", Shape.META),
        ("Invånarna är oroliga.", Shape.OTHER),
    ],
)
def test_a_sentence_has_a_shape(sentence, shape):
    (said,) = sentences(sentence, Span(0, len(sentence)))
    assert shape_of(said) is shape


def test_a_promise_has_the_heading_it_stands_under():
    text = "Trafik\n\nPolisen lovar att:\n\n• hålla kontroller\n"
    assert plan(text).promises[0].heading == "Polisen lovar att:"


def test_the_same_promise_twice_is_said():
    text = "Vi lovar\n\n• Gå två trygghetsvandringar per år\n• Städa torget\n• Gå två trygghetsvandringar per år.\n"
    assert DoubtKind.SAID_TWICE in doubts(text)


def test_a_promise_of_nobody_is_said():
    assert DoubtKind.NO_PARTY in doubts("Aktiviteter\n\n• Ny belysning\n• Städade gator")
