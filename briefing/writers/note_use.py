"""In which order the numbers of the notes are first used in a document."""

from collections.abc import Iterator
from typing import assert_never

from briefing.model.document import (
    Block,
    Callout,
    Cite,
    Contents,
    EndNotes,
    Heading,
    Inlines,
    KeyFigures,
    Listing,
    Picture,
    Prose,
    Quotation,
    Table,
)


def first_uses(blocks: tuple[Block, ...]) -> list[int]:
    """Return the cited numbers, each once, in the order in which a reader meets them before the notes."""
    return list(dict.fromkeys(_numbers(blocks)))


def _numbers(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        for inlines in _texts(block):
            for inline in inlines:
                if isinstance(inline, Cite):
                    yield from inline.numbers


def _texts(block: Block) -> Iterator[Inlines]:
    match block:
        case Prose():
            yield block.inlines
        case Callout():
            yield from (prose.inlines for prose in block.paragraphs)
        case KeyFigures():
            yield from (figure.caption for figure in block.figures)
        case Listing():
            for item in block.items:
                yield from (item.inlines, item.detail)
        case Table():
            for row in block.rows:
                yield from row.cells
        case Quotation():
            yield block.label
        case Heading() | Contents() | Picture() | EndNotes():
            return
        case _:
            assert_never(block)
