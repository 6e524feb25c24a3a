"""The lists of a house style beside ours: both keep counting, each with numbers of its own."""

from typing import Any

from lxml import etree

from briefing.writers.docx.house.cleaning import clean
from briefing.writers.docx.house.names import W
from briefing.writers.docx.house.opening import HouseFile

_FIRST = 10_000  # ours are counted from 0


def merge_numbering(styles: bytes, ours: bytes, file: HouseFile) -> tuple[bytes, bytes, dict[str, str]]:
    """Return styles and numbering with the lists of the file, and for each of its counters the new number."""
    name = file.related("numbering")
    root = etree.fromstring(styles)
    own = etree.fromstring(ours)
    numbers = _add(own, file.tree(name)) if name else {}
    for style in root.iter(f"{W}style"):
        for reference in list(style.iter(f"{W}numPr")):
            number = reference.find(f"{W}numId")
            if number is None:
                continue  # a level of the list that the style's base names
            known = numbers.get(number.get(f"{W}val"))
            if known is None:
                reference.getparent().remove(reference)
            else:
                number.set(f"{W}val", known)
    return _written(root), _written(own), numbers


def _add(own: Any, theirs: Any) -> dict[str, str]:
    clean(theirs, {}, lambda _found: "")
    definitions, numbers = {}, {}
    for place, definition in enumerate(theirs.findall(f"{W}abstractNum"), _FIRST):
        definitions[definition.get(f"{W}abstractNumId")] = str(place)
        definition.set(f"{W}abstractNumId", str(place))
        # all definitions stand before all counters
        own.insert(len(own.findall(f"{W}abstractNum")), definition)
    for place, counter in enumerate(theirs.findall(f"{W}num"), _FIRST):
        reference = counter.find(f"{W}abstractNumId")
        known = definitions.get(reference.get(f"{W}val")) if reference is not None else None
        if known is None:
            continue
        numbers[counter.get(f"{W}numId")] = str(place)
        counter.set(f"{W}numId", str(place))
        reference.set(f"{W}val", known)
        own.append(counter)
    return numbers


def _written(root: Any) -> bytes:
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
