"""Strips of the page: what the blocks become, and what the pages are filled with."""

from dataclasses import dataclass

from briefing.model.drawing import Drawing
from briefing.writers.pdf.lines import Line
from briefing.writers.pdf.styles import Style
from briefing.writers.pdf.tagging import Element


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text whose base line begins at (x, y)."""

    x: float
    y: float
    line: Line
    element: Element | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, level or upright."""

    left: float
    top: float
    right: float
    bottom: float
    colour: str
    width: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, its left top corner and its scale."""

    x: float
    y: float
    scale: float
    drawing: Drawing
    element: Element | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links lead to; with a ``title`` it stands in the outline at ``level`` (from 0)."""

    name: str
    title: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Area:
    """The part of a slab that prints an entry."""

    left: float
    top: float
    right: float
    bottom: float
    entry: str


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page on which ``target`` stands, known when the pages are filled; it ends at ``right``."""

    right: float
    y: float
    target: str
    style: Style
    element: Element | None


Mark = Words | Rule | Figure | PageNumber


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A tinted ground or a bar behind slabs that stand together, repeated on each page that they reach."""

    left: float
    right: float
    fill: str = ""
    bar: str = ""
    bar_width: float = 0.0
    padding: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slab:
    """A strip that is never cut; all measures count from its left top corner, downwards.

    ``before`` is the space above, dropped at the top of a page. ``keep`` ties the slab to the next one. ``repeat`` is
    drawn above it where it begins a page.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    before: float = 0.0
    keep: bool = False
    areas: tuple[Area, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    frame: Frame | None = None
    repeat: "tuple[Slab, ...]" = ()
