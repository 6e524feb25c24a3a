"""How numbers and days are written on screen."""

import os
from pathlib import Path

from briefing.model.report import PartialDate

_LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def count(number: int, noun: str) -> str:
    """Write "1 report", "3 reports" or "2 entries"."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


def day(date: PartialDate | None) -> str:
    """Write "7 Dec 2024", "Dec 2024", "2024" or "undated"."""
    if date is None:
        return "undated"
    parts = (str(date.day) if date.day else "", _MONTHS[date.month - 1] if date.month else "", str(date.year))
    return " ".join(part for part in parts if part)


def long_day(date: PartialDate) -> str:
    """Write "7 December 2024", "December 2024" or "2024"."""
    parts = (str(date.day) if date.day else "", _LONG_MONTHS[date.month - 1] if date.month else "", str(date.year))
    return " ".join(part for part in parts if part)


def period(start: PartialDate | None, end: PartialDate | None) -> str:
    """Write "6–7 Dec 2024", "28 Nov – 7 Dec 2024", one day, or "" when neither is known."""
    if start is None or end is None or start == end:
        known = start or end
        return day(known) if known else ""
    if start.day and end.day and (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    first = day(start)
    return f"{first.removesuffix(f' {end.year}')} – {day(end)}"


def sentence(words: str) -> str:
    """Write a passage as the documents print it: with a capital first letter."""
    return words[:1].upper() + words[1:]


def short_path(path: str) -> str:
    """Write a path with "~" for the analyst's own folder."""
    home = str(Path.home())
    return f"~{path[len(home) :]}" if path.startswith(home + os.sep) else path
