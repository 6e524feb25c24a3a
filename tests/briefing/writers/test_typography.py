"""Numbers stay with what they count, in every format, and no word changes."""

import zipfile
from io import BytesIO

import pytest

from briefing.model.document import Prose, Text
from briefing.writers.docx import render_docx
from briefing.writers.html import render_html
from briefing.writers.pdf import render_pdf
from briefing.writers.typography import bound
from tests.briefing.writers.pdf_reading import opened
from tests.briefing.writers.sample_document import with_blocks


@pytest.mark.parametrize(
    "text",
    ["80_%", "7_December 2024", "some 10_km away", "No._12", "le 7_décembre", "el 7_de diciembre", "$_5", "p._3"]  # noqa: RUF005 -- two rows
    + ["Gen._Ali and Dr._Musa", "J._Doe met A._B._Roe", "3.5_million people", "at 12:00_UTC", "Table_1", "~_100_km"],
)
def test_a_number_stays_with_its_unit_and_a_title_with_its_name(text: str) -> None:
    """An underscore stands for the space that must not break."""
    assert bound(text.replace("_", " ")) == text.replace("_", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    "text",
    ["7 men", "they fled. No one", "in 2024 the army", "5 Marches", "100 meals", "80 100", ""]  # noqa: RUF005
    + ["حتى 7 December", "group A of 5 may go", "I. the first"],
)
def test_other_spaces_stay_as_they_are(text: str) -> None:
    """Too many bound words would tear holes into lines; words from right to left are left alone."""
    assert bound(text) == text


def test_every_laid_out_format_keeps_number_and_unit_together() -> None:
    """The same words: only the kind of space differs."""
    document = with_blocks(Prose(inlines=(Text(text="They took 80 % of it on 7 December."),)))
    wanted = "80\N{NO-BREAK SPACE}% of it on 7\N{NO-BREAK SPACE}December."
    with zipfile.ZipFile(BytesIO(render_docx(document))) as package:
        assert wanted in package.read("word/document.xml").decode()
    assert wanted in render_html(document).decode()


def test_a_line_of_the_pdf_does_not_end_between_number_and_unit() -> None:
    """Wherever the line would break."""
    for length in range(60, 120, 2):
        text = "x " * (length // 2) + "12 kilometres and more words to fill a line"
        with opened(render_pdf(with_blocks(Prose(inlines=(Text(text=text),))))) as pages:
            lines = pages[0].get_textpage().get_text_range().splitlines()
        assert not any(line.strip().endswith(" 12") for line in lines)
