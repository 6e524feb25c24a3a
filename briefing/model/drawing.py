"""A small vector picture that every writer can draw: points of 1/72 inch, the origin at the top left, y downwards."""

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Polygon:
    """A closed area made of one or more rings (even-odd rule); colours are "#rrggbb" or None."""

    rings: tuple[tuple[Point, ...], ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An open line through its points; ``dash`` is the lengths of stroke and gap, empty for a solid line."""

    points: tuple[Point, ...]
    stroke: str
    width: float = 0.5
    dash: tuple[float, ...] = ()


MarkerShape = Literal["circle", "square", "triangle", "diamond", "ring", "cross"]

MARKER_CORNERS: dict[MarkerShape, tuple[Point, ...]] = {
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "triangle": ((0.0, -1.2), (1.12, 0.8), (-1.12, 0.8)),
    "diamond": ((0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)),
    "cross": tuple(
        (side * x, way * y)
        for side, way, corners in (
            (1, -1, ((0.0, 0.42), (0.68, 1.1), (1.1, 0.68))),
            (1, 1, ((0.42, 0.0), (1.1, 0.68), (0.68, 1.1))),
            (-1, 1, ((0.0, 0.42), (0.68, 1.1), (1.1, 0.68))),
            (-1, -1, ((0.42, 0.0), (1.1, 0.68), (0.68, 1.1))),
        )
        for x, y in corners
    ),
}
"""The corners of each marker with corners, in units of half its size, so that all look equally large."""

MARKER_EDGE = 0.8
"""Width in points of the line round a marker; a ring is ``RING_WIDTH`` of half its size thick, ``RING_SIZE`` wide."""

RING_WIDTH = 0.55
RING_SIZE = 0.8
HALO_WIDTH = 2.2
"""Width in points of the line round the words of a label with a halo, half of it outside the letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A symbol of ``size`` points across, its centre at ``at``."""

    at: Point
    shape: MarkerShape
    size: float
    fill: str
    stroke: str = "#ffffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words set in one line; ``at`` is the left end, middle or right end of the base line, as ``anchor`` says.

    ``halo`` is the colour of an outline that keeps the words readable over lines, or None.
    """

    at: Point
    text: str
    size: float
    colour: str
    anchor: Literal["start", "middle", "end"] = "start"
    bold: bool = False
    halo: str | None = None


Shape = Polygon | Line | Marker | Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shapes in the order of drawing, clipped to ``width`` by ``height`` points."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
