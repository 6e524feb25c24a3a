"""Reports are untrusted: whatever their texts hold, the Word file stays whole and says the same words."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from briefing.model.document import Document
from briefing.writers.docx import render_docx
from tests.briefing.writers.document_words import words_of
from tests.briefing.writers.docx_reading import W, WordFile
from tests.briefing.writers.hostile_documents import (
    DOCUMENTS,
    SCHEMES,
    empty_document,
    hollow_document,
    hostile_document,
    much_cited_document,
)
from tests.briefing.writers.sample_document import sample_document


@pytest.mark.parametrize(
    "document",
    [
        hostile_document(),
        empty_document(),
        hollow_document(),
        much_cited_document(),
        dataclasses.replace(much_cited_document(), word_notes=True),
    ],
    ids=["hostile", "empty", "hollow", "much cited", "much cited in Word's notes"],
)
def test_a_document_at_the_limits_is_whole_and_keeps_its_words(document: Document) -> None:
    """Nasty texts, no text, empty blocks and a thousand citations make a file without a fault."""
    file = WordFile(render_docx(document))
    assert file.faults() == []
    assert file.words() == words_of(document)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=DOCUMENTS)
def test_any_document_is_whole_and_keeps_its_words(document: Document) -> None:
    """No text and no order of blocks breaks the file."""
    file = WordFile(render_docx(document))
    assert file.faults() == []
    assert file.words() == words_of(document)


def test_no_dangerous_address_becomes_a_link() -> None:
    """Scripts, files, other schemes and addresses too long for Word stay plain words."""
    file = WordFile(render_docx(hostile_document()))
    assert [node for node in file.tree("document").iter(f"{W}hyperlink") if node.get(f"{W}anchor") is None] == []
    assert b"External" not in file.parts["word/_rels/document.xml.rels"]
    assert [text for text in file.styled("BriefingText") if text.startswith("link ")] == [
        f"link {place}" for place in range(len(SCHEMES))
    ]


def test_a_title_of_three_hundred_characters_is_kept_whole() -> None:
    """A long headline is neither cut nor refused."""
    title = "Reports differ on the number of places that changed hands. " * 5 + "And more."
    head = dataclasses.replace(sample_document().masthead, title=title)
    file = WordFile(render_docx(dataclasses.replace(sample_document(), masthead=head)))
    assert file.styled("Title") == [title]


def test_a_language_that_is_none_does_not_reach_the_styles() -> None:
    """A language tag comes from a file that anyone may edit."""
    file = WordFile(render_docx(hostile_document()))
    (language,) = file.tree("styles").iter(f"{W}lang")
    assert language.get(f"{W}val") == "en-US"


def test_a_title_too_long_for_a_property_is_cut_there_alone() -> None:
    """The properties of a Word file hold 255 characters."""
    head = dataclasses.replace(sample_document().masthead, title="A\x00b" * 200)
    file = WordFile(render_docx(dataclasses.replace(sample_document(), masthead=head)))
    core = etree.fromstring(file.parts["docProps/core.xml"])
    assert core.findtext("{http://purl.org/dc/elements/1.1/}title") == ("Ab" * 200)[:255]
    assert file.styled("Title") == ["Ab" * 200]


@pytest.mark.parametrize("created", ["yesterday", "0001-01-01T00:00:00+14:00", "0900-01-01", "2024-13-01"])
def test_a_creation_time_that_is_none_is_left_out(created: str) -> None:
    """A time that cannot be read is no reason for a broken file, nor for the clock."""
    core = WordFile(render_docx(dataclasses.replace(sample_document(), created=created))).parts["docProps/core.xml"]
    assert b"dcterms:created" not in core
    assert b"dcterms:modified" not in core
