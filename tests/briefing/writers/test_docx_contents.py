"""The contents and the cross-references of a Word file: fields that are right before Word counts anything."""

import dataclasses

import pytest

from briefing.model.document import (
    Block,
    Contents,
    ContentsEntry,
    CrossReference,
    Document,
    Heading,
    Picture,
    Prose,
    Table,
    Text,
)
from briefing.writers.docx import render_docx
from tests.briefing.writers.document_words import words_of
from tests.briefing.writers.docx_reading import W, WordFile, paragraph_text, style_of
from tests.briefing.writers.sample_document import sample_document


def document_with_contents(*references: CrossReference) -> Document:
    """Return the sample document with contents, anchors on table and figure, and a paragraph of references."""
    document = sample_document()
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    entries = tuple(ContentsEntry(level=item.level, text=item.text, target=item.id) for item in headings)
    blocks: list[Block] = [Contents(heading="Contents", entries=entries)]
    blocks += [Prose(inlines=(Text(text="See "), *references))] if references else []
    for block in document.blocks:
        if isinstance(block, Table | Picture):
            named = "table-1" if isinstance(block, Table) else "figure-1"
            blocks.append(dataclasses.replace(block, id=named))
        else:
            blocks.append(block)
    return dataclasses.replace(document, blocks=tuple(blocks))


_TABLE = CrossReference(text="Table 1", target="table-1")


@pytest.fixture(scope="module")
def file() -> WordFile:
    """Return the document with contents and references as a Word file."""
    references = (
        _TABLE,
        CrossReference(text="Figure 1", target="figure-1"),
        CrossReference(text="the gaps", target="gaps"),
        CrossReference(text="elsewhere", target="nowhere"),
        CrossReference(text="the table", target="table-1"),
    )
    return WordFile(render_docx(document_with_contents(*references)))


def test_the_contents_are_a_field_whose_lines_lead_to_the_headings(file: WordFile) -> None:
    """A line for each heading in the style of its level, inside what Word knows as its contents; nothing is stale."""
    body = file.tree("document")
    (contents,) = body.iter(f"{W}sdt")
    assert contents.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery").get(f"{W}val") == "Table of Contents"
    heading, *lines = contents.iter(f"{W}p")
    assert (style_of(heading), paragraph_text(heading)) == ("TOCHeading", "Contents")
    headings = [block for block in sample_document().blocks if isinstance(block, Heading)]
    assert [(style_of(line), paragraph_text(line)) for line in lines] == [
        (f"TOC{block.level}", block.text) for block in headings
    ]
    marks = {
        mark.get(f"{W}name"): paragraph_text(mark.getparent())
        for mark in body.iter(f"{W}bookmarkStart")
        if (style_of(mark.getparent()) or "").startswith("Heading")
    }
    for line in lines:
        (link,) = line.iter(f"{W}hyperlink")
        assert marks[link.get(f"{W}anchor")] == paragraph_text(line)
    (instruction,) = [node.text.split() for node in contents.iter(f"{W}instrText")]
    assert instruction[0] == "TOC"
    assert "\\n" in instruction, "page numbers that nobody counted would be wrong"
    assert b"w:dirty" not in file.parts["word/document.xml"]
    assert b"updateFields" not in file.parts["word/settings.xml"]


def test_the_heading_of_the_contents_is_not_an_entry_when_word_makes_them_anew(file: WordFile) -> None:
    """Word gathers paragraphs by their outline level; the style of that heading has none."""
    style = file.tree("styles").find(f"{W}style[@{W}styleId='TOCHeading']")
    assert style.find(f"{W}pPr/{W}outlineLvl") is None
    assert style.get(f"{W}customStyle") is None


def test_a_reference_by_number_is_a_field_and_any_other_a_link(file: WordFile) -> None:
    """Where the caption gets another number the reference follows; its bookmark holds label and number alone."""
    body = file.tree("document")
    (paragraph,) = [node for node in body.iter(f"{W}p") if paragraph_text(node).startswith("See ")]
    assert paragraph_text(paragraph) == "See Table 1Figure 1the gapselsewherethe table"
    instructions = [node.text.split() for node in paragraph.iter(f"{W}instrText")]
    assert [(words[0], words[2]) for words in instructions] == [("REF", "\\h")] * 2
    styles = [node.get(f"{W}val") for node in paragraph.findall(f".//{W}t/../{W}rPr/{W}rStyle")]
    assert styles == ["BriefingReference"] * 4, "what leads somewhere looks like it, what does not does not"
    links = {paragraph_text(link): link.get(f"{W}anchor") for link in paragraph.iter(f"{W}hyperlink")}
    assert list(links) == ["the gaps", "the table"]
    assert links["the table"] == instructions[0][1]
    for words, name in zip(("Table 1", "Figure 1"), (words[1] for words in instructions), strict=True):
        assert _between_bookmarks(body, name) == words


def _between_bookmarks(body: object, name: str) -> str:
    (start,) = [node for node in body.iter(f"{W}bookmarkStart") if node.get(f"{W}name") == name]  # type: ignore[attr-defined]
    text, node = "", start.getnext()
    while node.tag != f"{W}bookmarkEnd":
        text += "".join(part.text or "" for part in node.iter(f"{W}t"))
        node = node.getnext()
    return text


def test_contents_and_references_have_every_word_and_no_fault(file: WordFile) -> None:
    """All fields are closed, over paragraphs, too, and every bookmark that is named is there."""
    assert file.faults() == []
    assert file.hindrances() == []
    document = document_with_contents(_TABLE)
    assert WordFile(render_docx(document)).words() == words_of(document)


def test_a_reference_to_a_table_without_caption_is_plain_words() -> None:
    """There is no paragraph to lead to."""
    document = document_with_contents(_TABLE)
    blocks = (
        dataclasses.replace(block, caption="") if isinstance(block, Table) else block for block in document.blocks
    )
    file = WordFile(render_docx(dataclasses.replace(document, blocks=tuple(blocks))))
    assert file.styled("BriefingText")[0] == "See Table 1"
    assert file.faults() == []
