"""What surrounds the blocks: masthead, headers, footers and the measures of the page."""

import re

from briefing.model.document import Document
from briefing.writers.direction import language_runs_right_to_left
from briefing.writers.docx.images import render_logo
from briefing.writers.docx.markup import NAMESPACES, XML_HEAD, character_style, field, paragraph, run, tab
from briefing.writers.docx.measuring import widest
from briefing.writers.docx.paragraph_style import tabs
from briefing.writers.docx.story import Story
from briefing.writers.docx.units import PAPER, colour, text_width, twips_of_millimetres
from briefing.writers.logo_size import logo_size

_HEADER_AT = 10.0  # millimetres from the edge of the paper
_BELOW_MARKING = 17.0  # where the band may begin on page one, in millimetres from the edge of the paper
_HEADER_HEIGHT = 22.0  # of one line with the marking and the rule below it, in points
_BELOW_BAND = 13.0
_COUNTS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_COUNT = re.compile(r"(\{pages?\})")


def render_masthead(story: Story) -> str:
    """Return the band and the title of page one; what is empty is left out."""
    head = story.document.masthead
    issue = (tab() + run(head.issue)) if head.issue else ""
    lines = [
        ("BriefingKicker", run(head.area)),
        ("Title", run(head.title)),
        ("BriefingMeta", run(head.meta)),
    ]
    logo = story.document.theme.logo
    band = [
        ("BriefingProduct", render_logo(logo, logo_size(logo)) if logo else ""),
        ("BriefingProduct", run(head.product)),
        ("BriefingUnit", run(head.unit) + issue),
    ]
    band = [(style, words) for style, words in band if words]
    # the lines of the band must touch, so the space below it belongs to the last of them
    return "".join(
        [story.paragraph(style, words) for style, words in band[:-1]]
        + [story.paragraph(style, words, after=_BELOW_BAND) for style, words in band[-1:]]
        + [story.paragraph(style, words) for style, words in lines if words]
    )


def render_header(document: Document, *, first: bool) -> str:
    """Return a header part: the marking at the right and, from page two on, the running title at the left."""
    title = "" if first else run(document.running_title)
    words = title + tab() + marking_run(document)
    content = paragraph("FirstHeader", words) if first else paragraph("Header", words, after=_below_header(document))
    return f"{XML_HEAD}<w:hdr {NAMESPACES}>{content}</w:hdr>"


def _below_header(document: Document) -> float:
    """Return the space that brings the text below a header down to its margin.

    The margin of the section is that of page one, where the band stands right below the marking; Word moves the text
    of the other pages down as far as their higher header needs.
    """
    margin = (document.theme.margin_top - _HEADER_AT) * 72 / 25.4
    return max(0.0, margin - _HEADER_HEIGHT)


def render_footer(document: Document) -> str:
    """Return a footer part: words at the left, the page in the middle, the marking at the right."""
    label, middle = _page_label(document.page_label), text_width(document.page_size, document.theme) // 2
    if _reaches_the_middle(document):  # the page stands behind the words, and the stop there would catch the marking
        content = run(f"{document.footer} \u00b7 ") + label + tab() + marking_run(document)
        line = paragraph("Footer", content, tabs=tabs(("clear", middle)))
    else:
        line = paragraph("Footer", run(document.footer) + tab() + label + tab() + marking_run(document))
    return f"{XML_HEAD}<w:ftr {NAMESPACES}>{line}</w:ftr>"


def _reaches_the_middle(document: Document) -> bool:
    """Tell whether the words of the foot leave no room for the page in the middle."""
    words, label = (widest(text, document) for text in (document.footer, document.page_label))
    return words + label / 2 > text_width(document.page_size, document.theme) / 2 / 20


def marking_run(document: Document) -> str:
    """Return the marking as a run in its colour, or ""."""
    if not document.marking:
        return ""
    shown = colour(document.marking_colour, "FFFFFF")
    return run(f"\u00a0{document.marking}\u00a0", f'{character_style("Marking")}<w:color w:val="{shown}"/>')


def _page_label(label: str) -> str:
    return "".join(field(_COUNTS[piece], "1") if piece in _COUNTS else run(piece) for piece in _COUNT.split(label))


def render_section(document: Document, *, continued: bool) -> str:
    """Return the measures of a section; one that is ``continued`` goes on where the one before it ended."""
    width, height = PAPER[document.page_size]
    theme = document.theme
    side, edge = twips_of_millimetres(theme.margin_side), twips_of_millimetres(_HEADER_AT)
    top = twips_of_millimetres(min(theme.margin_top, _BELOW_MARKING))
    bottom = twips_of_millimetres(theme.margin_bottom)
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:headerReference w:type="first" '
        'r:id="firstHeader"/><w:footerReference w:type="default" r:id="footer"/><w:footerReference w:type="first" '
        'r:id="firstFooter"/><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
        + ('<w:type w:val="continuous"/>' if continued else "")
        + f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" '
        f'w:left="{side}" w:header="{edge}" w:footer="{edge}" w:gutter="0"/>'
        + ("" if continued else "<w:titlePg/>")
        + ("<w:bidi/>" if language_runs_right_to_left(document.language) else "")
        + "</w:sectPr>"
    )
