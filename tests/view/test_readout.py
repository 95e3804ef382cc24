"""A reading as an object and as lines."""

import json
from datetime import date

from loftdb.core.model import Comparator, Party
from loftdb.core.periods import Period
from loftdb.core.reading.result import (
    Doubt,
    DoubtKind,
    NumberKind,
    Per,
    ReadDuty,
    Reading,
    ReadPlan,
    ReadPromise,
    ReadTarget,
    Span,
)
from loftdb.view import readout

TEXT = "Polisen lovar minst 80 trafikkontroller vid behov. Uppföljning hösten 2024."
TARGET = ReadTarget("trafikkontroller", Comparator.AT_LEAST, 80, None, "st", Per.TERM, 1, average=False,
                    per_is_explicit=False, kind=NumberKind.COUNT, span=Span(14, 39))  # fmt: skip
PROMISE = ReadPromise(
    "Minst 80 trafikkontroller", "Polisen lovar", (Party.POLICE,), (), "vid behov", Span(0, 50), (TARGET,)
)
DUTY = ReadDuty("Uppföljning", "", Period.through(date(2024, 9, 1), date(2024, 11, 30)), "hösten 2024", Span(51, 75))
YEARLY, OPEN = (
    ReadDuty("Årlig redovisning", "", None, "årligen", Span(0, 9)),
    ReadDuty("Samråd", "", None, "", Span(0, 9)),
)
YEARS = Period.through(date(2023, 1, 1), date(2024, 12, 31))
PLAN = ReadPlan("Löfte", ("Strömstad",), "", YEARS, ("trafik",), (PROMISE,), (DUTY, YEARLY, OPEN), Span(0, 75))
READING = Reading(TEXT, (PLAN,), (Doubt(DoubtKind.NO_PERIOD, Span(14, 39), {"value": 80}),))


def test_the_object_has_the_declared_keys_and_values() -> None:
    assert json.loads(json.dumps(readout.record(READING))) == {
        "text": TEXT,
        "plans": [
            {
                "title": "Löfte",
                "municipalities": ["Strömstad"],
                "police_district": None,
                "period": {"start": "2023-01-01", "end": "2024-12-31"},
                "problem_areas": ["trafik"],
                "commitments": [
                    {
                        "text": "Minst 80 trafikkontroller",
                        "heading": "Polisen lovar",
                        "parties": ["police"],
                        "conditional": True,
                        "span": [0, 50],
                        "targets": [
                            {
                                "measure": "trafikkontroller",
                                "comparator": ">=",
                                "value": 80,
                                "value_max": None,
                                "unit": "st",
                                "per": "term",
                                "every": 1,
                                "average": False,
                                "per_is_explicit": False,
                                "kind": "count",
                                "span": [14, 39],
                            }
                        ],
                    }
                ],
                "duties": [
                    {
                        "text": "Uppföljning",
                        "to_whom": None,
                        "window": {
                            "start": "2024-09-01",
                            "end": "2024-11-30",
                            "words": "hösten 2024",
                        },
                    },
                    {
                        "text": "Årlig redovisning",
                        "to_whom": None,
                        "window": {
                            "start": None,
                            "end": None,
                            "words": "årligen",
                        },
                    },
                    {"text": "Samråd", "to_whom": None, "window": None},
                ],
            }
        ],
        "issues": [
            {
                "kind": "no_period",
                "span": [14, 39],
                "message": "Texten säger inte vilken tid 80 gäller, och det läses som hela perioden. "
                "Välj per år om det är menat.",
            }
        ],
    }


def test_the_lines_say_it_in_swedish() -> None:
    assert list(readout.lines(READING)) == [
        "Löfte",
        "Kommun: Strömstad",
        "Period: 1 januari 2023–31 december 2024",
        "Problemområden: trafik",
        "1 löfte, 1 med måltal:",
        "  1. Polisen: Minst 80 trafikkontroller",
        "     → trafikkontroller: minst 80 under hela perioden",
        "  Uppföljning: Uppföljning (hösten 2024)",
        "  Uppföljning: Årlig redovisning (årligen)",
        "  Uppföljning: Samråd",
        "",
        "Att ta ställning till (1):",
        "  • ”minst 80 trafikkontroller”: Texten säger inte vilken tid 80 gäller, och det läses som hela perioden. "
        "Välj per år om det är menat.",
    ]


def test_a_reading_without_anything_has_its_lines_too() -> None:
    nothing = Reading("x" * 99, (), (Doubt(DoubtKind.NO_PROMISES, Span(0, 99)),))
    _, line = readout.lines(nothing)
    assert line.startswith(f"  • ”{'x' * 60} …”: Inga löften")
    assert readout.record(nothing)["plans"] == []
