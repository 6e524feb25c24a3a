"""Where the words of a map go: beside their symbols, and nowhere over each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.assembly.figures.text_width import CAPITAL_HEIGHT, DESCENT
from briefing.model.drawing import Point

_LEADER_LENGTHS = (9.0, 15.0, 22.0)
_LEADER_WAYS = (
    (1.0, -0.8),
    (1.0, 0.8),
    (-1.0, -0.8),
    (-1.0, 0.8),
    (1.4, 0.0),
    (-1.4, 0.0),
    (0.5, -1.5),
    (0.5, 1.5),
    (-0.5, -1.5),
    (-0.5, 1.5),
)
_LEADER_ROOM = 1.2


class Rectangle(NamedTuple):
    """An upright rectangle in points, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Rectangle") -> bool:
        """Tell whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Rectangle") -> bool:
        """Tell whether ``other`` lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a label stands; ``leader`` is the line that joins it to its symbol if it stands apart, else empty.

    ``parts`` are the rectangles that words and leader cover together, ``reach`` is one that holds them.
    """

    box: Rectangle
    leader: tuple[Point, ...]
    parts: tuple[Rectangle, ...]
    reach: Rectangle

    def overlaps(self, other: "Placement") -> bool:
        """Tell whether words or leaders of the two meet."""
        return self.reach.overlaps(other.reach) and any(map(self.meets, other.parts))

    def meets(self, obstacle: Rectangle) -> bool:
        """Tell whether the words or the leader touch an obstacle."""
        return any(part.overlaps(obstacle) for part in self.parts)


def _placement(box: Rectangle, leader: tuple[Point, ...] = ()) -> Placement:
    if not leader:
        return Placement(box, (), (box,), box)
    parts = (box, *(rectangle_around(point, _LEADER_ROOM) for point in _along(leader)))
    return Placement(box, leader, parts, _around(parts))


def _along(leader: Sequence[Point]) -> list[Point]:
    """Return points some two points apart along a leader, none at its symbol."""
    (x1, y1), (x2, y2) = leader
    steps = max(2, int(max(abs(x2 - x1), abs(y2 - y1)) / 2))
    return [(x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps) for i in range(1, steps + 1)]


def _around(parts: Iterable[Rectangle]) -> Rectangle:
    """Return the rectangle that holds some others."""
    lefts, tops, rights, bottoms = zip(*parts, strict=True)
    return Rectangle(min(lefts), min(tops), max(rights), max(bottoms))


def _near(rectangles: Iterable[Rectangle], reach: Rectangle) -> list[Rectangle]:
    """Return the rectangles that overlap one: most lie elsewhere on the map."""
    left, top, right, bottom = reach
    return [each for each in rectangles if each[0] < right and left < each[2] and each[1] < bottom and top < each[3]]


def rectangle_around(at: Point, size: float) -> Rectangle:
    """Return the square of ``size`` points round a point."""
    x, y = at
    return Rectangle(x - size / 2, y - size / 2, x + size / 2, y + size / 2)


def text_rectangle(left: float, base: float, width: float, size: float) -> Rectangle:
    """Return the rectangle that a line of words takes up, from the left end of its base line."""
    return Rectangle(left, base - 0.74 * size, left + width, base + DESCENT * size)


def place_labels(
    spots: Sequence[Point],
    widths: Sequence[float],
    *,
    size: float,
    gap: float,
    frame: Rectangle,
    obstacles: Sequence[Rectangle],
    avoided: Sequence[Point] = (),
) -> tuple[Placement | None, ...]:
    """Return where each label stands, or None where no room is left for it.

    A label has eight places close round its symbol, right of it first (Imhof 1975 prefers above right; at this size the
    level ones read better); one that finds none of them free may stand farther off, with a leader. Labels come in the
    order of importance: a later one never drives out an earlier one, but may make it move to another free place.
    ``obstacles`` are never covered, ``avoided`` points (borders and coasts) only if need be.
    """
    room = _Room(frame=frame, obstacles=tuple(obstacles), size=size, gap=gap)
    choices = [
        _ranked(room.standing(_beside(at, width, room)), avoided) for at, width in zip(spots, widths, strict=True)
    ]
    placed: list[Placement | None] = []
    for options in choices:
        placed.append(None)
        placed[-1] = _free(options, placed) or _room_made(options, placed, choices)
    for _ in range(2):
        for i, options in enumerate(choices):
            placed[i] = _free(options, [*placed[:i], *placed[i + 1 :]]) or placed[i]
    for i, held in enumerate(placed):
        if held is None:
            placed[i] = _set_apart(spots[i], widths[i], room, placed)
    return tuple(placed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """What every label has to keep to; ``gap`` is the distance of words from the middle of their symbol."""

    frame: Rectangle
    obstacles: tuple[Rectangle, ...]
    size: float
    gap: float

    def standing(self, placements: Sequence[Placement]) -> list[Placement]:
        """Return the placements close round a symbol that keep clear."""
        near = _near(self.obstacles, _around(placement.box for placement in placements))
        return [
            placement
            for placement in placements
            if self.frame.holds(placement.box) and not any(map(placement.box.overlaps, near))
        ]


def _beside(at: Point, width: float, room: _Room) -> list[Placement]:
    (x, y), size, gap = at, room.size, room.gap
    level = y + CAPITAL_HEIGHT * size / 2
    high, low = y - 0.5 * gap, y + 0.5 * gap + 0.74 * size
    ends = [
        (x + gap, level),
        (x + 0.76 * gap, high),
        (x + 0.76 * gap, low),
        (x - gap - width, level),
        (x - 0.76 * gap - width, high),
        (x - 0.76 * gap - width, low),
        (x - width / 2, y - gap - DESCENT * size + 0.5),
        (x - width / 2, y + gap + 0.72 * size),
    ]
    return [_placement(text_rectangle(end, base, width, size)) for end, base in ends]


def _set_apart(at: Point, width: float, room: _Room, placed: Iterable[Placement | None]) -> Placement | None:
    """Return the first place farther off that is free, with a leader, which may touch the symbol where it starts."""
    options = _apart(at, width, room)
    reach = _around([rectangle_around(at, _LEADER_ROOM), *(box for box, _ in options)])
    near = _near(room.obstacles, reach)
    others = [o for o in near if not (o.left < at[0] < o.right and o.top < at[1] < o.bottom)]
    labels = [label for label in placed if label is not None and label.reach.overlaps(reach)]
    for box, end in options:
        if not room.frame.holds(box) or any(map(box.overlaps, near)):
            continue
        option = _placement(box, (at, end))
        if not any(map(option.meets, _near(others, option.reach))) and not any(map(option.overlaps, labels)):
            return option
    return None


def _apart(at: Point, width: float, room: _Room) -> list[tuple[Rectangle, Point]]:
    """Return places farther off, each with the near end of the words, to which the leader goes."""
    places = []
    for length in _LEADER_LENGTHS:
        for across, down in _LEADER_WAYS:
            x, y = at[0] + across * length, at[1] + down * length
            left = x + 1.5 if across > 0 else x - 1.5 - width
            places.append((text_rectangle(left, y + CAPITAL_HEIGHT * room.size / 2, width, room.size), (x, y)))
    return places


def _ranked(options: list[Placement], avoided: Sequence[Point]) -> list[Placement]:
    """Return the options with those first that cover the fewest points of the lines below."""
    if not options:
        return []
    left, top, right, bottom = _around(option.box for option in options)
    near = [(x, y) for x, y in avoided if left < x < right and top < y < bottom]

    def covered(option: Placement) -> int:
        box = option.box
        return sum(box.left < x < box.right and box.top < y < box.bottom for x, y in near) // 2

    return sorted(options, key=covered)


def _free(options: Sequence[Placement], placed: Iterable[Placement | None]) -> Placement | None:
    """Return the first option that meets none of the labels placed, most of which stand far from all options."""
    if not options:
        return None
    reach = _around(option.reach for option in options)
    near = [other for other in placed if other is not None and other.reach.overlaps(reach)]
    return next((option for option in options if not any(map(option.overlaps, near))), None)


def _room_made(
    options: Sequence[Placement], placed: list[Placement | None], choices: Sequence[Sequence[Placement]]
) -> Placement | None:
    """Move the one label that stands in the way of an option, if it has another free place, and return the option."""
    for option in options:
        blocking = [i for i, other in enumerate(placed) if other is not None and option.overlaps(other)]
        if len(blocking) != 1:
            continue
        others = [other for i, other in enumerate(placed) if i != blocking[0]]
        elsewhere = _free(choices[blocking[0]], [*others, option])
        if elsewhere:
            placed[blocking[0]] = elsewhere
            return option
    return None
