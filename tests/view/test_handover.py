"""A handover in words: what waits first, every target as it is counted today, and no section without anything in it."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from loftdb.core.documents import Heading, flattened
from loftdb.core.duties import DutyStage, DutyState, Occasion
from loftdb.core.handover import Handover, Lagging, OpenDecision, Part, SignedMonths, Unexplained
from loftdb.core.meetings.records import Decision, Meeting, Stage
from loftdb.core.model import (
    Agreement,
    Duty,
    DutyRecurrence,
    Interpretation,
    Party,
    Promise,
    PromiseKind,
    Season,
    SeasonKind,
    Standing,
)
from loftdb.core.periods import Interval, Period, month
from loftdb.files.pdf.typesetting import pdf
from loftdb.view.handover import handover_document, handover_file_name, months_text
from loftdb.view.plain_text import plain_text
from loftdb.view.texts import handover as words
from tests.core.building import HOME, agreement, period, target
from tests.files.pdf.structure import elements

TODAY, MOMENT = date(2024, 10, 15), datetime.fromisoformat("2024-10-15T08:00")
DAYS = period("2023-01-01", "2024-12-31")
READ = Interpretation("Läses som 30 under hela perioden.", "Samordnaren", date(2023, 1, 1), None, Interval.YEAR)
PLAIN = agreement(DAYS, target(80))
CONTROLS = PLAIN.promises[0]
TALKS = Promise(
    "a/t", 2, "Kommunen", "Samtal <med> krögare", "Kommunen talar.", (), (), PromiseKind.QUALITY, (HOME.code,),
    conditional="Vid behov.", sensitive=True,
)  # fmt: skip


def part(found: Agreement = PLAIN, **more: object) -> Part:
    return replace(Part(found, (), (), (), (), ()), **more)


def told(*parts: Part, **more: object) -> str:
    given = Handover(HOME, TODAY, MOMENT, "Trygghetsrådet", parts, None, (), None, None, False)
    return plain_text(handover_document(replace(given, **more)))


def owed(stage: DutyStage, recurrence: DutyRecurrence = DutyRecurrence.ONCE) -> DutyState:
    window = Period(date(2024, 9, 1), date(2024, 12, 1))
    duty = Duty("a/d", "Uppföljning hösten", "Kommunstyrelsen", recurrence, window)
    return DutyState(PLAIN, duty, Occasion("", window), stage, None, 0)


def decision(due: str, action: str = "Boka möten") -> OpenDecision:
    made = Decision(1, 1, 1, None, action, "Gruppchefen", date.fromisoformat(due), None, "", False, "", MOMENT)
    return OpenDecision(made, date(2024, 6, 12), CONTROLS)


@pytest.mark.parametrize(
    ("months", "said"),
    [
        ([], ""),
        (["2024-09"], "september 2024"),
        (["2024-08", "2024-09"], "augusti och september 2024"),
        (["2023-12", "2024-01"], "december 2023 och januari 2024"),
        (["2023-11", "2023-12", "2024-01", "2024-03"], "november 2023–januari 2024 och mars 2024"),
    ],
)
def test_months_are_told_by_their_unbroken_runs(months: list[str], said: str) -> None:
    assert months_text([month(date.fromisoformat(f"{each}-01")).start for each in months]) == said


def test_the_target_of_today_is_told_with_what_it_was_and_what_comes() -> None:
    changed = agreement(DAYS, target(40), target(50, since="2024-07-01"), target(60, since="2024-11-01"))
    said = told(part(changed))
    assert (
        "Minst 50 trafikkontroller per år, från 1 juli 2024 "
        "Från 1 november 2024: minst 60 trafikkontroller per år "
        "Tidigare: minst 40 trafikkontroller per år"
    ) in said


def test_a_target_that_begins_later_is_told_all_the_same() -> None:
    assert "Minst 12 trafikkontroller per månad" in told(
        part(agreement(DAYS, target(12, Interval.MONTH, "2024-12-01")))
    )


def test_a_dropped_target_says_so() -> None:
    for since, said in (
        ("2024-09-01", "Avfört 1 september 2024 Tidigare: minst 80 trafikkontroller per år"),
        ("2024-11-01", "Minst 80 trafikkontroller per år Avfört 1 november 2024"),
    ):
        assert said in told(part(agreement(DAYS, target(80), target(None, since=since))))


def test_a_dropped_promise_that_is_told_in_words_says_so() -> None:
    found = told(part(replace(PLAIN, promises=(replace(TALKS, dropped_from=date(2024, 9, 1)),))))
    assert "– Samtal <med> krögare. Ansvarig framgår inte. Avfört 1 september 2024. Villkorat: Vid behov." in found


def test_a_count_without_a_target_says_so() -> None:
    assert "Inget måltal: trafikkontroller" in told(part(agreement(DAYS)))


@pytest.mark.parametrize(
    ("agreed", "said", "waits"),
    [
        (True, "Parterna: överens.", ""),
        (False, "Parterna: inte överens.", "Parterna är inte överens om hur texten ska läsas: Trafikkontroller."),
        (None, "Parterna: har inte svarat.", "Parterna har inte svarat på hur texten ska läsas: Trafikkontroller."),
    ],
)
def test_an_interpretation_says_who_read_it_so_and_whether_the_parties_agree(
    agreed: bool | None, said: str, waits: str
) -> None:
    read = agreement(DAYS, target(30, Interval.TERM, interpretation=replace(READ, agreed=agreed)))
    found = told(part(read))
    assert f"Tolkning: Läses som 30 under hela perioden. Samordnaren, 1 januari 2023. {said}" in found
    assert (waits or words.NOTHING_WAITS) in found


def test_how_a_target_is_spread_is_told_where_it_is_not_even() -> None:
    booked = Season(SeasonKind.DATES, dates=(date(2024, 11, 13),))
    assert "Nästa är 13 november 2024." in told(part(agreement(DAYS, target(2), season=booked)))
    assert "Förväntat" not in told(part())


def test_what_waits_stands_first_with_where_it_is_done() -> None:
    missing = SignedMonths(Party.POLICE, (date(2024, 8, 1),), (date(2024, 9, 1),))
    lags = Lagging(CONTROLS, Standing.BEHIND)
    found = told(
        part(
            signed=(missing,),
            lagging=(lags,),
            unexplained=(Unexplained(CONTROLS, 2024, Standing.BEHIND),),
            duties=(owed(DutyStage.PERFORM),),
        ),
        decisions=(decision("2024-09-06"), decision("2024-12-02")),
    )
    waits = found.partition("DET SOM VÄNTAR\n\n")[2].partition("\n\n")[0]
    assert waits.splitlines() == [
        "– Polisen: uppgift saknas för september 2024. Stäm av i Månadsblad.",
        "– Släpar efter enligt Översikt: Trafikkontroller (efter).",
        "– 1 beslut skulle ha varit klart. Det står under Öppna beslut.",
        "– Avvikelse och orsak saknas för Trafikkontroller.",
        "– Uppföljning hösten, september–november 2024: dags att genomföra.",
    ]
    assert found.index("DET SOM VÄNTAR") < found.index("ÖPPNA BESLUT") < found.index("MEDBORGARLÖFTE\n")
    assert "Boka möten Löfte: Trafikkontroller\tGruppchefen\t2024-09-06 (skulle ha varit klart)\t2024-06-12" in found
    assert "Boka möten Löfte: Trafikkontroller\tGruppchefen\t2024-12-02\t2024-06-12" in found


def test_a_long_silence_is_told_by_titles_while_they_are_few() -> None:
    assert "– Ingen uppdatering på länge: Samtal <med> krögare." in told(part(stale=(TALKS,)))
    assert "– 5 löften har ingen uppdatering på länge. De står i Översikt." in told(part(stale=(TALKS,) * 5))


def test_a_decision_without_its_words_says_why() -> None:
    assert words.HIDDEN in told(part(), decisions=(decision("2024-12-02", ""),))


def test_what_is_owed_at_every_meeting_is_told_while_the_agreement_runs() -> None:
    duty = Duty("a/b", "Löpande uppföljning", "Lokala BRÅ", DutyRecurrence.PER_MEETING, None)
    running = replace(PLAIN, duties=(duty,))
    assert "Löpande uppföljning\tLokala BRÅ\tVid varje möte" in told(part(running))
    over = replace(running, period=period("2021-01-01", "2021-12-31"))
    assert "Vid varje möte" not in told(ended=part(over))


def test_who_reports_is_a_party_and_a_function() -> None:
    named = replace(PLAIN, promises=(replace(CONTROLS, function="kommunpolis"), TALKS))
    found = told(part(named))
    assert "Polisen\tKommunpolis\tTrafikkontroller" in found
    assert "Ansvarig framgår inte\tInte angiven\tSamtal <med> krögare" in found


def test_a_promise_told_in_words_has_its_condition_and_no_unit() -> None:
    found = told(part(replace(PLAIN, promises=(TALKS,))))
    assert "– Samtal <med> krögare. Ansvarig framgår inte. Villkorat: Vid behov. Känsligt löfte." in found
    assert words.SENSITIVE_NOTE in found
    assert words.HOW_COUNTED not in found


def test_meetings_are_told_by_the_council_s_own_name() -> None:
    meeting = Meeting(1, 1, HOME.code, date(2024, 6, 12), ("a",), Stage.CLOSED, "", MOMENT)
    found = told(part(), held=meeting, coming=replace(meeting, day=TODAY, stage=Stage.SENT))
    assert "Senaste mötet: Trygghetsrådet, 12 juni 2024" in found
    assert "Nästa möte: Trygghetsrådet, 15 oktober 2024 (utskickat)" in found
    assert "Nästa möte: Inget är planerat" in told(part())


def test_an_agreement_that_has_ended_is_told_of_where_no_other_is() -> None:
    found = told(ended=part())
    assert "Gäller nu: Inget medborgarlöfte" in found
    assert "Minst 80 trafikkontroller per år" in found
    beside = told(part(replace(PLAIN, title="Medborgarlöfte 2025")), ended=part(unexplained=()))
    assert beside.count("Minst 80 trafikkontroller per år") == 1


def test_a_section_without_anything_has_no_heading() -> None:
    assert words.SIGNED.upper() not in told(part())


def test_example_data_say_so_in_text_and_file_name() -> None:
    given = Handover(HOME, TODAY, MOMENT, "BRÅ", (part(),), None, (), None, None, True)
    assert words.EXAMPLE_NOTE in plain_text(handover_document(given))
    assert handover_file_name(given) == "overlamning-1486-2024-10-15-exempeldata.pdf"


def test_the_file_has_the_same_headings_as_the_text_tagged() -> None:
    given = Handover(HOME, TODAY, MOMENT, "BRÅ", (part(),), None, (decision("2024-12-02"),), None, None, False)
    document = handover_document(given)
    headings = [each for each in flattened(document.parts) if isinstance(each, Heading)]
    kinds = [kind for kind, _ in elements(pdf(document))]
    assert kinds.count("/H1") + kinds.count("/H2") == len(headings)
    assert "/Table" in kinds
