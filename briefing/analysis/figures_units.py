"""Find what a number measures by the sign or unit beside it: money, shares, distances, areas, magnitudes, speeds."""

import re
from dataclasses import replace

from briefing.analysis.figures_grammar import FigureWords
from briefing.analysis.figures_numbers import Line, Numeral
from briefing.analysis.shapes import Row
from briefing.model.findings import Figure

_MAGNITUDE = re.compile(r"W(?: O)? \Z|W-\Z")
# No earthquake has had a magnitude of so much.
_STRONGEST = 10
# "on the Richter scale"
_ON_SCALE = re.compile(r" l Q [wW]")


def measured(line: Line, numeral: Numeral, start: int, base: Figure, words: FigureWords) -> Figure | None:
    """Return the figure with its measure and unit, or None when the number has none."""
    shape, row, end = line.shape, line.row, numeral.end
    return (
        _money(line, numeral, base, words)
        or _of_hundred(line, end, base)
        or _with_sign(shape, row, start, end, base)
        or _with_unit(line, end, base, words)
    )


def _with_sign(shape: str, row: Row, start: int, end: int, base: Figure) -> Figure | None:
    if shape[end] == "°":
        return _temperature(row, end, base)
    if (
        shape[end : end + 2] in {"-W", " W"}
        or _MAGNITUDE.search(shape, max(0, start - 6), start)
        or _ON_SCALE.match(shape, end)
    ):
        return replace(base, measure="magnitude", rule="number beside “magnitude”")
    return None


def another_magnitude(line: Line, end: int, base: Figure) -> Figure | None:
    """Return a number as a magnitude where its sentence names one: "kept to its magnitude of 6.1, others gave 6.3"."""
    bare = not 0 < base.value < _STRONGEST or base.value == int(base.value) or base.high is not None
    if bare or "W" not in line.shape or line.shape[end + 1 : end + 2] in {"x", "u", "%"}:
        return None
    return replace(base, measure="magnitude", rule="number in a sentence that names a magnitude")


def _money(line: Line, numeral: Numeral, base: Figure, words: FigureWords) -> Figure | None:
    row, place = line.row, numeral.start
    code = row.parts[place - 2].lower() if place > 1 else ""
    if line.shape[place - 1] == "$" and row.parts[place - 1].strip():
        sign = row.parts[place - 1][-1]
        start, unit = row.offsets[place] - 1, words.tables["currencies"].get(sign, sign)
    elif code in words.tables["currency_codes"]:
        start, unit = row.offsets[place - 2], words.tables["currency_codes"][code]
    else:
        return None
    rule = "number behind a sign of currency"
    return replace(base, start=min(base.start, start), measure="money", unit=str(unit), rule=rule)


def _of_hundred(line: Line, end: int, base: Figure) -> Figure | None:
    shape, row = line.shape, line.row
    if shape[end] == "%":
        return _percentage(
            base, row.offsets[end] + row.parts[end].index("%") + 1, followed_by_of=shape[end + 1 : end + 2] == "O"
        )
    if row.words(end, end + 4) == ["per", "cent"]:
        return _percentage(base, row.offsets[end + 4], followed_by_of=shape[end + 5 : end + 6] == "O")
    return None


def _percentage(base: Figure, end: int, *, followed_by_of: bool) -> Figure:
    measure = "share" if followed_by_of else "percentage"
    return replace(base, end=end, measure=measure, unit="%", rule="number of percent")


def _temperature(row: Row, end: int, base: Figure) -> Figure:
    scale = row.parts[end + 1][:1].upper() if end + 1 < len(row.parts) else ""
    unit = f"°{scale}" if scale in {"C", "F"} else "°"
    return replace(
        base,
        end=row.offsets[end] + row.parts[end].index("°") + 1,
        measure="temperature",
        unit=unit,
        rule="number of degrees",
    )


def _with_unit(line: Line, end: int, base: Figure, words: FigureWords) -> Figure | None:
    shape, row = line.shape, line.row
    square = shape[end : end + 2] in {" q", "-q"}
    place = end + (3 if square or shape[end : end + 3] == " O " else 1)
    if place >= len(shape) or shape[place] != "u" or shape[place - 1] not in " -_":
        return None
    if square and row.parts[end + 2].strip() and shape[end + 2] not in " .-":
        return None
    word = row.parts[place].lower()
    if word in {"m", "ha", "pc", "ft", "in"} and row.parts[place] != word:
        return None
    measure, unit = words.tables["units"][word]
    following = shape[place + 1 : place + 4]
    base = replace(base, end=row.offsets[place + 1], rule="number before a unit")
    if unit == "%":
        return _percentage(base, base.end, followed_by_of=following[:2] == " O")
    if square:
        return replace(base, measure="area", unit=f"{unit}²")
    if _is_speed(row, place, following):
        measure, unit = "speed", "mph" if unit == "mi" else f"{unit}/h"
    return replace(base, measure=_weather(row, place, measure, unit, words), unit=unit)


def _weather(row: Row, place: int, measure: str, unit: str, words: FigureWords) -> str:
    """Return the measure, narrowed to rain or wind where such a word stands near."""
    near = set(row.words(max(0, place - 16), place + 16))
    if measure == "distance" and unit in {"mm", "in", "cm"} and near & words.lists["rain"]:
        return "rainfall"
    if measure == "speed" and near & words.lists["wind"]:
        return "wind speed"
    return measure


def _is_speed(row: Row, place: int, following: str) -> bool:
    word = row.parts[place + 2].lower() if place + 2 < len(row.parts) else ""
    if following[:1] == "/" and word == "h":
        return True
    return word in {"per", "an"} and place + 4 < len(row.parts) and row.parts[place + 4].lower() == "hour"


def _is_half_of(word: str, following: list[str], words: FigureWords) -> bool:
    """Tell whether "half the town" is meant, not "half the size" and not "two thirds majority"."""
    if word != "half" or len(following) < 2:
        return False
    return following[0] in words.lists["owning"] and following[1] not in words.lists["sizes"]


def find_shares(row: Row, shape: str, words: FigureWords) -> list[Figure]:
    """Find shares in words: "most of the province", "two-thirds of the houses"."""
    found = []
    for match in re.finditer(r"(?:(?P<number>[Na])[ -])?S(?= [OQx])", shape):
        word = row.words(match.start(), match.end())[-1]
        following = row.words(match.end(), match.end() + 4)
        if shape[match.end() + 1] != "O" and (match["number"] or not _is_half_of(word, following, words)):
            continue
        low, high = words.tables["shares"][word]
        count = words.tables["numbers"].get(row.parts[match.start("number")].lower(), 1) if match["number"] else 1
        if not match["number"] and word not in {"most", "half", "majority"}:
            continue
        ranged = high > low
        found.append(
            Figure(
                start=row.offsets[match.start()],
                end=row.offsets[match.end()],
                value=round(low * count, 1),
                high=float(high) if ranged else None,
                unit="%",
                measure="share",
                qualifier=word if ranged else "",
                rule="part of a whole in words",
            ),
        )
    return found
