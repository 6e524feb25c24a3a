"""The Word writer: a document as an Office Open XML package that stays editable."""

from dataclasses import replace

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.package import Package

from briefing.model.document import Document
from briefing.writers.docx.blocks import render_blocks
from briefing.writers.docx.comments import plan_comments, render_comments
from briefing.writers.docx.embedded_fonts import embed_fonts
from briefing.writers.docx.endnotes import render_endnotes
from briefing.writers.docx.house.dressing import dress, read_house
from briefing.writers.docx.images import IMAGE_NAMESPACES
from briefing.writers.docx.markup import NAMESPACES, XML_HEAD
from briefing.writers.docx.notes import plan_notes
from briefing.writers.docx.numbering import render_numbering
from briefing.writers.docx.package import hang_links, hang_part, zip_package
from briefing.writers.docx.pages import render_footer, render_header, render_masthead, render_section
from briefing.writers.docx.properties import (
    hang_core_properties,
    render_app_properties,
    render_custom_properties,
    render_fonts,
    render_settings,
)
from briefing.writers.docx.story import Relations, Story
from briefing.writers.docx.styles import render_styles
from briefing.writers.docx.theme import render_theme
from briefing.writers.pictures import render_png, render_svg

_SVG = "image/svg+xml"  # python-docx has no constants for these
_OBFUSCATED_FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


def render_docx(document: Document) -> bytes:
    """Return the document as a .docx file; the same document gives the same bytes.

    The package begins empty: a document of python-docx would bring along its template's 400 kB of styles, its author
    and its thumbnail.
    """
    if not document.house_style:
        return _render(document, None)
    house = read_house(document.house_style)
    # Word prints its endnotes below all text of a section, which would part them from their heading
    notes = document.word_notes and not house.goes_on
    # the letterhead has its own logo
    fitted = replace(document, theme=replace(house.theme(document.theme), logo=None), word_notes=notes)
    return dress(_render(fitted, (house.page.width, house.page.height)), document, house)


def _render(document: Document, frame: tuple[int, int] | None) -> bytes:
    """Return the file; ``frame`` is width and height of the text in twips where a house style says them."""
    package = Package()
    evidence, listed = plan_comments(document)
    notes = plan_notes(document)
    story = Story(document=document, notes=notes, frame=frame, evidence=evidence, listed=listed)
    body = _hang_body(package, story)
    _hang_looks(body, story)
    _hang_comments(body, story)
    _hang_margins(body, document)
    _hang_pictures(body, story)
    hang_links(body, story.relations.ids)
    if story.notes.native:
        _hang_endnotes(body, story)
    _hang_properties(package, document)
    return zip_package(package)


def _hang_body(package: Package, story: Story) -> Part:
    blocks = render_masthead(story) + render_blocks(story) + story.separator()
    section = render_section(story.document, continued=story.sections_closed > 0)
    content = f"<w:document {NAMESPACES} {IMAGE_NAMESPACES}><w:body>{blocks}{section}</w:body></w:document>"
    kind, content_type = RELATIONSHIP_TYPE.OFFICE_DOCUMENT, CONTENT_TYPE.WML_DOCUMENT_MAIN
    return hang_part(package, "document", "/word/document.xml", kind, content_type, XML_HEAD + content)


def _hang_looks(body: Part, story: Story) -> None:
    theme = story.document.theme
    styles = render_styles(theme, story.document.language, story.width)
    numbering = render_numbering(theme, story.list_starts)
    embedded = embed_fonts(theme) if story.document.word_fonts else ()
    settings = render_settings(endnotes=story.notes.native, fonts=bool(embedded))
    kind, content_type = RELATIONSHIP_TYPE, CONTENT_TYPE
    hang_part(body, "styles", "/word/styles.xml", kind.STYLES, content_type.WML_STYLES, styles)
    hang_part(body, "numbering", "/word/numbering.xml", kind.NUMBERING, content_type.WML_NUMBERING, numbering)
    hang_part(body, "settings", "/word/settings.xml", kind.SETTINGS, content_type.WML_SETTINGS, settings)
    table = render_fonts(theme, embedded)
    fonts = hang_part(body, "fonts", "/word/fontTable.xml", kind.FONT_TABLE, content_type.WML_FONT_TABLE, table)
    for cut in embedded:
        hang_part(fonts, cut.relation, f"/word/fonts/{cut.relation}.odttf", kind.FONT, _OBFUSCATED_FONT, cut.data)
    hang_part(body, "theme", "/word/theme/theme1.xml", kind.THEME, content_type.OFC_THEME, render_theme(theme))


def _hang_comments(body: Part, story: Story) -> None:
    if story.commented:
        kind, content_type = RELATIONSHIP_TYPE.COMMENTS, CONTENT_TYPE.WML_COMMENTS
        content = render_comments(story.document, story.commented)
        hang_part(body, "comments", "/word/comments.xml", kind, content_type, content)


def _hang_margins(body: Part, document: Document) -> None:
    kind, content_type = RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_HEADER
    hang_part(body, "firstHeader", "/word/header1.xml", kind, content_type, render_header(document, first=True))
    hang_part(body, "header", "/word/header2.xml", kind, content_type, render_header(document, first=False))
    kind, content_type = RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER
    hang_part(body, "firstFooter", "/word/footer1.xml", kind, content_type, render_footer(document))
    hang_part(body, "footer", "/word/footer2.xml", kind, content_type, render_footer(document))


def _hang_pictures(body: Part, story: Story) -> None:
    kind, logo = RELATIONSHIP_TYPE.IMAGE, story.document.theme.logo
    if logo:
        hang_part(body, "logo", "/word/media/logo.png", kind, CONTENT_TYPE.PNG, logo.data)
    for number, drawing in enumerate(story.pictures, 1):
        name = f"/word/media/figure{number}"
        hang_part(body, f"png{number}", f"{name}.png", kind, CONTENT_TYPE.PNG, render_png(drawing, scale=3.0))
        hang_part(body, f"svg{number}", f"{name}.svg", kind, _SVG, render_svg(drawing))


def _hang_endnotes(body: Part, story: Story) -> None:
    relations = Relations()
    content = render_endnotes(story, relations)
    kind, content_type = RELATIONSHIP_TYPE.ENDNOTES, CONTENT_TYPE.WML_ENDNOTES
    hang_links(hang_part(body, "endnotes", "/word/endnotes.xml", kind, content_type, content), relations.ids)


def _hang_properties(package: Package, document: Document) -> None:
    hang_core_properties(package, document)
    kind, content_type = RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, CONTENT_TYPE.OFC_EXTENDED_PROPERTIES
    hang_part(package, "app", "/docProps/app.xml", kind, content_type, render_app_properties())
    kind, content_type = RELATIONSHIP_TYPE.CUSTOM_PROPERTIES, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES
    hang_part(package, "custom", "/docProps/custom.xml", kind, content_type, render_custom_properties(document))
