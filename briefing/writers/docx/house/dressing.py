"""Putting a finished Word file of ours into a house style: its styles, page, header, footer and surrounding text."""

import io
import posixpath
import zipfile
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from briefing.errors import ExportError
from briefing.model.document import Document
from briefing.model.theme import Theme
from briefing.writers.addresses import safe_address
from briefing.writers.docx.house.cleaning import clean, without_metadata
from briefing.writers.docx.house.looks import Looks, read_looks, theme_of
from briefing.writers.docx.house.margins import HousePage, read_page
from briefing.writers.docx.house.names import COMPATIBILITY, KIND, RELATIONS, TYPES, WP, A, R, W
from briefing.writers.docx.house.numbers import merge_numbering
from briefing.writers.docx.house.opening import HouseFile, HouseFileError, Relation, open_house_file
from briefing.writers.docx.house.places import find_body_place, put_marking, words_of
from briefing.writers.docx.house.styles import bound_styles, merge_styles, rename_styles
from briefing.writers.docx.markup import NAMESPACES, XML_HEAD, paragraph
from briefing.writers.docx.package import zip_parts
from briefing.writers.docx.pages import marking_run

_PICTURES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".emf": "image/x-emf",
    ".wmf": "image/x-wmf",
}
_STORY_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_DOCUMENT, _STYLES, _NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_FIRST_PICTURE = 9001  # ours are counted from 1


@dataclass(frozen=True, slots=True)
class House:
    """A house style that may be used: the file, its page and its styles."""

    file: HouseFile
    page: HousePage
    looks: Looks

    @property
    def goes_on(self) -> bool:
        """Tell whether the file has text below the place of the briefing."""
        body = self.file.tree(self.file.main).find(f"{W}body")
        place = find_body_place(body)
        return place is not None and any(words_of(child) for child in body[place + 1 :])

    def theme(self, theme: Theme) -> Theme:
        """Return a theme with fonts, sizes and colours of the file."""
        return theme_of(self.looks, theme)


def read_house(content: bytes) -> House:
    """Read a house style; raises ExportError with what stops it and the remedy."""
    try:
        file = open_house_file(content)
        return House(file, read_page(file), read_looks(file))
    except HouseFileError as error:
        raise ExportError(f"The house style cannot be used. {error}") from error


@dataclass(slots=True)
class _Wardrobe:
    """The parts of our package while they change, and what was taken over from the house style so far."""

    parts: dict[str, bytes]
    file: HouseFile
    types: dict[str, str] = field(default_factory=dict)
    media: dict[str, str] = field(default_factory=dict)
    relations: dict[str, dict[str, tuple[str, str, bool]]] = field(default_factory=dict)
    pictures: int = _FIRST_PICTURE

    def keep(self, part: str, found: Relation) -> str:
        """Return our name for a relation of a part that may be taken over, or "" for any other."""
        known = self.relations.setdefault(part, {})
        if found.kind == "hyperlink" and found.external and safe_address(found.target):
            entry = (KIND + "hyperlink", safe_address(found.target), True)
        elif found.kind == "image" and not found.external and found.target in self.file.parts:
            name = self._picture(found.target)
            if not name:
                return ""
            entry = (KIND + "image", posixpath.relpath(name, "word"), False)
        else:
            return ""
        for identity, other in known.items():
            if other == entry:
                return identity
        identity = f"house{len(known) + 1}"
        known[identity] = entry
        return identity

    def _picture(self, source: str) -> str:
        ending = posixpath.splitext(source)[1].lower()
        if ending not in _PICTURES:
            return ""
        if source not in self.media:
            name = f"word/media/house{len(self.media) + 1}{ending}"
            self.parts[name] = without_metadata(self.file.parts[source])
            self.types[name] = _PICTURES[ending]
            self.media[source] = name
        return self.media[source]

    def take(self, root: Any, source: str, target: str) -> None:
        """Clean an element of the house style's part ``source`` for our part ``target``."""
        clean(root, self.file.relations(source), lambda found: self.keep(target, found))
        for properties in root.iter(f"{WP}docPr"):
            properties.set("id", str(self.pictures))
            if not properties.get("descr"):
                properties.set("descr", properties.get("title") or "Logo of the letterhead")
            self.pictures += 1


def dress(content: bytes, document: Document, house: House) -> bytes:
    """Return a Word file of ours in a house style; the same two give the same bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        wardrobe = _Wardrobe({name: archive.read(name) for name in archive.namelist()}, house.file)
    bound = bound_styles(wardrobe.parts[_STYLES])
    styles, renamed = merge_styles(wardrobe.parts[_STYLES], house.looks)
    styles, numbering, numbers = merge_numbering(styles, wardrobe.parts[_NUMBERING], house.file)
    wardrobe.parts |= {_STYLES: styles, _NUMBERING: numbering}
    for name in [name for name in wardrobe.parts if name.startswith("word/") and name.count("/") == 1]:
        if name.endswith(".xml") and name not in {_STYLES, _NUMBERING}:
            root = etree.fromstring(wardrobe.parts[name])
            rename_styles(root, renamed, bound)
            wardrobe.parts[name] = _written(root)
    body_root = etree.fromstring(wardrobe.parts[_DOCUMENT])
    _surround(body_root, wardrobe, numbers)
    _lay_out(body_root, document, house.page, wardrobe, renamed, numbers)
    wardrobe.parts[_DOCUMENT] = _written(body_root)
    _dye(wardrobe, house)
    _connect(wardrobe)
    return zip_parts(wardrobe.parts)


def _written(root: Any) -> bytes:
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r", "wp", "a", "pic"])
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _surround(root: Any, wardrobe: _Wardrobe, numbers: dict[str, str]) -> None:
    """Put the text of the house style before and after ours, where it has a place for the briefing."""
    source = wardrobe.file.tree(wardrobe.file.main).find(f"{W}body")
    place = find_body_place(source)
    if place is None:
        return
    children = list(source)
    before, after = etree.Element(f"{W}body"), etree.Element(f"{W}body")
    for holder, kept in ((before, children[:place]), (after, children[place + 1 :])):
        for child in kept:
            holder.append(deepcopy(child))
        wardrobe.take(holder, wardrobe.file.main, _DOCUMENT)
        _renumber(holder, numbers)
    body = root.find(f"{W}body")
    for position, child in enumerate(list(before)):
        body.insert(position, child)
    section = body[-1]
    for child in list(after):
        section.addprevious(child)


def _renumber(root: Any, numbers: dict[str, str]) -> None:
    for reference in list(root.iter(f"{W}numPr")):
        number = reference.find(f"{W}numId")
        known = numbers.get(number.get(f"{W}val")) if number is not None else None
        if known is None:
            reference.getparent().remove(reference)
        else:
            number.set(f"{W}val", known)


def _lay_out(
    root: Any,
    document: Document,
    page: HousePage,
    wardrobe: _Wardrobe,
    renamed: dict[str, str],
    numbers: dict[str, str],
) -> None:
    """Give each section paper and margins of the house style, and its headers and footers where it has some."""
    references = _take_stories(document, page, wardrobe, renamed, numbers) if page.stories else []
    for section in root.iter(f"{W}sectPr"):
        _set_measures(section, page)
        if not references:
            continue
        for old in [*section.findall(f"{W}headerReference"), *section.findall(f"{W}footerReference")]:
            section.remove(old)
        for position, (kind, which, identity) in enumerate(references):
            element = etree.Element(f"{W}{kind}Reference", {f"{W}type": which, f"{R}id": identity})
            section.insert(position, element)
        title = section.find(f"{W}titlePg")
        if title is not None and not page.first:
            section.remove(title)
    if references and page.even:
        settings = etree.fromstring(wardrobe.parts["word/settings.xml"])
        settings.find(f"{W}defaultTabStop").addnext(etree.Element(f"{W}evenAndOddHeaders"))
        wardrobe.parts["word/settings.xml"] = _written(settings)


def _set_measures(section: Any, page: HousePage) -> None:
    paper, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    for key, value in page.paper.items():
        paper.set(f"{W}{key}", str(value))
    if page.landscape:
        paper.set(f"{W}orient", "landscape")
    for key, value in page.margins.items():
        margins.set(f"{W}{key}", str(value))


def _take_stories(
    document: Document, page: HousePage, wardrobe: _Wardrobe, renamed: dict[str, str], numbers: dict[str, str]
) -> list[tuple[str, str, str]]:
    """Put the headers and footers of the house style in the place of ours; return kind, page and relation of each."""
    for name in [name for name in wardrobe.parts if name.startswith(("word/header", "word/footer"))]:
        del wardrobe.parts[name]
    found = []
    for kind in ("header", "footer"):
        for which in page.pages:
            name = f"word/{kind}{1 + page.pages.index(which)}.xml"
            source = page.stories.get((kind, which))
            element = "hdr" if kind == "header" else "ftr"
            root = wardrobe.file.tree(source) if source else etree.fromstring(f"<w:{element} {NAMESPACES}/>")
            marked = _mark(root, document, renamed)
            if source:
                wardrobe.take(root, source, name)
                root.attrib.pop(f"{COMPATIBILITY}Ignorable", None)
                _renumber(root, numbers)
            if not marked and document.marking:
                root.append(_marking_line(document, renamed))
            if not len(root):
                etree.SubElement(root, f"{W}p")
            wardrobe.parts[name] = _written(root)
            wardrobe.types[name] = _STORY_TYPE.format(kind)
            identity = f"house{kind.capitalize()}{which.capitalize()}"
            wardrobe.relations.setdefault(_DOCUMENT, {})[identity] = (KIND + kind, posixpath.basename(name), False)
            found.append((kind, which, identity))
    return found


def _mark(root: Any, document: Document, renamed: dict[str, str]) -> bool:
    runs = etree.fromstring(f"<w:p {NAMESPACES}>{marking_run(document)}</w:p>")
    rename_styles(runs, renamed)
    run = runs[0] if len(runs) else etree.Element(f"{W}r")
    return put_marking(root, run)


def _marking_line(document: Document, renamed: dict[str, str]) -> Any:
    """Return a line with the marking at the right, for a header or footer that has no place for it."""
    line = etree.fromstring(f"<w:p {NAMESPACES}>{paragraph('TableGap', marking_run(document))}</w:p>")[0]
    etree.SubElement(line.find(f"{W}pPr"), f"{W}jc").set(f"{W}val", "right")
    rename_styles(line, renamed)
    return line


def _dye(wardrobe: _Wardrobe, house: House) -> None:
    """Take the palette and fonts that Word offers for editing from the house style."""
    if house.looks.theme is None:
        return
    theme = deepcopy(house.looks.theme)
    if next((name for element in theme.iter() for name in element.attrib if name.startswith(R)), None):
        return  # it paints with pictures, which belong to no briefing
    for extension in list(theme.iter(f"{A}extLst")):
        extension.getparent().remove(extension)
    theme.attrib.pop(f"{COMPATIBILITY}Ignorable", None)
    wardrobe.parts["word/theme/theme1.xml"] = _written(theme)


def _connect(wardrobe: _Wardrobe) -> None:
    """Write where the parts lead and of what type they are."""
    parts = wardrobe.parts
    types = etree.fromstring(parts["[Content_Types].xml"])
    for element in list(types):
        name = element.get("PartName", "").lstrip("/")
        if name and name not in parts:
            types.remove(element)
    known = {element.get("PartName", "").lstrip("/") for element in types}
    for name, kind in sorted(wardrobe.types.items()):
        if name not in known:
            etree.SubElement(types, f"{TYPES}Override", {"PartName": f"/{name}", "ContentType": kind})
    parts["[Content_Types].xml"] = _plain(types)
    for part, entries in wardrobe.relations.items():
        folder, base = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        empty = f'{XML_HEAD}<Relationships xmlns="{RELATIONS[1:-1]}"/>'.encode()
        root = etree.fromstring(parts.get(path, empty))
        for element in list(root):
            target = posixpath.normpath(posixpath.join(folder, element.get("Target", "")))
            if element.get("TargetMode") != "External" and target.lstrip("/") not in parts and folder:
                root.remove(element)
        for identity, (kind, target, external) in entries.items():
            element = etree.SubElement(root, f"{RELATIONS}Relationship")
            element.set("Id", identity)
            element.set("Type", kind)
            element.set("Target", target)
            if external:
                element.set("TargetMode", "External")
        parts[path] = _plain(root)


def _plain(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
