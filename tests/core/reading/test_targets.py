"""Numbers of single sentences: every way of writing one, and every number that is no target."""

import pytest

from loftdb.core.reading.result import DoubtKind, ReadTarget, Span
from loftdb.core.reading.targets import targets


def read(text: str) -> tuple[ReadTarget, ...]:
    return targets(text, Span(0, len(text)))[0]


def doubts(text: str) -> list[DoubtKind]:
    return [each.kind for each in targets(text, Span(0, len(text)))[1]]


def short(target: ReadTarget) -> str:
    """Write a target on one line: comparator, value, period, kind where it is no count, measure."""
    top = f"–{target.value_max}" if target.value_max else ""
    every = f"{target.every} " if target.every > 1 else ""
    per = f"{every}{target.per}" if target.per_is_explicit else "?"
    kind = "" if target.kind == "count" else f" {target.kind}"
    snitt = " i snitt" if target.average else ""
    return f"{target.comparator} {target.value}{top} / {per}{snitt}{kind}: {target.measure}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisen ska göra minst sjuttio (70) fartkontroller per år.", [">= 70 / year: fartkontroller"]),
        ("Kommunen ordnar 2 (två) föräldramöten varje termin.", ["= 2 / school-term: föräldramöten"]),
        ("Trygghetsvandringar ska genomföras vid två tillfällen per år.", ["= 2 / year: Trygghetsvandringar"]),
        ("Trygghetsvandringar (minst 2 per år) i Centrum.", [">= 2 / year: Trygghetsvandringar"]),
        ("Hastighetskontroller, 50 st/år", ["= 50 / year: Hastighetskontroller"]),
        ("Polisen ska genomföra 10–15 insatser under perioden.", ["range 10–15 / term: insatser"]),
        ("Mellan fyra och sex patruller går varje månad.", ["range 4–6 / month: patruller går"]),
        ("Polisen och kommunen ska träffas var tredje vecka.", ["= 1 / 3 week frequency-word: träffas"]),
        ("Vart tredje år gör kommunen en enkät.", ["= 1 / 3 year: enkät"]),
        ("Polisen har kontor minst var fjortonde dag.", [">= 1 / 2 week: har kontor"]),
        ("Polisen ska ha kontor minst var fjortonde dag.", [">= 1 / 2 week: ha kontor"]),
        ("Fältgruppen är ute fem kvällar i veckan.", ["= 5 / week: Fältgruppen ute"]),
        ("Polisen ska i snitt göra tio kontroller i månaden.", ["= 10 / month i snitt: kontroller"]),
        ("Kontoret ska vara bemannat minst fyra timmar i veckan.", [">= 4 / week hours: bemannat"]),
        ("Polisen svarar inom 24 timmar.", ["<= 24 / event response-time: svarar"]),
        ("Kontroll av folköl (2 st) och tobak (4 ggr) per år.",
         ["= 2 / year: Kontroll av folköl", "= 4 / year: tobak"]),
        ("Minst tre möten, två vandringar och en temadag under 2025.",
         [">= 3 / year: möten", "= 2 / year: vandringar", "= 1 / year: temadag"]),
        ("Nattvandring. Det ska ske minst tre gånger per termin.", [">= 3 / school-term: Nattvandring"]),
        ("Polisen ska göra skolbesök, inte färre än tolv per termin.", [">= 12 / school-term: göra skolbesök"]),
        ("Kommunen ska ha högst fem stängda dagar per kvartal.", ["<= 5 / quarter: stängda dagar"]),
        ("Hösten 2025 håller polisen fyra möten om bedrägerier.", ["= 4 / term: möten om bedrägerier"]),
        ("Polisen ska göra ett femtontal krogbesök.", ["= 15 / ?: krogbesök"]),
        ("Kommunen anordnar två (2) informationsträffar.", ["= 2 / ?: informationsträffar"]),
        ("Polisen lovar fyra insatser i månaden samt en större insats per kvartal.",
         ["= 4 / month: insatser", "= 1 / quarter: större insats"]),
        ("Minst en trygghetsvandring per kommundel och år.", [">= 1 / year: trygghetsvandring"]),
    ],
)  # fmt: skip
def test_a_number_is_read_with_comparator_period_and_measure(text: str, expected: list[str]) -> None:
    assert [short(each) for each in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Elever i årskurs 7 och 9 får information.",
        "Ring 112 vid pågående brott och 114 14 i övrigt.",
        "Under 2022 gjorde polisen 64 trafikkontroller.",
        "Polisen har besökt 14 skolor.",
        "De tre prioriterade områdena är trafik, narkotika och våld.",
        "Polisen prioriterar tre områden.",
        "Löftet gäller 2018-01-01--2019-12-31 och skrevs den 5 september 2017.",
        "Kontroller görs på väg 26, rv 27 och E18.",
        "Lag (2023:196) och 3 kap. 4 § gäller.",
        "Ungdomar som är 15–20 år och 18-årsgränsen.",
        "Kameror bevakar torget 24/7.",
        "Antalet stölder ska minska med 10 procent.",
        "Kommunen ska avsätta 500 000 kronor.",
        "Ett antal insatser ska göras, en del av dem i centrum.",
        "Vi ska en gång för alla få stopp på buskörningen.",
        "Överenskommelsen gäller under två år.",
    ],
)
def test_a_number_that_counts_no_occasions_is_left_alone(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Polisen ska göra åttio (90) kontroller om året.", DoubtKind.NUMBERS_DISAGREE),
        ("Polisen ska göra minst 30 besök.", DoubtKind.NO_PERIOD),
        ("Minst en kontroll per dygn ska göras.", DoubtKind.UNTRACKABLE),
        ("Familjer kan få upp till sex samtal.", DoubtKind.NOT_A_TARGET),
        ("Kontoret bemannas av två poliser.", DoubtKind.NOT_A_TARGET),
        ("Kommunen ska ordna en trygghetsvandring.", DoubtKind.MAYBE_ONE),
        ("Polisen gör cirka 30 besök per år.", DoubtKind.APPROXIMATE),
        ("Polisen ska göra två besök per skola och termin.", DoubtKind.PER_EACH),
        ("Hösten 2025 håller polisen fyra möten.", DoubtKind.WINDOW),
    ],
)
def test_what_the_text_leaves_open_is_said(text: str, kind: DoubtKind) -> None:
    assert kind in doubts(text)


def test_a_target_quotes_its_place() -> None:
    text = "Polisen ska göra minst åttio (80) trafikkontroller per år, på olika platser."
    (target,) = read(text)
    assert target.span.of(text) == "minst åttio (80) trafikkontroller per år"
