"""Where the pages lie on the canvas, at each zoom."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize

from gui.preview.pictures import PageSize

FIT_WIDTH = 0.0
WHOLE_PAGE = -1.0
MARGIN = 22
GAP = 18
SCREEN_SCALE = 96 / 72
"""Pixels to a point at zoom 1."""

_LEAST_SCALE = 0.2
_KEPT_PAGES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Where a page lies on the canvas, in pixels, and how many pixels a point takes."""

    box: QRectF
    scale: float


def lay_out(sizes: Sequence[PageSize], zoom: float, room: QSize) -> tuple[Sheet, ...]:
    """Lay pages of these sizes (points) below each other, in the middle of a view with that much room (pixels)."""
    sheets, top = [], float(MARGIN)
    for width, height in sizes:
        scale = zoom * SCREEN_SCALE
        if zoom <= 0:
            scale = max(_LEAST_SCALE, (room.width() - 2 * MARGIN) / width)
        if zoom == WHOLE_PAGE:
            scale = min(scale, max(_LEAST_SCALE, (room.height() - 2 * MARGIN) / height))
        left = max(float(MARGIN), (room.width() - width * scale) / 2)
        sheets.append(Sheet(box=QRectF(left, top, width * scale, height * scale), scale=scale))
        top += height * scale + GAP
    return tuple(sheets)


def pages_near(sheets: Sequence[Sheet], top: float, height: int) -> list[int]:
    """Return the pages in or near the stretch of the canvas that begins at ``top``, the nearest first."""
    middle = top + height / 2
    near = [
        (abs(sheet.box.center().y() - middle), place)
        for place, sheet in enumerate(sheets)
        if sheet.box.bottom() > top - height / 2 and sheet.box.top() < top + height * 1.5
    ]
    return [place for _, place in sorted(near)][:_KEPT_PAGES]
