"""Tables as slabs: header and rows, ruled by hairlines, without upright lines."""

import dataclasses
from dataclasses import dataclass

from briefing.model.document import Cite, Column, Row, Table, Text
from briefing.writers.pdf.composition import Composition
from briefing.writers.pdf.lines import Run, runs_width
from briefing.writers.pdf.paragraphs import beside, padded, paragraph_slabs, tied, tied_to_next
from briefing.writers.pdf.slabs import Area, Rule, Slab
from briefing.writers.pdf.tagging import Element

_GAP = 12.0
_ABOVE, _BELOW = 3.6, 4.4
# The widths are worked out from so many rows: enough to see how long the words are.
_ROWS_MEASURED = 300
_MEASURED_LENGTH = 500
# About the width of a citation and its comma, as a share of the size of the text.
_CITE_WIDTH = 0.7


def table_slabs(table: Table, composition: Composition) -> list[Slab]:
    """Return caption, header and rows; the header is repeated on each page and rows are not torn."""
    styles = composition.styles
    element = composition.root.add("Table")
    caption = element.add("Caption") if table.caption.strip() else None
    slabs = paragraph_slabs(
        composition.text_runs(table.caption, styles.caption),
        styles.caption,
        caption,
        width=composition.width,
        before=7.0,
    )
    if not table.columns:
        return slabs
    grid = _Grid(columns=table.columns, spans=_spans(table, composition), composition=composition)
    header = _header(grid, element.add("THead").add("TR"))
    grid = dataclasses.replace(grid, header=tuple(header))
    slabs = tied_to_next(tied([*slabs, *header]))
    body = element.add("TBody")
    for row in table.rows:
        slabs += _row(row, grid, body.add("TR"))
    return slabs


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """The columns, left edge and width of the text of each, and the header that stands above every page's rows."""

    columns: tuple[Column, ...]
    spans: list[tuple[float, float]]
    composition: Composition
    header: tuple[Slab, ...] = ()


def _header(grid: _Grid, element: Element) -> list[Slab]:
    composition = grid.composition
    cells = []
    for column, (left, width) in zip(grid.columns, grid.spans, strict=True):
        look = dataclasses.replace(composition.styles.table_head, align=column.align)
        cell = element.add("TH", scope="Column")
        cells.append(paragraph_slabs(composition.text_runs(column.header, look), look, cell, width=width, x=left))
    slabs = padded(tied(beside(cells, composition.height / 3)), 2.0, 4.0)
    return _underlined(slabs, composition, composition.theme.heading, 1.1)


def _row(row: Row, grid: _Grid, element: Element) -> list[Slab]:
    composition = grid.composition
    cells = []
    inlines = (*row.cells, *((),) * len(grid.columns))[: len(grid.columns)]
    for place, (words, column, (left, width)) in enumerate(zip(inlines, grid.columns, grid.spans, strict=True)):
        style = composition.styles.table_first if place == 0 else composition.styles.table_cell
        look = dataclasses.replace(style, align=column.align)
        cell = element.add("TH", scope="Row") if place == 0 else element.add("TD")
        cells.append(paragraph_slabs(composition.runs(words, look, cell), look, cell, width=width, x=left))
    limit = composition.height - sum(slab.height for slab in grid.header) - _ABOVE - _BELOW
    slabs = padded(beside(cells, limit), _ABOVE, _BELOW)
    slabs = _underlined(slabs, composition, composition.theme.rule, 0.5)
    return [_belonging(slab, row.entry, grid) for slab in slabs]


def _belonging(slab: Slab, entry: str, grid: _Grid) -> Slab:
    areas = (Area(0, 0, grid.composition.width, slab.height, entry),) if entry else ()
    return dataclasses.replace(slab, areas=areas, repeat=grid.header)


def _underlined(slabs: list[Slab], composition: Composition, colour: str, width: float) -> list[Slab]:
    last = slabs[-1]
    rule = Rule(0, last.height, composition.width, last.height, colour, width)
    return [*slabs[:-1], dataclasses.replace(last, marks=(*last.marks, rule))]


def _spans(table: Table, composition: Composition) -> list[tuple[float, float]]:
    """Return left edge and width of the text of each column."""
    widths = _widths(table, composition)
    spans = []
    left = 0.0
    for place, width in enumerate(widths):
        gap = _GAP if place < len(widths) - 1 else 0.0
        spans.append((left, max(width - gap, 1.0)))
        left += width
    return spans


def _widths(table: Table, composition: Composition) -> list[float]:
    """Share the width by weight; what a column does not need goes to the others, and none is narrower than a word."""
    total = composition.width
    measured = [_measured(table, place, composition) for place in range(len(table.columns))]
    shares = _shares([max(column.weight, 0.01) for column in table.columns], [whole for _, whole in measured], total)
    fair = max(total / len(shares), 20.0)
    needs = [min(word, fair) for word, _ in measured]
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


def _shares(weights: list[float], wholes: list[float], total: float) -> list[float]:
    """Share ``total`` by weight among the columns whose text does not fit; the others get what they need."""
    settled: dict[int, float] = {}
    while len(settled) < len(weights):
        rest = total - sum(settled.values())
        sum_open = sum(weight for place, weight in enumerate(weights) if place not in settled)
        shares = {place: rest * weight / sum_open for place, weight in enumerate(weights) if place not in settled}
        fitting = {place: wholes[place] for place, share in shares.items() if wholes[place] <= share}
        if not fitting:
            settled |= shares
        settled |= fitting
    rest = total - sum(settled.values())
    return [settled[place] + rest * weight / sum(weights) for place, weight in enumerate(weights)]


def _measured(table: Table, place: int, composition: Composition) -> tuple[float, float]:
    """Return the width of a column's longest word and of its longest cell in one line, with the gap."""
    styles = composition.styles
    style = styles.table_first if place == 0 else styles.table_cell
    head = composition.text_runs(table.columns[place].header, styles.table_head)
    word, whole = _widest_word(head), runs_width(head)
    for row in table.rows[:_ROWS_MEASURED]:
        cell = 0.0
        for inline in row.cells[place] if place < len(row.cells) else ():
            if isinstance(inline, Cite):
                cell += style.size * _CITE_WIDTH * len(inline.numbers)
                continue
            bold = isinstance(inline, Text) and inline.bold
            look = dataclasses.replace(style, cut="bold") if bold else style
            runs = composition.text_runs(inline.text[:_MEASURED_LENGTH], look)
            word, cell = max(word, _widest_word(runs)), cell + runs_width(runs)
        whole = max(whole, cell)
    gap = _GAP if place < len(table.columns) - 1 else 0.0
    # a hair more, or rounding would break the longest cell
    return word + gap + 0.5, whole + gap + 0.5


def _widest_word(runs: tuple[Run, ...]) -> float:
    return max((run.face.width(word, run.size) for run in runs for word in run.text.split(" ")), default=0.0)
