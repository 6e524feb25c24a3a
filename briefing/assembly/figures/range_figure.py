"""Figures that differ as bars from zero: one row for each source, a band from the lowest to the highest value."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.assembly.figures.furniture import KEY_SIZE, build_key, key_height
from briefing.assembly.figures.symbols import SYMBOL_SIZE
from briefing.assembly.figures.text_width import fitted, text_width
from briefing.data.labels import Labels
from briefing.model.drawing import Drawing, Label, Line, Marker, MarkerShape, Polygon, Shape
from briefing.model.theme import Theme

_ROW = 12.6
_HEAD = 15.0
_BETWEEN = 7.0
_NAMES = 0.45
_WORDS = 0.22
_GAP = 6.0
_BAR = 3.2
_HEAD_SIZE = 8.4


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeRow:
    """What one source says: its number from ``low`` to ``high`` (None for a single value), and its words for it.

    ``day`` is the day it is said of, in ISO form, "" where no day is to be shown.
    """

    source: str
    day: str
    party: bool
    words: str
    low: float
    high: float | None = None

    @property
    def end(self) -> float:
        """Return the highest value that is meant."""
        return self.low if self.high is None else max(self.low, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeGroup:
    """The figures for one thing, such as the killed of one event; they share one axis."""

    subject: str
    rows: tuple[RangeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeFigure:
    """The drawing and the text that stands for it."""

    drawing: Drawing
    alternative: str


def build_range_figure(groups: Sequence[RangeGroup], theme: Theme, labels: Labels, width: float) -> RangeFigure | None:
    """Return the bars of the groups in which two values differ, ``width`` points across, or None if there is none.

    Each group has an axis of its own that begins at zero, since the killed and the displaced of one event differ by
    powers of ten.
    """
    shown = [group for group in groups if _differs(group)]
    if not shown:
        return None
    shapes: list[Shape] = []
    top = 0.0
    for group in shown:
        shapes += _group_shapes(group, top, width, theme, labels)
        top += _HEAD + _ROW * len(group.rows) + _BETWEEN
    parties = any(row.party for group in shown for row in group.rows)
    keys = [
        (_shape(party=party), labels.say("range-party" if party else "range-other"))
        for party in (False, True)
        if parties and any(row.party is party for group in shown for row in group.rows)
    ]
    marks = [(Marker(at=(0.0, 0.0), shape=shape, size=SYMBOL_SIZE, fill=theme.heading), words) for shape, words in keys]
    return RangeFigure(
        drawing=Drawing(
            width=width,
            height=top + (key_height(marks, width) if marks else 2.0),
            shapes=(*shapes, *build_key(marks, theme, width=width, top=top)),
        ),
        alternative=_alternative(shown, labels),
    )


def _differs(group: RangeGroup) -> bool:
    return len({(row.low, row.high) for row in group.rows}) > 1 and max(row.end for row in group.rows) > 0


def _shape(*, party: bool) -> MarkerShape:
    return "diamond" if party else "circle"


def _group_shapes(group: RangeGroup, top: float, width: float, theme: Theme, labels: Labels) -> Iterator[Shape]:
    zero = round(width * _NAMES, 2)
    words = [fitted(row.words, KEY_SIZE, width * _WORDS, bold=True) for row in group.rows]
    room = max(text_width(word, KEY_SIZE, bold=True) for word in words)
    scale = (width - zero - room - _GAP - 2.0) / max(row.end for row in group.rows)

    def x(value: float) -> float:
        return round(zero + value * scale, 2)

    first, last = top + _HEAD, top + _HEAD + _ROW * len(group.rows)
    low, high = x(min(row.low for row in group.rows)), x(max(row.end for row in group.rows))
    yield Label(at=(0.0, round(top + 10.0, 2)), text=fitted(group.subject, _HEAD_SIZE, width, bold=True),
                size=_HEAD_SIZE, colour=theme.heading, bold=True)  # fmt: skip
    yield Polygon(rings=(((low, first), (high, first), (high, last), (low, last)),), fill=theme.tint)
    yield Line(points=((zero, first - 1.0), (zero, last + 1.0)), stroke=theme.map_border, width=0.8)
    yield Label(at=(zero, round(last + 6.2, 2)), text=labels.say("range-zero"), size=7.0, colour=theme.muted,
                anchor="middle")  # fmt: skip
    for number, (row, word) in enumerate(zip(group.rows, words, strict=True)):
        yield from _row_shapes(row, word, (zero, x(row.low), x(row.end)), first + _ROW * (number + 0.5), theme)


def _row_shapes(
    row: RangeRow, words: str, across: tuple[float, float, float], middle: float, theme: Theme
) -> Iterator[Shape]:
    """Yield name, bar, symbol and words of one row; where a row gives a range, a whisker reaches to its upper end."""
    (zero, low, end), middle = across, round(middle, 2)
    base = round(middle + 0.33 * KEY_SIZE, 2)
    day = text_width(row.day, KEY_SIZE) + _GAP if row.day else 0.0
    yield Label(at=(0.0, base), text=fitted(row.source, KEY_SIZE, zero - _GAP - day), size=KEY_SIZE, colour=theme.ink)
    if row.day:
        yield Label(at=(zero - _GAP, base), text=row.day, size=KEY_SIZE, colour=theme.muted, anchor="end")
    up, down = round(middle - _BAR / 2, 2), round(middle + _BAR / 2, 2)
    yield Polygon(rings=(((zero, up), (low, up), (low, down), (zero, down)),), fill=theme.map_border)
    if end > low:
        yield Line(points=((low, middle), (end, middle)), stroke=theme.heading, width=0.9)
        yield Line(points=((end, middle - 2.6), (end, middle + 2.6)), stroke=theme.heading, width=0.9)
    yield Marker(at=(low, middle), shape=_shape(party=row.party), size=SYMBOL_SIZE, fill=theme.heading)
    yield Label(at=(round(end + _GAP, 2), base), text=words, size=KEY_SIZE, colour=theme.ink, bold=True)


def _alternative(groups: Sequence[RangeGroup], labels: Labels) -> str:
    sentences = [labels.say("range-of")]
    for group in groups:
        sides = "; ".join(_side_words(row, labels) for row in group.rows)
        sentences.append(labels.say("range-subject", subject=group.subject, sides=sides))
    return " ".join(sentences)


def _side_words(row: RangeRow, labels: Labels) -> str:
    details = [detail for detail in (row.day, labels.say("range-party") if row.party else "") if detail]
    source = labels.say("in-brackets", words=row.source, detail=labels.row(details)) if details else row.source
    return labels.say("said-by", source=source, words=row.words)
