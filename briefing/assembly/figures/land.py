"""The ground of a map: land and its borders, cut to the frame and thinned to what the eye can see."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import hypot

from briefing.assembly.figures.projection import Projection
from briefing.data.outlines import Area, Country, Outlines
from briefing.model.drawing import Point

_TOLERANCE = 0.4
_SMALLEST_ISLAND = 1.0
_COARSE_FROM_DEGREES = 32.0
_OVERLAP = 0.0
_SEAM_DEGREES = 0.015

Line = tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """What of one country lies in the frame: ``rings`` to be filled, ``borders`` with coasts, ``separation`` lines."""

    country: Country
    rings: tuple[Line, ...]
    borders: tuple[tuple[int, Line], ...]
    separation: tuple[Line, ...]


@lru_cache(maxsize=16)  # a map is drawn again with every choice that the analyst changes
def build_land(outlines: Outlines, projection: Projection) -> tuple[Land, ...]:
    """Return the countries in the frame; a border shared by two has the same number with both."""
    coarse = projection.box.east - projection.box.west > _COARSE_FROM_DEGREES
    world = 360.0 * projection.points_per_degree[0]
    near = projection.points_per_degree[0]
    seams = tuple(seam for seam in _seams(projection) if -near < seam < projection.width + near)
    pen = _Pen(outlines=outlines, projection=projection, coarse=coarse, world=world, seams=seams)
    land = (_country_land(country, pen) for country in outlines.within(projection.box))
    return tuple(part for part in land if part.rings)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pen:
    """Draws arcs of the outlines into the frame; most are shared by two countries, and drawn once.

    ``world`` is the width of the globe in points, ``seams`` are where the antimeridian lies in the frame or near it.
    """

    outlines: Outlines
    projection: Projection
    coarse: bool
    world: float
    seams: tuple[float, ...]
    drawn: dict[tuple[int, float], list[Point]] = field(default_factory=dict)
    inside: dict[tuple[int, float], Line | None] = field(default_factory=dict)
    cut: dict[tuple[int, float], list[Line]] = field(default_factory=dict)

    def arc(self, number: int, turns: float) -> list[Point]:
        """Return the thinned points of an arc, only its two ends if it lies outside the frame.

        It is thinned in its own direction, whichever way it is taken, so that both its countries get the same points.
        """
        key = (max(number, ~number), turns)
        if key not in self.drawn:
            points = self.projection.line(self.outlines.arc(key[0], coarse=self.coarse), turns)
            outside = _is_outside(points, self.projection)
            self.drawn[key] = [points[0], points[-1]] if outside else _thinned(points)
        return self.drawn[key] if number >= 0 else self.drawn[key][::-1]

    def whole(self, number: int, turns: float) -> Line | None:
        """Return the points of an arc as they are printed if all of it lies in the frame, as most do, else None."""
        key = (max(number, ~number), turns)
        if key not in self.inside:
            points = self.arc(*key)
            self.inside[key] = _rounded(points) if _is_inside(points, self.projection) else None
        line = self.inside[key]
        return line if number >= 0 or line is None else line[::-1]

    def border(self, number: int, turns: float) -> list[Line]:
        """Return the parts of an arc in the frame, in its own direction."""
        key = (max(number, ~number), turns)
        if key not in self.cut:
            line = self.whole(*key)
            if line and not self.seams:
                self.cut[key] = [line]
            else:
                parts = _without_seam(self.arc(*key), self.projection)
                self.cut[key] = [piece for part in parts for piece in _clipped_line(part, self.projection)]
        return self.cut[key]

    def ring(self, area: Area, turns: float) -> Iterator[tuple[int, float, list[Point]]]:
        """Yield the arcs of an area one after the other, with the turns that move each to where the one before ends."""
        world = self.world
        end: float | None = None
        for number in area.arcs:
            points, turned = self.arc(number, turns), turns
            if end is not None and abs(end - points[0][0]) > world / 2:
                turned = turns + 360.0 * round((end - points[0][0]) / world)
                points = self.arc(number, turned)
            end = points[-1][0]
            yield number, turned, points


def _is_outside(points: Sequence[Point], projection: Projection) -> bool:
    xs = [x for x, _ in points]
    if max(xs) < -_OVERLAP or min(xs) > projection.width + _OVERLAP:
        return True
    ys = [y for _, y in points]
    return max(ys) < -_OVERLAP or min(ys) > projection.height + _OVERLAP


def _is_inside(points: Sequence[Point], projection: Projection) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) >= 0.0 and max(xs) <= projection.width and min(ys) >= 0.0 and max(ys) <= projection.height


def _country_land(country: Country, pen: _Pen) -> Land:
    box = pen.projection.box
    smallest = _SMALLEST_ISLAND / pen.projection.points_per_degree[1]
    rings: list[Line] = []
    borders: list[tuple[int, Line]] = []
    for area in country.areas:
        if area.box.north - area.box.south < smallest and area.box.east - area.box.west < smallest:
            continue
        for turns in area.box.turns_onto(box):
            arcs = list(pen.ring(area, turns))
            ring = _ring(arcs, pen)
            if len(ring) > 2:
                rings.append(ring)
                borders += [(max(n, ~n), line) for n, turned, _ in arcs for line in pen.border(n, turned)]
    separation = [
        line
        for number in country.separation
        for turns in country.box.turns_onto(box)
        for line in _clipped_line(pen.arc(number, turns), pen.projection)
    ]
    return Land(country=country, rings=tuple(rings), borders=tuple(borders), separation=tuple(separation))


def _ring(arcs: Sequence[tuple[int, float, list[Point]]], pen: _Pen) -> Line:
    """Return the part of an area in the frame, from its arcs one after the other."""
    whole = [pen.whole(number, turned) for number, turned, _ in arcs]
    first, last = arcs[0][2][0], arcs[-1][2][-1]
    if None not in whole and abs(first[0] - last[0]) < pen.world / 2:
        return tuple(point for line in whole if line for point in line)
    return _clipped_ring(_closed([p for _, _, points in arcs for p in points], pen.projection), pen.projection)


def _seams(projection: Projection) -> list[float]:
    """Return where the antimeridian lies, on the turn of the globe in the frame and on those beside it."""
    across = projection.points_per_degree[0]
    return [round(projection.point(180.0, 0.0)[0] + turn * 360.0 * across, 3) for turn in (-1, 0, 1)]


def _without_seam(points: list[Point], projection: Projection) -> Iterator[list[Point]]:
    """Yield the parts of a line off the antimeridian, where the source cuts Russia and Fiji in two."""
    across = projection.points_per_degree[0]
    seams = _seams(projection)
    xs = [x for x, _ in points]
    west, east = min(xs) - across, max(xs) + across
    if not any(west < seam < east for seam in seams):
        yield points
        return
    on_seam = [any(abs(x - seam) < _SEAM_DEGREES * across for seam in seams) for x, _ in points]
    part: list[Point] = points[:1]
    for i, point in enumerate(points[1:], start=1):
        if on_seam[i] and on_seam[i - 1]:
            yield part
            part = []
        part.append(point)
    yield part


def _closed(points: list[Point], projection: Projection) -> list[Point]:
    """Return a ring that is closed, by way of the pole if it runs round the whole globe as Antarctica does."""
    world = 360.0 * projection.points_per_degree[0]
    if abs(points[0][0] - points[-1][0]) < world / 2:
        return points
    pole = projection.point(0.0, -90.0)[1]
    return [*points, (points[-1][0], pole), (points[0][0], pole)]


def _thinned(points: list[Point]) -> list[Point]:
    """Return the points that Douglas and Peucker (1973) keep among those that lie apart at all."""
    apart = [points[0]]
    last_x, last_y = points[0]
    for x, y in points[1:-1]:
        if abs(x - last_x) + abs(y - last_y) > _TOLERANCE:
            apart.append((x, y))
            last_x, last_y = x, y
    apart.append(points[-1])
    keep = [False] * len(apart)
    keep[0] = keep[-1] = True
    stretches = [(0, len(apart) - 1)]
    while stretches:
        first, last = stretches.pop()
        farthest, distance = _farthest(apart, first, last)
        if distance > _TOLERANCE:
            keep[farthest] = True
            stretches += [(first, farthest), (farthest, last)]
    return [point for point, kept in zip(apart, keep, strict=True) if kept]


def _farthest(points: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    """Return which point between two others lies farthest from the line through them, and how far."""
    (x1, y1), (x2, y2) = points[first], points[last]
    dx, dy = x2 - x1, y2 - y1
    length = hypot(dx, dy)
    farthest, distance = first, 0.0
    for i in range(first + 1, last):
        x, y = points[i]
        apart = abs(dx * (y - y1) - dy * (x - x1)) / length if length > _TOLERANCE else hypot(x - x1, y - y1)
        if apart > distance:
            farthest, distance = i, apart
    return farthest, distance


def _sides(projection: Projection) -> tuple[tuple[int, float, bool], ...]:
    """Return the four sides of the frame as (axis, value, whether inside is beyond the value)."""
    return (
        (0, -_OVERLAP, True),
        (0, projection.width + _OVERLAP, False),
        (1, -_OVERLAP, True),
        (1, projection.height + _OVERLAP, False),
    )


def _clipped_ring(points: list[Point], projection: Projection) -> Line:
    """Return the part of a ring in the frame, by Sutherland and Hodgman (1974)."""
    for axis, value, beyond in _sides(projection):
        if all((p[axis] >= value) == beyond for p in points):
            continue
        points = list(_clipped_side(points, axis, value, lambda p, a=axis, v=value, b=beyond: (p[a] >= v) == b))  # type: ignore[misc]
    return _rounded(points)


def _clipped_side(
    points: Sequence[Point], axis: int, value: float, is_inside: Callable[[Point], bool]
) -> Iterator[Point]:
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        if is_inside(point) != is_inside(before):
            yield _crossing(before, point, axis, value)
        if is_inside(point):
            yield point


def _crossing(start: Point, end: Point, axis: int, value: float) -> Point:
    part = (value - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + part * (end[1 - axis] - start[1 - axis])
    return (value, other) if axis == 0 else (other, value)


def _clipped_line(points: Sequence[Point], projection: Projection) -> Iterator[Line]:
    """Yield the parts of a line in the frame."""
    if len(points) > 1 and _is_inside(points, projection):
        yield _rounded(points)
        return
    part: list[Point] = []
    for start, end in pairwise(points):
        piece = _clipped_stretch(start, end, projection)
        if piece is None:
            continue
        if part and part[-1] != piece[0]:
            yield _rounded(part)
            part = []
        part += piece[1:] if part else piece
    if part:
        yield _rounded(part)


def _clipped_stretch(start: Point, end: Point, projection: Projection) -> tuple[Point, Point] | None:
    """Return the part of a stretch in the frame, by Liang and Barsky (1984)."""
    first, last = 0.0, 1.0
    for axis, value, beyond in _sides(projection):
        step = end[axis] - start[axis] if beyond else start[axis] - end[axis]
        room = start[axis] - value if beyond else value - start[axis]
        if step == 0:
            if room < 0:
                return None
        elif step > 0:
            first = max(first, -room / step)
        else:
            last = min(last, -room / step)
    if first > last:
        return None
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    entry = start if first == 0.0 else (x + first * dx, y + first * dy)
    return entry, end if last == 1.0 else (x + last * dx, y + last * dy)


def _rounded(points: Sequence[Point]) -> Line:
    return tuple([(round(x, 2) + 0.0, round(y, 2) + 0.0) for x, y in points])  # + 0.0 turns -0.0 into 0.0
