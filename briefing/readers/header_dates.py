"""Dates as headers and file names write them; never the file's own time of modification."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.model.report import PartialDate
from briefing.resources import data_folder

_TIME = (
    r"(?:[T ,]{0,3}(?:at )?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\b\.?)?"
    r"(?: ?(?:Z\b|[A-Z]{3,4}\b|[+-]\d{2}:?\d{2}))?)?"
)
_WORD_BEFORE = re.compile(r"([^\W\d_]{2,15})[.,:]?[ ]{1,3}")
_SHAPES = (
    re.compile(r"(?P<year>\d{4})(?P<sep>[-/._])(?P<month>\d{1,2})(?:(?P=sep)(?P<day>\d{1,2}))?(?!\d)" + _TIME),
    re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d{2})(?P<day>\d{2})(?!\d)" + _TIME),
    re.compile(r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4})(?!\d)" + _TIME),
    re.compile(
        r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -]{1,3}(?:de |of )?(?P<name>[^\W\d_]{3,12})\.?,?[ -]{1,3}"
        r"(?:de |del )?(?P<year>\d{4})(?!\d)" + _TIME
    ),
    re.compile(
        r"(?P<name>[^\W\d_]{3,12})\.? {1,3}(?P<day>\d{1,2})(?:st|nd|rd|th)?,? {1,3}(?P<year>\d{4})(?!\d)" + _TIME
    ),
    re.compile(r"(?P<name>[^\W\d_]{3,12})\.?,? {1,3}(?:de )?(?P<year>\d{4})(?!\d)"),
    re.compile(r"(?P<year>(?:19|20)\d\d)(?![\d:]|[-/._]\d)"),
)
_IN_NAME = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[-_.]?)(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """What was read at the beginning of some words.

    ``length`` characters look like a date; ``problem`` says why they are not one when ``value`` is None.
    """

    value: PartialDate | None
    length: int
    problem: str = ""


@cache
def _table() -> dict[str, Any]:
    with (data_folder() / "report_headers.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in _table()["months"].items() for name in names}


@cache
def _date_words() -> frozenset[str]:
    return frozenset(_table()["header"]["date_words"])


def read_leading_date(words: str) -> DateReading | None:
    """Read the date with which the words begin, in whatever form; None when they do not begin with one."""
    head = words[:120]
    for shape in _SHAPES:
        match = shape.match(head)
        if match:
            reading = _interpret(match)
            if reading:
                return reading
    return None


def read_date(words: str) -> DateReading | None:
    """Read a date that stands alone, perhaps after a weekday or a word such as "Published"; None when there is none."""
    start = len(words) - len(words.lstrip())
    for _ in range(4):
        reading = read_leading_date(words[start : start + 200])
        if reading:
            return DateReading(value=reading.value, length=start + reading.length, problem=reading.problem)
        word = _WORD_BEFORE.match(words, start)
        if not word or word[1].casefold() not in _date_words():
            return None
        start = word.end()
    return None


def read_date_in_name(name: str) -> PartialDate | None:
    """Find the first full date in a file's name ("2024-12-07", "2024_12_07", "20241207")."""
    for match in _IN_NAME.finditer(name):
        value = _real_date(int(match["year"]), int(match["month"]), int(match["day"]))
        if value:
            return value
    return None


def _interpret(match: re.Match[str]) -> DateReading | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if parts.get("first"):
        return _interpret_numbers(match, year)
    if parts.get("name"):
        month = _months().get(parts["name"].casefold())
        if month is None:
            return None
    else:
        month = int(parts.get("month") or 0)
    value = _real_date(year, month, int(parts.get("day") or 0)) if _complete(parts, month) else None
    return DateReading(value=value, length=match.end(), problem="" if value else _no_such_date(match[0]))


def _complete(parts: dict[str, str | None], month: int) -> bool:
    # "2024-00" would otherwise be taken for the year alone
    return month > 0 or not parts.get("month")


def _interpret_numbers(match: re.Match[str], year: int) -> DateReading:
    first, second = int(match["first"]), int(match["second"])
    if match["sep"] == "." or first > 12 or first == second:
        value, problem = _real_date(year, second, first), _no_such_date(match[0])
    elif second > 12:
        value, problem = _real_date(year, first, second), _no_such_date(match[0])
    else:
        value, problem = None, _two_meanings(match[0], year, first, second)
    return DateReading(value=value, length=match.end(), problem="" if value else problem)


def _two_meanings(words: str, year: int, first: int, second: int) -> str:
    one, other = f"{year:04d}-{second:02d}-{first:02d}", f"{year:04d}-{first:02d}-{second:02d}"
    return f"The date “{words.strip()}” can be read in two ways; write it as {one} or {other}."


def _no_such_date(words: str) -> str:
    return f"The date “{words.strip()}” does not exist; write it in the form 2024-12-07."


def _real_date(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate(year=year, month=month, day=day)
    except ValueError:
        return None
