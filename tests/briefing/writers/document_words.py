"""Every word of a document in its order, as a reader should find it in a file whatever its format."""

from collections.abc import Iterator
from typing import assert_never

from briefing.model.document import (
    Block,
    Callout,
    Cite,
    Contents,
    Document,
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
from briefing.writers.xml_text import clean_text


def words_of(document: Document) -> list[str]:
    """Return the words of the masthead and of all blocks, without the numbers of citations and lists."""
    return " ".join(clean_text(text) for text in paragraphs_of(document)).split()


def paragraphs_of(document: Document) -> list[str]:
    """Return the texts of the masthead and of all blocks, a paragraph or a cell each."""
    head = document.masthead
    paragraphs = [head.product, head.unit, head.issue, head.area, head.title, head.meta]
    return paragraphs + [text for block in document.blocks for text in _paragraphs(block)]


def plain(inlines: Inlines) -> str:
    """Return the words of a paragraph."""
    return "".join("" if isinstance(inline, Cite) else inline.text for inline in inlines)


def _paragraphs(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 (one branch for each kind of block)
    match block:
        case Heading():
            yield block.text
        case Contents():
            yield from (block.heading, *(entry.text for entry in block.entries))
        case Prose():
            yield plain(block.inlines)
        case Callout():
            yield block.label
            yield from (plain(prose.inlines) for prose in block.paragraphs)
        case KeyFigures():
            for figure in block.figures:
                yield from (figure.value, plain(figure.caption))
        case Listing():
            for item in block.items:
                yield from (plain(item.inlines), plain(item.detail))
        case Table():
            yield block.caption
            yield from (column.header for column in block.columns)
            yield from (plain(cell) for row in block.rows for cell in row.cells)
        case Picture():
            yield block.caption
        case EndNotes():
            yield from (plain(note.inlines) for note in block.notes)
        case Quotation():
            yield from (plain(block.label), block.text)
        case _:
            assert_never(block)
