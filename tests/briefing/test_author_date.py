"""Citations by author and date, in every writer, linked to a list of references by author."""

import re
from functools import cache
from pathlib import Path

import pytest

from briefing import Briefing, BriefingRequest, generate, read_reports, render
from briefing.model.document import Cite, EndNotes, Heading, Prose, Text
from briefing.model.request import CitationStyle, DateStyle
from briefing.writers.docx import render_docx
from briefing.writers.html import render_html
from briefing.writers.markdown import render_markdown
from briefing.writers.pdf import render_pdf
from tests.briefing.writers.docx_reading import W, WordFile
from tests.briefing.writers.pdf_reading import opened
from tests.briefing.writers.sample_document import with_blocks
from tests.paths import SEEDS

_SHORT = re.compile(r"^.+, (?:\d{1,2}\u00a0)?[A-Z][a-z]{2} \d{4}[a-z]?$|^.+, n\.d\.[a-z]?$")


@cache
def samples(style: DateStyle = DateStyle.LONG) -> Briefing:
    """Assemble the samples with citations by author and date."""
    chosen = BriefingRequest(citation_style=CitationStyle.AUTHOR_DATE, date_style=style)
    return generate(read_reports([SEEDS]).reports, chosen)


def references(briefing: Briefing) -> EndNotes:
    """Return the list of references."""
    return next(block for block in briefing.document.blocks if isinstance(block, EndNotes))


def test_each_reference_has_a_short_form_of_its_own_and_they_stand_by_author() -> None:
    """Notes of one author and one day are told apart by a letter."""
    words = [note.words for note in references(samples()).notes]

    assert len(set(words)) == len(words)
    assert words == sorted(words, key=str.casefold)
    assert all(_SHORT.match(form) for form in words), words
    assert any(form.endswith("2024a") for form in words)
    assert any(form.startswith("SOHR, ") for form in words)
    titles = [block.text for block in samples().document.blocks if isinstance(block, Heading)]
    assert "References" in titles
    assert "Endnotes" not in titles


def test_short_forms_have_iso_dates_where_those_are_asked_for() -> None:
    """And the letter behind them."""
    words = [note.words for note in references(samples(DateStyle.ISO)).notes]

    assert all(re.search(r", \d{4}-\d\d(-\d\d)?[a-z]?$", form) for form in words)


def test_several_short_forms_stand_in_one_pair_of_brackets() -> None:
    """Parted by semicolons, each linked; nothing is raised."""
    cite = Cite(numbers=(1, 2), words=("SOHR via Reuters, 7 Dec 2024", "Daraa24, 6 Dec 2024"))
    notes = references(samples()).notes[:2]
    listed = EndNotes(
        notes=tuple(
            type(note)(number=number, inlines=note.inlines, id=f"note-{number}", words=words)
            for number, (note, words) in enumerate(zip(notes, cite.words, strict=True), 1)
        )
    )
    document = with_blocks(Prose(inlines=(Text(text="They left."), cite)), listed)

    markdown, html = render_markdown(document).decode(), render_html(document).decode()
    assert "They left. ([SOHR via Reuters, 7 Dec 2024](#note-1); [Daraa24, 6 Dec 2024](#note-2))" in markdown
    assert '<a id="note-1"></a>**SOHR via Reuters, 7 Dec 2024**.' in markdown
    assert '(<a href="#note-1" id="cite-1">SOHR via Reuters, 7 Dec 2024</a>; <a href="#note-2"' in html
    assert "<sup>" not in html
    file = WordFile(render_docx(document))
    shown = ["".join(node.text or "" for node in p.iter(f"{W}t")) for p in file.tree("document").iter(f"{W}p")]
    assert "They left. (SOHR via Reuters, 7 Dec 2024; Daraa24, 6 Dec 2024)" in shown
    anchors = {node.get(f"{W}anchor") for node in file.tree("document").iter(f"{W}hyperlink")}
    assert {"_RefNote1", "_RefNote2", "_RefCitation1", "_RefCitation2"} <= anchors


@pytest.mark.parametrize("kind", ["md", "html", "pdf", "docx"])
def test_every_writer_prints_the_short_forms(kind: str) -> None:
    """As they stand in the list of references."""
    briefing = samples()
    data = render(briefing, kind)
    if kind == "pdf":
        with opened(data) as file:
            text = " ".join(page.get_textpage().get_text_range() for page in file)
    elif kind == "docx":
        text = " ".join(node.text or "" for node in WordFile(data).tree("document").iter(f"{W}t"))
    else:
        text = data.decode()
    folded = " ".join(text.replace("\u00a0", " ").split())

    assert "SOHR, 7 Dec 2024" in folded


def test_the_pdf_is_tagged_as_before(tmp_path: Path) -> None:
    """The checker of accessible files finds no fault, and each reference leads back."""
    accessible = pytest.importorskip("tests.briefing.writers.test_pdf_accessible")
    data = render(samples(), "pdf")

    assert accessible.faults(data, tmp_path) == []
    assert render_pdf(samples().document)
