"""How wide the columns of a table are: by weight, no narrower than their words, and so that the table stays short."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.model.document import Cite, Inlines, Table, Text

COLUMN_GAP = 12.0
"""The space between two columns in points; it is part of the width of the left one."""

CellLook = Literal["head", "first", "cell", "bold"]
"""A cell of the head, of the first column, of the others, and words in bold type in these."""

MeasureWords = Callable[[str, CellLook], tuple[float, float]]
"""Returns the width of words in one line and that of the longest of them, in points."""

# The widths are worked out from so many rows: enough to see how long the words are.
_ROWS_MEASURED = 300
_MEASURED_LENGTH = 500
# About the width of a citation and its comma, as a share of the width of a figure of the text.
_CITE_WIDTH = 1.4
# The search for a shorter table: in so many steps, a column may grow to so many times its width, to one of so many
# widths, judged by so many rows.
_STEPS = 6
_WIDER = 1.6
_TRIALS = 5
_ROWS_JUDGED = 60
# Lines are not filled to the last point.
_RAGGED = 1.05


@dataclass(frozen=True, slots=True)
class _Column:
    """Its weight, the width of its longest word, and the width of each cell in one line, all with the gap."""

    weight: float
    word: float
    cells: tuple[float, ...]
    gap: float

    @property
    def whole(self) -> float:
        return max(self.cells)

    def wishes(self, width: float) -> list[float]:
        """Return some widths above ``width`` at which one more cell stands in one line, from small to large."""
        near = sorted({cell for cell in self.cells if width < cell <= width * _WIDER})
        return near[-1 :: -max(1, len(near) // _TRIALS)][::-1]

    def lines(self, row: int, width: float) -> int:
        if self.cells[row] <= width:
            return 1
        return math.ceil((self.cells[row] - self.gap) * _RAGGED / max(width - self.gap, 1.0))


def column_widths(table: Table, total: float, measure: MeasureWords) -> list[float]:
    """Share ``total`` points among the columns; each width holds the gap to the next column, the last has none."""
    columns = [_measured(table, place, measure) for place in range(len(table.columns))]
    widths = _widths(columns, total)
    height = _height(columns, widths)
    for _ in range(_STEPS):
        trials = [(_height(columns, trial), trial) for trial in _trials(columns, widths, total)]
        least, best = min(trials, key=lambda trial: trial[0], default=(height, widths))
        if least >= height:
            break
        height, widths = least, best
    return widths


def _trials(columns: Sequence[_Column], widths: Sequence[float], total: float) -> Iterator[list[float]]:
    """Yield widths at which one column has taken from another what some of its cells need to stand in one line."""
    fair = max(total / len(columns), 20.0)
    for taker, column in enumerate(columns):
        for wish in column.wishes(widths[taker]):
            more = wish - widths[taker]
            for giver, other in enumerate(columns):
                if giver != taker and widths[giver] - more >= min(other.word, fair):
                    trial = list(widths)
                    trial[taker], trial[giver] = wish, widths[giver] - more
                    yield trial


def _measured(table: Table, place: int, measure: MeasureWords) -> _Column:
    gap = COLUMN_GAP if place < len(table.columns) - 1 else 0.0
    head, word = measure(table.columns[place].header, "head")
    cells = [head]
    for row in table.rows[:_ROWS_MEASURED]:
        inlines = row.cells[place] if place < len(row.cells) else ()
        cell, cell_word = _measured_cell(inlines, "cell" if place else "first", measure)
        word = max(word, cell_word)
        cells.append(cell)
    # a hair more, or rounding would break the longest cell
    more = gap + 0.5
    weight = max(table.columns[place].weight, 0.01)
    return _Column(weight, word + more, tuple(cell + more for cell in cells), gap)


def _measured_cell(inlines: Inlines, look: CellLook, measure: MeasureWords) -> tuple[float, float]:
    cell = word = 0.0
    for inline in inlines:
        if isinstance(inline, Cite) and inline.in_brackets:
            whole, widest = measure("".join(words for words, _ in inline.in_brackets), look)
            cell, word = cell + whole, max(word, widest)
            continue
        if isinstance(inline, Cite):
            cell += measure("0", look)[0] * _CITE_WIDTH * len(inline.numbers)
            continue
        bold = isinstance(inline, Text) and inline.bold
        whole, widest = measure(inline.text[:_MEASURED_LENGTH], "bold" if bold else look)
        cell, word = cell + whole, max(word, widest)
    return cell, word


def _height(columns: Sequence[_Column], widths: Sequence[float]) -> int:
    """Return about how many lines the table has."""
    rows = range(min(len(columns[0].cells), _ROWS_JUDGED))
    pairs = list(zip(columns, widths, strict=True))
    return sum(max(column.lines(row, width) for column, width in pairs) for row in rows)


def _widths(columns: Sequence[_Column], total: float) -> list[float]:
    """Share by weight; what a column does not need goes to those that are too narrow for a word."""
    shares = _shares(columns, total)
    fair = max(total / len(shares), 20.0)
    needs = [min(column.word, fair) for column in columns]
    short = sum(max(0.0, need - share) for need, share in zip(needs, shares, strict=True))
    spare = sum(max(0.0, share - need) for need, share in zip(needs, shares, strict=True))
    if not short or not spare:
        return shares
    part = min(1.0, short / spare)
    widths = [
        need if share < need else share - (share - need) * part for need, share in zip(needs, shares, strict=True)
    ]
    scale = total / sum(widths)
    return [width * scale for width in widths]


def _shares(columns: Sequence[_Column], total: float) -> list[float]:
    """Share ``total`` by weight among the columns whose text does not fit; the others get what they need."""
    settled: dict[int, float] = {}
    while len(settled) < len(columns):
        rest = total - sum(settled.values())
        unsettled = {place: column for place, column in enumerate(columns) if place not in settled}
        sum_open = sum(column.weight for column in unsettled.values())
        shares = {place: rest * column.weight / sum_open for place, column in unsettled.items()}
        fitting = {place: column.whole for place, column in unsettled.items() if column.whole <= shares[place]}
        if not fitting:
            settled |= shares
        settled |= fitting
    rest = total - sum(settled.values())
    weights = sum(column.weight for column in columns)
    return [settled[place] + rest * column.weight / weights for place, column in enumerate(columns)]
