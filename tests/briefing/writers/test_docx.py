"""The Word writer: what it says, how it is built, and that it is always the same."""

import dataclasses
import hashlib
import subprocess
import sys
import xml.sax.saxutils
from pathlib import Path

import pytest
from lxml import etree

from briefing.model.document import Document, Heading, Listing, ListItem, PageSize, Picture, Prose, Table, Text
from briefing.model.drawing import Drawing
from briefing.writers.docx import render_docx
from briefing.writers.json import SCHEMA
from tests.briefing.writers.document_words import plain, words_of
from tests.briefing.writers.docx_reading import WP, W, WordFile, citations, paragraph_text, style_of
from tests.briefing.writers.sample_document import arabic_document, long_document, sample_document, with_blocks, words

_ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def sample() -> WordFile:
    """Return the sample document as a Word file."""
    return WordFile(render_docx(sample_document()))


def test_every_word_of_the_document_is_in_the_file_in_its_order(sample: WordFile) -> None:
    """The words of the body and of the notes are those of the document, none more, none less, none moved."""
    assert sample.words() == words_of(sample_document())


def test_a_document_of_sixty_pages_keeps_every_word_and_has_no_fault() -> None:
    """A long document reads back whole."""
    file = WordFile(render_docx(long_document()))
    assert file.words() == words_of(long_document())
    assert file.faults() == []


def test_the_sample_has_no_fault(sample: WordFile) -> None:
    """No field is open, no anchor missing, no identity doubled, no style unknown."""
    assert sample.faults() == []


def test_headings_have_word_styles_and_their_level(sample: WordFile) -> None:
    """Headings are headings, for the navigation pane and for screen readers."""
    headings = [block for block in sample_document().blocks if isinstance(block, Heading)]
    for level in (1, 2):
        assert sample.styled(f"Heading{level}") == [heading.text for heading in headings if heading.level == level]
    assert sample.styled("Title") == [sample_document().masthead.title]


def test_headings_captions_and_labels_stay_with_what_follows(sample: WordFile) -> None:
    """No heading, table caption or label is left alone at the foot of a page."""
    styles = {style.get(f"{W}styleId"): style for style in sample.tree("styles").iter(f"{W}style")}
    for name in ("Title", "Heading1", "Heading2", "Caption", "QuotationLabel", "BottomLineLabel", "TableHeader"):
        assert styles[name].find(f"{W}pPr/{W}keepNext") is not None, name


def test_a_table_has_its_cells_a_repeated_head_and_rows_that_are_not_torn(sample: WordFile) -> None:
    """Cells stand in their rows and columns, figures to the right, and the head comes again on every page."""
    (table,) = [block for block in sample_document().blocks if isinstance(block, Table)]
    found = list(sample.tree("document").iter(f"{W}tbl"))[-1]
    rows = found.findall(f"{W}tr")
    cells = [[" ".join(map(paragraph_text, cell.iter(f"{W}p"))) for cell in row.iter(f"{W}tc")] for row in rows]
    assert cells[0] == [column.header for column in table.columns]
    assert cells[1:] == [[plain(cell) for cell in row.cells] for row in table.rows]
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    last_cells = [style_of(list(row.iter(f"{W}p"))[-1]) for row in rows]
    assert last_cells == ["TableHeaderRight"] + ["TableTextRight"] * len(table.rows)


def test_each_list_counts_for_itself_from_its_start() -> None:
    """Two lists in one document begin at their own numbers."""
    item = (ListItem(inlines=words("An item")),)
    file = WordFile(
        render_docx(with_blocks(Listing(items=item, ordered=True), Listing(items=item, ordered=True, start=7)))
    )
    starts = [node.get(f"{W}val") for node in file.tree("numbering").iter(f"{W}startOverride")]
    assert starts == ["1", "7"]
    used = [node.get(f"{W}val") for node in file.tree("document").iter(f"{W}numId")]
    assert used == ["1", "2"]


def test_a_picture_has_its_alternative_text_a_png_and_an_svg(sample: WordFile) -> None:
    """Who cannot see the map is told what it shows."""
    (picture,) = [block for block in sample_document().blocks if isinstance(block, Picture)]
    (properties,) = sample.tree("document").iter(f"{WP}docPr")
    assert properties.get("descr") == picture.alternative
    assert sample.parts["word/media/figure1.png"].startswith(b"\x89PNG")
    assert sample.parts["word/media/figure1.svg"].startswith(b"<svg ")


def test_the_marking_stands_in_every_header_and_footer_and_in_the_properties(sample: WordFile) -> None:
    """The handling marking is on every page, bold, 12 points, coloured on black, and in the file's properties."""
    for name in ("header1", "header2", "footer1", "footer2"):
        marked = [run for run in sample.tree(name).iter(f"{W}r") if "TLP:AMBER" in "".join(run.itertext())]
        assert len(marked) == 1, name
        assert marked[0].find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Marking"
        assert marked[0].find(f"{W}rPr/{W}color").get(f"{W}val") == "FFC000"
    assert b'name="Marking"><vt:lpwstr>TLP:AMBER</vt:lpwstr>' in sample.parts["docProps/custom.xml"]


def test_without_a_marking_no_black_box_is_printed() -> None:
    """An unmarked document has no empty label and no empty property."""
    file = WordFile(render_docx(dataclasses.replace(sample_document(), marking="")))
    assert not [
        name for name in ("header1", "header2", "footer1") if b'w:val="Marking"' in file.parts[f"word/{name}.xml"]
    ]
    assert b'name="Marking"' not in file.parts["docProps/custom.xml"]
    assert file.faults() == []


def test_the_properties_say_of_which_issue_day_choices_and_form_of_data_the_file_is() -> None:
    """A register of documents finds number, day and the hash of the choices without reading the text."""
    digest = hashlib.sha256(b"choices").hexdigest()
    document = dataclasses.replace(sample_document(), number="12 & 13", as_of="2024-12-07", request_hash=digest)
    properties = etree.fromstring(WordFile(render_docx(document)).parts["docProps/custom.xml"])
    assert {node.get("name"): "".join(node.itertext()) for node in properties} == {
        "Marking": "TLP:AMBER",
        "Number": "12 & 13",
        "As of": "2024-12-07",
        "Request SHA-256": digest,
        "JSON schema": str(SCHEMA),
    }
    assert [node.get("pid") for node in properties] == ["2", "3", "4", "5", "6"]


def test_an_analyst_finds_our_styles_together_in_the_list_of_word(sample: WordFile) -> None:
    """What is not one of Word's own styles has a name that begins with Briefing."""
    styles = [style for style in sample.tree("styles").iter(f"{W}style") if style.get(f"{W}customStyle")]
    names = [style.find(f"{W}name").get(f"{W}val") for style in styles]
    assert len(names) > 20
    assert [name for name in names if not name.startswith("Briefing ")] == []
    assert len(set(names)) == len(names)


def test_the_foot_counts_pages_with_fields() -> None:
    """The words of the page label stand round Word's own page counters."""
    document = dataclasses.replace(sample_document(), footer="Regional desk")
    footer = WordFile(render_docx(document)).tree("footer2")
    assert [node.text.strip() for node in footer.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]
    assert paragraph_text(next(footer.iter(f"{W}p"))).split() == words_in_footer(document)


def words_in_footer(document: Document) -> list[str]:
    """Return the words of a footer before Word has counted the pages."""
    return f"{document.footer} {document.page_label.format(page=1, pages=1)} {document.marking}".split()


def test_links_lead_to_web_and_mail_addresses_only(sample: WordFile) -> None:
    """The addresses of the document are the targets, and other schemes become plain words."""
    relations = sample.parts["word/_rels/document.xml.rels"].decode()
    assert 'Target="https://reliefweb.int/country/syr" TargetMode="External"' in relations
    assert 'Target="mailto:desk@example.org" TargetMode="External"' in relations


def test_the_properties_come_from_the_document_and_from_nowhere_else(sample: WordFile) -> None:
    """Title, author, subject, keywords and times are the document's; no tool or person is named."""
    core, document = sample.parts["docProps/core.xml"].decode(), sample_document()
    for text in (document.masthead.title, document.author, document.subject, document.keywords, document.language):
        assert f">{xml.sax.saxutils.escape(text)}</" in core
    assert core.count(">2024-12-07T12:00:00Z</") == 2
    everything = b"".join(sample.parts.values())
    assert b"python-docx" not in everything
    assert not [name for name in sample.parts if "thumbnail" in name or "stylesWithEffects" in name]


def test_the_paper_margins_and_fonts_are_those_of_the_document() -> None:
    """Page size and margins are in the section, fonts with their stand-ins in the font table."""
    for size, expected in ((PageSize.A4, ("11906", "16838")), (PageSize.LETTER, ("12240", "15840"))):
        file = WordFile(render_docx(sample_document(size)))
        (page,) = file.tree("document").iter(f"{W}pgSz")
        assert (page.get(f"{W}w"), page.get(f"{W}h")) == expected
        (margins,) = file.tree("document").iter(f"{W}pgMar")
        assert margins.get(f"{W}left") == str(round(22 * 1440 / 25.4))
    fonts = {node.get(f"{W}name"): node.find(f"{W}altName").get(f"{W}val") for node in file.tree("fontTable")}
    assert fonts == {"Source Sans Pro": "Calibri", "Source Serif Pro": "Cambria"}


def test_no_empty_paragraph_is_used_for_spacing(sample: WordFile) -> None:
    """Space comes from styles; an empty paragraph would be read aloud as nothing."""
    empty = [style_of(p) for p in sample.tree("document").iter(f"{W}p") if not len(p.findall(f".//{W}r"))]
    assert empty == []


def test_tables_in_a_row_do_not_grow_together() -> None:
    """Word joins two tables that touch; a paragraph stands between them and below the last."""
    table = dataclasses.replace(
        next(block for block in sample_document().blocks if isinstance(block, Table)), caption=""
    )
    file = WordFile(render_docx(with_blocks(table, table)))
    assert file.faults() == []
    assert len(list(file.tree("document").iter(f"{W}tbl"))) == 2


def test_the_same_document_gives_the_same_bytes_in_another_process() -> None:
    """Neither the clock nor the order of a set reaches the file."""
    program = (
        "import hashlib; from briefing.writers.docx import render_docx; "
        "from tests.briefing.writers.sample_document import sample_document; "
        "print(hashlib.sha256(render_docx(sample_document())).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=_ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(_ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].strip()) == 64


def test_citations_show_the_numbers_of_the_document(sample: WordFile) -> None:
    """Every citation reads as its numbers with commas, whether it makes a note or leads back to one."""
    shown = [text for text in map(citations, sample.tree("document").iter(f"{W}p")) if text]
    assert shown[:6] == ["12", "3,4", "1", "1,5", "2", "4,5"]


def test_the_number_of_a_caption_is_a_field_while_word_counts_the_same() -> None:
    """Word numbers tables and figures for itself; a number that it would change stays plain."""
    table = next(block for block in sample_document().blocks if isinstance(block, Table))
    captions = ("Table 1. One", "Table 3. Three", "Table 2. Two", "Übersicht 1: Eins", "No number", "Table x. Why")
    file = WordFile(render_docx(with_blocks(*(dataclasses.replace(table, caption=caption) for caption in captions))))
    assert file.styled("Caption") == list(captions)
    instructions = [node.text.split()[:2] for node in file.tree("document").iter(f"{W}instrText")]
    assert [words for words in instructions if words[0] == "SEQ"] == [
        ["SEQ", "Table"],
        ["SEQ", "Table"],
        ["SEQ", "Übersicht"],
    ]


@pytest.mark.parametrize(("width", "height"), [(2000.0, 100.0), (100.0, 5000.0), (30.0, 30.0)])
def test_a_picture_fits_the_page_and_keeps_its_shape(width: float, height: float) -> None:
    """No picture is wider or higher than the text, and a small one is not blown up."""
    picture = Picture(drawing=Drawing(width=width, height=height, shapes=()), alternative="A", caption="B")
    file = WordFile(render_docx(with_blocks(picture)))
    (extent,) = file.tree("document").iter(f"{WP}extent")
    wide, high = int(extent.get("cx")) / 12700, int(extent.get("cy")) / 12700
    assert wide <= min(width, 471)
    assert high <= min(height, 701)
    assert wide / high == pytest.approx(width / height, rel=0.01)


def test_paragraphs_and_tables_that_begin_in_arabic_are_set_from_right_to_left() -> None:
    """By their first letter, as Unicode judges; a figure before it does not count."""
    file = WordFile(render_docx(arabic_document()))
    body = file.tree("document")
    turned = {
        "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}bidi") is not None
    }

    assert turned == {"7 ديسمبر, Daraa", "المكان", "الحالة", "مؤكد"}
    assert body.find(f".//{W}tblPr/{W}bidiVisual") is not None
    assert file.faults() == []


def test_a_wholly_arabic_briefing_runs_from_right_to_left() -> None:
    """Paragraphs by their base style, tables from the right, the bars of boxes and quotations at the right."""
    document = dataclasses.replace(sample_document(), language="ar")
    file = WordFile(render_docx(document))
    styles = file.tree("styles")
    assert styles.find(f"{W}style[@{W}styleId='Normal']/{W}pPr/{W}bidi") is not None
    language = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert (language.get(f"{W}val"), language.get(f"{W}bidi")) == ("en-US", "ar-EG")
    for style, thick in (("BottomLine", "24"), ("BottomLineLabel", "24"), ("Quotation", "12")):
        borders = styles.find(f"{W}style[@{W}styleId='{style}']/{W}pPr/{W}pBdr")
        assert borders.find(f"{W}right").get(f"{W}sz") == thick
    tables = list(file.tree("document").iter(f"{W}tbl"))
    assert len(tables) == 2
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in tables)
    assert all(section.find(f"{W}bidi") is not None for section in file.tree("document").iter(f"{W}sectPr"))
    assert file.words() == words_of(document)
    assert file.faults() == []


def test_arabic_and_hebrew_names_in_english_are_runs_of_their_own_with_their_language() -> None:
    """Word joins and orders the letters of such runs, and takes their spelling for what they are."""
    prose = Prose(inlines=(Text(text="Near درعا (المدينة) and חיפה, he said.", bold=True),))
    runs = list(WordFile(render_docx(with_blocks(prose))).styled_runs("BriefingText"))
    turned = [
        (text, properties.find(f"{W}lang")) for text, properties in runs if properties.find(f"{W}rtl") is not None
    ]
    assert [text for text, _ in turned] == ["درعا (المدينة)", "חיפה"]
    assert [None if language is None else language.get(f"{W}bidi") for _, language in turned] == [None, "he-IL"]
    assert all(properties.find(f"{W}bCs") is not None for _, properties in runs)


def test_the_language_of_the_text_has_a_region_since_word_chooses_its_spelling_by_it() -> None:
    """The likeliest one; a region that is given stays."""
    for tag, expected in (("fr", "fr-FR"), ("es", "es-ES"), ("en-GB", "en-GB"), ("qq", "qq")):
        styles = WordFile(render_docx(dataclasses.replace(sample_document(), language=tag))).tree("styles")
        assert styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}val") == expected
