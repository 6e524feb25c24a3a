"""The structure tree written into the file, and the marks that tie the pages' content to it."""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFString
from reportlab.pdfgen.canvas import Canvas

from briefing.writers.pdf.archive import end_stream_of
from briefing.writers.pdf.tagging import Element, LinkArea, Mark

# Cells and labels stay in the tree even if nothing is drawn in them.
_KEPT_EMPTY = frozenset({"TD", "TH", "TR"})


class Structure:
    """Counts the marks of each page while it is painted and writes the tree at the end."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._marks: list[Element] = []
        # index in the parent tree -> the elements of a page's marks, or the element of a link
        self._parents: list[list[Element] | Element] = []
        self._references: dict[Element, str] = {}

    def mark(self, element: Element, canvas: Canvas) -> str:
        """Open a stretch of content that belongs to ``element``: return the operator."""
        number = len(self._marks)
        self._marks.append(element)
        element.children.append(Mark(canvas.getPageNumber() - 1, number))
        # what copies text looks here, what reads it aloud in the structure
        actual = f"/ActualText <FEFF{element.actual.encode('utf-16-be').hex()}>" if element.actual else ""
        return f"/{element.kind} <</MCID {number}{actual}>> BDC"

    def add_link(self, element: Element, canvas: Canvas, name: str) -> int:
        """Tie the link annotation ``name`` to its element and return its number in the parent tree."""
        element.children.append(LinkArea(canvas.getPageNumber() - 1, name))
        self._parents.append(element)
        return len(self._parents) - 1

    def end_page(self, canvas: Canvas) -> None:
        """Give the page just shown its number in the parent tree."""
        page = canvas._doc.Pages[-1]  # noqa: SLF001 (no public way)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = PDFName("S")
        end_stream_of(page)
        if self._marks:
            page.StructParents = len(self._parents)
            self._parents.append(self._marks)
        self._marks = []

    def write(self, canvas: Canvas) -> None:
        """Write tree and parent tree into the file."""
        document = canvas._doc  # noqa: SLF001 (no public way)
        tree = _Written()
        own = _number(document, tree)
        root = self._written(self._root, own, document)
        numbers = " ".join(
            f"{place} {self._parent_entry(parent, document)}" for place, parent in enumerate(self._parents)
        )
        parents = _number(document, _Written(f"<< /Nums [{numbers}] >>"))
        tree.text = (
            f"<< /Type /StructTreeRoot /K [{root}] /ParentTree {parents} /ParentTreeNextKey {len(self._parents)} >>"
        )
        catalog = document.Catalog
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _parent_entry(self, parent: list[Element] | Element, document: Any) -> str:
        if isinstance(parent, Element):
            return self._references[parent]
        marks = " ".join(self._references[element] for element in parent)
        return _number(document, _Written(f"[{marks}]"))

    def _written(self, element: Element, parent: str, document: Any) -> str:
        """Write an element with all below it and return the reference to it."""
        entry = _Written()
        reference = self._references[element] = _number(document, entry)
        kids: list[str] = []
        home = next((child.page for child in element.children if isinstance(child, Mark)), None)
        for child in element.children:
            if isinstance(child, Element):
                if _has_content(child):
                    kids.append(self._written(child, reference, document))
            elif isinstance(child, LinkArea):
                annotation = _reference(document, document.annotationName(child.name))
                kids.append(f"<< /Type /OBJR /Obj {annotation} /Pg {_page(child.page, document)} >>")
            elif child.page == home:
                kids.append(str(child.number))
            else:
                kids.append(f"<< /Type /MCR /Pg {_page(child.page, document)} /MCID {child.number} >>")
        where = "" if home is None else f" /Pg {_page(home, document)}"
        inside = kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"
        entry.text = f"<< /S /{element.kind} /P {parent}{where} /K {inside}{_attributes(element, document)} >>"
        return reference


class _Written(PDFObject):  # type: ignore[misc]
    """An object whose text is known: for many small ones reportlab's own dictionaries take most of the time."""

    __RefOnly__ = 1

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, _document: Any) -> bytes:
        """Return the text as it stands in the file."""
        return self.text.encode("latin-1")


def _number(document: Any, thing: _Written) -> str:
    return _reference(document, document.Reference(thing).name)


def _reference(document: Any, name: str) -> str:
    number, generation = document.idToObjectNumberAndVersion[name]
    return f"{number} {generation} R"


def _has_content(element: Element) -> bool:
    return element.kind in _KEPT_EMPTY or any(
        not isinstance(child, Element) or _has_content(child) for child in element.children
    )


def _attributes(element: Element, document: Any) -> str:
    written = ""
    if element.alternative:
        written += f" /Alt {PDFString(element.alternative).format(document).decode('latin-1')}"
    if element.scope:
        written += f" /A << /O /Table /Scope /{element.scope} >>"
    if element.box:
        box = " ".join(f"{value:.2f}" for value in element.box)
        written += f" /A << /O /Layout /Placement /Block /BBox [{box}] >>"
    return written


def _page(number: int, document: Any) -> str:
    return _reference(document, f"Page{number + 1}")
