"""The PDF can be read aloud (PDF/UA-1, ISO 14289-1) and kept for ever (PDF/A-3a, ISO 19005-3), both at once."""

import ctypes
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium
import pytest

from briefing import BriefingRequest, generate, read_reports, render
from briefing.model.document import (
    Callout,
    Column,
    Contents,
    ContentsEntry,
    Document,
    KeyFigure,
    KeyFigures,
    PageSize,
    Picture,
    Prose,
    Row,
    Table,
)
from briefing.resources import templates_folder
from briefing.writers.pdf import Attachment, draw_pdf, render_pdf
from briefing.writers.pdf.packing import pack
from tests.briefing.writers.pdf_reading import opened
from tests.briefing.writers.pdf_rules import broken_rules
from tests.briefing.writers.sample_document import long_document, sample_document, sample_map, with_blocks, words
from tests.paths import SEEDS

DATA = Attachment(name="data.json", media_type="application/json", description="Data", data=b"{}")

page = pytest.importorskip("page", reason="the checker page-validation is not installed")


def _tall_cell() -> Document:
    text = " ".join(f"word{n}" for n in range(1500))
    columns = (Column(header="a", weight=1), Column(header="b", weight=1))
    rows = (Row(cells=(words(text, 1), words(text))), Row(cells=(words("after"),)))
    figures = KeyFigures(figures=(KeyFigure(value="1", caption=words(text)), KeyFigure(value="", caption=())))
    callout = Callout(label="Bottom line", paragraphs=(Prose(inlines=words(text)),))
    return with_blocks(callout, figures, Table(caption="Table 1.", columns=columns, rows=rows))


def _odd() -> Document:
    picture = Picture(drawing=sample_map(), alternative="", caption="")
    return with_blocks(picture, Prose(inlines=words("درعا 中 \u202e <b>")), Table(caption="", columns=(), rows=()))


@pytest.mark.parametrize(
    "document",
    [sample_document(), long_document(sections=5), _tall_cell(), _odd(), with_blocks()],
    ids=["sample", "long", "tall cell", "odd", "empty"],
)
def test_the_file_passes_the_checker(document: Document, tmp_path: Path) -> None:
    """Tables, lists and boxes that break over pages keep their structure."""
    assert faults(render_pdf(document, (DATA,)), tmp_path) == []


@pytest.mark.parametrize(("sections", "pages"), [(1, 1), (8, 4), (40, 20)])
@pytest.mark.parametrize("size", list(PageSize))
def test_a_file_of_any_length_passes_the_checker(sections: int, pages: int, size: PageSize, tmp_path: Path) -> None:
    """On both papers."""
    drawn = draw_pdf(replace(long_document(sections=sections), page_size=size), (DATA,), packed=True)

    assert drawn.page_count >= pages
    assert faults(drawn.data, tmp_path) == []


def test_two_hundred_pages_pass_the_checkers_in_a_small_file(tmp_path: Path) -> None:
    """The many elements of the structure are packed, and both standards allow it; qpdf reads it where it is there."""
    document = long_document(sections=130)
    drawn = draw_pdf(document, (DATA,))
    packed = pack(drawn.data)

    assert drawn.page_count >= 200
    assert len(packed) < 0.3 * len(drawn.data)
    assert faults(packed, tmp_path) == []
    if qpdf := shutil.which("qpdf"):
        checked = subprocess.run([qpdf, "--check", str(tmp_path / "briefing.pdf")], capture_output=True, check=False)
        assert checked.returncode == 0, checked.stdout


def test_packing_loses_nothing_and_is_the_same_every_time() -> None:
    """The words, the outline and the attachment are read from the packed file as from the plain one."""
    documents = [sample_document(), _tall_cell(), with_blocks()]
    for document in documents:
        plain, packed = draw_pdf(document, (DATA,)).data, draw_pdf(document, (DATA,), packed=True).data
        assert packed == pack(plain)
        with opened(plain) as one, opened(packed) as other:
            assert _contents_of(one) == _contents_of(other)


def _contents_of(document: Any) -> tuple[Any, ...]:
    texts = [read.get_textpage().get_text_range() for read in document]
    outline = [(item.get_title(), item.get_dest().get_index()) for item in document.get_toc()]
    kinds = [_kinds(read) for read in document]
    return texts, outline, kinds, bytes(document.get_attachment(0).get_data()), document.get_metadata_dict()


@pytest.mark.parametrize("template", sorted(path.stem for path in templates_folder().glob("*.toml")))
def test_the_briefing_of_every_template_passes_the_checker(template: str, tmp_path: Path) -> None:
    """On the sample reports, with its own data attached."""
    briefing = generate(read_reports([SEEDS]).reports, BriefingRequest(template=template))

    assert faults(render(briefing, "pdf"), tmp_path) == []


def faults(data: bytes, folder: Path) -> list[str]:
    """Return what the checker finds, by both standards, and what our own rules find."""
    path = folder / "briefing.pdf"
    path.write_bytes(data)
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)
    reports = [str(page.validate_pdf(str(path), profile=profile)) for profile in profiles]
    return [report for report in reports if "no failures" not in report] + broken_rules(data)


@cache
def _spoilable() -> bytes:
    document = sample_document()
    entries = (ContentsEntry(level=1, text="Key developments", target="key-developments"),)
    contents = Contents(heading="Contents", entries=entries)
    return render_pdf(replace(document, blocks=(contents, *document.blocks)), (DATA,))


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        (b"/StructTreeRoot", b"/StructTreeRxxt"),
        (b"/OutputIntents", b"/OutputIntentx"),
        (b"/MarkInfo", b"/MarkInfx"),
        (b"<pdfaid:part>3", b"<pdfaid:part>9"),
        (b"<pdfuaid:part>1", b"<pdfuaid:part>7"),
        (b"/Lang (", b"/Lanx ("),
        (b"/AFRelationship", b"/AFRelationshix"),
        (b"/DisplayDocTitle", b"/DisplayDocTitlx"),
        (b"/Scope", b"/Scopx"),
        (b"\nendstream", b" endstream"),
        (b"/Alt ", b"/Alx "),
        (b"/ToUnicode", b"/ToUnicodx"),
        (b"/FontFile2", b"/FontFilex"),
        (b"/Marked true", b"/Marked fals"),
        (b"<dc:title>", b"<dc:titlx>"),
        (b"/ParentTree ", b"/ParentTrex "),
        (b"/StructParents ", b"/StructParentx "),
        (b"/StructParent ", b"/StructParenx "),
        (b"/Tabs /S", b"/Tabs /W"),
        (b"/F 4", b"/F 2"),
        (b"/Contents (", b"/Contentx ("),
        (b"/Obj ", b"/Obx "),
        (b"/Type /OBJR", b"/Type /OBJX"),
        (b"/BBox", b"/BBoy"),
        (b"/EF ", b"/EX "),
        (b"/S /H1 ", b"/S /H3 "),
        (b"/S /H2 ", b"/S /H5 "),
        (b"/S /Document", b"/S /Documenx"),
        (b"/S /Figure", b"/S /Figurx"),
        (b"/S /Caption", b"/S /Captiox"),
        (b"/S /LI ", b"/S /Lx "),
        (b"/S /LBody", b"/S /LBodx"),
        (b"/S /TD ", b"/S /LI "),
        (b"/S /THead", b"/S /TFoox"),
        (b"/S /TOCI ", b"/S /TOCX "),
        (b"/S /Link ", b"/S /Linx "),
    ],
)
def test_the_checker_notices_each_part_that_is_spoiled(part: bytes, instead: bytes, tmp_path: Path) -> None:
    """The tests above can fail, and what they guard is in the file."""
    data = _spoilable()

    assert part in data
    assert faults(data.replace(part, instead), tmp_path) != []


def test_the_data_of_the_briefing_is_attached_word_for_word() -> None:
    """Whoever has the PDF has every citation."""
    briefing = generate(read_reports([SEEDS]).reports)
    with opened(render(briefing, "pdf")) as document:
        attached = document.get_attachment(0)
        name, data = attached.get_name(), bytes(attached.get_data())

    assert name == "briefing.json"
    assert data == render(briefing, "json")


def test_a_reader_meets_the_elements_in_reading_order() -> None:
    """The document begins with the masthead and goes on with title, callout, figures and headings."""
    with opened(render_pdf(sample_document())) as document:
        kinds = [kind for page in document for kind in _kinds(page)]
    assert kinds[0] == "Document"
    order = [kind for kind in kinds if kind in {"H1", "H2", "H3", "L"}]
    assert order[:6] == ["H1", "H2", "H2", "L", "H3", "L"]
    assert kinds.count("TH") == 10
    assert kinds.count("TD") == 20
    assert kinds.count("Figure") == 1
    assert kinds.count("BlockQuote") == 2


def test_a_citation_is_read_after_the_words_it_belongs_to() -> None:
    """In the structure too the link stands behind the sentence, not before it."""
    data = render_pdf(with_blocks(Prose(inlines=words("A sentence.", 1, 1)), *sample_document().blocks[-1:]))
    with opened(data) as document:
        first = document[0]
        tree = pdfium.FPDF_StructTree_GetForPage(first.raw)
        # behind masthead, area, title and meta line
        paragraph = _children(pdfium.FPDF_StructTree_GetChildAtIndex(tree, 0))[4]
        kinds = [_kind(child) for child in _children(paragraph)]
        pdfium.FPDF_StructTree_Close(tree)
    # words, link, comma, link: content that is no element has no kind
    assert kinds == ["", "Link", "", "Link"]


def _kinds(pdf_page: Any) -> list[str]:
    tree = pdfium.FPDF_StructTree_GetForPage(pdf_page.raw)
    kinds: list[str] = []
    for number in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        _walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, number), kinds)
    pdfium.FPDF_StructTree_Close(tree)
    return kinds


def _walk(element: Any, kinds: list[str]) -> None:
    if element:
        kinds.append(_kind(element))
        for child in _children(element):
            _walk(child, kinds)


def _children(element: Any) -> list[Any]:
    count = pdfium.FPDF_StructElement_CountChildren(element)
    return [pdfium.FPDF_StructElement_GetChildAtIndex(element, number) for number in range(count)]


def _kind(element: Any) -> str:
    if not element:
        return ""
    buffer = ctypes.create_string_buffer(64)
    size = pdfium.FPDF_StructElement_GetType(element, buffer, 64)
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le")
