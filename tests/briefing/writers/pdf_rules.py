"""What a tagged file must fulfil and the checker does not look at: each rule returns a sentence for each fault."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf


def broken_rules(data: bytes) -> list[str]:
    """Return the faults of a file: marks without their elements, pictures without a place, links and files without."""
    with pikepdf.open(io.BytesIO(data)) as file:
        tree = file.Root.get("/StructTreeRoot")
        if tree is None:
            return ["no structure tree"]
        elements = list(_elements(tree))
        return [*_pages(file, tree), *_pictures(elements), *_links(elements), *_attachments(file)]


def _elements(node: Any) -> Iterator[Any]:
    for kid in _kids(node):
        if isinstance(kid, pikepdf.Dictionary):
            yield kid
            if "/S" in kid:
                yield from _elements(kid)


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _pages(file: pikepdf.Pdf, tree: Any) -> Iterator[str]:
    numbers = list(tree.get("/ParentTree", pikepdf.Dictionary()).get("/Nums", []))
    parents = {int(number): entry for number, entry in zip(numbers[::2], numbers[1::2], strict=True)}
    for place, page in enumerate(file.pages, 1):
        marks = page.Contents.read_bytes().count(b"/MCID ")
        number = page.get("/StructParents")
        if marks and (number is None or len(parents.get(int(number), [])) != marks):
            yield f"page {place}: not every mark has its element"


def _pictures(elements: list[Any]) -> Iterator[str]:
    for element in elements:
        if element.get("/S") != "/Figure":
            continue
        box = element.get("/A", pikepdf.Dictionary()).get("/BBox")
        if box is None or not (float(box[0]) < float(box[2]) and float(box[1]) < float(box[3])):
            yield "a figure has no place"


def _links(elements: list[Any]) -> Iterator[str]:
    for element in elements:
        if element.get("/S") == "/Link":
            areas = [kid for kid in _kids(element) if isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid]
            if not any(kid.get("/Type") == "/OBJR" and "/StructParent" in kid.get("/Obj", {}) for kid in areas):
                yield "a link has no place to click"


def _attachments(file: pikepdf.Pdf) -> Iterator[str]:
    for attached in file.Root.get("/AF", []):
        if "/F" not in attached.get("/EF", {}):
            yield "a file is named but not inside"
