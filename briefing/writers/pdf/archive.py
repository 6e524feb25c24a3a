"""What an archive asks of a file (PDF/A-3a, ISO 19005-3): colours of one meaning, and its own data inside."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDictionary,
    PDFImageXObject,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_CREATED = slice(24, 36)  # of an ICC profile (ICC.1, 7.2.8): the moment at which it was made


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file inside the document: its ``name``, its media type such as "application/json", and what it is."""

    name: str
    media_type: str
    description: str
    data: bytes


class EndedStream(PDFStream):  # type: ignore[misc]
    """A stream with an end of line before ``endstream``, which reportlab does not write (ISO 19005-1, 6.1.7)."""

    def format(self, document: Any) -> bytes:
        """Write the stream."""
        return _ended(super().format(document))


class EndedXMP(XMP):  # type: ignore[misc]
    """The metadata packet with an end of line before ``endstream``; it must not be compressed."""

    def format(self, document: Any) -> bytes:
        """Write the packet."""
        return _ended(super().format(document))


class EndedImage(PDFImageXObject):  # type: ignore[misc]
    """A picture whose stream ends as it must."""

    def format(self, document: Any) -> bytes:
        """Write the picture."""
        return _ended(super().format(document))


def end_streams_of_pictures(canvas: "Canvas") -> None:
    """Give all pictures drawn so far streams that end as they must."""
    for thing in canvas._doc.idToObject.values():  # noqa: SLF001 (no public way)
        if type(thing) is PDFImageXObject:
            thing.__class__ = EndedImage


def _ended(written: bytes) -> bytes:
    end = b"endstream\n"
    content = written.removesuffix(end)
    # Behind a carriage return a line feed alone would be read as one end of line, and the stream as a byte too short.
    return content + (b"\r\n" if content.endswith(b"\r") else b"\n") + end


def end_stream_of(page: Any) -> None:
    """Give the drawing of a finished page a stream that ends as it must."""
    page.Contents = EndedStream(content=page.stream, filters=[PDFZCompress])


@cache
def _colour_profile() -> bytes:
    """Return the sRGB profile without the moment at which it was made, so that the file does not depend on it."""
    from PIL import ImageCms  # noqa: PLC0415 -- it takes 30 ms to load, and counting pages needs none

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_CREATED] = bytes(_CREATED.stop - _CREATED.start)
    return bytes(profile)


def write_archive(canvas: "Canvas", attachments: tuple[Attachment, ...]) -> None:
    """Write the meaning of the colours and the attachments into the catalog of the file."""
    document = canvas._doc  # noqa: SLF001 (no public way)
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    profile = EndedStream(PDFDictionary({"N": 3}), _colour_profile(), [PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile),
    }
    catalog.OutputIntents = PDFArray([PDFDictionary(intent)])
    if attachments:
        _attach(document, attachments)


def _attach(document: Any, attachments: tuple[Attachment, ...]) -> None:
    named: list[Any] = []
    references: list[Any] = []
    for attachment in sorted(attachments, key=lambda item: item.name):
        reference = document.Reference(_file(document, attachment))
        named += [PDFString(attachment.name), reference]
        references.append(reference)
    document.Catalog.AF = PDFArray(references)
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(named)})})


def _file(document: Any, attachment: Attachment) -> PDFDictionary:
    parameters = PDFDictionary({"Size": len(attachment.data)})
    entries = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": f"/{attachment.media_type.replace('/', '#2F')}",
        "Params": parameters,
    }
    stream = EndedStream(PDFDictionary(entries), attachment.data, [PDFZCompress])
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(attachment.name),
            "UF": PDFString(attachment.name),
            "Desc": PDFString(attachment.description),
            "AFRelationship": PDFName("Source"),
            "EF": PDFDictionary({"F": document.Reference(stream)}),
        }
    )
