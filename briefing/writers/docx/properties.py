"""What a document says of itself: properties, settings and fonts."""

from collections.abc import Sequence
from datetime import UTC, datetime

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package

from briefing.model.document import Document
from briefing.model.theme import Theme
from briefing.writers.docx.embedded_fonts import EmbeddedCut
from briefing.writers.docx.markup import NAMESPACES, XML_HEAD
from briefing.writers.json import SCHEMA
from briefing.writers.xml_text import clean_text, escape_text

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set of properties that users define, [MS-OSHARED]
_FIRST_PROPERTY = 2  # Windows keeps the numbers below for itself
_LONGEST_PROPERTY = 255  # characters; python-docx refuses more
_EARLIEST_YEAR = 1601  # Windows begins to count time there

# what Word shows where our fonts are not installed: the nearest of its own, by the same classification (PANOSE)
_STAND_INS = {
    "Source Sans Pro": ("Calibri", "020B0503030403020204", "swiss"),
    "Source Serif Pro": ("Cambria", "02040603050405020204", "roman"),
}


def hang_core_properties(package: Package, document: Document) -> None:
    """Give the package its core properties; their times come from the request, never from the clock.

    The part is made here, since the one that python-docx makes on demand bears its own name and the time of the clock.
    """
    element = CT_CoreProperties.new()
    part = CorePropertiesPart(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, element, package)
    package.load_rel(RELATIONSHIP_TYPE.CORE_PROPERTIES, part, "core")
    core = package.core_properties
    core.title = _property(document.masthead.title)
    core.subject = _property(document.subject)
    core.author = core.last_modified_by = _property(document.author)
    core.keywords = _property(document.keywords)
    core.language = _property(document.language)
    core.revision = 1
    if moment := moment_of(document.created):
        core.created = core.modified = moment


def _property(text: str) -> str:
    return clean_text(text)[:_LONGEST_PROPERTY]


def moment_of(stamp: str) -> datetime | None:
    """Return an ISO 8601 date-time in UTC, or None for what is none or lies before all that Windows counts."""
    try:
        moment = datetime.fromisoformat(stamp)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if moment.year > _EARLIEST_YEAR else None


def render_app_properties() -> str:
    """Return docProps/app.xml."""
    return f'{XML_HEAD}<Properties xmlns="{_EXTENDED}"><Application>Situation Briefings</Application></Properties>'


def render_custom_properties(document: Document) -> str:
    """Return docProps/custom.xml: the handling marking, where filters for outgoing mail look for it, and the origin."""
    known = {
        "Marking": document.marking,
        "Number": document.number,
        "As of": document.as_of,
        "Request SHA-256": document.request_hash,
        "JSON schema": str(SCHEMA),
    }
    told = [(name, _property(value)) for name, value in known.items() if value]
    properties = [
        f'<property fmtid="{_USER_DEFINED}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape_text(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(told, _FIRST_PROPERTY)
    ]
    return f'{XML_HEAD}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}">{"".join(properties)}</Properties>'


def render_settings(*, endnotes: bool, fonts: bool) -> str:
    """Return settings.xml: the behaviour of Word 2013 and later, ``endnotes`` at their section's end, ``fonts`` kept.

    ``fonts`` lets Word keep the embedded ones when somebody saves the file.
    """
    notes = (
        '<w:endnotePr><w:pos w:val="sectEnd"/><w:numFmt w:val="decimal"/><w:endnote w:id="-1"/><w:endnote w:id="0"/>'
        "</w:endnotePr>"
    )
    return (
        f'{XML_HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        f"{'<w:embedTrueTypeFonts/>' if fonts else ''}"
        '<w:defaultTabStop w:val="709"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{notes if endnotes else ""}'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def render_fonts(theme: Theme, embedded: Sequence[EmbeddedCut]) -> str:
    """Return fontTable.xml: each font of the theme, its cuts in the file, and what to use where it is missing."""
    fonts = [_render_font(name, embedded) for name in dict.fromkeys((theme.sans, theme.serif))]
    return f"{XML_HEAD}<w:fonts {NAMESPACES}>{''.join(fonts)}</w:fonts>"


def _render_font(name: str, embedded: Sequence[EmbeddedCut]) -> str:
    stand_in, classification, family = _STAND_INS.get(name, ("Calibri", "020B0503030403020204", "swiss"))
    return (
        f'<w:font w:name="{escape_text(name)}"><w:altName w:val="{stand_in}"/><w:panose1 w:val="{classification}"/>'
        f'<w:charset w:val="00"/><w:family w:val="{family}"/><w:pitch w:val="variable"/>'
        + "".join(cut.reference() for cut in embedded if cut.family == name)
        + "</w:font>"
    )
