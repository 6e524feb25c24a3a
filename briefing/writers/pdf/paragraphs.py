"""Lines of text as slabs, and slabs side by side."""

import dataclasses
from collections.abc import Sequence

from briefing.writers.pdf.lines import Line, Run, balanced_lines, even_lines
from briefing.writers.pdf.slabs import Anchor, Area, Figure, Frame, Mark, PageNumber, Rule, Slab, Words
from briefing.writers.pdf.styles import Style
from briefing.writers.pdf.tagging import Element


def paragraph_slabs(
    runs: tuple[Run, ...],
    style: Style,
    element: Element | None,
    *,
    width: float,
    x: float = 0.0,
    before: float = 0.0,
    entry: str = "",
    frame: Frame | None = None,
    balanced: bool = False,
    hang: float = 0.0,
) -> list[Slab]:
    """Return a slab for each line; the first two and the last two lines of a paragraph stay together.

    The region of ``entry`` reaches ``hang`` points to the left of the text, over a hanging number.
    """
    lines = (balanced_lines if balanced else even_lines)(runs, width)
    last = len(lines) - 1
    return [
        Slab(
            height=style.leading,
            marks=(Words(x + _indent(line, style, width), baseline(style), line, element),),
            before=before if place == 0 else 0.0,
            keep=place < last and place in {0, last - 1},
            areas=(Area(x - hang, 0, x + width, style.leading, entry),) if entry else (),
            anchors=tuple(Anchor(piece.run.anchor) for piece in line.pieces if piece.run.anchor),
            frame=frame,
        )
        for place, line in enumerate(lines)
    ]


def baseline(style: Style) -> float:
    """Return how far the base line lies below the top of a line."""
    return (style.leading - style.size) / 2 + style.size * 0.78


def tied(slabs: list[Slab]) -> list[Slab]:
    """Tie each slab to the next one, but not the last."""
    return [dataclasses.replace(slab, keep=True) for slab in slabs[:-1]] + slabs[-1:]


def tied_to_next(slabs: list[Slab]) -> list[Slab]:
    """Tie the last slab to whatever follows."""
    return [*slabs[:-1], dataclasses.replace(slabs[-1], keep=True)] if slabs else []


def marked(slabs: list[Slab], marks: tuple[Mark, ...]) -> list[Slab]:
    """Draw further marks before the first slab's own."""
    first = dataclasses.replace(slabs[0], marks=(*marks, *slabs[0].marks))
    return [first, *slabs[1:]]


def beside(columns: Sequence[list[Slab]], limit: float) -> list[Slab]:
    """Put columns of slabs next to each other: in one slab, or if that is taller than ``limit`` in strips."""
    stacks = [_stacked(column) for column in columns]
    if max((stack.height for stack in stacks), default=0.0) <= limit:
        return [_joined(stacks)]
    depth = max(len(column) for column in columns)
    strips = [_joined([_stacked(column[place : place + 1]) for column in columns]) for place in range(depth)]
    return tied(strips)


def padded(slabs: list[Slab], top: float, bottom: float) -> list[Slab]:
    """Add space at the top of the first and the bottom of the last slab, inside them."""
    if not slabs:
        return []
    slabs = [_lowered(slabs[0], top), *slabs[1:]]
    return [*slabs[:-1], dataclasses.replace(slabs[-1], height=slabs[-1].height + bottom)]


def _stacked(slabs: Sequence[Slab]) -> Slab:
    y = 0.0
    parts: list[Slab] = []
    for slab in slabs:
        y += slab.before
        parts.append(_lowered(slab, y))
        y += slab.height
    return _joined(parts, height=y)


def _joined(slabs: Sequence[Slab], height: float | None = None) -> Slab:
    return Slab(
        height=max((slab.height for slab in slabs), default=0.0) if height is None else height,
        marks=tuple(mark for slab in slabs for mark in slab.marks),
        areas=tuple(area for slab in slabs for area in slab.areas),
        anchors=tuple(anchor for slab in slabs for anchor in slab.anchors),
    )


def _lowered(slab: Slab, by: float) -> Slab:
    if not by:
        return slab
    areas = tuple(dataclasses.replace(area, top=area.top + by, bottom=area.bottom + by) for area in slab.areas)
    return dataclasses.replace(
        slab, height=slab.height + by, marks=tuple(_lowered_mark(mark, by) for mark in slab.marks), areas=areas
    )


def _lowered_mark(mark: Mark, by: float) -> Mark:
    match mark:
        case Words():
            return Words(mark.x, mark.y + by, mark.line, mark.element)
        case Rule():
            return dataclasses.replace(mark, top=mark.top + by, bottom=mark.bottom + by)
        case Figure() | PageNumber():
            return dataclasses.replace(mark, y=mark.y + by)


def _indent(line: Line, style: Style, width: float) -> float:
    return width - line.width if style.align == "right" or line.against else 0.0
