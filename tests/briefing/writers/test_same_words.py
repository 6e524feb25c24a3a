"""The same words in every format: Word as pandoc reads it, PDF as poppler reads its structure, HTML as lxml does."""

import dataclasses
import functools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import pytest

from briefing import BriefingRequest, generate, read_reports
from briefing.model.document import (
    Block,
    Cite,
    Document,
    EndNotes,
    Heading,
    Link,
    Listing,
    Picture,
    Prose,
    Table,
    Text,
)
from briefing.workflow import list_templates
from briefing.writers.docx import render_docx
from briefing.writers.html import render_html
from briefing.writers.pdf import render_pdf
from tests.briefing.writers.hostile_documents import (
    empty_document,
    hollow_document,
    hostile_document,
    much_cited_document,
)
from tests.briefing.writers.outlines import Outline, differences, of_document, of_html, of_pdf, of_word
from tests.briefing.writers.sample_document import arabic_document, sample_document
from tests.paths import SEEDS, situation_files

_Kind = TypeVar("_Kind", Heading, Listing, Picture, Prose, Table)

_POPPLER = pytest.mark.skipif(not shutil.which("pdfinfo"), reason="pdfinfo (poppler) is not installed")
_TEMPLATES = sorted(template.id for template in list_templates())
_SETS = ("seeds", "earthquake", "election")


@functools.cache
def briefing_document(template: str, reports: str) -> Document:
    """Return the document of a set of reports in one of the templates, with notes that Word counts."""
    files = [SEEDS] if reports == "seeds" else situation_files(reports)
    made = generate(read_reports(files).reports, BriefingRequest(template=template)).document
    return dataclasses.replace(made, word_notes=True)


def _cases() -> list[tuple[str, str]]:
    """Return all templates with the samples but the annex of them all, and two other sets with the daily report."""
    samples = [(template, "earthquake" if template == "evidence-pack" else "seeds") for template in _TEMPLATES]
    return [*samples, *(("daily-sitrep", reports) for reports in _SETS[1:])]


_MADE = {
    "sample": dataclasses.replace(sample_document(), word_notes=True),
    "arabic words": arabic_document(),
    "wholly arabic": dataclasses.replace(sample_document(), language="ar", word_notes=True),
    "empty": empty_document(),
    "hollow": hollow_document(),
}
_NASTY = {
    "hostile": dataclasses.replace(
        hostile_document(),
        blocks=tuple(block for block in hostile_document().blocks if not isinstance(block, EndNotes)),
    ),
    "much cited": dataclasses.replace(much_cited_document(), word_notes=True),
}


@pytest.mark.parametrize(("template", "reports"), _cases())
def test_word_and_html_say_what_the_briefing_says(template: str, reports: str, tmp_path: Path) -> None:
    """Every heading, word, item, cell, note, link and alternative text, none missing and none more."""
    document = briefing_document(template, reports)
    expected = of_document(document)

    assert differences(expected, of_word(render_docx(document), tmp_path)) == []
    assert differences(expected, of_html(render_html(document))) == []


@_POPPLER
@pytest.mark.parametrize(("template", "reports"), _cases())
def test_the_structure_of_the_pdf_says_what_the_briefing_says(template: str, reports: str, tmp_path: Path) -> None:
    """In the order in which it is read aloud."""
    document = briefing_document(template, reports)

    assert differences(of_document(document), of_pdf(render_pdf(document), tmp_path), folded=True) == []


@pytest.mark.parametrize("document", [*_MADE.values(), *_NASTY.values()], ids=[*_MADE, *_NASTY])
def test_word_and_html_say_what_a_document_at_the_limits_says(document: Document, tmp_path: Path) -> None:
    """Hostile words, none at all, hundreds of citations, and scripts that run the other way."""
    expected = of_document(document)

    assert differences(expected, of_word(render_docx(document), tmp_path)) == []
    assert differences(expected, of_html(render_html(document))) == []


@_POPPLER
@pytest.mark.parametrize("document", _MADE.values(), ids=_MADE)
def test_the_structure_of_the_pdf_says_what_a_document_at_the_limits_says(document: Document, tmp_path: Path) -> None:
    """Words in Arabic come in the order of reading; what was never said leaves no empty picture."""
    assert differences(of_document(document), of_pdf(render_pdf(document), tmp_path), folded=True) == []


def _spoiled(document: Document) -> dict[str, Document]:
    """Return copies of a document that each say one thing less, or otherwise."""
    without_note = [
        dataclasses.replace(block, notes=block.notes[:-1]) if isinstance(block, EndNotes) else block
        for block in document.blocks
    ]
    return {
        "a heading": _changed(document, Heading, lambda block: dataclasses.replace(block, text=block.text[1:])),
        "a level": dataclasses.replace(document, blocks=_with_another_level(document.blocks)),
        "a word": _changed(document, Prose, _with_a_word_less),
        "a citation": _changed(document, Prose, _without(Cite)),
        "a link": _changed(document, Prose, _without(Link)),
        "an item": _changed(document, Listing, lambda block: dataclasses.replace(block, items=block.items[1:])),
        "a detail": _changed(document, Listing, _without_detail),
        "a cell": _changed(document, Table, _with_an_empty_cell),
        "a row": _changed(document, Table, lambda block: dataclasses.replace(block, rows=block.rows[1:])),
        "the words for a picture": _changed(
            document, Picture, lambda block: dataclasses.replace(block, alternative="Another picture.")
        ),
        "a note": dataclasses.replace(document, blocks=tuple(without_note)),
    }


def _changed(document: Document, kind: type[_Kind], change: Callable[[_Kind], _Kind]) -> Document:
    """Return a document in which the first block of a kind that a change alters is altered."""
    blocks: list[Block] = list(document.blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, kind) and change(block) != block:
            blocks[place] = cast("Block", change(block))
            break
    return dataclasses.replace(document, blocks=tuple(blocks))


def _with_another_level(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Lower the second heading by a level; the first one must be of the first, or a PDF would jump over one."""
    places = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    return tuple(
        dataclasses.replace(block, level=2) if place == places[1] and isinstance(block, Heading) else block
        for place, block in enumerate(blocks)
    )


def _with_a_word_less(prose: Prose) -> Prose:
    first, *rest = prose.inlines
    assert isinstance(first, Text)
    return dataclasses.replace(prose, inlines=(Text(text=first.text.partition(" ")[2]), *rest))


def _without(kind: type[Cite] | type[Link]) -> Callable[[Prose], Prose]:
    def change(prose: Prose) -> Prose:
        return dataclasses.replace(prose, inlines=tuple(each for each in prose.inlines if not isinstance(each, kind)))

    return change


def _without_detail(listing: Listing) -> Listing:
    first, *rest = listing.items
    return dataclasses.replace(listing, items=(dataclasses.replace(first, detail=()), *rest))


def _with_an_empty_cell(table: Table) -> Table:
    first, *rest = table.rows
    cells = (*first.cells[:-1], (Text(text=""),))
    return dataclasses.replace(table, rows=(dataclasses.replace(first, cells=cells), *rest))


_SAMPLE = dataclasses.replace(sample_document(), word_notes=True)


@pytest.mark.parametrize("what", _spoiled(_SAMPLE))
@pytest.mark.parametrize("format", ["docx", "html", pytest.param("pdf", marks=_POPPLER)])
def test_the_comparison_notices_what_is_not_said(what: str, format: str, tmp_path: Path) -> None:  # noqa: A002
    """A file of a document that says one thing less is not taken for one that says all."""
    spoiled = _spoiled(_SAMPLE)[what]
    read: dict[str, Outline] = {}
    if format == "docx":
        read[format] = of_word(render_docx(spoiled), tmp_path)
    elif format == "html":
        read[format] = of_html(render_html(spoiled))
    else:
        read[format] = of_pdf(render_pdf(spoiled), tmp_path)

    assert differences(of_document(_SAMPLE), read[format], folded=True)
