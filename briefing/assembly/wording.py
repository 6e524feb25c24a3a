"""Dates and trimmed words as they are printed, with typographic spaces and dashes, in the language of the labels."""

import re
from datetime import date, timedelta
from functools import cache, lru_cache

from briefing.data.labels import Labels, load_labels
from briefing.data.tables import load_table
from briefing.model.briefing import When
from briefing.model.findings import Statement, TimeType
from briefing.model.report import PartialDate, Precision, Report
from briefing.model.request import DateStyle

_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
_PART = re.compile(r"T(MO|MI|AF|EV|NI)$")
_CLOSED = re.compile(r'[^\s\d"]"')  # behind a number it may be inches
# The part of a When that lasts from its first day on.
SINCE = "since"
NO_BREAK = "\u00a0"


def date_words(day: PartialDate, labels: Labels) -> str:
    """Write "7 December 2024", "December 2024" or "2024", so that no line break parts day and month."""
    if labels.dates is DateStyle.ISO:
        return day.iso
    if day.precision is Precision.YEAR:
        return str(day.year)
    if not day.day:
        return _dated_words("date-month", day, labels)
    return _dated_words("date-day", day, labels)


def _dated_words(key: str, day: PartialDate, labels: Labels) -> str:
    short = labels.dates is DateStyle.SHORT
    month = (labels.short_months if short else labels.months)[day.month - 1]
    return labels.say(f"{key}-short" if short else key, day=_day(day, labels), month=month, year=day.year)


def _day(day: PartialDate, labels: Labels) -> str:
    return labels.say("day-first") if day.day == 1 else str(day.day)


def range_words(first: PartialDate, last: PartialDate, labels: Labels) -> str:
    """Write "29–30 November 2024" or "27 November – 8 December 2024"; the years of both ends when they differ."""
    end = date_words(last, labels)
    if first == last:
        return end
    if labels.dates is DateStyle.ISO:
        return labels.say("range-iso", first=first.iso, last=last.iso)
    if not (first.day and last.day) or first.year != last.year:
        return f"{date_words(first, labels)} – {end}"
    if first.month == last.month:
        return f"{_day(first, labels)}–{end}"
    return f"{day_month_words(first, labels)} – {end}"


def day_month_words(day: PartialDate, labels: Labels) -> str:
    """Write "7 December" for a day of a year that is known."""
    return _dated_words("date-day-month", day, labels)


def when_of(statement: Statement, report: Report, labels: Labels) -> When:
    """Date a statement: by its own words, else by the date of its report, else not at all."""
    expression = statement.dated_by
    if expression is not None and statement.first is not None and statement.last is not None:
        moment = (expression.type, expression.value, expression.first, expression.last)
        return _when_in_words(*moment, statement.first, statement.last, labels.language, labels.dates)
    if report.published is not None:
        return _when_reported(report.published, labels.language, labels.dates)
    return When(words=labels.say("when-none"), first=None, last=None, dated_by="none")


@lru_cache(maxsize=1 << 12)
def _when_reported(published: PartialDate, language: str, dates: DateStyle) -> When:
    labels = load_labels(language, dates)
    words = _dated("when-reported", published, labels, date_words(published, labels))
    return When(words=words, first=published, last=published, dated_by="report date")


@lru_cache(maxsize=1 << 12)
def _when_in_words(  # remembered, since many passages tell of one day
    kind: TimeType,
    value: str,
    start_first: date | None,
    start_last: date | None,
    told_first: date,
    told_last: date,
    language: str,
    dates: DateStyle,
) -> When:
    labels, part = load_labels(language, dates), _PART.search(value)
    first, last = _bounds(told_first, told_last)
    if start_first is not None and start_last is not None and told_last > start_last:
        start = _bounds(start_first, start_last)
        words, named = _dated("when-since", start[0], labels, range_words(*start, labels)), SINCE
    elif kind is TimeType.TIME and part and first == last:
        named = _PARTS[part.group(1)]
        words = labels.say(f"when-{named}", date=date_words(first, labels))
    else:
        words, named = range_words(first, last, labels), ""
    return When(words=words, first=first, last=last, dated_by="words", part=named)


def _dated(key: str, day: PartialDate, labels: Labels, words: str) -> str:
    """Put a date behind its preposition, which in some languages is another one before a month or a year."""
    return labels.say(key if day.day else f"{key}-month", date=words)


def _bounds(first: date, last: date) -> tuple[PartialDate, PartialDate]:
    """Give whole years and months back as such: 1 January to 31 December 2018 is "2018"."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return PartialDate(year=first.year), PartialDate(year=last.year)
    next_day = last + timedelta(days=1) if last < date.max else last
    if first.day == 1 and next_day.day == 1 and (first.year, first.month) == (last.year, last.month):
        return PartialDate(year=first.year, month=first.month), PartialDate(year=last.year, month=last.month)
    return PartialDate.of(first), PartialDate.of(last)


def table_words(when: When, labels: Labels) -> str:
    """Write a date for a table, in ISO form: "2024-12-06, night" or "2024-12-07 (reported)"."""
    if when.first is None or when.last is None:
        return labels.say("table-none")
    if when.part == SINCE:
        return labels.say("table-since", date=when.first.iso)
    days = labels.say("range-iso", first=when.first.iso, last=when.last.iso)
    words = when.first.iso if when.first == when.last else days
    if when.part:
        words = labels.row([words, labels.say(f"part-{when.part}")])
    return labels.say("table-reported", date=words) if when.dated_by == "report date" else words


def capital(text: str) -> str:
    """Print the first letter as a capital; everything else stays as it is in the report."""
    return text[:1].upper() + text[1:]


def whole_quotation(text: str) -> str:
    """Add the double mark that a text lacks at its end or its beginning, where it is only a part of a quotation."""
    opened, closed, straight = text.count("“"), text.count("”"), text.count('"')
    if opened > closed:
        return f"{text}”"
    if closed > opened:
        return f"“{text}"
    if straight % 2 == 0:
        return text
    if text.startswith('"'):
        return f'{text}"'
    return f'"{text}' if _CLOSED.search(text) else text


def count_words(number: int, one: str, many: str) -> str:
    """Write "1 report" or "5 reports" in an explanation, which is in English."""
    return f"{number}{NO_BREAK}{one if number == 1 else many}"


def join_words(words: list[str], last: str = "and") -> str:
    """Write "Daraa, Homs and Hama" in an explanation, which is in English."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def readable(text: str) -> str:
    """Fold white space and drop control characters: the declared trimming of what is printed from a report."""
    folded = " ".join(text.split())
    if folded.isprintable():
        return folded
    kept = "".join(character if character.isprintable() else " " for character in folded)
    return " ".join(kept.split())


def count_printed(text: str) -> int:
    """Count the words of a text that was made readable, in which single spaces part them."""
    return text.count(" ") + bool(text)


def shorten(text: str, limit: int) -> str:
    """Cut a text at a word so that it has at most ``limit`` characters, with "…" when something was cut."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    if " " in cut[limit // 2 :]:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(" ,;:.–-") + "…"


@cache
def any_of(table: str) -> re.Pattern[str]:
    """Compile the phrases of one list of the table of words into one pattern."""
    phrases: list[str] = load_table("assembly_words")[table]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
