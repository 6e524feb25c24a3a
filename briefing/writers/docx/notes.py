"""The notes: a numbered list with links or, if the document asks for it, Word's own endnotes.

LibreOffice 7.4 puts Word's endnotes on pages of their own without header and footer, so each of them bears the
handling marking itself.

Word counts endnotes itself, in the order of their references. The numbers of the document are settled before a writer
starts, so both must agree: the first uses of the numbers must be 1, 2, 3 and so on, each must have its note, and none
may first be used below the notes. Where that does not hold it is the list even for a document that asks for endnotes.
"""

from dataclasses import dataclass

from briefing.model.document import Cite, Document, EndNote, EndNotes
from briefing.writers.note_use import first_uses


@dataclass(frozen=True, slots=True)
class NotePlan:
    """The notes of a document.

    ``native`` tells whether Word counts them; ``notes`` are those of the document by number; ``cited`` are the numbers
    that the text outside the notes uses.
    """

    native: bool
    notes: dict[int, EndNote]
    cited: frozenset[int]


def plan_notes(document: Document) -> NotePlan:
    """Decide between Word's endnotes and the list with links."""
    blocks = [block for block in document.blocks if isinstance(block, EndNotes)]
    notes = [note for block in blocks for note in block.notes]
    used = first_uses(document.blocks)
    ends = [place for place, block in enumerate(document.blocks) if isinstance(block, EndNotes)]
    above = first_uses(document.blocks[: ends[-1]]) if ends else []
    counted = used == above == list(range(1, len(used) + 1)) == [note.number for note in notes]
    # Word cannot put the reference of an endnote into another
    cited_in_notes = any(isinstance(inline, Cite) for note in notes for inline in note.inlines)
    named = any(note.words for note in notes)  # Word's own endnotes have numbers only
    native = document.word_notes and not named and len(blocks) == 1 and bool(notes) and counted and not cited_in_notes
    return NotePlan(native=native, notes=_first_of_each_number(notes), cited=frozenset(used))


def _first_of_each_number(notes: list[EndNote]) -> dict[int, EndNote]:
    by_number: dict[int, EndNote] = {}
    for note in notes:
        by_number.setdefault(note.number, note)
    return by_number
