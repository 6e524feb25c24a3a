"""The package of a Word document: python-docx names and types its parts, says how they hang together and zips them."""

import io
import zipfile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that zip knows; the same document gives the same bytes
_FIRST = "[Content_Types].xml"


def hang_part(
    source: Package | Part, relation: str, name: str, kind: str, content_type: str, content: str | bytes
) -> Part:
    """Hang a part on the package or on another part, which calls it ``relation`` in its XML, and return it.

    ``kind`` and ``content_type`` are of those in ``docx.opc.constants``. The content is finished XML, so the part is a
    plain one: python-docx's own classes for styles, body and so on would parse it and write it all again.
    """
    part = Part(PackURI(name), content_type, content.encode() if isinstance(content, str) else content)
    source.load_rel(kind, part, relation)
    return part


def hang_links(source: Part, relations: dict[str, str]) -> None:
    """Let a part lead to web addresses; ``relations`` says by which name it calls each."""
    for address, relation in relations.items():
        source.load_rel(RELATIONSHIP_TYPE.HYPERLINK, address, relation, is_external=True)


def zip_package(package: Package) -> bytes:
    """Return the zip file of all parts, in an order and with times that are always the same.

    python-docx takes the time from the clock and has no setting for it, so its file is packed anew.
    """
    saved = io.BytesIO()
    package.save(saved)
    with zipfile.ZipFile(saved) as source:
        return zip_parts({name: source.read(name) for name in source.namelist()})


def zip_parts(parts: dict[str, bytes]) -> bytes:
    """Return the zip file of parts by their names, in an order and with times that are always the same."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compresslevel=6) as target:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 0  # else the file would tell on which system it was made
            target.writestr(entry, parts[name])
    return packed.getvalue()
