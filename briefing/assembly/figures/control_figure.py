"""What is said of the control of places on which day: a lane for each place, a symbol for each kind of claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from briefing.assembly.figures.day_axis import DayAxis, axis_shapes, date_in_figure
from briefing.assembly.figures.furniture import KEY_SIZE, KeyEntry, build_key, key_height
from briefing.assembly.figures.symbols import SYMBOL_SIZE
from briefing.assembly.figures.text_width import fitted, text_width
from briefing.data.labels import Labels
from briefing.model.drawing import Drawing, Label, Line, Marker, MarkerShape, Point, Shape
from briefing.model.report import PartialDate
from briefing.model.theme import Theme

_ROW = 11.0
_LANE_ROOM = 3.0
_NAMES = 0.2
_GAP = 4.6
_RIGHT = 40.0
_AXIS_ROOM = 16.0
# A taller figure would be made smaller to fit the page, and its letters with it.
_TALLEST = 420.0
_PAPER = "#ffffff"
# Words are not cut to fewer letters than stand in so many points.
_FEW_LETTERS = 30.0


class ControlSign(StrEnum):
    """What a claim says of the control of a place; the labels have the words for it."""

    TAKEN = "taken"
    GONE = "gone"
    HELD = "held"
    CONTESTED = "contested"
    DENIED = "denied"


_CHANGES = frozenset({ControlSign.TAKEN, ControlSign.GONE})
_SHAPES: dict[ControlSign, MarkerShape] = {
    ControlSign.TAKEN: "circle",
    ControlSign.GONE: "ring",
    ControlSign.HELD: "square",
    ControlSign.CONTESTED: "triangle",
    ControlSign.DENIED: "cross",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlMark:
    """One claim on one day: ``words`` say what ("taken by local factions"), ``source`` who says so."""

    place: str
    day: date
    sign: ControlSign
    words: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlFigure:
    """The drawing and the text that stands for it."""

    drawing: Drawing
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lane:
    """A place with its marks, those of one day and different signs below each other; ``top`` is its upper edge."""

    place: str
    rows: tuple[tuple[ControlMark, ...], ...]
    top: float

    @property
    def bottom(self) -> float:
        return self.top + _ROW * len(self.rows) + _LANE_ROOM


def build_control_figure(
    marks: Sequence[ControlMark], theme: Theme, labels: Labels, width: float, *, most: int = 12
) -> ControlFigure | None:
    """Return the claims by place and day, None unless control of a place changed and more than one day is told of.

    Only places of which a change is told have a lane, at most ``most`` and what a page bears, the first changed on top.
    Days of which nothing is said stay empty, since nobody knows whether control went on.
    """
    ordered = sorted(dict.fromkeys(marks), key=lambda mark: mark.day)
    places = list(dict.fromkeys(mark.place for mark in ordered if mark.sign in _CHANGES))[:most]
    shown = [mark for mark in ordered if mark.place in places]
    if len({mark.day for mark in shown}) < 2:
        return None
    lanes = [lane for lane in _lanes(shown, places) if lane.bottom <= _TALLEST]
    places = [lane.place for lane in lanes]
    shown = [mark for mark in shown if mark.place in places]
    names = min(width * _NAMES, max(text_width(place, KEY_SIZE, bold=True) for place in places))
    axis = DayAxis(first=shown[0].day, last=shown[-1].day, left=names + 22.0, right=width - _RIGHT)
    level = round(lanes[-1].bottom + 2.0, 2)
    key = _key([sign for sign in ControlSign if any(mark.sign is sign for mark in shown)], theme, labels)
    return ControlFigure(
        drawing=Drawing(
            width=width,
            height=level + _AXIS_ROOM + key_height(key, width),
            shapes=(
                *axis_shapes(axis, level, width, theme, labels, top=0.0),
                *(shape for lane in lanes for shape in _lane_shapes(lane, axis, names, width, theme, labels)),
                *build_key(key, theme, width=width, top=level + _AXIS_ROOM),
            ),
        ),
        alternative=_alternative(shown, places, labels),
    )


def _lanes(marks: Sequence[ControlMark], places: Sequence[str]) -> list[_Lane]:
    lanes: list[_Lane] = []
    for place in places:
        rows: list[list[ControlMark]] = []
        for _, of_day in groupby((mark for mark in marks if mark.place == place), key=lambda mark: mark.day):
            first: dict[ControlSign, ControlMark] = {}
            for mark in of_day:
                first.setdefault(mark.sign, mark)
            for number, sign in enumerate(sign for sign in ControlSign if sign in first):
                if number == len(rows):
                    rows.append([])
                rows[number].append(first[sign])
        top = lanes[-1].bottom if lanes else 0.0
        lanes.append(_Lane(place=place, rows=tuple(map(tuple, rows)), top=top))
    return lanes


def _marker(sign: ControlSign, at: Point, theme: Theme) -> Marker:
    colours = {
        ControlSign.TAKEN: theme.symbol_opposed,
        ControlSign.GONE: theme.symbol_opposed,
        ControlSign.HELD: theme.symbol_held,
        ControlSign.CONTESTED: theme.symbol_contested,
        ControlSign.DENIED: theme.ink,
    }
    return Marker(at=at, shape=_SHAPES[sign], size=SYMBOL_SIZE, fill=colours[sign])


def _key(signs: Sequence[ControlSign], theme: Theme, labels: Labels) -> list[KeyEntry]:
    return [(_marker(sign, (0.0, 0.0), theme), labels.name("control-sign", sign.value)) for sign in signs]


def _lane_shapes(
    lane: _Lane, axis: DayAxis, names: float, width: float, theme: Theme, labels: Labels
) -> Iterator[Shape]:
    """Yield the name of a place, the line below it, and its claims, each with its words where there is room."""
    first = lane.top + _LANE_ROOM / 2 + _ROW / 2
    name = fitted(lane.place, KEY_SIZE, names, bold=True)
    yield Label(at=(0.0, _base(first)), text=name, size=KEY_SIZE, colour=theme.ink, bold=True)
    yield Line(points=((0.0, round(lane.bottom, 2)), (width, round(lane.bottom, 2))), stroke=theme.rule, width=0.5)
    for number, row in enumerate(lane.rows):
        middle = round(first + number * _ROW, 2)
        spots = [axis.x(mark.day) for mark in row]
        edge = names + 8.0
        for index, (x, mark) in enumerate(zip(spots, row, strict=True)):
            yield _marker(mark.sign, (x, middle), theme)
            end = spots[index + 1] - SYMBOL_SIZE if index + 1 < len(spots) else width
            label, edge = _words(mark, x, (edge, end), middle, theme, labels)
            if label:
                yield label


def _base(middle: float) -> float:
    return round(middle + 0.33 * KEY_SIZE, 2)


def _words(
    mark: ControlMark, x: float, room: tuple[float, float], middle: float, theme: Theme, labels: Labels
) -> tuple[Label | None, float]:
    """Return the words beside a symbol, with who says so if that fits, else cut, and where the next ones may begin."""
    edge, end = room
    right, left = end - x - _GAP, x - _GAP - edge
    cut = fitted(mark.words, KEY_SIZE, max(right, left)) if max(right, left) >= _FEW_LETTERS else ""
    for words in filter(None, (labels.say("in-brackets", words=mark.words, detail=mark.source), mark.words, cut)):
        needed = text_width(words, KEY_SIZE) + _GAP
        if x + needed <= end:
            at = (round(x + _GAP, 2), _base(middle))
            return Label(at=at, text=words, size=KEY_SIZE, colour=theme.ink, halo=_PAPER), x + needed + 2.0
        if x - needed >= edge:
            at = (round(x - _GAP, 2), _base(middle))
            label = Label(at=at, text=words, size=KEY_SIZE, colour=theme.ink, anchor="end", halo=_PAPER)
            return label, x + SYMBOL_SIZE
    return None, x + SYMBOL_SIZE


def _alternative(marks: Sequence[ControlMark], places: Sequence[str], labels: Labels) -> str:
    """Return the claims in words, place by place."""
    first, last = (date_in_figure(PartialDate.of(mark.day), labels) for mark in (marks[0], marks[-1]))
    period = labels.say("timeline-period", first=first, last=last)
    sentences = [labels.say("control-figure-of", period=period)]
    for place in places:
        days = [
            labels.say(
                "control-figure-day",
                day=date_in_figure(PartialDate.of(mark.day), labels),
                words=mark.words,
                source=mark.source,
            )
            for mark in marks
            if mark.place == place
        ]
        sentences.append(labels.say("control-figure-place", place=place, days="; ".join(days)))
    return " ".join(sentences)
