"""The timeline as a picture: an axis of days with a symbol for each event and as many names as have room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise
from math import inf

from briefing.assembly.figures.day_axis import DayAxis, axis_shapes, date_in_figure
from briefing.assembly.figures.furniture import build_legend, legend_height
from briefing.assembly.figures.symbols import SYMBOL_SIZE, Symbol, symbol_marker
from briefing.assembly.figures.text_width import CAPITAL_HEIGHT, text_width
from briefing.data.labels import Labels
from briefing.model.drawing import Drawing, Label, Line, Shape
from briefing.model.report import PartialDate
from briefing.model.theme import Theme

LABEL_SIZE = 7.8
_LANE = 11.0
_MOST_LANES = 6
_SIDE = 26.0
_AXIS_ROOM = 16.0
_GAP = 4.6
_TICK_ROOM = 8.0
_PAPER = "#ffffff"


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


def build_timeline_figure(
    days: Sequence[TimelineMark], theme: Theme, labels: Labels, width: float, *, legend: bool = True
) -> TimelineFigure | None:
    """Return the timeline of the events, or None if there is none.

    Events of one day stand above each other; a name that has no room in any lane is left out, its symbol stays.
    """
    if not days:
        return None
    marks = sorted(dict.fromkeys(days), key=lambda mark: mark.day)
    axis = DayAxis(first=marks[0].day, last=marks[-1].day, left=_SIDE, right=width - _SIDE)
    placed = _placed_marks(marks, axis, width)
    lanes = max(entry.lane for entry in placed) + 1
    level = round(_TICK_ROOM + lanes * _LANE - 2.0, 2)
    keys = tuple(symbol for symbol in Symbol if any(mark.symbol is symbol for mark in marks)) if legend else ()
    shapes = [*axis_shapes(axis, level, width, theme, labels), *_mark_shapes(placed, level, theme)]
    return TimelineFigure(
        drawing=Drawing(
            width=width,
            height=level + _AXIS_ROOM + (legend_height(keys, theme, labels, width) if keys else 0.0),
            shapes=(*shapes, *build_legend(keys, theme, labels, width=width, top=level + _AXIS_ROOM)),
        ),
        alternative=_alternative(marks, labels),
        unlabelled=tuple(dict.fromkeys(entry.mark.label for entry in placed if entry.left is None)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A mark in its lane, lane 0 the lowest; ``left`` is where its name starts, None if it has no room."""

    mark: TimelineMark
    x: float
    lane: int
    left: float | None


def _placed_marks(marks: Sequence[TimelineMark], axis: DayAxis, width: float) -> list[_Placed]:
    """Return the marks in the lowest lanes with room for symbol and name; the rest stand nameless in a lane below."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(_MOST_LANES)]
    placed = [_placed(mark, axis, taken, width) for mark in marks]
    if all(entry.left is not None for entry in placed):
        return placed
    return [replace(entry, lane=0 if entry.left is None else entry.lane + 1) for entry in placed]


def _placed(mark: TimelineMark, axis: DayAxis, taken: Sequence[list[tuple[float, float]]], room: float) -> _Placed:
    x, half = axis.x(mark.day), SYMBOL_SIZE / 2 + 0.5
    width = text_width(mark.label, LABEL_SIZE, bold=True)
    for left in _ends(x, width, room):
        stretch = (min(x - half, left), max(x + half, left + width))
        for lane, others in enumerate(taken):
            if _is_free(stretch, others):
                others.append(stretch)
                return _Placed(mark=mark, x=x, lane=lane, left=left)
    return _Placed(mark=mark, x=x, lane=0, left=None)


def _ends(x: float, width: float, room: float) -> list[float]:
    """Return the left ends of a name right and left of its symbol that keep it inside the figure."""
    return [left for left in (x + _GAP, x - _GAP - width) if left > 0 and left + width <= room]


def _is_free(stretch: tuple[float, float], taken: Sequence[tuple[float, float]]) -> bool:
    return all(stretch[1] + 1.5 <= left or right + 1.5 <= stretch[0] for left, right in taken)


def _mark_shapes(placed: Sequence[_Placed], level: float, theme: Theme) -> Iterator[Shape]:
    def height(entry: _Placed) -> float:
        return round(level - _TICK_ROOM - entry.lane * _LANE, 2)

    for entry in placed:
        yield Line(points=((entry.x, level), (entry.x, height(entry))), stroke=theme.rule, width=0.6)
    for entry in placed:
        yield symbol_marker(entry.mark.symbol, (entry.x, height(entry)), theme)
    for entry in placed:
        if entry.left is not None:
            base = round(height(entry) + CAPITAL_HEIGHT * LABEL_SIZE / 2, 2)
            at = (round(entry.left, 2), base)
            yield Label(at=at, text=entry.mark.label, size=LABEL_SIZE, colour=theme.ink, bold=True, halo=_PAPER)
    yield from _counts([entry.x for entry in placed if entry.left is None], round(level - _TICK_ROOM, 2), theme)


def _counts(nameless: Sequence[float], middle: float, theme: Theme) -> Iterator[Label]:
    """Yield how many more symbols without a name lie under the one that is seen, "+5", where the next leaves room."""
    stacks = [(x, len(list(stack))) for x, stack in groupby(nameless)]
    for (x, many), (following, _) in pairwise([*stacks, (inf, 0)]):
        words = f"+{many - 1}"
        if many > 1 and x + _GAP + text_width(words, LABEL_SIZE) + SYMBOL_SIZE < following:
            at = (round(x + _GAP, 2), round(middle + CAPITAL_HEIGHT * LABEL_SIZE / 2, 2))
            yield Label(at=at, text=words, size=LABEL_SIZE, colour=theme.muted)


def _alternative(marks: Sequence[TimelineMark], labels: Labels) -> str:
    """Return the events in words, day by day."""
    say, name = labels.say, labels.name
    first, last = (date_in_figure(PartialDate.of(mark.day), labels) for mark in (marks[0], marks[-1]))
    period = first if first == last else say("timeline-period", first=first, last=last)
    sentences = [say("timeline-of", period=period)]
    for day, of_day in groupby(marks, key=lambda mark: mark.day):
        events = [say("in-brackets", words=mark.label, detail=name("symbol", mark.symbol.value)) for mark in of_day]
        words = date_in_figure(PartialDate.of(day), labels)
        sentences.append(say("timeline-day", day=words, events=labels.row(events)))
    return " ".join(sentences)
