"""Numbers, dates, weeks and lists as Swedish readers write them; a hard space never lets a number break.

Formats: the domain's section 3, last paragraph.
"""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from babel.dates import get_day_names, get_month_names
from babel.numbers import format_decimal

HARD_SPACE = "\u00a0"
LOCALE = "sv_SE"
_MONTHS = get_month_names("wide", locale=LOCALE)
_WEEKDAYS = get_day_names("wide", locale=LOCALE)
_AFTER_Z = str.maketrans({"å": "{a", "ä": "{b", "æ": "{b", "ö": "{c", "ø": "{c", "é": "e", "è": "e", "ü": "y"})
_MINUTES_PER_HOUR = 60


def number(value: int | float | Fraction, decimals: int = 0) -> str:
    """Write ``1 250`` or ``12,5``: rounded half up to at most ``decimals``, without trailing zeros."""
    return format_decimal(_rounded(value, decimals), format="#,##0.######", locale=LOCALE).replace("-", "−")


def _rounded(value: int | float | Fraction, decimals: int) -> Decimal:
    exact = Fraction(str(value)) if isinstance(value, float) else Fraction(value)
    tenths = Decimal(exact.numerator * 10**decimals) / exact.denominator
    return tenths.quantize(Decimal(1), ROUND_HALF_UP).scaleb(-decimals)


def signed(value: int) -> str:
    """Write a difference with its sign: ``+12``."""
    return f"+{number(value)}" if value >= 0 else number(value)


def percent(value: int) -> str:
    """Write whole per cent: ``93 %``."""
    return f"{number(value)}{HARD_SPACE}%"


def duration(minutes: int) -> str:
    """Write minutes as hours and minutes: ``1 tim 30 min``, exact where decimals of an hour would not be."""
    hours, rest = divmod(minutes, _MINUTES_PER_HOUR)
    parts = [f"{number(hours)}{HARD_SPACE}tim"] if hours else []
    if rest or not hours:
        parts.append(f"{rest}{HARD_SPACE}min")
    return " ".join(parts)


def noun(count: int, singular: str, plural: str) -> str:
    """Return the form that follows the number."""
    return singular if count == 1 else plural


def counted(count: int, singular: str, plural: str) -> str:
    """Write ``1 vecka`` or ``1 250 veckor``."""
    return f"{number(count)} {noun(count, singular, plural)}"


def listed(items: Iterable[str], last: str = "och") -> str:
    """Write ``a, b och c``."""
    words = list(items)
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def table_date(day: date) -> str:
    """Write ``2024-03-15``, for tables and files."""
    return day.isoformat()


def prose_date(day: date, reference_year: int | None = None) -> str:
    """Write ``15 mars 2024``, without the year where it is the reference year."""
    return f"{day.day} {month_name(day, reference_year)}"


def weekday_date(day: date, reference_year: int | None = None) -> str:
    """Write ``tisdag 15 oktober, v. 42``."""
    return f"{_WEEKDAYS[day.weekday()]} {prose_date(day, reference_year)}, {week_name(day, day.year)}"


def week_name(day: date, reference_year: int | None = None) -> str:
    """Write the ISO week of the day, ``v. 42``, with its ISO year unless that is the reference year."""
    year, week, _ = day.isocalendar()
    return f"v.{HARD_SPACE}{week}" + ("" if year == reference_year else f" {year}")


def week_of(day: date) -> str:
    """Write the day's week, and the day too where the ISO year is another: ``v. 1 2025 (30 december 2024)``."""
    name = week_name(day, day.year)
    return name if day.isocalendar().year == day.year else f"{name} ({prose_date(day)})"


def month_name(day: date, reference_year: int | None = None) -> str:
    """Write ``mars 2024``, without the year where it is the reference year."""
    name: str = _MONTHS[day.month]
    return name if day.year == reference_year else f"{name} {day.year}"


def short_month(day: date) -> str:
    """Write ``mar``: three letters, for the axis of a chart."""
    return month_name(day, day.year)[:3]


def short_month_names() -> tuple[str, ...]:
    """Return ``jan`` to ``dec``."""
    return tuple(_MONTHS[number][:3] for number in range(1, 13))


def months_listed(months: Iterable[date], reference_year: int | None = None) -> str:
    """Write ``januari och mars 2024``: the year once, after the last month of each year."""
    ordered = sorted(months)
    following = [*ordered[1:], None]
    names = (
        month_name(month, month.year if after and after.year == month.year else reference_year)
        for month, after in zip(ordered, following, strict=True)
    )
    return listed(names)


def sorting_key(text: str) -> tuple[str, str]:
    """Return a key that sorts å, ä and ö last, in that order, whatever the case."""
    return text.casefold().translate(_AFTER_Z), text
