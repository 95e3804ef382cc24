"""The months of the books, as people report them: some days at once, the rest on the month sheet, then a signature.

Every chance is drawn from a generator named after what it decides, so that the same demo comes out each time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from loftdb.core.model import ActivityKind, ActivityState, Entry, Reason, Share
from loftdb.core.moments import local_day
from loftdb.core.periods import DAY, Interval, Period, add_months, counted_intervals, month
from loftdb.demo.books import BOOKS, FIRST_MONTH, Book, Weeks
from loftdb.demo.events import Event, Logged, Numbers, Signed, moment

OPEN_MONTHS = frozenset({date(2024, 3, 1)})
"""Months whose weekly occasions are still to be filled in: what the visitor can do on the month sheet."""


@dataclass(frozen=True)
class Page:
    """One month of a book."""

    book: Book
    first: date
    today: date

    @property
    def days(self) -> Period:
        """The days of the month that have passed."""
        return month(self.first) & Period(FIRST_MONTH, self.today)

    @property
    def signed(self) -> bool:
        """Whether the month is on the sheet, and signed; otherwise only some days of it are known."""
        return self.book.signed_through is not None and self.first <= self.book.signed_through

    @property
    def sheet_at(self) -> datetime:
        """When the sheet was filled in: one moment for all municipalities of the writer."""
        chance = Random(f"sheet {self.book.writer} {self.first}")  # noqa: S311 - a demo, not a secret
        day = month(self.first).end + chance.randint(3, 16) * DAY
        return moment(day, chance.randint(8, 15), chance.randint(0, 59))

    def place(self, slug: str, chance: Random) -> str:
        """Draw a public place where the promise is kept, none where the book names none."""
        return chance.choice(self.book.places.get(slug, ("",)))

    def promise_id(self, slug: str) -> str:
        """Return the full id of a promise of the book."""
        return f"{self.book.agreement}/{slug}"


def routine(numbers: Numbers, today: date) -> Iterator[Event]:
    """Yield everything that the books hold through a day, in no order."""
    for book in BOOKS:
        first = FIRST_MONTH
        while first <= today:
            yield from _page(Page(book, first, today), numbers)
            first = add_months(first, 1)


def _page(page: Page, numbers: Numbers) -> Iterator[Event]:
    index = (page.first.year - FIRST_MONTH.year) * 12 + page.first.month - 1
    for slug, counts in page.book.counts.items():
        yield from _month(page, slug, numbers[page.promise_id(slug)], int(counts.split()[index]))
    for slug, weeks in page.book.weekly.items():
        yield from _weeks(page, slug, weeks, numbers[page.promise_id(slug)])
    if page.signed:
        yield Signed(page.sheet_at, page.book.writer, page.book.municipality, page.first)


def _month(page: Page, slug: str, number: int, count: int) -> Iterator[Event]:
    """Yield a month's count: up to two occasions, or all of an unsigned month, at once, and the rest on the sheet."""
    chance = Random(f"{page.book.agreement} {slug} {page.first}")  # noqa: S311 - a demo, not a secret
    at_once = 0 if slug in page.book.sensitive else min(count, chance.randint(0, 2)) if page.signed else count
    for _ in range(at_once):
        day = page.days.start + chance.randrange(page.days.days) * DAY
        entry = _single(number, day, page.place(slug, chance))
        yield Logged(registered(day, chance, page.today), page.book.writer, entry, page.book.municipality)
    if count > at_once:
        entry, name = _batch(number, page.days, count - at_once), f"{page.promise_id(slug)} {page.first:%Y-%m}"
        yield Logged(page.sheet_at, page.book.writer, entry, page.book.municipality, name)


def _weeks(page: Page, slug: str, weeks: Weeks, number: int) -> Iterator[Event]:
    for whole in counted_intervals(month(page.first), Interval.WEEK):
        year, iso_week, _ = whole.middle.isocalendar()
        day, reason = whole.start + weeks.weekday * DAY, weeks.cancelled.get((year, iso_week))
        known = iso_week not in weeks.missed.get(year, ()) and day < page.today and page.first not in OPEN_MONTHS
        if known and weeks.by_sheet and page.signed:
            yield _box(page, number, whole, reason)
        elif known:
            yield _occasion(page, slug, number, day, reason)


def _box(page: Page, number: int, whole: Period, reason: Reason | None) -> Logged:
    """Return a weekly occasion, held or cancelled, as a box on the month sheet."""
    entry = _batch(number, whole & month(page.first), 1)
    entry = replace(entry, weeks=(whole.start,))
    return Logged(page.sheet_at, page.book.writer, _cancelled(entry, reason), page.book.municipality)


def _occasion(page: Page, slug: str, number: int, day: date, reason: Reason | None) -> Logged:
    """Return a weekly occasion, held or cancelled, as an entry of its own."""
    chance = Random(f"{page.book.agreement} {slug} {day}")  # noqa: S311 - a demo, not a secret
    entry = _cancelled(_single(number, day, page.place(slug, chance)), reason)
    return Logged(registered(day, chance, page.today), page.book.writer, entry, page.book.municipality)


def registered(day: date, chance: Random, today: date) -> datetime:
    """Return when an occasion was registered: the same afternoon, or a day or two later."""
    later = timedelta(days=chance.choice((0, 0, 0, 1, 2)))
    at = moment(day + later, chance.randint(13, 18), chance.randint(0, 59))
    return at if local_day(at) < today else moment(today, 8, chance.randint(0, 59))


def _single(number: int, day: date, place: str) -> Entry:
    days = Period.through(day, day)
    return Entry(ActivityKind.SINGLE, ActivityState.DONE, days, (Share(number, 1),), place=place)


def _batch(number: int, days: Period, count: int) -> Entry:
    return Entry(ActivityKind.BATCH, ActivityState.DONE, days, (Share(number, count),))


def _cancelled(entry: Entry, reason: Reason | None) -> Entry:
    return replace(entry, state=ActivityState.CANCELLED, reason=reason) if reason else entry
