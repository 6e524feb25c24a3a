"""The symbols of map and timeline: each differs from the others in shape as well as in colour."""

from enum import StrEnum

from briefing.model.drawing import Marker, MarkerShape, Point
from briefing.model.theme import Theme

SYMBOL_SIZE = 5.4
"""Points across a symbol, on maps and in legends."""


class Symbol(StrEnum):
    """What is reported of a place; the labels have the words for it."""

    TAKEN = "taken"
    CONTESTED = "contested"
    HELD = "held"
    EVENT = "event"


_SHAPES: dict[Symbol, MarkerShape] = {
    Symbol.TAKEN: "circle",
    Symbol.CONTESTED: "triangle",
    Symbol.HELD: "square",
    Symbol.EVENT: "diamond",
}


def symbol_marker(symbol: Symbol, at: Point, theme: Theme) -> Marker:
    """Return the marker of a symbol with its middle at a point."""
    colours = {
        Symbol.TAKEN: theme.symbol_opposed,
        Symbol.CONTESTED: theme.symbol_contested,
        Symbol.HELD: theme.symbol_held,
        Symbol.EVENT: theme.symbol_event,
    }
    return Marker(at=at, shape=_SHAPES[symbol], size=SYMBOL_SIZE, fill=colours[symbol])
