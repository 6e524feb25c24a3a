"""Where the words of a map go: beside their symbols, and nowhere over each other."""

from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a label stands; ``leader`` is the line that joins it to its symbol if it stands apart, else empty.

    ``parts`` are the rectangles that words and leader cover together.
    """

    box: Rectangle
    leader: tuple[Point, ...]
    parts: tuple[Rectangle, ...]

    def overlaps(self, other: "Placement") -> bool:
        """Tell whether words or leaders of the two meet."""
        return any(one.overlaps(two) for one in self.parts for two in other.parts)

    def meets(self, obstacle: Rectangle) -> bool:
        """Tell whether the words or the leader touch an obstacle."""
        return any(part.overlaps(obstacle) for part in self.parts)


def _placement(box: Rectangle, leader: tuple[Point, ...] = ()) -> Placement:
    parts = (box, *(rectangle_around(point, _LEADER_ROOM) for point in _along(leader)))
    return Placement(box=box, leader=leader, parts=parts)


def _along(leader: Sequence[Point]) -> list[Point]:
    """Return points some two points apart along a leader, none at its symbol."""
    if not leader:
        return []
    (x1, y1), (x2, y2) = leader
    steps = max(2, int(max(abs(x2 - x1), abs(y2 - y1)) / 2))
    return [(x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps) for i in range(1, steps + 1)]


def _around(parts: Sequence[Rectangle]) -> Rectangle:
    """Return the rectangle that holds some others."""
    return Rectangle(
        left=min(part.left for part in parts),
        top=min(part.top for part in parts),
        right=max(part.right for part in parts),
        bottom=max(part.bottom for part in parts),
    )


def rectangle_around(at: Point, size: float) -> Rectangle:
    """Return the square of ``size`` points round a point."""
    x, y = at
    return Rectangle(left=x - size / 2, right=x + size / 2, top=y - size / 2, bottom=y + size / 2)


def text_rectangle(left: float, base: float, width: float, size: float) -> Rectangle:
    """Return the rectangle that a line of words takes up, from the left end of its base line."""
    return Rectangle(left=left, right=left + width, top=base - 0.74 * size, bottom=base + DESCENT * size)


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
        _ranked(room.standing(at, _beside(at, width, room)), avoided) for at, width in zip(spots, widths, strict=True)
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
            placed[i] = _free(room.standing(spots[i], _apart(spots[i], widths[i], room)), placed)
    return tuple(placed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """What every label has to keep to; ``gap`` is the distance of words from the middle of their symbol."""

    frame: Rectangle
    obstacles: tuple[Rectangle, ...]
    size: float
    gap: float

    def standing(self, at: Point, placements: Sequence[Placement]) -> list[Placement]:
        """Return the placements that keep clear; a leader may touch the symbol at ``at``, since it starts there."""
        reach = _around([part for placement in placements for part in placement.parts])
        near = [o for o in self.obstacles if o.overlaps(reach)]
        own = [o for o in near if o.left < at[0] < o.right and o.top < at[1] < o.bottom]
        others = [o for o in near if o not in own]
        return [
            placement
            for placement in placements
            if self.frame.holds(placement.box)
            and not any(placement.box.overlaps(obstacle) for obstacle in own)
            and not any(placement.meets(obstacle) for obstacle in others)
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


def _apart(at: Point, width: float, room: _Room) -> list[Placement]:
    """Return places farther off, each with its leader from the symbol to the near end of the words."""
    placements = []
    for length in _LEADER_LENGTHS:
        for across, down in _LEADER_WAYS:
            x, y = at[0] + across * length, at[1] + down * length
            left = x + 1.5 if across > 0 else x - 1.5 - width
            box = text_rectangle(left, y + CAPITAL_HEIGHT * room.size / 2, width, room.size)
            placements.append(_placement(box, (at, (x, y))))
    return placements


def _ranked(options: list[Placement], avoided: Sequence[Point]) -> list[Placement]:
    """Return the options with those first that cover the fewest points of the lines below."""

    def covered(option: Placement) -> int:
        box = option.box
        return sum(box.left < x < box.right and box.top < y < box.bottom for x, y in avoided) // 2

    return sorted(options, key=covered)


def _free(options: Sequence[Placement], placed: Sequence[Placement | None]) -> Placement | None:
    return next((o for o in options if not any(p is not None and o.overlaps(p) for p in placed)), None)


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
