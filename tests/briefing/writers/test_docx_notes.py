"""The notes in Word: a list with links, or counted by Word where that is asked for and gives the right numbers."""

import dataclasses
from typing import Any

from briefing.model.document import Block, Cite, Document, EndNote, EndNotes, Heading, Prose, Text
from briefing.writers.docx import render_docx
from tests.briefing.writers.document_words import words_of
from tests.briefing.writers.docx_reading import W, WordFile, citations, paragraph_text
from tests.briefing.writers.sample_document import sample_document, with_blocks, words


def _cite(*numbers: int) -> Prose:
    return Prose(inlines=words("As reported.", *numbers))


def _notes(*numbers: int) -> EndNotes:
    return EndNotes(
        notes=tuple(
            EndNote(number=number, inlines=(Text(text=f"Source {number}"),), id=f"n{number}") for number in numbers
        )
    )


def _counted(document: Document) -> WordFile:
    return WordFile(render_docx(dataclasses.replace(document, word_notes=True)))


def _asked(*blocks: Block) -> WordFile:
    return _counted(with_blocks(*blocks))


def _shown(file: WordFile) -> list[str]:
    return [text for text in map(citations, file.tree("document").iter(f"{W}p")) if text]


def _native(file: WordFile) -> list[str]:
    return [node.get(f"{W}id") for node in file.tree("document").iter(f"{W}endnoteReference")]


def test_the_first_use_of_a_number_is_a_note_of_word_and_later_uses_refer_to_it() -> None:
    """Word counts 1, 2, 3; a number used again is a cross-reference to its note."""
    file = _asked(_cite(1), _cite(2, 1), _cite(3), _cite(1, 2, 3), _notes(1, 2, 3))
    assert _native(file) == ["1", "2", "3"]
    assert _shown(file) == ["1", "2,1", "3", "1,2,3"]
    instructions = [node.text.split()[:2] for node in file.tree("document").iter(f"{W}instrText")]
    assert [name for _, name in instructions] == ["_RefNote1", "_RefNote1", "_RefNote2", "_RefNote3"]
    assert file.faults() == []


def test_the_endnotes_of_word_hold_the_notes_of_the_document() -> None:
    """Each note has the words of the model, and its number is Word's."""
    file = _counted(sample_document())
    notes = [node for node in file.tree("endnotes") if node.get(f"{W}type") is None]
    assert [node.get(f"{W}id") for node in notes] == ["1", "2", "3", "4", "5"]
    assert all(len(list(node.iter(f"{W}endnoteRef"))) == 1 for node in notes)
    assert paragraph_text(notes[2]).strip().startswith("Military Operations Department")


def test_each_endnote_of_word_bears_the_marking_itself() -> None:
    """A program that prints the notes on pages without header and footer still prints the marking there."""
    for marking, expected in (("TLP:AMBER", "\u00b7\u00a0TLP:AMBER"), ("", "")):
        file = _counted(dataclasses.replace(sample_document(), marking=marking))
        notes = [node for node in file.tree("endnotes") if node.get(f"{W}type") is None]
        assert [_marked(note) for note in notes] == [expected] * 5


def _marked(note: Any) -> str:
    runs = note.findall(f".//{W}r[{W}rPr]")
    marks = [run for run in runs if run.find(f"{W}rPr/{W}rStyle[@{W}val='NoteMarking']") is not None]
    return "".join(text for run in marks for text in run.itertext()).strip()


def test_notes_are_counted_in_arabic_figures_at_the_end_of_their_section() -> None:
    """Word's own habit for endnotes is small Roman figures."""
    file = _counted(sample_document())
    (properties,) = file.tree("settings").iter(f"{W}endnotePr")
    assert properties.find(f"{W}numFmt").get(f"{W}val") == "decimal"
    assert properties.find(f"{W}pos").get(f"{W}val") == "sectEnd"


def test_notes_in_the_middle_of_a_document_end_a_section_there() -> None:
    """What follows the notes stands in a section of its own, so that Word prints the notes under their heading."""
    heading = Heading(level=1, text="Evidence", id="evidence")
    file = _asked(_cite(1), _notes(1), heading, _cite(1))
    sections = list(file.tree("document").iter(f"{W}sectPr"))
    assert [section.find(f"{W}titlePg") is not None for section in sections] == [True, False]
    assert sections[1].find(f"{W}type").get(f"{W}val") == "continuous"
    assert file.faults() == []


def test_numbers_that_word_would_count_otherwise_become_a_list_with_links() -> None:
    """Out of order, unused, missing or doubled notes: the numbers shown are still the document's."""
    cases: tuple[tuple[Prose | EndNotes, ...], ...] = (
        (_cite(2), _cite(1), _notes(1, 2)),
        (_cite(1), _notes(1, 2)),
        (_cite(1, 2), _notes(1)),
        (_cite(1), _notes(1, 1)),
        (_cite(1, 2), _notes(2, 1)),
        (_cite(3), _notes(3)),
        (_cite(1), _notes(1), _notes(2)),
        (_cite(1), _notes(1, 2), _cite(2)),
    )
    for blocks in cases:
        file = _asked(*blocks)
        assert _native(file) == []
        assert file.faults() == []
        cites = [inline for block in blocks if isinstance(block, Prose) for inline in block.inlines]
        expected = [",".join(map(str, cite.numbers)) for cite in cites if isinstance(cite, Cite)]
        assert _shown(file) == expected
        numbers = [paragraph.text for paragraph in _note_numbers(file)]
        assert numbers == [str(note.number) for block in blocks if isinstance(block, EndNotes) for note in block.notes]
        assert file.words() == words_of(with_blocks(*blocks))


def _note_numbers(file: WordFile) -> list[Any]:
    runs = file.tree("document").iter(f"{W}r")
    numbered = [run for run in runs if run.find(f"{W}rPr/{W}rStyle[@{W}val='EndnoteNumber']") is not None]
    return [run.find(f"{W}t") for run in numbered]


def test_a_citation_inside_a_note_leads_to_the_list() -> None:
    """Word cannot put a note into a note."""
    note = EndNote(number=1, inlines=(Text(text="See also"), Cite(numbers=(2,))), id="a")
    other = EndNote(number=2, inlines=(Text(text="That"),), id="b")
    file = _asked(_cite(1, 2), EndNotes(notes=(note, other)))
    assert _native(file) == []
    assert file.faults() == []


def test_without_being_asked_for_word_counts_no_notes() -> None:
    """The list stands in its place in the body, where every program prints the marking round it."""
    file = WordFile(render_docx(sample_document()))
    assert _native(file) == []
    assert "endnotes" not in file.stories()
    assert b"endnote" not in file.parts["word/settings.xml"]
    assert file.words() == words_of(sample_document())
    assert file.faults() == []


def test_a_citation_leads_to_its_note_and_the_note_back_to_the_first_citation() -> None:
    """A number cited twice has one note and one way back; a note that nothing cites has none."""
    file = WordFile(render_docx(with_blocks(_cite(2), _cite(1, 2), _notes(1, 2, 3))))
    anchors = [
        [link.get(f"{W}anchor") for link in paragraph.iter(f"{W}hyperlink")]
        for paragraph in file.tree("document").iter(f"{W}p")
    ]
    assert [names for names in anchors if names] == [
        ["_RefNote2"],
        ["_RefNote1", "_RefNote2"],
        ["_RefCitation1"],
        ["_RefCitation2"],
    ]
    assert file.faults() == []


def test_neighbouring_citations_are_kept_apart_by_a_comma() -> None:
    """1 and 2 must not read as 12."""
    prose = Prose(inlines=(Text(text="Said."), Cite(numbers=(1,)), Cite(numbers=(2,))))
    assert _shown(WordFile(render_docx(with_blocks(prose, _notes(1, 2))))) == ["1,2"]
