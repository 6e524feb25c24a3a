"""The locator map of a briefing: where the places lie that the reports name, and what is reported of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot, isfinite

from briefing.assembly.country_names import place_beside_country, place_country_name
from briefing.assembly.label_placement import Placement, Rectangle, place_labels, rectangle_around
from briefing.assembly.map_framing import Framing, choose_framings
from briefing.assembly.map_furniture import build_legend, build_scale_bar, legend_height, scale_bar_corners
from briefing.assembly.map_inset import build_inset, inset_corners
from briefing.assembly.map_land import Land, build_land
from briefing.assembly.map_symbols import Symbol, symbol_marker
from briefing.assembly.text_width import DESCENT, text_width
from briefing.data.outlines import Outlines
from briefing.model.drawing import Drawing, Label, Line, Point, Polygon, Shape
from briefing.model.theme import Theme

SYMBOL_SIZE = 5.4
LABEL_SIZE = 7.8
COUNTRY_SIZE = 7.0
FOCUS_SIZE = 8.4
_GAP = 4.6
_MOST_LABELS = 60
_BROAD_ENOUGH = 9.0
_DETAILED_KM = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A place to be shown, in degrees; one without coordinates is left out of the drawing and named in words."""

    name: str
    latitude: float | None
    longitude: float | None
    symbol: Symbol
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatorMap:
    """The drawing, the text that stands for it, and what a caption may want to say.

    ``legend`` are the symbols used. ``area`` is what the map shows ("Syria", "part of Syria") or "". ``unlabelled`` places have
    a symbol but no room for a name; ``beyond`` places lie far outside the frame; ``unlocated`` ones have no coordinates.
    """

    drawing: Drawing
    alternative: str
    area: str
    legend: tuple[Symbol, ...]
    unlabelled: tuple[str, ...]
    beyond: tuple[str, ...]
    unlocated: tuple[str, ...]


def build_locator_map(
    places: Sequence[MapPlace],
    outlines: Outlines,
    theme: Theme,
    *,
    focus: str = "",
    width: float = 244.0,
    height: float = 228.0,
) -> LocatorMap | None:
    """Return the map of the places, the more important ones first, or None if none of them has coordinates.

    ``focus`` is the ISO 3166-1 alpha-2 code of the country that the briefing is about; without it the country of most places
    is brought out. ``height`` includes the legend below the map; the drawing may be lower, never higher.
    """
    located = _without_doubles([place for place in places if _is_located(place)])
    if not located:
        return None
    legend = tuple(symbol for symbol in Symbol if any(place.symbol is symbol for place in located))
    map_height = max(60.0, height - legend_height(legend, width))
    spots = [(place.longitude or 0.0, place.latitude or 0.0) for place in located]
    framings = choose_framings(spots, outlines, focus, width, map_height)
    shown = [located[i] for i in framings[0].inside]
    plan = _best_plan([_plan(shown, framing, outlines) for framing in framings])
    framing = plan.framing
    shapes = _map_shapes(shown, plan, outlines, theme)
    area = _area(framing)
    beyond = _names(place for place in located if place not in shown)
    unlocated = _names(place for place in places if not _is_located(place))
    map_size = framing.projection.height
    return LocatorMap(
        drawing=Drawing(
            width=width,
            height=map_size + legend_height(legend, width),
            shapes=(*shapes, *build_legend(legend, theme, width=width, top=map_size)),
        ),
        alternative=_alternative(shown, area, beyond, unlocated),
        area=area,
        legend=legend,
        unlabelled=_names(place for place, done in zip(shown, plan.labels, strict=True) if not done),
        beyond=beyond,
        unlocated=unlocated,
    )


def _is_located(place: MapPlace) -> bool:
    latitude, longitude = place.latitude, place.longitude
    if latitude is None or longitude is None or not (isfinite(latitude) and isfinite(longitude)):
        return False
    return -90 <= latitude <= 90 and -180 <= longitude <= 180


def _without_doubles(places: Iterable[MapPlace]) -> list[MapPlace]:
    return list({(p.name, p.latitude, p.longitude, p.symbol): p for p in reversed(list(places))}.values())[::-1]


def _names(places: Iterable[MapPlace]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.name for place in places))


def _area(framing: Framing) -> str:
    if framing.focus is None:
        return ""
    name = f"the {framing.focus.name}" if framing.focus.article else framing.focus.name
    return name if framing.whole else f"part of {name}"


def _alternative(shown: Sequence[MapPlace], area: str, beyond: Sequence[str], unlocated: Sequence[str]) -> str:
    sentences = [f"Map of {area}." if area else "Map of the places named."]
    for symbol in Symbol:
        words = dict.fromkeys(_words(place) for place in shown if place.symbol is symbol)
        if words:
            sentences.append(f"{symbol.value.capitalize()}: {', '.join(words)}.")
    if beyond:
        sentences.append(f"Beyond the map: {', '.join(beyond)}.")
    if unlocated:
        sentences.append(f"Not on the map, position unknown: {', '.join(unlocated)}.")
    return " ".join(sentences)


def _words(place: MapPlace) -> str:
    return f"{place.name} ({place.detail})" if place.detail else place.name
