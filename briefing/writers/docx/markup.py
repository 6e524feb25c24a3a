"""The smallest pieces of WordprocessingML: a run, a paragraph, a field, a bookmark."""

import re

from briefing.writers.direction import directed_pieces, language_runs_right_to_left, runs_right_to_left
from briefing.writers.docx.languages import word_language
from briefing.writers.docx.units import twips
from briefing.writers.xml_text import clean_text, escape_text

_SHOWN = re.compile(r"<w:t [^>]*>([^<]*)")
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

NAMESPACES = f'xmlns:w="{_WORD}" xmlns:r="{_RELATIONS}"'
"""The namespaces of every part of the body, to be declared on its root."""
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text: str, properties: str = "", language: str = "") -> str:
    """Return runs that hold ``text``; words written from right to left become runs of their own.

    ``language`` is given where it is not that of the document.
    """
    return "".join(
        raw_run(
            f'<w:t xml:space="preserve">{escape_text(piece)}</w:t>',
            properties + ("<w:rtl/>" if from_right else "") + _spoken(piece, language, from_right=from_right),
        )
        for piece, from_right in directed_pieces(clean_text(text))
    )


def _spoken(piece: str, language: str, *, from_right: bool) -> str:
    """Return the language of a run; Hebrew tells itself by its letters."""
    if from_right and _HEBREW.search(piece):
        return '<w:lang w:bidi="he-IL"/>'
    if not language or language_runs_right_to_left(language) is not from_right:
        return ""
    return f'<w:lang w:{"bidi" if from_right else "val"}="{escape_text(word_language(language))}"/>'


def raw_run(content: str, properties: str = "") -> str:
    """Return one run with run content that is XML already, such as a tab or a note reference."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def character_style(name: str) -> str:
    """Return the run property that names a character style."""
    return f'<w:rStyle w:val="{name}"/>'


def tab() -> str:
    """Return a run that jumps to the next tab stop."""
    return raw_run("<w:tab/>")


def paragraph(
    style: str,
    content: str,
    *,
    keep_next: bool = False,
    numbering: str = "",
    before: float | None = None,
    after: float | None = None,
    left: float | None = None,
    tabs: str = "",
    section: str = "",
) -> str:
    """Return a paragraph in one of our styles; ``before``, ``after`` and ``left`` are points instead of the style's.

    ``numbering`` and ``tabs`` are properties as XML.
    It is set from right to left where its first letter is written so, and everywhere in a document of such a language.
    """
    spacing = "" if before is None else f' w:before="{twips(before)}"'
    spacing += "" if after is None else f' w:after="{twips(after)}"'
    properties = (
        f'<w:pStyle w:val="{style}"/>'
        + ("<w:keepNext/>" if keep_next else "")
        + numbering
        + tabs
        + ("<w:bidi/>" if runs_right_to_left("".join(_SHOWN.findall(content))) else "")
        + (f"<w:spacing{spacing}/>" if spacing else "")
        + ("" if left is None else f'<w:ind w:left="{twips(left)}"/>')
        + section
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def field(instruction: str, result: str, properties: str = "") -> str:
    """Return a complete field with the ``result`` that is shown until Word counts anew."""
    return field_start(instruction, properties) + run(result, properties) + field_end(properties)


def field_start(instruction: str, properties: str = "") -> str:
    """Return what stands before the result of a field: begin, instruction, separator."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {escape_text(instruction)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
    )
    return "".join(raw_run(part, properties) for part in parts)


def field_end(properties: str = "") -> str:
    """Return what stands behind the result of a field, which may reach over paragraphs."""
    return raw_run('<w:fldChar w:fldCharType="end"/>', properties)


def anchor_link(name: str, content: str) -> str:
    """Return ``content`` as a link to a bookmark of the document."""
    return f'<w:hyperlink w:anchor="{escape_text(name)}" w:history="1">{content}</w:hyperlink>'


def bookmark(number: int, name: str, content: str) -> str:
    """Return ``content`` between the two ends of a bookmark."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{escape_text(name)}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'
