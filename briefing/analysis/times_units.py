"""Resolve counted and named units of the calendar: lengths of time, "three days ago", "last week"."""

from datetime import date, timedelta

from briefing.analysis.times_calendar import day_or_none, days_of, shift_day, shift_month, week_value
from briefing.analysis.times_days import ANAPHORIC
from briefing.analysis.times_grammar import time_words
from briefing.analysis.times_pieces import Answer, Piece

_SATURDAY = 6
_DAYS_IN = {"D": 1, "W": 7, "F": 14}
_MOST = 1e15  # units: beyond it a string of digits would be infinite and cannot be rounded


def _count(piece: Piece) -> float | None:
    """Return the number of units, None for "several"."""
    numbers = time_words().tables["numbers"]
    words = [word for word in piece.words("NDIYa") if word != "half"]
    if piece.words("F"):
        return 2 if "couple" in piece.words("F") else None
    if piece.words("DI"):
        return min(float(piece.words("DI")[0].replace(",", "")), _MOST)
    total = sum(int(numbers.get(word, 0)) for word in words)
    return total or 1


def duration_value(count: float | None, unit: str) -> str:
    """Write a TIMEX3 length of time; ``count`` None is an unknown number."""
    number = "X" if count is None else f"{count:g}" if count < 100000 else f"{count:.0f}"
    if unit in {"E", "C"} and count is not None:
        return f"P{count * (10 if unit == 'E' else 100):g}Y"
    if unit == "F":
        return "P2W" if count == 1 else "PXW"
    return f"PT{number}{unit[1]}" if unit[0] == "T" else f"P{number}{unit}"


def duration(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like two years, a week, 10-hour."""
    return (piece.answer(duration_value(_count(piece), piece.unit), "length of time"),)


def span(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like the past 24 hours, the next two weeks: a length that ends or begins with the report."""
    count, unit, direction = _count(piece), piece.unit, piece.direction
    value = duration_value(count, unit)
    edge = _moved(piece, count * direction, unit) if count and direction and piece.day else None
    if edge is None or piece.day is None:
        return (piece.answer(value, "length of time"),)
    days = (min(edge, piece.day), max(edge, piece.day))
    return (piece.answer(value, "length of time up to or from the report", days),)


def bare_units(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like for years, within minutes: an unknown number of units."""
    before = piece.row.words(max(0, piece.start - 2), piece.start)
    if not piece.words("U")[-1].endswith("s") or not before or before[-1] not in time_words().lists["lasting"]:
        return ()
    return (piece.answer(duration_value(None, piece.unit), "length of time of unknown number"),)


def _moved(piece: Piece, count: float, unit: str) -> date | None:
    """Return the day of the report moved by a number of units, hours rounded to whole days away from it."""
    if piece.day is None or abs(count) > 1_000_000:
        return None
    if unit in _DAYS_IN:
        return shift_day(piece.day, round(count * _DAYS_IN[unit]))
    if unit[0] == "T":
        hours = count * {"H": 1.0, "M": 1 / 60, "S": 1 / 3600}[unit[1]]
        return shift_day(piece.day, int(hours // 24) if hours < 0 else -int(-hours // 24))
    months = {"M": 1, "Y": 12, "E": 120, "C": 1200}.get(unit, 0) * round(count)
    moved = shift_month(piece.day.year, piece.day.month, months) if months else None
    return _clipped(moved, piece.day.day) if moved else None


def _clipped(month: tuple[int, int], day: int) -> date:
    return day_or_none(*month, day) or date(*month, 28)


def some_span(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like the first nine months."""
    return (piece.answer(duration_value(_count(piece), piece.unit), "length of time"),)


def ago(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like three days ago (from the report), two days later (from the day named before)."""
    count, unit, word = _count(piece), piece.unit, piece.word("g")
    direction = int(time_words().tables["ago"][word])
    if count is None:
        return (piece.answer("PAST_REF" if direction < 0 else "FUTURE_REF", "some time before or after"),)
    if unit == "D" and word in {"earlier", "later"}:
        return piece.from_named(round(direction * count) if count < 100000 else 0)
    if unit[0] == "T":
        return _hours_ago(piece, count * direction, unit)
    if unit == "Y" and direction < 0 and count < 10 and piece.named.quarter:
        return _quarter_before(piece, count)
    value = _value_from_report(piece, round(direction * count), unit)
    return (piece.answer(value, "counted from the report"),) if value else ()


def _hours_ago(piece: Piece, count: float, unit: str) -> tuple[Answer, ...]:
    edge = _moved(piece, count, unit)
    value = duration_value(abs(count), unit)
    if edge is None or piece.day is None:
        return (piece.answer(value, "length of time"),)
    near = edge + timedelta(days=1) if edge < piece.day else edge
    return (piece.answer(value, "hours counted from the report", (edge, max(edge, near))),)


def _value_from_report(piece: Piece, steps: int, unit: str) -> str | None:
    """Write the day, week, month, year or decade that lies so many units from that of the report."""
    if abs(steps) > 1_000_000:
        return None
    if unit in {"D", "W", "F", "WE"}:
        moved = shift_day(piece.day, steps * _DAYS_IN.get(unit, 7)) if piece.day else None
        if moved is None:
            return "XXXX-XX-XX" if unit == "D" else "XXXX-WXX"
        return moved.isoformat() if unit == "D" else week_value(moved) + ("-WE" if unit == "WE" else "")
    if unit == "M":
        month_found = shift_month(*piece.month, steps) if piece.month else None
        return f"{month_found[0]:04d}-{month_found[1]:02d}" if month_found else "XXXX-XX"
    if piece.year is None:
        return "XXXX"
    size = {"Y": 1, "E": 10, "C": 100}[unit]
    year = piece.year + steps * size
    return f"{year:04d}"[: {"Y": 4, "E": 3, "C": 2}[unit]] if 1000 <= year <= 9999 else None


def unit(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like last week, this year, the coming days."""
    name, direction, word = piece.unit, piece.direction, piece.word("L")
    if name[0] == "T":
        return (piece.answer(duration_value(1, name), "length of time"),)
    if piece.words("U")[-1].endswith("s"):
        return (
            (piece.answer("PAST_REF" if direction < 0 else "FUTURE_REF", "some time before or after"),)
            if direction
            else ()
        )
    if name == "D" and (word in ANAPHORIC or word == "next"):
        return piece.from_named(direction)
    if name == "D":
        return ()
    value = _value_from_report(piece, direction, name)
    if value and name == "W" and word == "last" and piece.day:
        return (_last_week(piece, value, piece.day),)
    return (piece.answer(value, "unit of the calendar counted from the report"),) if value else ()


def _last_week(piece: Piece, value: str, published: date) -> Answer:
    """Let "last week" be the calendar week before; at a weekend it can mean the week that ends, so that it reaches on.

    The value stays the calendar week before, as TimeBank has it.
    """
    week, eve = days_of(value), shift_day(published, -1)
    if week is None or eve is None or published.isoweekday() < _SATURDAY:
        return piece.answer(value, "calendar week before the report", week)
    return piece.answer(value, "calendar week before the report, up to the day before it", (week[0], eve))


def year_earlier(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like year-ago, the year-earlier quarter."""
    return ago(piece)


def _quarter_before(piece: Piece, years: float) -> tuple[Answer, ...]:
    """Read "a year earlier" in a text on quarters as the same quarter of that year."""
    value = f"{int(piece.named.quarter[:4]) - round(years):04d}{piece.named.quarter[4:]}"
    return (piece.answer(value, "quarter counted back from the one named before"),)


def unit_reference(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like recent weeks."""
    return (piece.answer("PAST_REF", "some time before the report"),) if piece.word("r") == "recent" else ()
