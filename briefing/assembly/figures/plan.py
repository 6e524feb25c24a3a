"""How a map comes out in one frame: where its symbols and labels stand, and which corners are taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot

from briefing.assembly.figures.framing import Framing
from briefing.assembly.figures.furniture import scale_bar_corners
from briefing.assembly.figures.inset import inset_corners
from briefing.assembly.figures.label_placement import Placement, Rectangle, place_labels, rectangle_around
from briefing.assembly.figures.land import Land, build_land
from briefing.assembly.figures.symbols import SYMBOL_SIZE, Symbol
from briefing.assembly.figures.text_width import text_width
from briefing.data.labels import Labels
from briefing.data.outlines import Outlines
from briefing.model.drawing import Point

LABEL_SIZE = 7.8
_GAP = 4.6
_MOST_LABELS = 60
_CLEARLY_MORE = 0.12
# Symbols nearer to each other, in points, are at one spot; from the second distance on both are seen for what they are.
_SAME_SPOT, _SEEN = 1.5, 4.2


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A place to be shown, in degrees; one without coordinates is left out of the drawing and named in words."""

    name: str
    latitude: float | None
    longitude: float | None
    symbol: Symbol
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A map as it would come out in one frame: symbols, labels (None where there is no room), corners taken."""

    framing: Framing
    ground: tuple[Land, ...]
    places: tuple[MapPlace, ...]
    spots: tuple[Point, ...]
    labels: tuple[Placement | None, ...]
    scale_bar: Rectangle
    inset: Rectangle | None

    @property
    def taken(self) -> list[Rectangle]:
        """Return what the names of countries must not cover."""
        corners = [self.scale_bar, *([self.inset] if self.inset else [])]
        return [*corners, *_symbol_boxes(self.spots), *(label.box for label in self.labels if label)]

    @property
    def frame(self) -> Rectangle:
        """Return the whole of the map without the legend."""
        projection = self.framing.projection
        return Rectangle(left=0.0, top=0.0, right=projection.width, bottom=projection.height)

    @property
    def inner(self) -> Rectangle:
        """Return where words may stand."""
        frame = self.frame
        return Rectangle(left=3.0, top=3.0, right=frame.right - 3.0, bottom=frame.bottom - 3.0)


def build_plan(places: Sequence[MapPlace], framing: Framing, outlines: Outlines, words: Labels) -> Plan:
    """Return the map of the places in one frame."""
    projection = framing.projection
    ground = build_land(outlines, projection)
    frame = Rectangle(left=0.0, top=0.0, right=projection.width, bottom=projection.height)
    spots = _spread([projection.point(p.longitude or 0.0, p.latitude or 0.0) for p in places], frame)
    symbols = _symbol_boxes(spots)
    inset = _emptiest(inset_corners(framing), symbols)
    corners = scale_bar_corners(projection, words)
    beside_inset = [corner for corner in corners if not (inset and corner.overlaps(inset))]
    plan = Plan(
        framing=framing,
        ground=ground,
        places=tuple(places),
        spots=tuple(spots),
        labels=(),
        scale_bar=_emptiest(beside_inset, symbols) or corners[0],
        inset=inset if beside_inset else None,
    )
    labels = place_labels(
        spots[:_MOST_LABELS],
        [text_width(place.name, LABEL_SIZE, bold=True) for place in places[:_MOST_LABELS]],
        size=LABEL_SIZE,
        gap=_GAP,
        frame=plan.inner,
        obstacles=plan.taken,
        avoided=_focus_line(ground, framing),
    )
    return replace(plan, labels=(*labels, *[None] * (len(places) - len(labels))))


def best_plan(plans: Sequence[Plan]) -> Plan:
    """Return the first plan, the whole country, unless a closer one names all or clearly more, and beside symbols."""
    whole, closer = plans[0], plans[-1]
    if None in whole.labels and None not in closer.labels:
        return closer
    return closer if _ease(closer) > _ease(whole) + _CLEARLY_MORE * len(whole.spots) else whole


def _ease(plan: Plan) -> float:
    return sum(0.0 if label is None else 0.5 if label.leader else 1.0 for label in plan.labels)


def _emptiest(corners: Sequence[Rectangle], symbols: Sequence[Rectangle]) -> Rectangle | None:
    return min(corners, key=lambda corner: sum(corner.overlaps(symbol) for symbol in symbols), default=None)


def _symbol_boxes(spots: Iterable[Point]) -> list[Rectangle]:
    return [rectangle_around(spot, SYMBOL_SIZE + 1.4) for spot in spots]


def _spread(points: Sequence[Point], frame: Rectangle) -> list[Point]:
    """Return the points inside the frame; symbols that would hide each other stand a little apart, or in a row."""
    edge = SYMBOL_SIZE / 2 + 1.0
    spread: list[Point] = []
    for x, y in points:
        spot = _apart((max(edge, min(frame.right - edge, x)), max(edge, min(frame.bottom - edge, y))), spread)
        for step in range(1, 5):
            if not any(abs(spot[0] - a) < 1.5 and abs(spot[1] - b) < 1.5 for a, b in spread):
                break
            side = 1 if x + 4 * SYMBOL_SIZE < frame.right else -1
            spot = (max(edge, min(frame.right - edge, x)) + side * step * SYMBOL_SIZE, spot[1])
        spread.append((round(spot[0], 2), round(spot[1], 2)))
    return spread


def _apart(spot: Point, others: Sequence[Point]) -> Point:
    """Move a symbol that lies half under another one, by less than half a symbol and in its own direction."""
    near = min(others, key=lambda other: hypot(spot[0] - other[0], spot[1] - other[1]), default=None)
    if near is None:
        return spot
    across, down = spot[0] - near[0], spot[1] - near[1]
    distance = hypot(across, down)
    if not _SAME_SPOT <= distance < _SEEN:
        return spot
    moved = near[0] + across / distance * _SEEN, near[1] + down / distance * _SEEN
    clear = all(hypot(moved[0] - x, moved[1] - y) >= _SEEN - 0.01 for x, y in others)
    return moved if clear else spot


def is_focus(land: Land, framing: Framing) -> bool:
    """Tell whether land belongs to the country that the map brings out."""
    return framing.focus is not None and land.country == framing.focus


def _focus_line(ground: Sequence[Land], framing: Framing) -> list[Point]:
    """Return points some four points apart along the border and coast of the country in focus."""
    return [
        (x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps)
        for land in ground
        if is_focus(land, framing)
        for _, line in land.borders
        for (x1, y1), (x2, y2) in pairwise(line)
        for steps in (1 + int(hypot(x2 - x1, y2 - y1) / 4),)
        for step in range(steps)
    ]
