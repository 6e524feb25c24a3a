"""Faults of a Word file that the validators at hand do not find, and what hinders a reader who cannot see.

Every rule is proven by a file that was spoiled on purpose, in test_docx_lint.py.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_STORIES = ("document", "endnotes", "comments", "header1", "header2", "footer1", "footer2")
_REFERRING = {"NOTEREF", "REF", "PAGEREF"}
_EMPTY_WORDS = {"here", "click here", "link", "more"}
_LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3

Parts = Mapping[str, bytes]


def story_names(parts: Parts) -> list[str]:
    """Return the names of the parts that hold paragraphs."""
    return [name for name in _STORIES if f"word/{name}.xml" in parts]


def tree_of(parts: Parts, name: str) -> Any:
    """Return the root element of a part of the word folder."""
    return etree.fromstring(parts[f"word/{name}.xml"])


def faults_of(parts: Parts) -> list[str]:
    """Return what would make Word repair the file, or show something wrong, in one line each."""
    trees = {name: tree_of(parts, name) for name in story_names(parts)}
    body, styles = trees["document"], tree_of(parts, "styles")
    faults: list[str] = []
    for tree in trees.values():
        faults += _text_faults(tree)
        faults += _field_faults(tree)
        faults += _anchor_faults(tree, body)
        faults += _style_faults(tree, styles)
        faults += _list_faults(tree, tree_of(parts, "numbering"))
        faults += _table_faults(tree)
    faults += _identity_faults(list(trees.values()))
    faults += _reference_faults(trees)
    faults += _base_faults(styles)
    return faults + _relation_faults(parts) + _content_type_faults(parts)


def hindrances_of(parts: Parts) -> list[str]:
    """Return what keeps a screen reader from telling the document, or an eye from reading it, in one line each."""
    body, styles = tree_of(parts, "document"), tree_of(parts, "styles")
    core = etree.fromstring(parts["docProps/core.xml"])
    found = [] if (core.findtext(f"{_DC}title") or "").strip() else ["the file has no title"]
    language = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    found += [] if language is not None and language.get(f"{W}val") else ["the text has no language"]
    found += _heading_hindrances(body, styles)
    found += _picture_hindrances(body)
    found += _header_hindrances(body)
    found += _link_hindrances(body)
    return [*found, *_contrast_hindrances(styles)]


def _text_faults(tree: Any) -> Iterator[str]:
    for node in tree.iter(f"{W}t"):
        if set("\n\r\t") & set(node.text or ""):
            yield f"a line end or tab stands in the text {node.text!r}"


def _field_faults(tree: Any) -> Iterator[str]:
    """Tell of fields that are not closed; a field may hold others and reach over paragraphs."""
    open_fields: list[str] = []
    for node in tree.iter(f"{W}fldChar"):
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append(kind)
        elif kind == "separate" and open_fields[-1:] == ["begin"]:
            open_fields[-1] = kind
        elif kind == "end" and open_fields[-1:] == ["separate"]:
            open_fields.pop()
        else:
            yield f"a field has {kind} in the wrong place"
    if open_fields:
        yield f"a field is not closed: {open_fields}"


def _anchor_faults(tree: Any, body: Any) -> Iterator[str]:
    names = {node.get(f"{W}name") for node in body.iter(f"{W}bookmarkStart")}
    wanted = {node.get(f"{W}anchor") for node in tree.iter(f"{W}hyperlink")} - {None}
    instructions = [(node.text or "").split() for node in tree.iter(f"{W}instrText")]
    wanted |= {words[1] for words in instructions if words[0] in _REFERRING}
    yield from (f"nothing is called {name}" for name in sorted(wanted - names))


def _style_faults(tree: Any, styles: Any) -> Iterator[str]:
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {node.get(f"{W}val") for kind in ("pStyle", "rStyle", "tblStyle") for node in tree.iter(W + kind)}
    yield from (f"style {style} is not defined" for style in sorted(used - known))


def _base_faults(styles: Any) -> Iterator[str]:
    known = Counter(style.get(f"{W}styleId") for style in styles.iter(f"{W}style"))
    yield from (f"style {style} is defined {count} times" for style, count in known.items() if count > 1)
    used = {node.get(f"{W}val") for kind in ("basedOn", "next", "link") for node in styles.iter(W + kind)}
    yield from (f"style {style} is not defined" for style in sorted(used - set(known)))


def _list_faults(tree: Any, numbering: Any) -> Iterator[str]:
    counters = {node.get(f"{W}numId") for node in numbering.iter(f"{W}num")}
    lists = {node.get(f"{W}val") for node in tree.iter(f"{W}numId")}
    yield from (f"list {number} is not defined" for number in sorted(lists - counters))


def _table_faults(tree: Any) -> Iterator[str]:
    for table in tree.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        yield from (
            f"a row has {len(row.findall(f'{W}tc'))} cells in {columns} columns"
            for row in table.findall(f"{W}tr")
            if len(row.findall(f"{W}tc")) != columns
        )
        if table.getnext() is None or table.getnext().tag != f"{W}p":
            yield "no paragraph stands below a table"
    for cell in tree.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"


def _identity_faults(trees: list[Any]) -> Iterator[str]:
    for tag, key in ((f"{WP}docPr", "id"), (f"{W}bookmarkStart", f"{W}id"), (f"{W}bookmarkStart", f"{W}name")):
        counts = Counter(node.get(key) for tree in trees for node in tree.iter(tag))
        name = etree.QName(tag).localname
        yield from (f"{name} {value} stands {count} times" for value, count in counts.items() if count > 1)
    starts = {node.get(f"{W}id") for tree in trees for node in tree.iter(f"{W}bookmarkStart")}
    ends = {node.get(f"{W}id") for tree in trees for node in tree.iter(f"{W}bookmarkEnd")}
    yield from (f"bookmark {number} has one end only" for number in sorted(starts ^ ends))


def _reference_faults(trees: Mapping[str, Any]) -> Iterator[str]:
    """Tell of notes and comments that nothing refers to, or that are missing; each has one place in the text."""
    body = trees["document"]
    for part, kind in (("endnotes", "endnote"), ("comments", "comment")):
        made = trees[part].iter(f"{W}{kind}") if part in trees else ()
        known = [node.get(f"{W}id") for node in made if node.get(f"{W}type") is None]
        used = [node.get(f"{W}id") for node in body.iter(f"{W}{kind}Reference")]
        if sorted(known) != sorted(used):
            yield f"{part} {sorted(known)} are referred to as {sorted(used)}"
    for edge in ("commentRangeStart", "commentRangeEnd"):
        places = sorted(node.get(f"{W}id") for node in body.iter(f"{W}{edge}"))
        if places != sorted(node.get(f"{W}id") for node in body.iter(f"{W}commentReference")):
            yield f"a comment lacks its {edge}"


def _relation_faults(parts: Parts) -> list[str]:
    faults = []
    for name in [*story_names(parts), "fontTable"]:
        targets = _relations(parts, name)
        nodes = tree_of(parts, name).iter()
        used = {value for node in nodes for key, value in node.attrib.items() if key.startswith(R)}
        faults += [f"{name}: relation {number} is missing" for number in sorted(used - set(targets))]
        faults += [f"{name}: part {target} is missing" for target in targets.values() if target not in parts]
    return faults


def _relations(parts: Parts, name: str) -> dict[str, str]:
    path = f"word/_rels/{name}.xml.rels"
    nodes = etree.fromstring(parts[path]) if path in parts else []
    inner = {node.get("Id"): posixpath.normpath(f"word/{node.get('Target')}") for node in nodes}
    outer = {node.get("Id"): "word/document.xml" for node in nodes if node.get("TargetMode") == "External"}
    return inner | outer


def _content_type_faults(parts: Parts) -> list[str]:
    types = etree.fromstring(parts["[Content_Types].xml"])
    endings = {node.get("Extension") for node in types}
    names = {node.get("PartName") for node in types}
    untyped = [part for part in parts if f"/{part}" not in names and part.rpartition(".")[2] not in endings]
    return [f"{part} has no content type" for part in untyped if part != "[Content_Types].xml"]


def _heading_hindrances(body: Any, styles: Any) -> Iterator[str]:
    levels = {
        style.get(f"{W}styleId"): int(level.get(f"{W}val")) + 1
        for style in styles.iter(f"{W}style")
        if (level := style.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    above = 0
    for style in body.iter(f"{W}pStyle"):
        level = levels.get(style.get(f"{W}val"))
        if level is None:
            continue
        if level > above + 1:
            yield f"a heading of level {level} stands below one of level {above}"
        above = level


def _picture_hindrances(body: Any) -> Iterator[str]:
    for properties in body.iter(f"{WP}docPr"):
        if not (properties.get("descr") or "").strip():
            yield f"picture {properties.get('id')} has no alternative text"


def _header_hindrances(body: Any) -> Iterator[str]:
    for place, table in enumerate(body.iter(f"{W}tbl"), 1):
        rows = table.findall(f"{W}tr")
        if len(rows) > 1 and rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield f"table {place} has no header row"
        if table.find(f".//{W}gridSpan") is not None or table.find(f".//{W}vMerge") is not None:
            yield f"table {place} has merged cells"


def _link_hindrances(body: Any) -> Iterator[str]:
    for link in body.iter(f"{W}hyperlink"):
        words = "".join(node.text or "" for node in link.iter(f"{W}t")).strip().lower()
        if not words or words in _EMPTY_WORDS:
            yield f"a link says only {words!r}"


def _contrast_hindrances(styles: Any) -> Iterator[str]:
    """Tell of styles whose words do not stand out from their ground; a style without shading stands on white."""
    for style in styles.iter(f"{W}style"):
        colour, ground = style.find(f"{W}rPr/{W}color"), style.find(f".//{W}shd")
        if colour is None:
            continue
        pair = (colour.get(f"{W}val"), "FFFFFF" if ground is None else ground.get(f"{W}fill"))
        if _contrast(*pair) < _LEAST_CONTRAST:
            yield f"style {style.get(f'{W}styleId')} has {pair[0]} on {pair[1]}"


def _contrast(first: str, second: str) -> float:
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(value: str) -> float:
    channels = [int(part, 16) / 255 for part in re.findall("..", value)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
