"""Paragraphs of plain text, and what holds for the paragraphs of any input."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import ReportError
from briefing.model.report import ParagraphKind, Report
from briefing.readers import read_report, read_report_text
from tests.briefing.readers.conftest import words_of

LONG = (
    "The army left the town on Friday night and the fighters of the alliance came in from the north, "
    "where they had waited since noon."
)
WRAPPED = """Friday, late afternoon. Armed groups from the eastern countryside took the
checkpoints on the capital's road one after the other. In most places the
soldiers had already gone.

Saturday, dawn. Fighters entered the city and the governor's palace. People
fired into the air around the mosque. We have photographs of the square.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_blank_lines_part_paragraphs_whatever_the_newline(newline: str) -> None:
    """The text keeps its newlines, and the paragraphs leave them out."""
    text = newline.join(["One is here.", "", "  Two is here.  ", "", "", "A headline without a stop", "", "Three."])
    report = read_report_text(text)
    assert words_of(report) == ["One is here.", "Two is here.", "A headline without a stop", "Three."]
    assert report.text == text
    assert {paragraph.kind for paragraph in report.paragraphs} == {ParagraphKind.TEXT}


def test_long_lines_without_blank_ones_are_paragraphs() -> None:
    """A single newline parts them when lines are not wrapped."""
    assert words_of(read_report_text("\n".join([LONG] * 4))) == [LONG] * 4


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """A line that was full goes on in the next one."""
    assert [words.split()[0] for words in words_of(read_report_text(WRAPPED))] == ["Friday,", "Saturday,"]


def test_bullets_and_numbers_are_list_items_without_their_mark() -> None:
    """A wrapped item stays one item."""
    report = read_report_text(
        "Needs:\n\n- Blankets and stoves.\n* Fuel.\n• Safe access to the old town, where no\n  mission went.\n1. Water."
    )
    assert words_of(report)[1:4] == [
        "Blankets and stoves.",
        "Fuel.",
        "Safe access to the old town, where no\n  mission went.",
    ]
    assert words_of(report)[4] == "Water."
    assert [paragraph.kind for paragraph in report.paragraphs[1:]] == [ParagraphKind.LIST_ITEM] * 4


def test_control_characters_and_markup_signs_stay_in_the_text() -> None:
    """Nothing is cleaned away; whoever draws the text takes care."""
    text = "The <b>army</b> & its allies left \x01 the town \x0b at noon. \x85 Then it rained \ufffd."
    assert read_report_text(text).text == text


def _check(report: Report) -> None:
    last = 0
    for paragraph in report.paragraphs:
        words = report.quote(paragraph.start, paragraph.end)
        assert last <= paragraph.start < paragraph.end <= len(report.text)
        assert words == words.strip()
        assert any(map(str.isalnum, words))
        last = paragraph.end


MARKUP = st.sampled_from(["# ", "<p>", "<div>", "</div>", "<html>", "<script>", "<!--", "```", "[a](b)", "**", "&amp;"])
HEADS = st.sampled_from(
    ["---\n", "date 2024-12-07 ", "Date: ", "Title: x\n", "2024-13-45", "TLP: red\n", "Wire, 2024-12-07\n"]
)
SIGNS = st.sampled_from(
    ["\n", "\r\n", "\r", "- ", "1. ", "\x00", "\ufeff", "é", "حلب", "\u2028", "word ", ". ", "|-|-|\n"]
)
PIECES = MARKUP | HEADS | SIGNS


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES | st.text(max_size=12), max_size=30).map("".join))
def test_paragraphs_of_any_text_lie_in_it_in_order_and_apart(text: str) -> None:
    """Any text is a report or a ReportError, and the report's text is the one given."""
    try:
        report = read_report_text(text)
    except ReportError:
        return
    assert report.text == text
    assert report.paragraphs
    _check(report)


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=200) | st.lists(PIECES, max_size=30).map(lambda parts: "".join(parts).encode()),
    st.sampled_from(["a.txt", "a.md", "a.html", "a", "a.xyz"]),
)
def test_arbitrary_bytes_never_raise_anything_but_a_report_error(tmp_path: Path, content: bytes, name: str) -> None:
    """In every format the answer is a report or a sentence."""
    path = tmp_path / name
    path.write_bytes(content)
    try:
        report = read_report(path)
    except ReportError:
        return
    _check(report)
