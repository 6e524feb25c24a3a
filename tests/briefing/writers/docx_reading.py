"""A reader of Word files for the tests, and a list of faults that no validator at hand finds."""

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_NUMBERS = {"EndnoteReference", "EndnoteNumber", "NoteMarking"}
_STORIES = ("document", "endnotes", "comments", "header1", "header2", "footer1", "footer2")


class WordFile:
    """The parts of a .docx file, read from its bytes."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def tree(self, name: str) -> Any:
        """Return the root element of a part of the word folder."""
        return etree.fromstring(self.parts[f"word/{name}.xml"])

    def stories(self) -> list[str]:
        """Return the names of the parts that hold paragraphs."""
        return [name for name in _STORIES if f"word/{name}.xml" in self.parts]

    def words(self) -> list[str]:
        """Return all words of the body and then of Word's endnotes, without the numbers and markings of notes."""
        names = [name for name in ("document", "endnotes") if name in self.stories()]
        texts = [paragraph_text(paragraph) for name in names for paragraph in self._paragraphs(name)]
        return " ".join(texts).split()

    def _paragraphs(self, name: str) -> Iterator[Any]:
        yield from self.tree(name).iter(f"{W}p")

    def styled(self, style: str) -> list[str]:
        """Return the texts of the body's paragraphs in one style."""
        return [paragraph_text(p) for p in self._paragraphs("document") if style_of(p) == style]

    def styled_runs(self, style: str) -> Iterator[tuple[str, Any]]:
        """Yield the text and the properties of each run in the body's paragraphs of one style."""
        for paragraph in self._paragraphs("document"):
            for run in paragraph.iter(f"{W}r") if style_of(paragraph) == style else ():
                yield "".join(run.itertext()), run.find(f"{W}rPr")

    def faults(self) -> list[str]:
        """Return what would make Word repair the file, or show something wrong, in one line each."""
        faults = [fault for name in self.stories() for fault in self._story_faults(name)]
        return faults + self._relation_faults() + self._content_type_faults()

    def _story_faults(self, name: str) -> Iterator[str]:
        tree = self.tree(name)
        yield from _text_faults(tree)
        yield from _field_faults(tree)
        yield from _anchor_faults(tree, self.tree("document"))
        yield from _identity_faults(tree)
        yield from _table_faults(tree)
        known = {style.get(f"{W}styleId") for style in self.tree("styles").iter(f"{W}style")}
        used = {node.get(f"{W}val") for kind in ("pStyle", "rStyle", "tblStyle") for node in tree.iter(W + kind)}
        yield from (f"style {style} is not defined" for style in sorted(used - known))
        counters = {node.get(f"{W}numId") for node in self.tree("numbering").iter(f"{W}num")}
        lists = {node.get(f"{W}val") for node in tree.iter(f"{W}numId")}
        yield from (f"list {number} is not defined" for number in sorted(lists - counters))

    def _relation_faults(self) -> list[str]:
        faults = []
        for name in self.stories():
            targets = self._relations(name)
            used = {value for node in self.tree(name).iter() for key, value in node.attrib.items() if key.startswith(R)}
            faults += [f"{name}: relation {number} is missing" for number in sorted(used - set(targets))]
            faults += [f"{name}: part {target} is missing" for target in targets.values() if target not in self.parts]
        return faults

    def _relations(self, name: str) -> dict[str, str]:
        path = f"word/_rels/{name}.xml.rels"
        nodes = etree.fromstring(self.parts[path]) if path in self.parts else []
        inner = {node.get("Id"): posixpath.normpath(f"word/{node.get('Target')}") for node in nodes}
        outer = {node.get("Id"): "word/document.xml" for node in nodes if node.get("TargetMode") == "External"}
        return inner | outer

    def _content_type_faults(self) -> list[str]:
        types = etree.fromstring(self.parts["[Content_Types].xml"])
        endings = {node.get("Extension") for node in types}
        names = {node.get("PartName") for node in types}
        untyped = [part for part in self.parts if f"/{part}" not in names and part.rpartition(".")[2] not in endings]
        return [f"{part} has no content type" for part in untyped if part != "[Content_Types].xml"]


def style_of(paragraph: Any) -> str | None:
    """Return the id of a paragraph's style."""
    node = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if node is None else str(node.get(f"{W}val"))


def paragraph_text(paragraph: Any) -> str:
    """Return the words of a paragraph without the numbers of citations and notes and without their markings."""
    text = ""
    for node in paragraph.iter(f"{W}t", f"{W}tab"):
        style = node.getparent().find(f"{W}rPr/{W}rStyle")
        if style is None or style.get(f"{W}val") not in _NUMBERS:
            text += node.text or "" if node.tag == f"{W}t" else " "
    return text.replace("\u200e", "")  # it keeps words in their order and is none itself


def citations(paragraph: Any) -> str:
    """Return the citations of a paragraph as a reader sees them, with the numbers that Word counts itself."""
    shown = ""
    for run in paragraph.iter(f"{W}r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        if style is not None and style.get(f"{W}val") == "EndnoteReference":
            shown += "".join(node.get(f"{W}id") for node in run.iter(f"{W}endnoteReference"))
            shown += "".join(node.text or "" for node in run.iter(f"{W}t"))
    return shown


def _text_faults(tree: Any) -> Iterator[str]:
    for node in tree.iter(f"{W}t"):
        if set("\n\r\t") & set(node.text or ""):
            yield f"a line end or tab stands in the text {node.text!r}"


def _field_faults(tree: Any) -> Iterator[str]:
    for paragraph in tree.iter(f"{W}p"):
        kinds = [node.get(f"{W}fldCharType") for node in paragraph.iter(f"{W}fldChar")]
        if kinds != ["begin", "separate", "end"] * (len(kinds) // 3):
            yield f"a field is not closed: {kinds}"


def _anchor_faults(tree: Any, body: Any) -> Iterator[str]:
    names = {node.get(f"{W}name") for node in body.iter(f"{W}bookmarkStart")}
    wanted = {node.get(f"{W}anchor") for node in tree.iter(f"{W}hyperlink")} - {None}
    instructions = [(node.text or "").split() for node in tree.iter(f"{W}instrText")]
    wanted |= {words[1] for words in instructions if words[0] == "NOTEREF"}
    yield from (f"nothing is called {name}" for name in sorted(wanted - names))


def _identity_faults(tree: Any) -> Iterator[str]:
    for tag, key in ((f"{WP}docPr", "id"), (f"{W}bookmarkStart", f"{W}id"), (f"{W}bookmarkStart", f"{W}name")):
        counts = Counter(node.get(key) for node in tree.iter(tag))
        yield from (f"{tag} {value} stands {count} times" for value, count in counts.items() if count > 1)
    starts = {node.get(f"{W}id") for node in tree.iter(f"{W}bookmarkStart")}
    ends = {node.get(f"{W}id") for node in tree.iter(f"{W}bookmarkEnd")}
    yield from (f"bookmark {number} has one end only" for number in sorted(starts ^ ends))


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
