"""Where a house style wants the briefing and the marking: a content control, a bookmark, or a word in double braces."""

from copy import deepcopy
from typing import Any

from briefing.writers.docx.house.names import XML, W

BODY, MARKING = "briefing", "marking"


def tag_of(control: Any) -> str:
    """Return the tag of a content control in small letters, or ""."""
    tag = control.find(f"{W}sdtPr/{W}tag")
    return str(tag.get(f"{W}val") or "").strip().lower() if tag is not None else ""


def words_of(element: Any) -> str:
    """Return the text of an element, a tab or break as a space and a line for each paragraph."""
    pieces = []
    for part in element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}p"):
        if part.tag == f"{W}t":
            pieces.append(part.text or "")
        else:
            pieces.append("\n" if part.tag == f"{W}p" else " ")
    return "".join(pieces).strip()


def _is_place(element: Any, name: str) -> bool:
    if element.tag == f"{W}sdt":
        return tag_of(element) == name
    if element.tag != f"{W}p":
        return False
    marked = any((mark.get(f"{W}name") or "").lower() == name for mark in element.iter(f"{W}bookmarkStart"))
    controlled = any(tag_of(control) == name for control in element.iter(f"{W}sdt"))
    return marked or controlled or words_of(element).lower() == f"{{{{{name}}}}}"


def find_body_place(body: Any) -> int | None:
    """Return which child of the body the briefing takes the place of, or None."""
    return next((place for place, child in enumerate(body) if _is_place(child, BODY)), None)


def has_hidden_place(body: Any) -> bool:
    """Tell whether a place for the briefing lies where a briefing cannot stand: in a table or a text box."""
    return any(_is_place(element, BODY) for element in body.iter(f"{W}sdt", f"{W}p"))


def has_marking_place(root: Any) -> bool:
    """Tell whether a header or footer has a place for the marking."""
    if any(tag_of(control) == MARKING for control in root.iter(f"{W}sdt")):
        return True
    if any((mark.get(f"{W}name") or "").lower() == MARKING for mark in root.iter(f"{W}bookmarkStart")):
        return True
    return any(_PLACEHOLDER in words_of(paragraph).lower() for paragraph in root.iter(f"{W}p"))


_PLACEHOLDER = f"{{{{{MARKING}}}}}"


def put_marking(root: Any, run: Any) -> bool:
    """Put a run with the marking into its places in a header or footer; False when there is none."""
    found = False
    for control in list(root.iter(f"{W}sdt")):
        content = control.find(f"{W}sdtContent")
        if tag_of(control) == MARKING and content is not None:
            holder = next(content.iter(f"{W}p"), content)
            for old in [child for child in holder if child.tag != f"{W}pPr"]:
                holder.remove(old)
            holder.append(deepcopy(run))
            found = True
    for mark in list(root.iter(f"{W}bookmarkStart")):
        if (mark.get(f"{W}name") or "").lower() == MARKING and mark.getparent().tag == f"{W}p":
            mark.addnext(deepcopy(run))
            found = True
    for paragraph in root.iter(f"{W}p"):
        found = _replace_placeholder(paragraph, run) or found
    return found


def _replace_placeholder(paragraph: Any, run: Any) -> bool:
    """Put the run where the placeholder stands, which Word may have cut into several runs."""
    texts = [text for text in paragraph.iter(f"{W}t") if text.getparent().tag == f"{W}r"]
    whole = "".join(text.text or "" for text in texts)
    start = whole.lower().find(_PLACEHOLDER)
    if start < 0:
        return False
    end, at, inserted = start + len(_PLACEHOLDER), 0, False
    for text in texts:
        words = text.text or ""
        before, after = words[: max(0, start - at)], words[max(0, end - at) :]
        touched = at < end and at + len(words) > start
        at += len(words)
        if not touched:
            continue
        text.text = before
        text.set(f"{XML}space", "preserve")
        place = text.getparent()
        if not inserted:
            place.addnext(deepcopy(run))
            place, inserted = place.getnext(), True
        if after:
            rest = deepcopy(text.getparent())
            for other in rest.findall(f"{W}t"):
                other.text = after
            place.addnext(rest)
    return True
