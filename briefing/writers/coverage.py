"""Which characters of a document no font of the PDF holds: known before anything is drawn."""

import re
from collections.abc import Iterator
from typing import assert_never

from briefing.model.briefing import MissingGlyph
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
from briefing.model.drawing import Label
from briefing.model.section import SectionId

# Letters and signs of European languages in Latin letters, which the house fonts hold: nothing is loaded for them.
_USUAL = re.compile("[\u0020-\u017f\u2010-\u2026\u2030-\u203a\u20ac\u2190-\u2193\u2212]*")
_FAMILY = "Source Sans Pro"
_SECTION = "section-"


def missing_in(document: Document) -> tuple[MissingGlyph, ...]:
    """Return each character that no font holds, once, where it is met first."""
    found: dict[str, MissingGlyph] = {}
    head = document.masthead
    for text in (head.product, head.unit, head.issue, head.area, head.title, head.meta, document.footer):
        _note(found, text, SectionId.MASTHEAD, "")
    section = SectionId.MASTHEAD
    for block in document.blocks:
        if isinstance(block, Heading) and block.id.removeprefix(_SECTION) in set(SectionId):
            section = SectionId(block.id.removeprefix(_SECTION))
        for text, entry in _texts(block):
            _note(found, text, section, entry)
    return tuple(found.values())


def _note(found: dict[str, MissingGlyph], text: str, section: SectionId, entry: str) -> None:
    if _USUAL.fullmatch(text):
        return
    # what loads the fonts is asked only where it may be needed
    from briefing.writers.pdf.fonts import load_face, missing_characters  # noqa: PLC0415
    from briefing.writers.pdf.text import clean  # noqa: PLC0415

    cleaned = clean(text)
    for character in missing_characters(cleaned, load_face(_FAMILY, "regular")):
        glyph = MissingGlyph(character=character, words=cleaned, section=section, entry=entry)
        found.setdefault(character, glyph)


def _texts(block: Block) -> Iterator[tuple[str, str]]:  # noqa: C901 -- one branch for each kind
    """Return the texts of a block, each with the entry that it prints."""
    match block:
        case Heading():
            yield block.text, ""
        case Contents():
            yield block.heading, ""
        case Prose():
            yield _words(block.inlines), block.entry
        case Callout():
            yield block.label, ""
            yield from ((_words(prose.inlines), prose.entry) for prose in block.paragraphs)
        case KeyFigures():
            yield from ((f"{figure.value} {_words(figure.caption)}", figure.entry) for figure in block.figures)
        case Listing():
            yield from ((_words((*item.inlines, *item.detail)), item.entry) for item in block.items)
        case Table():
            yield " ".join([block.caption, *(column.header for column in block.columns)]), ""
            yield from ((_words(cell), row.entry) for row in block.rows for cell in row.cells)
        case Picture():
            yield block.caption, ""
            yield from ((shape.text, "") for shape in block.drawing.shapes if isinstance(shape, Label))
        case EndNotes():
            yield from ((_words(note.inlines), "") for note in block.notes)
        case Quotation():
            yield _words(block.label), block.entry
            yield block.text, block.entry
        case _:
            assert_never(block)


def _words(inlines: Inlines) -> str:
    return "".join("".join(inline.words) if isinstance(inline, Cite) else inline.text for inline in inlines)
