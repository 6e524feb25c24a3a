"""Resolve quarters, seasons, years, decades, centuries, repeated times and references such as "now"."""

from briefing.analysis.shapes import Row
from briefing.analysis.times_calendar import full_year
from briefing.analysis.times_grammar import time_words
from briefing.analysis.times_pieces import Answer, Piece
from briefing.analysis.times_units import duration_value

QUARTER = "quarter of a year"


def quarter(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like the third quarter of 2024."""
    number = int(time_words().tables["ordinals"].get(piece.word("q"), 0)) or piece.number("D")
    if piece.word("Q") != "quarter" or not 1 <= number <= 4:
        return ()
    year = piece.number("Y")
    if not year and piece.words("L") and piece.year:
        year = piece.year + piece.direction
    if not year and piece.month:
        year = piece.month[0] - (number > (piece.month[1] + 2) // 3) - bool(piece.words("g"))
    return (piece.answer(f"{year:04d}-Q{number}" if year else f"XXXX-Q{number}", QUARTER),)


def this_quarter(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like the quarter, the latest period, in a text that has named one."""
    if not piece.named.quarter:
        return ()
    if piece.words("Y"):
        return (piece.answer(piece.word("Y") + piece.named.quarter[4:], "quarter of the year named"),)
    return (piece.answer(piece.named.quarter, "quarter named before"),)


def season(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like this summer, the winter of 2023."""
    year = piece.number("Y")
    if not year and piece.year:
        year = piece.year + piece.direction
    name = time_words().tables["seasons"][piece.word("S")]
    return (piece.answer(f"{year:04d}-{name}" if year else f"XXXX-{name}", "season"),)


def year(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like 2018, unless the number counts something ("1800 people", "more than 1950 houses")."""
    place = next(index for index in range(piece.start, piece.end) if piece.row.shape[index] == "Y")
    if _counts(piece.row, place):
        return ()
    return (piece.answer(piece.row.parts[place], "year"),)


def _counts(row: Row, place: int) -> bool:
    lists = time_words().lists
    number = int(row.parts[place])
    before, gap = row.words(max(0, place - 2), place), row.shape[place - 1]
    if gap in "_$-.:/'" or (before and before[-1] in lists["measuring"]):
        return True
    after = row.parts[place + 2] if row.shape[place + 1] == " " else ""
    if number >= 1900 and before[-1:] in (["in"], ["since"]) and after.lower() in lists["agents"]:
        return False  # "in 1982 soldiers stormed the palace": nothing lies in people
    if after.lower() in lists["counted"] or row.shape[place + 1] in "%_$-":
        return row.shape[place + 1 : place + 3] != "-Y"
    plural = after.islower() and after.endswith("s") and len(after) > 4
    if number < 1900 and plural:
        return True
    sure = bool(before) and (
        before[-1] in lists["prepositions"] or before[-1] in {"of", "by", "until", "and", "to", "the", "year"}
    )
    return not sure and (number < 1900 or (number % 100 == 0 and after.islower()) or plural)


def fiscal(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like fiscal 2024."""
    return (piece.answer(piece.word("Y"), "fiscal year"),)


def decade(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like the 1990s, the '90s."""
    number = full_year(piece.number("DY"))
    if piece.words("D") and piece.row.shape[piece.start - 1] != "'":
        return ()  # "in her 50s"
    return (piece.answer(str(number // 10), "decade"),) if number % 10 == 0 and number >= 1500 else ()


def century(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like the 20th century."""
    number = piece.number("D") or int(time_words().tables["ordinals"].get(piece.word("q"), 0))
    return (piece.answer(f"{number - 1:02d}", "century"),) if piece.unit == "C" and 1 <= number <= 21 else ()


def every(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like every day, each night."""
    name = piece.word("U")
    return (piece.as_set(duration_value(1, piece.unit) if name else f"XXXX-XX-XX{piece.part_of_day}"),)


def repeated(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like daily."""
    return (piece.as_set(str(time_words().tables["sets"][piece.word("k")])),)


def reference(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like now, recently."""
    return (
        piece.answer(
            str(time_words().tables["references"][piece.word("r")]), "reference to the present, past or future"
        ),
    )
