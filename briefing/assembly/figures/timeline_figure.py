"""The timeline as a picture: an axis of days with a symbol for each event and as many names as have room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from briefing.assembly.figures.furniture import build_legend, legend_height
from briefing.assembly.figures.symbols import SYMBOL_SIZE, Symbol, symbol_marker
from briefing.assembly.figures.text_width import CAPITAL_HEIGHT, text_width
from briefing.assembly.wording import NO_BREAK, date_words, day_month_words
from briefing.data.labels import Labels
from briefing.model.drawing import Drawing, Label, Line, Shape
from briefing.model.report import PartialDate
from briefing.model.request import DateStyle
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
    days: Sequence[TimelineMark], theme: Theme, labels: Labels, width: float, *, legend: bool = True
) -> TimelineFigure | None:
    """Return the timeline of the events, or None if there is none.

    Events of one day stand above each other; a name that has no room in any lane is left out, its symbol stays.
    """
    if not days:
        return None
    marks = sorted(dict.fromkeys(days), key=lambda mark: mark.day)
    axis = _Axis(first=marks[0].day, last=marks[-1].day, width=width)
    placed = _placed_marks(marks, axis)
    lanes = max(entry.lane for entry in placed) + 1
    level = round(_TICK_ROOM + lanes * _LANE - 2.0, 2)
    keys = tuple(symbol for symbol in Symbol if any(mark.symbol is symbol for mark in marks)) if legend else ()
    shapes = [*_axis_shapes(axis, level, theme, labels), *_mark_shapes(placed, level, theme)]
    return TimelineFigure(
        drawing=Drawing(
            width=width,
            height=level + _AXIS_ROOM + (legend_height(keys, labels, width) if keys else 0.0),
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


def _placed_marks(marks: Sequence[TimelineMark], axis: _Axis) -> list[_Placed]:
    """Return the marks in the lowest lanes with room for symbol and name; the rest stand nameless in a lane below."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(_MOST_LANES)]
    placed = [_placed(mark, axis, taken) for mark in marks]
    if all(entry.left is not None for entry in placed):
        return placed
    return [replace(entry, lane=0 if entry.left is None else entry.lane + 1) for entry in placed]


def _placed(mark: TimelineMark, axis: _Axis, taken: Sequence[list[tuple[float, float]]]) -> _Placed:
    x, half = axis.x(mark.day), SYMBOL_SIZE / 2 + 0.5
    width = text_width(mark.label, LABEL_SIZE, bold=True)
    for left in _ends(x, width, axis):
        stretch = (min(x - half, left), max(x + half, left + width))
        for lane, others in enumerate(taken):
            if _is_free(stretch, others):
                others.append(stretch)
                return _Placed(mark=mark, x=x, lane=lane, left=left)
    return _Placed(mark=mark, x=x, lane=0, left=None)


def _ends(x: float, width: float, axis: _Axis) -> list[float]:
    """Return the left ends of a name right and left of its symbol that keep it inside the figure."""
    return [left for left in (x + _GAP, x - _GAP - width) if left > 0 and left + width <= axis.width]


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


def _axis_shapes(axis: _Axis, level: float, theme: Theme, labels: Labels) -> Iterator[Shape]:
    yield Line(points=((_SIDE / 2, level), (axis.width - _SIDE / 2, level)), stroke=theme.map_border, width=0.8)
    end = 0.0
    for day, words in _ticks(axis, labels):
        x = axis.x(day)
        yield Line(points=((x, level), (x, level + 3.0)), stroke=theme.map_border, width=0.8)
        width = text_width(words, LABEL_SIZE)
        left = max(0.0, min(axis.width - width, x - width / 2))
        if left >= end:
            base = round(level + 12.0, 2)
            yield Label(at=(round(left, 2), base), text=words, size=LABEL_SIZE, colour=theme.muted)
            end = left + width + 4.0


def _ticks(axis: _Axis, labels: Labels) -> list[tuple[date, str]]:
    """Return the days that carry a word: days, else months, else years, as close as their words allow."""
    short = replace(labels, dates=DateStyle.SHORT)
    days = (axis.last - axis.first).days
    most = max(1, int(axis.width / 52.0))
    for step in (1, 2, 7, 14):
        if days / step <= most:
            dates = [axis.first + timedelta(days=number) for number in range(0, days + 1, step)]
            return [
                (day, _day_words(day, previous, short)) for day, previous in zip(dates, [None, *dates], strict=False)
            ]
    months = (axis.last.year - axis.first.year) * 12 + axis.last.month - axis.first.month
    for step in (1, 2, 3, 6, 12):
        if months / step <= most:
            return [
                (day, _date_words(PartialDate(year=day.year, month=day.month), short))
                for day in _month_starts(axis, step)
            ]
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if months / 12 / step <= most)
    return [(day, str(day.year)) for day in _month_starts(axis, 12) if day.year % step == 0]


def _day_words(day: date, previous: date | None, labels: Labels) -> str:
    if previous and previous.year == day.year:
        return day_month_words(PartialDate.of(day), labels).replace(NO_BREAK, " ")
    return _date_words(PartialDate.of(day), labels)


def _date_words(day: PartialDate, labels: Labels) -> str:
    """Write a date as in prose, with a plain blank, since a figure has no lines to break."""
    return date_words(day, labels).replace(NO_BREAK, " ")


def _month_starts(axis: _Axis, step: int) -> list[date]:
    starts = [
        date(year, month, 1)
        for year in range(axis.first.year, axis.last.year + 1)
        for month in range(1, 13, min(step, 12))
    ]
    return [day for day in starts if axis.first <= day <= axis.last]


def _alternative(marks: Sequence[TimelineMark], labels: Labels) -> str:
    """Return the events in words, day by day."""
    say, name = labels.say, labels.name
    first, last = (_date_words(PartialDate.of(mark.day), labels) for mark in (marks[0], marks[-1]))
    period = first if first == last else say("timeline-period", first=first, last=last)
    sentences = [say("timeline-of", period=period)]
    for day, of_day in groupby(marks, key=lambda mark: mark.day):
        events = [say("in-brackets", words=mark.label, detail=name("symbol", mark.symbol.value)) for mark in of_day]
        words = _date_words(PartialDate.of(day), labels)
        sentences.append(say("timeline-day", day=words, events=labels.row(events)))
    return " ".join(sentences)
