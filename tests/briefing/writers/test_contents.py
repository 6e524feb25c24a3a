"""The contents and the references of a document lead, in every format, to where they say."""

import re
from dataclasses import replace
from pathlib import Path

import docx
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
from briefing.writers.html import render_html
from briefing.writers.markdown import render_markdown
from briefing.writers.pdf import draw_pdf, render_pdf
from tests.briefing.writers.pdf_reading import opened
from tests.briefing.writers.sample_document import long_document, sample_document
from tests.briefing.writers.test_pdf_accessible import faults


def _with_contents(document: Document) -> Document:
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    entries = tuple(ContentsEntry(level=item.level, text=item.text, target=item.id) for item in headings)
    reference = Prose(
        inlines=(
            Text(text="See "),
            CrossReference(text="Table 1", target="table-1"),
            Text(text=", "),
            CrossReference(text="Figure 1", target="figure-1"),
            Text(text=" and "),
            CrossReference(text="elsewhere", target="not-there"),
            Text(text="."),
        )
    )
    blocks: list[Block] = [Contents(heading="Contents", entries=entries), reference]
    for block in document.blocks:
        match block:
            case Table():
                blocks.append(replace(block, id="table-1"))
            case Picture():
                blocks.append(replace(block, id="figure-1"))
            case _:
                blocks.append(block)
    return replace(document, blocks=tuple(blocks))


@pytest.mark.parametrize("sections", [0, 12])
def test_the_pdf_with_contents_can_be_read_aloud_and_kept(sections: int, tmp_path: Path) -> None:
    """By both standards, with the lists of contents and the links in the tree."""
    document = long_document(sections=sections) if sections else sample_document()
    data = render_pdf(_with_contents(document))

    assert faults(data, tmp_path) == []
    assert b"/S /TOCI" in data


def test_the_page_numbers_of_the_contents_are_those_of_the_headings() -> None:
    """Each entry ends with the page on which its heading is found, and its link leads there."""
    document = _with_contents(long_document(sections=12))
    contents = document.blocks[0]
    assert isinstance(contents, Contents)
    with opened(render_pdf(document)) as pages:
        texts = [page.get_textpage().get_text_range() for page in pages]
        outline = {item.get_title(): item.get_dest().get_index() for item in pages.get_toc()}

    printed = dict(re.findall(r"^(.+?) (\d+)\s*$", texts[0].replace("\r", ""), re.MULTILINE))
    for entry in contents.entries:
        assert int(printed[entry.text]) == outline[entry.text] + 1
    assert max(outline.values()) > 1


def test_a_reference_leads_to_its_block_in_the_pdf() -> None:
    """The words of what is not there are printed without a link."""
    data = draw_pdf(_with_contents(sample_document())).data
    assert b"(Table 1)" in data
    assert b"(Figure 1)" in data
    assert b"(elsewhere)" not in data


def test_the_word_file_leads_to_each_heading_and_table(tmp_path: Path) -> None:
    """Each link inside the file has its bookmark."""
    path = tmp_path / "a.docx"
    path.write_bytes(render_docx(_with_contents(sample_document())))
    xml = docx.Document(str(path)).element.xml
    marks = set(re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', xml))
    links = re.findall(r'w:hyperlink [^>]*w:anchor="([^"]+)"', xml)
    contents = _with_contents(sample_document()).blocks[0]

    assert isinstance(contents, Contents)
    assert len([link for link in links if re.match(r"s\d+_", link)]) == len(contents.entries)
    references = re.findall(r"> REF (\w+) ", xml)
    assert len(references) == 2
    assert {*links, *references} <= marks


def test_html_and_markdown_lead_there_too() -> None:
    """By the ids of the blocks in HTML, by the addresses that readers make of headings in Markdown."""
    html = render_html(_with_contents(sample_document())).decode()
    for target in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{target}"' in html
    assert '<a href="#table-1">Table 1</a>, <a href="#figure-1">Figure 1</a> and elsewhere.' in html

    markdown = render_markdown(_with_contents(sample_document())).decode()
    assert "- [Key developments](#key-developments)\n  - [What is not known](#what-is-not-known)" in markdown
    assert '<a id="table-1"></a>Table 1' in markdown
    assert "See [Table 1](#table-1), [Figure 1](#figure-1) and elsewhere." in markdown


def test_two_headings_of_the_same_words_have_two_addresses_in_markdown() -> None:
    """The second one bears a number, as readers of Markdown give it."""
    headings = (Heading(level=1, text="Daraa: day 1", id="a"), Heading(level=1, text="Daraa: day 1", id="b"))
    document = _with_contents(replace(sample_document(), blocks=headings))
    markdown = render_markdown(document).decode()

    assert "](#daraa-day-1)" in markdown
    assert "](#daraa-day-1-1)" in markdown
