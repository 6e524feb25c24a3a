"""What a document says, as pieces in their order: from the model, and from files read by programs of others.

A piece is its kind ("heading 1", "item", "cell", "text") with its words. Citations are read apart, since each format
has its own way to print a number, and so are notes, links and alternative texts. Paragraphs of running text that follow
each other are one piece: a format may break them differently.
"""

import difflib
import json
import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any, assert_never

import pypandoc
import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree
from lxml import html as lxml_html

from briefing.model.document import (
    Block,
    Callout,
    Cite,
    Contents,
    Document,
    EndNotes,
    Heading,
    Inlines,
    KeyFigures,
    Link,
    Listing,
    Picture,
    Prose,
    Quotation,
    Table,
)
from briefing.writers.addresses import safe_address
from tests.briefing.writers.pdf_reading import web_links

Piece = tuple[str, str]

# Signs that a font may lack and that are printed as their doubles, and those that show nothing.
_DOUBLES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2212": "–", "\u2015": "—", "\u02bc": "’", "\u02bb": "‘"})
_HIDDEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_UNSEEN = frozenset({"Cc", "Cs", "Cn", "Zl", "Zp"})
_NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class Outline:
    """All that a document says: its pieces, the numbers cited, the notes, the links with their words, the pictures."""

    pieces: list[Piece] = field(default_factory=list)
    cited: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def whole(self) -> "Outline":
        """Return the outline with paragraphs that follow each other put together, and empty pieces left out."""
        pieces: list[Piece] = []
        for kind, group in groupby((piece for piece in self.pieces if piece[1]), key=lambda piece: piece[0]):
            texts = [text for _, text in group]
            pieces += [(kind, " ".join(texts))] if kind == "text" else [(kind, text) for text in texts]
        return Outline(pieces, self.cited, self.notes, self.links, self.pictures)


def tidy(text: str) -> str:
    """Return words as any reader shows them: composed, on one line, every blank alike, without what shows nothing."""
    shown = "".join(
        sign if unicodedata.category(sign) not in _UNSEEN else " " if sign.isspace() else "" for sign in text
    )
    return " ".join(_HIDDEN.sub("", unicodedata.normalize("NFKC", shown).translate(_DOUBLES)).split())


# ---- the model


def of_document(document: Document) -> Outline:
    """Return what a document says below its masthead."""
    outline = Outline()
    for block in document.blocks:
        _add_block(outline, block)
    return outline.whole()


def _add_block(outline: Outline, block: Block) -> None:  # noqa: C901, PLR0912 (a branch for each kind)
    def add(kind: str, inlines: Inlines) -> None:
        outline.pieces.append((kind, _said(outline, inlines)))

    match block:
        case Heading():
            outline.pieces.append((f"heading {block.level}", tidy(block.text)))
        case Contents():
            outline.pieces.append(("text", tidy(block.heading)))
            outline.pieces += [("text", tidy(entry.text)) for entry in block.entries]
        case Prose():
            add("text", block.inlines)
        case Callout():
            outline.pieces.append(("text", tidy(block.label)))
            for prose in block.paragraphs:
                add("text", prose.inlines)
        case KeyFigures():
            for figure in block.figures:
                outline.pieces.append(("text", tidy(figure.value)))
                add("text", figure.caption)
        case Listing():
            for item in block.items:
                add("item", item.inlines)
                add("text", item.detail)
        case Table():
            outline.pieces.append(("text", tidy(block.caption)))
            outline.pieces += [("cell", tidy(column.header)) for column in block.columns]
            for row in block.rows:
                for cell in row.cells:
                    add("cell", cell)
        case Picture():
            outline.pictures += [words for words in (tidy(block.alternative),) if words]
            outline.pieces.append(("text", tidy(block.caption)))
        case EndNotes():
            for note in block.notes:
                head = f"{note.words}. " if note.words else ""
                outline.notes.append(tidy(head + _said(outline, note.inlines)))
        case Quotation():
            add("text", block.label)
            outline.pieces.append(("text", tidy(block.text)))
        case _:
            assert_never(block)


def _said(outline: Outline, inlines: Inlines) -> str:
    """Return the words of a paragraph; its citations and links are noted."""
    words = ""
    for inline in inlines:
        if isinstance(inline, Cite):
            outline.cited += inline.numbers
            words += "".join(text for text, _ in inline.in_brackets)
            continue
        words += inline.text
        if isinstance(inline, Link) and safe_address(inline.url):
            outline.links.append(safe_address(inline.url))
    return tidy(words)


# ---- Word, read by pandoc


def of_word(data: bytes, folder: Path) -> Outline:
    """Return what pandoc finds in a Word file; what stands in its masthead is left out."""
    file = folder / "read.docx"
    file.write_bytes(data)
    command = [pypandoc.get_pandoc_path(), str(file), "-f", "docx+styles", "-t", "json"]
    blocks = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["blocks"]
    outline = Outline()
    for block in blocks:
        _add_word(outline, block, style="", kind="text")
    return outline.whole()


_MASTHEAD = re.compile(r"Title|Briefing (?:Product|Unit|Issue|Kicker|Meta)")


def _add_word(outline: Outline, block: Any, *, style: str, kind: str) -> None:  # noqa: C901, PLR0912 (a branch for each kind)
    content = block.get("c")
    match block["t"]:
        case "Div":
            style = dict(content[0][2]).get("custom-style", style)
            for child in content[1]:
                _add_word(outline, child, style=style, kind=kind)
        case "Header":
            outline.pieces.append((f"heading {content[0]}", _word_text(outline, content[2])))
        case "Para" | "Plain":
            if not _MASTHEAD.fullmatch(style):
                shown = "text" if style.startswith("Briefing Key Figure") else kind
                outline.pieces.append((shown, _word_text(outline, content)))
        case "BulletList":
            for item in content:
                _add_item(outline, item, style)
        case "OrderedList":
            for item in content[1]:
                _add_item(outline, item, style)
        case "Table":
            for child in content[1][1]:
                _add_word(outline, child, style=style, kind="text")
            for row in (*content[3][1], *(row for body in content[4] for row in (*body[2], *body[3]))):
                for cell in row[1]:
                    for child in cell[4]:
                        _add_word(outline, child, style=style, kind="cell")
        case "BlockQuote":
            for child in content:
                _add_word(outline, child, style=style, kind=kind)
        case other:
            raise AssertionError(f"pandoc found a block of the kind {other}")


def _add_item(outline: Outline, item: list[Any], style: str) -> None:
    for place, child in enumerate(item):
        _add_word(outline, child, style=style, kind="text" if place else "item")


def _word_text(outline: Outline, inlines: list[Any]) -> str:
    return tidy("".join(_word_words(outline, inline) for inline in inlines))


def _word_words(outline: Outline, inline: Any) -> str:  # noqa: C901, PLR0911, PLR0912 (a branch for each kind)
    content = inline.get("c")
    match inline["t"]:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Note":
            outline.cited.append(len(outline.notes) + 1)
            note = Outline()
            for block in content:
                _add_word(note, block, style="", kind="text")
            outline.notes.append(" ".join(text for _, text in note.pieces))
            outline.links += note.links
            return ""
        case "Superscript":
            outline.cited += [int(number) for number in _NUMBER.findall(_word_text(Outline(), content))]
            return ""
        case "Span":
            style = dict(content[0][2]).get("custom-style", "").casefold()
            if "marking" in style:  # belongs to the page, like its head and foot
                return ""
            if style == "endnote reference":
                outline.cited += [int(number) for number in _NUMBER.findall(_word_text(Outline(), content[1]))]
                return ""
            return "".join(_word_words(outline, child) for child in content[1])
        case "Link":
            if not content[2][0].startswith("#"):
                outline.links.append(content[2][0])
            return "".join(_word_words(outline, child) for child in content[1])
        case "Image":
            outline.pictures += [words for words in (_word_text(outline, content[1]),) if words]
            return ""
        case "Quoted":
            opening, closing = ("“", "”") if content[0]["t"] == "DoubleQuote" else ("‘", "’")
            return opening + "".join(_word_words(outline, child) for child in content[1]) + closing
        case "Strong" | "Emph" | "Underline" | "SmallCaps" | "Strikeout" | "Subscript":
            return "".join(_word_words(outline, child) for child in content)
        case other:
            raise AssertionError(f"pandoc found words of the kind {other}")


# ---- PDF, read by poppler from its structure


@dataclass(slots=True)
class _Node:
    """An element of the structure; its children are elements and texts."""

    kind: str
    children: "list[_Node | str]" = field(default_factory=list)

    def nodes(self) -> "list[_Node]":
        return [child for child in self.children if isinstance(child, _Node)]


def of_pdf(data: bytes, folder: Path) -> Outline:
    """Return what poppler finds in the structure of a PDF below its masthead; alternative texts are pdfium's."""
    file = folder / "read.pdf"
    file.write_bytes(data)
    printed = subprocess.run(["pdfinfo", "-struct-text", str(file)], capture_output=True, check=True).stdout
    outline = Outline(pictures=_alternatives(data), links=web_links(data))
    blocks = _tree(printed.decode("utf-8")).nodes()
    title = next((place for place, node in enumerate(blocks) if node.kind == "H1"), -1)
    blocks = blocks[title + 2 :]
    for node, following in zip_longest(blocks, blocks[1:]):
        contents = following is not None and following.kind == "TOC"
        _add_element(outline, _Node("P", node.children) if contents else node, "text")
    return outline.whole()


def _tree(printed: str) -> _Node:
    """Make a tree of what pdfinfo prints: an element or a text a line, deeper by two blanks."""
    root = _Node("Document")
    path: list[tuple[int, _Node]] = [(-1, root)]
    for line in printed.split("\n"):
        words = line.strip()
        depth = len(line) - len(line.lstrip(" "))
        if not words or words.startswith(("/", "Object ")):
            continue
        while path[-1][0] >= depth:
            path.pop()
        if words.startswith('"'):
            path[-1][1].children.append(words[1:-1])
            continue
        node = _Node(re.split(r"[ :]", words, maxsplit=1)[0])
        path[-1][1].children.append(node)
        path.append((depth, node))
    return root.nodes()[0] if root.nodes() else root


def _add_element(outline: Outline, node: _Node, kind: str) -> None:
    match node.kind:
        case "H1" | "H2" | "H3" | "H4":
            outline.pieces.append((f"heading {int(node.kind[1]) - 1}", _element_text(outline, node)))
        case "P" | "Caption":
            outline.pieces.append((kind, _element_text(outline, node)))
        case "TH" | "TD":
            outline.pieces.append(("cell", _element_text(outline, node)))
        case "TOCI":
            entry = next(child for reference in node.nodes() for child in reference.nodes())
            outline.pieces.append(("text", tidy(_element_text(Outline(), entry))))
        case "LI":
            _add_list_item(outline, node)
        case "Lbl" | "Figure" | "Artifact":
            return
        case _:
            for child in node.nodes():
                _add_element(outline, child, kind)


def _add_list_item(outline: Outline, item: _Node) -> None:
    """Add an item: its first paragraph, and what stands below it; a note is one whose number leads back."""
    label = next((child for child in item.nodes() if child.kind == "Lbl"), None)
    body = next((child for child in item.nodes() if child.kind == "LBody"), item)
    if label is not None and any(child.kind == "Link" for child in label.nodes()):
        outline.notes.append(_element_text(Outline(), body))
        return
    parts = [child for child in body.nodes() if child.kind == "P"]
    outline.pieces.append(("item", _element_text(outline, parts[0] if parts else body)))
    outline.pieces += [("text", _element_text(outline, part)) for part in parts[1:]]


def _element_text(outline: Outline, node: _Node) -> str:
    return tidy(_element_words(outline, node))


def _element_words(outline: Outline, node: _Node) -> str:
    """Return the words of an element; numbers that lead to notes, and the commas between them, are citations."""
    words, after_number = "", False
    for child in node.children:
        if isinstance(child, str):
            if not (after_number and tidy(child) == ","):
                words += child
                after_number = False
            continue
        text = _element_words(outline, child)
        if child.kind == "Link" and _NUMBER.fullmatch(tidy(text)):
            outline.cited.append(int(tidy(text)))
            words += " " * text.endswith(" ")  # the space at the end of a line
            after_number = True
        else:
            words += text
    return words


def _alternatives(data: bytes) -> list[str]:
    found: list[str] = []
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
            for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                found += _figures(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place))
            pdfium.FPDF_StructTree_Close(tree)
    finally:
        document.close()
    return list(dict.fromkeys(found))


def _figures(element: Any) -> Iterator[str]:
    length = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
    if length > 2:  # the two bytes that end an empty text
        buffer = pypdfium2.raw.ctypes.create_string_buffer(length)
        pdfium.FPDF_StructElement_GetAltText(element, buffer, length)
        yield tidy(buffer.raw[: length - 2].decode("utf-16-le"))
    for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:
            yield from _figures(child)


# ---- HTML, read by lxml


def of_html(data: bytes) -> Outline:
    """Return what an HTML reader finds in the main part of the file."""
    outline = Outline()
    (main,) = lxml_html.document_fromstring(data.decode("utf-8")).iter("main")
    for child in main:
        _add_tag(outline, child)
    return outline.whole()


def _add_tag(outline: Outline, node: Any) -> None:
    match node.tag:
        case "h2" if node.getparent().tag == "nav":
            outline.pieces.append(("text", _tag_text(outline, node)))
        case "h2" | "h3":
            outline.pieces.append((f"heading {int(node.tag[1]) - 1}", _tag_text(outline, node)))
        case "p" | "caption" | "figcaption" | "blockquote" | "dt" | "dd":
            outline.pieces.append(("text", _tag_text(outline, node)))
        case "th" | "td":
            outline.pieces.append(("cell", _tag_text(outline, node)))
        case "li":
            _add_html_item(outline, node)
        case "svg":
            outline.pictures += [words for words in (tidy(node.get("aria-label")),) if words]
        case _:
            for child in node:
                _add_tag(outline, child)


def _add_html_item(outline: Outline, item: Any) -> None:
    if (item.get("id") or "").startswith("note-"):
        outline.notes.append(_tag_text(outline, item).removesuffix("↑").rstrip())
        return
    if item.getparent().getparent().tag == "nav":
        outline.pieces.append(("text", _tag_text(outline, item)))
        return
    details = list(item.iter("small"))
    below = [_tag_text(outline, detail) for detail in details]
    for detail in details:
        detail.drop_tree()
    outline.pieces += [("item", _tag_text(outline, item)), *(("text", text) for text in below)]


def _tag_text(outline: Outline, node: Any) -> str:
    copied = etree.fromstring(etree.tostring(node, with_tail=False))
    for number in copied.iter("sup"):
        outline.cited += [int(found) for found in _NUMBER.findall("".join(number.itertext()))]
        tail = number.tail
        number.clear()
        number.tail = tail
    outline.links += [link.get("href") for link in copied.iter("a") if link.get("rel")]
    return tidy("".join(copied.itertext()))


def differences(expected: Outline, found: Outline, *, folded: bool = False) -> list[str]:
    """Return in words what one outline has and the other has not, in whatever part; links in any order.

    With ``folded`` capitals are no difference: the PDF sets small heads in them.
    """
    said = [_folded(each.pieces) if folded else each.pieces for each in (expected, found)]
    parts: Iterable[tuple[str, list[Any], list[Any]]] = (
        ("said", said[0], said[1]),
        ("cited", expected.cited, found.cited),
        ("notes", expected.notes, found.notes),
        ("links", sorted(expected.links), sorted(found.links)),
        ("pictures", expected.pictures, found.pictures),
    )
    lines = []
    for name, one, two in parts:
        compared = difflib.unified_diff([*map(str, one)], [*map(str, two)], "model", "file", lineterm="", n=0)
        lines += [f"{name}: {line}" for line in compared if line[:2] not in {"--", "++", "@@"}]
    return lines


def _folded(pieces: list[Piece]) -> list[Piece]:
    return [(kind, text.casefold()) for kind, text in pieces]
