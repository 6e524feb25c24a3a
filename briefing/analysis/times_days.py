"""Resolve weekdays, days counted from the report, and times of day."""

from briefing.analysis.times_calendar import shift_day, week_value
from briefing.analysis.times_grammar import time_words
from briefing.analysis.times_pieces import Answer, Piece

# These count from a day named before, not from the report.
ANAPHORIC = frozenset({"previous", "preceding", "following", "same"})

_LONGEST_HOUR = 5  # characters: "04.17"


def weekday(piece: Piece) -> tuple[Answer, ...]:
    """Resolve Friday, last Friday, Friday night: the nearest up to the report, unless a word looks ahead."""
    number, part = time_words().weekdays[piece.word("W")], piece.part_of_day
    if piece.day is None:
        return (piece.answer(f"XXXX-WXX-{number}{part}", "weekday, no date of the report"),)
    back = (piece.day.isoweekday() - number) % 7
    direction = piece.direction
    if direction > 0:
        step, rule = 7 - back, "weekday after the report"
    elif direction < 0:
        step, rule = -(back or 7), "weekday before the report"
    elif back and piece.looks_ahead():
        step, rule = 7 - back, "weekday after the report, as a word near it looks ahead"
    else:
        step, rule = -back, "nearest weekday up to the report"
    return piece.shifted(step, part, rule)


def weekdays_every(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like every Friday, Fridays."""
    number = time_words().weekdays[piece.word("WV")]
    return (piece.as_set(f"XXXX-WXX-{number}{piece.part_of_day}"),)


def relative_day(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like today, yesterday morning, tonight."""
    word = piece.word("R")
    part = "TNI" if word == "tonight" else piece.part_of_day
    if piece.day is None:
        return (piece.answer("XXXX-XX-XX" + part, "day from the report, whose date is not known to the day"),)
    return piece.shifted(int(time_words().tables["relative_days"][word]), part, "day counted from the report")


def this_part(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like last night, this morning; "the previous night" is counted from the day named before."""
    step, part = piece.direction, piece.part_of_day
    if piece.word("L") in ANAPHORIC:
        return piece.from_named(step, part)
    if piece.day is None:
        return (piece.answer("XXXX-XX-XX" + part, "day from the report, whose date is not known to the day"),)
    return piece.shifted(step, part, "part of a day counted from the report")


def day_before(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like the day before, at the end of a clause."""
    if piece.word("U") != "day" or piece.row.shape[piece.end : piece.end + 2] in {" x", " T", " a"}:
        return ()
    return piece.from_named(-1 if piece.word("b") == "before" else 1)


def weekend(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like the weekend."""
    if piece.word("U") != "weekend" or piece.day is None:
        return ()
    last = shift_day(piece.day, -7) if piece.day.isoweekday() < 6 else piece.day
    if last and piece.looks_ahead():
        last = piece.day
    return (piece.answer(f"{week_value(last)}-WE", "weekend up to the report"),) if last else ()


def clock(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like 04:17, 8:45 p.m., noon: a time of day, whose day is found afterwards."""
    words = piece.words("DK")
    if piece.words("H"):
        return (piece.answer(piece.part_of_day, "time of day"),)
    if any(len(word) > _LONGEST_HOUR or "," in word for word in words):
        return ()  # "127.0.0.1", "1,200.5"
    numbers = [int(number) for word in words[:2] for number in word.split(".")] or [0]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    half = piece.word("p").replace(".", "")
    if piece.words("c"):
        hour = hour or int(time_words().tables["numbers"].get(piece.word("N"), 0))
        return (piece.answer(f"T{hour:02d}:00", "time of day"),) if 1 <= hour <= 12 else ()
    if half:
        if not 1 <= hour <= 12:
            return ()
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or (len(words) > 1 and len(words[1]) != 2):
        return ()
    return (piece.answer(f"T{hour:02d}:{minute:02d}", "time of day"),)


def part(piece: Piece) -> tuple[Answer, ...]:
    """Resolve expressions like night, overnight: a part of a day, kept only beside a day."""
    value = "TNI" if piece.word("h") else piece.part_of_day
    return (piece.answer(value, "part of a day"),)
