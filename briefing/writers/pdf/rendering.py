"""The steps from a document to the bytes of its PDF file."""

import io
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from briefing.model.document import Document
from briefing.model.notice import Notice
from briefing.writers.pdf.archive import Attachment, write_archive
from briefing.writers.pdf.flow import Page
from briefing.writers.pdf.fonts import ONE_AT_A_TIME
from briefing.writers.pdf.layout import lay_out
from briefing.writers.pdf.metadata import document_language, write_metadata
from briefing.writers.pdf.packing import pack
from briefing.writers.pdf.page import Furniture, Measures
from briefing.writers.pdf.painting import Destinations, Painter
from briefing.writers.pdf.regions import Region, find_regions
from briefing.writers.pdf.slabs import Anchor
from briefing.writers.pdf.structure import Structure


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPages:
    """A drawn document: its bytes, how many pages, what lies where, and what the analyst should know."""

    data: bytes
    page_count: int
    regions: tuple[Region, ...]
    notices: tuple[Notice, ...]


def render_pdf(document: Document, attachments: tuple[Attachment, ...] = ()) -> bytes:
    """Return the document as the bytes of a PDF file."""
    return draw_pdf(document, attachments).data


def draw_pdf(
    document: Document, attachments: tuple[Attachment, ...] = (), *, packed: bool = False, password: str = ""
) -> PdfPages:
    """Draw the document, with files attached; the same document always gives the same bytes.

    ``packed`` makes the file small, down to a fifth where it is long, but its objects can no longer be read as text.
    With a ``password`` it is encrypted: then it is no PDF/A and does not claim to be, and its bytes differ each time.
    Raises ExportError for a password that cannot be used.
    """
    with ONE_AT_A_TIME:
        drawn = _draw(document, attachments, archival=not password)
    if password:
        from briefing.writers.pdf.protection import protect  # noqa: PLC0415 -- it takes 60 ms to load

        return replace(drawn, data=protect(drawn.data, password))
    return replace(drawn, data=pack(drawn.data)) if packed else drawn


def _draw(document: Document, attachments: tuple[Attachment, ...], *, archival: bool) -> PdfPages:
    layout = lay_out(document)
    measures, composition, furniture, pages = layout.measures, layout.composition, layout.furniture, layout.pages
    file = io.BytesIO()
    canvas = Canvas(
        file,
        pagesize=(measures.width, measures.height),
        invariant=1,
        pageCompression=1,
        lang=document_language(document),
        pdfVersion=(1, 7),
        initialFontName=composition.text_runs("x", composition.styles.body)[0].face.font.fontName,
    )
    write_metadata(canvas, document, archival=archival)
    structure = Structure(composition.root)
    painter = Painter(canvas, composition, structure, _destinations(pages))
    _paint(pages, painter, furniture, measures)
    structure.write(canvas)
    write_archive(canvas, attachments)
    return PdfPages(
        data=canvas.getpdfdata(),
        page_count=len(pages),
        regions=find_regions(pages, measures.side, measures.width if composition.right_to_left else None),
        notices=composition.all_notices(),
    )


def _paint(pages: tuple[Page, ...], painter: Painter, furniture: Furniture, measures: Measures) -> None:
    for number, page in enumerate(pages, 1):
        furniture.paint(painter, number, len(pages))
        painter.paint(page, measures.side)
        _add_outline(page, painter.canvas, measures)
        painter.end_page()


def _add_outline(page: Page, canvas: Canvas, measures: Measures) -> None:
    for anchor, top in _anchors(page):
        if anchor.title:
            canvas.bookmarkPage(anchor.name, fit="XYZ", left=0, top=measures.height - top + 8, zoom=0)
            canvas.addOutlineEntry(anchor.title, anchor.name, level=anchor.level)


def _destinations(pages: tuple[Page, ...]) -> Destinations:
    places: Destinations = {}
    for number, page in enumerate(pages):
        for anchor, top in _anchors(page):
            places.setdefault(anchor.name, (number, top - 8))
    return places


def _anchors(page: Page) -> list[tuple[Anchor, float]]:
    return [(anchor, placed.top) for placed in page.slabs if not placed.repeated for anchor in placed.slab.anchors]
