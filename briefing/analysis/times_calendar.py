"""Calendar sums for time expressions: the days that a TIMEX3 value can mean, and steps of weeks, months and years."""

import calendar
import re
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_QUARTER = re.compile(r"(\d{4})-Q(\d)\Z")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)\Z")
_YEARS = re.compile(r"\d{2,4}\Z")

# First month and number of months of the seasons of the northern half of the earth; a winter may begin in the year
# before or in the year itself, so it has both.
_SEASON_MONTHS = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3)}

Days = tuple[date, date]


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def full_year(year: int) -> int:
    """Read a year of two digits as one between 1931 and 2030."""
    return year if year > 99 else year + (1900 if year > 30 else 2000)


def shift_day(day: date, days: int) -> date | None:
    """Return the day so many days later, or None beyond the calendar."""
    number = day.toordinal() + days
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def shift_month(year: int, month: int, months: int) -> tuple[int, int] | None:
    """Return year and month so many months later, or None beyond the calendar."""
    number = year * 12 + month - 1 + months
    return (number // 12, number % 12 + 1) if 12 <= number < 120000 else None


def week_value(day: date) -> str:
    """Write the ISO week that holds a day: "2024-W49"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def days_of(value: str) -> Days | None:
    """Return first and last day of a TIMEX3 value, or None for values that name no days of the calendar."""
    if match := _DAY.match(value):
        day = day_or_none(int(match[1]), int(match[2]), int(match[3]))
        return (day, day) if day else None
    if match := _MONTH.match(value):
        return _months(int(match[1]), int(match[2]), 1)
    if match := _WEEK.match(value):
        return _week(int(match[1]), int(match[2]), weekend=bool(match[3]))
    if match := _QUARTER.match(value):
        return _months(int(match[1]), int(match[2]) * 3 - 2, 3)
    if match := _SEASON.match(value):
        return _season(int(match[1]), match[2])
    return _years(value) if _YEARS.match(value) else None


def _years(value: str) -> Days | None:
    first, last = int(value.ljust(4, "0")), int(value.ljust(4, "9"))
    return (date(first, 1, 1), date(last, 12, 31)) if first else None


def _months(year: int, month: int, count: int) -> Days | None:
    end = shift_month(year, month, count - 1)
    if not (1 <= month <= 12 and year and end):
        return None
    return date(year, month, 1), date(end[0], end[1], calendar.monthrange(*end)[1])


def _week(year: int, week: int, *, weekend: bool) -> Days | None:
    if not (year and 1 <= week <= date(year, 12, 28).isocalendar().week):
        return None
    monday = date.fromisocalendar(year, week, 1)
    sunday = shift_day(monday, 6)
    return (monday + timedelta(days=5) if weekend else monday, sunday) if sunday else None


def _season(year: int, season: str) -> Days | None:
    if season != "WI":
        return _months(year, *_SEASON_MONTHS[season])
    return _months(year - 1, 12, 15) if year > 1 else None
