"""The structure tree written into the file, and the marks that tie the pages' content to it."""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString
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
        self._references: dict[Element, PDFObjectReference] = {}

    def mark(self, element: Element, canvas: Canvas) -> str:
        """Open a stretch of content that belongs to ``element``: return the operator."""
        number = len(self._marks)
        self._marks.append(element)
        element.children.append(Mark(canvas.getPageNumber() - 1, number))
        return f"/{element.kind} <</MCID {number}>> BDC"

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
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = document.Reference(tree)
        tree["K"] = PDFArray([self._written(self._root, reference, document)])
        numbers: list[Any] = []
        for place, parent in enumerate(self._parents):
            numbers += [place, self._parent_entry(parent, document)]
        tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        tree["ParentTreeNextKey"] = len(self._parents)
        catalog = document.Catalog
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _parent_entry(self, parent: list[Element] | Element, document: Any) -> Any:
        if isinstance(parent, Element):
            return self._references[parent]
        return document.Reference(PDFArray([self._references[element] for element in parent]))

    def _written(self, element: Element, parent: PDFObjectReference, document: Any) -> PDFObjectReference:
        entries = PDFDictionary({"S": PDFName(element.kind), "P": parent})
        reference = self._references[element] = document.Reference(entries)
        kids: list[Any] = []
        home = next((child.page for child in element.children if isinstance(child, Mark)), None)
        for child in element.children:
            if isinstance(child, Element):
                if _has_content(child):
                    kids.append(self._written(child, reference, document))
            elif isinstance(child, LinkArea):
                annotation = PDFObjectReference(document.annotationName(child.name))
                kids.append(PDFDictionary({"Type": PDFName("OBJR"), "Obj": annotation, "Pg": _page(child.page)}))
            elif child.page == home:
                kids.append(child.number)
            else:
                entry = {"Type": PDFName("MCR"), "Pg": _page(child.page), "MCID": child.number}
                kids.append(PDFDictionary(entry))
        if home is not None:
            entries["Pg"] = _page(home)
        entries["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
        _add_attributes(entries, element)
        return reference


def _has_content(element: Element) -> bool:
    return element.kind in _KEPT_EMPTY or any(
        not isinstance(child, Element) or _has_content(child) for child in element.children
    )


def _add_attributes(entries: PDFDictionary, element: Element) -> None:
    if element.alternative:
        entries["Alt"] = PDFString(element.alternative)
    if element.language:
        entries["Lang"] = PDFString(element.language)
    if element.actual:
        entries["ActualText"] = PDFString(element.actual)
    if element.scope:
        entries["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(element.scope)})
    if element.box:
        box = PDFArray([round(value, 2) for value in element.box])
        layout = {"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": box}
        entries["A"] = PDFDictionary(layout)


def _page(number: int) -> PDFObjectReference:
    return PDFObjectReference(f"Page{number + 1}")
