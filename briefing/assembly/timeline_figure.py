"""The timeline as a picture: an axis of days with a symbol for each event and as many names as have room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.assembly.map_symbols import Symbol, symbol_marker
from briefing.assembly.text_width import text_width
from briefing.model.drawing import Drawing, Label, Line, Shape
from briefing.model.theme import Theme

LABEL_SIZE = 7.8
_SYMBOL = 5.4
_LANE = 11.0
_MOST_LANES = 7
_SIDE = 16.0
_AXIS_ROOM = 26.0
_GAP = 6.0
_TICK_ROOM = 8.0
_STEPS = (1, 2, 7, 14, 28, 56, 91, 182, 365, 730, 1826, 3652, 18262)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineMark:
    """One event of the timeline: its day, a short name (mostly that of the place) and its symbol."""

    day: date
    label: str
    symbol: Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFigure:
    """The drawing, the text that stands for it, and the names for which there was no room."""

    drawing: Drawing
    alternative: str
    unlabelled: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    """The days from ``first`` to ``last`` across ``width`` points."""

    first: date
    last: date
    width: float

    def x(self, day: date) -> float:
        """Return where a day stands; a single day stands a little way in."""
        span = (self.last - self.first).days
        part = (day - self.first).days / span if span else 0.0
        return round(_SIDE + part * (self.width - 2 * _SIDE), 2)


def build_timeline_figure(
    days: Sequence[TimelineMark], theme: Theme, width: float, *, legend: bool = True
) -> TimelineFigure | None:
    """Return the timeline of the events, or None if there is none.

    Events of one day stand above each other; a name that has no room in any lane is left out, its symbol stays.
    """
    if not days:
        return None
    marks = sorted(dict.fromkeys(days), key=lambda mark: mark.day)
    axis = _Axis(first=marks[0].day, last=marks[-1].day, width=width)
    placed = _lanes(marks, axis)
    lanes = max(lane for _, lane, _ in placed) + 1
    level = 4.0 + lanes * _LANE
    keys = tuple(symbol for symbol in Symbol if any(mark.symbol is symbol for mark in marks)) if legend else ()
    shapes = [*_axis_shapes(axis, level, theme), *_mark_shapes(placed, axis, level, theme)]
    return TimelineFigure(
        drawing=Drawing(
            width=width,
            height=level + _AXIS_ROOM + (legend_height(keys, width) if keys else 0.0),
            shapes=(*shapes, *build_legend(keys, theme, width=width, top=level + _AXIS_ROOM - 4.0)),
        ),
        alternative=_alternative(marks),
        unlabelled=tuple(dict.fromkeys(mark.label for mark, _, right in placed if right is None)),
    )
