"""What stands on a map beside its places: the scale bar and the legend of the symbols."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.assembly.figures.label_placement import Rectangle
from briefing.assembly.figures.projection import Projection
from briefing.assembly.figures.symbols import SYMBOL_SIZE, Symbol, symbol_marker
from briefing.assembly.figures.text_width import text_width
from briefing.data.labels import Labels
from briefing.model.drawing import Label, Line, Marker, Point, Shape
from briefing.model.theme import Theme

_SIZE = 7.0
_ROW = 12.0
_TO_WORDS = 7.0
_BETWEEN = 14.0
_INSET = 7.0
_WIDE_DEGREES = 40.0

KEY_SIZE = 7.8
"""The size of the words of a key, and of those that stand beside marks."""

KeyEntry = tuple[Marker, str]
"""A symbol, wherever it lies, and what it stands for."""


def scale_bar_km(projection: Projection) -> int:
    """Return the length of the scale bar: the most of 1, 2 or 5 times a power of ten within a quarter of the width."""
    longest = projection.width * 0.24 * projection.km_per_point
    rounds = [digit * 10**power for power in range(5) for digit in (1, 2, 5)]
    return max((km for km in rounds if km <= longest), default=1)


def _scale_words(projection: Projection, labels: Labels) -> str:
    km = f"{scale_bar_km(projection):,}".replace(",", labels.say("thousands"))
    if projection.height / projection.points_per_degree[1] < _WIDE_DEGREES:
        return labels.say("scale", km=km)
    latitude = round(abs(projection.parallel))
    side = ("scale-north" if projection.parallel >= 0 else "scale-south") if latitude else "scale-equator"
    return labels.say(side, km=km, degrees=latitude)


def scale_bar_corners(projection: Projection, labels: Labels) -> tuple[Rectangle, ...]:
    """Return the places for the scale bar, the best first."""
    bar = scale_bar_km(projection) / projection.km_per_point
    width, height = max(bar, text_width(_scale_words(projection, labels), _SIZE)) + 4.0, 14.0
    left, right = _INSET - 2.0, projection.width - _INSET + 2.0 - width
    top, bottom = _INSET - 2.0, projection.height - _INSET + 2.0 - height
    return tuple(
        Rectangle(left=x, top=y, right=x + width, bottom=y + height)
        for x, y in ((right, bottom), (left, bottom), (right, top), (left, top))
    )


def build_scale_bar(projection: Projection, box: Rectangle, theme: Theme, labels: Labels) -> Iterator[Shape]:
    """Yield the bar and its words, inside ``box``, against the side of the map that is nearer."""
    bar = scale_bar_km(projection) / projection.km_per_point
    level = round(box.bottom - 2.5, 2)
    at_right = box.left > projection.width / 2
    start = round(box.right - 2.0 - bar if at_right else box.left + 2.0, 2)
    end = round(start + bar, 2)
    tick = 2.2
    points: tuple[Point, ...] = ((start, level - tick), (start, level), (end, level), (end, level - tick))
    yield Line(points=points, stroke=theme.map_land, width=2.4)
    yield Line(points=points, stroke=theme.ink, width=0.8)
    fits = text_width(_scale_words(projection, labels), _SIZE) <= bar
    middle = (start + end) / 2
    edge = end if at_right else start
    yield Label(
        at=(round(middle if fits else edge, 2), level - 3.2),
        text=_scale_words(projection, labels),
        size=_SIZE,
        colour=theme.ink,
        anchor="middle" if fits else "end" if at_right else "start",
        halo=theme.map_land,
    )


def key_height(entries: Sequence[KeyEntry], width: float) -> float:
    """Return the height that a key takes below a picture of ``width`` points."""
    return 5.0 + _ROW * len(_key_rows(entries, width))


def _key_rows(entries: Sequence[KeyEntry], width: float) -> list[list[tuple[float, KeyEntry]]]:
    """Return the rows of the key, each entry with its left end."""
    rows: list[list[tuple[float, KeyEntry]]] = [[]]
    left = 0.0
    for entry in entries:
        needed = _TO_WORDS + text_width(entry[1], KEY_SIZE)
        if rows[-1] and left + needed > width:
            rows.append([])
            left = 0.0
        rows[-1].append((left, entry))
        left += needed + _BETWEEN
    return rows


def build_key(entries: Sequence[KeyEntry], theme: Theme, *, width: float, top: float) -> Iterator[Shape]:
    """Yield the symbols and their words in rows below ``top``."""
    for row, placed in enumerate(_key_rows(entries, width)):
        middle = round(top + 4.0 + _ROW * (row + 0.5), 2)
        for left, (marker, words) in placed:
            yield replace(marker, at=(round(left + SYMBOL_SIZE / 2 + 0.5, 2), middle))
            yield Label(
                at=(round(left + _TO_WORDS + 2.0, 2), round(middle + 0.33 * KEY_SIZE, 2)),
                text=words,
                size=KEY_SIZE,
                colour=theme.muted,
            )


def legend_height(symbols: Sequence[Symbol], theme: Theme, labels: Labels, width: float) -> float:
    """Return the height that the legend takes below a map of ``width`` points."""
    return key_height(_symbol_key(symbols, theme, labels), width)


def build_legend(
    symbols: Sequence[Symbol], theme: Theme, labels: Labels, *, width: float, top: float
) -> Iterator[Shape]:
    """Yield the symbols and what they stand for in rows below ``top``."""
    return build_key(_symbol_key(symbols, theme, labels), theme, width=width, top=top)


def _symbol_key(symbols: Sequence[Symbol], theme: Theme, labels: Labels) -> list[KeyEntry]:
    return [(symbol_marker(symbol, (0.0, 0.0), theme), labels.name("symbol", symbol.value)) for symbol in symbols]
