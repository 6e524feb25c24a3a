"""The axis of days that the timeline and the figure of control stand on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing.assembly.figures.furniture import KEY_SIZE
from briefing.assembly.figures.text_width import text_width
from briefing.assembly.wording import NO_BREAK, date_words, day_month_words
from briefing.data.labels import Labels
from briefing.model.drawing import Label, Line, Shape
from briefing.model.report import PartialDate
from briefing.model.request import DateStyle
from briefing.model.theme import Theme

_BEYOND = 13.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAxis:
    """The days from ``first`` to ``last`` between two points of the figure."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Return where a day stands; a single day stands at the left."""
        span = (self.last - self.first).days
        part = (day - self.first).days / span if span else 0.0
        return round(self.left + part * (self.right - self.left), 2)


def axis_shapes(
    axis: DayAxis, level: float, width: float, theme: Theme, labels: Labels, *, top: float | None = None
) -> Iterator[Shape]:
    """Yield the axis at ``level`` in a figure of ``width`` points, with as many dates as have room.

    With a ``top``, a hair line goes up from each date to it.
    """
    ends = (axis.left - _BEYOND, level), (axis.right + _BEYOND, level)
    yield Line(points=ends, stroke=theme.map_border, width=0.8)
    end = 0.0
    for day, words in _ticks(axis, labels):
        x = axis.x(day)
        if top is not None:
            yield Line(points=((x, top), (x, level)), stroke=theme.rule, width=0.4)
        yield Line(points=((x, level), (x, level + 3.0)), stroke=theme.map_border, width=0.8)
        room = text_width(words, KEY_SIZE)
        left = max(0.0, min(width - room, x - room / 2))
        if left >= end:
            base = round(level + 12.0, 2)
            yield Label(at=(round(left, 2), base), text=words, size=KEY_SIZE, colour=theme.muted)
            end = left + room + 4.0


def _ticks(axis: DayAxis, labels: Labels) -> list[tuple[date, str]]:
    """Return the days that carry a word: days, else months, else years, as close as their words allow."""
    short = replace(labels, dates=DateStyle.SHORT)
    days = (axis.last - axis.first).days
    most = max(1, int((axis.right - axis.left + 52.0) / 52.0))
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
                (day, date_in_figure(PartialDate(year=day.year, month=day.month), short))
                for day in _month_starts(axis, step)
            ]
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if months / 12 / step <= most)
    return [(day, str(day.year)) for day in _month_starts(axis, 12) if day.year % step == 0]


def _day_words(day: date, previous: date | None, labels: Labels) -> str:
    if previous and previous.year == day.year:
        return day_month_words(PartialDate.of(day), labels).replace(NO_BREAK, " ")
    return date_in_figure(PartialDate.of(day), labels)


def date_in_figure(day: PartialDate, labels: Labels) -> str:
    """Write a date as in prose, with a plain blank, since a figure has no lines to break."""
    return date_words(day, labels).replace(NO_BREAK, " ")


def _month_starts(axis: DayAxis, step: int) -> list[date]:
    starts = [
        date(year, month, 1)
        for year in range(axis.first.year, axis.last.year + 1)
        for month in range(1, 13, min(step, 12))
    ]
    return [day for day in starts if axis.first <= day <= axis.last]
