"""Changing the inlines of a block, whatever its kind."""

from collections.abc import Callable
from dataclasses import replace

from briefing.model.document import (
    Block,
    Callout,
    EndNotes,
    Inlines,
    KeyFigures,
    Listing,
    Prose,
    Quotation,
    Table,
)


def with_inlines(block: Block, change: Callable[[Inlines], Inlines]) -> Block:  # noqa: PLR0911 -- one for each kind
    """Return the block with ``change`` applied to each of its paragraphs and cells."""
    match block:
        case Prose():
            return replace(block, inlines=change(block.inlines))
        case Callout():
            paragraphs = (replace(prose, inlines=change(prose.inlines)) for prose in block.paragraphs)
            return replace(block, paragraphs=tuple(paragraphs))
        case KeyFigures():
            figures = (replace(figure, caption=change(figure.caption)) for figure in block.figures)
            return replace(block, figures=tuple(figures))
        case Listing():
            items = (replace(item, inlines=change(item.inlines), detail=change(item.detail)) for item in block.items)
            return replace(block, items=tuple(items))
        case Table():
            rows = (replace(row, cells=tuple(change(cell) for cell in row.cells)) for row in block.rows)
            return replace(block, rows=tuple(rows))
        case EndNotes():
            notes = (replace(note, inlines=change(note.inlines)) for note in block.notes)
            return replace(block, notes=tuple(notes))
        case Quotation():
            return replace(block, label=change(block.label))
        case _:
            return block
