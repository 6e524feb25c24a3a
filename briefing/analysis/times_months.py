"""Resolve dates with a month: full dates, days of a month, months."""

from datetime import date

from briefing.analysis.times_calendar import day_or_none, full_year
from briefing.analysis.times_grammar import time_words
from briefing.analysis.times_pieces import Answer, Piece

_LATE_PENALTY = 90  # days: a date without year lies rather in the past
_LONGEST_NUMBER = 4  # digits: a year
_FRESH = 7  # days: what lies so near before the report is its news, whatever year the background names
_MONTHS_AHEAD = 3  # a month that begins so soon after the report is the coming one

# The rules whose dates name their year, which a day and month behind them can take.
_FULL, _MONTH_YEAR, _YEAR_MONTH = "full date", "month and year", "year and month"
WITH_YEAR = frozenset({_FULL, _MONTH_YEAR, _YEAR_MONTH})


def dated(piece: Piece, year: int, month: int, day: int, start: int = 0, end: int = 0) -> tuple[Answer, ...]:
    """Resolve a day of a month; without its year (0), to the nearest such day, rather before the report than after."""
    if year:
        found = day_or_none(year, month, day)
        return (piece.answer(found.isoformat(), _FULL, None, start, end),) if found else ()
    if not day_or_none(2024, month, day):  # a leap year has all days
        return ()
    if found := _in_named_year(piece, month, day):
        rule = "day and month in the year named before"
        return (piece.answer(found.isoformat(), rule, None, start, end),)
    if piece.year is None:
        return (piece.answer(f"XXXX-{month:02d}-{day:02d}", "day and month, no year known", None, start, end),)
    if piece.day is None:
        found = day_or_none(piece.year, month, day)
        rule = "day and month in the year of the report"
        return (piece.answer(found.isoformat(), rule, None, start, end),) if found else ()
    found = _nearest(piece.day, month, day, ahead=piece.looks_ahead())
    return (piece.answer(found.isoformat(), "day and month nearest to the report", None, start, end),) if found else ()


def _in_named_year(piece: Piece, month: int, day: int) -> date | None:
    """Return the day in the year of the date named before, or None where the report's own reading fits better.

    The report's fits when it lies nearer to that date ("27 November 2024 ... 3 January") or is the news of the week.
    """
    near = piece.named.dated
    found = day_or_none(near.year, month, day) if near else None
    if near is None or found is None or piece.year is None:
        return found
    if piece.day:
        own = _nearest(piece.day, month, day, ahead=piece.looks_ahead())
        if own and month != near.month and 0 <= (piece.day - own).days <= _FRESH:
            return None
    else:
        own = day_or_none(piece.year, month, day)
    return None if own and abs(own - near) <= abs(found - near) else found


def _nearest(published: date, month: int, day: int, *, ahead: bool) -> date | None:
    years = (published.year - 1, published.year, published.year + 1)
    days = [found for year in years if (found := day_or_none(year, month, day))]
    penalty = 0 if ahead else _LATE_PENALTY
    return min(
        days, key=lambda found: abs((found - published).days) + (penalty if found > published else 0), default=None
    )


def iso(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like 2024-12-07, 2024/12/07."""
    return dated(piece, piece.number("Y"), piece.number("D"), piece.number("D", 1))


def iso_month(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like 2024-12, unless it can be a range of years such as 2011-12."""
    year, month = piece.number("Y"), piece.number("D")
    if not 1 <= month <= 12 or month > year % 100 or len(piece.word("D")) != 2:
        return ()
    return (piece.answer(f"{year}-{month:02d}", _YEAR_MONTH),)


def slash(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like 13/12/2024, when only one order of day and month is possible."""
    words = piece.words("DY")
    first, second, year = (int(word) for word in words)
    if piece.row.shape[piece.start + 1] == "-" and len(words[2]) != 4:
        return ()
    if first > 12 >= second or first == second:
        return dated(piece, full_year(year), second, first)
    return dated(piece, full_year(year), first, second) if second > 12 >= first else ()


def dotted(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like 07.12.2024, always day before month."""
    words = piece.word("G").split(".")
    if max(map(len, words)) > _LONGEST_NUMBER:
        return ()
    numbers = [int(number) for number in words]
    return dated(piece, numbers[2], numbers[1], numbers[0]) if numbers[2] > 999 else ()


def month_day(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like 7 December 2024, December 7, Sat Dec 7, 2024 December 7."""
    day = piece.number("D") or int(time_words().tables["ordinals"].get(piece.word("q"), 0))
    return dated(piece, piece.number("Y"), _month(piece), day)


def month_days(piece: Piece) -> tuple[Answer, ...]:
    """Resolve both of 29 and 30 November, November 29-30, each with the month and year of the whole."""
    places = [index for index in range(piece.start, piece.end) if piece.row.shape[index] == "D"]
    first, second = (int(piece.row.parts[index]) for index in places)
    month, year = _month(piece), piece.number("Y")
    if second <= first:
        return dated(piece, year, month, first, piece.start, places[0] + 1) if places[0] > piece.start else ()
    head, tail = (piece.start, places[0] + 1), (places[1], piece.end)
    return dated(piece, year, month, first, *head) + dated(piece, year, month, second, *tail)


def _month(piece: Piece) -> int:
    return time_words().months[piece.word("ABCE")]


def month(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like December, early May; "and June Hill" is a name."""
    number = _month(piece)
    follower = piece.row.parts[piece.end + 1] if piece.row.shape[piece.end] == " " else ""
    if piece.row.shape[piece.start - 2 : piece.start] == "& " and follower[:1].isupper():
        return ()
    if piece.month is None:
        return (piece.answer(f"XXXX-{number:02d}", "month, no year known"),)
    year, published = piece.month
    ahead = piece.looks_ahead()
    if number > published + (0 if ahead else _MONTHS_AHEAD) and not ahead:
        year -= 1
    elif number < published and (ahead or number + 12 - published <= _MONTHS_AHEAD):
        year += 1
    return (piece.answer(f"{year:04d}-{number:02d}", "month nearest to the report"),)


def month_year(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like December 2024."""
    name = next(piece.row.parts[index] for index in range(piece.start, piece.end) if piece.row.shape[index] in "ABCE")
    if len(name) <= 4 and name[0].isupper() and "E" in piece.row.shape[piece.start : piece.end]:
        return ()  # "Mars 2020" is no month
    return (piece.answer(f"{piece.number('Y')}-{_month(piece):02d}", _MONTH_YEAR),)


def month_of(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like June last year."""
    if not piece.word("U").startswith("year") or piece.year is None:
        return ()
    return (piece.answer(f"{piece.year + piece.direction:04d}-{_month(piece):02d}", "month of a year from the report"),)


def month_relative(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like last May, this September."""
    number, direction = _month(piece), piece.direction
    if piece.month is None:
        return (piece.answer(f"XXXX-{number:02d}", "month, no year known"),)
    year, published = piece.month
    step = -(number >= published) if direction < 0 else (number <= published) if direction > 0 else 0
    return (piece.answer(f"{year + step:04d}-{number:02d}", "month before or after the report"),)
