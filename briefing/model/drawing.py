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


MarkerShape = Literal["circle", "square", "triangle", "diamond", "ring"]


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
