"""Where the names of the countries go on a map: into the widest free stretch of the land that is shown."""

from bisect import bisect_left
from collections.abc import Sequence

from briefing.assembly.figures.label_placement import Rectangle, text_rectangle
from briefing.assembly.figures.text_width import text_width
from briefing.model.drawing import Point

_ROWS = 28
_ROOM = 2.5
_ACROSS = 30.0
# So far a name keeps from what it must not cover.
_APART = 1.5


def place_country_name(
    options: Sequence[str],
    rings: Sequence[Sequence[Point]],
    *,
    size: float,
    frame: Rectangle,
    obstacles: Sequence[Rectangle],
) -> tuple[str, Rectangle] | None:
    """Return the first of the names that finds room inside the rings, and where; None if none does."""
    if not rings or not options:
        return None
    widths = [text_width(name, size) for name in options]
    least = min(widths) + 2 * _ROOM
    stretches = _stretches(rings, _rows(rings, frame, size), size, frame, obstacles, least)
    middle = _middle(rings)
    for name, width in zip(options, widths, strict=True):
        spots = [
            (_fit(left, right, base, width, middle), left, right, base)
            for row in stretches
            for left, right, base in row
            if right - left >= width + 2 * _ROOM
        ]
        if spots:
            _, left, right, base = max(spots)
            start = max(left + _ROOM, min(right - _ROOM - width, (left + right - width) / 2))
            return name, text_rectangle(start, base, width, size)
    return None


def place_beside_country(
    name: str,
    rings: Sequence[Sequence[Point]],
    others: Sequence[Sequence[Point]],
    *,
    size: float,
    frame: Rectangle,
    obstacles: Sequence[Rectangle],
) -> Rectangle | None:
    """Return a place for a name at sea beside the country, or across its coast, None if there is none.

    ``others`` are the rings of all other land in the frame, which the name never covers.
    """
    corners = (
        (frame.left, frame.top),
        (frame.right, frame.top),
        (frame.right, frame.bottom),
        (frame.left, frame.bottom),
    )
    width = text_width(name, size)
    middle = _middle(rings)
    bases = _rows(rings, frame, size)[::2]
    own = _inside_at(rings, bases)
    found = [
        (_cost(start, width, own[base]) + abs(start + width / 2 - middle[0]) + abs(base - middle[1]), start, base)
        for free in _stretches((corners, *others), bases, size, frame, obstacles, width)
        for left, right, base in free
        for west, east in own[base]
        for start in (west - width - 4.0, east + 4.0, east - width - 1.5, west + 1.5)
        if left + 1 <= start and start + width <= right - 1
    ]
    if not found:
        return None
    _, start, base = min(found)
    return text_rectangle(start, base, width, size)


def _cost(start: float, width: float, land: Sequence[tuple[float, float]]) -> float:
    """Return what it costs a name beside the land if it lies across the coast instead of over the sea."""
    return _ACROSS if any(west < start + width and start < east for west, east in land) else 0.0


def _fit(left: float, right: float, base: float, width: float, middle: Point) -> float:
    """Return how well a stretch suits: room at both ends counts up to a point, then nearness to the middle."""
    return min(right - left - width, 24.0) - 0.3 * abs(base - middle[1]) - 0.1 * abs((left + right) / 2 - middle[0])


def _rows(rings: Sequence[Sequence[Point]], frame: Rectangle, size: float) -> list[float]:
    top = max(frame.top, min(y for ring in rings for _, y in ring)) + size
    bottom = min(frame.bottom, max(y for ring in rings for _, y in ring)) - 0.3 * size
    return [top + (bottom - top) * row / (_ROWS - 1) for row in range(_ROWS)] if bottom > top else []


def _middle(rings: Sequence[Sequence[Point]]) -> Point:
    largest = max(rings, key=lambda ring: max(x for x, _ in ring) - min(x for x, _ in ring))
    xs, ys = [x for x, _ in largest], [y for _, y in largest]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _stretches(
    rings: Sequence[Sequence[Point]],
    bases: Sequence[float],
    size: float,
    frame: Rectangle,
    obstacles: Sequence[Rectangle],
    least: float,
) -> list[list[tuple[float, float, float]]]:
    """Return for each base line the stretches (left, right, base) that lie inside over the height of the letters.

    Stretches that are narrower than ``least`` may be left out.
    """
    heights = (0.8 * size, 0.35 * size, -0.1 * size)
    inside_at = _inside_at(rings, [base - height for base in bases for height in heights])
    near = _near(obstacles, rings, bases, size)
    rows: list[list[tuple[float, float, float]]] = []
    for base in bases:
        inside = [(frame.left, frame.right)]
        for height in heights:
            inside = _common(inside, inside_at[base - height], least)
        if not inside:
            rows.append([])
            continue
        line = text_rectangle(frame.left, base, frame.right - frame.left, 1.25 * size)
        for obstacle in near:
            if obstacle.overlaps(line):
                inside = [part for stretch in inside for part in _without(stretch, obstacle)]
        rows.append([(left, right, base) for left, right in inside])
    return rows


def _near(
    obstacles: Sequence[Rectangle], rings: Sequence[Sequence[Point]], bases: Sequence[float], size: float
) -> list[Rectangle]:
    """Return the obstacles that can take something from the stretches inside the rings: those of most lie elsewhere."""
    if not bases:
        return []
    xs = [x for ring in rings for x, _ in ring]
    left, width = min(xs) - _APART, max(xs) - min(xs) + 2 * _APART
    first, last = (text_rectangle(left, base, width, 1.25 * size) for base in (bases[0], bases[-1]))
    band = first._replace(bottom=last.bottom)
    return [obstacle for obstacle in obstacles if obstacle.overlaps(band)]


def _inside_at(rings: Sequence[Sequence[Point]], levels: Sequence[float]) -> dict[float, list[tuple[float, float]]]:
    """Return the stretches inside the rings (even-odd rule) at each of some heights."""
    ordered = sorted(set(levels))
    cuts: dict[float, list[float]] = {level: [] for level in ordered}
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            low, high = (y1, y2) if y1 < y2 else (y2, y1)
            for level in ordered[bisect_left(ordered, low) : bisect_left(ordered, high)]:
                cuts[level].append((x2 - x1) * (level - y1) / (y2 - y1) + x1)
    return {level: _pairs(sorted(values)) for level, values in cuts.items()}


def _pairs(values: Sequence[float]) -> list[tuple[float, float]]:
    return list(zip(values[::2], values[1::2], strict=False))


def _common(
    one: list[tuple[float, float]], other: list[tuple[float, float]], least: float
) -> list[tuple[float, float]]:
    """Return the stretches that lie in one of both, where they are as wide as ``least``."""
    wide = [(left, right) for left, right in other if right - left >= least]
    pairs = [(max(a, c), min(b, d)) for a, b in one for c, d in wide]
    return [(left, right) for left, right in pairs if right - left >= least]


def _without(stretch: tuple[float, float], obstacle: Rectangle) -> list[tuple[float, float]]:
    left, right = stretch
    parts = [(left, min(right, obstacle.left - _APART)), (max(left, obstacle.right + _APART), right)]
    return [(a, b) for a, b in parts if a < b]
