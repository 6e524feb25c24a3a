"""Measures of the Word file: what makes it look like the PDF."""

import dataclasses
from typing import Any

import pytest

from briefing.model.document import Listing, ListItem, ParagraphRole, Prose, Table
from briefing.writers.column_widths import column_widths
from briefing.writers.docx import render_docx
from briefing.writers.docx.measuring import measure_words
from briefing.writers.text_measure import text_measure
from tests.briefing.writers.docx_reading import W, WordFile, style_of
from tests.briefing.writers.sample_document import house_theme, sample_document, with_blocks, words


@pytest.fixture(scope="module")
def sample() -> WordFile:
    """Return the sample document as a Word file."""
    return WordFile(render_docx(sample_document()))


def test_the_columns_fill_the_width_of_the_text_and_a_date_stands_in_one_line(sample: WordFile) -> None:
    """The widths are worked out from the words, as they are for the PDF."""
    (table,) = [block for block in sample_document().blocks if isinstance(block, Table)]
    found = list(sample.tree("document").iter(f"{W}tbl"))[-1]
    widths = [int(node.get(f"{W}w")) for node in found.iter(f"{W}gridCol")]
    assert sum(widths) == 11906 - 2 * round(22 * 1440 / 25.4)
    (dates,) = [place for place, column in enumerate(table.columns) if column.header == "Date"]
    assert widths[dates] / 20 >= len("2024-12-07") * 9 * 0.45 + 12


@pytest.mark.parametrize("below", [True, False])
def test_the_remark_below_a_table_or_list_stays_with_its_last_entry(below: bool) -> None:
    """What was left out is said on the page that holds the last entry."""
    table = dataclasses.replace(next(b for b in sample_document().blocks if isinstance(b, Table)), caption="")
    items = (ListItem(inlines=words("One")), ListItem(inlines=words("Two"), detail=words("more")))
    remark = Prose(inlines=words("3 more."), role=ParagraphRole.NOTE if below else ParagraphRole.BODY)
    file = WordFile(render_docx(with_blocks(table, remark, Listing(items=items), remark)))
    rows = list(file.tree("document").iter(f"{W}tr"))
    kept = [[_is_kept(paragraph) for paragraph in row.iter(f"{W}p")] for row in rows[-2:]]
    assert kept == [[False] * 5, [below] * 5]
    listed = [p for p in file.tree("document").iter(f"{W}p") if style_of(p) in {"BriefingBullet", "DevelopmentDetail"}]
    assert [_is_kept(paragraph) for paragraph in listed] == [False, True, below]


def _is_kept(paragraph: Any) -> bool:
    return paragraph.find(f"{W}pPr/{W}keepNext") is not None


def _indent_of_style(file: WordFile, name: str) -> Any:
    (style,) = [node for node in file.tree("styles").iter(f"{W}style") if node.get(f"{W}styleId") == name]
    return style.find(f"{W}pPr/{W}ind")


@pytest.mark.parametrize(("items", "ordered"), [(2, False), (2, True), (40, True), (150, True)])
def test_the_detail_of_an_item_stands_as_far_in_as_its_words(items: int, ordered: bool) -> None:
    """Long numbers push both to the right."""
    item = ListItem(inlines=words("An item"), detail=words("Its date"))
    file = WordFile(render_docx(with_blocks(Listing(items=(item,) * items, ordered=ordered))))
    (number,) = file.tree("numbering").iter(f"{W}num")
    wanted = number.find(f"{W}abstractNumId").get(f"{W}val")
    (level,) = [
        node.find(f"{W}lvl/{W}pPr/{W}ind")
        for node in file.tree("numbering").iter(f"{W}abstractNum")
        if node.get(f"{W}abstractNumId") == wanted
    ]
    details = [p for p in file.tree("document").iter(f"{W}p") if style_of(p) == "DevelopmentDetail"]
    assert len(details) == items
    for node in details:
        own = node.find(f"{W}pPr/{W}ind")
        own = _indent_of_style(file, "DevelopmentDetail") if own is None else own
        assert own.get(f"{W}left") == level.get(f"{W}left")


def test_a_long_foot_takes_the_page_behind_its_words_instead_of_under_them() -> None:
    """In the middle it would touch them; the marking stays at the right."""
    for footer, fields_before, cleared in (("Desk", 1, []), ("Humanitarian situation report " * 3, 0, ["clear"])):
        foot = WordFile(render_docx(dataclasses.replace(sample_document(), footer=footer))).tree("footer2")
        shown = "".join(_shown(foot))
        assert shown.startswith(footer)
        assert shown.partition("Page")[0].count("\t") == fields_before
        assert shown.count("\t") == fields_before + 1
        assert [stop.get(f"{W}val") for stop in foot.findall(f".//{W}pPr/{W}tabs/{W}tab")] == cleared


def _shown(story: Any) -> list[str]:
    return [
        "\t" if node.tag == f"{W}tab" else node.text or ""
        for run in story.iter(f"{W}r")
        for node in run
        if node.tag in {f"{W}t", f"{W}tab"}
    ]


def test_the_columns_are_those_of_the_pdf_where_the_fonts_are_in_the_file() -> None:
    """Without them the longest word has room for a wider font."""
    table = next(block for block in sample_document().blocks if isinstance(block, Table))
    widths = []
    for inside in (False, True):
        file = WordFile(render_docx(dataclasses.replace(with_blocks(table), word_fonts=inside)))
        widths.append([int(column.get(f"{W}w")) for column in file.tree("document").iter(f"{W}gridCol")])
    width = sum(widths[0]) / 20
    same = column_widths(table, width, measure_words(house_theme(), embedded=True))
    assert widths[1] == pytest.approx([20 * share for share in same], abs=len(same))
    assert widths[0] != widths[1]


def test_running_text_is_as_wide_as_on_the_page_of_the_pdf(sample: WordFile) -> None:
    """Both end where the line would become too long to be read with ease."""
    theme = sample_document().theme
    column = (11906 - 2 * round(theme.margin_side * 1440 / 25.4)) / 20
    right = round((column - text_measure(theme, column)) * 20)
    assert right > 0
    for name in ("BriefingText", "Development", "BriefingBullet", "Quotation", "EndnoteText"):
        assert _indent_of_style(sample, name).get(f"{W}right") == str(right)
