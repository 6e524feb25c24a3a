"""Words that the program itself writes: dates, status, counts. English, with typographic spaces and dashes."""

import calendar
import re
from datetime import date, timedelta

from briefing.model.briefing import When
from briefing.model.findings import Statement, TimeExpression, TimeType
from briefing.model.report import PartialDate, Precision, Report

_PARTS = {"MO": "morning of ", "MI": "midday of ", "AF": "afternoon of ", "EV": "evening of ", "NI": "night of "}
_PART = re.compile(r"T(MO|MI|AF|EV|NI)$")
NO_BREAK = "\u00a0"


def date_words(day: PartialDate) -> str:
    """Write "7 December 2024", "December 2024" or "2024", so that no line break parts day and month."""
    if day.precision is Precision.YEAR:
        return str(day.year)
    month = calendar.month_name[day.month]
    return f"{day.day}{NO_BREAK}{month} {day.year}" if day.day else f"{month} {day.year}"


def range_words(first: PartialDate, last: PartialDate) -> str:
    """Write "29–30 November 2024" or "27 November – 8 December 2024"; the years of both ends when they differ."""
    if first == last:
        return date_words(first)
    if not (first.day and last.day):
        return f"{date_words(first)} – {date_words(last)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{date_words(last)}"
    if first.year == last.year:
        return f"{first.day}{NO_BREAK}{calendar.month_name[first.month]} – {date_words(last)}"
    return f"{date_words(first)} – {date_words(last)}"


def when_of(statement: Statement, report: Report) -> When:
    """Date a statement: by its own words, else by the date of its report, else not at all."""
    expression = statement.dated_by
    if expression is not None and statement.first is not None and statement.last is not None:
        first, last = _bounds(statement.first, statement.last)
        words = _expression_words(expression, first, last)
        if expression.last is not None and statement.last > expression.last and expression.first is not None:
            words = f"since {range_words(*_bounds(expression.first, expression.last))}"
        return When(words=words, first=first, last=last, dated_by="words")
    if report.published is not None:
        words = f"reported {date_words(report.published)}"
        return When(words=words, first=report.published, last=report.published, dated_by="report date")
    return When(words="date not given", first=None, last=None, dated_by="none")


def _bounds(first: date, last: date) -> tuple[PartialDate, PartialDate]:
    """Give whole years and months back as such: 1 January to 31 December 2018 is "2018"."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return PartialDate(year=first.year), PartialDate(year=last.year)
    next_day = last + timedelta(days=1) if last < date.max else last
    if first.day == 1 and next_day.day == 1 and (first.year, first.month) == (last.year, last.month):
        return PartialDate(year=first.year, month=first.month), PartialDate(year=last.year, month=last.month)
    return PartialDate.of(first), PartialDate.of(last)


def _expression_words(expression: TimeExpression, first: PartialDate, last: PartialDate) -> str:
    part = _PART.search(expression.value)
    if expression.type is TimeType.TIME and part and first == last:
        return _PARTS[part.group(1)] + date_words(first)
    return range_words(first, last)


def table_words(when: When) -> str:
    """Write a date for a table, in ISO form: "2024-12-06, night" or "2024-12-07 (reported)"."""
    if when.first is None or when.last is None:
        return "not given"
    if when.words.startswith("since "):
        return f"since {when.first.iso}"
    words = when.first.iso if when.first == when.last else f"{when.first.iso} to {when.last.iso}"
    part = when.words.split(" of ")[0] if " of " in when.words else ""
    if part:
        words += f", {part}"
    return f"{words} (reported)" if when.dated_by == "report date" else words


def capital(text: str) -> str:
    """Print the first letter as a capital; everything else stays as it is in the report."""
    return text[:1].upper() + text[1:]


def count_words(number: int, one: str, many: str) -> str:
    """Write "1 report" or "5 reports"."""
    return f"{number}{NO_BREAK}{one if number == 1 else many}"


def join_words(words: list[str], last: str = "and") -> str:
    """Write "Daraa, Homs and Hama"."""
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


def shorten(text: str, limit: int) -> str:
    """Cut a text at a word so that it has at most ``limit`` characters, with "…" when something was cut."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    if " " in cut[limit // 2 :]:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(" ,;:.–-") + "…"
