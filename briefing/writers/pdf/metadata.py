"""What the file says of itself: title, author, language and date, in both forms that readers look for."""

import re
from datetime import UTC, datetime
from html import escape

from reportlab.pdfgen.canvas import Canvas

from briefing.model.document import Document
from briefing.writers.pdf.archive import EndedXMP
from briefing.writers.pdf.text import clean

PROGRAM = "Situation Briefings"
# A date for requests without one: the file must not depend on the clock.
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
# PDF/A asks that every property it does not know be described in the file itself (ISO 19005-3, 6.6.2.3).
_UA_SCHEMA = (
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType='Resource'>"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType='Resource'>"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
_ARCHIVE = "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def document_language(document: Document) -> str:
    """Return the language as a tag of BCP 47; English if it is none."""
    return document.language if _LANGUAGE.fullmatch(document.language) else "en"


def document_title(document: Document) -> str:
    """Return the title of the file, which is never empty."""
    head = document.masthead
    return clean(head.title).strip() or clean(document.running_title).strip() or clean(head.product).strip() or PROGRAM


def write_metadata(canvas: Canvas, document: Document, *, archival: bool) -> None:
    """Write title, author, subject, keywords and date into the file, and whether it claims to be PDF/A."""
    created = _moment(document.created)
    canvas.setTitle(document_title(document))
    canvas.setAuthor(clean(document.author))
    canvas.setSubject(clean(document.subject))
    canvas.setKeywords(clean(document.keywords))
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    canvas.setDateFormatter(lambda *_clock: _pdf_date(created))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas._doc.Catalog.Metadata = EndedXMP(creator=lambda _file: _packet(document, created, archival=archival))  # noqa: SLF001 (no public way)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _NO_DATE
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _pdf_date(moment: datetime) -> str:
    zone = moment.strftime("%z")
    return f"D:{moment.year:04d}{moment:%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _packet(document: Document, created: datetime, *, archival: bool) -> bytes:
    stamp = created.isoformat(timespec="seconds")

    def words(text: str) -> str:
        return escape(clean(text), quote=False)

    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
        ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
        ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
        ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{words(document_title(document))}</rdf:li></rdf:Alt>'
        "</dc:title>"
        f"<dc:creator><rdf:Seq><rdf:li>{words(document.author)}</rdf:li></rdf:Seq></dc:creator>"
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{words(document.subject)}</rdf:li></rdf:Alt>'
        "</dc:description>"
        f"<dc:language><rdf:Bag><rdf:li>{document_language(document)}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><xmp:CreateDate>{stamp}</xmp:CreateDate>"
        f"<xmp:ModifyDate>{stamp}</xmp:ModifyDate><pdf:Producer>{PROGRAM}</pdf:Producer>"
        f"<pdf:Keywords>{words(document.keywords)}</pdf:Keywords><pdfuaid:part>1</pdfuaid:part>"
        f"{_ARCHIVE if archival else ''}"
        f"{_UA_SCHEMA}"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()
