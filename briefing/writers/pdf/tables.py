"""Tables as slabs: header and rows, ruled by hairlines, without upright lines."""

import dataclasses
from dataclasses import dataclass

from briefing.model.document import Column, Row, Table
from briefing.writers.column_widths import COLUMN_GAP, CellLook, column_widths
from briefing.writers.pdf.composition import Composition
from briefing.writers.pdf.lines import runs_width, widest_word
from briefing.writers.pdf.paragraphs import beside, padded, paragraph_slabs, tied, tied_to_next
from briefing.writers.pdf.slabs import Area, Rule, Slab
from briefing.writers.pdf.styles import Style
from briefing.writers.pdf.tagging import Element

_ABOVE, _BELOW = 3.6, 4.4


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
        before=11.0,
    )
    if not table.columns:
        return slabs
    slabs = padded(slabs, 0.0, 2.0)
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
    styles = composition.styles
    looks: dict[CellLook, Style] = {
        "head": styles.table_head,
        "first": styles.table_first,
        "cell": styles.table_cell,
        "bold": dataclasses.replace(styles.table_cell, cut="bold"),
    }

    def measure(text: str, look: CellLook) -> tuple[float, float]:
        runs = composition.text_runs(text, looks[look])
        return runs_width(runs), widest_word(runs)

    widths = column_widths(table, composition.width, measure)
    spans = []
    left = 0.0
    for place, width in enumerate(widths):
        gap = COLUMN_GAP if place < len(widths) - 1 else 0.0
        spans.append((left, max(width - gap, 1.0)))
        left += width
    return spans
