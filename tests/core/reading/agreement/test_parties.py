"""Who answers: the label, else the subject, else the heading; a later sentence changes nothing."""

import pytest

from tests.core.reading.agreement.reading import parties, promises


def _of(sentence, heading=""):
    return parties(f"Medborgarlöfte\n\n{heading or 'Aktiviteter'}\n\n• {sentence}\n").split()[0]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Polisen ska besöka skolan.", "P"),
        ("Under året kommer också områdespoliserna att besöka skolan.", "P"),
        ("Kontroller ska utföras av polisen.", "P"),
        ("Varje vecka står polisens buss på torget.", "P"),
        ("LPO Norrby ska synas mer.", "P"),
        ("Det är lokalpolisområde Norrby som gör detta.", "P"),
        ("Norrby kommun ska lysa upp parken.", "K"),
        ("Kommunens fältare ska finnas ute på fredagar.", "K"),
        ("Socialtjänsten erbjuder samtal.", "K"),
        ("Norrby kommun och polisen ska gå vandringar.", "PK"),
        ("Polisen tillsammans med kommunen ska gå vandringar.", "PK"),
        ("Tillsammans med kommunen lovar polisen att gå vandringar.", "PK"),
        ("Kommunen ska, tillsammans med föreningar, skola och polis, hjälpa nattvandrare.", "PKÖ"),
        ("Vi ska hålla dialog.", "PK"),
        ("Parterna träffas varje månad.", "PK"),
        ("Gemensamma kampanjer mot bedrägeri.", "PK"),
        ("Kommunen ska ordna vandringar. Polisen ska vara med.", "K"),
        ("Fotpatrull i centrum. Polisen gör detta varje vecka.", "P"),
        ("Polisen ska samverka med socialtjänst och skola.", "P"),
        ("Utöka samarbetet mellan Norrby kommun och krögare.", "K"),
        ("Bostadsbolaget ska låsa källare.", "Ö"),
        ("Handlarna ska hålla rent.", "Ö"),
        ("Kontroller i hela kommunen.", "-"),
        ("Möten för föräldrar där synpunkter lämnas till polisen.", "-"),
    ],
)
def test_the_subject_answers(sentence, expected):
    assert _of(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Två vandringar. (Polisen)", "P"),
        ("Två vandringar (Kommun och Polis)", "PK"),
        ("(Kommunen) Två vandringar", "K"),
        ("[P+K] Två vandringar", "PK"),
        ("Polisen: två vandringar", "P"),
        ("Två vandringar – kommunen", "K"),
        ("Polisen ska gå två vandringar. (Kommunen)", "K"),
        ("Två vandringar. Ansvarig: kommunen", "K"),
        ("Två vandringar (föreningarna, kommunen)", "KÖ"),
        ("Två vandringar (Norrby Bostäder)", "Ö"),
        ("Stöd till kultur- och fritid", "-"),
        ("Två vandringar (minst)", "-"),
        ("Trafik. Polisen håller tio kontroller.", "P"),
        ("Brott mot äldre: Kommunen håller två möten.", "K"),
    ],
)
def test_a_label_wins(sentence, expected):
    assert _of(sentence) == expected


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        ("Polisen lovar att:", "besöka skolan", "P"),
        ("Kommunen", "besöka skolan", "K"),
        ("Polisens åtaganden", "Besök i skolan", "P"),
        ("Löften från kommunen", "Besök i skolan", "K"),
        ("Tillsammans lovar vi:", "Besök i skolan", "PK"),
        ("Gemensamma åtaganden", "Besök i skolan", "PK"),
        ("Handlarna lovar", "hålla rent", "Ö"),
        ("Kommunen kommer att:", "Gå vandringar tillsammans med polisen och räddningstjänsten", "K"),
        ("Kommunen kommer att:", "Norrby kommuns väktare ska finnas i centrum", "K"),
        ("Kommunen kommer att:", "Väktare ska finnas i centrum", "K"),
        ("Kommunen kommer att:", "Polisen ska besöka skolan", "P"),
        ("Polisen lovar:", "Vi besöker skolan", "P"),
        ("Norrbyhus", "Ska låsa källare", "Ö"),
        ("Skidbolaget Norr ska:", "utbilda sin personal", "Ö"),
        ("Det här ska göras:", "utbilda personal", "-"),
        ("Synlig polis", "Fotpatrull på torget", "-"),
        ("Trygghet i kommunen", "Fotpatrull på torget", "-"),
    ],
)
def test_a_heading_answers_for_items_without_a_subject(heading, sentence, expected):
    assert _of(sentence, heading) == expected


def test_a_theme_after_an_owner_is_nobodys_and_themes_inside_an_owner_are_his():
    after = "Polisen lovar\n\n• besöka skolan\n\nTrafik\n\n• Nya farthinder\n"
    inside = "Polisen lovar\n\nTrafik\n\n• Fler kontroller\n\nUnga\n\n• Besök i skolan\n"
    assert (parties(after), parties(inside)) == ("P -", "P P")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Det lovar Norrby kommun och Söders lokalpolisområde.", "PK"),
        ("Polisen och Norrby kommun har kommit överens om aktiviteter.", "PK"),
        ("Därför åtar sig lokalpolisområde Söder och Norrby kommun det här.", "PK"),
        ("Polisen och kommunen har beskrivit läget.", "-"),
    ],
)
def test_both_answer_where_the_text_says_that_both_promise(said, expected):
    assert parties(f"Medborgarlöfte\n\n{said}\n\nTrafik\n\n• Minst tio kontroller\n") == expected


def test_a_title_with_both_names_gives_no_party():
    text = "Medborgarlöfte mellan lokalpolisområde Söder och Norrby kommun\n\nTrafik\n\n• Minst tio kontroller\n"
    assert parties(text) == "-"


def test_a_line_that_says_who_answers_belongs_to_the_promise_before_it():
    text = "Åtgärder\n\n• Minst tio kontroller\n  Ansvarig: Polisen\n• Ny belysning\nAnsvarig: Kommunen\n"
    assert parties(text) == "P K"


def test_others_are_named_in_the_texts_own_words():
    (promise,) = promises("Polisen ska tillsammans med Brottsofferjouren Norrby och andra kommuner hålla en konferens.")
    assert promise.third_parties == ("Brottsofferjouren Norrby", "Andra kommuner")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Polisen deltar vid behov i möten.", "vid behov"),
        ("Polisen gör insatser om underrättelseläget medger detta.", "om underrättelseläget medger detta"),
        ("Polisen deltar när skolan vill det och har tid.", "när skolan vill det"),
        ("Kommunen stödjer i mån av resurs, hela året.", "i mån av resurs"),
        ("Polisen deltar i möten.", None),
    ],
)
def test_a_condition_is_quoted(sentence, words):
    assert promises(sentence)[0].conditional == words
