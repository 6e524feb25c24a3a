"""What leads from one place of the document to another: numbers of tables and figures, references, contents."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.data.labels import Labels
from briefing.model.block_inlines import with_inlines
from briefing.model.document import (
    PICTURE,
    Block,
    Contents,
    ContentsEntry,
    CrossReference,
    EndNotes,
    Heading,
    Inline,
    Inlines,
    Listing,
    ParagraphRole,
    Picture,
    Prose,
    Table,
    Text,
)

# Fewer headings are found faster by turning the page.
_LEAST_HEADINGS = 4
# About four pages: a shorter document needs no contents.
_LONG = 1500  # words
_HERE = "\N{REPLACEMENT CHARACTER}"


def refer(blocks: Sequence[Block], labels: Labels) -> tuple[Block, ...]:
    """Return the blocks with tables and figures numbered in the order of printing, and all references resolved.

    A reference to what is not printed becomes plain words, a note that has no other purpose is left out.
    """
    numbered = list(_numbered(blocks, labels))
    names = {block.id: name for block, name in numbered if isinstance(block, Table | Picture) and block.id}
    known = {block.id for block, _ in numbered if isinstance(block, Heading | Table | Picture)}

    def resolved(inlines: Inlines) -> Inlines:
        return tuple(inline_of(inline) for inline in inlines)

    def inline_of(inline: Inline) -> Inline:
        if not isinstance(inline, CrossReference):
            return inline
        if inline.target not in known:
            return Text(text=inline.text)
        return replace(inline, text=inline.text or names.get(inline.target, ""))

    kept = (block for block, _ in numbered if not _leads_nowhere(block, known))
    return tuple(with_inlines(block, resolved) for block in kept)


def note_on(sentence: str, target: str, labels: Labels) -> Prose:
    """Make a small note that refers to a table; ``sentence`` is the key of its label, with ``{where}`` in it."""
    before, _, after = labels.say(sentence, where=_HERE).partition(_HERE)
    inlines = (Text(text=before), CrossReference(text="", target=target), Text(text=after))
    return Prose(inlines=inlines, role=ParagraphRole.NOTE)


def with_contents(blocks: tuple[Block, ...], labels: Labels, *, asked: bool) -> tuple[Block, ...]:
    """Put the contents before the first heading, if there is enough to find; a short document has it if ``asked``."""
    headings = [block for block in blocks if isinstance(block, Heading) and block.text.strip() and block.id]
    if sum(heading.level == 1 for heading in headings) < _LEAST_HEADINGS:
        return blocks
    if not asked and sum(map(_length, blocks)) < _LONG:
        return blocks
    entries = tuple(ContentsEntry(level=item.level, text=item.text, target=item.id) for item in headings)
    place = next(place for place, block in enumerate(blocks) if isinstance(block, Heading))
    return (*blocks[:place], Contents(heading=labels.say("contents"), entries=entries), *blocks[place:])


def _numbered(blocks: Sequence[Block], labels: Labels) -> Iterator[tuple[Block, str]]:
    """Yield the blocks, tables and figures with a caption that has a number, and with the words for it: "Table 1"."""
    counts = {Table: 0, Picture: 0}
    for block in blocks:
        if not isinstance(block, Table | Picture):
            yield block, ""
            continue
        counts[type(block)] += 1
        kind, number = "table" if isinstance(block, Table) else "figure", counts[type(block)]
        caption = labels.say(f"{kind}-number", number=number, caption=block.caption)
        numbered = replace(block, caption=caption)
        if isinstance(numbered, Picture):
            numbered = replace(numbered, entry=f"{PICTURE}{number}")
        yield numbered, labels.say(kind, number=number)


def _leads_nowhere(block: Block, known: set[str]) -> bool:
    """Tell whether a block was made only to refer to what is not printed."""
    references = (
        [item for item in block.inlines if isinstance(item, CrossReference)] if isinstance(block, Prose) else []
    )
    return any(not item.text and item.target not in known for item in references)


def _length(block: Block) -> int:
    """Return about how many words a block has."""
    match block:
        case Prose():
            return _words(block.inlines)
        case Listing():
            return sum(_words(item.inlines) + _words(item.detail) for item in block.items)
        case Table():
            return sum(_words(cell) for row in block.rows for cell in row.cells)
        case EndNotes():
            return sum(_words(note.inlines) for note in block.notes)
        case Picture():
            return 150  # what would stand in its place
        case _:
            return 0


def _words(inlines: Inlines) -> int:
    return sum(inline.text.count(" ") + 1 for inline in inlines if isinstance(inline, Text))
