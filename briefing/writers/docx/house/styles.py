"""The styles of a house style with ours added where it has none: the file's own always win."""

from copy import deepcopy
from typing import Any

from lxml import etree

from briefing.writers.docx.house.cleaning import clean
from briefing.writers.docx.house.looks import Looks
from briefing.writers.docx.house.names import COMPATIBILITY, W

ALIASES = {
    "Briefing Text": ("Body Text",),
    "Briefing Quotation": ("Quote",),
    "Briefing Bullet": ("List Bullet",),
    "Briefing Development": ("List Number",),
}
"""What people's templates call the styles that we know by names of our own."""

_REFERENCES = ("basedOn", "next", "link")
_REFERRING = ("pStyle", "rStyle", "tblStyle")


def merge_styles(ours: bytes, looks: Looks) -> tuple[bytes, dict[str, str]]:
    """Return the styles of the file with ours added, and for each of our ids the one that stands for it."""
    if looks.root is None:
        return ours, {}
    own = etree.fromstring(ours)
    merged = deepcopy(looks.root)
    clean(merged, {}, lambda _found: "")
    merged.attrib.pop(f"{COMPATIBILITY}Ignorable", None)
    taken = {style.get(f"{W}styleId") for style in looks.styles.values()}
    names = {name for _kind, name in looks.styles}
    renamed: dict[str, str] = {}
    added = []
    for style in own.findall(f"{W}style"):
        identity, kind = style.get(f"{W}styleId"), style.get(f"{W}type")
        title = style.find(f"{W}name")
        name = title.get(f"{W}val")
        known = looks.find(kind, name, *ALIASES.get(name, ()))
        if known is None and style.get(f"{W}default"):
            known = looks.default(kind)
        if known is not None:
            renamed[identity] = known.get(f"{W}styleId")
            continue
        # a name or id that a style of another kind has already
        if name.lower() in names:
            title.set(f"{W}val", f"Briefing {name}")
            style.set(f"{W}customStyle", "1")
        renamed[identity] = _free(identity, taken)
        taken.add(renamed[identity])
        style.set(f"{W}styleId", renamed[identity])
        added.append(style)
    for style in added:
        for name in _REFERENCES:
            reference = style.find(f"{W}{name}")
            if reference is not None:
                reference.set(f"{W}val", renamed.get(reference.get(f"{W}val"), reference.get(f"{W}val")))
        merged.append(style)
    etree.cleanup_namespaces(merged)
    return etree.tostring(merged, xml_declaration=True, encoding="UTF-8", standalone=True), renamed


def _free(identity: str, taken: set[str]) -> str:
    while identity in taken:
        identity = f"{identity}Briefing"
    return identity


def bound_styles(ours: bytes) -> frozenset[str]:
    """Return the ids of those styles of ours that keep a paragraph on one page with the next, captions among them."""
    return frozenset(
        str(style.get(f"{W}styleId"))
        for style in etree.fromstring(ours).findall(f"{W}style")
        if style.find(f"{W}pPr/{W}keepNext") is not None
    )


def rename_styles(root: Any, renamed: dict[str, str], bound: frozenset[str] = frozenset()) -> None:
    """Let the paragraphs, words and tables of a part of ours use the styles that stand for ours.

    A paragraph in one of the ``bound`` styles stays with the next whatever the style of the file says.
    """
    for style in root.iter(f"{W}pStyle"):
        if style.get(f"{W}val") in bound and style.getparent().find(f"{W}keepNext") is None:
            style.addnext(etree.Element(f"{W}keepNext"))
    for name in _REFERRING:
        for reference in root.iter(f"{W}{name}"):
            value = reference.get(f"{W}val")
            reference.set(f"{W}val", renamed.get(value, value))
