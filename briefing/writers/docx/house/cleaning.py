"""Taking over a piece of another's file: what is not known to be harmless stays behind.

Left behind are traces of persons and of editing (comments, tracked changes, revision ids), what belongs to other
programs (embedded objects, data bindings), what lies elsewhere (linked pictures), and newer extensions of Word, whose
older form in the same file is taken.
"""

import struct
from collections.abc import Callable
from typing import Any

from briefing.writers.docx.house.names import COMPATIBILITY, OFFICE, PIC, WORD_VML, WP, XML, A, R, V, W
from briefing.writers.docx.house.opening import Relation

_KEPT = (W, R, A, PIC, WP, V, OFFICE, WORD_VML, XML)
_UNWRAPPED = {"sdt", "ins", "moveTo", "smartTag", "customXml"}
_DROPPED = {
    "object", "control", "altChunk", "subDoc", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd",
    "commentReference", "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef", "annotationRef",
    "proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd", "del", "moveFrom", "moveFromRangeStart",
    "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rPrChange", "pPrChange", "tblPrChange", "trPrChange",
    "tcPrChange", "tblGridChange", "tblPrExChange", "sectPrChange", "numberingChange", "cellIns", "cellDel",
    "cellMerge", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    "rsid", "locked", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "lvlPicBulletId", "numPicBullet", "sectPr",
    "embedRegular", "embedBold", "embedItalic", "embedBoldItalic", "docPartObj",
}  # fmt: skip
_TRACES = (f"{W}rsid", f"{OFFICE}gfxdata", f"{OFFICE}href")
_PNG_TEXTS = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
_JPEG_TEXTS = {0xFE, *range(0xE1, 0xF0)} - {0xE2, 0xEE}  # comments and application data, save for colours
_START_OF_SCAN = 0xDA

Keep = Callable[[Relation], str]
"""Returns the new name of a relation that may be taken over, or ""."""


def clean(root: Any, relations: dict[str, Relation], keep: Keep) -> None:
    """Take out of an element all that must not be taken over, and rename its relations."""
    _take_older_forms(root)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element is root or element.getparent() is None:
            continue
        if not element.tag.startswith(_KEPT):
            _remove(element)
        elif element.tag.startswith(W):
            _clean_word(element)
    for element in root.iter():
        _clean_attributes(element, relations, keep)
    _drop_hollow(root)


def _take_older_forms(root: Any) -> None:
    for choice in list(root.iter(f"{COMPATIBILITY}AlternateContent")):
        older = choice.find(f"{COMPATIBILITY}Fallback")
        _unwrap(choice, older) if older is not None else _remove(choice)


def _clean_word(element: Any) -> None:
    name = element.tag.removeprefix(W)
    if name in _DROPPED:
        _remove(element)
    elif name == "sdt":
        content = element.find(f"{W}sdtContent")
        _unwrap(element, content) if content is not None else _remove(element)
    elif name in _UNWRAPPED:
        _unwrap(element, element)


def _clean_attributes(element: Any, relations: dict[str, Relation], keep: Keep) -> None:
    for name in list(element.attrib):
        if name.startswith(R):
            found = relations.get(element.attrib.pop(name))
            renamed = keep(found) if found and not name.endswith("}link") else ""
            if renamed:
                element.set(name, renamed)
        elif (
            (name.startswith("{") and not name.startswith(_KEPT))
            or name.startswith((f"{W}rsid", f"{OFFICE}gfxdata", f"{OFFICE}href"))
            or name in {"href", "onclick"}
        ):
            del element.attrib[name]


def _drop_hollow(root: Any) -> None:
    """Remove what lost the picture or the address that it was there for."""
    for tag, part in ((f"{W}drawing", f"{A}blip"), (f"{W}pict", f"{V}imagedata")):
        for element in list(root.iter(tag)):
            pictures = list(element.iter(part))
            shapes = f"{V}textbox" if tag.endswith("pict") else f"{PIC}pic"
            whole = all(any(name.startswith(R) for name in picture.attrib) for picture in pictures)
            if not whole or not (pictures or next(element.iter(shapes), None) is not None):
                _remove(element)
    for blip in root.iter(f"{A}blip"):
        for extension in blip.findall(f"{A}extLst"):
            _remove(extension)
    for link in [*root.iter(f"{A}hlinkClick"), *root.iter(f"{A}hlinkHover")]:
        _remove(link)
    for link in list(root.iter(f"{W}hyperlink")):
        if f"{R}id" not in link.attrib:
            _unwrap(link, link)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Any, content: Any) -> None:
    """Put the children of ``content`` in the place of an element."""
    parent = element.getparent()
    place = parent.index(element)
    for offset, child in enumerate(list(content)):
        parent.insert(place + offset, child)
    parent.remove(element)


def without_metadata(data: bytes) -> bytes:
    """Return a PNG or JPEG without what it tells of camera, place and person; other pictures as they are."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png_without_texts(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg_without_texts(data)
    return data


def _png_without_texts(data: bytes) -> bytes:
    kept, place = [data[:8]], 8
    while place + 12 <= len(data):
        end = place + 12 + struct.unpack(">I", data[place : place + 4])[0]
        if data[place + 4 : place + 8] not in _PNG_TEXTS:
            kept.append(data[place:end])
        place = end
    return b"".join(kept)


def _jpeg_without_texts(data: bytes) -> bytes:
    kept, place = [data[:2]], 2
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] != _START_OF_SCAN:
        end = place + 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]
        if data[place + 1] not in _JPEG_TEXTS:
            kept.append(data[place:end])
        place = end
    return b"".join([*kept, data[place:]])
