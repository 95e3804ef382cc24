"""A calendar file, to the byte, and read back."""

from datetime import date, datetime

from icalendar import Calendar

from loftdb.core.council_years import CalendarEvent
from loftdb.core.periods import Period
from loftdb.files.calendars import calendar_bytes

MOMENT = datetime.fromisoformat("2024-10-15T08:00")
WALK = CalendarEvent(
    "tillfalle-1486-773@loftdb", Period(date(2024, 12, 31), date(2025, 1, 1)), "Trygghetsvandring; Åmål, hamnen",
    "Annonserat tillfälle, Strömstad.", "Torget, vid klockan", 2,
)  # fmt: skip


def test_the_bytes_are_those_of_the_format() -> None:
    expected = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//loftdb//loftdb//SV", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        "NAME:Medborgarlöften i Strömstad", "X-WR-CALNAME:Medborgarlöften i Strömstad",
        "X-WR-TIMEZONE:Europe/Stockholm",
        "BEGIN:VEVENT", "SUMMARY:Trygghetsvandring\\; Åmål\\, hamnen", "DTSTART;VALUE=DATE:20241231",
        "DTEND;VALUE=DATE:20250101", "DTSTAMP:20241015T080000Z", "UID:tillfalle-1486-773@loftdb", "SEQUENCE:2",
        "DESCRIPTION:Annonserat tillfälle\\, Strömstad.", "LOCATION:Torget\\, vid klockan", "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
    )  # fmt: skip
    assert calendar_bytes("Medborgarlöften i Strömstad", [WALK], MOMENT).decode().split("\r\n")[:-1] == list(expected)


def test_the_same_entries_at_the_same_moment_are_the_same_bytes() -> None:
    assert calendar_bytes("x", [WALK], MOMENT) == calendar_bytes("x", [WALK], MOMENT)


def test_reading_it_back_gives_whole_days_and_every_word() -> None:
    read = Calendar.from_ical(calendar_bytes("x", [WALK], MOMENT))
    [event] = read.walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2024, 12, 31), date(2025, 1, 1))
    assert (str(event["summary"]), str(event["location"])) == (WALK.summary, WALK.place)


def test_a_long_title_is_folded_and_a_line_break_starts_no_property() -> None:
    long = CalendarEvent("a@loftdb", WALK.days, "å" * 200 + "\r\nATTENDEE:mailto:x", "")
    written = calendar_bytes("x", [long], MOMENT)
    assert max(map(len, written.split(b"\r\n"))) <= 75
    assert b"\r\nATTENDEE" not in written
    [event] = Calendar.from_ical(written).walk("VEVENT")
    assert str(event["summary"]).startswith("å" * 200)


def test_what_is_called_off_says_so_to_the_calendar() -> None:
    off = CalendarEvent("a@loftdb", WALK.days, "Inställd: x", is_cancelled=True)
    assert b"STATUS:CANCELLED" in calendar_bytes("x", [off], MOMENT)
