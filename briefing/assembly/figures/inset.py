"""The small map in a corner that shows where in its country a close view lies."""

from collections.abc import Iterator

from briefing.assembly.figures.framing import Framing
from briefing.assembly.figures.label_placement import Rectangle
from briefing.assembly.figures.land import build_land
from briefing.assembly.figures.projection import KM_PER_DEGREE, Projection, parallel_factor
from briefing.data.outlines import Box, Outlines
from briefing.model.drawing import Line, Point, Polygon, Shape
from briefing.model.theme import Theme

_LARGEST = (62.0, 50.0)
_MARGIN = 3.0
_WORTH = 2.2


def inset_corners(framing: Framing) -> tuple[Rectangle, ...]:
    """Return the corners where an inset could stand, the best first; none if the map shows about all of the country."""
    projection = _inset_projection(framing)
    if projection is None:
        return ()
    right, bottom = framing.projection.width - projection.width, framing.projection.height - projection.height
    return tuple(
        Rectangle(left=x, top=y, right=x + projection.width, bottom=y + projection.height)
        for x, y in ((0.0, 0.0), (right, 0.0), (0.0, bottom), (right, bottom))
    )


def _inset_projection(framing: Framing) -> Projection | None:
    home = framing.homeland
    if home is None or framing.whole:
        return None
    parallel = (home.south + home.north) / 2
    across, upright = (home.east - home.west) * parallel_factor(parallel), home.north - home.south
    view = framing.projection.box
    seen = min(view.east - view.west, home.east - home.west) * min(view.north - view.south, upright)
    if seen * _WORTH > (home.east - home.west) * upright:
        return None
    degrees = max(across / (_LARGEST[0] - 2 * _MARGIN), upright / (_LARGEST[1] - 2 * _MARGIN))
    return Projection(
        longitude=(home.west + home.east) / 2,
        latitude=parallel,
        parallel=parallel,
        km_per_point=degrees * KM_PER_DEGREE,
        width=round(max(across / degrees + 2 * _MARGIN, 24.0), 1),
        height=round(max(upright / degrees + 2 * _MARGIN, 24.0), 1),
    )


def build_inset(framing: Framing, box: Rectangle, outlines: Outlines, theme: Theme) -> Iterator[Shape]:
    """Yield the country in focus in outline, with a rectangle round what the map shows, inside ``box``."""
    projection = _inset_projection(framing)
    if projection is None:
        return
    yield Polygon(rings=(_corners(box),), fill=theme.map_water, stroke=theme.map_border, width=0.8)
    ground = build_land(outlines, projection)
    for land in ground:
        fill = theme.map_land if land.country == framing.focus else theme.map_neighbour
        rings = tuple(tuple(_moved(point, box) for point in ring) for ring in land.rings)
        yield Polygon(rings=rings, fill=fill, stroke=fill, width=0.3)
    for line in dict.fromkeys(line for land in ground for _, line in land.borders):
        yield Line(points=tuple(_moved(point, box) for point in line), stroke=theme.map_border, width=0.35)
    yield Polygon(
        rings=(_view_corners(framing.projection.box, projection, box),), stroke=theme.symbol_opposed, width=1.0
    )
    yield Line(points=(*_corners(box), _corners(box)[0]), stroke=theme.map_border, width=0.8)


def _moved(point: Point, box: Rectangle) -> Point:
    return round(point[0] + box.left, 2), round(point[1] + box.top, 2)


def _view_corners(view: Box, projection: Projection, box: Rectangle) -> tuple[Point, ...]:
    """Return the corners of the rectangle round the view, never too small to be seen and never outside the inset."""
    (x, y) = projection.point((view.west + view.east) / 2, (view.south + view.north) / 2)
    across, upright = projection.points_per_degree
    half_width = max((view.east - view.west) * across / 2, 1.8)
    half_height = max((view.north - view.south) * upright / 2, 1.8)
    left, right = max(x - half_width, 1.0), min(x + half_width, projection.width - 1.0)
    top, bottom = max(y - half_height, 1.0), min(y + half_height, projection.height - 1.0)
    return tuple(_moved(point, box) for point in ((left, top), (right, top), (right, bottom), (left, bottom)))


def _corners(box: Rectangle) -> tuple[Point, Point, Point, Point]:
    return (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)
