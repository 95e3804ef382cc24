"""The shapes of identity numbers, e-mail addresses and telephone numbers; times, dates and counts have others.

Every pattern has bounded parts, so that no text takes long. Texts are spelled as ``spelling.evened`` spells them.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import accumulate

_IDENTITY = re.compile(
    r"""(?<!\d)(?=
    (?P<century>18|19|20)?(?P<year>\d\d)(?P<within>[-./ ]?)(?P<month>\d\d)(?P=within)?(?P<day>\d\d)
    (?P<gap>[ ]?[-+/._:]{1,2}[ ]?|[ ]?)
    (?P<tail>[TRSUWXJKLMN]\d{3}|\d[ ]?\d[ ]?\d[ ]?\d)(?!\d)
    (?!(?<=20\d\d)(?P<dash>[-./])\d\d(?P=dash)\d\d(?!\d))  # the year of another date
    (?P<until>[ ]?-[ ]?\d{4}(?!\d))?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_EMAIL = re.compile(r"[^\W_] ?(?:@|[(\[] ?(?:at|@|snabel-?a) ?[)\]]) ?(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,}")
_LOCAL_PART = re.compile(r"[\w.+-]{0,64}$")
_PHONE = re.compile(
    r"""(?<!\d)(?<!\d[-.:])(?!\d\d(?P<dash>[-./]?)\d\d(?P=dash)20\d\d(?!\d))(?=  # not a date: day, month, year
    \(?(?P<area>0(?:8|[1-9]\d{1,2}))\)?
    (?P<gap>[ ]?[-/.][ ]?|[ ]?)
    (?P<first>[1-9]\d{1,7})(?P<rest>(?P<between>[-. ])\d{2,4}(?:(?P=between)\d{2,3}){0,2})?(?!\d)
    )""",
    re.VERBOSE,
)
_ABROAD = re.compile(r"(?:\+[1-9]|(?<!\d)00(?=4[5-7]|358)\d)(?:[ ()./-]{0,3}\d){8,12}")


def has_identity(text: str) -> bool:
    """Tell whether some digits read as a birth date and four more; the check digit is ignored."""
    return any(_is_identity(match) for match in _IDENTITY.finditer(text))


def has_email(text: str) -> bool:
    """Tell whether there is an e-mail address, also one with ``(at)`` or spaces about the sign."""
    return _EMAIL.search(text) is not None


def has_phone(text: str) -> bool:
    """Tell whether there is a telephone number: Swedish with its area code, or one with a country's."""
    return _ABROAD.search(text) is not None or any(_is_phone(match) for match in _PHONE.finditer(text))


def contact_places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the identity numbers, e-mail addresses and telephone numbers of a text begin and end."""
    for match in _IDENTITY.finditer(text):
        if _is_identity(match):
            yield match.start(), max(match.end("tail"), match.end("until"))
    for match in _EMAIL.finditer(text):
        before = _LOCAL_PART.search(text, max(match.start() - 64, 0), match.start())
        yield before.start() if before else match.start(), match.end()
    yield from (match.span() for match in _ABROAD.finditer(text))
    for match in _PHONE.finditer(text):
        if _is_phone(match):
            yield match.start(), max(match.end("first"), match.end("rest"))


def _is_identity(match: re.Match[str]) -> bool:
    is_split = " " in match["tail"] and (match["within"] or not match["gap"].strip())
    return _is_birth_date(match) and not is_split and not _is_hours(match)


def _is_birth_date(match: re.Match[str]) -> bool:
    """Tell whether the digits hold a valid date, 60 days on for a coordination number."""
    century, year, month, day = match.group("century", "year", "month", "day")
    number = int(day) - 60 if int(day) > 60 else int(day)
    return any(_is_date(int(each + year), int(month), number) for each in ([century] if century else ["19", "20"]))


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_hours(match: re.Match[str]) -> bool:
    """Tell whether it is a day of ours and its hours: ``240315 0900-1100`` or ``2024-03-15 0900``."""
    hours = [match["tail"], *re.findall(r"\d{4}", match["until"] or "")]
    if match["gap"] != " " or match["century"] in ("18", "19") or not all(map(_is_clock, hours)):
        return False
    return bool(match["until"] or (match["century"] and match["within"]))


def _is_clock(digits: str) -> bool:
    return digits.isdecimal() and int(digits[:2]) < 24 and int(digits[2:]) < 60


def _is_phone(match: re.Match[str]) -> bool:
    """Tell whether the groups are those of a number, and not hours (``0900-1500``) or a row of weeks."""
    area, first, gap, between = match["area"], match["first"], match["gap"].strip(), match["between"]
    lengths = [len(area), len(first), *map(len, re.findall(r"\d+", match["rest"] or ""))]
    if not any(max(8, len(area) + 5) <= length <= 10 for length in accumulate(lengths)):
        return False
    is_row_of_pairs = area == "08" and len(first) == 2 and not gap
    return between is None or (
        between in (" ", gap) and not is_row_of_pairs and len(first) <= (3 if len(area) > 3 else 4)
    )
