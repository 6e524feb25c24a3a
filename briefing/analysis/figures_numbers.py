"""Find numerals in a row of words and tell their value: digits, number words, "2.3 million", "tens of thousands"."""

import re
from typing import NamedTuple

from briefing.analysis.figures_grammar import figure_words
from briefing.analysis.shapes import Row

_DIGITS = r"[DYIK](?: I)*(?:[ -]H| H)?"
_WORDS = r"(?:N|a(?= [HhV]))(?:[ -][NH]|(?<=H) j N)*"
_NUMERAL = re.compile(
    r"(?P<vague>V(?: O V)*|F H)|(?P<more_half>[ND] j (?:a )?S H)|(?P<half>S a H)"
    rf"|(?P<words>{_WORDS})|(?P<digits>{_DIGITS})",
)
# Signs that make a number part of a name or of another number: 24/7, 3:2, 7th.
# What a number can be; "127.0.0.1" and "3.11.7" are addresses and versions.
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,15})?")
_GLUED = frozenset("_/:'")
_DOZEN = 12  # "several dozen" ends where "hundreds" are near, as "dozens" does
_RANGE = re.compile(r"-| J |-J-| [j] ")


class Numeral(NamedTuple):
    """A number in the parts ``start`` to ``end`` of a row; ``high`` is set for ranges and vague words."""

    start: int
    end: int
    value: float
    high: float | None
    vague: str = ""


class Line(NamedTuple):
    """One sentence with its numerals, each of them a # in ``shape`` and the rest of it ~."""

    row: Row
    shape: str
    numerals: list[Numeral]


def find_numerals(row: Row, shape: str) -> list[Numeral]:
    """Return the numerals of a row from left to right, ranges joined; ``shape`` may have parts masked."""
    found = []
    for match in _NUMERAL.finditer(shape):
        numeral = _numeral(row, shape, match)
        if numeral and not _is_name(row, shape, numeral):
            found.append(numeral)
    joined = _with_ranges(row, shape, found)
    return [numeral for numeral in joined if not _is_tail(row, shape, numeral)]


def _numeral(row: Row, shape: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    words = row.words(start, end)
    if match.lastgroup == "vague":
        return _vague(start, end, [word for word in words if word != "of"])
    if match.lastgroup == "more_half":  # "one and a half million"
        whole = figure_words().tables["numbers"].get(words[0]) or (int(words[0]) if words[0].isdecimal() else 0)
        return Numeral(start, end, (whole + 0.5) * _multiplier(words[-1]), None) if words[-2] == "half" else None
    if match.lastgroup == "half":
        return Numeral(start, end, 0.5 * _multiplier(words[-1]), None)
    if match.lastgroup == "words":
        return Numeral(start, end, _words_value(words), None)
    return _digits(row, shape, start, end, words)


def _vague(start: int, end: int, words: list[str]) -> Numeral:
    table = figure_words().tables["vague"]
    if words[0] not in table:  # "several thousand"
        size = _multiplier(words[-1])
        return Numeral(start, end, 2.0 * size, 99.0 if size == _DOZEN else 10.0 * size - 1, words[0])
    low, high = table[words[0]]
    for word in words[1:]:  # "tens of thousands": the unit of the second word is half its lowest value
        low, high = low * table[word][0] / 2, high * table[word][0] / 2
    return Numeral(start, end, float(low), float(high), " of ".join(words))


def _multiplier(word: str) -> float:
    return float(figure_words().tables["multipliers"].get(word, 1))


def _words_value(words: list[str]) -> float:
    """Read "two hundred and fifty thousand" as 250000."""
    numbers = figure_words().tables["numbers"]
    total = group = 0.0
    for word in words:
        size = _multiplier(word)
        if word in numbers:
            group += numbers[word]
        elif size in {100, 12}:
            group = (group or 1) * size
        elif size > 1:
            total += (group or 1) * size
            group = 0.0
    return total + group


def _digits(row: Row, shape: str, start: int, end: int, words: list[str]) -> Numeral | None:
    numbers = [word for word in words if word[0].isdecimal()]
    kept = 1
    while kept < len(numbers) and len(numbers[0]) <= 3 and len(numbers[kept]) == 3 and numbers[kept].isdecimal():
        kept += 1  # "1 200 000": groups of three digits
    text = "".join(numbers[:kept]).replace(",", "")
    if len(text) > 15 or not _NUMBER.fullmatch(text):
        return None
    if kept < len(numbers):
        return Numeral(start, start + 2 * kept - 1, float(text), None)
    size = _multiplier(words[-1])
    glued = row.parts[end + 1].lower() if shape[end : end + 1] == "_" and end + 1 < len(row.parts) else ""
    extra = figure_words().tables["glued_multipliers"].get(glued, 0)
    if glued == "m" and (shape[start - 1] == "$" or _counts_millions(row, end + 2)):
        extra = 1_000_000
    return Numeral(start, end + 2 if extra else end, float(text) * (extra or size), None)


def _counts_millions(row: Row, end: int) -> bool:
    """Tell whether something countable follows, so that "12m doses" are millions and no metres."""
    word = row.parts[end + 1].lower() if end + 1 < len(row.parts) and row.parts[end] == " " else ""
    lists = figure_words().lists
    plural = len(word) > 3 and word[-1] == "s" and word[-2] not in "su" and word not in lists["not_plural"]
    return word in lists["plurals"] or plural


def _is_name(row: Row, shape: str, numeral: Numeral) -> bool:
    before, after = shape[numeral.start - 1], shape[numeral.end : numeral.end + 2]
    gap = row.parts[numeral.start - 1]
    word = row.parts[numeral.start - 2].lower() if numeral.start > 1 else ""
    if numeral.start > 1 and gap in {"", "_", "/", ":", "'", "’", "."}:
        return True
    lists = figure_words().lists
    if numeral.value == 1 and word in lists["pronominal"] and shape[numeral.start] == "N":
        return True
    if before == "-" and word and not word[0].isdecimal() and word not in figure_words().tables["numbers"]:
        return True
    if after[:1] in _GLUED and not row.parts[numeral.end][-1:].isspace() and after not in {"_u", "'x"}:
        return True
    if after in {" e", "-e", "_e", " S", "-S"}:
        return True
    return before in " ." and word in lists["labels"] and row.parts[numeral.start][0].isdecimal()


def _is_tail(row: Row, shape: str, numeral: Numeral) -> bool:
    """Tell whether the number hangs on another that it makes no range with: 555-1234, 3-2."""
    return shape[numeral.start - 1] == "-" and row.parts[numeral.start - 2][:1].isdecimal()


def _with_ranges(row: Row, shape: str, found: list[Numeral]) -> list[Numeral]:
    joined: list[Numeral] = []
    for numeral in found:
        last = joined[-1] if joined else None
        if last and _is_range(row, shape, last, numeral):
            joined[-1] = Numeral(
                last.start, numeral.end, _low(last, numeral), numeral.high or numeral.value, last.vague
            )
        else:
            joined.append(numeral)
    return joined


def _low(first: Numeral, second: Numeral) -> float:
    """Return the lower bound: "two to three million" begins at two million."""
    size = 10 ** (len(f"{second.value:.0f}") - len(f"{first.value:.0f}"))
    scaled = first.value * size
    return scaled if first.value < 100 <= second.value / 1000 and scaled < second.value else first.value


def _is_range(row: Row, shape: str, first: Numeral, second: Numeral) -> bool:
    between = shape[first.end : second.start]
    if not _RANGE.fullmatch(between) or first.high is not None or second.value <= first.value:
        return False
    before = row.parts[first.start - 2].lower() if first.start > 1 else ""
    if "j" in between:
        word = row.parts[first.end + 1].lower()
        return before == "between" if word == "and" else second.value - first.value <= first.value
    return before != "from" and not (before in figure_words().lists["reaching"] and "J" in between)
