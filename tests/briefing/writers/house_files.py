"""Word files as an analyst's house may have them, made with python-docx, and ways to spoil them."""

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from PIL import Image, PngImagePlugin

TEMPLATE_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
DOCUMENT_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_TYPE = b"application/vnd.ms-word.document.macroEnabled.main+xml"
SECRET = "Camera of Jane Roe"
RED = "7A0019"


def logo() -> bytes:
    """Return a small PNG that tells whose camera took it."""
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", SECRET)
    stream = io.BytesIO()
    Image.new("RGB", (200, 60), f"#{RED}").save(stream, "PNG", pnginfo=told)
    return stream.getvalue()


def house_file(*, place: str = "{{briefing}}", marking: str = "{{marking}}", first_page: bool = False) -> bytes:
    """Return a letterhead on A4 with a logo, other fonts and margins; without words in ``place`` it has no place."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
        Mm(35),
        Mm(20),
        Mm(40),
        Mm(25),
    )
    header = section.header.paragraphs[0]
    header.add_run().add_picture(io.BytesIO(logo()), height=Mm(12))
    header.add_run("Ministry of Examples")
    section.header.add_paragraph(f"Handling: {marking}")
    section.footer.paragraphs[0].text = f"1 Example Street {marking}"
    section.different_first_page_header_footer = first_page
    document.styles["Normal"].font.name = "DejaVu Serif"
    document.styles["Normal"].font.size = Pt(10)
    for name in ("Title", "Heading 1", "Heading 2"):
        font = document.styles[name].font
        fonts = document.styles[name].element.rPr.rFonts
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
        fonts.set(qn("w:ascii"), "DejaVu Sans")
        font.color.rgb = RGBColor.from_string(RED)
    document.core_properties.author = "Jane Roe"
    document.add_paragraph("To the head of desk", style="Body Text")
    if place:
        document.add_paragraph(place)
    document.add_paragraph("Signed, desk 7", style="List Bullet")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return parts as a Word file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def changed(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a Word file with one part changed."""
    parts = parts_of(content)
    before = parts.get(name, b"")
    parts[name] = change(before)
    assert parts[name] != before
    return packed(parts)


def as_template(content: bytes) -> bytes:
    """Return a .docx as the .dotx that Word would save."""
    return changed(content, "[Content_Types].xml", lambda data: data.replace(DOCUMENT_TYPE, TEMPLATE_TYPE))


def without_style(content: bytes, name: str) -> bytes:
    """Return a Word file that lacks a paragraph style."""
    document = Document(io.BytesIO(content))
    document.styles[name].delete()
    return _saved(document)


def with_character_style(content: bytes, name: str) -> bytes:
    """Return a Word file in which a style of that name is one for characters."""
    document = Document(io.BytesIO(content))
    document.styles[name].delete()
    document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    return _saved(document)


def _saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()
