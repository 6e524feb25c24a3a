"""Tables with a head that repeats on every page, and the row of key figures."""

from briefing.model.document import Column, Inlines, KeyFigure, KeyFigures, Row, Table
from briefing.writers.column_widths import column_widths
from briefing.writers.direction import runs_right_to_left
from briefing.writers.docx.captions import render_caption
from briefing.writers.docx.inlines import render_inlines
from briefing.writers.docx.markup import paragraph, run
from briefing.writers.docx.measuring import measure_words
from briefing.writers.docx.story import Story
from briefing.writers.docx.units import colour, twips
from briefing.writers.xml_text import escape_text

_KEEP_TOGETHER = "<w:cantSplit/>"
_TURNED = "<w:bidiVisual/>"


def render_table(table: Table, story: Story) -> str:
    """Return the caption and the table; the head row is a repeated header, a row stays on one page if it can."""
    caption = (
        story.paragraph("Caption", render_caption(table.caption, story, table.id))
        if table.caption
        else story.separator()
    )
    if not table.columns:
        return caption
    measure = measure_words(story.document.theme, embedded=story.document.word_fonts)
    shares = column_widths(table, story.width / 20, measure)
    widths = _whole_twips([twips(share) for share in shares], story.width)
    end = len(table.rows) - 1
    rows = [
        _render_row(row, table.columns, widths, story, keep_next=story.keep_last and place == end)
        for place, row in enumerate(table.rows)
    ]
    story.table_above = True
    # the first column stands at the right where its head is read from there
    turned = _TURNED if story.from_right or runs_right_to_left(table.columns[0].header) else ""
    return (
        f'{caption}<w:tbl><w:tblPr><w:tblStyle w:val="BriefingTable"/>{turned}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape_text(table.caption)}"/></w:tblPr>'
        f"{_grid(widths)}{_render_head(table.columns, widths, story)}{''.join(rows)}</w:tbl>"
    )


def _render_head(columns: tuple[Column, ...], widths: list[int], story: Story) -> str:
    edge = f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{colour(story.document.theme.heading)}"/>'
    cells = [
        _cell(
            width,
            paragraph(_style("TableHeader", column), run(column.header)),
            f'<w:tcBorders>{edge}</w:tcBorders>{_margin(place, columns)}<w:vAlign w:val="bottom"/>',
        )
        for place, (column, width) in enumerate(zip(columns, widths, strict=True))
    ]
    return f"<w:tr><w:trPr>{_KEEP_TOGETHER}<w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _render_row(row: Row, columns: tuple[Column, ...], widths: list[int], story: Story, *, keep_next: bool) -> str:
    missing: tuple[Inlines, ...] = ((),) * (len(columns) - len(row.cells))
    cells = [
        _cell(
            width,
            paragraph(
                _style("TableText" if place else "TableRowHead", column),
                _cell_words(row, place, inlines, story),
                keep_next=keep_next,
            ),
            _margin(place, columns),
        )
        for place, (inlines, column, width) in enumerate(zip(row.cells + missing, columns, widths, strict=False))
    ]
    return f"<w:tr><w:trPr>{_KEEP_TOGETHER}</w:trPr>{''.join(cells)}</w:tr>"


def _cell_words(row: Row, place: int, inlines: Inlines, story: Story) -> str:
    words = render_inlines(inlines, story)
    return words if place else story.comment(row.entry, words)


def _margin(place: int, columns: tuple[Column, ...]) -> str:
    """Return the margin of a cell: the last column ends with the text above and below the table."""
    return '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>' if place == len(columns) - 1 else ""


def _style(name: str, column: Column) -> str:
    return f"{name}Right" if column.align == "right" else name


def render_key_figures(block: KeyFigures, story: Story) -> str:
    """Return the key figures side by side, with hair lines between them."""
    if not block.figures:
        return ""
    separator = story.separator()
    widths = _whole_twips([story.width // len(block.figures)] * len(block.figures), story.width)
    cells = [
        _render_figure(figure, index, width, story)
        for index, (figure, width) in enumerate(zip(block.figures, widths, strict=True))
    ]
    story.table_above = True
    return (
        f"{separator}<w:tbl><w:tblPr>{_TURNED if story.from_right else ''}"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/></w:tblPr>{_grid(widths)}'
        f"<w:tr><w:trPr>{_KEEP_TOGETHER}</w:trPr>{''.join(cells)}</w:tr></w:tbl>"
    )


def _render_figure(figure: KeyFigure, index: int, width: int, story: Story) -> str:
    line = f'<w:left w:val="single" w:sz="4" w:space="0" w:color="{colour(story.document.theme.rule)}"/>'
    margins = (
        f'<w:tcMar><w:left w:w="{twips(10) if index else 0}" w:type="dxa"/>'
        f'<w:right w:w="{twips(8)}" w:type="dxa"/></w:tcMar>'
    )
    words = paragraph("KeyFigureValue", story.comment(figure.entry, run(figure.value)))
    words += paragraph("KeyFigureCaption", render_inlines(figure.caption, story))
    return _cell(width, words, (f"<w:tcBorders>{line}</w:tcBorders>" if index else "") + margins)


def _cell(width: int, content: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def _grid(widths: list[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _whole_twips(widths: list[int], whole: int) -> list[int]:
    """Give the last column what rounding left over."""
    return [*widths[:-1], whole - sum(widths[:-1])]
